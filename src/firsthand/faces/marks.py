"""An article's text cut into paragraphs, with the places that a reading speaks of marked in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from firsthand.model.reading import Reading
from firsthand.model.span import Span

_WRAPPED = range(50, 101)
"""Lengths, in code points, of the lines of a paragraph that was wrapped by hand."""

_BLANK = re.compile(r"\n[ \t]*\n")
_LINE = re.compile(r"\n")


class Role(StrEnum):
    CONTENT = "content"
    CHECK = "check"
    MENTION = "mention"
    CUE = "cue"
    HEDGE = "hedge"


_RANK = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text. `owner` is the statement, source or check that it belongs to, `source`
    whose colour it takes (None: nobody's)."""

    span: Span
    role: Role
    owner: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Open:
    """A mark begins. `first` where it hasn't begun before: marks that cross a paragraph's end or
    another mark's are closed and opened again."""

    mark: Mark
    first: bool


@dataclass(frozen=True, slots=True)
class Close:
    """The mark opened last ends."""


@dataclass(frozen=True, slots=True)
class Words:
    text: str


Token = Open | Close | Words


def marks(reading: Reading) -> list[Mark]:
    """Outer marks first; those that lie outside the text are left out."""
    found: list[Mark] = []
    for source in reading.sources:
        found += (Mark(span, Role.MENTION, source.id, source.id) for span in source.mentions)
    mentions = {mark.span for mark in found}
    for s in reading.statements:
        whose = s.chain[-1] if s.chain else None
        found += (Mark(span, Role.CONTENT, s.id, whose) for span in s.content)
        found += (Mark(span, Role.HEDGE, s.id, whose) for span in s.hedges)
        if s.cue:
            found.append(Mark(s.cue, Role.CUE, s.id, whose))
        if s.mention and s.mention not in mentions:
            found.append(Mark(s.mention, Role.MENTION, whose or s.id, whose))
    for number, check in enumerate(reading.checks, start=1):
        found.append(Mark(check.evidence, Role.CHECK, f"check{number}", check.by))
    length = len(reading.article.text)
    inside = (mark for mark in found if 0 <= mark.span[0] < mark.span[1] <= length)
    return sorted(inside, key=lambda m: (m.span[0], -m.span[1], _RANK[m.role], m.owner))


def paragraphs(text: str) -> list[Span]:
    """Where to break: at blank lines, and at every line's end where there are none or where a line
    is longer than people wrap by hand, since such lines are paragraphs themselves."""
    if not _BLANK.search(text):
        return _parts(text, (0, len(text)), _LINE)
    blocks = _parts(text, (0, len(text)), _BLANK)
    return [part for block in blocks for part in _of_block(text, block)]


def _of_block(text: str, block: Span) -> list[Span]:
    lines = _parts(text, block, _LINE)
    return lines if any(end - start >= _WRAPPED.stop for start, end in lines) else [block]


def _parts(text: str, within: Span, edge: re.Pattern[str]) -> list[Span]:
    """The stretches between the edges, without those of white space alone."""
    found = (at for match in edge.finditer(text, *within) for at in match.span())
    edges = [within[0], *found, within[1]]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def tokens(text: str, found: Sequence[Mark]) -> Iterator[list[Token]]:
    """Each paragraph as words and well-nested marks. `found` is sorted as `marks` sorts."""
    begun: set[int] = set()
    waiting = list(enumerate(found))[::-1]
    live: list[tuple[int, Mark]] = []
    for start, end in paragraphs(text):
        while waiting and waiting[-1][1].span[0] < end:
            live.append(waiting.pop())
        live = [each for each in live if each[1].span[1] > start]
        yield list(_paragraph(text, (start, end), live, begun))


def _paragraph(
    text: str, within: Span, live: Iterable[tuple[int, Mark]], begun: set[int]
) -> Iterator[Token]:
    start, end = within
    here = [(max(start, m.span[0]), min(end, m.span[1]), number, m) for number, m in live]
    coming = [each for each in here if each[0] < each[1]][::-1]
    edges = sorted({start, end, *(each[0] for each in coming), *(each[1] for each in coming)})
    stack: list[tuple[int, int, int, Mark]] = []
    for at, after in pairwise(edges):
        ended = next((i for i, each in enumerate(stack) if each[1] <= at), len(stack))
        reopen = [each for each in stack[ended:] if each[1] > at]
        yield from (Close() for _ in stack[ended:])
        del stack[ended:]
        while coming and coming[-1][0] <= at:
            reopen.append(coming.pop())
        for each in sorted(reopen, key=lambda e: (-e[1], e[2])):
            yield Open(each[3], each[2] not in begun)
            begun.add(each[2])
            stack.append(each)
        yield Words(unwrapped(text[within[0] : within[1]], text[at:after]))
    yield from (Close() for _ in stack)


def unwrapped(paragraph: str, part: str) -> str:
    """`part` with its line ends as spaces where the paragraph was wrapped by hand."""
    lines = paragraph.strip().split("\n")
    by_hand = len(lines) > 1 and all(len(line) in _WRAPPED for line in lines[:-1])
    return part.replace("\n", " ") if by_hand else part
