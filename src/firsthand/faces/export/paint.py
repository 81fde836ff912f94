"""Which places of a text an export keeps back.

The whole sentence that speaks of an unnamed or pseudonymous source is kept back, since what tells
who it is stands around the words that the reader marked. Inside it, what named sources say of other
things stays.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from firsthand.faces.export.kept_back import (
    PRONOUNS,
    fold,
    secret_evidence,
    secret_sources,
    secret_statements,
)
from firsthand.model.article import Article
from firsthand.model.reading import Reading
from firsthand.model.span import Span

OPEN: Final = -1
KEPT_BACK: Final = -2


def pronouns(reading: Reading) -> frozenset[str]:
    mentions = [m for s in secret_sources(reading).values() for m in s.mentions]
    return frozenset(w for m in mentions for w in fold(reading.words((m,)))) & PRONOUNS


def painted(reading: Reading) -> list[int]:
    """For each code point of the text: open, kept back, or the position of the secret source that
    it mentions. What is painted later stands."""
    paint = [OPEN] * len(reading.article.text)
    secret = secret_sources(reading)
    if not secret:
        return paint
    mentions = [
        (span, position)
        for position, s in enumerate(reading.sources)
        if s.id in secret
        for span in s.mentions
    ]
    said = list(secret_statements(reading))
    theirs = [span for s in said for span in (*s.content, *s.hedges)]
    theirs += secret_evidence(reading)
    told_by = [s.mention for s in said if s.mention]
    spans = sorted({*theirs, *told_by, *(span for span, _ in mentions)})
    for span in _sentences_with(reading.article.text, spans):
        _paint(paint, span, KEPT_BACK)
    for span in _named(reading, [span for span, _ in mentions]):
        _paint(paint, span, OPEN)
    for span in theirs:
        _paint(paint, span, KEPT_BACK)
    for span, position in sorted(mentions, key=lambda m: m[0][0] - m[0][1]):
        _paint(paint, span, position)
    return paint


def _named(reading: Reading, mentions: list[Span]) -> Iterator[Span]:
    """What may stay inside a sentence that is kept back: named sources with what they say, as long
    as they don't say it of a secret source; and the cues."""
    secret = secret_sources(reading)
    for statement in reading.statements:
        theirs = any(id in secret for id in statement.chain)
        spans = () if theirs or not statement.chain else statement.content
        for span in filter(None, (*spans, statement.cue)):
            if not any(s < span[1] and span[0] < e for s, e in mentions):
                yield span
    for source in reading.sources:
        if source.id not in secret:
            yield from source.mentions


def _sentences_with(text: str, spans: list[Span]) -> Iterator[Span]:
    """The sentences that one of the spans touches, and the spans."""
    from firsthand.reading.segments import sentences

    yield from spans
    starts = [start for start, _ in spans]
    longest = max((end - start for start, end in spans), default=0)
    for start, end in sentences(text):
        first, last = bisect_left(starts, start - longest), bisect_left(starts, end)
        if any(spans[i][1] > start for i in range(first, last)):
            yield start, end


def _paint(paint: list[int], span: Span, colour: int) -> None:
    paint[slice(*span)] = [colour] * (span[1] - span[0])


def ends(reading: Reading, extra: Iterable[Span], paint: list[int]) -> list[int]:
    """Where the text may be cut: at the ends of every place, and where the paint changes."""
    spans = [m for s in reading.sources for m in s.mentions]
    for s in reading.statements:
        spans += [*s.content, *s.hedges, *filter(None, (s.cue, s.mention))]
    spans += [c.evidence for c in reading.checks]
    found = {end for span in (*spans, *extra) for end in span}
    found |= {0, len(paint)}
    if headed(reading.article):
        found.add(len(reading.article.title or ""))
    found |= {at for at in range(1, len(paint)) if paint[at] != paint[at - 1]}
    return sorted(found)


def headed(a: Article) -> bool:
    return bool(a.title) and a.text.startswith(a.title or "")
