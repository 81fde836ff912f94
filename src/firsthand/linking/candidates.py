"""Which articles carry a claim.

An article is in if it says enough of what the best one says: the threshold is relative, so that the
same rule holds in a ledger of one story and in one of thousands.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from firsthand.linking.quoting import may_quote, quoted_by, rare_quotes
from firsthand.linking.worded import (
    Page,
    Worded,
    claim_stems,
    core_stems,
    coverage,
    events_of,
    worded,
)

ENOUGH = 0.5
"""Share of the best article's score that keeps an article."""
ENOUGH_OF_MANY = 0.55
"""The same in a large store, where more is like the claim by chance: among all of the rumour corpus
0.5 finds 98 % of a claim's articles, and one in four that it finds is another's."""
LEAST = 0.3
"""Below this share of the claim's weight nothing is found at all."""
HAPPENED = 0.1
"""The same for what happened: an article may name everybody in the claim and tell something
else."""
COMMON = 0.25
"""A word of the claim that fewer of its articles say than this share weighs less: the year that
only the question names tells nothing."""
WHOLE, NEARLY_ALL, FEWEST, NEXT_TO_NOTHING = 0.7, 0.9, 3, 0.3
"""Where so large a share of the articles, and so many, say so much of what happened, one that says
no more than the last of these is on another claim."""
AKIN = 0.25
"""The same for an article that quotes words which one that is in quotes too."""
HALFWAY = 0.4
"""Below this share of the best score five words in common may be chance; more are needed."""


class Outline(Protocol):
    """What an article is chosen by: its sentences as stems, at least those of the claim."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def stems(self) -> tuple[frozenset[str], ...]: ...


Outlined = TypeVar("Outlined", bound=Outline)


def find(
    query: str, pages: Collection[Page], *, weights: Mapping[str, float] | None = None
) -> list[Worded]:
    """The pages that carry the claim, best first (ties by id). `weights` of the claim's words:
    how rare they are among more articles than these; None: among these."""
    enough = ENOUGH if weights is None else ENOUGH_OF_MANY
    weights = weights or _rarity(query, [frozenset().union(*p.stems) for p in pages])
    scored = [(score(p, weights), p) for p in pages]
    return word(query, chosen(query, scored, weights, enough=enough))


def chosen(
    query: str,
    scored: Iterable[tuple[float, Outlined]],
    weights: Mapping[str, float],
    *,
    enough: float,
) -> list[tuple[float, Outlined]]:
    """The articles that carry the claim, of these with their scores: at least all that may score
    `enough` of the best, or say what one of those quotes."""
    scored = sorted(scored, key=lambda x: (-x[0], x[1].id))
    if not scored or scored[0][0] < LEAST:
        return []
    best = scored[0][0]
    events = events_of(weights, dict.fromkeys(core_stems(query), 1.0))
    happened = {p.id: coverage(_said(p, events), events) for _, p in scored}
    full = max(happened[p.id] for s, p in scored if s >= enough * best)
    scored = [(s, p) for s, p in scored if happened[p.id] >= HAPPENED * full]
    kept = [(s, p) for s, p in scored if s >= enough * best]
    near = [(s, p) for s, p in scored if enough * best > s >= AKIN * best]
    told = quoted_by(p.text for _, p in kept)
    near = [(s, p) for s, p in near if may_quote(p.text, told)]
    kept += [(s, p) for s, p in near if len(rare_quotes(p.text) & told) > (s < HALFWAY * best)]
    return kept


def _telling(found: Sequence[Worded]) -> list[Worded]:
    """Without an article that says next to nothing of what happened, where nearly all of the
    others say most of it: it tells something else of the same people."""
    most = max(w.happened for w in found)
    whole = sum(w.happened >= WHOLE * most for w in found)
    if whole < NEARLY_ALL * (len(found) - 1) or whole < FEWEST:
        return list(found)
    return [w for w in found if w.happened >= NEXT_TO_NOTHING * most]


def word(query: str, scored: Iterable[tuple[float, Page]]) -> list[Worded]:
    """Weigh the claim's words anew among the sentences of its own articles: what all of them say
    every other sentence tells little."""
    kept = list(scored)
    if not kept:
        return []
    weights = _rarity(query, [s for _, p in kept for s in p.stems])
    said = Counter(s for _, p in kept for s in frozenset().union(*p.stems) if s in weights)
    weights = {s: w * min(1.0, said[s] / (COMMON * len(kept))) for s, w in weights.items()}
    return _telling([worded(p, s, weights, core_stems(query)) for s, p in kept])


def score(p: Outline, weights: Mapping[str, float]) -> float:
    """A third each: the whole article, two sentences in a row, one sentence."""
    held = [weights.keys() & s for s in p.stems]
    whole = coverage(set().union(*held), weights)
    one = max((coverage(s, weights) for s in held if s), default=0.0)
    pairs = pairwise(held)
    two = max((coverage(a | b, weights) for a, b in pairs if a and b), default=one)
    return (whole + one + max(one, two)) / 3


def _said(p: Outline, of: Mapping[str, float]) -> set[str]:
    """Which of these stems the article says."""
    return set().union(*(of.keys() & s for s in p.stems))


def _rarity(query: str, groups: Collection[frozenset[str]]) -> dict[str, float]:
    stems = claim_stems(query)
    counts = Counter(s for g in groups for s in g if s in stems)
    return {s: rarity(len(groups), counts[s]) for s in sorted(stems)}


def rarity(groups: int, count: int) -> float:
    """What a word weighs that stands in `count` of so many articles, or sentences."""
    return math.log1p(groups / (count + 0.5))
