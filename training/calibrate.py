"""Make a model's confidence mean what it says: the share of such statements that are right.

Platt scaling (Platt 1999): a logistic curve with two parameters over the log odds of the cue
tagger, one for outermost attributions, fitted on PolNeAR's development part, and one for inner
ones, fitted on the hand-made chains and on the articles of labels/ that are held out. Right is a
statement that the gold has too, with the same source. Prints the expected calibration error (ten
bins; Guo et al. 2017) of articles that the curve has not seen, five folds, and writes the curves
into the model's model.json.
"""

import argparse
import gzip
import json
import math
import random
import sys
from pathlib import Path
from typing import Any

import numpy as np

from data import load_whole
from firsthand.model.contract import reading_to_json
from firsthand.model.reading import Reading
from firsthand.reading.decode import NO_CHANGE
from firsthand.reading.outermost import outermost
from firsthand.reading.reader import Reader

SPANS = ("content", "source")
Point = tuple[str, float, bool]  # article, raw confidence, right


def fit(points: list[Point], steps: int = 60) -> tuple[float, float]:
    """Slope and intercept by damped Newton steps, pulled a little towards no change."""
    x = np.array([math.log(p / (1 - p)) for _, p, _ in points])
    y = np.array([right for _, _, right in points], float)
    features = np.stack([x, np.ones_like(x)], 1)

    def loss(w: np.ndarray) -> float:
        z = features @ w
        return float(np.sum(np.logaddexp(0, z) - y * z) + np.sum((w - NO_CHANGE) ** 2) / 2)

    w = np.array(NO_CHANGE)
    for _ in range(steps):
        p = 1 / (1 + np.exp(-(features @ w).clip(-30, 30)))
        gradient = features.T @ (p - y) + (w - NO_CHANGE)
        curvature = (features * (p * (1 - p))[:, None]).T @ features + np.eye(2)
        step, size = np.linalg.solve(curvature, gradient), 1.0
        while size > 1e-6 and loss(w - size * step) > loss(w):
            size /= 2
        w = w - size * step
    return float(w[0]), float(w[1])


def applied(curve: tuple[float, float], p: float) -> float:
    return 1 / (1 + math.exp(-(curve[0] * math.log(p / (1 - p)) + curve[1])))


def error(pairs: list[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: |mean confidence - share right| by bin, weighed by size."""
    total = 0.0
    for b in range(bins):
        inside = [
            (c, r) for c, r in pairs if b / bins <= c < (b + 1) / bins or c == 1 == b - bins + 2
        ]
        if inside:
            total += abs(sum(c for c, _ in inside) - sum(r for _, r in inside))
    return total / len(pairs)


def folds(points: list[Point], count: int = 5) -> float:
    articles = sorted({a for a, _, _ in points})
    random.Random(0).shuffle(articles)
    seen: list[tuple[float, bool]] = []
    for k in range(count):
        held = set(articles[k::count])
        curve = fit([p for p in points if p[0] not in held])
        seen += [(applied(curve, p), right) for a, p, right in points if a in held]
    return error(seen)


def polnear(reader: Reader, shared: Path) -> list[Point]:
    """Outermost statements of the development part."""
    from attribution import spans_of, tokens

    points = []
    with gzip.open(shared / "corpora/polnear/dev.jsonl.gz", "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            text, gold = row["text"], next(iter(row["annotations"].values()))
            reading = outermost(reader.read(text))
            sets = lambda found, t=text: [[tokens(t, a[k]) for k in SPANS] for a in found]
            ours = spans_of(reading_to_json(reading))
            for statement, right in judged(sets(gold), sets(ours)):
                if reading.statements[statement].parent is None:
                    points.append(point(row["id"], reading, statement, right))
    return points


def chains(reader: Reader, shared: Path) -> list[Point]:
    """Statements inside others, of the hand-made chains."""
    from attribution import spans_of, tokens

    points = []
    for line in (shared / "corpora/chains-dev.jsonl").open(encoding="utf8"):
        gold = json.loads(line)
        text = gold["article"]["text"]
        reading = reader.read(text)
        sets = lambda found, t=text: [
            [tokens(t, a[k]) for k in SPANS] for a in spans_of({"statements": found})
        ]
        ours = reading_to_json(reading)["statements"]
        for statement, right in judged(sets(gold["statements"]), sets(ours)):
            if reading.statements[statement].parent is not None:
                points.append(point(gold["article"]["id"], reading, statement, right))
    return points


def held(reader: Reader, shared: Path, labels: Path) -> list[Point]:
    """Statements inside others, of the labelled articles that were not trained on."""
    from attribution import spans_of, tokens

    points = []
    for document in load_whole(shared / "corpora/fnc-1/bodies-train.jsonl.gz", labels):
        text, reading = document.text, reader.read(document.text)
        sets = lambda found, t=text: [[tokens(t, a[k]) for k in SPANS] for a in found]
        gold = [{"content": a.content, "source": a.source} for a in document.attributions]
        ours = spans_of(reading_to_json(reading))
        for statement, right in judged(sets(gold), sets(ours)):
            if reading.statements[statement].parent is not None:
                points.append(point(document.id, reading, statement, right))
    return points


def judged(gold: list[Any], found: list[Any]) -> list[tuple[int, bool]]:
    """Each statement found, and whether it is paired with a gold one whose source it touches."""
    pairs = sorted(
        (
            (2 * len(g[0] & f[0]) / (len(g[0]) + len(f[0])), -i, -j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g[0] & f[0]
        ),
        reverse=True,
    )
    used, right = set(), dict.fromkeys(range(len(found)), False)
    taken = set()
    for _, i, j in pairs:
        if -i in used or -j in taken:
            continue
        used.add(-i), taken.add(-j)
        g, f = gold[-i][1], found[-j][1]
        right[-j] = bool(g & f) if g else not f
    return list(right.items())


def point(article: str, reading: Reading, statement: int, right: bool) -> Point:
    return article, min(max(reading.statements[statement].confidence, 1e-4), 1 - 1e-4), right


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("weights", type=Path, help="a folder as export.py writes it")
    ap.add_argument("--shared", type=Path, default=Path("../../shared"))
    ap.add_argument(
        "--labels", type=Path, default=Path(__file__).parent / "labels/fnc-1-held.jsonl.gz"
    )
    args = ap.parse_args()
    sys.path.insert(0, str(args.shared / "score"))
    card_path = args.weights / "model.json"
    card = json.loads(card_path.read_text(encoding="utf8"))
    card["calibration"] = {"outer": NO_CHANGE, "inner": NO_CHANGE}
    card_path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")
    reader = Reader(args.weights)
    for name, points in (
        ("outer", polnear(reader, args.shared)),
        ("inner", chains(reader, args.shared) + held(reader, args.shared, args.labels)),
    ):
        raw = error([(p, right) for _, p, right in points])
        print(name, len(points), "before", round(raw, 3), "after, unseen", round(folds(points), 3))
        card["calibration"][name] = fit(points)
    card_path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
