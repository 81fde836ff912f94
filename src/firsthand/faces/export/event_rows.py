"""What a statement says to have happened, a field a row, for the table of events."""

from collections.abc import Iterator

from firsthand.model.event import Event, Field, Party
from firsthand.model.reading import Reading
from firsthand.model.span import Span

Value = str | int | float | None


def event_rows(event: Event, reading: Reading) -> Iterator[tuple[Value, ...]]:
    """`field part value words span first_day last_day grain anchor rule least most unit`."""

    def row(field: Field, part: Value, value: Value, span: Span | None) -> tuple[Value, ...]:
        words = reading.words((span,)) if span else None
        return field.value, part, value, words, f"{span[0]}:{span[1]}" if span else None

    for a in event.actors:
        yield *row(Field.ACTOR, a.part.value, a.name, a.span), *_NOTHING
    for action in event.actions:
        part = "negated" if action.negated else None
        told = " | ".join((_named(action.doer), action.verb, _named(action.object)))
        yield *row(Field.ACTION, part, told, action.span), *_NOTHING
    for p in event.places:
        yield *row(Field.PLACE, None, p.name, p.span), *_NOTHING
    for d in event.dates:
        days = d.start if d.start == d.end else f"{d.start}/{d.end}"
        yield (
            *row(Field.DATE, None, days, d.span),
            d.start, d.end, d.grain.value, d.anchor, d.rule, None, None, None,
        )  # fmt: skip
    for n in event.numbers:
        least, most = _bare(n.least), _bare(n.most)
        value = str(least) if least == most else f"{least} to {most}"
        yield *row(Field.NUMBER, None, value, n.span), *_NOTHING[:5], least, most, n.unit
    yield *row(Field.POLARITY, None, event.whether.polarity.value, event.whether.span), *_NOTHING


_NOTHING: tuple[Value, ...] = (None,) * 8


def _bare(value: float) -> int | float:
    return int(value) if value.is_integer() else value


def _named(party: Party | None) -> str:
    return (party.name if party else None) or ""
