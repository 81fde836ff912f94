"""The outer shape of a text: headline, paragraphs, quotations."""

import re

from firsthand.model.span import Span

OPENING = {"“": "”", "„": "“", "«": "»", "‘": "’"}
DOUBLE = re.compile(r"[\"“”„«»]|''|``")
SINGLE_OPEN = re.compile(r"(?<![\w])[‘'](?=[A-Za-z“\"])")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
# sentencex panics at white space of more than one byte after an abbreviation ("M\u00a0."), and news
# is full of non-breaking spaces
SPACES = dict.fromkeys((c for c in range(0x3001) if chr(c).isspace()), " ")
PARAGRAPH = re.compile(r"[^\n]+")


def paragraphs(text: str) -> list[Span]:
    """Lines that are not blank, without the white space around them."""
    found = []
    for line in PARAGRAPH.finditer(text):
        body = line.group()
        if stripped := body.strip():
            start = line.start() + body.index(stripped[0])
            found.append((start, start + len(stripped)))
    return found


def sentences(text: str) -> list[Span]:
    """Sentences without the white space around them, quoted ones kept whole, in reading order."""
    import sentencex

    found = []
    for start, end in paragraphs(text):
        at = start
        for part in sentencex.segment("en", text[start:end].translate(SPACES)):
            if stripped := part.strip():
                first = at + part.index(stripped[0])
                found.append((first, first + len(stripped)))
            at += len(part)
    return found


def quotations(text: str) -> list[Span]:
    """Quoted stretches with their marks, in reading order, none inside another.

    A mark opens or closes by its shape where it has one (curly, guillemets), else by its
    neighbours: white space before and none after opens. A quotation left open at the end of its
    paragraph ends there; where the next paragraph opens with a mark, that is its continuation,
    and a quotation of its own here.
    """
    found: list[Span] = []
    for start, end in paragraphs(text):
        _quotations_of_paragraph(text, start, end, found)
    return found


def _quotations_of_paragraph(text: str, start: int, end: int, found: list[Span]) -> None:
    marks = [(m.start(), m.end()) for m in DOUBLE.finditer(text, start, end)]
    if not marks:
        marks = _single_marks(text, start, end)
    opened: int | None = None
    for at, after in marks:
        mark = text[at:after]
        opens = mark in "“„«``" or (
            mark in "\"'‘" and _looks_opening(text, at, after, start, end, opened is not None)
        )
        if opened is None:
            if opens or (mark == "”" and at == start):
                opened = at
        elif not opens or (text[opened] == "„" and mark == "“"):
            found.append((opened, after))
            opened = None
    if opened is not None and end - opened > 1:
        found.append((opened, end))


def _single_marks(text: str, start: int, end: int) -> list[Span]:
    opens = [m.span() for m in SINGLE_OPEN.finditer(text, start, end)]
    if not opens:
        return []
    closes = [m.span() for m in SINGLE_CLOSE.finditer(text, start, end)]
    return sorted(opens + closes) if closes else []


def _looks_opening(text: str, at: int, after: int, start: int, end: int, inside: bool) -> bool:
    """Whether a straight mark at `at` opens a quotation; `inside` breaks the tie."""
    before_blank = at == start or text[at - 1].isspace() or text[at - 1] in "([—–-"
    after_blank = after >= end or text[after].isspace() or text[after] in ".,;:!?)]"
    if before_blank != after_blank:
        return before_blank
    return not inside
