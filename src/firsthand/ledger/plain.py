"""Tables in a plain SQLite file of their own, for programs that show such files: keys, foreign keys
with an index each, and full-text search over the columns that are worth it."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_TYPES: Final[dict[type, str]] = {str: "TEXT", int: "INTEGER", float: "REAL"}


@dataclass(frozen=True, slots=True)
class PlainTable:
    """`columns` are names with str, int or float; `references` a column with the table whose `id`
    it holds, though it needn't be there; `searched` columns can be looked through by words."""

    name: str
    columns: Mapping[str, type]
    rows: Iterable[tuple[str | int | float | None, ...]]
    key: tuple[str, ...] = ()
    references: Mapping[str, str] = field(default_factory=dict)
    searched: tuple[str, ...] = ()


def write(path: Path, tables: Iterable[PlainTable]) -> None:
    """Makes the file, row by row; what it is called mustn't be there yet."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # A file that is nobody's yet: made anew should the power fail.
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        for table in tables:
            _table(connection, table)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")


def _table(connection: sqlite3.Connection, table: PlainTable) -> None:
    name = _name(table.name)
    parts = [f"{_name(column)} {_TYPES[type]}" for column, type in table.columns.items()]
    if table.key:
        parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += [
        f'FOREIGN KEY ({_name(column)}) REFERENCES {_name(target)} ("id")'
        for column, target in table.references.items()
    ]
    connection.execute(f"CREATE TABLE {name} ({', '.join(parts)})")
    values = ", ".join("?" * len(table.columns))
    connection.executemany(f"INSERT INTO {name} VALUES ({values})", table.rows)
    for column in table.references:
        index = _name(f"ix_{table.name}_{column}")
        connection.execute(f"CREATE INDEX {index} ON {name} ({_name(column)})")
    if table.searched:
        _search(connection, table)


def _search(connection: sqlite3.Connection, table: PlainTable) -> None:
    """Words by their stems, case and diacritics dropped, as the ledger itself is searched."""
    found = _name(f"{table.name}_fts")
    connection.execute(
        f"CREATE VIRTUAL TABLE {found} USING fts5({_names(table.searched)},"
        f" content={_name(table.name)}, tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.execute(f"INSERT INTO {found} ({found}) VALUES ('rebuild')")


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
