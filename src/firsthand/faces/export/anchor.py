"""A place found again in a text that may have been edited since: exact, moved or orphaned.

Nothing is found by likeness. The words have to be there as they were, and where they stand more
than once, or are so short that they could be others, what stood around them has to say which they
are. What that doesn't settle is orphaned. The quote is the TextQuoteSelector of the W3C Web
Annotation model (4.2.4): https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firsthand.model.span import Span

CONTEXT: Final = 32
"""Code points kept on each side."""

_UNMISTAKABLE: Final = 32
"""Code points of words that, standing once, are these words even in other surroundings."""


class Anchoring(StrEnum):
    EXACT = "exact"
    MOVED = "moved"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words at a place, with what stood right before and behind; shorter contexts only at the
    text's ends. None: not known."""

    exact: str
    prefix: str | None = None
    suffix: str | None = None


@dataclass(frozen=True, slots=True)
class Anchored:
    """`span` is None where the place is orphaned, and only then."""

    state: Anchoring
    span: Span | None


def quote(text: str, span: Span) -> Quote:
    start, end = span
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def anchor(quote: Quote, text: str, *, span: Span | None = None) -> Anchored:
    """Where the quote stands in `text`; `span` is where it stood (None: not known).

    Exact: there, in the same surroundings or nowhere else. Moved: in one other place that its
    surroundings, or its length, tell for sure. Orphaned: gone, or it can't be told which.
    """
    found = {place: _sides(quote, text, place) for place in _places(quote.exact, text)}
    if span in found and found[span] == 2:
        return Anchored(Anchoring.EXACT, span)
    best = max(found.values(), default=0)
    surest = [place for place, sides in found.items() if sides == best]
    if len(surest) != 1 or not (best or len(quote.exact) >= _UNMISTAKABLE):
        return Anchored(Anchoring.ORPHANED, None)
    state = Anchoring.EXACT if surest[0] == span else Anchoring.MOVED
    return Anchored(state, surest[0])


def _places(words: str, text: str) -> Iterator[Span]:
    """Every place where the words stand, overlapping ones too."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _sides(quote: Quote, text: str, place: Span) -> int:
    """On how many sides the surroundings are the same. An empty context is that of a text's end."""
    start, end = place
    before, behind = quote.prefix, quote.suffix
    left = before is not None and (text.endswith(before, 0, start) if before else start == 0)
    right = behind is not None and (text.startswith(behind, end) if behind else end == len(text))
    return left + right
