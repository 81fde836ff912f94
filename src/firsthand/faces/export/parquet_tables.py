"""The tables as Parquet (https://parquet.apache.org/docs/file-format/), typed, a file a table.

Cells hold what they mean: nothing is escaped, numbers are numbers, and what isn't known is null.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from firsthand.faces.export.selection import Selection
from firsthand.faces.export.tables import Row, Table, storable, tables

_TYPES: Final[dict[type, Any]] = {str: pa.string(), int: pa.int64(), float: pa.float64()}
_ROWS, _CHARACTERS = 100, 100_000
"""Of a part of a row group, before it is packed."""
_GROUP = 16 << 20
"""Bytes of a row group; what is held in memory at once."""


def files(selection: Selection) -> Iterator[tuple[str, Iterable[bytes]]]:
    for table in tables():
        yield f"{table.name}.parquet", _pieces(table, table.rows(selection))


def _pieces(table: Table, rows: Iterator[Row]) -> Iterator[bytes]:
    fields = zip(table.columns, table.types, strict=True)
    schema = pa.schema([(name, _TYPES[type]) for name, type in fields])
    written = BytesIO()
    with pq.ParquetWriter(written, schema) as writer:
        for group in _groups(rows, schema):
            writer.write_table(pa.Table.from_batches(group, schema))
            yield written.getvalue()
            written.seek(0)
            written.truncate()
    yield written.getvalue()


def _groups(rows: Iterator[Row], schema: Any) -> Iterator[list[Any]]:
    group: list[Any] = []
    while part := list(_part(rows)):
        columns = [[storable(value) for value in column] for column in zip(*part, strict=True)]
        group.append(pa.record_batch(columns, schema=schema))
        if sum(batch.nbytes for batch in group) >= _GROUP:
            yield group
            group = []
    if group:
        yield group


def _part(rows: Iterator[Row]) -> Iterator[Row]:
    size = 0
    for row in islice(rows, _ROWS):
        yield row
        size += sum(len(value) for value in row if isinstance(value, str))
        if size >= _CHARACTERS:
            return
