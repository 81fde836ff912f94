"""One ledger of a whole corpus: what is found of a claim, and how alike two groupings are."""

import pytest

from corpus import adjusted_rand, corpus_table, grouped, looked_for

FAMILIES = [
    {
        "articles": [
            {"id": "a", "stance": "reports"},
            {"id": "b", "stance": "denies"},
            {"id": "c", "stance": "off_topic"},
        ]
    },
    {"articles": [{"id": "d", "stance": "asserts"}]},
]


def trace(*ids: str) -> dict[str, list[dict[str, str]]]:
    return {"articles": [{"id": id} for id in ids]}


def test_families_are_looked_for_over_all_their_articles() -> None:
    found = [trace("a", "c"), trace("d", "e")]
    assert looked_for(FAMILIES, found) == {"recall": 66.7, "precision": 50.0}


def test_nothing_found_is_no_precision() -> None:
    assert looked_for(FAMILIES, [trace(), trace()]) == {"recall": 0.0, "precision": 0.0}


def test_equal_groupings_are_one_whatever_their_names() -> None:
    assert adjusted_rand("aabbc", [7, 7, 1, 1, 3]) == 1.0
    assert adjusted_rand("abc", "xyz") == 1.0


def test_the_index_of_two_groupings_that_differ() -> None:
    # Of 15 pairs of six things, 4 are together in each and 2 of these in both; by chance 16/15.
    assert adjusted_rand("aaabbc", "xxyyyz") == pytest.approx((2 - 16 / 15) / (4 - 16 / 15))


def test_an_article_that_no_trace_holds_is_alone_and_one_without_a_claim_isnt_compared() -> None:
    claims = {"a": "port", "b": "port", "c": "tram", "d": "tram"}
    whole = [trace("a", "b", "unclaimed"), trace("c", "d")]
    assert grouped(claims, whole) == 100.0
    assert grouped(claims, whole[:1]) == pytest.approx(57.1)


def test_its_floors_are_not_lowered() -> None:
    table = corpus_table()
    assert set(table.floors) == {row.name for row in table.rows}
    assert table.floors["recall"] >= 85
    assert table.floors["precision"] >= 90
    assert table.floors["rand"] >= 75
