"""Reading ↔ rows: the one place that knows both. Pure."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from firsthand.ledger.search import words_of
from firsthand.model.article import Article, Credit, CreditKind, Provenance, text_digest
from firsthand.model.contract import found_from_json, found_to_json
from firsthand.model.reading import (
    Basis,
    Check,
    Kind,
    Naming,
    Outcome,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)
from firsthand.model.span import Span

Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """An article's rows, by table; each list in the order of the reading."""

    article: Row
    credits: Sequence[Row] = ()
    provenance: Sequence[Row] = ()
    found: Sequence[Row] = ()
    sources: Sequence[Row] = ()
    statements: Sequence[Row] = ()
    chain_links: Sequence[Row] = ()
    checks: Sequence[Row] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """A statement's id → the names of its chain, for the search."""


def rows_of(reading: Reading, *, added_at: str) -> Rows:
    within = reading.article.id
    names = {s.id: s.name for s in reading.sources}
    return Rows(
        article=article_row(reading, added_at=added_at),
        credits=[
            {
                "article_id": within,
                "position": n,
                "name": c.name,
                "kind": c.kind.value,
                "evidence": c.evidence,
            }
            for n, c in enumerate(reading.article.credits)
        ],
        provenance=_provenance_rows(reading.article),
        found=_found_rows(reading.article),
        sources=[_source_row(s, n, within=within) for n, s in enumerate(reading.sources)],
        statements=[_statement_row(s, n, reading) for n, s in enumerate(reading.statements)],
        chain_links=[
            {"statement_id": f"{within}#{s.id}", "position": n, "source_id": f"{within}#{id}"}
            for s in reading.statements
            for n, id in enumerate(s.chain)
        ],
        checks=[_check_row(c, n, reading) for n, c in enumerate(reading.checks)],
        names={
            f"{within}#{s.id}": "\n".join(names[id] for id in s.chain) for s in reading.statements
        },
    )


def article_row(reading: Reading, *, added_at: str) -> Row:
    a, by = reading.article, reading.reader
    return {
        "id": a.id,
        "title": a.title,
        "publisher": a.publisher,
        "published": a.published,
        "url": a.url,
        "text": a.text,
        "authors": json.dumps(a.authors, ensure_ascii=False),
        "language": a.language,
        "digest": text_digest(a.text),
        "publisher_words": None if a.publisher is None else words_of(a.publisher),
        "published_on": day_of(a.published),
        "reader_name": by.name,
        "reader_version": by.version,
        "reader_model": by.model,
        "added_at": added_at,
    }


def day_of(published: str | None) -> str | None:
    """The calendar day that the page itself gives; None where it isn't a whole ISO 8601 date."""
    try:
        return datetime.fromisoformat(published or "").date().isoformat()
    except ValueError:
        return None


def group_key(source: Source, *, id: str) -> str:
    """Which sources are counted as one in a list: named ones of the same normalised name and kind.
    A pseudonym or unnamed source has the key of nobody else."""
    if source.naming is not Naming.NAMED:
        return f"own:{id}"
    name = unicodedata.normalize("NFKC", source.name).casefold()
    return f"named:{source.kind.value}:{' '.join(name.split())}"


def reading_of(rows: Rows) -> Reading:
    """The inverse of `rows_of`."""
    a = rows.article
    chains: dict[str, list[str]] = {}
    for link in rows.chain_links:
        chains.setdefault(link["statement_id"], []).append(link["source_id"])
    within = a["id"]
    return Reading(
        article=_article(a, rows),
        sources=tuple(_source(s, within=within) for s in rows.sources),
        statements=tuple(
            _statement(s, chains.get(s["id"], ()), within=within) for s in rows.statements
        ),
        checks=tuple(_check(c, within=within) for c in rows.checks),
        reader=ReaderInfo(a["reader_name"], a["reader_version"], a["reader_model"]),
    )


def spans_of(stored: str) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in json.loads(stored))


def strings_of(reading: Reading) -> Iterator[str]:
    """Every string of a reading that would be stored."""
    a, by = reading.article, reading.reader
    optional = (a.title, a.publisher, a.url, a.published, a.language)
    yield from (a.id, a.text, by.name, by.version, by.model, *a.authors)
    yield from (value for value in optional if value is not None)
    for credit in a.credits:
        yield from (credit.name, credit.evidence)
    if a.provenance is not None:
        yield from (a.provenance.input, a.provenance.digest or "", a.provenance.fetched or "")
    for source in reading.sources:
        yield from (source.id, source.name, source.description or "")
    for statement in reading.statements:
        yield from (statement.id, *statement.chain, statement.parent or "")
    for check in reading.checks:
        yield from (check.by or "", check.about or "")


def under(reading: Reading, id: str) -> Reading:
    """The same reading with its article under another id."""
    if id == reading.article.id:
        return reading
    return replace(reading, article=replace(reading.article, id=id))


def _source_row(source: Source, position: int, *, within: str) -> Row:
    id = f"{within}#{source.id}"
    return {
        "id": id,
        "article_id": within,
        "position": position,
        "name": source.name,
        "kind": source.kind.value,
        "naming": source.naming.value,
        "description": source.description,
        "mentions": json.dumps(source.mentions),
        "group_key": group_key(source, id=id),
    }


def _statement_row(statement: Statement, position: int, reading: Reading) -> Row:
    within = reading.article.id
    first = statement.content[0] if statement.content else (None, None)
    cue, mention = statement.cue or (None, None), statement.mention or (None, None)
    return {
        "id": f"{within}#{statement.id}",
        "article_id": within,
        "position": position,
        "words": reading.words(statement.content),
        "quotation": statement.quotation.value,
        "kind": statement.kind.value,
        "polarity": statement.polarity.value,
        "basis": statement.basis.value,
        "confidence": statement.confidence,
        "parent_id": _under(within, statement.parent),
        "content": json.dumps(statement.content),
        "content_start": first[0],
        "content_end": first[1],
        "cue_start": cue[0],
        "cue_end": cue[1],
        "mention_start": mention[0],
        "mention_end": mention[1],
        "hedges": json.dumps(statement.hedges),
    }


def _check_row(check: Check, position: int, reading: Reading) -> Row:
    within = reading.article.id
    a_source = check.about in {s.id for s in reading.sources}
    return {
        "article_id": within,
        "position": position,
        "by_id": _under(within, check.by),
        "outcome": check.outcome.value,
        "about_source_id": _under(within, check.about if a_source else None),
        "about_statement_id": _under(within, None if a_source else check.about),
        "evidence_start": check.evidence[0],
        "evidence_end": check.evidence[1],
    }


def provenance_of(rows: Iterable[Row], found: Iterable[Row]) -> Provenance | None:
    """What is kept of one article; None where an older version added it."""
    methods = found_from_json({row["field"]: row["method"] for row in found})
    return next((Provenance(r["input"], r["digest"], r["fetched"], methods) for r in rows), None)


def _provenance_rows(article: Article) -> list[Row]:
    kept = article.provenance
    if kept is None:
        return []
    return [
        {
            "article_id": article.id,
            "input": kept.input,
            "digest": kept.digest,
            "fetched": kept.fetched,
        }
    ]


def _found_rows(article: Article) -> list[Row]:
    methods = found_to_json(article.provenance.found) if article.provenance else {}
    return [
        {"article_id": article.id, "field": field, "method": method}
        for field, method in methods.items()
    ]


def _article(a: Row, rows: Rows) -> Article:
    return Article(
        id=a["id"],
        text=a["text"],
        title=a["title"],
        publisher=a["publisher"],
        url=a["url"],
        published=a["published"],
        authors=tuple(json.loads(a["authors"])),
        language=a["language"],
        credits=tuple(
            Credit(c["name"], CreditKind(c["kind"]), c["evidence"]) for c in rows.credits
        ),
        provenance=provenance_of(rows.provenance, rows.found),
    )


def _source(row: Row, *, within: str) -> Source:
    return Source(
        id=_inside(within, row["id"]),
        name=row["name"],
        kind=SourceKind(row["kind"]),
        naming=Naming(row["naming"]),
        description=row["description"],
        mentions=spans_of(row["mentions"]),
    )


def _statement(row: Row, chain: Iterable[str], *, within: str) -> Statement:
    return Statement(
        id=_inside(within, row["id"]),
        content=spans_of(row["content"]),
        cue=_span(row["cue_start"], row["cue_end"]),
        mention=_span(row["mention_start"], row["mention_end"]),
        chain=tuple(_inside(within, id) for id in chain),
        quotation=Quotation(row["quotation"]),
        kind=Kind(row["kind"]),
        polarity=Polarity(row["polarity"]),
        basis=Basis(row["basis"]),
        hedges=spans_of(row["hedges"]),
        parent=_optional_inside(within, row["parent_id"]),
        confidence=row["confidence"],
    )


def _check(row: Row, *, within: str) -> Check:
    return Check(
        by=_optional_inside(within, row["by_id"]),
        outcome=Outcome(row["outcome"]),
        about=_optional_inside(within, row["about_source_id"] or row["about_statement_id"]),
        evidence=(row["evidence_start"], row["evidence_end"]),
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)


def _under(within: str, id: str | None) -> str | None:
    return None if id is None else f"{within}#{id}"


def _inside(within: str, id: str) -> str:
    return id[len(within) + 1 :]


def _optional_inside(within: str, id: str | None) -> str | None:
    return None if id is None else _inside(within, id)
