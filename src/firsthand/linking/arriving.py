"""An article arrives: which of those that are there share its text, without looking at them all.

Every text stands in an inverted index under some of its runs of words (shingles.py). An arriving
one is compared, exactly, with those that stand under one of its own. A run that more than `CROWD`
articles hold is boilerplate or a text that everybody printed: there everybody is compared with the
same `CROWD` articles, those of the smallest rank, so that what an arrival costs doesn't grow with
the ledger and a thousand copies of one text are still one group. Ranks are hashes of ids, so that
which articles these are, and so the pairs that are kept, doesn't depend on the order of arrival:
the rarer its chance of being among the smallest, the rarer an arrival meets a whole crowd.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple, Protocol

from firsthand.linking.shingles import Shared, Shingled, compared, looked_up

CROWD = 32


class Holder(NamedTuple):
    """An article that holds a run; `key` is whatever the index knows it by."""

    rank: int
    key: int


class Index(Protocol):
    """What is there. All of it in batches: every call may be a query."""

    def first(self, runs: Sequence[int], most: int) -> Mapping[int, Sequence[Holder]]:
        """For each of these runs that somebody holds, the `most` holders of smallest rank, in
        order."""
        ...

    def holders(self, run: int) -> Sequence[Holder]:
        """All holders of a run."""
        ...

    def texts(self, keys: Iterable[int]) -> Mapping[int, Shingled]: ...

    def copies(self, key: int) -> Collection[int]:
        """Those that a pair with this one is kept of."""
        ...


@dataclass(frozen=True, slots=True)
class Arrived:
    """What changes by an arrival: pairs of the new article, and older pairs to be forgotten, since
    the crowd that they met in has other representatives now."""

    copies: tuple[tuple[int, Shared], ...]
    parted: tuple[tuple[int, int], ...]


def rank_of(id: str) -> int:
    """An article's place in a crowd: 63 bits of a hash of its id."""
    return int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "little") >> 1


def arrive(text: Shingled, runs: Sequence[int], rank: int, index: Index) -> Arrived:
    """Links a text that isn't in the index yet, `runs` of which are looked up."""
    near: set[int] = set()
    replaced: set[Holder] = set()
    for run, first in index.first(runs, CROWD).items():
        near.update(h.key for h in first)
        if len(first) == CROWD and rank < first[-1].rank:
            near.update(h.key for h in index.holders(run))
            replaced.add(first[-1])
    return Arrived(
        tuple(_copies(text, sorted(near), index)),
        tuple(sorted(_parted(replaced, frozenset(runs), rank, index))),
    )


def _copies(text: Shingled, near: Sequence[int], index: Index) -> Iterable[tuple[int, Shared]]:
    others = index.texts(near)
    for k, found in compared(text, [others[key] for key in near]).items():
        yield near[k], found


def _parted(
    replaced: Iterable[Holder], runs: frozenset[int], rank: int, index: Index
) -> set[tuple[int, int]]:
    """Pairs of a replaced representative that no longer meet under any run."""
    parted: set[tuple[int, int]] = set()
    for holder in replaced:
        known = index.copies(holder.key)
        texts = index.texts([holder.key, *known])
        own = set(looked_up(texts[holder.key]))
        for key in known:
            common = sorted(own.intersection(looked_up(texts[key])))
            if not any(
                {holder.key, key} & {h.key for h in _after(first, run in runs, rank)}
                for run, first in index.first(common, CROWD).items()
            ):
                parted.add((min(holder.key, key), max(holder.key, key)))
    return parted


def _after(first: Sequence[Holder], joined: bool, rank: int) -> Sequence[Holder]:
    """A run's representatives once an article of this rank is there as well."""
    return first[:-1] if joined and len(first) == CROWD and rank < first[-1].rank else first
