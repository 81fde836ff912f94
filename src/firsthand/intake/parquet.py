"""Rows of Parquet with named columns → Articles, some at a time."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from firsthand.intake.columns import columns
from firsthand.intake.record import article_of_record
from firsthand.model.article import Article
from firsthand.model.errors import InputError

AT_ONCE = 64
"""Rows in memory; a text of the largest size times this is what one batch may take."""
FOOTER = 64_000_000
"""Bytes of the description at the end of a file; it is read into memory whole."""


def articles_of_parquet(
    stream: BinaryIO,
    *,
    name: str,
    max_bytes: int,
    chosen: Mapping[str, str],
    fetched: str | None = None,
) -> Iterator[Article | InputError]:
    """An article or an InputError a row. `chosen`: names of columns by field (columns.py). Raises
    InputError for a damaged file, and for a table without a column for the text."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        advice = "pip install 'firsthand[parquet]'"
        raise InputError(name, "is Parquet, and pyarrow isn't installed", advice) from None
    _check_footer(stream, name=name)
    number = 0
    try:
        # Buffered: without it a column chunk comes into memory whole, whatever the batch.
        table = pq.ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False)
        names = table.schema_arrow.names
        where = columns(names, chosen=chosen, place=name)
        for batch in table.iter_batches(
            AT_ONCE, columns=sorted({names[p] for p in where.values()})
        ):
            fields = {field: batch.column(names[p]) for field, p in where.items()}
            for row in range(batch.num_rows):
                number += 1
                found = {field: _value(column[row].as_py()) for field, column in fields.items()}
                yield _article(found, f"{name}, row {number}", max_bytes, fetched)
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
        problem = f"is damaged after row {number:,}" if number else "is no Parquet that can be read"
        raise InputError(name, f"{problem} ({reason})", "get a whole copy of it") from None
    if not number:
        raise InputError(name, "is a table without rows", "give one with articles in it")


def _article(
    found: dict[str, Any], place: str, max_bytes: int, fetched: str | None
) -> Article | InputError:
    text = found["text"]
    if isinstance(text, str) and len(text) > max_bytes:
        return InputError(place, f"is longer than {max_bytes:,} characters", "split the article")
    try:
        return article_of_record(found, place=place, data=None, fetched=fetched)
    except InputError as error:
        return error


def _value(value: object) -> object:
    """As a line of JSON would have it: a date in words, an empty string as nothing."""
    if isinstance(value, date):
        return value.isoformat()
    return None if value in ("", []) else value


def _check_footer(stream: BinaryIO, *, name: str) -> None:
    """Raises InputError for a file that doesn't end as Parquet does, or describes itself at
    length."""
    end = stream.seek(0, 2)
    stream.seek(max(0, end - 8))
    tail = stream.read(8)
    stream.seek(0)
    if len(tail) < 8 or tail[4:] != b"PAR1":
        problem = "is Parquet without its end: the file is cut off"
        raise InputError(name, problem, "get a whole copy of it")
    if int.from_bytes(tail[:4], "little") > min(FOOTER, end):
        raise InputError(name, "is no Parquet that can be read", "get a whole copy of it")
