"""brat standoff (https://brat.nlplab.org/standoff.html): for each article its text and its
annotations, and the configuration that brat wants beside them.

A statement's content, cue and mention are text-bound annotations; relations join the cue and the
mention to the content; attributes and a note say the rest. Places are code points of the text file;
an annotation never crosses a line, so that one over several lines is given in fragments.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firsthand.faces.export.addresses import filename
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import chain_line, clean
from firsthand.model.errors import InputError
from firsthand.model.reading import Basis, Kind, Polarity, Quotation, Reading, Statement
from firsthand.model.span import Span

ATTRIBUTES: Final[dict[str, type[StrEnum]]] = {
    "Quotation": Quotation,
    "Kind": Kind,
    "Polarity": Polarity,
    "Basis": Basis,
}
_LINE = re.compile(r"[^\n\r]*[^\s]")


@dataclass(frozen=True, slots=True)
class Bound:
    """A text-bound annotation as it stands in an .ann file."""

    id: str
    type: str
    spans: tuple[Span, ...]
    words: str


def files(selection: Selection) -> Iterator[tuple[str, Iterable[str]]]:
    yield "annotation.conf", [_configuration()]
    for reading in selection.readings():
        name = filename(reading.article.id)
        if selection.text:
            yield f"{name}.txt", [reading.article.text]
        yield f"{name}.ann", annotations(reading)


def annotations(reading: Reading) -> Iterator[str]:
    """The lines of the .ann file."""
    written = _Written(reading)
    for statement in reading.statements:
        yield from written.statement(statement)


def bound(lines: Iterable[str]) -> Iterator[Bound]:
    """The text-bound annotations of an .ann file. Raises InputError for a broken line."""
    for line in lines:
        if not line.startswith("T"):
            continue
        try:
            id, place, words = line.rstrip("\n").split("\t")
            type, _, offsets = place.partition(" ")
            yield Bound(id, type, tuple(_span(pair) for pair in offsets.split(";")), words)
        except ValueError as error:
            raise InputError("brat", f"not a text-bound annotation: {line.strip()!r}") from error


class _Written:
    """Numbers go on through the file, one series a kind of line, as brat wants."""

    def __init__(self, reading: Reading):
        self._reading = reading
        self._last: dict[str, int] = {}

    def statement(self, s: Statement) -> Iterator[str]:
        content, line = self._bound("Content", s.content)
        if line is None:
            return
        yield line
        for name in ATTRIBUTES:
            value = getattr(s, name.lower()).value
            yield f"{self._next('A')}\t{name} {content} {value.capitalize()}\n"
        note = f"{s.id} · {chain_line(self._reading, s)} · {s.confidence:.2f}"
        yield f"{self._next('#')}\tAnnotatorNotes {content}\t{clean(note)}\n"
        for role, span in (("Cue", s.cue), ("Mention", s.mention)):
            if span is not None:
                yield from self._joined(role, span, content)

    def _joined(self, role: str, span: Span, content: str) -> Iterator[str]:
        part, line = self._bound(role, (span,))
        if line is not None:
            yield line
            relation = {"Cue": "Credits", "Mention": "Says"}[role]
            yield f"{self._next('R')}\t{relation} Arg1:{part} Arg2:{content}\n"

    def _bound(self, type: str, spans: Sequence[Span]) -> tuple[str, str | None]:
        """None where there is nothing but white space to mark."""
        text = self._reading.article.text
        fragments = [f for span in spans for f in _fragments(text, span)]
        if not fragments:
            return "", None
        id = self._next("T")
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(text[start:end] for start, end in fragments).replace("\t", " ")
        return id, f"{id}\t{type} {places}\t{words}\n"

    def _next(self, kind: str) -> str:
        self._last[kind] = self._last.get(kind, 0) + 1
        return f"{kind}{self._last[kind]}"


def _fragments(text: str, span: Span) -> Iterator[Span]:
    """The parts of a span that lie on a line each, without the white space around them."""
    for found in _LINE.finditer(text, *span):
        blank = len(found[0]) - len(found[0].lstrip())
        yield found.start() + blank, found.end()


def _span(pair: str) -> Span:
    start, end = pair.split(" ")
    return int(start), int(end)


def _configuration() -> str:
    attributes = "\n".join(
        f"{name}\tArg:Content, Value:{'|'.join(v.value.capitalize() for v in values)}"
        for name, values in ATTRIBUTES.items()
    )
    return f"""\
[entities]
Content
Cue
Mention

[relations]
Credits\tArg1:Cue, Arg2:Content
Says\tArg1:Mention, Arg2:Content

[events]

[attributes]
{attributes}
"""
