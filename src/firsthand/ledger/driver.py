"""Statements straight to the database's driver, past SQLAlchemy's compiler: for those that every
article added takes, whose compiling and naming of values cost more than the database did.

A value's place is a question mark on both databases. Nothing here is for words from outside: all
that isn't a value is written out by us.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table


def fetch(connection: Connection, query: str, values: Sequence[Any]) -> Sequence[Any]:
    """The rows of a query with these values, as tuples."""
    return connection.exec_driver_sql(_told(connection, query), tuple(values)).all()


def column(connection: Connection, query: Select[tuple[int]]) -> Iterator[int]:
    """The only column of tens of thousands of rows, none of them made into a row of SQLAlchemy."""
    cursor = connection.execute(query).cursor
    return (value for (value,) in cursor.fetchall()) if cursor else iter(())


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
