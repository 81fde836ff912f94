"""Role tags of a cue: where a piece is from it, and the best sequence of tags (Viterbi 1967).

Role tags are O, B-source, I-source, B-content, I-content.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

INNER = {2, 4}
FORBIDDEN = -1e4
ROLE_TAGS = 5


def distance_buckets(first: Ints, last: Ints, at: Ints) -> Ints:
    """How far the piece `at` is from the cue [first, last), as one of 32 buckets; the three are
    broadcast together.

    Logarithmic and signed: 16 is the cue itself, lower is before it.
    """
    before, after = np.maximum(first - at, 0), np.maximum(at - last + 1, 0)
    size = np.maximum(before, after)
    steps = (
        np.where(size <= 6, size, np.floor(6 + 2 * np.log2(np.maximum(size, 1) / 6)))
        .clip(max=15)
        .astype(np.int64)
    )
    buckets: Ints = np.where(before > 0, 16 - steps, 16 + steps).clip(0, 31)
    return buckets


def viterbi(emissions: Floats, transitions: Floats, start: Floats) -> Ints:
    """Best tags (Q, T) of a linear chain; an I never follows another role's tag."""
    allowed = np.zeros((ROLE_TAGS, ROLE_TAGS), np.float32)
    for inner in INNER:
        for before in range(ROLE_TAGS):
            if before not in (inner, inner - 1):
                allowed[before, inner] = FORBIDDEN
    # Cues come last: the sums and maxima of a step then run along them.
    steps = np.ascontiguousarray((transitions + allowed).T)[:, :, None]  # to, from
    count, length, _ = emissions.shape
    scores = np.ascontiguousarray(emissions.transpose(1, 2, 0))
    best = (start + allowed[0])[:, None] + scores[0]
    back = np.zeros((length, ROLE_TAGS, count), np.int8)
    ways = np.empty((ROLE_TAGS, ROLE_TAGS, count), np.float32)
    for t in range(1, length):
        np.add(steps, best, out=ways)
        back[t] = ways.argmax(1)
        best = ways.max(1) + scores[t]
    tags = np.zeros((count, length), np.int64)
    tags[:, -1] = best.argmax(0)
    rows = np.arange(count)
    for t in range(length - 1, 0, -1):
        tags[:, t - 1] = back[t, tags[:, t], rows]
    return tags
