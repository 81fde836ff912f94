"""FNC-1's pairs of headline and body, split by claim.

A body's claim is the corpus's; one without a claim is its own; claims that share a headline are
one. `folds.json` deals them into five folds, by ids of bodies (folds.py made it). All pairs of a
body are on its side, so that each side has the corpus's share of unrelated pairs. Pairs of a
training body with a headline that is related to a body of another side are left out: no claim that
is judged was trained on.
"""

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STANCES = ("unrelated", "discuss", "agree", "disagree")
FOLDS = Path(__file__).parent / "folds.json"
TEST, CHOICE = 0, 1
"""Folds that are judged on, and that choices are made on; the others are trained on."""


@dataclass(frozen=True, slots=True)
class Pair:
    headline: str
    body: str
    stance: int
    """Its place in `STANCES`."""


@dataclass(frozen=True, slots=True)
class Parts:
    train: list[Pair]
    choice: list[Pair]
    test: list[Pair]


def bodies(folder: Path) -> dict[str, str]:
    """Text by id."""
    return {row["id"]: row["text"] for row in _rows(folder)}


def claims(folder: Path) -> dict[str, str]:
    """Claim by the body's id."""
    return {row["id"]: row["claim"] or f"body {row['id']}" for row in _rows(folder)}


def pairs(folder: Path) -> Iterator[Pair]:
    with gzip.open(folder / "stances-train.csv.gz", "rt", encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Pair(row["headline"], row["body_id"], STANCES.index(row["stance"]))


def split(folder: Path, *, chosen: bool = False) -> Parts:
    """`chosen`: everything is chosen, and the choice part is trained on too."""
    judged = (TEST,) if chosen else (TEST, CHOICE)
    folds = json.loads(FOLDS.read_text(encoding="utf8"))
    fold_of = {id: fold for fold, ids in enumerate(folds) for id in ids}
    every = list(pairs(folder))
    side = {p.headline: fold_of[p.body] for p in every if p.stance}
    parts = Parts([], [], [])
    for pair in every:
        fold = fold_of.get(pair.body)
        if fold == TEST:
            parts.test.append(pair)
        elif fold == CHOICE:
            parts.choice.append(pair)
        if fold not in judged and side.get(pair.headline, fold) not in judged:
            parts.train.append(pair)
    return parts


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    with gzip.open(folder / "bodies-train.jsonl.gz", "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)
