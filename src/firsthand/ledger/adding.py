"""A reading into the tables. Runs inside a transaction of the caller's."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from firsthand.ledger.copying import link
from firsthand.ledger.driver import execute, fetch, insert_all
from firsthand.ledger.happened import keep
from firsthand.ledger.preparing import Prepared, prepare
from firsthand.ledger.records import Row, Rows, article_row, rows_of, under
from firsthand.ledger.search import index, words_of
from firsthand.ledger.tables import (
    articles,
    chain_links,
    checks,
    credits,
    found,
    provenance,
    sources,
    statements,
)
from firsthand.model.article import Article, text_digest
from firsthand.model.errors import InputError


def add_reading(connection: Connection, made: Prepared) -> bool:
    """Whether it was added; False: this text is already there under this id."""
    reading = made.reading
    added_at = datetime.now(UTC).isoformat(timespec="seconds")
    for key in _keys(reading.article):
        keyed = made if key == reading.article.id else prepare(under(reading, key))
        if _claimed(connection, article_row(keyed.reading, added_at=added_at)):
            _add_rest(connection, keyed, rows_of(keyed.reading, added_at=added_at))
            [(number,)] = fetch(connection, "SELECT number FROM articles WHERE id = ?", [key])
            keep(connection, number, keyed.events)
            link(connection, key, number, keyed.linkable)
            return True
        if _digest(connection, key) == text_digest(reading.article.text):
            return False
    raise InputError(reading.article.id, "its id is taken by other texts", "give it another id")


def stored_id(connection: Connection, article: Article) -> str | None:
    """The id under which this article's text is kept; None when it isn't."""
    wanted = text_digest(article.text)
    for key in _keys(article):
        digest = _digest(connection, key)
        if digest == wanted:
            return key
        if digest is None:
            return None
    return None


def _keys(article: Article) -> Iterator[str]:
    """Where an article may stand: its id or, where another text has that, one made of both."""
    digest = text_digest(article.text)
    yield from (article.id, f"{article.id}-{digest[:6]}", f"{article.id}-{digest}")


def _digest(connection: Connection, id: str) -> str | None:
    return connection.scalar(select(articles.c.digest).where(articles.c.id == id))


def _claimed(connection: Connection, row: Row) -> bool:
    """Whether the article's row is now there because of us. Two processes that add the same one
    wait for each other here, and the second finds it there."""
    places = ", ".join("?" * len(row))
    query = f"INSERT INTO articles ({', '.join(row)}) VALUES ({places}) ON CONFLICT (id) DO NOTHING"
    return execute(connection, query, list(row.values())) == 1


def _add_rest(connection: Connection, made: Prepared, rows: Rows) -> None:
    insert_all(connection, credits, rows.credits)
    insert_all(connection, provenance, rows.provenance)
    insert_all(connection, found, rows.found)
    insert_all(connection, sources, rows.sources)
    insert_all(connection, statements, rows.statements)
    insert_all(connection, chain_links, rows.chain_links)
    insert_all(connection, checks, rows.checks)
    index(connection, articles, {made.reading.article.id: made.words})
    index(connection, sources, {s["id"]: words_of(s["name"]) for s in rows.sources})
    index(
        connection,
        statements,
        {s["id"]: words_of(f"{s['words']}\n{rows.names[s['id']]}") for s in rows.statements},
    )
