"""What a filter says, as conditions on rows."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, func, select, true

from firsthand.ledger.admission import keepable
from firsthand.ledger.happened import of_event
from firsthand.ledger.rows import Published, SourceFilter, StatementFilter
from firsthand.ledger.search import found, terms_of
from firsthand.ledger.tables import articles, chain_links, sources, statements


def published(wanted: Published) -> ColumnElement[bool]:
    day = articles.c.published_on
    conditions: list[ColumnElement[bool]] = [true()]
    if wanted.since is not None:
        conditions.append(day >= wanted.since.isoformat())
    if wanted.until is not None:
        conditions.append(day <= wanted.until.isoformat())
    if wanted.article is not None:
        known = keepable(wanted.article)
        conditions.append(articles.c.id == wanted.article if known else false())
    if wanted.publisher is not None:
        conditions.append(_publisher(wanted.publisher))
    if wanted.outlet is not None:
        names = [name for name in wanted.outlet if keepable(name)]
        conditions.append(func.coalesce(articles.c.publisher, "").in_(names))
    return and_(*conditions)


def _publisher(query: str) -> ColumnElement[bool]:
    words = " " + articles.c.publisher_words + " "
    terms = terms_of(query)
    # A term is letters, digits and spaces: nothing in it that LIKE reads as a pattern.
    return and_(*(words.like(f"% {term} %") for term in terms)) if terms else false()


def of_statement(connection: Connection, wanted: StatementFilter) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if wanted.text is not None:
        conditions.append(found(connection, statements, wanted.text))
    if wanted.kind is not None:
        conditions.append(statements.c.kind == wanted.kind.value)
    if wanted.polarity is not None:
        conditions.append(statements.c.polarity == wanted.polarity.value)
    if wanted.source is not None:
        credited = (
            select(chain_links.c.statement_id)
            .join(sources, sources.c.id == chain_links.c.source_id)
            .where(found(connection, sources, wanted.source))
        )
        conditions.append(statements.c.id.in_(credited))
    if wanted.key is not None:
        credited = (
            select(chain_links.c.statement_id)
            .join(sources, sources.c.id == chain_links.c.source_id)
            .where(keyed(wanted.key))
        )
        conditions.append(statements.c.id.in_(credited))
    if wanted.naming is not None:
        conditions.append(_naming_of_last() == wanted.naming.value)
    return and_(*conditions, of_event(wanted))


def keyed(key: str) -> ColumnElement[bool]:
    """The rows of `sources` that are counted under this key. That of a source without a name is
    made of its id, which has an index."""
    if not keepable(key):
        return false()
    grouped = sources.c.group_key == key
    own = key.removeprefix("own:")
    return grouped if own == key else and_(sources.c.id == own, grouped)


def _naming_of_last() -> Any:
    return (
        select(sources.c.naming)
        .join(chain_links, sources.c.id == chain_links.c.source_id)
        .where(chain_links.c.statement_id == statements.c.id)
        .order_by(chain_links.c.position.desc())
        .limit(1)
        .scalar_subquery()
    )


def of_source(connection: Connection, wanted: SourceFilter) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [published(wanted)]
    if wanted.name is not None:
        conditions.append(found(connection, sources, wanted.name))
    if wanted.key is not None:
        conditions.append(keyed(wanted.key))
    if wanted.kind is not None:
        conditions.append(sources.c.kind == wanted.kind.value)
    if wanted.naming is not None:
        conditions.append(sources.c.naming == wanted.naming.value)
    return and_(*conditions)
