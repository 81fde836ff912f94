"""The words of a box in lines that fit it, and where each line stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.faces.layout import Box
from firsthand.faces.lettering import fitted

PAD = 9.0
"""Between a box and its words."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of line of words is set: class in the style sheet, size, height, most lines."""

    name: str
    size: float
    height: float
    lines: int
    bold: bool = False


OUTLET = Style("outlet-name", 13, 17, 2, bold=True)
TITLE = Style("headline", 12, 15, 2)
NAMES = Style("headline", 12, 15, 3)
SMALL = Style("small", 11, 14, 2)
PORT = Style("port", 11, 15, 1)
LOST = Style("lost-words", 11, 14, 2)
SIDE = Style("side", 10, 14, 1, bold=True)


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words at its place in the picture."""

    text: str
    name: str
    x: float
    y: float


def typeset(lines: Iterable[tuple[Style, str]], width: float) -> list[tuple[Style, str]]:
    within = width - 2 * PAD
    return [
        (style, line)
        for style, text in lines
        for line in fitted(text, style.size, within=within, lines=style.lines, bold=style.bold)
    ]


def height(lines: Iterable[tuple[Style, str]]) -> float:
    return 2 * PAD + sum(style.height for style, _ in lines)


def port_places(lines: Iterable[tuple[Style, str]]) -> Iterator[float]:
    """The middle of every line at which an arrow comes in."""
    y = PAD
    for style, _ in lines:
        if style is PORT:
            yield y + style.height / 2
        y += style.height


def placed(lines: Iterable[tuple[Style, str]], box: Box) -> tuple[Words, ...]:
    found, y = [], box.y + PAD
    for style, text in lines:
        found.append(Words(text, style.name, box.x + PAD, y + style.height * 0.76))
        y += style.height
    return tuple(found)
