"""Which readings a claim needs: all of a small store, of a large one those that hold its words.

An article's score is at most the share of the claim's weight that its words have
(candidates.py), so that those far below the largest share can't carry the claim. Articles are
chosen by their texts; their readings are fetched for those alone that carry it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from firsthand.linking.asked import asked
from firsthand.linking.candidates import AKIN, ENOUGH_OF_MANY, chosen, find, rarity, score, word
from firsthand.linking.protocol import Hits, Readings, Searched
from firsthand.linking.quoting import may_quote, quoted_by
from firsthand.linking.worded import Worded, page
from firsthand.linking.words import CLOSE, IRREGULAR, NUMBERS, sentences, stem, stems, words
from firsthand.model.span import Span

ALL = 300
"""Up to so many articles are all looked at; what an index would save takes longer to ask."""
MOST = 400
FEWEST = 100
"""An article with little of the claim may still quote the words that others on it quote."""
AWAY = 0.3
"""Below this share of the largest share an article isn't looked at, past the FEWEST. On the shared
rumour corpus 29 of 30 claims find what looking at everything finds; with 0.45 it is 28."""

END = re.compile(r"[.!?…]\S*\s+\S|\n")
"""What stands where a sentence ends and another begins."""
SURELY = 0.9
"""A share of the weight bounds the score from above, but for words that the index takes for others
than linking's stems do."""


@dataclass(frozen=True, slots=True)
class Skimmed:
    """An article's text with the claim's own stems in each of its sentences."""

    id: str
    text: str
    stems: tuple[frozenset[str], ...]


def carrying(query: str, readings: Readings) -> list[Worded]:
    """The articles of the store that carry the claim, best first (ties by id)."""
    hits = _hits(query, readings)
    if hits is not None and isinstance(readings, Searched):
        return _among(query, hits, readings)
    every = sorted(readings.readings(), key=lambda r: r.article.id)
    return find(query, [page(r) for r in every])


def ids_for(query: str, readings: Readings) -> list[str] | None:
    """The articles that a claim is looked for in; None: in all of them."""
    hits = _hits(asked(query), readings)
    return None if hits is None else likely(hits)


def _hits(query: str, readings: Readings) -> Hits | None:
    """None where all articles are looked at."""
    if not isinstance(readings, Searched):
        return None
    hits = readings.holding(forms(query), weigh=rarity, most=MOST)
    return None if hits is None or hits.articles <= ALL else hits


def likely(hits: Hits) -> list[str]:
    """The ids of the articles that may carry the claim."""
    least = AWAY * max(hits.shares.values(), default=0.0)
    ranked = enumerate(hits.shares.items())
    return [id for k, (id, share) in ranked if k < FEWEST or share >= least]


def _among(query: str, hits: Hits, readings: Searched) -> list[Worded]:
    weights: Mapping[str, float] = {
        s: rarity(hits.articles, count) for s, count in sorted(hits.counts.items())
    }
    best = _carrying(query, weights, hits.shares, dict(readings.texts(likely(hits))))
    read = {r.article.id: page(r) for r in readings.readings([s.id for _, s in best])}
    return word(query, [(score, read[s.id]) for score, s in best])


def _carrying(
    query: str, weights: Mapping[str, float], shares: Mapping[str, float], texts: Mapping[str, str]
) -> list[tuple[float, Skimmed]]:
    """The articles that carry the claim, and their scores. Those with the most of its words come
    first, so that the best score is known early; one whose share is below what that asks for is cut
    into words only where it may quote what an article on the claim quotes."""
    own = frozenset(weights)
    ranked = [id for id in shares if id in texts]  # the largest share first
    scored: list[tuple[float, Skimmed]] = []
    best = 0.0
    for id in ranked:
        if shares[id] < SURELY * ENOUGH_OF_MANY * best:
            break
        skimmed = _skimmed(id, texts[id], own)
        scored.append((score(skimmed, weights), skimmed))
        best = max(best, scored[-1][0])
    carry = partial(chosen, query, weights=weights, enough=ENOUGH_OF_MANY)
    told = quoted_by(s.text for _, s in carry(scored))
    near = (id for id in ranked[len(scored) :] if shares[id] >= SURELY * AKIN * best)
    quoting = [id for id in near if may_quote(texts[id], told)]
    if not quoting:
        return carry(scored)
    more = [_skimmed(id, texts[id], own) for id in quoting]
    return carry([*scored, *((score(s, weights), s) for s in more)])


def _skimmed(id: str, text: str, own: frozenset[str]) -> Skimmed:
    """Only lines with a trace of the claim are cut into sentences and words; what is between two of
    them stands for one sentence that says nothing."""
    found: list[frozenset[str]] = []
    before = 0
    for start, end in _lines(text, _traces(own)):
        if text[before:start].strip():
            found.append(frozenset())
        line, before = text[start:end], end
        if END.search(line):
            found += (stems(line, s, among=own) for s in sentences(line))
        else:
            found.append(stems(line, among=own))
    return Skimmed(id, text, tuple(found))


def _lines(text: str, traces: Sequence[str]) -> Iterator[Span]:
    """The lines that hold one of these letters in any case, in order."""
    folded = text.casefold()
    if len(folded) != len(text):  # ß is two letters there: places can't be told
        yield 0, len(text)
        return
    starts: dict[int, int] = {}
    for trace in traces:
        at = folded.find(trace)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            starts[text.rfind("\n", 0, at) + 1] = end
            at = folded.find(trace, end)
    yield from sorted(starts.items())


@lru_cache(maxsize=8)
def _traces(own: frozenset[str]) -> tuple[str, ...]:
    """Letters of which a text holds some if it says one of these stems: a word begins with its
    stem, but for verbs, numbers and the marks inside of either."""
    known = {form for form in (*IRREGULAR, *NUMBERS) if stem(form) in own}
    regular = {s[0] if s[0].isdigit() else s.partition("'")[0] for s in own | CLOSE}
    found = sorted(known | regular, key=len)
    return tuple(a for k, a in enumerate(found) if not any(b in a for b in found[:k]))


def forms(query: str) -> dict[str, list[str]]:
    """The claim's words by their stems, in the forms that an index of words has to be asked for:
    it knows "closing" from "closed", and neither "held" from "hold" nor "two" from "2"."""
    found: dict[str, set[str]] = {}
    for said in words(query):
        found.setdefault(said.stem, set()).add(query[slice(*said.span)].casefold())
    for form, base in [*IRREGULAR.items(), *NUMBERS.items()]:
        for s in {stem(form)} & found.keys():
            found[s].update((form, base))
    return {s: sorted(found[s]) for s in sorted(found)}
