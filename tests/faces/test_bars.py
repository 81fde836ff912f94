"""Widths of bars: they add up, and what is there is seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.bars import bars, cells, lengths
from firsthand.linking.sourcing import audit
from firsthand.model.reading import Reading


@pytest.mark.parametrize(
    ("counts", "width", "given"),
    [
        ([1, 1], 10, [5, 5]),
        ([2, 1], 10, [7, 3]),
        ([999, 1], 10, [9, 1]),
        ([3, 0], 10, [10, 0]),
        ([0, 0], 10, [0, 0]),
    ],
)
def test_cells_follow_the_counts(counts: list[int], width: int, given: list[int]) -> None:
    assert cells(counts, width=width) == given


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=5), st.integers(5, 60))
def test_cells_add_up_and_whatever_counts_is_seen(counts: list[int], width: int) -> None:
    found = cells(counts, width=width)
    assert sum(found) == (width if any(counts) else 0)
    assert [n > 0 for n in found] == [n > 0 for n in counts]


def test_parts_fill_the_bar(reading: Reading) -> None:
    for bar in bars(audit([reading]).total):
        assert [part.count > 0 for part in bar.parts] == [True] * len(bar.parts)
        assert bar.parts[0].start == 0
        assert sum(part.width for part in bar.parts) == pytest.approx(100)


def test_long_chains_are_one_part(reading: Reading) -> None:
    deep = replace(audit([reading]).total, lengths={0: 1, 1: 0, 4: 2, 7: 3})
    assert [(p.label, p.count) for p in lengths(deep).parts] == [("4 or more", 5), ("no source", 1)]
    assert lengths(deep).spoken == "4 or more 5, no source 1"
