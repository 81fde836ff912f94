"""Shared text: which article has words of another, verified word by word, as aligned passages.

Derivation is containment (how much of the shorter text stands in the other), not resemblance:
Broder 1997, "On the resemblance and containment of documents". A quotation that both quote is no
shared text, since two reporters who heard the same sentence write down the same words.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from firsthand.linking.words import holding, plain
from firsthand.model.span import Span
from firsthand.reading.segments import paragraphs, quotations

RUN = 6
"""Words in a row that count as shared: shorter ones are names and idioms (measured on news
texts)."""
CONTAINED, WORDS = 0.125, 20
"""The least share of the shorter article, and the least number of words, that make it a copy."""
SURE = 0.3
"""From this containment on nobody doubts it."""
CLAUSE = 10
"""Short of `SURE`, one passage must be this long: many short ones are the names and stock phrases
of one event."""
LONG = 15
"""Quoted words that the other text has in its own voice are that text's, quoted, if they run on
for this long; fewer are some speaker's, whom both heard."""
AT_LENGTH = 60
"""Short of `SURE`, an article that quotes no more than this of another's text quotes it, and is
no copy of it."""
REPEATED = 8
"""A run that one text holds more often is a refrain: comparing all its places would take
forever."""
CROWD = 40
"""A run of words that stands in more articles than this is boilerplate, or a text that everybody
printed: each is compared with a few of them, and is a copy if `SURE`."""
FEW = 4
"""How many, the first ones by id."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article's words, their places, which of them stand in quotation marks, and which in
    these or in a paragraph that a colon announces."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]
    displayed: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles."""

    words: int
    here: Span
    there: Span
    quoted: bool = False
    """Whether one of the articles has them in quotation marks: the other's words, quoted."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """What articles `a` < `b` have in common; `containment` is of the shorter one, 0..1."""

    a: str
    b: str
    words: int
    containment: float
    passages: tuple[Passage, ...]
    """Longest first; `here` is in `a`, `there` in `b`."""


def text_of(text: str) -> Text:
    tokens = list(plain(text))
    quotes = quotations(text)
    shown = sorted([*quotes, *_announced(text)])
    return Text(
        tuple(word for word, _ in tokens),
        tuple(span for _, span in tokens),
        tuple(holding(span, quotes) for _, span in tokens),
        tuple(_inside([span for _, span in tokens], shown)),
    )


def _inside(spans: Sequence[Span], shown: Sequence[Span]) -> Iterator[bool]:
    """Of each span whether one of those shown holds it whole; both in order of their starts."""
    ahead, furthest = iter(shown), -1
    next_one = next(ahead, None)
    for start, end in spans:
        while next_one is not None and next_one[0] <= start:
            furthest = max(furthest, next_one[1])
            next_one = next(ahead, None)
        yield end <= furthest


def _announced(text: str) -> list[Span]:
    """Paragraphs after one that ends in a colon: a statement shown in full, without marks."""
    places = paragraphs(text)
    return [b for a, b in pairwise(places) if text[slice(*a)].rstrip().endswith(":")]


def shared_texts(texts: Mapping[str, str]) -> list[SharedText]:
    """Every pair of articles with enough text in common, in the order of their ids."""
    read = {id: text_of(texts[id]) for id in sorted(texts)}
    some, crowded = _pairs(read)
    found = (compare(a, b, read[a], read[b]) for a, b in sorted(some | crowded))
    return [s for s in found if _copied(s) and (s.containment >= SURE or (s.a, s.b) in some)]


def _copied(s: SharedText) -> bool:
    if s.words < WORDS or s.containment < CONTAINED:
        return False
    if s.words < AT_LENGTH and s.containment < SURE and all(p.quoted for p in s.passages):
        return False
    return s.containment >= SURE or s.passages[0].words >= CLAUSE


def compare(a: str, b: str, first: Text, second: Text) -> SharedText:
    """Two articles exactly: all runs of `RUN` words or more that aren't somebody's quoted words."""
    passages = []
    covered: set[int] = set()
    for i, j, length in _runs(first.words, second.words):
        for start, end in _own_words(first, second, at=(i, j), length=length):
            covered.update(range(i + start, i + end))
            here = (first.spans[i + start][0], first.spans[i + end - 1][1])
            there = (second.spans[j + start][0], second.spans[j + end - 1][1])
            quoted = any(first.quoted[i + start : i + end] + second.quoted[j + start : j + end])
            passages.append(Passage(end - start, here, there, quoted))
    shorter = max(1, min(len(first.words), len(second.words)))
    passages.sort(key=lambda p: (-p.words, p.here, p.there))
    return SharedText(a, b, len(covered), min(1.0, len(covered) / shorter), tuple(passages))


def _pairs(texts: Mapping[str, Text]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Pairs that share a run of words, and those that share one that a crowd has: an inverted
    index from runs to articles."""
    holders: dict[int, list[str]] = defaultdict(list)
    for id, text in texts.items():
        for run in {hash(text.words[k : k + RUN]) for k in range(len(text.words) - RUN + 1)}:
            holders[run].append(id)
    crowds = {tuple(ids) for ids in holders.values() if len(ids) > CROWD}
    return (
        {
            pair
            for ids in holders.values()
            if 1 < len(ids) <= CROWD
            for pair in combinations(ids, 2)
        },
        {(a, b) for ids in crowds for k, a in enumerate(ids[:FEW]) for b in ids[k + 1 :]},
    )


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """(start in a, start in b, length) of every maximal run of at least `RUN` equal words."""
    at: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(a) - RUN + 1):
        at[tuple(a[i : i + RUN])].append(i)
    for j in range(len(b) - RUN + 1):
        held = at.get(tuple(b[j : j + RUN]), ())
        for i in held if len(held) <= REPEATED else ():
            if i and j and a[i - 1] == b[j - 1]:
                continue
            length = RUN
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            yield i, j, length


def _own_words(a: Text, b: Text, *, at: tuple[int, int], length: int) -> Iterator[tuple[int, int]]:
    """Of equal words, the stretches that are a writer's: what neither quotes, and what one quotes
    of the other at length."""
    i, j = at
    either = [
        x or y for x, y in zip(a.quoted[i : i + length], b.quoted[j : j + length], strict=True)
    ]
    both = [
        x and y
        for x, y in zip(a.displayed[i : i + length], b.displayed[j : j + length], strict=True)
    ]
    for start, end in _stretches(both):
        if end - start >= LONG:
            yield start, end
            continue
        for s, e in _stretches(either[start:end]):
            yield start + s, start + e


def _stretches(barred: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """(start, end) of every stretch of at least `RUN` that isn't barred."""
    start: int | None = None
    for at, flag in enumerate([*barred, True]):
        if flag:
            if start is not None and at - start >= RUN:
                yield start, at
            start = None
        elif start is None:
            start = at


def copied_from(
    shared: Iterable[SharedText],
    *,
    rank: Mapping[str, tuple[object, ...]],
    credits: Mapping[str, Collection[str]],
    later: Callable[[str, str], bool],
) -> dict[str, SharedText]:
    """For every copy the shared text with what it was copied from, over all pairs.

    A widest spanning tree from each group's first article: `rank` orders articles whose dates don't
    (smallest first); what an article credits (`credits`) goes before what it shares more text with;
    nothing is copied from an article that is `later`.
    """
    edges = sorted(shared, key=lambda s: (-s.containment, -s.words, s.a, s.b))
    waiting = {x for s in edges for x in (s.a, s.b)}
    found: dict[str, SharedText] = {}
    while waiting:
        tree = {_first(waiting, rank, later)}
        waiting -= tree
        while step := _step(edges, tree, waiting, later):
            new, edge = step
            found[new] = _credited(edges, new, tree & set(credits.get(new, ())), later) or edge
            tree.add(new)
            waiting.discard(new)
    return found


def _credited(
    edges: Iterable[SharedText], new: str, named: Collection[str], later: Callable[[str, str], bool]
) -> SharedText | None:
    """The text that a copy shares with one of the articles whose outlets it credits."""
    for edge in edges:
        old = edge.a if edge.b == new else edge.b
        if new in (edge.a, edge.b) and old in named and not later(old, new):
            return edge
    return None


def _first(
    ids: Collection[str], rank: Mapping[str, tuple[object, ...]], later: Callable[[str, str], bool]
) -> str:
    """An article that is later than none of the others, the first in rank."""
    early = [a for a in ids if not any(later(a, b) for b in ids if b != a)]
    return min(early or ids, key=lambda a: (rank[a], a))


def _step(
    edges: Iterable[SharedText],
    tree: Collection[str],
    waiting: Collection[str],
    later: Callable[[str, str], bool],
) -> tuple[str, SharedText] | None:
    for edge in edges:
        for old, new in ((edge.a, edge.b), (edge.b, edge.a)):
            if old in tree and new in waiting and not later(old, new):
                return new, edge
    return None
