"""The tables, one fact a row: columns and rows, before any file format.

A number is a number; everything else is text. Ids of sources and statements are "<article
id>#<id>", so that tables join.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.faces.export.addresses import across
from firsthand.faces.export.event_rows import event_rows
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import CHAIN
from firsthand.linking.events.event import Events
from firsthand.model.reading import Reading, Statement
from firsthand.model.span import Span
from firsthand.model.trace import Trace

Value = str | int | float | None
Row = tuple[Value, ...]

_TYPES: Final[dict[str, type]] = {"": str, "int": int, "float": float}


@dataclass(frozen=True, slots=True)
class Table:
    """`types` are of the columns: str, int or float."""

    name: str
    columns: tuple[str, ...]
    types: tuple[type, ...]
    rows: Callable[[Selection], Iterator[Row]]


def tables() -> tuple[Table, ...]:
    return (
        _of_readings("articles", "id title publisher published url language authors text "
                     "reader model", _articles),
        _of_readings("sources", "id article name kind naming description mentions", _sources),
        _of_readings("statements", "id article words chain quotation kind polarity basis "
                     "confidence:float parent content cue cue_words mention hedges", _statements),
        _of_readings("chains", "statement position:int source", _chains),
        _of_readings("events", "statement article field part value words span first_day last_day "
                     "grain anchor rule least:float most:float unit", _events),
        _of_readings("checks", "article by outcome about evidence words", _checks),
        _of_traces("claims", "id text articles:int independent_support:int at_least:int "
                   "at_most:int independent_denial:int", _claims),
        _of_traces("claim_fields", "claim field value articles:int evidence", _claim_fields),
        _of_traces("appearances", "claim article stance hedged via copy_of origins lost "
                   "statements start:int end:int", _appearances),
        _of_traces("origins", "claim id name contact side reason", _origins),
        _of_traces("links", "id claim from to kind judgement score:float reason evidence",
                   _links),
    )  # fmt: skip


def storable(value: Value) -> Value:
    """The value for a file that keeps UTF-8 only: a lone surrogate as the six characters of its
    escape."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return value


def _of_readings(name: str, columns: str, rows: Callable[[Reading, bool], Iterator[Row]]) -> Table:
    def of(selection: Selection) -> Iterator[Row]:
        for reading in selection.readings():
            yield from rows(reading, selection.text)

    return _table(name, columns, of)


def _of_traces(name: str, columns: str, rows: Callable[[Trace], Iterator[Row]]) -> Table:
    def of(selection: Selection) -> Iterator[Row]:
        for trace in selection.traces():
            yield from rows(trace)

    return _table(name, columns, of)


def _table(name: str, columns: str, rows: Callable[[Selection], Iterator[Row]]) -> Table:
    """`columns` are names, with ":int" or ":float" where they aren't text."""
    named = [column.partition(":") for column in columns.split()]
    types = tuple(_TYPES[type] for _, _, type in named)
    return Table(name, tuple(name for name, _, _ in named), types, rows)


def _articles(reading: Reading, text: bool) -> Iterator[Row]:
    a = reading.article
    yield (
        a.id, a.title, a.publisher, a.published, a.url, a.language, "; ".join(a.authors),
        a.text if text else None, f"{reading.reader.name} {reading.reader.version}",
        reading.reader.model,
    )  # fmt: skip


def _sources(reading: Reading, text: bool) -> Iterator[Row]:
    for s in reading.sources:
        id = across(reading.article.id, s.id)
        yield (
            id, reading.article.id, s.name, s.kind.value, s.naming.value, s.description,
            _places(s.mentions),
        )  # fmt: skip


def _statements(reading: Reading, text: bool) -> Iterator[Row]:
    names = {s.id: s.name for s in reading.sources}
    for s in reading.statements:
        yield (
            across(reading.article.id, s.id), reading.article.id, reading.words(s.content),
            CHAIN.join(names[id] for id in s.chain), s.quotation.value, s.kind.value,
            s.polarity.value, s.basis.value, s.confidence, _parent(reading, s),
            _places(s.content), _place(s.cue), reading.words((s.cue,)) if s.cue else None,
            _place(s.mention), _places(s.hedges),
        )  # fmt: skip


def _parent(reading: Reading, statement: Statement) -> str | None:
    return across(reading.article.id, statement.parent) if statement.parent else None


def _chains(reading: Reading, text: bool) -> Iterator[Row]:
    id = reading.article.id
    for statement in reading.statements:
        for position, source in enumerate(statement.chain):
            yield across(id, statement.id), position, across(id, source)


def _checks(reading: Reading, text: bool) -> Iterator[Row]:
    id = reading.article.id
    for c in reading.checks:
        yield (
            id, across(id, c.by) if c.by else None, c.outcome.value,
            across(id, c.about) if c.about else None, _place(c.evidence),
            reading.words((c.evidence,)),
        )  # fmt: skip


def _claims(t: Trace) -> Iterator[Row]:
    yield (
        t.claim.id, t.claim.text, len(t.articles), t.independent_support, t.at_least, t.at_most,
        t.independent_denial,
    )  # fmt: skip


def _events(reading: Reading, text: bool) -> Iterator[Row]:
    id = reading.article.id
    events = Events(reading)
    for s in reading.statements:
        for row in event_rows(events.of(s), reading):
            yield across(id, s.id), id, *row


def _claim_fields(t: Trace) -> Iterator[Row]:
    for f in t.claim.fields:
        places = "; ".join(f"{e.article}[{_place(e.span)}]" for e in f.evidence)
        yield t.claim.id, f.field.value, f.value, f.articles, places


def _appearances(t: Trace) -> Iterator[Row]:
    for a in t.articles:
        yield (
            t.claim.id, a.id, a.stance.value, "yes" if a.hedged else "no", CHAIN.join(a.via),
            a.copy_of, " ".join(a.origins),
            " ".join(dict.fromkeys(loss.what.value for loss in a.lost)),
            "; ".join(a.statements), *a.span,
        )  # fmt: skip


def _origins(t: Trace) -> Iterator[Row]:
    for o in t.origins:
        yield t.claim.id, o.id, o.name, o.contact, o.side.value, o.reason


def _links(t: Trace) -> Iterator[Row]:
    for k in t.links:
        yield (
            k.id, t.claim.id, k.source, k.target, k.kind.value,
            k.judgement.value, round(k.score, 4), k.reason,
            "; ".join(f"{e.article}[{_place(e.span)}]" for e in k.evidence),
        )  # fmt: skip


def _place(span: Span | None) -> str | None:
    return f"{span[0]}:{span[1]}" if span else None


def _places(spans: tuple[Span, ...]) -> str:
    return " ".join(f"{start}:{end}" for start, end in spans)
