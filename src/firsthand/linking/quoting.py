"""Which articles quote the same words: five in a row inside quotation marks have one speaker."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from firsthand.linking.words import plain, plain_words
from firsthand.reading.segments import quotations

Run = tuple[str, ...]
QUOTED = 5
"""Words of a run."""
SPELT = re.compile(r"[a-z]+")
SPELT_RUN = 4
"""Words of plain letters that a run's beginning has."""


@lru_cache(maxsize=1000)
def rare_quotes(text: str) -> frozenset[Run]:
    """Every `QUOTED` words in a row inside quotation marks."""
    found: set[Run] = set()
    for span in quotations(text):
        said = [w for w, _ in plain(text, span)]
        found.update(tuple(said[k : k + QUOTED]) for k in range(len(said) - QUOTED + 1))
    return frozenset(found)


def quoted_by(texts: Iterable[str]) -> frozenset[Run]:
    return _quoted_by(tuple(texts))


@lru_cache(maxsize=8)
def _quoted_by(texts: tuple[str, ...]) -> frozenset[Run]:
    """Remembered, as `may_quote` is: a claim's articles are chosen twice, at last with those
    that quote them."""
    return frozenset().union(*map(rare_quotes, texts))


@lru_cache(maxsize=2000)
def may_quote(text: str, told: frozenset[Run]) -> bool:
    """Whether one of these runs of words stands anywhere in a text, in quotation marks or not: it
    takes a fraction of the time to see."""
    if not told:
        return False
    beginnings, others = _beginnings(told)
    folded = text.casefold().replace("’", "'")
    if not (
        _holds(SPELT.findall(folded), SPELT_RUN, beginnings)
        or any(all(word in folded for word in run) for run in others)
    ):
        return False
    return _holds(plain_words(text), QUOTED, told)


def _holds(said: Sequence[str], length: int, runs: frozenset[Run]) -> bool:
    return not runs.isdisjoint(zip(*(said[k:] for k in range(length)), strict=False))


@lru_cache(maxsize=4)
def _beginnings(
    told: frozenset[Run],
) -> tuple[frozenset[Run], Sequence[Run]]:
    """What each run begins with, of plain letters only: a text is cut into these in a third of the
    time, and one that holds the run holds its beginning. Runs with too few of them stay as they
    are."""
    spelt = {run: tuple(SPELT.findall(" ".join(run))[:SPELT_RUN]) for run in told}
    others = [run for run, own in spelt.items() if len(own) < SPELT_RUN]
    return frozenset(own for own in spelt.values() if len(own) == SPELT_RUN), others
