"""The published JSON of an audit: `firsthand/audit/1`."""

from collections.abc import Iterable
from typing import Any, Final

from firsthand.linking.headline import Headline
from firsthand.linking.sourcing import Audit, Sourcing
from firsthand.model.span import Span

AUDIT: Final = "firsthand/audit/1"

Json = dict[str, Any]


def audit_to_json(audit: Audit) -> Json:
    return {
        "schema": AUDIT,
        "total": _sourcing(audit.total),
        "outlets": [
            {"publisher": o.publisher, "sourcing": _sourcing(o.sourcing)} for o in audit.outlets
        ],
        "articles": [
            {
                "id": a.id,
                "title": a.title,
                "publisher": a.publisher,
                "published": a.published,
                "through": a.through.id if a.through else None,
                "sourcing": _sourcing(a.sourcing),
                "headline": _headline(a.headline),
            }
            for a in audit.articles
        ],
    }


def _sourcing(s: Sourcing) -> Json:
    return {
        "articles": s.articles,
        "single_source": s.single_source,
        "unsourced": s.unsourced,
        "statements": s.statements,
        "sources": s.sources,
        "naming": {speaker.value: number for speaker, number in s.speakers.items()},
        "basis": {basis.value: number for basis, number in s.bases.items()},
        "polarity": {polarity.value: number for polarity, number in s.polarities.items()},
        "chain_length": {str(length): number for length, number in s.lengths.items()},
        "checked": s.checked,
        "checked_sources": s.checked_sources,
        "outcome": {outcome.value: number for outcome, number in s.outcomes.items()},
        "headlines": {handling.value: number for handling, number in s.headlines.items()},
    }


def _headline(h: Headline) -> Json:
    return {
        "text": h.text or None,
        "place": _list(h.place),
        "handling": h.handling.value,
        "why": h.why.value if h.why else None,
        "words": _lists(h.words),
        "kept_by": _list(h.kept_by),
        "statement": h.statement,
        "content": _lists(h.content),
        "dropped": [{"what": d.what.value, "span": list(d.span)} for d in h.dropped],
    }


def _list(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _lists(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]
