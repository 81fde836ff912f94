"""Copy chains: known, drawn the same way each time, and linked by the ledger."""

from pathlib import Path

import pytest

from chains import Version, reading, versions
from firsthand.ledger.store import Ledger
from neighbours import Drawer
from scale import added, recalled, true_pairs

BLOCKS = [
    tuple(f"{w}{k} " + " ".join(f"{w}{k}{j}" for j in "abcdefghijk") for w in ("ab", "cd"))
    for k in "abcdefghijklmnopqrstuvwxyz"
]


def chain(articles: int) -> list[Version]:
    return list(versions(BLOCKS, articles))


def test_the_same_chains_come_each_time() -> None:
    assert chain(40) == chain(40)
    assert len({v.id for v in chain(40)}) == 40


def test_an_original_stands_before_its_copies_in_one_story() -> None:
    seen: dict[str, int] = {}
    for version in chain(60):
        assert version.parent is None or seen[version.parent] == version.story
        seen[version.id] = version.story


def test_a_copys_statement_names_the_outlet_of_what_it_copies() -> None:
    copied = next(v for v in chain(60) if v.parent)
    [source], [lead] = reading(copied).sources, reading(copied).statements
    assert lead.chain == (source.id,)
    assert reading(copied).words(lead.content) == copied.sentences[0]


def test_true_copies_are_found_by_the_ledger_and_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale.LAST", 20)
    every = chain(60)
    pairs = true_pairs(every)
    assert pairs
    with Ledger.open(tmp_path / "news.db") as ledger:
        lines = list(added(ledger, every))
        assert recalled(ledger, pairs).value == "100.00"
    assert lines[0].what == "one article added and linked among 60, ms"
    drawer = Drawer()
    known = {frozenset((v.id, other)) for v in every for other in drawer.link(v.id, v.text)}
    assert {frozenset(pair) for pair in pairs} <= known
