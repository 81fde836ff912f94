"""All of a corpus in one ledger: are a claim's articles found among all the others, and does the
ledger fall into its claims by itself.

    python benchmarks/corpus.py [--shared ../shared] [--ledger FILE] [--write]

Reading the corpus takes minutes; with --ledger the ledger is kept and what it holds isn't read
again. Prints a table; with --write puts it into docs/quality.md. Exits 1 below a floor of
floors.json, and 2 where there is nothing to measure on.

Compared is with the corpus's own `claim` field. A body without one is in the ledger and in the way,
and counts among those that a trace shouldn't have, but in no comparison of groups. One that
`firsthand add` refuses (two are in French), and one that no trace holds, is a group of its own. A
body that was collected under several claims has at most one in the field, and counts under that.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import comb
from pathlib import Path

from quality import (
    FIRSTHAND,
    ROOT,
    Json,
    below,
    between_marks,
    closing,
    firsthand,
    jsonl,
    markdown,
    missing,
    rows_of,
)
from tables import FLOORS, Row, Table, tables

FAMILIES = "families-dev.jsonl"
REFUSED = 1
"""How `firsthand add` ends when it refused some inputs and kept the others."""
ROWS = (
    Row("recall", "of five claims, their family's articles that the trace has"),
    Row("precision", "the traces' articles that belong to the family"),
    Row("rand", "adjusted Rand index of the traces of all claims, 0 to 100"),
)


def corpus_table() -> Table:
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))["corpus"]
    return Table("corpus", "corpus", "All of FNC-1: 1,683 articles in one ledger", ROWS, **pinned)


def measured(table: Table, shared: Path, ledger: Path) -> dict[str, float]:
    bodies = rows_of(shared / "corpora" / table.corpus)
    families = rows_of(shared / "corpora" / FAMILIES)
    add(ledger, bodies)
    found = [json.loads(traced(ledger, family["claim"])) for family in families]
    every = map(json.loads, traced(ledger, "--all").splitlines())
    known = {b["id"]: b["claim"] for b in bodies if b["claim"] is not None}
    return {**looked_for(families, found), "rand": grouped(known, every)}


def add(ledger: Path, bodies: Iterable[Json]) -> None:
    """By the command that users run, which names the inputs that it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        known = ({"id": b["id"], "text": b["text"]} for b in bodies)
        inputs = jsonl(Path(folder) / "bodies.jsonl", known)
        done = subprocess.run([FIRSTHAND, "add", "--ledger", ledger, inputs], stdout=sys.stderr)
    if done.returncode not in (0, REFUSED):
        sys.exit(f"firsthand add ended with {done.returncode}")


def traced(ledger: Path, claim: str) -> str:
    return firsthand("trace", claim, "--ledger", ledger, "--format", "json")


def looked_for(families: Sequence[Json], found: Sequence[Json]) -> dict[str, float]:
    """Recall and precision in percent, over the articles of all families."""
    right = wanted = given = 0
    for family, trace in zip(families, found, strict=True):
        own = {a["id"] for a in family["articles"] if a["stance"] != "off_topic"}
        held = {a["id"] for a in trace["articles"]}
        right, wanted, given = right + len(own & held), wanted + len(own), given + len(held)
    return {
        "recall": round(100 * right / wanted, 1),
        "precision": round(100 * right / max(1, given), 1),
    }


def grouped(claims: Mapping[str, str], every: Iterable[Json]) -> float:
    """The adjusted Rand index, in percent, of traces and the known claim of each article."""
    group = {a["id"]: k for k, trace in enumerate(every) for a in trace["articles"]}
    ids = sorted(claims)
    own = [claims[id] for id in ids]
    return round(100 * adjusted_rand(own, [group.get(id, id) for id in ids]), 1)


def adjusted_rand(first: Sequence[object], second: Sequence[object]) -> float:
    """How alike two groupings of the same things are: 1 for equal ones, around 0 by chance
    (Hubert and Arabie 1985, "Comparing partitions")."""
    both, a, b = _pairs(zip(first, second, strict=True)), _pairs(first), _pairs(second)
    by_chance = a * b / max(1, comb(len(first), 2))
    most = (a + b) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def _pairs(groups: Iterable[object]) -> int:
    """How many pairs of things are in one group."""
    return sum(comb(n, 2) for n in Counter(groups).values())


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    ap.add_argument("--ledger", type=Path, help="a ledger to keep, or one that holds the corpus")
    ap.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    args = ap.parse_args()
    table = corpus_table()
    gold = next(t for t in tables() if t.corpus == FAMILIES)
    if problem := missing(table, args.shared) or missing(gold, args.shared):
        print(problem, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        scores = measured(table, args.shared, args.ledger or Path(folder) / "corpus.db")
    shown = markdown(table, scores, headlines=False)
    print(shown)
    if args.write:
        path = ROOT / "docs" / "quality.md"
        content = f"{shown}\n{closing('make bench-corpus')}"
        document = between_marks(path.read_text(encoding="utf-8"), content, name="corpus")
        path.write_text(document, encoding="utf-8")
    low = below(table, scores)
    print(*low, sep="\n", file=sys.stderr, end="\n" if low else "")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
