"""Counts as stacked bars: parts in a fixed order, each with its words, so that no colour has to
speak for itself. Widths are computed here; the terminal draws cells, a page draws SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from firsthand.linking.sourcing import Sourcing, Speaker
from firsthand.model.reading import Basis

T = TypeVar("T")

SPEAKERS: Final = {
    Speaker.NAMED: "named",
    Speaker.PSEUDONYM: "pseudonym",
    Speaker.UNNAMED: "unnamed",
    Speaker.NOBODY: "nobody",
}
BASES: Final = {
    Basis.FIRSTHAND: "first-hand",
    Basis.SECONDHAND: "second-hand",
    Basis.DOCUMENT: "document",
    Basis.UNSTATED: "not said",
}
DEEPEST: Final = 4
"""Links of a chain from which on all chains are one part."""

LENGTHS: Final = ("no source", "1 link", "2 links", "3 links", f"{DEEPEST} or more")


class Shade(StrEnum):
    """How strongly a part is drawn, the firmest first; the last is for what nobody stands for."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Part:
    """`start` and `width` are percent of the whole bar."""

    label: str
    count: int
    shade: Shade
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """Parts that are empty are left out."""

    name: str
    parts: tuple[Part, ...]

    @property
    def spoken(self) -> str:
        """ "named 3, unnamed 1": the bar for who doesn't see it."""
        return ", ".join(f"{part.label} {part.count:,}" for part in self.parts) or "nothing"


def bars(sourcing: Sourcing) -> tuple[Bar, Bar, Bar]:
    """Who speaks, how they know, how long the chains are."""
    return speakers(sourcing), bases(sourcing), lengths(sourcing)


def speakers(sourcing: Sourcing) -> Bar:
    shades = (Shade.FIRST, Shade.SECOND, Shade.THIRD, Shade.NOTHING)
    return _bar("who speaks", _labelled(SPEAKERS, sourcing.speakers), shades)


def bases(sourcing: Sourcing) -> Bar:
    shades = (Shade.FIRST, Shade.THIRD, Shade.SECOND, Shade.NOTHING)
    return _bar("how they know", _labelled(BASES, sourcing.bases), shades)


def lengths(sourcing: Sourcing) -> Bar:
    counts = [0] * len(LENGTHS)
    for length, number in sourcing.lengths.items():
        counts[min(length, DEEPEST)] += number
    # Short chains first, and what has none last, as in the other bars.
    found = [*zip(LENGTHS, counts, strict=True)]
    shades = (Shade.FIRST, Shade.SECOND, Shade.THIRD, Shade.FOURTH, Shade.NOTHING)
    return _bar("chains", [*found[1:], found[0]], shades)


def cells(counts: Sequence[int], *, width: int) -> list[int]:
    """`width` cells shared out by counts (largest remainder); whatever counts at all has one, as
    long as there are enough."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    exact = [count * width / total for count in counts]
    given = [max(int(share), count > 0) for share, count in zip(exact, counts, strict=True)]
    while sum(given) < width:
        given[max(range(len(given)), key=lambda i: exact[i] - given[i])] += 1
    while sum(given) > width:
        given[max(range(len(given)), key=lambda i: (given[i] > 1, given[i] - exact[i]))] -= 1
    return given


def _labelled(labels: Mapping[T, str], counts: Mapping[T, int]) -> list[tuple[str, int]]:
    return [(label, counts[key]) for key, label in labels.items()]


def _bar(name: str, found: Sequence[tuple[str, int]], shades: Sequence[Shade]) -> Bar:
    total = sum(count for _, count in found)
    parts, at = [], 0
    for (label, count), shade in zip(found, shades, strict=True):
        if count:
            parts.append(Part(label, count, shade, 100 * at / total, 100 * count / total))
            at += count
    return Bar(name, tuple(parts))
