"""The first tables: articles with their readings, search, and people's judgements.

Spelt out rather than taken from tables.py, which will move on while this file must not.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _articles()
    _sources()
    _statements()
    _checks()
    _judgements()
    if op.get_bind().dialect.name == "postgresql":
        _postgresql_search()
        _postgresql_append_only()
    else:
        _sqlite_search()
        _sqlite_append_only()


def _number() -> sa.Column[int]:
    return sa.Column("number", _NUMBER, primary_key=True, autoincrement=True)


def _texts(*names: str, optional: bool = False) -> list[Any]:
    return [sa.Column(name, _TEXT, nullable=optional) for name in names]


def _ints(*names: str, optional: bool = False) -> list[Any]:
    return [sa.Column(name, sa.Integer, nullable=optional) for name in names]


def _ref(name: str, target: str, *, optional: bool = False, **more: Any) -> sa.Column[str]:
    return sa.Column(name, _TEXT, sa.ForeignKey(target, **more), nullable=optional)


def _articles() -> None:
    op.create_table(
        "articles",
        _number(),
        *_texts("id"),
        *_texts("title", "publisher", "published", "url", optional=True),
        *_texts("text", "authors"),
        *_texts("language", optional=True),
        *_texts("digest"),
        *_texts("publisher_words", "published_on", optional=True),
        *_texts("reader_name", "reader_version", "reader_model", "added_at"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_articles_digest", "articles", ["digest"])
    op.create_index("ix_articles_published_on", "articles", ["published_on"])
    op.create_table(
        "credits",
        _ref("article_id", "articles.id"),
        *_ints("position"),
        *_texts("name", "kind", "evidence"),
        sa.PrimaryKeyConstraint("article_id", "position"),
    )


def _sources() -> None:
    op.create_table(
        "sources",
        _number(),
        *_texts("id"),
        _ref("article_id", "articles.id"),
        *_ints("position"),
        *_texts("name", "kind", "naming"),
        *_texts("description", optional=True),
        *_texts("mentions", "group_key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_sources_article_id", "sources", ["article_id"])
    # A hash takes names of any length; a PostgreSQL b-tree refuses entries above 2,704 bytes.
    op.create_index("ix_sources_group_key", "sources", ["group_key"], postgresql_using="hash")


def _statements() -> None:
    spans = ("content", "cue", "mention")
    ends = [f"{span}_{end}" for span in spans for end in ("start", "end")]
    op.create_table(
        "statements",
        _number(),
        *_texts("id"),
        _ref("article_id", "articles.id"),
        *_ints("position"),
        *_texts("words", "quotation", "kind", "polarity", "basis"),
        sa.Column("confidence", sa.Double, nullable=False),
        _ref("parent_id", "statements.id", optional=True, deferrable=True, initially="DEFERRED"),
        *_texts("content"),
        *_ints(*ends, optional=True),
        *_texts("hedges"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_statements_article_id", "statements", ["article_id"])
    op.create_table(
        "chain_links",
        _ref("statement_id", "statements.id"),
        *_ints("position"),
        _ref("source_id", "sources.id"),
        sa.PrimaryKeyConstraint("statement_id", "position"),
    )
    op.create_index("ix_chain_links_source_id", "chain_links", ["source_id"])


def _checks() -> None:
    op.create_table(
        "checks",
        _ref("article_id", "articles.id"),
        *_ints("position"),
        _ref("by_id", "sources.id", optional=True),
        *_texts("outcome"),
        _ref("about_source_id", "sources.id", optional=True),
        _ref("about_statement_id", "statements.id", optional=True),
        *_ints("evidence_start", "evidence_end"),
        sa.PrimaryKeyConstraint("article_id", "position"),
    )


def _judgements() -> None:
    op.create_table(
        "judgements",
        _number(),
        *_texts("link", "judgement", "why", "author", "judged_at"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_judgements_link", "judgements", ["link"], postgresql_using="hash")


def _sqlite_search() -> None:
    for what in ("article", "source", "statement"):
        op.execute(
            f"CREATE VIRTUAL TABLE {what}_search USING fts5"
            "(words, content='', tokenize='porter unicode61')"
        )


def _postgresql_search() -> None:
    op.execute(
        "CREATE TEXT SEARCH DICTIONARY firsthand_porter (TEMPLATE = snowball, LANGUAGE = porter)"
    )
    op.execute("CREATE TEXT SEARCH CONFIGURATION firsthand (COPY = simple)")
    op.execute(
        "ALTER TEXT SEARCH CONFIGURATION firsthand"
        " ALTER MAPPING FOR asciiword, word, numword WITH firsthand_porter"
    )
    for what in ("article", "source", "statement"):
        op.execute(
            f"CREATE TABLE {what}_search"
            f" (rowid bigint PRIMARY KEY REFERENCES {what}s (number), words tsvector NOT NULL)"
        )
        op.execute(f"CREATE INDEX ix_{what}_search_words ON {what}_search USING gin (words)")


def _sqlite_append_only() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER judgements_no_{change.lower()} BEFORE {change} ON judgements"
            " BEGIN SELECT RAISE(ABORT, 'judgements are never changed, only added'); END"
        )


def _postgresql_append_only() -> None:
    op.execute(
        "CREATE FUNCTION judgements_keep() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN RAISE EXCEPTION 'judgements are never changed, only added'; END$$"
    )
    op.execute(
        "CREATE TRIGGER judgements_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON judgements"
        " FOR EACH STATEMENT EXECUTE FUNCTION judgements_keep()"
    )
