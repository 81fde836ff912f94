"""The records of a WARC file, compressed or not, each whole or told as damage (ISO 28500)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.intake.members import CHUNK, CUT_OFF, MAGIC, Bytes, Damaged, Members, Pull

BEGINS = b"WARC/"
LONGEST_HEAD = 1 << 16
LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d{1,18})[ \t]*\r?$")
HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
NEXT = re.compile(rb"(?<=\n)WARC/\d")


@dataclass(frozen=True, slots=True)
class Raw:
    """One record with its head, as it stands. `data` None: it is larger than allowed."""

    data: bytes | None
    size: int


def records(stream: Bytes, *, most: int) -> Iterator[Raw | Damaged]:
    """The records in order; Damaged for each stretch that isn't whole, after which the next whole
    record comes. A record comes only when what holds it was checked as far as it can be: a gzip
    member to its checksum, a plain file to the beginning of the next record."""
    begin = stream.read(len(MAGIC))
    whole = _Rejoined(begin, stream)
    if begin != MAGIC:
        yield from _of_segment(_Segment(lambda: whole.read(CHUNK)), most=most)
        return
    members = Members(whole, begins=BEGINS)
    for pull in members:
        yield from _passed(members)
        yield from _of_segment(_Segment(pull), most=most)
    yield from _passed(members)


def _passed(members: Members) -> Iterator[Damaged]:
    if members.passed:
        yield Damaged(f"can't be found in {members.passed:,} bytes that are no compressed record")
        members.passed = 0


class _Rejoined:
    """A stream whose first bytes were read already."""

    def __init__(self, begin: bytes, stream: Bytes):
        self._begin, self._stream = begin, stream

    def read(self, size: int, /) -> bytes:
        begin, self._begin = self._begin, b""
        return begin + self._stream.read(size - len(begin))


class _Segment:
    """Bytes that can be looked at before they are taken."""

    def __init__(self, pull: Pull):
        self._pull = pull
        self._ahead = bytearray()

    def peek(self, size: int) -> bytes:
        """The next bytes, fewer than `size` only at the end."""
        while len(self._ahead) < size and (more := self._pull()):
            self._ahead += more
        return bytes(self._ahead[:size])

    def take(self, size: int) -> bytes:
        taken = self.peek(size)
        del self._ahead[:size]
        return taken

    def skip(self, size: int) -> int:
        """Passes over `size` bytes; how many there were."""
        passed = 0
        while passed < size and (taken := self.take(min(CHUNK, size - passed))):
            passed += len(taken)
        return passed

    def back(self, data: bytes) -> None:
        self._ahead[:0] = data

    def blank(self) -> None:
        """Passes over the empty lines between records."""
        while (ahead := self.peek(64)) and (lines := len(ahead) - len(ahead.lstrip(b"\r\n"))):
            self.take(lines)

    def search(self) -> bool:
        """Goes to the next line that begins a record; False where there is none."""
        while ahead := self.peek(CHUNK):
            if found := NEXT.search(ahead):
                self.take(found.start())
                return True
            if len(ahead) < CHUNK:
                self.take(len(ahead))
                return False
            self.take(CHUNK - 8)
        return False


def _of_segment(segment: _Segment, *, most: int) -> Iterator[Raw | Damaged]:
    try:
        segment.blank()
        while segment.peek(1):
            found = _record(segment, most=most)
            if isinstance(found, Raw):
                # Where a member ends here, its checksum is looked at first.
                segment.blank()
            yield found
            if isinstance(found, Damaged) and not segment.search():
                return
    except Damaged as damage:
        yield damage


def _record(segment: _Segment, *, most: int) -> Raw | Damaged:
    head = _head(segment)
    if head is None:
        return Damaged("doesn't begin as a WARC record does")
    length = LENGTH.search(head)
    if length is None:
        return Damaged("doesn't say how long it is")
    size = int(length[1])
    body = segment.take(min(size, most))
    if len(body) < min(size, most) or segment.skip(size - len(body)) < size - len(body):
        raise Damaged(CUT_OFF)
    if size > most:
        return Raw(None, size)
    after = segment.peek(len(b"\r\n\r\n") + len(BEGINS)).lstrip(b"\r\n")
    if not BEGINS.startswith(after[: len(BEGINS)]):
        segment.back(body)
        return Damaged("doesn't end where it says")
    return Raw(head + body + b"\r\n\r\n", size)


def _head(segment: _Segment) -> bytes | None:
    """The record's own header lines with the empty line after them; None for what is none."""
    if not segment.peek(len(BEGINS)).startswith(BEGINS):
        return None
    size = 4096
    while True:
        ahead = segment.peek(size)
        if found := HEAD_ENDS.search(ahead):
            return segment.take(found.end())
        if len(ahead) < size:
            raise Damaged(CUT_OFF)
        if size >= LONGEST_HEAD:
            # No record that begins before the last of these ends its head in here either.
            segment.take(max(ahead.rfind(b"\nWARC/"), 1))
            return None
        size *= 4
