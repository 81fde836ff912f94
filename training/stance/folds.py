"""Five folds of claims with about as much of each stance, kept as ids of bodies in folds.json.

python -m stance.folds --shared ../../shared
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from stance.corpus import FOLDS, Pair, claims, pairs

MANY = 5
SEED = 5


def joined(related: Sequence[Pair], claim: dict[str, str]) -> dict[str, str]:
    """Claims that share a headline are one: claim → the claim that stands for it."""
    parent = {c: c for c in claim.values()}

    def find(c: str) -> str:
        while parent[c] != c:
            c = parent[c]
        return c

    of_headline: dict[str, set[str]] = defaultdict(set)
    for p in related:
        of_headline[p.headline].add(claim[p.body])
    for some in of_headline.values():
        first, *rest = sorted(some)
        for c in rest:
            parent[find(c)] = find(first)
    return {c: find(c) for c in parent}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    folder = ap.parse_args().shared / "corpora/fnc-1"
    claim = claims(folder)
    related = [p for p in pairs(folder) if p.stance]
    one = joined(related, claim)
    group = np.array([one[claim[p.body]] for p in related])
    stance = np.array([p.stance for p in related])
    folds = StratifiedGroupKFold(MANY, shuffle=True, random_state=SEED)
    found: list[list[str]] = []
    for _, held in folds.split(related, stance, group):
        names = set(group[held].tolist())
        found.append(sorted((b for b, c in claim.items() if one[c] in names), key=int))
    FOLDS.write_text(json.dumps(found).replace("], ", "],\n") + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
