"""FNC-1's measures (Hanselowski et al. 2018): F1 of each stance, their mean, accuracy, and the
challenge's weighted score. Plain Python: the benchmark needs no arrays."""

from collections import Counter
from collections.abc import Sequence

from stance.corpus import STANCES


def scores(found: Sequence[int], gold: Sequence[int]) -> dict[str, float]:
    """In percent; both hold places in `STANCES`."""
    pairs = Counter(zip(found, gold, strict=True))
    given, wanted = Counter(found), Counter(gold)
    total = len(gold)
    out = {name: 200 * pairs[k, k] / max(1, given[k] + wanted[k]) for k, name in enumerate(STANCES)}
    out["macro"] = sum(out.values()) / len(STANCES)
    right = sum(pairs[k, k] for k in range(len(STANCES)))
    out["accuracy"] = 100 * right / total
    # A quarter for knowing whether it is related, three for what it then holds.
    related = sum(n for (f, g), n in pairs.items() if bool(f) == bool(g))
    exact = sum(pairs[k, k] for k in range(1, len(STANCES)))
    most = 0.25 * wanted[0] + (total - wanted[0])
    out["fnc"] = 100 * (0.25 * related + 0.75 * exact) / most
    return {name: round(value, 1) for name, value in out.items()}
