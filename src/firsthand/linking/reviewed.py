"""Which of the fact-checks that others published are of a claim: those that word the same."""

from collections.abc import Iterable

from firsthand.linking.words import stems
from firsthand.model.review import Review

ALIKE = 0.5
"""Share of either claim's words that the other must have: one sentence may say more than another,
but not twice as much."""


def of_claim(claim: str, reviews: Iterable[Review]) -> list[Review]:
    """The newest first; undated ones last."""
    wanted = stems(claim)
    found = [r for r in reviews if _alike(wanted, stems(r.claim))]
    return sorted(found, key=lambda r: (r.published or "", r.author), reverse=True)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) >= ALIKE * max(len(a), len(b))
