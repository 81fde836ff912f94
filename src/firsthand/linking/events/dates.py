"""Dates in a text: days counted from the day of publication, or whole by themselves.

Each rule stands in the table with its example. What the words leave open stays open: "last week" is
a week, not a day; a date without a day to count from is found and not resolved. Weeks begin on
Monday.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from firsthand.linking.words import NUMBERS
from firsthand.model.event import Date, Grain
from firsthand.model.span import Span, overlap

MONTHS = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_NAMES = "|".join(m.capitalize() for m in MONTHS.split())
MONTH = rf"(?-i:\b(?P<month>{_NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?))(?!\w)"
WEEKDAY = rf"(?-i:(?P<weekday>{'|'.join(d.capitalize() for d in DAYS.split())}))"
COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
UNIT = r"(?P<unit>day|week|month|year)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
AHEAD = re.compile(
    r"(?i)(?:\b(?:will|shall|would|due|plan(?:s|ned|ning)?|expect(?:s|ed)|scheduled|hop(?:es|ing)|"
    r"(?:set|about|going|poised|ready|vow(?:s|ed)|promis(?:es|ed)|is|are|was|were) to)\b|[’']ll\b)"
)
"""Words that show that what is told lies ahead."""

Resolved = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Given:
    """What a rule has to go by. `ahead`: the words around speak of what is to come."""

    found: re.Match[str]
    anchor: date
    ahead: bool

    def number(self, name: str) -> int:
        said = self.found[name].casefold()
        return 1 if said in ("a", "an", "one") else int(NUMBERS.get(said, said))


@dataclass(frozen=True, slots=True)
class Rule:
    """`relative`: nothing is known without the day of publication. `example` is resolved from
    2031-05-14, a Wednesday, to `days`."""

    name: str
    words: str
    grain: Grain
    resolve: Callable[[Given], Resolved]
    example: str
    days: tuple[str, str]
    relative: bool = True


def _day(g: Given, shift: int) -> Resolved:
    day = g.anchor + timedelta(days=shift)
    return day, day


def _weekday(g: Given, *, week: int | None = None) -> Resolved:
    """The nearest such day up to the day of publication, or from it on where it lies ahead;
    `week` ±1: the one before or after that day, whatever lies around."""
    wanted = DAYS.split().index(g.found["weekday"].casefold())
    back = (g.anchor.weekday() - wanted) % 7
    if week == -1:
        return _day(g, -(back or 7))
    if week == 1 or g.ahead:
        return _day(g, (-back) % 7 or (7 if week == 1 else 0))
    return _day(g, -back)


def _week(g: Given, shift: int) -> Resolved:
    monday = g.anchor - timedelta(days=g.anchor.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def _weekend(g: Given, shift: int) -> Resolved:
    monday = g.anchor - timedelta(days=g.anchor.weekday()) + timedelta(weeks=shift)
    return monday + timedelta(days=5), monday + timedelta(days=6)


def _month_of(year: int, month: int) -> Resolved:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year < 9999:
        return None
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def _year(year: int, *, years: int = 1) -> Resolved:
    return (date(year, 1, 1), date(year + years - 1, 12, 31)) if 1 <= year < 9990 else None


def _unit(g: Given, shift: int) -> Resolved:
    unit = g.found["unit"].casefold()
    if unit == "day":
        return _day(g, shift)
    if unit == "week":
        return _week(g, shift)
    if unit == "month":
        return _month_of(g.anchor.year, g.anchor.month + shift)
    return _year(g.anchor.year + shift)


def _month(found: re.Match[str]) -> int:
    begins = found["month"].casefold()[:3]
    return next(n for n, m in enumerate(MONTHS.split(), 1) if m.startswith(begins))


def _named_month(g: Given, *, shift: int = 0) -> Resolved:
    """Of the year in which it lies nearest, on the side that the words speak of."""
    month, year = _month(g.found), g.anchor.year
    if shift == -1:
        year -= month >= g.anchor.month
    elif shift == 1 or g.ahead:
        year += month < g.anchor.month or (shift == 1 and month == g.anchor.month)
    else:
        year -= month > g.anchor.month
    return _month_of(year, month)


def _date(year: int, month: int, day: int) -> Resolved:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _day_of_month(g: Given) -> Resolved:
    month, day = _month(g.found), int(g.found["day"])
    before = (month, day) <= (g.anchor.month, g.anchor.day)
    later = g.ahead and (month, day) < (g.anchor.month, g.anchor.day)
    return _date(g.anchor.year + (1 if later else 0 if before or g.ahead else -1), month, day)


def _whole(g: Given) -> Resolved:
    return _date(int(g.found["year"]), _month(g.found), int(g.found["day"]))


D, W, M, Y = Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR
ON = r"(?:(?:on|since|until|by|from|late|early)\s+(?:(?:late|early)\s+)?)?"
RULES = (
    Rule("iso", r"(?P<iso>\d{4}-\d\d-\d\d)", D,
         lambda g: _date(*map(int, g.found["iso"].split("-"))),
         "closed on 2031-03-02", ("2031-03-02", "2031-03-02"), relative=False),
    Rule("day-month-year", rf"{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}", D, _whole,
         "on 2 March 2030", ("2030-03-02", "2030-03-02"), relative=False),
    Rule("month-day-year", rf"{MONTH}\s+{DAY},?\s+{YEAR}", D, _whole,
         "on March 2, 2030", ("2030-03-02", "2030-03-02"), relative=False),
    Rule("month-last-year", rf"{MONTH},?\s+(?:of\s+)?last\s+year\b", M,
         lambda g: _month_of(g.anchor.year - 1, _month(g.found)),
         "in March of last year", ("2030-03-01", "2030-03-31")),
    Rule("month-year", rf"{MONTH},?\s+(?:of\s+)?{YEAR}", M,
         lambda g: _month_of(int(g.found["year"]), _month(g.found)),
         "in March 2030", ("2030-03-01", "2030-03-31"), relative=False),
    Rule("decade", r"\b(?P<year>(?:1[5-9]|20)\d0)s\b", Grain.DECADE,
         lambda g: _year(int(g.found["year"]), years=10),
         "in the 1990s", ("1990-01-01", "1999-12-31"), relative=False),
    Rule("year", r"\b(?:in|since|by|of|from|until|before|after|during|early|late|mid)[ -]"
         r"(?P<year>(?:1[6-9]|20)\d\d)\b(?!-|[\d,.]*\d)", Y,
         lambda g: _year(int(g.found["year"])),
         "built in 1998", ("1998-01-01", "1998-12-31"), relative=False),
    Rule("day-month", rf"\b{DAY}\s+(?:of\s+)?{MONTH}", D, _day_of_month,
         "on 20 March", ("2031-03-20", "2031-03-20")),
    Rule("month-day", rf"{MONTH}\s+{DAY}\b(?!\d|:|\s?[ap]\.?m)", D, _day_of_month,
         "on March 20", ("2031-03-20", "2031-03-20")),
    Rule("today", r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", D,
         lambda g: _day(g, 0), "closed this morning", ("2031-05-14", "2031-05-14")),
    Rule("yesterday", r"\b(?:yesterday|last night)\b", D,
         lambda g: _day(g, -1), "closed yesterday", ("2031-05-13", "2031-05-13")),
    Rule("tomorrow", r"\btomorrow\b", D,
         lambda g: _day(g, 1), "closes tomorrow", ("2031-05-15", "2031-05-15")),
    Rule("last-weekday", rf"\b(?:last|this past)\s+{WEEKDAY}\b", D,
         lambda g: _weekday(g, week=-1), "last Wednesday", ("2031-05-07", "2031-05-07")),
    Rule("next-weekday", rf"\bnext\s+{WEEKDAY}\b", D,
         lambda g: _weekday(g, week=1), "next Wednesday", ("2031-05-21", "2031-05-21")),
    Rule("weekday", rf"\b{WEEKDAY}\b(?![’']s\s(?-i:[A-Z]))", D, _weekday,
         "arrested on Tuesday", ("2031-05-13", "2031-05-13")),
    Rule("last-weekend", r"\b(?:last weekend|(?:over|at|during) the weekend)\b", Grain.WEEKEND,
         lambda g: _weekend(g, -1), "over the weekend", ("2031-05-10", "2031-05-11")),
    Rule("this-weekend", r"\bthis weekend\b", Grain.WEEKEND,
         lambda g: _weekend(g, 0), "this weekend", ("2031-05-17", "2031-05-18")),
    Rule("last-unit", r"\b(?:last|(?:the|this) past|the previous)\s+(?P<unit>week|month|year)\b", M,
         lambda g: _unit(g, -1), "last week", ("2031-05-05", "2031-05-11")),
    Rule("this-unit", r"\b(?:this|the current)\s+(?P<unit>week|month|year)\b", M,
         lambda g: _unit(g, 0), "earlier this month", ("2031-05-01", "2031-05-31")),
    Rule("next-unit", r"\b(?:next|the coming)\s+(?P<unit>week|month|year)\b", M,
         lambda g: _unit(g, 1), "next month", ("2031-06-01", "2031-06-30")),
    Rule("ago", rf"\b{COUNT}\s+{UNIT}s?\s+(?:ago|earlier)\b", M,
         lambda g: _unit(g, -g.number("count")), "two days ago", ("2031-05-12", "2031-05-12")),
    Rule("ahead", rf"\bin\s+{COUNT}\s+{UNIT}s?[’']?(?:\s+time\b|(?=[.,;]|$))", M,
         lambda g: _unit(g, g.number("count")) if g.ahead else None,
         "will open in two days' time", ("2031-05-16", "2031-05-16")),
    Rule("last-month", rf"\blast\s+{MONTH}", M,
         lambda g: _named_month(g, shift=-1), "last March", ("2031-03-01", "2031-03-31")),
    Rule("next-month", rf"\bnext\s+{MONTH}", M,
         lambda g: _named_month(g, shift=1), "next March", ("2032-03-01", "2032-03-31")),
    Rule("month", r"\b(?:in|since|until|during|from|by|of|for|early|late|mid|this)[\s-]+"
         rf"{MONTH}(?!\s(?-i:[A-Z]))", M, _named_month, "in March", ("2031-03-01", "2031-03-31")),
)  # fmt: skip
"""The first that fits a place counts."""
_FOUND = tuple((rule, re.compile(rule.words, re.I)) for rule in RULES)
_LEADS = re.compile(
    r"(?i)^(?:in|on|since|until|by|from|of|for|during|before|after|this(?=\s(?:jan|feb|mar|apr|may|"
    r"jun|jul|aug|sep|oct|nov|dec)))[\s-]+"
)
_MARK = re.compile(r"[,;:.!?—–](?=\s|$)|\n")
_GRAINS = {"day": D, "week": W, "month": M, "year": Y}


def dates(text: str, span: Span, *, published: str | None) -> Iterator[Date]:
    """In the order in which they stand. `published` as of an article: an ISO 8601 date, with a
    time or without, or None."""
    taken: list[tuple[Span, Rule, re.Match[str]]] = []
    for rule, pattern in _FOUND:
        for match in pattern.finditer(text, *span):
            if not any(overlap(match.span(), other) for other, _, _ in taken):
                taken.append((match.span(), rule, match))
    anchor = day_of(published)
    found: list[Date] = []
    for where, rule, match in sorted(taken, key=lambda t: t[0]):
        ahead = bool(AHEAD.search(text, *_around(text, where, span)))
        if one := _dated(rule, match, anchor, ahead=ahead):
            if found and found[-1].rule == "weekday" and _joined(text, found[-1].span, one.span):
                start = found.pop().span[0]
                one = replace(one, span=(start, one.span[1]), said=text[start : one.span[1]])
            found.append(one)
    yield from found


def _around(text: str, where: Span, span: Span) -> Span:
    """The part of the sentence that the words stand in, between marks."""
    before = max((m.end() for m in _MARK.finditer(text, span[0], where[0])), default=span[0])
    after = _MARK.search(text, where[1], span[1])
    return before, after.start() if after else span[1]


def _joined(text: str, weekday: Span, date: Span) -> bool:
    """ "Tuesday, 12 August" is one day."""
    return bool(re.fullmatch(r",?\s+(?:the\s+)?", text[weekday[1] : date[0]]))


def _dated(rule: Rule, match: re.Match[str], anchor: date | None, *, ahead: bool) -> Date | None:
    start = match.start()
    if lead := _LEADS.match(match.group()):
        start += lead.end()
    grain = _GRAINS[match["unit"].casefold()] if "unit" in match.re.groupindex else rule.grain
    resolved = None
    if anchor or not rule.relative:
        try:
            resolved = rule.resolve(Given(match, anchor or date.min, ahead))
        except OverflowError:
            resolved = None
        if resolved is None and not rule.relative:
            return None  # the 31st of June is no date
    first, last = (day.isoformat() for day in resolved) if resolved else (None, None)
    counted = anchor.isoformat() if anchor and rule.relative else None
    said = match.string[start : match.end()]
    return Date((start, match.end()), said, first, last, grain, counted, rule.name)


def day_of(published: str | None) -> date | None:
    """The day that a page gives for itself; None where it isn't a whole ISO 8601 date."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
