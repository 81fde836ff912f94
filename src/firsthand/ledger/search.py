"""Full-text search, with the same words found on both databases.

Text is cut into words here (compatibility forms folded, case and diacritics dropped) and stored in
one search table for each of articles, sources and statements: FTS5 without content on SQLite, a
tsvector under a GIN index on PostgreSQL. Both stem by Porter's algorithm (Porter 1980) and know no
stop words, so that "The Who" can be found. A search is words that all have to be there; words
inside quotation marks stand one after the other. Any string is a search; one without a word finds
nothing.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    column,
    false,
    func,
    select,
    table,
)

from firsthand.ledger.driver import execute_each

# A tsvector holds 1 MB; a longer text is found by its first words.
_LONGEST_TEXT = 200_000
_LONGEST_WORD = 100
_MOST_TERMS = 40
_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


def words_of(text: str) -> str:
    """The words of a text as they are compared, a space between."""
    folded = unicodedata.normalize("NFKD", text[:_LONGEST_TEXT].casefold()).casefold()
    marks = {c for c in set(folded) if unicodedata.combining(c)}
    kept = folded.translate(dict.fromkeys(map(ord, marks))) if marks else folded
    return " ".join(word[:_LONGEST_WORD] for word in _WORD.findall(kept))[:_LONGEST_TEXT]


def terms_of(query: str) -> tuple[str, ...]:
    """What has to be there, each a word or several in a row; the first 40 of them."""
    parts = (words_of(quoted or bare) for quoted, bare in _TERM.findall(query))
    cut = (" ".join(part.split()[:_MOST_TERMS]) for part in parts if part)
    return tuple(dict.fromkeys(cut))[:_MOST_TERMS]


def index(connection: Connection, what: Table, texts: Mapping[str, str]) -> None:
    """Makes these texts, given as their words, findable, by the ids of rows that `what` already
    has."""
    if not texts:
        return
    stored = "to_tsvector('firsthand', CAST(? AS text))" if _is_postgresql(connection) else "?"
    execute_each(
        connection,
        f"INSERT INTO {_search_table(what)} (rowid, words) "
        f"SELECT number, {stored} FROM {what.name} WHERE id = ?",
        [(words, id) for id, words in texts.items()],
    )


def found(connection: Connection, what: Table, query: str) -> ColumnElement[bool]:
    """The condition that a row of `what` has all that the query looks for."""
    hits = table(_search_table(what), column("rowid"), column("words"))
    terms = terms_of(query)
    if not terms:
        return false()
    if _is_postgresql(connection):
        matches = hits.c.words.op("@@")(func.to_tsquery("firsthand", _tsquery(terms)))
    else:
        matches = hits.c.words.op("MATCH")(" ".join(f'"{term}"' for term in terms))
    return what.c.number.in_(select(hits.c.rowid).where(matches))


def matching(connection: Connection, what: Table, forms: Iterable[str]) -> Select[tuple[int]]:
    """The numbers of the rows of `what` that have any of these words."""
    hits = table(_search_table(what), column("rowid", Integer), column("words"))
    terms = [words for form in forms if (words := words_of(form))]
    if not terms:
        return select(hits.c.rowid).where(false())
    if _is_postgresql(connection):
        query = " | ".join(f"({_tsquery([term])})" for term in terms)
        matches = hits.c.words.op("@@")(func.to_tsquery("firsthand", query))
    else:
        matches = hits.c.words.op("MATCH")(" OR ".join(f'"{term}"' for term in terms))
    return select(hits.c.rowid).where(matches)


def _tsquery(terms: Iterable[str]) -> str:
    # A word is letters and digits only, so quoting it can't be escaped from.
    rows = (" <-> ".join(f"'{word}'" for word in term.split()) for term in terms)
    return " & ".join(f"({row})" for row in rows)


def _search_table(what: Table) -> str:
    return f"{what.name.removesuffix('s')}_search"


def _is_postgresql(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
