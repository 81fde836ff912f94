"""What linking asks of whoever keeps the readings. Never SQL: a list of readings will do."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from firsthand.model.reading import Reading


class Readings(Protocol):
    """A store of readings, their articles with publisher, date and credits where known."""

    def readings(self, ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """The readings with these article ids, or all of them (None), in any order."""
        ...
