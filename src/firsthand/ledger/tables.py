"""The ledger's tables, one fact a row, meant to be read as they stand (in Datasette, too).

Articles with their readings are added and never edited, so that the columns made from others
(`words`, `published_on`, `group_key` …) can't go stale. Ids of sources and statements are those
that stand in a trace: "<article id>#<statement id>". `number` is the order of adding, and what the
full-text tables are keyed by (search.py). Lists of spans are JSON text.

The migrations make these tables; tests/ledger/test_migrations.py holds the two together. Only they
know of the hash indices: naming one here loads PostgreSQL's dialect, 24 ms on every start.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite compares by code point; PostgreSQL does so under "C" only. Both list in the same order.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
_NUMBER = BigInteger().with_variant(Integer(), "sqlite")


def _number() -> Column[int]:
    return Column("number", _NUMBER, primary_key=True, autoincrement=True)


def _text(name: str, *, optional: bool = False, index: bool = False) -> Column[str]:
    return Column(name, _TEXT, nullable=optional, index=index)


def _id() -> Column[str]:
    return Column("id", _TEXT, nullable=False, unique=True)


def _int(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


def _ref(
    name: str, target: str, *, optional: bool = False, key: bool = False, index: bool = False
) -> Column[str]:
    return Column(name, _TEXT, ForeignKey(target), nullable=optional, primary_key=key, index=index)


articles = Table(
    "articles",
    metadata,
    _number(),
    _id(),
    _text("title", optional=True),
    _text("publisher", optional=True),
    _text("published", optional=True),
    _text("url", optional=True),
    _text("text"),
    _text("authors"),
    _text("language", optional=True),
    _text("digest", index=True),
    _text("publisher_words", optional=True),
    _text("published_on", optional=True, index=True),
    _text("reader_name"),
    _text("reader_version"),
    _text("reader_model"),
    _text("added_at"),
)

credits = Table(
    "credits",
    metadata,
    _ref("article_id", "articles.id", key=True),
    Column("position", Integer, primary_key=True),
    _text("name"),
    _text("kind"),
    _text("evidence"),
)

provenance = Table(
    "provenance",
    metadata,
    _ref("article_id", "articles.id", key=True),
    _text("input"),
    _text("digest", optional=True),
    _text("fetched", optional=True),
)

# How a field of an article was found.
found = Table(
    "found",
    metadata,
    _ref("article_id", "articles.id", key=True),
    Column("field", _TEXT, primary_key=True),
    _text("method"),
)

sources = Table(
    "sources",
    metadata,
    _number(),
    _id(),
    _ref("article_id", "articles.id", index=True),
    _int("position"),
    _text("name"),
    _text("kind"),
    _text("naming"),
    _text("description", optional=True),
    _text("mentions"),
    _text("group_key"),
)

statements = Table(
    "statements",
    metadata,
    _number(),
    _id(),
    _ref("article_id", "articles.id", index=True),
    _int("position"),
    _text("words"),
    _text("quotation"),
    _text("kind"),
    _text("polarity"),
    _text("basis"),
    Column("confidence", Double, nullable=False),
    # A parent may stand after its child, so this is looked at when the transaction ends.
    Column("parent_id", _TEXT, ForeignKey("statements.id", deferrable=True, initially="DEFERRED")),
    _text("content"),
    _int("content_start", optional=True),
    _int("content_end", optional=True),
    _int("cue_start", optional=True),
    _int("cue_end", optional=True),
    _int("mention_start", optional=True),
    _int("mention_end", optional=True),
    _text("hedges"),
)

chain_links = Table(
    "chain_links",
    metadata,
    _ref("statement_id", "statements.id", key=True),
    Column("position", Integer, primary_key=True),
    _ref("source_id", "sources.id", index=True),
)

checks = Table(
    "checks",
    metadata,
    _ref("article_id", "articles.id", key=True),
    Column("position", Integer, primary_key=True),
    _ref("by_id", "sources.id", optional=True),
    _text("outcome"),
    _ref("about_source_id", "sources.id", optional=True),
    _ref("about_statement_id", "statements.id", optional=True),
    _int("evidence_start"),
    _int("evidence_end"),
)

links = Table(
    "links",
    metadata,
    _number(),
    _id(),
    _text("kind"),
    _text("source"),
    _text("target"),
    _text("judgement"),
    _text("reason"),
    _text("claim"),
    _text("shown_at"),
)

# These four (copying.py, weighing.py) are made from the others, and can be made again.
stem_counts = Table(
    "stem_counts",
    metadata,
    Column("stem", _TEXT, primary_key=True),
    _int("articles"),
)

article_shingles = Table(
    "article_shingles",
    metadata,
    Column("number", _NUMBER, ForeignKey("articles.number"), primary_key=True, autoincrement=False),
    Column("rank", BigInteger, nullable=False),
    Column("runs", LargeBinary, nullable=False),
)

# No foreign key: a hundred rows an article would each look it up.
article_runs = Table(
    "article_runs",
    metadata,
    Column("run", BigInteger, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    _ref("article_id", "articles.id", key=True),
    _ref("other_id", "articles.id", key=True, index=True),
    _int("words"),
    Column("containment", Double, nullable=False),
)

# What statements say to have happened (happened.py): made from the others, too.
event_fields = Table(
    "event_fields",
    metadata,
    _ref("statement_id", "statements.id", key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _ref("article_id", "articles.id", index=True),
    _text("field"),
    _text("value"),
    _text("value_words"),
    _text("part", optional=True),
    _int("span_start", optional=True),
    _int("span_end", optional=True),
    _text("first_day", optional=True, index=True),
    _text("last_day", optional=True),
    _text("grain", optional=True),
    Column("least", Double, nullable=True),
    Column("most", Double, nullable=True),
    _text("unit", optional=True),
)

article_events = Table(
    "article_events",
    metadata,
    Column("number", _NUMBER, ForeignKey("articles.number"), primary_key=True, autoincrement=False),
    _int("rules"),
)

# What `watch` remembers (watching.py): unlike articles, these rows are replaced.
feeds = Table(
    "feeds",
    metadata,
    Column("address", _TEXT, primary_key=True),
    _text("etag", optional=True),
    _text("modified", optional=True),
    _text("moved", optional=True),
    _text("not_before", optional=True),
    _int("errors"),
    _int("gone"),
    _text("visited_at"),
)

seen_items = Table(
    "seen_items",
    metadata,
    Column("address", _TEXT, primary_key=True),
    Column("item", _TEXT, primary_key=True),
    _text("seen_at"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", _TEXT, primary_key=True),
    _text("text"),
    _text("articles"),
    _text("origins"),
    _int("support"),
    _int("denial"),
    _int("at_least"),
    _int("at_most"),
    _text("looked_at"),
)

statement_judgements = Table(
    "statement_judgements",
    metadata,
    _number(),
    # Of one that a person added there is no row in statements.
    _text("statement"),
    _ref("article_id", "articles.id", index=True),
    _text("verdict"),
    _text("marked", optional=True),
    _text("why"),
    _text("author"),
    _text("judged_at"),
    sqlite_autoincrement=True,
)

judgements = Table(
    "judgements",
    metadata,
    _number(),
    _text("link"),
    _text("judgement"),
    _text("why"),
    _text("author"),
    _text("judged_at"),
    sqlite_autoincrement=True,
)

reviews = Table(
    "reviews",
    metadata,
    _number(),
    _text("claim"),
    _text("rating"),
    _text("author"),
    _text("url", optional=True),
    _text("published", optional=True),
    _text("added_at"),
    sqlite_autoincrement=True,
)
