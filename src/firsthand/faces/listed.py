"""The ledger's statements as they are listed: each with what a person made of it, and last those
that the reader had missed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from firsthand.ledger.rows import (
    ArticleFilter,
    ArticleRow,
    StatementFilter,
    StatementJudgement,
    StatementRow,
    Verdict,
)
from firsthand.model.reading import Reading, Source, Statement

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Held:
    """The newest judgement of a statement."""

    verdict: Verdict
    why: str
    author: str
    when: datetime


@dataclass(frozen=True, slots=True)
class ListedStatement(StatementRow):
    """A statement as the reader had it, or where it had none as a person added it. `judged` None:
    by nobody."""

    judged: Held | None


def listed(store: "Ledger", wanted: StatementFilter) -> Iterator[ListedStatement]:
    return islice(_listed(store, wanted), wanted.limit)


def _listed(store: "Ledger", wanted: StatementFilter) -> Iterator[ListedStatement]:
    judged = {each.statement: each for each in store.statement_judgements(newest=True)}
    held = {id: Held(j.verdict, j.why, j.author, j.when) for id, j in judged.items()}
    names = [field.name for field in fields(StatementRow)]
    for row in store.statements(wanted):
        known: dict[str, Any] = {name: getattr(row, name) for name in names}
        yield ListedStatement(**known, judged=held.get(row.id))
    added = [each for each in judged.values() if each.verdict is Verdict.ADDED]
    if added:
        yield from _added(store, wanted, added, held)


def _added(
    store: "Ledger", wanted: StatementFilter, added: list[StatementJudgement], held: dict[str, Held]
) -> Iterator[ListedStatement]:
    """Those that the filter lets through: there is no index of them, so that words are looked for
    as they stand, whole."""
    where = ArticleFilter(
        publisher=wanted.publisher,
        since=wanted.since,
        until=wanted.until,
        article=wanted.article,
    )
    articles = {row.id: row for row in store.articles(where)}
    found = [each for each in added if each.article in articles]
    readings = {r.article.id: r for r in store.readings([each.article for each in found])}
    for each in found:
        marked, reading = each.marked, readings[each.article]
        if marked is None:
            continue
        chain = [reading.source(id) for id in marked.chain]
        if _wanted(wanted, marked, reading, chain):
            row = _row(each.statement, marked, articles[each.article], reading, chain)
            yield replace(row, judged=held[each.statement])


def _wanted(f: StatementFilter, s: Statement, reading: Reading, chain: list[Source]) -> bool:
    from firsthand.ledger.happened import asked, holds
    from firsthand.ledger.search import terms_of, words_of
    from firsthand.linking.events.event import Events

    def has(query: str | None, text: str) -> bool:
        words = f" {words_of(text)} "
        terms = terms_of(query or "")
        return query is None or (bool(terms) and all(f" {term} " in words for term in terms))

    names = "\n".join(source.name for source in chain)
    return (
        f.kind in (None, s.kind)
        and f.polarity in (None, s.polarity)
        and (f.naming is None or (bool(chain) and chain[-1].naming is f.naming))
        and has(f.source, names)
        and f.key in (None, *_keys(chain, article=reading.article.id))
        and has(f.text, f"{reading.words(s.content)}\n{names}")
        and (not asked(f) or holds(f, Events(reading).of(s)))
    )


def _keys(chain: list[Source], *, article: str) -> tuple[str, ...]:
    from firsthand.ledger.records import group_key

    return tuple(group_key(source, id=f"{article}#{source.id}") for source in chain)


def _row(
    id: str, s: Statement, article: ArticleRow, reading: Reading, chain: list[Source]
) -> ListedStatement:
    return ListedStatement(
        id=id,
        article=article.id,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published=article.published,
        words=reading.words(s.content),
        content=s.content,
        chain=tuple(source.name for source in chain),
        sources=_keys(chain, article=article.id),
        naming=chain[-1].naming if chain else None,
        quotation=s.quotation,
        kind=s.kind,
        polarity=s.polarity,
        basis=s.basis,
        confidence=s.confidence,
        judged=None,
    )
