"""What goes into a ledger comes out of it, once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.ledger import store
from firsthand.ledger.rows import StatementFilter
from firsthand.ledger.store import Ledger
from firsthand.model.article import Article, Credit, CreditKind
from firsthand.model.errors import InputError
from firsthand.model.reading import (
    Basis,
    Check,
    Kind,
    Naming,
    Outcome,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)
from tests.ledger.stories import MAGAZINE, magazine, reading, said, source, statement


def test_a_reading_comes_back_as_it_went_in(ledger: Ledger) -> None:
    assert ledger.add(magazine()) is True
    assert list(ledger.readings()) == [magazine()]


def test_it_comes_back_after_closing_and_opening_again(where: str) -> None:
    with Ledger.open(where) as ledger:
        ledger.add(magazine())
    with Ledger.open(where, create=False) as ledger:
        assert list(ledger.readings()) == [magazine()]


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    assert [ledger.add(magazine()), ledger.add(magazine())] == [True, False]
    assert (ledger.count_articles(), ledger.count_statements()) == (1, 4)
    assert list(ledger.readings()) == [magazine()]


def test_another_reading_of_the_same_article_changes_nothing(ledger: Ledger) -> None:
    ledger.add(magazine())
    assert ledger.add(replace(magazine(), statements=(), checks=())) is False
    assert list(ledger.readings()) == [magazine()]


@pytest.mark.parametrize("processes", [1, 2])
def test_many_are_told_in_their_order(
    ledger: Ledger, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `add` tells them, in whatever transactions and processes."""
    monkeypatch.setattr(store, "TOGETHER", 3)
    many = [reading(Article(f"a{k}", f"The port of Ostrin shut on day {k}.")) for k in range(7)]
    second = reading(Article("a1", "Second edition."))
    refused = reading(Article("a\0b", "The port was shut."))
    told = list(ledger.add_all([*many, magazine(), many[2], refused, second], processes=processes))
    assert told[:9] == [True] * 8 + [False]
    assert isinstance(told[9], InputError)
    assert told[10] is True
    assert ledger.count_articles() == 9
    assert list(ledger.readings([magazine().article.id])) == [magazine()]


def test_many_make_the_ledger_that_one_by_one_makes(tmp_path: Path) -> None:
    text = "The port of Ostrin was shut on Monday by the ministry, its harbour master said then."
    many = [reading(Article(f"a{k}", f"{text * 3} {k} " + "x y z " * k)) for k in range(6)]
    ids = [r.article.id for r in many]
    with Ledger.open(tmp_path / "one.db") as one, Ledger.open(tmp_path / "all.db") as every:
        for r in many:
            one.add(r)
        assert all(told is True for told in every.add_all(many))
        assert every.copies(ids) == one.copies(ids) != []
        assert list(every.readings()) == list(one.readings())
        assert list(every.statements()) == list(one.statements())


def test_who_stops_asking_keeps_what_was_told(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "TOGETHER", 2)
    with Ledger.open(where) as ledger:
        told = ledger.add_all(reading(Article(f"a{k}", f"Text {k}.")) for k in range(9))
        assert next(told) is True
        told.close()
        assert ledger.count_articles() == 2


def test_another_text_under_the_same_id_gets_an_id_of_its_own(ledger: Ledger) -> None:
    """sha256("Second edition.") begins dffcdf."""
    first = reading(Article("daily", "First edition."))
    second = reading(Article("daily", "Second edition."))
    assert [ledger.add(r) for r in (first, second, second, first)] == [True, True, False, False]
    assert [(r.article.id, r.article.text) for r in ledger.readings()] == [
        ("daily", "First edition."),
        ("daily-dffcdf", "Second edition."),
    ]
    assert ledger.find(second.article) == "daily-dffcdf"


def test_an_id_that_was_made_is_stepped_round_when_another_text_has_it(ledger: Ledger) -> None:
    taken = [Article("daily", "First edition."), Article("daily-dffcdf", "Something else.")]
    second = Article("daily", "Second edition.")
    assert all(ledger.add(reading(article)) for article in [*taken, second])
    assert ledger.add(reading(second)) is False
    assert ledger.find(second) == "daily-dffcdff0fd5e1c36"


def test_when_every_id_is_taken_the_article_is_refused(ledger: Ledger) -> None:
    for id in ("daily", "daily-dffcdf", "daily-dffcdff0fd5e1c36"):
        ledger.add(reading(Article(id, "Another text.")))
    with pytest.raises(InputError, match="daily: its id is taken by other texts"):
        ledger.add(reading(Article("daily", "Second edition.")))


def test_statements_of_a_renamed_article_carry_its_new_id(ledger: Ledger) -> None:
    ledger.add(said("daily", "First edition."))
    ledger.add(said("daily", "Second edition."))
    assert [row.id for row in ledger.statements()] == ["daily#st1", "daily-dffcdf#st1"]


def test_the_same_text_under_another_id_is_a_copy_and_kept(ledger: Ledger) -> None:
    copy = replace(magazine(), article=replace(magazine().article, id="evening-copy"))
    assert ledger.add(magazine()) and ledger.add(copy)
    assert [r.article.id for r in ledger.readings()] == ["evening-copy", "quay-magazine"]


def test_has_answers_for_the_text_and_not_only_for_the_id(ledger: Ledger) -> None:
    ledger.add(reading(Article("daily", "First edition.")))
    asked = [
        Article("daily", "First edition."),
        Article("daily", "First edition.", title="New head"),
        Article("daily", "Second edition."),
        Article("weekly", "First edition."),
        Article("da\x00ily", "First edition."),
    ]
    assert [ledger.has(article) for article in asked] == [True, True, False, False, False]


def test_readings_come_in_the_order_asked_once_each(ledger: Ledger) -> None:
    for id in "abc":
        ledger.add(reading(Article(id, f"Text {id}.")))
    asked = iter(["c", "nowhere", "a", "c", "\x00", "\ud800"])
    assert [r.article.id for r in ledger.readings(asked)] == ["c", "a"]
    assert list(ledger.readings([])) == []


def test_texts_come_without_their_readings(ledger: Ledger) -> None:
    ids = [f"a{n:03}" for n in range(120)]
    for id in ids:
        ledger.add(reading(Article(id, f"Text {id}.")))
    asked = [*ids[5:], "a007", "nowhere", "\x00"]
    assert sorted(ledger.texts(asked)) == [(id, f"Text {id}.") for id in ids[5:]]
    assert ledger.texts([]) == []


def test_all_readings_stream_over_several_rounds(ledger: Ledger) -> None:
    ids = [f"a{n:03}" for n in range(70)]
    for id in reversed(ids):
        ledger.add(said(id, f"Words of {id}.", source("s1", f"Source of {id}")))
    read = list(ledger.readings())
    assert [r.article.id for r in read] == ids
    assert [r.sources[0].name for r in read] == [f"Source of {id}" for id in ids]
    assert [r.article.id for r in ledger.readings(ids[::-1])] == ids[::-1]


def test_adding_goes_on_while_readings_stream(ledger: Ledger) -> None:
    for n in range(40):
        ledger.add(reading(Article(f"a{n:02}", f"Text {n}.")))
    stream: Iterator[Reading] = ledger.readings()
    next(stream)
    assert ledger.add(reading(Article("new", "While it streams.")))
    assert len(list(stream)) in (39, 40)


BROKEN: list[tuple[Reading, str]] = [
    (reading(Article("", "Text.")), "has an id of 0 characters; give it one of 1 to 500"),
    (reading(Article("a" * 501, "Text.")), "has an id of 501 characters"),
    (reading(Article("a", "Te\x00xt.")), "a: holds a NUL or half a surrogate pair"),
    (reading(Article("a", "Text.", title="\udc80")), "a: holds a NUL or half a surrogate"),
    (reading(Article("a", "T", authors=("\x00",))), "a: holds a NUL or half a surrogate"),
    (reading(Article("a\x00", "Text.")), "a\N{REPLACEMENT CHARACTER}: holds a NUL"),
    (reading(Article("a", "T"), sources=[source("s#1", "X")]), "a: has 's#1' as an id"),
    (reading(Article("a", "T"), sources=[source("s1", "X")] * 2), "a: two of its sources"),
    (reading(Article("a", "T"), statements=[statement("st1", chain=["s9"])]), "st1 names a"),
    (reading(Article("a", "T"), statements=[statement("st1", parent="st9")]), "st1 names a"),
    (reading(Article("a", "T"), statements=[statement("st1", (0, 2))]), r"span \[0, 2\]"),
    (
        reading(Article("a", "T"), statements=[statement("st1", confidence=float("nan"))]),
        "confidence of nan, outside of 0 to 1",
    ),
    (
        reading(Article("a", "T"), checks=[Check("s9", Outcome.CONFIRMED, None, (0, 1))]),
        "a check of it names a source or statement that isn't there",
    ),
]


def test_what_cannot_be_kept_whole_is_refused(ledger: Ledger) -> None:
    for broken, problem in BROKEN:
        with pytest.raises(InputError, match=problem) as refused:
            ledger.add(broken)
        assert "\n" not in str(refused.value)
    assert ledger.count_articles() == 0


def test_an_article_of_five_megabytes_in_one_line_is_kept_and_found(ledger: Ledger) -> None:
    text = "The ferry left Vell. " * 250_000
    whole = said("long", text, source("s1", "Harbour master"))
    assert ledger.add(whole)
    assert list(ledger.readings()) == [whole]
    assert [row.id for row in ledger.statements(StatementFilter(text="ferry"))] == ["long#st1"]


def test_ids_as_long_as_allowed_are_kept(ledger: Ledger) -> None:
    """Characters that don't compress and take four bytes each are what an index bears least."""
    id = "".join(chr(0x20000 + n * 7) for n in range(500))
    local = "".join(chr(0x21000 + n * 11) for n in range(100))
    whole = said(id, "Text.", source(local, "".join(chr(0x22000 + n) for n in range(3000))))
    assert ledger.add(whole)
    assert list(ledger.readings()) == [whole]
    assert len(list(ledger.sources())) == 1


def test_words_that_look_like_sql_or_templates_are_words(ledger: Ledger) -> None:
    text = "Robert'); DROP TABLE articles;-- :words %s %(id)s {0} \\ \" ' "
    whole = said("x'; --", text, source("s1", text), title=text, publisher=text)
    assert ledger.add(whole)
    assert list(ledger.readings()) == [whole]


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
LOCAL = st.text(st.characters(codec="utf-8", exclude_characters="\x00#"), min_size=1, max_size=8)
ID = TEXT.filter(bool)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(TEXT)
    spans = st.tuples(*[st.integers(0, len(text))] * 2).map(lambda ends: (min(ends), max(ends)))
    many = st.lists(spans, max_size=3).map(tuple)
    names = draw(st.lists(LOCAL, max_size=3, unique=True))
    ids = draw(st.lists(LOCAL, max_size=3, unique=True))
    some = st.none() | TEXT

    def of(values: list[str]) -> st.SearchStrategy[str | None]:
        return st.none() | st.sampled_from(values) if values else st.none()

    chains = st.lists(st.sampled_from(names), max_size=3).map(tuple) if names else st.just(())
    return Reading(
        article=Article(
            draw(ID), text, *(draw(some) for _ in range(4)),
            tuple(draw(st.lists(TEXT, max_size=2))), draw(some), tuple(draw(st.lists(st.builds(
                Credit, TEXT, st.sampled_from(CreditKind), TEXT), max_size=2))),
        ),
        sources=tuple(
            draw(st.builds(
                Source, st.just(id), TEXT, st.sampled_from(SourceKind), st.sampled_from(Naming),
                some, many,
            ))
            for id in names
        ),
        statements=tuple(
            draw(st.builds(
                Statement, st.just(id), many, st.none() | spans, st.none() | spans, chains,
                st.sampled_from(Quotation), st.sampled_from(Kind), st.sampled_from(Polarity),
                st.sampled_from(Basis), many, of(ids), st.floats(0, 1),
            ))
            for id in ids
        ),
        checks=tuple(draw(st.lists(st.builds(
            Check, of(names), st.sampled_from(Outcome), of(names + ids), spans), max_size=2))),
        reader=draw(st.builds(ReaderInfo, TEXT, TEXT, TEXT)),
    )  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(whole=readings())
def test_any_reading_of_any_characters_comes_back_equal(ledger: Ledger, whole: Reading) -> None:
    if ledger.add(whole):  # not when an earlier example had this id and text
        [back] = ledger.readings([ledger.find(whole.article) or ""])
        assert replace(back, article=replace(back.article, id=whole.article.id)) == whole


def test_the_story_holds_what_these_tests_need() -> None:
    assert magazine().article.text == MAGAZINE
    assert magazine().words(magazine().statements[1].content) == (
        '"They closed the gates," … "before midnight."'
    )
