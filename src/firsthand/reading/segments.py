"""The outer shape of a text: headline, paragraphs, quotations."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache, partial, update_wrapper

from firsthand.model.span import Span

OPENS = '"“„«‹「『＂`‘'
"""Marks that may begin a quotation; a single straight one is too often an apostrophe."""
DOUBLE = re.compile(r"[\"“”„«»‹›「」『』＂]|''|``")
LEFT = ("“", "„", "«", "‹", "「", "『", "``")
TURNED = "”»›"
"""Right-hand marks that open too in some languages: »so«, ”so”."""
TURNED_BACK = {"“": "„", "«": "»", "‹": "›"}
"""Left-hand marks that close what begins with another one."""
NEAR = 800  # code points: how far "she said" is looked for, which bounds the time
SINGLE_OPEN = re.compile(r"(?<!\w)[‘'](?=[^\W\d]|[“\"])(?!(?:em|til|cause|cos|n|tis|twas|bout)\b)")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…\"”])[’'](?!\w)")
CLOSED = re.compile(r"[\"”“»«›‹」』＂'’]")
POSSESSIVE = re.compile(r"(?<=s)[’'](?=\s[a-z])")
# sentencex panics at white space of more than one byte after an abbreviation ("M\u00a0."), and news
# is full of non-breaking spaces
SPACES = dict.fromkeys((c for c in range(0x3001) if chr(c).isspace()), " ")
PARAGRAPH = re.compile(r"[^\n]+")
MARKER = re.compile(
    r"(?:(?P<bullet>(?:[•‣◦▪▫●○■□∙·⁃➤►✓]|>>+)\s*|\*\s+)|(?P<dash>[-–—])\s+|(?P<number>\(?\d{1,2}[.)])\s+"
    r"|(?P<letter>\(?[a-z]\))\s+)(?=\S)"
)
SAYING = (
    r"(?:said|says|told|added|asked|wrote|replied|explained|insisted|warned|claimed|argued|tweeted)"
)
BROKEN_OFF = re.compile(
    rf"[,.!?…]\s(?={SAYING}\b|(?:(?:[A-Z][\w.’'-]*|the|an?|of|his|her|its)\s){{1,6}}{SAYING}\b|s?he\s{SAYING}\b)"
)
"""Where a quotation whose second mark is missing ends: before "she said"."""
STOP = re.compile(r"[.!?]\s+")
REMEMBERED = 50_000
"""Code points of a text whose parts are remembered: each rule of a reading asks for its paragraphs,
and a trace for its quotations, again and again."""


class Remembered:
    """A function from a text to parts of it that keeps its answers for the last few texts, but for
    the long ones. Each caller gets a list of its own."""

    def __init__(self, find: Callable[[str], list[Span]], count: int):
        self._find = find
        self._known = lru_cache(count)(lambda text: tuple(find(text)))
        self.cache_clear = self._known.cache_clear
        update_wrapper(self, find)

    def __call__(self, text: str) -> list[Span]:
        return list(self._known(text)) if len(text) <= REMEMBERED else self._find(text)


def remembered(count: int) -> Callable[[Callable[[str], list[Span]]], Remembered]:
    return partial(Remembered, count=count)


@remembered(8)
def paragraphs(text: str) -> list[Span]:
    """Lines that are not blank, without the white space around them."""
    found = []
    for line in PARAGRAPH.finditer(text):
        body = line.group()
        if stripped := body.strip():
            start = line.start() + body.index(stripped[0])
            found.append((start, start + len(stripped)))
    return found


@remembered(8)
def passages(text: str) -> list[Span]:
    """Paragraphs without the marker of a list ("• ", "2. ") that they may begin with.

    A dash, a number or a letter marks a list where another paragraph begins with one too, a dash
    where that one is the next: a dash alone may be a credit line's.
    """
    lines = paragraphs(text)
    markers = [MARKER.match(text, start, end) for start, end in lines]
    often = Counter(m.lastgroup for m in markers if m)
    found = []
    for i, (line, marker) in enumerate(zip(lines, markers, strict=True)):
        near = [m.lastgroup for m in (*markers[max(0, i - 1) : i], *markers[i + 1 : i + 2]) if m]
        listed = marker and (
            marker.lastgroup == "bullet"
            or ("dash" in near if marker.lastgroup == "dash" else often[marker.lastgroup] > 1)
        )
        found.append((marker.end(), line[1]) if listed and marker else line)
    return found


def sentences(text: str) -> list[Span]:
    """Sentences without the white space around them, quoted ones kept whole, in reading order."""
    import sentencex

    found = []
    for start, end in passages(text):
        at = start
        for part in sentencex.segment("en", text[start:end].translate(SPACES)):
            if stripped := part.strip():
                first = at + part.index(stripped[0])
                found.append((first, first + len(stripped)))
            at += len(part)
    return found


@remembered(1000)
def quotations(text: str) -> list[Span]:
    """Quoted stretches with their marks, in reading order, none inside another.

    A mark opens or closes by its shape where it has one (curly, guillemets), else by its
    neighbours: white space before and none after opens. A quotation left open at the end of its
    paragraph ends there; where the next paragraph opens with a mark, that is its continuation,
    and a quotation of its own here. One whose second mark is missing ends before "she said", and
    one whose first is missing begins with its sentence.
    """
    if not (DOUBLE.search(text) or SINGLE_OPEN.search(text)):
        return []
    found: list[Span] = []
    lines = passages(text)
    for i, line in enumerate(lines):
        following = text[lines[i + 1][0]] if i + 1 < len(lines) else ""
        before = lines[i - 1] if i else line
        left_open = bool(found) and found[-1][1] == before[1] and not _closed(text, found[-1])
        found += _of_paragraph(text, line, following=following, left_open=left_open)
    return found


def _closed(text: str, quotation: Span) -> bool:
    return quotation[1] - quotation[0] > 1 and bool(CLOSED.match(text, quotation[1] - 1))


def _of_paragraph(text: str, line: Span, *, following: str, left_open: bool) -> list[Span]:
    """`following` is the first character of the next paragraph; `left_open` whether a quotation of
    the last one was not closed."""
    start, end = line
    double = _double(
        text, line, goes_on=following != "" and following in OPENS, left_open=left_open
    )
    if double and not SINGLE_OPEN.search(text, start, end):
        return double
    single = _single(text, line, following=following)
    if not double:
        return single
    around = [s for s in single if _within(double, s)]
    inner = {d for s in around for d in _within(double, s)}
    return sorted([*around, *(d for d in double if d not in inner)])


def _within(spans: Sequence[Span], outer: Span) -> Sequence[Span]:
    """Those of `spans`, which are in order and apart, that lie in `outer`; none if it cuts one."""
    first = bisect_left(spans, (outer[0], 0))
    last = bisect_left(spans, (outer[1], 0))
    cut = (first and spans[first - 1][1] > outer[0]) or (last and spans[last - 1][1] > outer[1])
    return [] if cut else spans[first:last]


def _double(text: str, line: Span, *, goes_on: bool, left_open: bool) -> list[Span]:
    """Quotations in double marks."""
    start, end = line
    marks = [m.span() for m in DOUBLE.finditer(text, start, end)]
    if len(marks) % 2:
        marks = [m for m in marks if not _is_inch(text, m)] or marks
    found: list[Span] = []
    opened, inner = None, -1
    for i, (at, after) in enumerate(marks):
        if i == inner:
            continue
        opens = _opens(text, (at, after), line, opened=opened)
        if opened is None:
            if opens or (text[at] == "”" and at == start):
                opened = at
            elif i == 0 and at > start and text[at - 1] in ",.!?…":
                found.append((start if left_open else _sentence(text, start, at), after))
        elif not opens:
            found.append((opened, after))
            opened = None
        elif _encloses(text, marks[i : i + 3], line):
            inner = i + 1
        elif cut := _broken_off(text, opened, at):
            found.append((opened, cut))
            opened = at
    if opened is not None and end - opened > 1:
        found.append((opened, (not goes_on and _broken_off(text, opened, end)) or end))
    return found


def _opens(text: str, mark: Span, line: Span, *, opened: int | None) -> bool:
    """Whether a double mark opens a quotation, given where the one that is open began."""
    shape = text[mark[0] : mark[1]]
    if opened is not None and text[opened] == TURNED_BACK.get(shape):
        return False
    if shape in LEFT:
        return True
    before, after = _blanks(text, mark, line)
    if shape in TURNED:
        return opened is None and before and not after
    return shape in ('"', "''", "＂") and (before if before != after else opened is None)


def _blanks(text: str, mark: Span, line: Span) -> tuple[bool, bool]:
    """Whether white space, or what counts as it, stands before and after a mark."""
    (at, after), (start, end) = mark, line
    return (
        at == start or text[at - 1].isspace() or text[at - 1] in "([—–-",
        after >= end or text[after].isspace() or text[after] in ".,;:!?)]",
    )


def _encloses(text: str, marks: Sequence[Span], line: Span) -> bool:
    """Whether the first mark, inside a quotation, begins one in it: the next two both close."""
    return len(marks) == 3 and not any(
        _opens(text, mark, line, opened=marks[0][0]) for mark in marks[1:]
    )


def _broken_off(text: str, start: int, end: int) -> int | None:
    """Where a quotation without its second mark ends, before the words that say whose it is."""
    found = BROKEN_OFF.search(text, start + 1, min(end, start + NEAR))
    return found.start() + 1 if found else None


def _sentence(text: str, start: int, at: int) -> int:
    """Where the sentence that holds the character before `at` begins."""
    stops = [m.end() for m in STOP.finditer(text, max(start, at - NEAR), at)]
    return max((s for s in stops if s < at - 1), default=start)


def _is_inch(text: str, mark: Span) -> bool:
    """The mark of inches or seconds: directly after a digit, before a further word."""
    at, after = mark
    return text[at:after] == '"' and text[at - 1 : at].isdigit() and text[after : after + 1] == " "


def _single(text: str, line: Span, *, following: str) -> list[Span]:
    """Quotations in single marks; an apostrophe after an s closes only what nothing else does."""
    start, end = line
    opens = [m.start() for m in SINGLE_OPEN.finditer(text, start, end)]
    closes = [m.end() for m in SINGLE_CLOSE.finditer(text, start, end)] if opens else []
    found: list[Span] = []
    for at, limit in itertools.pairwise([*opens, end]):
        here = closes[bisect_left(closes, at + 2) : bisect_right(closes, limit)]
        sure = (c for c in here if not POSSESSIVE.match(text, c - 1, end))
        close = next(sure, here[-1] if here else None)
        if close is None and at == opens[-1] and following == text[at]:
            close = end
        if close is not None:
            found.append((at, close))
    return found
