"""Where an outlet that is credited for a side of the claim has it from: its own article's sources,
the sources that spoke to it, the outlets that it cites. What comes back to itself is a circle."""

import itertools
from collections import defaultdict
from collections.abc import Mapping

from firsthand.linking.sources import Holder, Known
from firsthand.linking.voice import Voice
from firsthand.model.trace import Side


class Groups:
    """Union-find with the smallest holder as the representative, so that order doesn't matter."""

    def __init__(self) -> None:
        self._parent: dict[Holder, Holder] = {}

    def find(self, x: Holder) -> Holder:
        while self._parent.setdefault(x, x) != x:
            x = self._parent[x]
        return x

    def join(self, a: Holder, b: Holder) -> None:
        if a.apart != b.apart:
            return
        a, b = sorted((self.find(a), self.find(b)))
        self._parent[b] = a


class Ways:
    """Where an outlet that is credited for a side of the claim has it from."""

    def __init__(
        self,
        holders: Mapping[Voice, Holder],
        outlets: Mapping[str, str],
        publishers: Mapping[str, str | None],
        groups: Groups,
    ) -> None:
        self._groups = groups
        self.strong = {
            groups.find(h) for v, h in holders.items() if v.strong and h.known is not Known.OUTLET
        }
        self._all = {h for h in holders.values() if h.known is not Known.OUTLET}
        self._spoke: dict[tuple[Side, str], set[Holder]] = defaultdict(set)
        self._beside: dict[tuple[Side, str], set[Holder]] = defaultdict(set)
        self._cites: dict[tuple[Side, str], set[str]] = defaultdict(set)
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._claimed: set[tuple[Side, str]] = set()
        for article, publisher in publishers.items():
            if publisher:
                self._articles[publisher].add(article)
        for v, h in holders.items():
            through = [outlets[o] for o in v.outlets]
            if v.strong:
                self._claimed.update((v.side, o) for o in through)
            if h.known is not Known.OUTLET and groups.find(h) in self.strong:
                if through:
                    self._spoke[v.side, through[-1]].add(groups.find(h))
                elif h.contact:
                    self._spoke[v.side, h.contact].add(groups.find(h))
                elif own := publishers.get(v.article):
                    self._spoke[v.side, own].add(groups.find(h))
            if h.known in (Known.PSEUDONYM, Known.UNNAMED) and through:
                self._beside[v.side, through[-1]].add(groups.find(h))
            publisher = publishers.get(v.article)
            chain = [*([publisher] if publisher else []), *through]
            if v.strong or len(through) > 1:
                for first, second in itertools.pairwise(chain):
                    if first != second and (v.strong or first != publisher):
                        self._cites[v.side, first].add(second)

    def ends(self, voice: Voice, holder: Holder) -> set[Holder]:
        """The holders at the end of the way from an outlet; itself where the way ends there,
        nothing where it turns in a circle."""
        start = (voice.side, holder.name)
        if start not in self._claimed:
            return set()
        found, circle = self._follow(start, ())
        return found if found or circle else {holder}

    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Articles whose outlets credit each other for the same side, and nobody else comes
        first."""
        found = set()
        for start in sorted(self._cites):
            if members := self._around(start):
                articles = sorted({a for o in members for a in self._articles[o]})
                if len(articles) > 1:
                    found.add(tuple(articles))
        return tuple(sorted(found))

    def _around(self, start: tuple[Side, str]) -> set[str]:
        """The outlets that `start` leads to and that lead back to it."""
        side, outlet = start
        forward = self._reach(side, outlet)
        return (
            {o for o in forward if outlet in self._reach(side, o)} if outlet in forward else set()
        )

    def _reach(self, side: Side, outlet: str) -> set[str]:
        seen: set[str] = set()
        waiting = [outlet]
        while waiting:
            for nxt in self._cites.get((side, waiting.pop()), ()):
                if nxt not in seen:
                    seen.add(nxt)
                    waiting.append(nxt)
        return seen

    def _follow(self, at: tuple[Side, str], way: tuple[str, ...]) -> tuple[set[Holder], bool]:
        side, outlet = at
        if outlet in way:
            return set(), True
        if spoke := self._spoke.get(at) or self._beside.get(at):
            return set(spoke), False
        further = sorted(self._cites.get(at, ()))
        found: set[Holder] = set()
        turned = False
        for nxt in further:
            ends, circle = self._follow((side, nxt), (*way, outlet))
            turned = turned or circle
            found |= ends or (set() if circle else {Holder(side, Known.OUTLET, nxt, nxt)})
        return found, turned
