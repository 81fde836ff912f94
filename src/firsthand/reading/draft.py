"""A statement while it is being made: found by the network, not yet resolved."""

from dataclasses import dataclass

from firsthand.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """`parent` is the index of the draft inside whose content this one stands; `speaker` the
    index of the draft whose source goes on speaking here (a quotation without a cue of its own)."""

    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    confidence: float
    parent: int | None = None
    speaker: int | None = None

    @property
    def at(self) -> int:
        """Where it is in reading order: its cue, else its content."""
        return self.cue[0] if self.cue else self.content[0][0]

    @property
    def outline(self) -> Span:
        spans = [*self.content, *(s for s in (self.cue, self.mention) if s)]
        return min(s for s, _ in spans), max(e for _, e in spans)
