"""The tables back into readings, a few articles at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from firsthand.ledger.admission import keepable
from firsthand.ledger.driver import fetch
from firsthand.ledger.records import Row, Rows, reading_of
from firsthand.ledger.tables import (
    articles,
    chain_links,
    checks,
    credits,
    provenance,
    sources,
    statements,
)
from firsthand.ledger.tables import found as fields_found
from firsthand.model.reading import Reading

# What is held at once is then 160 MB at worst, with articles of 5 MB.
_AT_A_TIME = 32
_TEXTS = 100


def all_readings(connection: Connection) -> Iterator[Reading]:
    """By article id."""
    query = select(articles).order_by(articles.c.id).execution_options(yield_per=_AT_A_TIME)
    for part in connection.execute(query).mappings().partitions():
        yield from _readings(connection, part)


def some_readings(connection: Connection, ids: Iterable[str]) -> Iterator[Reading]:
    """In the order of `ids`, each once; those that aren't there are left out."""
    remaining = iter(dict.fromkeys(filter(keepable, ids)))
    while wanted := list(islice(remaining, _AT_A_TIME)):
        query = select(articles).where(articles.c.id.in_(wanted))
        there = {row["id"]: row for row in connection.execute(query).mappings()}
        yield from _readings(connection, [there[id] for id in wanted if id in there])


def texts(connection: Connection, ids: Iterable[str]) -> list[tuple[str, str]]:
    """(id, text) of these articles, in any order."""
    wanted = list(dict.fromkeys(filter(keepable, ids)))
    found: list[tuple[str, str]] = []
    for part in (wanted[k : k + _TEXTS] for k in range(0, len(wanted), _TEXTS)):
        query = f"SELECT id, text FROM articles WHERE id IN ({', '.join('?' * len(part))})"
        found += [(id, text) for id, text in fetch(connection, query, part)]
    return found


def _readings(connection: Connection, found: Sequence[Row]) -> Iterator[Reading]:
    ids = [row["id"] for row in found]
    of_credits, of_sources, of_statements, of_checks = (
        _by_article(connection, _children(table, table.c.article_id.in_(ids)))
        for table in (credits, sources, statements, checks)
    )
    of_provenance, of_found = (
        _by_article(connection, select(table).where(table.c.article_id.in_(ids)))
        for table in (provenance, fields_found)
    )
    links = (
        select(statements.c.article_id, chain_links)
        .join(statements, statements.c.id == chain_links.c.statement_id)
        .where(statements.c.article_id.in_(ids))
        .order_by(chain_links.c.statement_id, chain_links.c.position)
    )
    of_links = _by_article(connection, links)
    for row in found:
        id = row["id"]
        yield reading_of(
            Rows(
                article=row,
                credits=of_credits.get(id, ()),
                provenance=of_provenance.get(id, ()),
                found=of_found.get(id, ()),
                sources=of_sources.get(id, ()),
                statements=of_statements.get(id, ()),
                chain_links=of_links.get(id, ()),
                checks=of_checks.get(id, ()),
            )
        )


def _children(table: Table, condition: ColumnElement[bool]) -> Select[Any]:
    return select(table).where(condition).order_by(table.c.position)


def _by_article(connection: Connection, query: Select[Any]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in connection.execute(query).mappings():
        rows.setdefault(row["article_id"], []).append(row)
    return rows
