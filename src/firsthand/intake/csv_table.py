"""Rows of CSV or TSV with named columns → Articles, one at a time; a broken row is refused by its
line alone."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from firsthand.intake.columns import columns
from firsthand.intake.record import SURROGATE, article_of_record
from firsthand.intake.text import decode
from firsthand.model.article import Article
from firsthand.model.errors import InputError

NAMES = 100_000
"""Characters of the line of names that tell the delimiter."""
DELIMITERS = ",;\t|"
OPEN_MARKS = 20
"""Quotation marks that nobody closes. Each is found at the end of the file, and the rest is read
again, so that their number bounds the time."""
ADVICE = "double the marks inside a value, or close it"


def articles_of_csv(
    stream: io.BufferedReader,
    *,
    name: str,
    max_bytes: int,
    chosen: Mapping[str, str],
    fetched: str | None = None,
) -> Iterator[Article | InputError]:
    """An article or an InputError a row. `chosen`: names of columns by field (columns.py). Raises
    InputError for a table without a column for the text."""
    lines = _Lines(stream, encoding=_encoding(stream, name=name), most=max_bytes)
    rows = _rows(lines, delimiter=_delimiter(lines), name=name)
    head = next(rows, None)
    if not isinstance(head, _Row):
        raise head or InputError(name, "is empty", "give a table with a line of names first")
    where = columns(head.values, chosen=chosen, place=name)
    empty = True
    for row in rows:
        empty = False
        yield row if isinstance(row, InputError) else _article(row, where, name, fetched)
    if empty:
        raise InputError(name, "is a table without rows", "give one with articles in it")


class _Row:
    __slots__ = ("data", "line", "values")

    def __init__(self, values: list[str], line: int, data: bytes):
        self.values, self.line, self.data = values, line, data


def _article(
    row: _Row, where: Mapping[str, int], name: str, fetched: str | None
) -> Article | InputError:
    place = f"{name}, line {row.line}"
    if len(row.values) <= where["text"]:
        problem = f"has {len(row.values)} of the columns and none of them is the text"
        return InputError(place, problem, "check its delimiters")
    found = {
        field: row.values[position] or None
        for field, position in where.items()
        if position < len(row.values)
    }
    if any(SURROGATE.search(value) for value in found.values() if value):
        return InputError(place, "is not valid UTF-8", "convert the table to UTF-8")
    try:
        return article_of_record(found, place=place, data=row.data, fetched=fetched)
    except InputError as error:
        return error


def _rows(lines: "_Lines", *, delimiter: str, name: str) -> Iterator[_Row | InputError]:
    """The rows that aren't blank, each with the number of its first line and its own bytes."""
    left = OPEN_MARKS
    with _long_fields(lines.most):
        while True:
            lines.start()
            try:
                # One row at a time: the reader takes the lines that it needs, and no more.
                values = next(csv.reader(lines, delimiter=delimiter), None)
            except csv.Error as error:
                values, problem = [], str(error)
            else:
                problem = lines.problem
            if values is None and not problem:
                return
            place = f"{name}, line {lines.first}"
            if lines.swallowed or (
                lines.ended and len(lines.taken) > 1 and _unclosed(lines.taken, delimiter)
            ):
                problem = "has a quotation mark that is never closed"
                left -= 1
                if not left:
                    yield InputError(
                        place, f"{problem}, as {OPEN_MARKS - 1} lines before; the rest is not read",
                        ADVICE,
                    )  # fmt: skip
                    return
                lines.again()
            if problem:
                yield InputError(place, problem, ADVICE)
            elif any(value.strip() for value in values or ()):
                yield _Row(values or [], lines.first, lines.data())


def _unclosed(taken: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(taken, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


@contextmanager
def _long_fields(most: int) -> Iterator[None]:
    """The csv module's own limit, one for the whole process, is 131,072 characters."""
    before = csv.field_size_limit(most)
    try:
        yield
    finally:
        csv.field_size_limit(before)


class _Lines:
    """The lines of a stream, for a reader that takes as many as one row needs. Those of the row in
    hand are kept, so that all but the first can be read again."""

    def __init__(self, stream: io.BufferedReader, *, encoding: str, most: int):
        # newline="": the line ends inside of values stay as they are.
        self._stream = io.TextIOWrapper(
            stream, encoding=encoding, errors="surrogateescape", newline=""
        )
        self._encoding = encoding
        self._waiting: list[str] = []
        self.most = most
        self.number = 0
        self.first = 1
        self.taken: list[str] = []
        self.ended = False
        self.problem = ""
        self.swallowed = False
        """Whether the row in hand was too long, and of many lines: an open mark."""
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.problem:
            raise StopIteration
        line = self._waiting.pop() if self._waiting else self._stream.readline(self.most + 1)
        if not self.number:
            line = line.removeprefix("\ufeff")
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        self.taken.append(line)
        self._size += len(line)
        if self._size > self.most:
            self.problem = f"is longer than {self.most:,} characters"
            self.swallowed = len(line) <= self.most
            while line and not line.endswith(("\n", "\r")):
                line = self._stream.readline(1 << 20)
            raise StopIteration
        return line

    def start(self) -> None:
        """A row begins."""
        self.first, self.taken, self.problem, self._size = self.number + 1, [], "", 0
        self.swallowed = False

    def again(self) -> None:
        """All lines of this row but its first come again."""
        self._waiting += reversed(self.taken[1:])
        self.number = self.first
        self.ended = False

    def peek(self) -> str:
        self.start()
        line = next(self, "")
        self._waiting, self.number = [line] if line else [], 0
        self.ended, self.problem = False, ""
        return line

    def data(self) -> bytes:
        """The bytes of the row in hand."""
        return "".join(self.taken).encode(self._encoding, "surrogateescape")


def _encoding(stream: io.BufferedReader, *, name: str) -> str:
    """By the byte order mark, else UTF-8 where the beginning is that, else what its bytes look
    like."""
    head = stream.peek()
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    whole = head[: head.rfind(b"\n") + 1] or head
    try:
        whole.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        text = decode(whole, name=name)
    except InputError:
        return "utf-8"
    for encoding in ("cp1252", "utf-16-le", "utf-16-be"):
        try:
            if whole.decode(encoding).replace("\r\n", "\n").replace("\r", "\n") == text:
                return encoding
        except UnicodeDecodeError:
            continue
    return "utf-8"


def _delimiter(lines: _Lines) -> str:
    """The one that parts the line of names into the most columns."""
    head = lines.peek()[:NAMES]
    counted = {d: len(next(csv.reader([head], delimiter=d), [])) for d in DELIMITERS}
    return max(DELIMITERS, key=lambda d: counted[d])
