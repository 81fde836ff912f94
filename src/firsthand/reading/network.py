"""What the decoder asks of a trained model, in whatever runtime: the arrays that go in and out.

Shapes: T pieces of a window, Q cues, H role units, D hidden ones, R rows.
"""

from dataclasses import dataclass
from typing import Protocol

from firsthand.reading.viterbi import Floats, Ints

GAP = 2  # rows between two cues: as far as the network looks for a piece's neighbours


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of one window."""

    cues: Floats
    """(1, T, 6) logits: O B I of an outermost attribution, O B I of any attribution."""
    token: Floats
    """(1, T, 2H) each piece as a candidate for a role."""
    hidden: Floats
    """(1, T, D) each piece as it is: a cue is the mean of its pieces."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Pieces of one window as candidates for roles: R rows, those of a cue beside each other in
    reading order, between cues GAP rows that are nobody's."""

    at: Ints
    """(R,) place of the piece in the window."""
    cue: Ints
    """(R,) which of the window's cues it is a candidate for; -1 in a gap."""
    buckets: Ints
    """(R,) how far it is from that cue (see distance_buckets)."""


class Network(Protocol):
    """The trained model, in whatever runtime."""

    transitions: Floats
    """(5, 5) score of a role tag (column) after another (row)."""
    start: Floats
    """(5,) score of the first role tag."""

    def encode(self, ids: Ints, features: Ints) -> Encoded: ...

    def roles(self, token: Floats, cues: Floats, rows: Rows) -> Floats:
        """Emissions (R, 5), of a window's pieces (T, 2H) and its cues (Q, D)."""
        ...
