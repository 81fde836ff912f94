"""How people read what the records hold."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.wording import (
    chain_line,
    clean,
    day,
    denial_line,
    in_reading_order,
    moment,
    sources_in_order,
    support_line,
    unquoted,
)
from firsthand.model.reading import Reading
from firsthand.model.trace import Trace


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2024-03-14", "14 Mar 2024"),
        ("2024-12-01T23:59:00+02:00", "1 Dec 2024"),
        ("last spring", "last spring"),
        (None, ""),
    ],
)
def test_dates_are_days(published: str | None, shown: str) -> None:
    assert day(published) == shown


def test_a_page_cannot_steer_the_terminal() -> None:
    assert clean("a\x1b[31mred\x1b[0m\x07\n b\u202etxt") == "a[31mred[0m btxt"


@given(st.text())
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert {category(character) for character in clean(text)} & {"Cc", "Cs"} == set()


def test_the_chain_begins_with_the_publisher_and_ends_with_the_source(reading: Reading) -> None:
    lines = [chain_line(reading, statement) for statement in reading.statements]
    assert lines == [
        "The Lantern ‹ Tidewater ‹ Brann (pseudonym)",
        "The Lantern ‹ Tidewater ‹ Brann (pseudonym) ‹ mate (unnamed)",
        "The Lantern ‹ Tidewater ‹ Brann (pseudonym)",
        "The Lantern ‹ Marrow Line",
    ]


def test_a_chain_of_nobody_says_so(reading: Reading) -> None:
    nobodys = replace(reading.statements[0], chain=())
    assert chain_line(reading, nobodys) == "The Lantern ‹ nobody named"
    unsigned = replace(reading, article=replace(reading.article, publisher=None))
    assert chain_line(unsigned, nobodys) == "nobody named"


def test_statements_come_in_reading_order_with_inner_ones_below(reading: Reading) -> None:
    shuffled = replace(reading, statements=reading.statements[::-1])
    ordered = [(statement.id, depth) for statement, depth in in_reading_order(shuffled)]
    assert ordered == [("st1", 0), ("st2", 1), ("st3", 0), ("st4", 0)]


def test_a_statement_whose_parent_is_missing_stands_by_itself(reading: Reading) -> None:
    orphaned = replace(reading, statements=reading.statements[1:])
    assert [(s.id, d) for s, d in in_reading_order(orphaned)] == [
        ("st2", 0), ("st3", 0), ("st4", 0),
    ]  # fmt: skip


def test_sources_come_as_they_first_turn_up(reading: Reading) -> None:
    shuffled = replace(reading, sources=reading.sources[::-1])
    assert [source.id for source in sources_in_order(shuffled)] == ["s2", "s1", "s3", "s4"]


def test_marks_around_a_whole_quotation_are_taken_off() -> None:
    assert unquoted("“It is all but done,”") == "It is all but done,"
    assert unquoted("“It is” all “but done”, he") == "“It is” all “but done”, he"
    assert unquoted("“”") == "“”"


def test_a_moment_is_told_in_universal_time() -> None:
    when = datetime(2031, 3, 4, 1, 5, tzinfo=timezone(timedelta(hours=2)))
    assert moment(when) == "3 Mar 2031 23:05 UTC"


def test_the_count_is_a_best_value_and_an_interval(trace: Trace) -> None:
    assert support_line(trace) == (
        "6 articles look like confirmation; 1 independent origin stands behind them "
        "(at least 1, at most 2)"
    )
    assert denial_line(trace) == "1 independent origin denies it"
    assert denial_line(replace(trace, independent_denial=2, denial_bounds=(1, 2))) == (
        "2 independent origins (at least 1, at most 2) deny it"
    )
    assert denial_line(replace(trace, independent_denial=0)) == (
        "nobody denies it in these articles"
    )
