"""The scorer of coreference against figures worked out by hand."""

import pytest

from coreference import scorer

GOLD = [frozenset({(0, 1), (2, 3), (4, 5)}), frozenset({(6, 7), (8, 9)})]
PREDICTED = [frozenset({(0, 1), (2, 3)}), frozenset({(4, 5), (6, 7), (8, 9)})]


def test_a_mention_in_the_wrong_cluster() -> None:
    found = scorer.scores([(GOLD, PREDICTED)])
    # links: 2 of 3 kept either way; B³: (4/3 + 1/3 + 2) / 5 and (2 + 1/3 + 4/3) / 5;
    # best pairs: 2·2/5 and 2·2/5 over 2 clusters
    assert found == pytest.approx(
        {"mentions": 100, "muc": 200 / 3, "b3": 1100 / 15, "ceafe": 80, "conll": 73.333},
        abs=0.001,
    )


def test_all_right_and_all_wrong() -> None:
    assert set(scorer.scores([(GOLD, GOLD)]).values()) == {100.0}
    assert set(scorer.scores([(GOLD, [])]).values()) == {0.0}


def test_counts_of_documents_are_summed() -> None:
    both = scorer.scores([(GOLD, GOLD), (GOLD, [])])
    assert both["mentions"] == pytest.approx(200 / 3)


@pytest.mark.parametrize(
    ("values", "pairs"),
    [
        ([[1.0, 2.0], [2.0, 4.0]], {(0, 0), (1, 1)}),
        ([[3.0, 2.0], [4.0, 1.0]], {(0, 1), (1, 0)}),
        ([[1.0], [5.0], [2.0]], {(1, 0)}),
        ([[1.0, 9.0, 3.0]], {(0, 1)}),
    ],
)
def test_assignment(values: list[list[float]], pairs: set[tuple[int, int]]) -> None:
    assert set(scorer.assignment(values)) == pairs
