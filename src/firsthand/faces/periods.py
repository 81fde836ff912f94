"""Dates into the columns of a picture: days, or longer periods where there are many days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from firsthand.faces.wording import MONTHS, count, day

MOST = 12
"""Columns of time that people can follow."""
_UNITS = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Timeline:
    """`of`: a date as published → its period, from 0 (a date that isn't ISO 8601 has none);
    `labels`: what each period is called; `gaps`: what lies between it and the one before it
    ("" where they adjoin); `days`: every period is one day."""

    of: Mapping[str, int]
    labels: Sequence[str]
    gaps: Sequence[str]
    days: bool


def timeline(published: Iterable[str | None]) -> Timeline:
    """The finest unit that gives at most `MOST` periods; years are put together where they are
    more."""
    dates = {p: d for p in published if p and (d := _date(p))}
    every = sorted(set(dates.values()))
    unit = next((u for u in _UNITS if len({_begin(d, u) for d in every}) <= MOST), "years")
    begins = {d: _begin(d, unit, years=_together(every)) for d in every}
    ordered = sorted(set(begins.values()))
    at = {begin: k for k, begin in enumerate(ordered)}
    return Timeline(
        of={p: at[begins[d]] for p, d in dates.items()},
        labels=[_label(b, unit, years=_together(every)) for b in ordered],
        gaps=_gaps(ordered) if unit == "day" else [""] * len(ordered),
        days=unit == "day",
    )


def _date(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _begin(d: date, unit: str, *, years: int = 1) -> date:
    match unit:
        case "day":
            return d
        case "week":
            return d - timedelta(days=min(d.weekday(), d.toordinal() - 1))
        case "month":
            return d.replace(day=1)
        case "quarter":
            return d.replace(month=(d.month - 1) // 3 * 3 + 1, day=1)
        case _:
            return date(max(1, d.year // years * years), 1, 1)


def _together(every: Sequence[date]) -> int:
    """How many years make a period."""
    span = every[-1].year - every[0].year + 1 if every else 1
    return -(-span // (MOST - 1)) if span > MOST else 1


def _label(begin: date, unit: str, *, years: int) -> str:
    match unit:
        case "day":
            return day(begin.isoformat())
        case "week":
            return f"week of {day(begin.isoformat())}"
        case "month":
            return f"{MONTHS[begin.month - 1]} {begin.year}"
        case "quarter":
            return f"{MONTHS[begin.month - 1]}–{MONTHS[begin.month + 1]} {begin.year}"
        case "year":
            return str(begin.year)
        case _:
            return f"{begin.year}–{begin.year + years - 1}"


def _gaps(ordered: Sequence[date]) -> list[str]:
    """ "8 days between" two days that have articles."""
    between = [(b - a).days - 1 for a, b in pairwise(ordered)]
    return ["", *(f"{count(n, 'day')} between" if n > 0 else "" for n in between)][: len(ordered)]
