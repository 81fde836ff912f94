"""The published JSON: readings (`firsthand/reading/1`) and traces (`firsthand/trace/1`)."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from firsthand.model.article import Article, Found, Method, Provenance
from firsthand.model.errors import InputError
from firsthand.model.event_json import event_to_json
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
from firsthand.model.trace import Evidence, Judgement, Link, Trace

READING = "firsthand/reading/1"
TRACE = "firsthand/trace/1"

Json = dict[str, Any]


def reading_to_json(reading: Reading) -> Json:
    a = reading.article
    return {
        "schema": READING,
        "article": {
            "id": a.id,
            "text": a.text,
            "title": a.title,
            "publisher": a.publisher,
            "url": a.url,
            "published": a.published,
            "authors": list(a.authors) or None,
            "language": a.language,
            "provenance": _provenance(a.provenance),
        },
        "sources": [
            {
                "id": s.id,
                "name": s.name,
                "kind": s.kind.value,
                "naming": s.naming.value,
                "description": s.description,
                "mentions": _lists(s.mentions),
            }
            for s in reading.sources
        ],
        "statements": [statement_to_json(s) for s in reading.statements],
        "checks": [
            {"by": c.by, "outcome": c.outcome.value, "about": c.about, "evidence": list(c.evidence)}
            for c in reading.checks
        ],
        "reader": {
            "name": reading.reader.name,
            "version": reading.reader.version,
            "model": reading.reader.model,
        },
    }


def reading_from_json(row: Json) -> Reading:
    """The inverse of `reading_to_json`. Raises InputError for another schema or a broken row."""
    if row.get("schema") != READING:
        raise InputError("reading", f"schema is {row.get('schema')!r}, wanted {READING!r}")
    try:
        a = row["article"]
        return Reading(
            article=Article(
                a["id"],
                a["text"],
                a["title"],
                a["publisher"],
                a["url"],
                a["published"],
                tuple(a["authors"] or ()),
                a["language"],
                provenance=provenance_from_json(a.get("provenance")),
            ),
            sources=tuple(
                Source(
                    s["id"],
                    s["name"],
                    SourceKind(s["kind"]),
                    Naming(s["naming"]),
                    s["description"],
                    _spans(s["mentions"]),
                )
                for s in row["sources"]
            ),
            statements=tuple(statement_from_json(s) for s in row["statements"]),
            checks=tuple(
                Check(
                    c["by"], Outcome(c["outcome"]), c["about"], (c["evidence"][0], c["evidence"][1])
                )
                for c in row["checks"]
            ),
            reader=ReaderInfo(**row["reader"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise InputError("reading", f"not a {READING} object ({error!r})") from error


def statement_to_json(s: Statement) -> Json:
    return {
        "id": s.id,
        "content": _lists(s.content),
        "cue": _list(s.cue),
        "mention": _list(s.mention),
        "chain": list(s.chain),
        "quotation": s.quotation.value,
        "kind": s.kind.value,
        "polarity": s.polarity.value,
        "basis": s.basis.value,
        "hedges": _lists(s.hedges),
        "parent": s.parent,
        "confidence": s.confidence,
    }


def statement_from_json(s: Json) -> Statement:
    """The inverse of `statement_to_json`. Raises KeyError, TypeError or ValueError for another."""
    return Statement(
        id=s["id"],
        content=_spans(s["content"]),
        cue=_span(s["cue"]),
        mention=_span(s["mention"]),
        chain=tuple(s["chain"]),
        quotation=Quotation(s["quotation"]),
        kind=Kind(s["kind"]),
        polarity=Polarity(s["polarity"]),
        basis=Basis(s["basis"]),
        hedges=_spans(s["hedges"]),
        parent=s["parent"],
        confidence=s["confidence"],
    )


def trace_to_json(trace: Trace) -> Json:
    denial = trace.denial_bounds or (trace.independent_denial, trace.independent_denial)
    return {
        "schema": TRACE,
        "claim": {
            "id": trace.claim.id,
            "text": trace.claim.text,
            "fields": [
                {
                    "field": f.field.value,
                    "value": f.value,
                    "articles": f.articles,
                    "evidence": [_evidence(e) for e in f.evidence],
                }
                for f in trace.claim.fields
            ],
        },
        "articles": [
            {
                "id": a.id,
                "stance": a.stance.value,
                "hedged": a.hedged,
                "statements": list(a.statements),
                "via": list(a.via),
                "copy_of": a.copy_of,
                "origins": list(a.origins),
                "lost": list(dict.fromkeys(loss.what.value for loss in a.lost)),
                "event": event_to_json(a.event) if a.event else None,
            }
            for a in trace.articles
        ],
        "origins": [
            {
                "id": o.id,
                "name": o.name,
                "contact": o.contact,
                "side": o.side.value,
                "reason": o.reason,
            }
            for o in trace.origins
        ],
        "links": [_link(k) for k in trace.links if k.judgement is not Judgement.NO],
        "overruled": [_link(k) for k in trace.links if k.judgement is Judgement.NO],
        "independent_support": trace.independent_support,
        "independent_denial": trace.independent_denial,
        "at_least": trace.at_least,
        "at_most": trace.at_most,
        "denial_at_least": denial[0],
        "denial_at_most": denial[1],
    }


def found_to_json(found: Found) -> Json:
    """The method of each field that was found, by the field's name."""
    methods = {f.name: getattr(found, f.name) for f in fields(found)}
    return {name: method.value for name, method in methods.items() if method is not None}


def found_from_json(methods: Json) -> Found:
    return Found(**{name: Method(method) for name, method in methods.items()})


def _provenance(kept: Provenance | None) -> Json | None:
    if kept is None:
        return None
    return {
        "input": kept.input,
        "digest": kept.digest,
        "fetched": kept.fetched,
        "found": found_to_json(kept.found),
    }


def provenance_from_json(row: Json | None) -> Provenance | None:
    if row is None:
        return None
    return Provenance(row["input"], row["digest"], row["fetched"], found_from_json(row["found"]))


def _link(link: Link) -> Json:
    return {
        "id": link.id,
        "from": link.source,
        "to": link.target,
        "kind": link.kind.value,
        "judgement": link.judgement.value,
        "score": round(link.score, 4),
        "reason": link.reason,
        "evidence": [_evidence(e) for e in link.evidence],
    }


def _evidence(evidence: Evidence) -> Json:
    return {"article": evidence.article, "span": list(evidence.span)}


def _list(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _lists(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _span(value: list[int] | None) -> Span | None:
    return (value[0], value[1]) if value is not None else None


def _spans(values: list[list[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in values)
