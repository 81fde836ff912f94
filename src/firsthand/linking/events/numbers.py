"""Numbers with what they count, each with its place: what amounts.py counts, and shares, ages and
lengths of time, which it leaves out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.linking.amounts import WORDED, placed
from firsthand.linking.words import NUMBERS, stem
from firsthand.model.event import Number
from firsthand.model.span import Span, overlap

VALUE = rf"(?P<value>\b\d[\d,]*(?:\.\d+)?|\b(?:{WORDED}|one)\b)"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number may measure by its own word. `unit`: how the measure is called; None: the stem
    of the word `unit` that was found. `example` gives `number`."""

    words: str
    unit: str | None
    example: str
    number: tuple[float, str]


MEASURES = (
    Measure(rf"{VALUE}\s?(?:%|per\s?cent\b)(?!\w)", "%", "rose by 4.5 per cent", (4.5, "%")),
    Measure(rf"{VALUE}[\s-](?:year|month|week|day)s?[\s-]olds?\b", "old",
            "a 15-year-old boy", (15, "old")),
    Measure(r"\baged\s+(?P<value>\d{1,3})\b", "old", "a man aged 41", (41, "old")),
    Measure(r"(?<=,\s)(?P<value>\d{1,3})(?=,\s)", "old", "Ada Marrin, 34, was there", (34, "old")),
    Measure(rf"{VALUE}[\s-](?P<unit>minute|hour|day|week|month|year)s?\b(?!\s+(?:ago|earlier)|[\s-]old)",
            None, "held for 12 days", (12, "day")),
    Measure(rf"{VALUE}[\s-]?(?P<unit>km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|foot|inch(?:es)?|"
            r"tons?|tonnes?|kg|kilograms?|pounds?|lbs?|gallons?|lit(?:re|er)s?|mph|degrees?)\b",
            None, "a 40-mile road", (40, "mile")),
    Measure(rf"{VALUE}\s(?P<unit>times)\b", None, "shot six times", (6, "time")),
)  # fmt: skip


def numbers(text: str, span: Span) -> Iterator[Number]:
    """In reading order, one for each place. Dates and times of day are no numbers."""
    found = list(_measured(text, span))
    for amount, place in placed(text, span):
        if not any(overlap(place, n.span) for n in found):
            exact = amount.most < 2 * amount.least
            middle = (amount.least + amount.most) / 2
            found.append(
                Number(
                    place,
                    amount.said,
                    _round(middle if exact else amount.least),
                    _round(middle if exact else amount.most),
                    " ".join(sorted(amount.units)),
                )
            )
    yield from sorted(found, key=lambda n: n.span)


def _measured(text: str, span: Span) -> Iterator[Number]:
    taken: list[Span] = []
    for measure in MEASURES:
        for m in re.compile(measure.words, re.I).finditer(text, *span):
            value = _value(m["value"])
            if value is None or any(overlap(m.span(), t) for t in taken):
                continue
            taken.append(m.span())
            unit = measure.unit or stem(m["unit"].casefold())
            yield Number(m.span(), m.group(), value, value, unit)


def _value(said: str) -> float | None:
    word = said.casefold()
    try:
        return 1.0 if word == "one" else float(NUMBERS.get(word, word).replace(",", ""))
    except ValueError:
        return None


def _round(value: float) -> float:
    return round(value, 6)
