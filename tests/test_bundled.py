"""The whole way on the bundled corpus, with the model that ships: files in, counts out."""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from firsthand.intake.inputs import articles
from firsthand.ledger.store import Ledger
from firsthand.linking.trace import trace
from firsthand.model.article import Article
from firsthand.reading.reader import Reader

EXAMPLES = Path(__file__).parents[1] / "examples"
FAMILIES: dict[str, dict[str, Any]] = {
    family["family"]: family
    for family in map(
        json.loads, (EXAMPLES / "gold" / "families.jsonl").read_text("utf-8").splitlines()
    )
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    inputs = [str(EXAMPLES / name) for name in ("articles", "pages", "feed.xml", "articles.jsonl")]
    reader = Reader(threads=1)
    with Ledger.open(tmp_path_factory.mktemp("bundled") / "examples.db") as kept:
        for article in articles(inputs):
            assert isinstance(article, Article), article
            kept.add(reader.read(article))
        yield kept


@pytest.mark.parametrize(
    ("name", "support", "denial"),
    [
        ("kessary-detainees", 2, 1),
        ("kessary-closure", 3, 1),
        ("corvane-ellory", 1, 3),
        ("pellow-street", 4, 0),
    ],
)
def test_independent_origins(ledger: Ledger, name: str, support: int, denial: int) -> None:
    found = trace(FAMILIES[name]["claim"], ledger)
    assert (found.independent_support, found.independent_denial) == (support, denial)
    assert found.at_least <= support <= found.at_most


@pytest.mark.parametrize("name", FAMILIES)
def test_articles_and_copies(ledger: Ledger, name: str) -> None:
    gold = {a["id"]: a for a in FAMILIES[name]["articles"] if a["stance"] != "off_topic"}
    found = {a.id: a for a in trace(FAMILIES[name]["claim"], ledger).articles}
    assert gold.keys() <= found.keys()
    pairs = _together((id, a["copy_of"]) for id, a in gold.items())
    assert _together((a.id, a.copy_of) for a in found.values()) == pairs


@pytest.mark.parametrize("name", ["kessary-detainees", "corvane-ellory", "pellow-street"])
def test_stances(ledger: Ledger, name: str) -> None:
    found = {a.id: a.stance.value for a in trace(FAMILIES[name]["claim"], ledger).articles}
    gold = FAMILIES[name]["articles"]
    assert {a["id"]: a["stance"] for a in gold if a["stance"] != "off_topic"}.items() <= (
        found.items()
    )


def _together(copies: Iterator[tuple[str, str | None]]) -> set[frozenset[str]]:
    """All pairs of articles that share text, by way of others too."""
    groups: list[set[str]] = []
    for copy, original in copies:
        if original is None:
            continue
        touched = [g for g in groups if g & {copy, original}]
        groups = [g for g in groups if g not in touched]
        groups.append({copy, original}.union(*touched))
    return {frozenset(p) for g in groups for p in combinations(sorted(g), 2)}


@pytest.mark.parametrize("name", FAMILIES)
def test_no_article_credits_one_name_twice(ledger: Ledger, name: str) -> None:
    for article in trace(FAMILIES[name]["claim"], ledger).articles:
        assert len(set(article.via)) == len(article.via), article.id
