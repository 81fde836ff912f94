"""The tables as strict TSV (IANA text/tab-separated-values): a tab is always the end of a cell, a
line feed always that of a row, and nothing is in quotation marks."""

from collections.abc import Iterable, Iterator

from firsthand.faces.export.cells import cell
from firsthand.faces.export.selection import Selection
from firsthand.faces.export.tables import Row, tables


def files(selection: Selection) -> Iterator[tuple[str, Iterable[str]]]:
    for table in tables():
        yield f"{table.name}.tsv", _lines(table.columns, table.rows(selection))


def _lines(columns: Row, rows: Iterable[Row]) -> Iterator[str]:
    yield _line(columns)
    for row in rows:
        yield _line(row)


def _line(row: Row) -> str:
    return "\t".join(_value(value) for value in row) + "\n"


def _value(value: str | int | float | None) -> str:
    return cell(value) if value is None or isinstance(value, str) else str(value)
