"""The network's arrays to attributions: cues first, then for every cue its source and content.

Shapes: N pieces of the text, W windows, each of its own T pieces, Q cues, H role units, D hidden
ones. Role tags are O, B-source, I-source, B-content, I-content; cue tags O, B, I.
"""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from firsthand.model.span import Span
from firsthand.reading.network import GAP, Encoded, Network, Rows
from firsthand.reading.viterbi import FORBIDDEN, Floats, Ints, distance_buckets, viterbi
from firsthand.reading.windows import Pieces, Window

SOURCE, CONTENT = (1, 2), (3, 4)
NO_ROLE = (0.0, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN)
MARGIN = 6  # pieces around a paragraph that are looked at too, for what it goes on from


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure the cue tagger must be.

    `outer` for any statement, `inner` for one inside another's content, `sourceless` for such a one
    without a source of its own; a cue grows over neighbouring pieces that are at least `grow` sure.
    """

    outer: float = 0.5
    inner: float = 0.5
    sourceless: float = 0.5
    grow: float = 0.35


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source credited with a content by a cue, as spans of the text."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    confidence: float
    """The share of statements as sure as this one that are right (see Calibration)."""
    inside: bool = False
    """Whether it was found as part of somebody else's words, and is none without these."""


NO_CHANGE = (1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic curves (slope, intercept) over the log odds of the cue tagger (Platt 1999), for
    outermost attributions and for those inside another's content."""

    outer: tuple[float, float] = NO_CHANGE
    inner: tuple[float, float] = NO_CHANGE


def calibrated(probability: float, curve: tuple[float, float]) -> float:
    slope, intercept = curve
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return 1 / (1 + math.exp(-slope * math.log(bounded / (1 - bounded)) - intercept))


@dataclass(frozen=True, slots=True)
class _Cue:
    window: int
    first: int
    last: int
    outer: float
    any: float


def attributions(
    pieces: Pieces,
    windows: Sequence[Window],
    encoded: Sequence[Encoded],
    *,
    network: Network,
    thresholds: Thresholds,
    calibration: Calibration = Calibration(),
) -> list[Attribution]:
    """The attributions of one text, in the order of their cues.

    `encoded` holds the answers for this text's `windows`, in that order.
    """
    cues = list(_cues(windows, [e.cues[0] for e in encoded], thresholds))
    if not cues:
        return []
    found = []
    paragraphs = _paragraphs(pieces, windows, cues)
    tags = _tags(windows, encoded, cues, paragraphs, network)
    contents, sources = _runs(tags, CONTENT), _runs(tags, SOURCE)
    marks = pieces.features // 2 % 4
    inside = marks > 0
    for k, (cue, paragraph) in enumerate(zip(cues, paragraphs, strict=True)):
        base = windows[cue.window].first - 1
        content = _spans(pieces, _from_paragraph(contents[k], paragraph), base)
        if not content:
            continue
        nearest = min(
            _from_paragraph(sources[k], paragraph),
            key=lambda r: (  # “Nobody,” replied Reyes: who stands in quotation marks is spoken of
                max(cue.first - r[1], r[0] - cue.last),
                bool(inside[r[0] + base]) > bool(inside[cue.first + base]),
                -(r[1] - r[0]),
            ),
            default=None,
        )
        source = _spans(pieces, [nearest], base)[0] if nearest else None
        at = (int(pieces.starts[cue.first + base]), int(pieces.ends[cue.last - 1 + base]))
        quoted = bool(marks[cue.first + base] == 1)
        found.append((cue, Attribution(at, source, tuple(content), cue.outer), quoted))
    return _accepted(found, thresholds, calibration)


@dataclass(frozen=True, slots=True)
class _Tags:
    """Role tags (Q, L) of the pieces around each cue's paragraph; `firsts` (Q,) is the place in the
    cue's window that a row begins with. What is over in a row is tagged O."""

    tags: Ints
    firsts: Sequence[int]


def _tags(
    windows: Sequence[Window],
    encoded: Sequence[Encoded],
    cues: Sequence[_Cue],
    paragraphs: Sequence[tuple[int, int]],
    network: Network,
) -> _Tags:
    lengths = [encoded[cue.window].token.shape[1] for cue in cues]
    around = [
        (max(begin - MARGIN, 0), min(end + MARGIN, length))
        for (begin, end), length in zip(paragraphs, lengths, strict=True)
    ]
    emissions = np.empty((len(cues), max(e - b for b, e in around), len(NO_ROLE)), np.float32)
    emissions[:] = NO_ROLE
    for w, group in itertools.groupby(range(len(cues)), lambda k: cues[k].window):
        own = list(group)
        found = _emissions(encoded[w], [cues[k] for k in own], [around[k] for k in own], network)
        for k, rows in zip(own, found, strict=True):
            emissions[k, : len(rows)] = rows
    return _Tags(viterbi(emissions, network.transitions, network.start), [b for b, _ in around])


def _paragraphs(
    pieces: Pieces, windows: Sequence[Window], cues: Sequence[_Cue]
) -> list[tuple[int, int]]:
    """Where in its window each cue's paragraph begins and ends, with later ones that open with a
    quotation mark."""
    found = []
    for w, group in itertools.groupby(cues, lambda cue: cue.window):
        features = pieces.features[windows[w].first : windows[w].last]
        starts = (np.flatnonzero(features & 1) + 1).tolist()
        closed = [s for s in starts if features[s - 1] // 2 % 4 != 2]
        for cue in group:
            begin = max((s for s in starts if s <= cue.first), default=0)
            end = min((s for s in closed if s > cue.first), default=len(features) + 1)
            found.append((begin, end))
    return found


def _from_paragraph(
    runs: list[tuple[int, int]], paragraph: tuple[int, int]
) -> list[tuple[int, int]]:
    """What of a role is in the cue's paragraph, or in later ones that open with a quotation mark.

    In PolNeAR 99.7 % of contents and 99.9 % of sources have a part in their cue's paragraph; where
    this one has none, it is left as it is.
    """
    begin, end = paragraph
    cut = [(max(a, begin), min(b, end)) for a, b in runs if b > begin and a < end]
    return cut or runs


def _accepted(
    found: Sequence[tuple[_Cue, Attribution, bool]],
    thresholds: Thresholds,
    calibration: Calibration,
) -> list[Attribution]:
    """Outer ones by their own score; the rest only inside the content of another, or inside
    quotation marks: a quotation that goes on without a cue is nobody's content here."""
    kept = []
    contents = [(a, s) for c, a, _ in found if c.outer >= thresholds.outer for s in a.content]
    for cue, a, quoted in found:
        if cue.outer >= thresholds.outer:
            kept.append(replace(a, confidence=calibrated(cue.outer, calibration.outer)))
        elif cue.any >= (thresholds.inner if a.source else thresholds.sourceless) and (
            quoted or any(o is not a and s <= a.cue[0] and a.cue[1] <= e for o, (s, e) in contents)
        ):
            confidence = calibrated(cue.any, calibration.inner)
            kept.append(replace(a, confidence=confidence, inside=True))
    return sorted(kept, key=lambda a: a.cue)


def _cues(
    windows: Sequence[Window], logits: Sequence[Floats], thresholds: Thresholds
) -> Iterable[_Cue]:
    """The likely ones by each window's logits (T, 6)."""
    for row, (w, of_window) in enumerate(zip(windows, logits, strict=True)):
        outer, any_ = _softmax(of_window[1:-1, :3]), _softmax(of_window[1:-1, 3:])
        sure_outer, sure_any = 1 - outer[:, 0], 1 - any_[:, 0]
        sure = np.maximum(sure_outer, sure_any)
        begins = np.maximum(outer[:, 1] - outer[:, 2], any_[:, 1] - any_[:, 2]).tolist()
        by_outer, by_any = sure_outer.tolist(), sure_any.tolist()
        for _, first, last in _true_runs((sure >= thresholds.grow)[None]):
            cuts = [first, *(i for i in range(first + 1, last) if begins[i] > 0.2), last]
            for a, b in itertools.pairwise(cuts):
                found = _Cue(row, a + 1, b + 1, max(by_outer[a:b]), max(by_any[a:b]))
                likely = found.outer >= thresholds.outer or found.any >= thresholds.inner
                if likely and w.keep_first <= a + w.first < w.keep_last:
                    yield found


def _emissions(
    encoded: Encoded, cues: Sequence[_Cue], parts: Sequence[tuple[int, int]], network: Network
) -> list[Floats]:
    """Scores of roles for each cue of one window, of the pieces in its part of it: (L, 5), each of
    its own length. Neither the cue itself has a role nor a mark of the window's edge."""
    begins, ends = np.array(parts).T
    first, last = np.array([c.first for c in cues]), np.array([c.last for c in cues])
    sizes = ends - begins + GAP
    stops = sizes.cumsum()
    cue = np.repeat(np.arange(len(cues)), sizes)
    at = np.arange(stops[-1]) + (begins - stops + sizes)[cue]
    gap = at >= ends[cue]
    rows = Rows(
        np.where(gap, 0, at), np.where(gap, -1, cue), distance_buckets(first[cue], last[cue], at)
    )
    token = encoded.token[0]
    means = _means(encoded.hidden[0], first, last)
    emissions = network.roles(token, means, rows)
    marks = (at == 0) | (at >= len(token) - 1) | (at >= first[cue]) & (at < last[cue])
    emissions[marks] = NO_ROLE
    return [emissions[b:e] for b, e in zip(stops - sizes, stops - GAP, strict=True)]


def _means(rows: Floats, first: Ints, last: Ints) -> Floats:
    """Of the stretches [first, last) (Q,) of rows (T, D), the mean of each (Q, D)."""
    sizes = last - first
    starts = sizes.cumsum() - sizes
    at = np.arange(sizes.sum()) + (first - starts).repeat(sizes)
    sums = np.add.reduceat(rows[at], starts, axis=0)
    means: Floats = np.divide(sums, sizes[:, None], dtype=np.float32)
    return means


def _runs(t: _Tags, role: tuple[int, int]) -> list[list[tuple[int, int]]]:
    """For each cue, where in its window the role runs from and to."""
    runs: list[list[tuple[int, int]]] = [[] for _ in t.firsts]
    for row, first, last in _true_runs((t.tags == role[0]) | (t.tags == role[1])):
        runs[row].append((first + t.firsts[row], last + t.firsts[row]))
    return runs


def _true_runs(flags: npt.NDArray[np.bool_]) -> list[tuple[int, int, int]]:
    """Row, first and end (half-open) of each stretch of flags (R, L) that are set."""
    edged = np.zeros((len(flags), flags.shape[1] + 2), bool)
    edged[:, 1:-1] = flags
    rows, edges = np.nonzero(edged[:, 1:] != edged[:, :-1])
    return list(zip(rows[::2].tolist(), edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _spans(pieces: Pieces, runs: Sequence[tuple[int, int]], base: int) -> list[Span]:
    return [(int(pieces.starts[a + base]), int(pieces.ends[b - 1 + base])) for a, b in runs]


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    probabilities: Floats = raised / raised.sum(-1, keepdims=True)
    return probabilities
