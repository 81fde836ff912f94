"""How well clusters of mentions are found: mentions, MUC, B³, CEAFe, and their mean, CoNLL F1.

After the reference definitions (Pradhan et al. 2014). Clusters are sets of spans; counts of several
documents are summed before precision and recall are taken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
Cluster = frozenset[Span]
INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Share:
    """Numerators and denominators of recall and precision."""

    found: float = 0.0
    gold: float = 0.0
    right: float = 0.0
    predicted: float = 0.0

    def __add__(self, other: "Share") -> "Share":
        return Share(
            self.found + other.found,
            self.gold + other.gold,
            self.right + other.right,
            self.predicted + other.predicted,
        )

    @property
    def f1(self) -> float:
        recall = self.found / self.gold if self.gold else 0.0
        precision = self.right / self.predicted if self.predicted else 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def scores(documents: Iterable[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> dict[str, float]:
    """Percent by measure, of pairs of gold and predicted clusters, one pair a document."""
    ways = {"mentions": mentions, "muc": muc, "b3": b_cubed, "ceafe": ceaf_e}
    pairs = list(documents)
    found = {
        name: 100 * sum((way(*pair) for pair in pairs), Share()).f1 for name, way in ways.items()
    }
    return {**found, "conll": (found["muc"] + found["b3"] + found["ceafe"]) / 3}


def mentions(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Share:
    ours, theirs = _all(predicted), _all(gold)
    return Share(len(ours & theirs), len(theirs), len(ours & theirs), len(ours))


def muc(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Share:
    """Links that hold a cluster together (Vilain et al. 1995)."""
    found, total = _links(gold, predicted)
    right, made = _links(predicted, gold)
    return Share(found, total, right, made)


def b_cubed(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Share:
    """Mention by mention, how much of its cluster is right (Bagga and Baldwin 1998)."""
    return Share(
        _overlaps(gold, predicted),
        len(_all(gold)),
        _overlaps(predicted, gold),
        len(_all(predicted)),
    )


def ceaf_e(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Share:
    """Clusters one to one, by twice the mentions in common over all of both (Luo 2005)."""
    alike = [[2 * len(g & p) / (len(g) + len(p)) for p in predicted] for g in gold]
    best = sum(alike[i][j] for i, j in assignment(alike))
    return Share(best, len(gold), best, len(predicted))


def assignment(values: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Rows to columns, one to one, with the greatest sum (Kuhn 1955, Munkres 1957)."""
    if not values or not values[0]:
        return []
    if len(values) > len(values[0]):
        turned = assignment([list(column) for column in zip(*values, strict=True)])
        return [(row, column) for column, row in turned]
    rows, columns = len(values), len(values[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, way = [0] * (columns + 1), [0] * (columns + 1)
    for i in range(1, rows + 1):
        row_of[0], at = i, 0
        least, used = [INFINITE] * (columns + 1), [False] * (columns + 1)
        while row_of[at]:
            used[at], row, step, after = True, row_of[at], INFINITE, 0
            for j in range(1, columns + 1):
                if not used[j]:
                    cost = -values[row - 1][j - 1] - u[row] - v[j]
                    if cost < least[j]:
                        least[j], way[j] = cost, at
                    if least[j] < step:
                        step, after = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[row_of[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            at = after
        while at:
            row_of[at] = row_of[way[at]]
            at = way[at]
    return [(row_of[j] - 1, j - 1) for j in range(1, columns + 1) if row_of[j]]


def _all(clusters: Sequence[Cluster]) -> set[Span]:
    return {m for c in clusters for m in c}


def _links(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[int, int]:
    """Links of `clusters` that `others` have, and all of them."""
    of = {m: i for i, c in enumerate(others) for m in c}
    kept = 0
    for c in clusters:
        alone = sum(m not in of for m in c)
        parts = len({of[m] for m in c if m in of}) + alone
        kept += len(c) - parts
    return kept, sum(len(c) - 1 for c in clusters)


def _overlaps(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> float:
    return sum(len(c & o) ** 2 / len(c) for c in clusters for o in others)
