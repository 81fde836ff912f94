"""What statements say to have happened, kept so that it can be searched: a row a field.

The rows are made from the readings and can be made again: `RULES` says by which rules they were.
Articles without rows by the present rules get them when something is added next, or when somebody
searches by a field; until then nothing is missing but that search.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    and_,
    cast,
    delete,
    exists,
    false,
    or_,
    select,
    true,
)

from firsthand.ledger.admission import replaced
from firsthand.ledger.driver import insert_all
from firsthand.ledger.retrieving import some_readings
from firsthand.ledger.rows import Counted, StatementFilter
from firsthand.ledger.search import terms_of, words_of
from firsthand.ledger.tables import article_events, articles, event_fields, statements
from firsthand.linking.events.event import RULES, Events
from firsthand.model.event import Event, Field
from firsthand.model.reading import Reading
from firsthand.model.span import Span

Row = Mapping[str, Any]


def keep(connection: Connection, number: int, rows: Sequence[Row]) -> None:
    """Keeps the fields of the statements of an article that has none. Runs inside a transaction of
    the caller's."""
    insert_all(connection, event_fields, rows)
    insert_all(connection, article_events, [{"number": number, "rules": RULES}])


def complete(connection: Connection) -> bool:
    """Whether every article has its fields by the present rules."""
    return connection.scalar(select(articles.c.id).where(_missing()).limit(1)) is None


def keep_older(connection: Connection, most: int) -> int:
    """Keeps the fields of this many articles that have none by the present rules; how many there
    were."""
    a = articles.c
    query = select(a.id, a.number).where(_missing()).order_by(a.number).limit(most)
    numbers = {row.id: row.number for row in connection.execute(query)}
    for reading in some_readings(connection, list(numbers)):
        id = reading.article.id
        connection.execute(delete(event_fields).where(event_fields.c.article_id == id))
        connection.execute(delete(article_events).where(article_events.c.number == numbers[id]))
        keep(connection, numbers[id], list(rows_of(reading)))
    return len(numbers)


def _missing() -> ColumnElement[bool]:
    there = exists().where(
        article_events.c.number == articles.c.number, article_events.c.rules == RULES
    )
    return ~there


def rows_of(reading: Reading) -> Iterator[Row]:
    """Pure."""
    events = Events(reading)
    for statement in reading.statements:
        id = f"{reading.article.id}#{statement.id}"
        for position, row in enumerate(fields(events.of(statement))):
            within = {"statement_id": id, "article_id": reading.article.id, "position": position}
            yield _BLANK | row | within


_BLANK: dict[str, Any] = dict.fromkeys(
    ("part", "first_day", "last_day", "grain", "least", "most", "unit")
)


def fields(event: Event) -> Iterator[dict[str, Any]]:
    for a in event.actors:
        yield _row(Field.ACTOR, a.name, a.span) | {"part": a.part.value}
    for action in event.actions:
        object = (action.object and action.object.name) or ""
        yield _row(Field.ACTION, f"{action.verb} {object}".strip(), action.span) | {
            "part": "negated" if action.negated else None
        }
    for p in event.places:
        yield _row(Field.PLACE, p.name, p.span)
    for d in event.dates:
        yield _row(Field.DATE, d.said, d.span) | {
            "first_day": d.start, "last_day": d.end, "grain": d.grain.value
        }  # fmt: skip
    for n in event.numbers:
        yield _row(Field.NUMBER, n.said, n.span) | {
            "least": n.least, "most": n.most, "unit": n.unit
        }  # fmt: skip
    yield _row(Field.POLARITY, event.whether.polarity.value, event.whether.span or (None, None))


def _row(field: Field, value: str, span: Span | tuple[None, None]) -> dict[str, Any]:
    return {
        "field": field.value,
        "value": replaced(value),
        "value_words": words_of(value),
        "span_start": span[0],
        "span_end": span[1],
    }


def asked(wanted: StatementFilter) -> bool:
    """Whether the filter looks at fields at all."""
    given = (wanted.actor, wanted.action, wanted.place, wanted.happened_from, wanted.happened_to)
    return any(value is not None for value in (*given, wanted.number))


def of_event(wanted: StatementFilter) -> ColumnElement[bool]:
    """Each by any field of its kind in the same statement."""
    conditions: list[ColumnElement[bool]] = [true()]
    for field, query in (
        (Field.ACTOR, wanted.actor),
        (Field.ACTION, wanted.action),
        (Field.PLACE, wanted.place),
    ):
        if query is not None:
            conditions.append(_with(field, _worded(query)))
    if wanted.happened_from is not None or wanted.happened_to is not None:
        conditions.append(_with(Field.DATE, *_days(wanted)))
    if wanted.number is not None:
        n = wanted.number
        c = event_fields.c
        ends = [c.least <= cast(n.most, Float(53)), c.most >= cast(n.least, Float(53))]
        units = [_word(c.unit, unit) for unit in n.units]
        conditions.append(_with(Field.NUMBER, *ends, or_(*units) if units else true()))
    return and_(*conditions)


def holds(wanted: StatementFilter, event: Event) -> bool:
    """The same of an event that has no rows."""
    rows = list(fields(event))

    def some(field: Field, fits: Callable[[Row], bool]) -> bool:
        return any(row["field"] == field.value and fits(row) for row in rows)

    def worded(field: Field, query: str | None) -> bool:
        return query is None or some(field, partial(_has_words, terms_of(query)))

    dated = wanted.happened_from is not None or wanted.happened_to is not None
    return (
        worded(Field.ACTOR, wanted.actor)
        and worded(Field.ACTION, wanted.action)
        and worded(Field.PLACE, wanted.place)
        and (not dated or some(Field.DATE, partial(_shares_a_day, wanted)))
        and (wanted.number is None or some(Field.NUMBER, partial(_counts, wanted.number)))
    )


def _has_words(terms: Sequence[str], row: Row) -> bool:
    return bool(terms) and all(_among(term, row["value_words"]) for term in terms)


def _shares_a_day(wanted: StatementFilter, row: Row) -> bool:
    first, last = row["first_day"], row["last_day"]
    return first is not None and not (
        (wanted.happened_to is not None and first > wanted.happened_to.isoformat())
        or (wanted.happened_from is not None and last < wanted.happened_from.isoformat())
    )


def _counts(wanted: Counted, row: Row) -> bool:
    near = row["least"] <= wanted.most and row["most"] >= wanted.least
    return near and (not wanted.units or any(_among(unit, row["unit"]) for unit in wanted.units))


def _among(term: str, words: str) -> bool:
    return f" {term} " in f" {words} "


def _days(wanted: StatementFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.happened_to is not None:
        found.append(event_fields.c.first_day <= wanted.happened_to.isoformat())
    if wanted.happened_from is not None:
        found.append(event_fields.c.last_day >= wanted.happened_from.isoformat())
    return found


def _worded(query: str) -> ColumnElement[bool]:
    terms = terms_of(query)
    words: Sequence[ColumnElement[bool]] = [_word(event_fields.c.value_words, t) for t in terms]
    return and_(*words) if words else false()


def _word(column: ColumnElement[Any], term: str) -> ColumnElement[bool]:
    # A term is letters, digits and spaces, a unit letters and signs: no pattern of LIKE's in it
    # but "%", which then stands for itself and whatever is around it.
    return (" " + column + " ").like("% " + term.replace("%", "\\%") + " %", escape="\\")


def _with(field: Field, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    query = select(event_fields.c.statement_id).where(
        event_fields.c.field == field.value, *conditions
    )
    return statements.c.id.in_(query)
