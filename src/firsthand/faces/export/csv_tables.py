"""The tables as CSV (RFC 4180): commas, text in quotation marks, numbers without, a row a line."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from firsthand.faces.export.cells import cell
from firsthand.faces.export.selection import Selection
from firsthand.faces.export.tables import Row, tables


def files(selection: Selection) -> Iterator[tuple[str, Iterable[str]]]:
    for table in tables():
        yield f"{table.name}.csv", _lines(table.columns, table.rows(selection))


def _lines(columns: Row, rows: Iterable[Row]) -> Iterator[str]:
    # A text in quotation marks stays one cell where semicolons part the cells, too.
    line = StringIO()
    writer = csv.writer(line, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(columns)
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow([_value(value) for value in row])
        yield line.getvalue()


def _value(value: str | int | float | None) -> str | int | float:
    return cell(value) if value is None or isinstance(value, str) else value
