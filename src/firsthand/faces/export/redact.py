"""A selection for sharing: what is known of unnamed and pseudonymous sources behind tokens."""

from collections.abc import Iterable, Iterator
from functools import cache

from firsthand.faces.export.kept_back import Secrets
from firsthand.faces.export.redact_reading import Extra, Redaction
from firsthand.faces.export.redact_trace import Traced
from firsthand.faces.export.selection import Selection
from firsthand.faces.export.tokens import Tokens
from firsthand.model.reading import Reading
from firsthand.model.span import Span
from firsthand.model.trace import Trace


def redacted(selection: Selection, *, key: bytes | None = None) -> Selection:
    """The same selection, redacted. `key` None: tokens that no other export shares."""
    tokens, extra = Tokens(key), _pointed_at(selection.traces())
    redaction = Redaction(Secrets(selection.readings()), tokens, extra)

    def readings() -> Iterator[Reading]:
        return (redaction.page(reading).reading for reading in selection.readings())

    @cache
    def made() -> tuple[Trace, ...]:
        return tuple(traces())

    def traces() -> Iterator[Trace]:
        for trace in selection.traces():
            pages = {
                reading.article.id: redaction.page(reading)
                for reading in selection.some([article.id for article in trace.articles])
            }
            yield Traced(trace, pages, redaction).made()

    def some(ids: Iterable[str]) -> Iterator[Reading]:
        wanted = frozenset(ids)
        return (reading for reading in readings() if reading.article.id in wanted)

    return Selection(readings, some, lambda: iter(made()), selection.text, selection.reviews)


def _pointed_at(traces: Iterable[Trace]) -> Extra:
    found: dict[str, set[Span]] = {}
    for trace in traces:
        for article in trace.articles:
            found.setdefault(article.id, set()).add(article.span)
        for link in trace.links:
            for evidence in link.evidence:
                found.setdefault(evidence.article, set()).add(evidence.span)
    return {id: frozenset(spans) for id, spans in found.items()}
