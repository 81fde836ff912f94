"""Which readings a claim needs: all of a small store, of a large one those that hold its words.

An article's score is at most the share of the claim's weight that its words have
(candidates.py), so that those far below the largest share can't carry the claim.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.linking.candidates import Page, page, rarity
from firsthand.linking.protocol import Hits, Readings, Searched
from firsthand.linking.words import IRREGULAR, NUMBERS, stem, words

ALL = 300
"""Up to so many articles are all looked at; what an index would save takes longer to ask."""
MOST = 400
FEWEST = 100
"""An article with little of the claim may still quote the words that others on it quote."""
AWAY = 0.3
"""Below this share of the largest share an article isn't looked at, past the FEWEST. On the shared
rumour corpus 29 of 30 claims find what looking at everything finds; with 0.45 it is 28."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Pages to look for a claim on, in the order of their ids; `weights` of the claim's words,
    None where the pages are all that there are and tell by themselves."""

    pages: list[Page]
    weights: Mapping[str, float] | None


def pages_for(query: str, readings: Readings) -> Looked:
    hits = _hits(query, readings)
    if hits is None:
        every = sorted(readings.readings(), key=lambda r: r.article.id)
        return Looked([page(r) for r in every], None)
    found = sorted(readings.readings(_near(hits)), key=lambda r: r.article.id)
    weights = {s: rarity(hits.articles, count) for s, count in sorted(hits.counts.items())}
    return Looked([page(r) for r in found], weights)


def ids_for(query: str, readings: Readings) -> list[str] | None:
    """The articles that a claim is looked for in; None: in all of them."""
    hits = _hits(query, readings)
    return None if hits is None else _near(hits)


def _hits(query: str, readings: Readings) -> Hits | None:
    """None where all articles are looked at."""
    if not isinstance(readings, Searched):
        return None
    hits = readings.holding(forms(query), weigh=rarity, most=MOST)
    return None if hits is None or hits.articles <= ALL else hits


def _near(hits: Hits) -> list[str]:
    least = AWAY * max(hits.shares.values(), default=0.0)
    return [id for k, (id, share) in enumerate(hits.shares.items()) if k < FEWEST or share >= least]


def forms(query: str) -> dict[str, list[str]]:
    """The claim's words by their stems, in the forms that an index of words has to be asked for:
    it knows "closing" from "closed", and neither "held" from "hold" nor "two" from "2"."""
    found: dict[str, set[str]] = {}
    for word in words(query):
        found.setdefault(word.stem, set()).add(query[slice(*word.span)].casefold())
    for form, base in [*IRREGULAR.items(), *NUMBERS.items()]:
        for s in {stem(form)} & found.keys():
            found[s].update((form, base))
    return {s: sorted(found[s]) for s in sorted(found)}
