"""Dates into columns of time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.periods import MOST, timeline


def test_a_few_days_are_columns_with_what_lies_between() -> None:
    found = timeline(["2024-03-20", "2024-03-19T08:00:00Z", None, "2024-03-22", "2024-03-20"])
    assert found.of == {"2024-03-19T08:00:00Z": 0, "2024-03-20": 1, "2024-03-22": 2}
    assert found.labels == ["19 Mar 2024", "20 Mar 2024", "22 Mar 2024"]
    assert found.gaps == ["", "", "1 day between"]
    assert found.days


def test_what_is_no_date_has_no_place_in_time() -> None:
    found = timeline(["last Tuesday", None, ""])
    assert (found.of, found.labels, found.gaps) == ({}, [], [])


@pytest.mark.parametrize(
    ("step", "labels"),
    [
        (3, ["week of 29 Apr 2024", "week of 6 May 2024"]),
        (10, ["May 2024", "Jun 2024"]),
        (40, ["Apr–Jun 2024", "Jul–Sep 2024"]),
        (150, ["2024", "2025"]),
        (700, ["2024–2027", "2028–2031"]),
    ],
)
def test_many_days_become_longer_periods(step: int, labels: list[str]) -> None:
    first = date(2024, 5, 1)
    found = timeline((first + timedelta(days=step * n)).isoformat() for n in range(20))
    assert found.labels[:2] == labels
    assert len(found.labels) <= MOST and not found.days


@given(st.lists(st.dates(), max_size=60))
def test_any_dates_take_few_columns_and_keep_their_order(days: list[date]) -> None:
    found = timeline(d.isoformat() for d in days)
    assert len(found.labels) == len(found.gaps) == len(set(found.of.values())) <= MOST
    placed = [found.of[d.isoformat()] for d in sorted(days)]
    assert placed == sorted(placed)
