"""What `confidence` is worth: the precision and recall that each --min-confidence gives.

    python benchmarks/confidence.py [--shared ../shared] [--write]

On PolNeAR's development part, outermost statements alone, since its gold has no others. Right is a
statement that the gold has too, with the same source. The expected calibration error (Guo et al.
2017, ten bins) is the mean distance of confidence from the share that is right. With --write, the
figures go into docs/quality.md and the curve into docs/confidence.svg.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality import ROOT, Json, between_marks, read, rows_of

STEPS = [k / 20 for k in range(20)]
SHOWN = (0.0, 0.5, 0.6, 0.7, 0.8)
BINS = 10
PROMISED = 0.05


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement's confidence and whether the gold has it with the same source."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What is left at a --min-confidence, in percent."""

    least: float
    precision: float
    recall: float


def judged(
    text: str, gold: Sequence[Json], statements: Sequence[Json], scorer: Any
) -> list[Judged]:
    """Statements paired one to one with the gold, the best overlap first, as the scorer does."""
    outer = [s for s in statements if s["parent"] is None]
    sets = [
        [(scorer.tokens(text, a["content"]), scorer.tokens(text, a["source"])) for a in found]
        for found in (gold, scorer.spans_of({"statements": outer}))
    ]
    pairs = sorted(
        (
            (2 * len(g[0] & f[0]) / (len(g[0]) + len(f[0])), -i, -j)
            for i, g in enumerate(sets[0])
            for j, f in enumerate(sets[1])
            if g[0] & f[0]
        ),
        reverse=True,
    )
    used: set[int] = set()
    right: dict[int, bool] = {}
    for _, i, j in pairs:
        if -i not in used and -j not in right:
            used.add(-i)
            g, f = sets[0][-i][1], sets[1][-j][1]
            right[-j] = bool(g & f) if g else not f
    return [Judged(s["confidence"], right.get(j, False)) for j, s in enumerate(outer)]


def curve(found: Sequence[Judged], gold: int) -> list[Step]:
    steps = []
    for least in STEPS:
        kept = [x for x in found if x.confidence >= least]
        if kept:
            right = sum(x.right for x in kept)
            steps.append(Step(least, 100 * right / len(kept), 100 * right / gold))
    return steps


def calibration_error(found: Sequence[Judged]) -> float:
    total = 0.0
    for b in range(BINS):
        inside = [x for x in found if min(int(x.confidence * BINS), BINS - 1) == b]
        total += abs(sum(x.confidence - x.right for x in inside))
    return total / len(found)


def picture(steps: Sequence[Step]) -> str:
    """The curve as an SVG: precision upwards, recall to the right, from 40 to 100 percent each."""
    left, top, size = 64, 20, 360

    def x(percent: float) -> float:
        return left + (percent - 40) / 60 * size

    def y(percent: float) -> float:
        return top + size - (percent - 40) / 60 * size

    grid = "".join(
        f'<path d="M{left} {y(v):.1f}h{size}M{x(v):.1f} {top}v{size}"/>' for v in range(40, 101, 10)
    )
    labels = "".join(
        f'<text x="{left - 8}" y="{y(v) + 4:.1f}" text-anchor="end">{v}</text>'
        f'<text x="{x(v):.1f}" y="{top + size + 18}" text-anchor="middle">{v}</text>'
        for v in range(40, 101, 20)
    )
    inside = [s for s in steps if s.recall >= 40]
    line = " ".join(f"{x(s.recall):.1f},{y(s.precision):.1f}" for s in inside)
    shown = [s for s in inside if s.least in SHOWN]
    dots = "".join(
        f'<circle cx="{x(s.recall):.1f}" cy="{y(s.precision):.1f}" r="4"/>'
        f'<text class="dot" x="{x(s.recall) - 8:.1f}" y="{y(s.precision) - 8:.1f}"'
        f' text-anchor="end">{s.least:g}</text>'
        for s in shown
    )
    width, height = left + size + 24, top + size + 44
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        ' aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">'
        '<title id="t">Precision against recall for each --min-confidence</title>'
        f'<desc id="d">{describe(shown)}</desc>'
        "<style>text{fill:#333}.grid{stroke:#ddd}.curve{stroke:#1d5fa8;fill:none;stroke-width:2.5}"
        "circle,.dot{fill:#1d5fa8}</style>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<g class="grid">{grid}</g>{labels}'
        f'<polyline class="curve" points="{line}"/>{dots}'
        f'<text x="{left + size / 2}" y="{height - 8}" text-anchor="middle">recall, %</text>'
        f'<text transform="translate(16 {top + size / 2}) rotate(-90)" text-anchor="middle">'
        "precision, %</text></svg>\n"
    )


def describe(steps: Sequence[Step]) -> str:
    return "; ".join(
        f"from {s.least:g} on, {s.precision:.0f} % of the statements are right and {s.recall:.0f} %"
        " of the gold's are found"
        for s in steps
    )


def table(steps: Sequence[Step], error: float) -> str:
    rows = [
        f"| {s.least:g} | {s.precision:.1f} | {s.recall:.1f} |" for s in steps if s.least in SHOWN
    ]
    return (
        "\n".join(["| `--min-confidence` | precision | recall |", "|---:|---:|---:|", *rows])
        + f"\n\nExpected calibration error: {error:.3f}.\n"
    )


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    ap.add_argument("--write", action="store_true", help="put the figures into the documents")
    args = ap.parse_args()
    corpus = args.shared / "corpora" / "polnear" / "dev.jsonl.gz"
    if not corpus.exists():
        print(f"no corpus at {corpus}; say where it is with --shared", file=sys.stderr)
        return 2
    sys.path.insert(0, str(args.shared / "score"))
    import attribution as scorer

    rows = rows_of(corpus)
    with tempfile.TemporaryDirectory() as folder:
        lines = read(rows, Path(folder), "--outermost").read_text(encoding="utf-8").splitlines()
    readings = {r["article"]["id"]: r for r in map(json.loads, lines)}
    found: list[Judged] = []
    count = 0
    for row in rows:
        gold = next(iter(row["annotations"].values()))
        count += len(gold)
        found += judged(row["text"], gold, readings[row["id"]]["statements"], scorer)
    steps, error = curve(found, count), calibration_error(found)
    print(table(steps, error))
    if args.write:
        path = ROOT / "docs" / "quality.md"
        document = path.read_text(encoding="utf-8")
        path.write_text(
            between_marks(document, table(steps, error), name="confidence"), encoding="utf-8"
        )
        (ROOT / "docs" / "confidence.svg").write_text(picture(steps), encoding="utf-8")
    return int(error > PROMISED)


if __name__ == "__main__":
    sys.exit(main())
