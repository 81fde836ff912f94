"""The members of a gzip file, each checked to its end; after a damaged one, the next that is whole.

Libraries that read such files end at damage, or at the end of a file that was cut off, without a
word. Here every byte belongs to a member that was whole, or to damage that is told.
"""

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

MAGIC = b"\x1f\x8b\x08"
CHUNK = 1 << 16
HEAD = 1 << 10
"""Compressed bytes that show how a member begins."""
KEPT = 32 << 20
"""Compressed bytes of a member that are kept, to look for the next one in should it be damaged:
what a decoder has taken before it notices may hold the following members."""
CUT_OFF = "is cut off: the file ends inside it"
GZIP = zlib.MAX_WBITS | 16


class Damaged(Exception):
    """A stretch of a file that can't be read; `str` says what is wrong with it."""


Pull = Callable[[], bytes]
"""Gives the next bytes, b"" at the end. Raises Damaged."""


class Bytes(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Members:
    """The members of a stream. Each has to be left to its end, or to its damage, before the
    next."""

    def __init__(self, stream: Bytes, *, begins: bytes):
        """`begins`: what every member that is looked for after damage begins with."""
        self._stream, self._begins = stream, begins
        self._ahead = b""
        """Compressed bytes that are read and not used."""
        self._used = bytearray()
        """Those that the member in hand has used, at most the last KEPT of them."""
        self._broken = False
        self.passed = 0
        """Bytes after whole members that belong to none."""

    def __iter__(self) -> Iterator[Pull]:
        while self._next():
            self._decoder = zlib.decompressobj(GZIP)
            self._used.clear()
            yield self._pull

    def _next(self) -> bool:
        """Whether there is one more member; it then begins at `_ahead`."""
        if self._broken:
            # Not from its first byte, which begins the damaged member itself.
            self._ahead = (bytes(self._used) + self._ahead)[1:]
            self._broken = False
            self._search()
            return bool(self._ahead)
        while not self._ahead.strip(b"\0"):  # Some writers pad.
            self._ahead = self._stream.read(CHUNK)
            if not self._ahead:
                return False
        self._ahead = self._ahead.lstrip(b"\0")
        self._more(len(MAGIC))
        if not self._ahead.startswith(MAGIC):
            self.passed += self._search()
        return bool(self._ahead)

    def _search(self) -> int:
        """Goes to the next member that begins as it should, else to the end; how many bytes were
        passed over."""
        passed = start = 0
        while True:
            at = self._ahead.find(MAGIC, start)
            if at < 0:
                kept = self._ahead[-len(MAGIC) + 1 :]
                passed += len(self._ahead) - len(kept)
                self._ahead, start = kept + (more := self._stream.read(CHUNK)), 0
                if not more:
                    passed, self._ahead = passed + len(kept), b""
                    return passed
                continue
            self._more(at + HEAD)
            try:
                head = zlib.decompressobj(GZIP).decompress(self._ahead[at : at + HEAD], 64)
            except zlib.error:
                head = b""
            if head.startswith(self._begins):
                self._ahead = self._ahead[at:]
                return passed + at
            start = at + 1

    def _more(self, wanted: int) -> None:
        """At least so many bytes ahead, if there are any."""
        while len(self._ahead) < wanted and (more := self._stream.read(CHUNK)):
            self._ahead += more

    def _pull(self) -> bytes:
        while not self._decoder.eof:
            taken = self._ahead or self._stream.read(CHUNK)
            if not taken:
                self._broken = True
                raise Damaged(CUT_OFF)
            try:
                data = self._decoder.decompress(taken, CHUNK)
            except zlib.error as error:
                self._broken, self._ahead = True, taken
                raise Damaged(_reason(error)) from None
            left = self._decoder.unused_data or self._decoder.unconsumed_tail
            self._used += taken[: len(taken) - len(left)]
            del self._used[:-KEPT]
            self._ahead = left
            if data:
                return data
        return b""


def _reason(error: zlib.error) -> str:
    if "incorrect data check" in str(error) or "incorrect length check" in str(error):
        return "is damaged: its checksum doesn't fit"
    return "is damaged: its compression is broken"
