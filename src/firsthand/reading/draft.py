"""A statement while it is being made: found by the network, not yet resolved."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from firsthand.model.span import Span

PLACE = 256  # code points: what shares no such place is not compared


@dataclass(frozen=True, slots=True)
class Draft:
    """`parent` is the index of the draft inside whose content this one stands; `speaker` the
    index of the draft whose source goes on speaking here (a quotation without a cue of its own);
    `inside` says that it is nothing without a parent."""

    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    confidence: float
    parent: int | None = None
    speaker: int | None = None
    inside: bool = False

    @property
    def at(self) -> int:
        """Where it is in reading order: its cue, else its content."""
        return self.cue[0] if self.cue else self.content[0][0]

    @property
    def outline(self) -> Span:
        spans = [*self.content, *(s for s in (self.cue, self.mention) if s)]
        return min(s for s, _ in spans), max(e for _, e in spans)


def without(made: Sequence[Draft], gone: Collection[int]) -> list[Draft]:
    """The drafts but those at these indices; who goes on speaking after one keeps its mention."""
    place: dict[int | None, int] = {}
    for old in range(len(made)):
        if old not in gone:
            place[old] = len(place)
    kept = []
    for old, d in enumerate(made):
        if old in gone:
            continue
        if d.speaker is not None and d.speaker in gone:
            d = replace(d, mention=d.mention or made[d.speaker].mention)
        speaker = place.get(d.speaker)
        kept.append(d if speaker == d.speaker else replace(d, speaker=speaker))
    return kept


def places(span: Span) -> range:
    """The places in the text that a span touches: what touches none in common is far apart."""
    return range(span[0] // PLACE, span[1] // PLACE + 1)
