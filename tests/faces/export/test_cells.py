"""No cell breaks a row or starts a formula, and every cell can be undone."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.export.cells import cell, plain

ANY = st.text(st.characters(), max_size=30) | st.text(
    "=+-@'\" \t\n\r\\u2028n\u2028\x00", max_size=12
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the port closed", "the port closed"),
        ("=1+1", "'=1+1"),
        ('@SUM("A1")', '\'@SUM("A1")'),
        ("-5 degrees, he said", "'-5 degrees, he said"),
        ("＝1+1", "'＝1+1"),
        (" =1+1", "' =1+1"),
        ("\u200b=1+1", "'\u200b=1+1"),
        ("'quoted'", "''quoted'"),
        ("one\ntwo\tthree", "one\\ntwo\\tthree"),
        ("a\\nb", "a\\\\nb"),
        ("a\u2028b", "a\\u2028b"),
        ("“=” is no formula", "“=” is no formula"),
        ("", ""),
    ],
)
def test_the_rule(text: str, shown: str) -> None:
    assert cell(text) == shown
    assert plain(shown) == text


def test_what_is_not_known_is_empty() -> None:
    assert cell(None) == ""


@given(ANY)
def test_every_cell_can_be_undone(text: str) -> None:
    assert plain(cell(text)) == text


@given(ANY)
def test_no_cell_starts_a_formula(text: str) -> None:
    assert not cell(text).lstrip().startswith(("=", "+", "-", "@", '"', "＝", "＋", "－", "＠"))


@given(ANY)
def test_no_cell_breaks_a_row(text: str) -> None:
    assert len(f"{cell(text)}|".splitlines()) == 1
    assert "\t" not in cell(text)


@given(st.lists(ANY, min_size=1, max_size=4))
def test_rows_come_back_from_the_csv_reader(texts: list[str]) -> None:
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC).writerow([cell(t) for t in texts])
    rows = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
    assert [[plain(c) for c in row] for row in rows] == [texts]
