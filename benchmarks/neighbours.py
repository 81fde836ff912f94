"""Linking by other libraries' indices of near-duplicates, and by ours, in memory.

Each gets the same runs of words and has its candidates verified in the same way. MinHash finds by
resemblance (Broder 1997): a short text inside a long one resembles it little, so that it takes many
bands of few rows: here 128 bands of one, with which they find as many true copies as we do.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.linking.arriving import Holder, arrive, rank_of
from firsthand.linking.shingles import Shingled, compared, looked_up, shingled

Link = Callable[[str, str], list[str]]
"""An arriving article's id and text → ids of those there that it shares text with."""
HASHES = 128
BANDS = 128


@dataclass(frozen=True, slots=True)
class Neighbour:
    name: str
    make: Callable[[], Link]
    """Raises ImportError where the library isn't installed."""


class Drawer:
    """Our index in memory (linking.arriving.Index)."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self._texts: list[Shingled] = []
        self._runs: dict[int, list[Holder]] = defaultdict(list)

    def first(self, runs: Sequence[int], most: int) -> Mapping[int, Sequence[Holder]]:
        return {run: sorted(self._runs[run])[:most] for run in runs if run in self._runs}

    def holders(self, run: int) -> Sequence[Holder]:
        return self._runs[run]

    def texts(self, keys: Iterable[int]) -> Mapping[int, Shingled]:
        return {key: self._texts[key] for key in keys}

    def copies(self, key: int) -> Collection[int]:
        return ()

    def link(self, id: str, text: str) -> list[str]:
        read, rank = shingled(text), rank_of(id)
        found = [self.ids[key] for key, _ in arrive(read, looked_up(read), rank, self).copies]
        for run in looked_up(read):
            self._runs[run].append(Holder(rank, len(self.ids)))
        self.ids.append(id)
        self._texts.append(read)
        return found


def _datasketch() -> Link:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=HASHES, params=(BANDS, HASHES // BANDS))

    def sketch(text: Shingled) -> object:
        made = MinHash(num_perm=HASHES)
        made.update_batch([run.tobytes() for run in text.runs if run])
        return made

    return _verified(sketch, index.query, index.insert)


def _rensa() -> Link:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(0.3, HASHES, BANDS)

    def sketch(text: Shingled) -> object:
        made = RMinHash(HASHES, 1)
        made.update([run.tobytes() for run in text.runs if run])
        return made

    return _verified(sketch, index.query, index.insert)


def _verified(
    sketch: Callable[[Shingled], object],
    query: Callable[[object], Iterable[int]],
    insert: Callable[[int, object], object],
) -> Link:
    ids: list[str] = []
    texts: list[Shingled] = []

    def link(id: str, text: str) -> list[str]:
        read = shingled(text)
        made = sketch(read)
        near = sorted(query(made))
        found = [ids[near[k]] for k in compared(read, [texts[n] for n in near])]
        insert(len(ids), made)
        ids.append(id)
        texts.append(read)
        return found

    return link


NEIGHBOURS = (
    Neighbour("firsthand in memory", lambda: Drawer().link),
    Neighbour("rensa", _rensa),
    Neighbour("datasketch", _datasketch),
)
"""Ours first: the others' times are given by it."""
