"""What a reading comes to before the database is asked: pure, and so done beside it where there is
another processor."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context

from firsthand.ledger.admission import admit
from firsthand.ledger.happened import Row, rows_of
from firsthand.ledger.search import words_of
from firsthand.linking.shingles import Shingled, looked_up, shingled
from firsthand.linking.words import stems
from firsthand.model.errors import InputError
from firsthand.model.reading import Reading

_CHUNK = 50  # readings that a process is given at once
_AHEAD = 3  # chunks that wait for each process


@dataclass(frozen=True, slots=True)
class Linkable:
    """What an article is linked by: its runs, those of them that it is looked up by, and its stems,
    sorted."""

    read: Shingled
    runs: Sequence[int]
    stems: Sequence[str]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A reading that was admitted, with all that is kept of it and isn't in it."""

    reading: Reading
    events: Sequence[Row]
    words: str
    """What the article is found by."""
    linkable: Linkable


def prepare(reading: Reading) -> Prepared:
    """Raises InputError for one that can't be kept whole."""
    admit(reading)
    a = reading.article
    words = words_of("\n".join((a.title or "", a.text)))
    return Prepared(reading, list(rows_of(reading)), words, linkable(a.text))


def linkable(text: str) -> Linkable:
    read = shingled(text)
    return Linkable(read, looked_up(read), sorted(stems(text)))


def prepared(readings: Iterable[Reading], *, processes: int) -> Iterator[Prepared | InputError]:
    """Each reading prepared, or why it can't be, in their order. All but one of the processes work
    at that, some chunks ahead of whoever asks; of one there is none, and it is done here."""
    if processes < 2:
        yield from map(_prepared, readings)
        return
    left = iter(readings)
    chunks = iter(lambda: list(islice(left, _CHUNK)), [])
    # Not forked: whoever asks may have threads, and a fork takes only one of them along.
    with ProcessPoolExecutor(processes - 1, get_context("spawn")) as pool:
        waiting: deque[Future[list[Prepared | InputError]]] = deque()
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_all_prepared, chunk))
                if len(waiting) > _AHEAD * processes:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:  # whoever stops asking must not wait for what is left
            for future in waiting:
                future.cancel()


def _all_prepared(readings: Sequence[Reading]) -> list[Prepared | InputError]:
    return [_prepared(reading) for reading in readings]


def _prepared(reading: Reading) -> Prepared | InputError:
    try:
        return prepare(reading)
    except InputError as error:
        return error
