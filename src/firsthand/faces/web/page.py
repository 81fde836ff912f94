"""What a page is: records, a template that shows them, and the same as JSON."""

from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

Json = dict[str, Any]
Row = TypeVar("Row")


class Page(Protocol):
    """`template` is a file in templates/, which knows the page as `page`."""

    template: ClassVar[str]

    def to_json(self) -> Json: ...


@dataclass(frozen=True, slots=True)
class Part:
    """Which rows of a list a page shows: `limit` after the first `offset`."""

    offset: int
    limit: int

    @property
    def asked(self) -> int:
        """One more than is shown, to know whether there are more."""
        return self.limit + 1


@dataclass(frozen=True, slots=True)
class Shown(Generic[Row]):
    """Some rows of a list. `next` and `previous` are offsets (None: there is nothing there)."""

    rows: tuple[Row, ...]
    next: int | None
    previous: int | None


def shown(found: list[Row], part: Part) -> Shown[Row]:
    """`found` are the rows from `part.offset` on, `part.asked` of them where there are so many."""
    return Shown(
        tuple(found[: part.limit]),
        part.offset + part.limit if len(found) > part.limit else None,
        max(0, part.offset - part.limit) if part.offset else None,
    )
