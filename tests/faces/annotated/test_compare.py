"""What an annotator changed in the ferry's story, and what is found again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from firsthand.faces.annotated.compare import Compared, compare
from firsthand.faces.annotated.marks import Mark, Marked, Place
from firsthand.faces.export.anchor import Quote, quote
from firsthand.ledger.rows import StatementJudgement, Verdict
from firsthand.model.errors import InputError
from firsthand.model.reading import Polarity, Quotation, Reading, Statement
from firsthand.model.span import Span
from tests.faces.conftest import STATEMENTS, TEXT, at

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def place(span: Span | None, text: str = TEXT) -> Place | None:
    return Place(quote(text, span), span) if span else None


def mark(s: Statement, text: str = TEXT, **choices: str) -> Mark:
    content = tuple(Place(quote(text, span), span) for span in s.content)
    return Mark(s.id, content, place(s.cue, text), place(s.mention, text), choices)


def left(*marks: Mark, whole: bool = True, around: bool = True) -> Marked:
    return Marked("ferry", marks, whole=whole, around=around)


def judged(
    reading: Reading,
    marked: Marked,
    before: Iterable[StatementJudgement] = (),
    *,
    author: str = "Ada",
    restore: bool = False,
) -> Compared:
    return compare(marked, reading, before, why="marked", author=author, when=NOON, restore=restore)


def told(found: Compared) -> list[tuple[str, str, str]]:
    return [(each.statement, each.verdict.value, each.why) for each in found.judged]


ALL = tuple(mark(s) for s in STATEMENTS)


def test_what_is_as_it_was_is_not_judged(reading: Reading) -> None:
    assert judged(reading, left(*ALL)) == Compared((), (), 0, ())
    nameless = [replace(each, id=None) for each in ALL]
    assert judged(reading, left(*nameless)) == Compared((), (), 0, ())


def test_what_is_gone_was_removed(reading: Reading) -> None:
    found = judged(reading, left(*ALL[:3]))
    assert found.judged == (
        StatementJudgement("ferry#st4", Verdict.REMOVED, None, "marked", "Ada", NOON),
    )
    assert judged(reading, left(*ALL[:3], whole=False)).judged == ()


def test_another_choice_is_a_change(reading: Reading) -> None:
    [each] = judged(reading, left(*ALL[:3], mark(STATEMENTS[3], polarity="asserted"))).judged
    assert each.marked == replace(STATEMENTS[3], polarity=Polarity.ASSERTED)
    assert (each.verdict, each.why) == (
        Verdict.CHANGED, "marked: polarity denied → asserted",
    )  # fmt: skip


def test_other_words_are_a_change_and_a_space_is_none(reading: Reading) -> None:
    start, end = STATEMENTS[3].content[0]
    for span, changed in (((start - 1, end), []), ((start, end - 5), ["ferry#st4"])):
        moved = replace(ALL[3], content=(Place(quote(TEXT, span), span),))
        assert [e.statement for e in judged(reading, left(*ALL[:3], moved)).judged] == changed


def test_a_statement_that_was_missed_is_added_and_marked_twice_is_one(reading: Reading) -> None:
    new = Mark(
        None, (Place(quote(TEXT, at("ferry sailed with doors open")), None),),
        cue=place(at("says")), mention=place(at("Pilot")), choices={"quotation": "mixed"},
    )  # fmt: skip
    [each] = judged(reading, left(*ALL, new)).judged
    assert each.verdict is Verdict.ADDED and each.marked is not None
    assert each.statement == f"ferry#{each.marked.id}"
    assert (each.marked.cue, each.marked.mention) == (at("says"), at("Pilot"))
    assert (each.marked.quotation, each.marked.confidence) == (Quotation.MIXED, 1.0)
    assert judged(reading, left(*ALL, new), [each]).judged == ()


def test_who_is_credited_comes_from_where_the_mention_is(reading: Reading) -> None:
    for words, chain in (("Tidewater", ("s1",)), ("Brann", ("s1", "s2")), ("doors", ())):
        other = replace(ALL[2], mention=place(at(words)))
        [each] = judged(reading, left(*ALL[:2], other, ALL[3])).judged
        assert each.marked is not None and each.marked.chain == chain


def test_a_cue_taken_away_is_a_change(reading: Reading) -> None:
    bare = replace(ALL[3], cue=None)
    assert told(judged(reading, left(*ALL[:3], bare))) == [("ferry#st4", "changed", "marked: cue")]
    assert judged(reading, left(*ALL[:3], bare, around=False)).judged == ()


# Found again


def test_in_a_text_that_was_edited_words_are_found_again(reading: Reading) -> None:
    edited = "CORRECTED. " + TEXT
    moved = [
        replace(s, content=tuple((a + 11, b + 11) for a, b in s.content), cue=None, mention=None)
        for s in STATEMENTS
    ]
    found = judged(reading, left(*(mark(s, edited) for s in moved), around=False))
    assert (found.judged, found.moved, found.orphaned) == ((), 4, ())


def test_what_is_orphaned_judges_nothing(reading: Reading) -> None:
    gone = Mark("st4", (Place(Quote("no door was ever open", "that ", "."), (203, 224)),))
    found = judged(reading, left(*ALL[:3], gone))
    assert (found.judged, found.orphaned) == ((), ("no door was ever open",))
    nameless = replace(gone, id=None)
    assert judged(reading, left(*ALL[:3], nameless)).judged == ()


def test_words_alone_stand_where_they_stood(reading: Reading) -> None:
    span = STATEMENTS[3].content[0]
    bare = Mark("st4", (Place(Quote(TEXT[slice(*span)]), span),))
    assert judged(reading, left(*ALL[:3], bare, around=False)).judged == ()


# After others


def test_a_change_taken_back_by_its_author_is_kept(reading: Reading) -> None:
    before = judged(reading, left(*ALL[:3])).judged
    assert told(judged(reading, left(*ALL), before)) == [("ferry#st4", "kept", "marked")]


def test_what_others_judged_is_taken_back_only_when_asked(reading: Reading) -> None:
    before = judged(reading, left(*ALL[:3])).judged
    found = judged(reading, left(*ALL), before, author="Jo")
    assert (found.judged, found.standing) == ((), before)
    asked = judged(reading, left(*ALL), before, author="Jo", restore=True)
    assert told(asked) == [("ferry#st4", "kept", "marked")]


def test_a_choice_that_there_is_not(reading: Reading) -> None:
    with pytest.raises(InputError, match="st4: its polarity is 'true'; choose one of asserted"):
        judged(reading, left(mark(STATEMENTS[3], polarity="true")))
