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
    steps = _STEPS[np.minimum(np.maximum(before, after), len(_STEPS) - 1)]
    buckets: Ints = np.where(before > 0, 16 - steps, 16 + steps)
    return buckets


def _steps(size: Ints) -> Ints:
    grown = np.floor(6 + 2 * np.log2(np.maximum(size, 1) / 6))
    return np.where(size <= 6, size, grown).clip(max=15).astype(np.int64)


_STEPS = _steps(np.arange(137))  # the last distance is the first of the last bucket


def viterbi(emissions: Floats, transitions: Floats, start: Floats) -> Ints:
    """Best tags (Q, T) of a linear chain; an I never follows another role's tag."""
    allowed = np.zeros((ROLE_TAGS, ROLE_TAGS), np.float32)
    for inner in INNER:
        for before in range(ROLE_TAGS):
            if before not in (inner, inner - 1):
                allowed[before, inner] = FORBIDDEN
    # Cues come last: the sums and maxima of a step then run along them.
    steps = (transitions + allowed)[:, :, None]  # from, to
    count, length, _ = emissions.shape
    best = emissions.transpose(1, 2, 0).copy()
    best[0] += (start + allowed[0])[:, None]
    ways = np.empty((ROLE_TAGS, ROLE_TAGS, count), np.float32)
    most = np.empty((ROLE_TAGS, count), np.float32)
    for t in range(1, length):
        np.add(steps, best[t - 1, :, None], out=ways)
        np.maximum.reduce(ways, 0, out=most)
        np.add(best[t], most, out=best[t])
    # Where each best score came from is asked of all steps at once, as a place among tags x cues.
    cues = np.arange(count)
    back = (best[:-1, :, None] + steps).argmax(1) * count + cues
    back = back.reshape(length - 1, ROLE_TAGS * count)
    places = np.empty((length, count), np.int64)
    places[-1] = best[-1].argmax(0) * count + cues
    for t in range(length - 1, 0, -1):
        back[t - 1].take(places[t], out=places[t - 1], mode="clip")
    return np.ascontiguousarray((places // count).T)
