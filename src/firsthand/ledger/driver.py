"""Statements straight to the database's driver, past SQLAlchemy's compiler: for those that every
article added takes, whose compiling and naming of values cost more than the database did.

A value's place is a question mark on both databases. Nothing here is for words from outside: all
that isn't a value is written out by us.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, Table, func, select

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def fetch(connection: Connection, query: str, values: Sequence[Any]) -> Sequence[Any]:
    """The rows of a query with these values, as tuples."""
    return connection.exec_driver_sql(_told(connection, query), tuple(values)).all()


def column(connection: Connection, query: Select[tuple[int]]) -> "NDArray[np.int64]":
    """The only column of tens of thousands of rows, none of them made into a row of SQLAlchemy, and
    on SQLite none into a Python number either: writing all into one text takes a third of the
    time."""
    import numpy as np

    if connection.dialect.name == "sqlite":
        (number,) = query.subquery().c
        written = connection.scalar(select(func.group_concat(number, " ")))
        return np.fromstring(written, np.int64, sep=" ") if written else np.zeros(0, np.int64)
    cursor = connection.execute(query).cursor
    rows = cursor.fetchall() if cursor else ()
    return np.fromiter((value for (value,) in rows), np.int64, count=len(rows))


def execute(connection: Connection, statement: str, values: Sequence[Any]) -> int:
    """The statement with these values, once; how many rows it added or changed."""
    return connection.exec_driver_sql(_told(connection, statement), tuple(values)).rowcount


def execute_each(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """The statement for each of these rows of values."""
    if rows:
        connection.exec_driver_sql(_told(connection, statement), list(rows))


def insert_all(connection: Connection, into: Table, rows: Sequence[Mapping[Any, Any]]) -> None:
    """Rows with the same columns, each in the same order, into a table."""
    if rows:
        columns, places = ", ".join(rows[0]), ", ".join("?" * len(rows[0]))
        statement = f"INSERT INTO {into.name} ({columns}) VALUES ({places})"
        execute_each(connection, statement, [tuple(row.values()) for row in rows])


def _told(connection: Connection, statement: str) -> str:
    return statement if connection.dialect.name == "sqlite" else statement.replace("?", "%s")
