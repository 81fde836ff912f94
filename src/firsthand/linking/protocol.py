"""What linking asks of whoever keeps the readings. Never SQL: a list of readings will do."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from firsthand.model.reading import Reading


class Readings(Protocol):
    """A store of readings, their articles with publisher, date and credits where known."""

    def readings(self, ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """The readings with these article ids, or all of them (None), in any order."""
        ...


@dataclass(frozen=True, slots=True)
class Hits:
    """The articles that hold most of some words, by weight.

    `articles` counts all that there are, `counts` those that hold each word. `shares` are by
    article id, the largest first: the weight of the words that it holds, of that of all, 0..1.
    """

    articles: int
    counts: Mapping[str, int]
    shares: Mapping[str, float]


@runtime_checkable
class Searched(Readings, Protocol):
    """A store that can say which readings are worth asking for."""

    def holding(
        self,
        words: Mapping[str, Collection[str]],
        *,
        weigh: Callable[[int, int], float],
        most: int,
    ) -> Hits | None:
        """The `most` articles that hold most of these words, each given by its stem with the forms
        that it may have. A word weighs what `weigh` makes of the number of all articles and of
        those that hold it. None where there is no index, or not of all articles."""
        ...

    def texts(self, ids: Collection[str]) -> Iterable[tuple[str, str]]:
        """(id, text) of these articles, in any order."""
        ...
