"""What a run of intake is told once: limits, permissions, the standard input."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import BinaryIO

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """`max_bytes`: the most that one file, line of JSONL, row of a table, page of an archive or
    answer of a server may hold. `page_seconds`: the longest that parsing one page or feed may take.
    `fetch_seconds`: the longest that fetching one URL may take. `stdin`: where "-" reads (None: the
    process's own). `allow_private`: URLs may lead to private and loopback addresses. `columns`: the
    names of a table's columns, by field. `tell`: is given a line about an archive that was read to
    its end."""

    force_language: bool = False
    stdin: BinaryIO | None = None
    allow_private: bool = False
    max_bytes: int = 20_000_000
    page_seconds: float = 20.0
    fetch_seconds: float = 20.0
    columns: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS)
    tell: Callable[[str], None] | None = None
