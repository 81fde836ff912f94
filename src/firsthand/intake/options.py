"""What a run of intake is told once: limits, permissions, the standard input."""

from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """`max_bytes`: the most that one file, line of JSONL or answer of a server may hold.
    `page_seconds`: the longest that parsing one page or feed may take. `fetch_seconds`: the longest
    that fetching one URL may take. `stdin`: where "-" reads (None: the process's own).
    `allow_private`: URLs may lead to private and loopback addresses."""

    force_language: bool = False
    stdin: BinaryIO | None = None
    allow_private: bool = False
    max_bytes: int = 20_000_000
    page_seconds: float = 20.0
    fetch_seconds: float = 20.0
