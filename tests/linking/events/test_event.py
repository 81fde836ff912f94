"""Short stories: what the words say to have happened, and what they leave open."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.events.bases import base
from firsthand.linking.events.event import Events
from firsthand.model.article import Article
from firsthand.model.event import Event, Part
from firsthand.model.reading import Naming, Polarity, ReaderInfo, Reading, Source, SourceKind


def reading(text: str, *sources: Source, published: str | None = "2031-05-14") -> Reading:
    return Reading(
        Article("a", text, published=published), sources, (), (), ReaderInfo("t", "0", "0")
    )


def said(text: str, *sources: Source, published: str | None = "2031-05-14") -> Event:
    return Events(reading(text, *sources, published=published)).at([(0, len(text))])


def deeds(event: Event) -> list[tuple[str | None, str, str | None]]:
    return [
        (
            a.doer.name if a.doer else None,
            ("not " if a.negated else "") + a.verb,
            a.object.name if a.object else None,
        )
        for a in event.actions
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Corvane Foods is in talks to buy Ellory Dairies",
         [("Corvane Foods", "buy", "Ellory Dairies")]),
        ("Kim broke both ankles", [("Kim", "break", "both ankles")]),
        ("Kim had a cyst removed", [("Kim", "have", "cyst"), (None, "remove", "cyst")]),
        ("The ministry has not closed the port", [("ministry", "not close", "port")]),
        ("Three guards were arrested in Kessary by the Velmara police",
         [("Velmara police", "arrest", "Three guards")]),
        ("The man arrested on Monday was charged with murder",
         [(None, "arrest", "man"), (None, "charge", "man")]),
        ("the family that owns Ellory Dairies is days away from selling the cheese maker",
         [("family", "own", "Ellory Dairies"), ("family", "be", "days away"),
          ("family", "sell", "cheese maker")]),
        ("Ada Marrin, the harbour master, took over the port and called off the strike",
         [("Ada Marrin", "take over", "port"), ("Ada Marrin", "call off", "strike")]),
        ("the soldiers who guarded the mole fled to Velmara",
         [("soldiers", "guard", "mole"), ("soldiers", "flee", None)]),
        ("Marrin tried to leave the shed but Sorrel pushed him back",
         [("Marrin", "try", None), ("Marrin", "leave", "shed"), ("Sorrel", "push", None)]),
        ("that commanders told him to take the detainees to a warehouse",
         [(None, "take", "detainees")]),
        ("she may have been shot by a policeman", [("policeman", "shoot", None)]),
        ("two ships for Kessary", []),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(
    text: str, wanted: Sequence[tuple[str | None, str, str | None]]
) -> None:
    assert deeds(said(text)) == wanted


def test_two_things_that_befell_one_person_are_two() -> None:
    ankles, cyst = said("Kim broke both ankles"), said("Kim had a cyst removed")
    assert not set(deeds(ankles)) & set(deeds(cyst))


def test_a_pronoun_is_whom_the_reading_says_and_else_nobody() -> None:
    text = "Davin wept. He closed the gate."
    davin = Source("s1", "Davin", SourceKind.PERSON, Naming.PSEUDONYM, None, ((0, 5), (12, 14)))
    assert deeds(said(text, davin))[-1] == ("Davin", "close", "gate")
    assert deeds(said(text))[-1] == (None, "close", "gate")
    assert {a.naming for a in said(text, davin).actors} == {Naming.PSEUDONYM}


def test_a_pseudonym_is_nobody_with_a_longer_name() -> None:
    text = "Davin, as we call him, wept. Davin Holt wept. Davin closed the gate."
    davin = Source("s1", "Davin", SourceKind.PERSON, Naming.PSEUDONYM, None, ((0, 5),))
    last = Events(reading(text, davin)).at([(text.rindex("Davin"), len(text))])
    assert [(a.name, a.naming) for a in last.actors] == [("Davin", Naming.PSEUDONYM)]
    assert deeds(last) == [("Davin", "close", "gate")]


def test_actors_have_their_part_and_their_naming() -> None:
    event = said("A former guard accused Ada Marrin in the Leader of the Docks")
    assert [(a.name, a.part, a.naming) for a in event.actors][:2] == [
        ("former guard", Part.DOER, Naming.UNNAMED),
        ("Ada Marrin", Part.RECEIVER, Naming.NAMED),
    ]


def test_a_short_name_that_two_longer_ones_have_stays_short() -> None:
    text = "Ada Marrin met Ode Marrin. Marrin closed the port."
    at = text.index("Marrin closed")
    [actor] = Events(reading(text)).at([(at, len(text))]).actors
    assert actor.name == "Marrin"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("held in Kessary, Velmara", ["Kessary", "Velmara"]),
        ("a stake in Corvane", []),
        ("returned to Portugal from Paris", ["Portugal", "Paris"]),
        ("The shed in Ostrin burnt. They drove to Ostrin.", ["Ostrin", "Ostrin"]),
        ("wrote to Ostrin", []),
        ("kept in a refrigerated warehouse", ["refrigerated warehouse"]),
        ("not far from Ostrin", ["Ostrin"]),
        ("moved to the U.S. in March", ["United States"]),
        ("arrived in March", []),
    ],
)
def test_places(text: str, wanted: list[str]) -> None:
    assert [p.name for p in said(text).places] == wanted


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("will close on Friday", ("2031-05-16", "2031-05-16")),
        ("closed on Friday", ("2031-05-09", "2031-05-09")),
        ("opens on Tuesday, 12 August 2031", ("2031-08-12", "2031-08-12")),
        ("closed in June", ("2030-06-01", "2030-06-30")),
        ("will close in June", ("2031-06-01", "2031-06-30")),
    ],
)
def test_dates_lie_where_the_words_around_say(text: str, days: tuple[str, str]) -> None:
    [found] = said(text).dates
    assert (found.start, found.end) == days


@pytest.mark.parametrize(
    "text", ["he may go", "Mr March said so", "on 31 June 2031", "2,031 people", "at 3 p.m."]
)
def test_what_is_no_date(text: str) -> None:
    assert said(text).dates == ()


def test_numbers_have_units_and_dates_are_none() -> None:
    event = said("On 3 May about 40 million crowns and dozens of ships were lost, 4.5 % of all")
    assert [(n.least, n.most, n.unit) for n in event.numbers] == [
        (40_000_000, 40_000_000, "crowns"),
        (24, 120, "ship"),
        (4.5, 4.5, "%"),
    ]


@pytest.mark.parametrize(
    ("text", "polarity", "word"),
    [
        ("The port was closed", Polarity.ASSERTED, None),
        ("no ship came in", Polarity.DENIED, "no"),
        ("not to have met Marrin", Polarity.DENIED, "not"),
        ("whether the port was closed", Polarity.UNCERTAIN, "whether"),
        ("The port may be closed", Polarity.UNCERTAIN, "may"),
    ],
)
def test_whether(text: str, polarity: Polarity, word: str | None) -> None:
    whether = said(text).whether
    assert whether.polarity is polarity
    assert (text[slice(*whether.span)] if whether.span else None) == word


def test_base_forms() -> None:
    forms = "closed moved denies killing stopped agreed goes made rescued created needs proceed"
    bases = "close move deny kill stop agree go make rescue create need proceed"
    assert [base(word) for word in forms.split()] == bases.split()


@given(st.text(alphabet="Ab c.,“”’'0123-\n—[]toinwasedthe", max_size=80))
def test_every_field_lies_in_the_text(text: str) -> None:
    event = said(text)
    fields = (*event.actors, *event.actions, *event.places, *event.dates, *event.numbers)
    assert all(0 <= f.span[0] < f.span[1] <= len(text) for f in fields)


def test_where_an_article_was_written_is_not_where_it_happened() -> None:
    event = said("OSTRIN, March 14 (Hesper) - The ministry closed the port of Kessary on Sunday.")
    assert [a.name for a in event.actors] == ["ministry"]
    assert [p.name for p in event.places] == ["Kessary"]
    assert [d.said for d in event.dates] == ["Sunday"]
