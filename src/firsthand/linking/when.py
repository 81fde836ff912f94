"""Which of two articles came first, as far as their dates say. Nothing depends on a later one."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from firsthand.linking.events.dates import day_of
from firsthand.linking.outlets import DATELINE
from firsthand.model.article import Article
from firsthand.reading.segments import paragraphs


def later(a: Article, b: Article) -> bool:
    """Whether `a` is known to be later than `b`: both dates known, and not the same day unless
    both give the time."""
    if not a.published or not b.published:
        return False
    if len(a.published) > 10 and len(b.published) > 10:
        x, y = _moment(a.published), _moment(b.published)
        if x and y:
            return x > y
    return a.published[:10] > b.published[:10]


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


MONTHS = {
    m: k for k, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = re.compile(
    rf"\b(?:{MONTH} (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) {MONTH.replace('month', 'month2')})\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
HEAD = 4
"""Paragraphs at the head of an article in which a dateline or a masthead stands."""
LINE = 70
"""Code points of such a paragraph that can be it."""


def head_day(text: str, near: Iterable[str]) -> str | None:
    """The day that a dateline or a masthead gives ("OSTRIN, March 14 (Hesper) -", "Brask Courier,
    16 March"), as an ISO date, in the year that lies nearest to the dates of `near` where it gives
    none; None where there is no such line or no year."""
    for start, end in paragraphs(text)[:HEAD]:
        line = text[start:end]
        if dateline := DATELINE.match(line):
            line = dateline.group()
        found = DAY.search(line)
        if found and (dateline or end - start <= LINE):
            year = YEAR.search(line)
            return _nearest(found, [int(year.group())] if year else None, near)
    return None


def _nearest(found: re.Match[str], years: Sequence[int] | None, near: Iterable[str]) -> str | None:
    known = sorted(d for d in map(day_of, near) if d)
    month = MONTHS[(found["month"] or found["month2"])[:3].casefold()]
    number = int(found["day"] or found["day2"])
    if not years and not known:
        return None
    middle = known[len(known) // 2] if known else None
    tried = years or sorted({d.year + k for d in known for k in (-1, 0, 1)})
    days = [d for y in tried if (d := _date(y, month, number))]
    if not days:
        return None
    return min(days, key=lambda d: abs((d - middle).days) if middle else 0).isoformat()


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
