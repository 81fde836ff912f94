"""A text as hashes of its runs of words: which of them to look it up by, and how much of it stands
in another text.

A run is `RUN` words outside of quotation marks, as in copies.py; its hash is of 64 bits, so that
what is counted here is what copies.py counts on the words themselves, up to refrains (it skips runs
that a text repeats more than REPEATED times). Looked up are only the smallest hashes of every
`WITHIN` in a row (winnowing: Schleimer, Wilkerson, Aiken 2003), which are the same ones in both
texts wherever they share `RUN + WITHIN - 1` words in a row.

Ledgers keep these hashes. Whoever changes RUN, WITHIN, the hash or what a word is adds a migration
that empties article_runs, article_shingles and copies; the next `add` fills them again.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from firsthand.linking.copies import CONTAINED, RUN, WORDS
from firsthand.linking.words import TOKEN
from firsthand.reading.segments import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

WITHIN = 6
LONGEST = 200_000
"""Code points of a text that are compared: what stands behind is in no article of one claim."""
_FACTOR = 0x9E3779B97F4A7C15
"""Odd, and far from a power of two: 2⁶⁴ by the golden ratio."""


@dataclass(frozen=True, slots=True, eq=False)
class Shingled:
    """A text's runs.

    `runs` are uint64, one for each word but the last `RUN` - 1, in reading order; 0 where a word
    of the run stands in quotation marks. `words` counts all words.
    """

    runs: "NDArray[np.uint64]"
    words: int


@dataclass(frozen=True, slots=True)
class Shared:
    """How many words of the shorter of two texts stand in the other; `containment` is 0..1."""

    words: int
    shorter: int
    """Words of the shorter text."""
    runs: int
    """Places of either text where a run of both begins, whichever text has fewer."""

    @property
    def containment(self) -> float:
        return self.words / max(1, self.shorter)

    @property
    def enough(self) -> bool:
        """Whether that makes one a copy, by the measure of copies.py."""
        # No refrain: `compared`, which first looks at one text only, has to leave these in.
        many = RUN * self.runs >= max(WORDS, CONTAINED * self.shorter)
        return many and self.words >= WORDS and self.containment >= CONTAINED


def shingled(text: str) -> Shingled:
    import numpy as np

    text = text[:LONGEST]
    tokens = TOKEN.findall(text)
    words = np.fromiter(map(_hashed, tokens), np.uint64, len(tokens))
    marks = _quoted(text, tokens)
    count = max(0, len(words) - RUN + 1)
    runs = np.zeros(count, np.uint64)
    quoted = np.zeros(count, bool)
    for k in range(RUN):  # Horner's rule, modulo 2⁶⁴
        runs = runs * np.uint64(_FACTOR) + words[k : k + count]
        quoted |= marks[k : k + count]
    runs = _mixed(runs)
    runs[runs == 0] = 1
    runs[quoted] = 0
    return Shingled(runs, len(words))


def looked_up(text: Shingled) -> list[int]:
    """The hashes that stand for the text in an index, each once; signed, as databases keep them."""
    import numpy as np

    runs = text.runs
    if not len(runs):
        return []
    most = np.iinfo(np.uint64).max
    seen = np.where(runs == 0, most, runs)
    rows = np.lib.stride_tricks.sliding_window_view(seen, min(WITHIN, len(seen)))
    least = np.unique(rows.min(axis=1))
    found: list[int] = least[least != most].view(np.int64).tolist()
    return found


def shared(a: Shingled, b: Shingled) -> Shared:
    """Exact, and the same for (b, a)."""
    return next(iter(compared(a, [b], all=True).values()))


def compared(
    text: Shingled, others: "Sequence[Shingled]", *, all: bool = False
) -> dict[int, Shared]:
    """Which of the others share enough with it (or `all`), by their places. One pass: most
    candidates share no more than a sentence, and are out by the number of runs in common."""
    import numpy as np

    own, back = np.unique(text.runs, return_inverse=True)
    lengths = [len(o.runs) for o in others]
    if not all and (not sum(lengths) or not len(own)):
        return {}
    every = np.concatenate([o.runs for o in others])
    place = np.searchsorted(own, every)
    place[place == len(own)] = 0
    held = (own[place] == every) & (every != 0) if len(own) else np.zeros(len(every), bool)
    ends = np.cumsum(lengths)
    found = {}
    for k, end in enumerate(ends):
        there = held[end - lengths[k] : end]
        least = max(WORDS, CONTAINED * min(text.words, others[k].words))
        if all or RUN * np.count_nonzero(there) >= least:
            marked = np.zeros(len(own), bool)
            marked[place[end - lengths[k] : end][there]] = True
            found[k] = _counted((text.words, marked[back]), (others[k].words, there))
    return found if all else {k: s for k, s in found.items() if s.enough}


def _counted(a: "tuple[int, NDArray[np.bool_]]", b: "tuple[int, NDArray[np.bool_]]") -> Shared:
    """From the number of words of two texts, and at which places a common run begins."""
    length, words = min((words, _covered(held)) for words, held in (a, b))
    return Shared(words, length, min(int(a[1].sum()), int(b[1].sum())))


def packed(text: Shingled) -> bytes:
    """The runs, eight bytes each, little end first."""
    return text.runs.astype("<u8").tobytes()


def unpacked(stored: bytes) -> Shingled:
    import numpy as np

    runs = np.frombuffer(stored, "<u8").astype(np.uint64, copy=False)
    return Shingled(runs, len(runs) + RUN - 1 if len(runs) else 0)


def _covered(held: "NDArray[np.bool_]") -> int:
    import numpy as np

    words = np.zeros(len(held) + RUN - 1, bool)
    for k in range(RUN):
        words[k : k + len(held)] |= held
    return int(words.sum())


@lru_cache(maxsize=200_000)
def _hashed(token: str) -> int:
    """Of the word as words.plain gives it."""
    word = token.casefold().replace("’", "'")
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def _quoted(text: str, tokens: "Sequence[str]") -> "NDArray[np.bool_]":
    """Which words overlap a quotation; none of them overlaps another."""
    import numpy as np

    quotes = quotations(text)
    if not quotes:
        return np.zeros(len(tokens), bool)
    end = np.array([m.end() for m in TOKEN.finditer(text)], np.int64)
    begin = end - np.fromiter(map(len, tokens), np.int64, len(tokens))
    starts, ends = (np.array(side) for side in zip(*quotes, strict=True))
    last = np.searchsorted(starts, end) - 1
    held: NDArray[np.bool_] = (last >= 0) & (ends[last] > begin)
    return held


def _mixed(x: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    """Every bit depends on every other (the end of splitmix64: Steele, Lea, Flood 2014), so that
    the smallest hashes are a sample of nothing in particular."""
    import numpy as np

    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: NDArray[np.uint64] = x ^ (x >> np.uint64(31))
    return mixed
