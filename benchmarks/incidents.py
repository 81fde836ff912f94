"""Reports that don't depend on each other: what a trace makes of local news about one incident.

    python benchmarks/incidents.py [--shared ../shared]

Draws 40 incidents with several articles, adds each to a ledger of its own, traces the earliest
article's headline, and prints a line for each: articles, those found, supporting origins with
their interval, denying ones. How many there really are a person has judged (incidents.md).
"""

import argparse
import json
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from quality import ROOT, Json, firsthand, jsonl, rows_of

CORPUS = "local-news/articles.jsonl.gz"
DRAWN = 40
KNOWN = ("id", "text", "title", "url", "published", "publisher")


def drawn(
    articles: Sequence[Json], *, many: int = DRAWN, seed: int = 7
) -> Mapping[str, list[Json]]:
    """Incidents with several articles, in the order of drawing; each from the earliest on."""
    found: dict[str, list[Json]] = defaultdict(list)
    for article in articles:
        found[str(article["incident"])].append(article)
    several = sorted(incident for incident, told in found.items() if len(told) > 1)
    chosen = random.Random(seed).sample(several, min(many, len(several)))
    return {i: sorted(found[i], key=lambda a: (a["published"] or "", a["id"])) for i in chosen}


def line(incident: str, told: Sequence[Json], trace: Json) -> str:
    least, most = trace["at_least"], trace["at_most"]
    support = str(trace["independent_support"]) + (f" ({least}–{most})" if least != most else "")
    cells = (incident, len(told), len(trace["articles"]), support, trace["independent_denial"])
    return "| " + " | ".join(map(str, cells)) + " |"


def traced(incident: str, told: Sequence[Json], folder: Path) -> Json:
    ledger = folder / f"{incident}.db"
    known = ({k: a[k] for k in KNOWN if k in a} for a in told)
    firsthand("add", "--ledger", ledger, jsonl(folder / f"{incident}.jsonl", known))
    headline = told[0]["title"] or told[0]["text"].splitlines()[0]
    trace: Json = json.loads(firsthand("trace", headline, "--ledger", ledger, "--format", "json"))
    return trace


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    corpus = ap.parse_args().shared / "corpora" / CORPUS
    if not corpus.exists():
        print(f"no corpus at {corpus}; say where it is with --shared", file=sys.stderr)
        return 2
    print(
        "| incident | articles | found | origins | denying |", "|---:|---:|---:|---|---:|", sep="\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        for incident, told in drawn(rows_of(corpus)).items():
            print(line(incident, told, traced(incident, told, Path(folder))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
