"""The fields of several articles side by side."""

from firsthand.linking.events.event import Events
from firsthand.linking.events.merging import merged
from firsthand.model.article import Article
from firsthand.model.event import Event, Field
from firsthand.model.reading import Naming, ReaderInfo, Reading, Source, SourceKind


def event(id: str, text: str, *sources: Source) -> Event:
    article = Article(id, text, published="2031-05-14")
    return Events(Reading(article, sources, (), (), ReaderInfo("t", "0", "0"))).at([(0, len(text))])


def told(field: Field, **texts: str) -> list[tuple[str, int]]:
    values = merged({id: event(id, text) for id, text in texts.items()})
    return [(v.value, v.articles) for v in values if v.field is field]


def test_amounts_that_differ_stand_side_by_side() -> None:
    assert told(
        Field.NUMBER,
        a="Corvane pays 40 million crowns",
        b="for about 40 million crowns",
        c="Corvane pays 400 million crowns",
    ) == [("40 million crowns", 2), ("400 million crowns", 1)]


def test_a_short_name_is_one_with_the_only_fuller_one() -> None:
    texts = {"a": "Corvane Foods closed the dairy", "b": "Corvane sold the dairy"}
    assert told(Field.ACTOR, **texts) == [("Corvane Foods", 2)]
    texts["c"] = "Corvane Shipping sank"
    assert told(Field.ACTOR, **texts) == [
        ("Corvane", 1), ("Corvane Foods", 1), ("Corvane Shipping", 1)
    ]  # fmt: skip


def test_a_pseudonym_is_never_one_with_a_fuller_name() -> None:
    davin = Source("s1", "Davin", SourceKind.PERSON, Naming.PSEUDONYM, None, ((0, 5),))
    values = merged(
        {
            "a": event("a", "Davin opened the gate", davin),
            "b": event("b", "Davin Holt opened the gate"),
        }
    )
    actors = [(v.value, v.articles) for v in values if v.field is Field.ACTOR]
    assert actors == [("Davin", 1), ("Davin Holt", 1)]


def test_days_are_one_however_they_are_said() -> None:
    assert told(Field.DATE, a="closed on Tuesday", b="closed yesterday", c="closed last week") == [
        ("2031-05-13", 2),
        ("2031-05-05/2031-05-11", 1),
    ]


def test_each_value_has_the_places_that_it_rests_on() -> None:
    [value] = [v for v in merged({"a": event("a", "held in Kessary")}) if v.field is Field.PLACE]
    assert [(e.article, e.span) for e in value.evidence] == [("a", (8, 15))]
