"""Lists of what a ledger holds, streamed, always in the same order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from firsthand.ledger.conditions import keyed, of_source, of_statement, published
from firsthand.ledger.records import provenance_of, spans_of
from firsthand.ledger.rows import (
    ArticleFilter,
    ArticleRow,
    OutletRow,
    Published,
    SourceFilter,
    SourceRow,
    StatementFilter,
    StatementRow,
)
from firsthand.ledger.search import found
from firsthand.ledger.tables import (
    articles,
    chain_links,
    judgements,
    provenance,
    sources,
    statements,
)
from firsthand.ledger.tables import found as fields_found
from firsthand.model.article import Provenance
from firsthand.model.reading import Basis, Kind, Naming, Polarity, Quotation, SourceKind

_AT_A_TIME = 200
_BY_DATE = (articles.c.published_on.asc().nulls_last(), articles.c.id)


def list_articles(connection: Connection, wanted: ArticleFilter) -> Iterator[ArticleRow]:
    """By date, undated ones last, or those added last first."""
    order = (articles.c.number.desc(),) if wanted.added else _BY_DATE
    query = (
        select(
            articles.c.id,
            articles.c.title,
            articles.c.publisher,
            articles.c.url,
            articles.c.published,
            articles.c.language,
            _number_of(statements).label("statements"),
            _number_of(sources).label("sources"),
        )
        .where(published(wanted))
        .order_by(*order)
    )
    if wanted.text is not None:
        query = query.where(found(connection, articles, wanted.text))
    if wanted.source is not None:
        named = select(sources.c.article_id).where(found(connection, sources, wanted.source))
        query = query.where(articles.c.id.in_(named))
    if wanted.key is not None:
        crediting = select(sources.c.article_id).where(keyed(wanted.key))
        query = query.where(articles.c.id.in_(crediting))
    for rows in _stream(connection, _cut(query, wanted)):
        kept = _provenance(connection, [row["id"] for row in rows])
        yield from (ArticleRow(**row, provenance=kept[row["id"]]) for row in rows)


def list_statements(connection: Connection, wanted: StatementFilter) -> Iterator[StatementRow]:
    """By date of the article, undated ones last, then in reading order."""
    s = statements.c
    query = (
        select(
            s.id,
            s.article_id,
            articles.c.title,
            articles.c.publisher,
            articles.c.url,
            articles.c.published,
            s.words,
            s.content,
            s.quotation,
            s.kind,
            s.polarity,
            s.basis,
            s.confidence,
        )
        .join(articles, articles.c.id == s.article_id)
        .where(published(wanted), of_statement(connection, wanted))
        .order_by(*_BY_DATE, s.position)
    )
    for rows in _stream(connection, _cut(query, wanted)):
        chains = _chains(connection, [row["id"] for row in rows])
        yield from (_statement_row(row, chains.get(row["id"], [])) for row in rows)


def list_sources(connection: Connection, wanted: SourceFilter) -> Iterator[SourceRow]:
    """Those with the most statements first, then by key."""
    condition = of_source(connection, wanted)
    number = func.count(chain_links.c.statement_id.distinct()).label("statements")
    query = (
        select(
            sources.c.group_key,
            number,
            func.count(sources.c.article_id.distinct()).label("articles"),
        )
        .join(articles, articles.c.id == sources.c.article_id)
        .join(chain_links, chain_links.c.source_id == sources.c.id, isouter=True)
        .where(condition)
        .group_by(sources.c.group_key)
        .order_by(number.desc(), sources.c.group_key)
    )
    for rows in _stream(connection, _cut(query, wanted)):
        members = _members(connection, [row["group_key"] for row in rows], condition)
        yield from (_source_row(row, members[row["group_key"]]) for row in rows)


def list_outlets(connection: Connection, wanted: Published) -> Iterator[OutletRow]:
    """Those with the most articles first, then by name."""
    number = func.count(articles.c.number).label("articles")
    query = (
        select(
            articles.c.publisher.label("name"),
            number,
            func.coalesce(func.sum(_number_of(statements)), 0).label("statements"),
            func.min(articles.c.published_on).label("first"),
            func.max(articles.c.published_on).label("last"),
        )
        .where(published(wanted))
        .group_by(articles.c.publisher)
        .order_by(number.desc(), articles.c.publisher.nulls_last())
    )
    for rows in _stream(connection, _cut(query, wanted)):
        yield from (OutletRow(**row) for row in rows)


def state(connection: Connection) -> str:
    """Another string whenever an article or a judgement was added."""
    newest = select(func.count(), func.max(articles.c.number)).select_from(articles)
    held = select(func.count(), func.max(judgements.c.number)).select_from(judgements)
    counted = [*connection.execute(newest).one(), *connection.execute(held).one()]
    return "-".join(str(number or 0) for number in counted)


def _provenance(connection: Connection, ids: Sequence[str]) -> defaultdict[str, Provenance | None]:
    of_rows, of_found = (
        {
            id: list(rows)
            for id, rows in groupby(
                connection.execute(
                    select(table).where(table.c.article_id.in_(ids)).order_by(table.c.article_id)
                ).mappings(),
                key=itemgetter("article_id"),
            )
        }
        for table in (provenance, fields_found)
    )
    kept = {id: provenance_of(rows, of_found.get(id, ())) for id, rows in of_rows.items()}
    return defaultdict(lambda: None, kept)


def _chains(connection: Connection, ids: Sequence[str]) -> dict[str, list[RowMapping]]:
    query = (
        select(chain_links.c.statement_id, sources.c.name, sources.c.naming, sources.c.group_key)
        .join(sources, sources.c.id == chain_links.c.source_id)
        .where(chain_links.c.statement_id.in_(ids))
        .order_by(chain_links.c.statement_id, chain_links.c.position)
    )
    rows = connection.execute(query).mappings()
    return {id: list(chain) for id, chain in groupby(rows, key=itemgetter("statement_id"))}


def _members(
    connection: Connection, keys: Sequence[str], condition: ColumnElement[bool]
) -> dict[str, list[RowMapping]]:
    query = (
        select(
            sources.c.group_key,
            sources.c.name,
            sources.c.kind,
            sources.c.naming,
            sources.c.description,
            sources.c.article_id,
            articles.c.publisher,
        )
        .join(articles, articles.c.id == sources.c.article_id)
        .where(sources.c.group_key.in_(keys), condition)
        .order_by(sources.c.group_key, sources.c.id)
    )
    rows = connection.execute(query).mappings()
    return {key: list(group) for key, group in groupby(rows, key=itemgetter("group_key"))}


def _statement_row(row: RowMapping, chain: Sequence[RowMapping]) -> StatementRow:
    return StatementRow(
        id=row["id"],
        article=row["article_id"],
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        published=row["published"],
        words=row["words"],
        content=spans_of(row["content"]),
        chain=tuple(link["name"] for link in chain),
        sources=tuple(link["group_key"] for link in chain),
        naming=Naming(chain[-1]["naming"]) if chain else None,
        quotation=Quotation(row["quotation"]),
        kind=Kind(row["kind"]),
        polarity=Polarity(row["polarity"]),
        basis=Basis(row["basis"]),
        confidence=row["confidence"],
    )


def _source_row(row: RowMapping, members: Sequence[RowMapping]) -> SourceRow:
    one = members[0]
    naming = Naming(one["naming"])
    return SourceRow(
        key=row["group_key"],
        name=_fullest([m["name"] for m in members]) or one["name"],
        kind=SourceKind(one["kind"]),
        naming=naming,
        description=_fullest([m["description"] for m in members]),
        article=None if naming is Naming.NAMED else one["article_id"],
        statements=row["statements"],
        articles=row["articles"],
        outlets=tuple(sorted({m["publisher"] for m in members if m["publisher"]})),
    )


def _fullest(values: Sequence[str | None]) -> str | None:
    return min((v for v in values if v), key=lambda v: (-len(v), v), default=None)


def _number_of(table: Any) -> Any:
    return (
        select(func.count())
        .select_from(table)
        .where(table.c.article_id == articles.c.id)
        .scalar_subquery()
    )


def _cut(query: Select[Any], wanted: Published) -> Select[Any]:
    return query.limit(wanted.limit).offset(wanted.offset or None)


def _stream(connection: Connection, query: Select[Any]) -> Iterator[Sequence[RowMapping]]:
    result = connection.execute(query.execution_options(yield_per=_AT_A_TIME))
    yield from result.mappings().partitions()
