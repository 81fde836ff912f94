"""What articles make of a headline, on claims that nobody trained on: FNC-1, split by claim.

    PYTHONPATH=training python benchmarks/stances.py [--shared ../shared] [--write]

Judged are the pairs of the split's test part (training/stance/corpus.py says how it is split), by
the network that ships and as `firsthand stance` asks it. Beside it what words in common alone
give, their threshold chosen on the split's choice part. Prints a table; with --write puts it into
docs/quality.md. Exits 1 below a floor of floors.json, and 2 where there is nothing to measure on.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from firsthand.linking.stances.held import CALLED, Stances
from firsthand.linking.words import stems
from firsthand.model.article import Article
from quality import ROOT, below, between_marks, markdown, missing
from stance.corpus import STANCES, Pair, bodies, split
from stance.scorer import scores
from tables import FLOORS, Row, Table

ROWS = (
    Row("macro", "mean of the four F1"),
    Row("unrelated", "unrelated (F1)"),
    Row("discuss", "reports it: FNC-1's discuss (F1)"),
    Row("agree", "asserts it: agree (F1)"),
    Row("disagree", "denies it: disagree (F1)"),
    Row("accuracy", "right"),
    Row("fnc", "the challenge's weighted score"),
    Row("macro_words", "mean of the four F1 by words in common alone"),
    Row("macro_majority", "… and were all called unrelated"),
)


def stance_table() -> Table:
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))["stances"]
    title = "What an article makes of a headline: FNC-1, claims not trained on"
    return Table("stances", "stances", title, ROWS, **pinned)


def measured(table: Table, shared: Path) -> dict[str, float]:
    folder = (shared / "corpora" / table.corpus).parent
    parts, texts = split(folder), bodies(folder)
    gold = [p.stance for p in parts.test]
    threshold = chosen(parts.choice, texts)
    return {
        **scores(asked(parts.test, texts), gold),
        "macro_words": scores(by_words(parts.test, texts, threshold), gold)["macro"],
        "macro_majority": scores([0] * len(gold), gold)["macro"],
    }


def asked(pairs: Sequence[Pair], texts: Mapping[str, str]) -> list[int]:
    stances = Stances()
    place = {CALLED[name]: k for k, name in enumerate(STANCES)}

    def one(pair: Pair) -> int:
        return place[stances.of(pair.headline, Article(pair.body, texts[pair.body])).stance]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(one, pairs))


def by_words(pairs: Sequence[Pair], texts: Mapping[str, str], threshold: float) -> list[int]:
    """Reported where enough of the headline's words stand in the body."""
    said = {id: stems(text) for id, text in texts.items()}
    discuss = STANCES.index("discuss")
    return [discuss if _share(p, said) >= threshold else 0 for p in pairs]


def chosen(pairs: Sequence[Pair], texts: Mapping[str, str]) -> float:
    gold = [p.stance for p in pairs]
    steps = [k / 20 for k in range(1, 20)]
    return max(steps, key=lambda t: scores(by_words(pairs, texts, t), gold)["macro"])


def _share(pair: Pair, said: Mapping[str, frozenset[str]]) -> float:
    wanted = stems(pair.headline)
    return len(wanted & said[pair.body]) / max(1, len(wanted))


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    ap.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    args = ap.parse_args()
    table = stance_table()
    if problem := missing(table, args.shared):
        print(problem, file=sys.stderr)
        return 2
    found = measured(table, args.shared)
    shown = markdown(table, found, headlines=False)
    print(shown)
    if args.write:
        path = ROOT / "docs" / "quality.md"
        content = f"{shown}\nIn percent, by `make bench-stance`.\n"
        document = between_marks(path.read_text(encoding="utf-8"), content, name="stance")
        path.write_text(document, encoding="utf-8")
    low = below(table, found)
    print(*low, sep="\n", file=sys.stderr, end="\n" if low else "")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
