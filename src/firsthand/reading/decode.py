"""The network's arrays to attributions: cues first, then for every cue its source and content.

Shapes: N pieces of the text, W windows of T pieces, Q cues, H role units. Role tags are
O, B-source, I-source, B-content, I-content; cue tags O, B, I.
"""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from firsthand.model.span import Span
from firsthand.reading.viterbi import FORBIDDEN, Floats, Ints, distance_buckets, viterbi
from firsthand.reading.windows import CLS, SEP, Pieces, Window

SOURCE, CONTENT = (1, 2), (3, 4)
NO_ROLE = (0.0, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN)
MARGIN = 24  # pieces around a paragraph that are looked at too, for what it goes on from
TOGETHER = 64  # cues whose roles are found at once: bounds the memory whatever the text
ALIKE = 8  # of these, cues that go through the network at once, with the longest one's pieces


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of one window."""

    cues: Floats
    """(1, T, 6) logits: O B I of an outermost attribution, O B I of any attribution."""
    token: Floats
    """(1, T, 2H) each piece as a candidate for a role."""
    anchor: Floats
    """(1, T, 2H) each piece as a part of a cue."""


class Network(Protocol):
    """The trained model, in whatever runtime."""

    transitions: Floats
    """(5, 5) score of a role tag (column) after another (row)."""
    start: Floats
    """(5,) score of the first role tag."""

    def encode(self, ids: Ints, features: Ints) -> Encoded: ...

    def roles(self, token: Floats, anchor: Floats, buckets: Ints) -> Floats:
        """Of (Q, T, 2H), (Q, 2H), (Q, T): emissions (Q, T, 5)."""
        ...


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


def framed(pieces: Pieces, window: Window) -> tuple[Ints, Ints]:
    """ids, features (1, T) of one window, between [CLS] and [SEP].

    Windows go through the encoder one by one: in int8 a window's numbers would depend on those
    that it shares a batch with, and a batch is no faster on a processor.
    """
    ids = np.full((1, window.last - window.first + 2), SEP, np.int64)
    features = np.zeros_like(ids)
    ids[0, 0] = CLS
    ids[0, 1:-1] = pieces.ids[window.first : window.last]
    features[0, 1:-1] = pieces.features[window.first : window.last]
    return ids, features


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

    `encoded` holds the answers for this text's `windows`, which have one length, in that order.
    """
    cues = list(_cues(windows, np.concatenate([e.cues for e in encoded]), thresholds))
    if not cues:
        return []
    found = []
    paragraphs = [_paragraph(pieces, windows[cue.window], cue) for cue in cues]
    tags = _tags(windows, encoded, cues, paragraphs, network)
    for cue, paragraph, row in zip(cues, paragraphs, tags, strict=True):
        w = windows[cue.window]
        base = w.first - 1
        content = _spans(pieces, _from_paragraph(_runs(row, CONTENT), paragraph), base)
        if not content:
            continue
        sources = _from_paragraph(_runs(row, SOURCE), paragraph)
        inside = pieces.features[w.first : w.last] // 2 % 4 > 0
        nearest = min(
            sources,
            key=lambda r: (  # “Nobody,” replied Reyes: who stands in quotation marks is spoken of
                max(cue.first - r[1], r[0] - cue.last),
                bool(inside[r[0] - 1]) > bool(inside[cue.first - 1]),
                -(r[1] - r[0]),
            ),
            default=None,
        )
        source = _spans(pieces, [nearest], base)[0] if nearest else None
        at = (int(pieces.starts[cue.first + base]), int(pieces.ends[cue.last - 1 + base]))
        quoted = bool(pieces.features[cue.first + base] // 2 % 4 == 1)
        found.append((cue, Attribution(at, source, tuple(content), cue.outer), quoted))
    return _accepted(found, thresholds, calibration)


def _tags(
    windows: Sequence[Window],
    encoded: Sequence[Encoded],
    cues: Sequence[_Cue],
    paragraphs: Sequence[tuple[int, int]],
    network: Network,
) -> list[Ints]:
    """Role tags (T,) for each cue in its window, looked for around its paragraph alone; cues whose
    paragraphs are about as long go together."""
    length = encoded[0].token.shape[1]
    around = [(max(begin - MARGIN, 0), min(end + MARGIN, length)) for begin, end in paragraphs]
    order = sorted(range(len(cues)), key=lambda k: around[k][1] - around[k][0])
    tags = [np.zeros(length, np.int64) for _ in cues]
    for some in (order[i : i + TOGETHER] for i in range(0, len(order), TOGETHER)):
        longest = around[some[-1]][1] - around[some[-1]][0]
        emissions = np.empty((len(some), longest, len(NO_ROLE)), np.float32)
        emissions[:] = NO_ROLE
        for i in range(0, len(some), ALIKE):
            few = some[i : i + ALIKE]
            found = _emissions(
                windows, encoded, [cues[k] for k in few], [around[k] for k in few], network
            )
            emissions[i : i + len(few), : found.shape[1]] = found
        rows = viterbi(emissions, network.transitions, network.start)
        for k, row in zip(some, rows, strict=True):
            first, last = around[k]
            tags[k][first:last] = row[: last - first]
    return tags


def _paragraph(pieces: Pieces, window: Window, cue: _Cue) -> tuple[int, int]:
    """Where in the window the cue's paragraph begins and ends, with later ones that open with a
    quotation mark."""
    features = pieces.features[window.first : window.last]
    starts = (np.flatnonzero(features & 1) + 1).tolist()
    opening = {s for s in starts if features[s - 1] // 2 % 4 == 2}
    begin = max((s for s in starts if s <= cue.first), default=0)
    end = min((s for s in starts if s > cue.first and s not in opening), default=len(features) + 1)
    return begin, end


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


def _cues(windows: Sequence[Window], logits: Floats, thresholds: Thresholds) -> Iterable[_Cue]:
    outer, any_ = _softmax(logits[..., :3]), _softmax(logits[..., 3:])
    for row, w in enumerate(windows):
        n = w.last - w.first
        sure_outer, sure_any = 1 - outer[row, 1 : n + 1, 0], 1 - any_[row, 1 : n + 1, 0]
        sure = np.maximum(sure_outer, sure_any)
        begins = np.maximum(
            outer[row, 1 : n + 1, 1] - outer[row, 1 : n + 1, 2],
            any_[row, 1 : n + 1, 1] - any_[row, 1 : n + 1, 2],
        )
        for first, last in _true_runs(sure >= thresholds.grow):
            cuts = [first, *(i for i in range(first + 1, last) if begins[i] > 0.2), last]
            for a, b in itertools.pairwise(cuts):
                found = _Cue(
                    row, a + 1, b + 1, float(sure_outer[a:b].max()), float(sure_any[a:b].max())
                )
                likely = found.outer >= thresholds.outer or found.any >= thresholds.inner
                if likely and w.keep_first <= a + w.first < w.keep_last:
                    yield found


def _emissions(
    windows: Sequence[Window],
    encoded: Sequence[Encoded],
    cues: Sequence[_Cue],
    parts: Sequence[tuple[int, int]],
    network: Network,
) -> Floats:
    """Scores of roles (Q, L, 5) from the first piece of each cue's part of its window; L is the
    longest part. Nothing outside of its part has a role, nor has the cue itself."""
    first, last = np.array([c.first for c in cues]), np.array([c.last for c in cues])
    begins, ends = np.array([b for b, _ in parts]), np.array([e for _, e in parts])
    at = begins[:, None] + np.arange(int((ends - begins).max()))
    own = [encoded[c.window] for c in cues]
    there = np.minimum(at, own[0].token.shape[1] - 1)
    token = np.stack([e.token[0, row] for e, row in zip(own, there, strict=True)])
    anchor = np.stack(
        [e.anchor[0, c.first : c.last].mean(0) for e, c in zip(own, cues, strict=True)]
    )
    emissions = network.roles(
        token, anchor, distance_buckets(first - begins, last - begins, at.shape[1])
    )
    real = np.array([windows[c.window].last - windows[c.window].first for c in cues])
    cue = (at >= first[:, None]) & (at < last[:, None])
    emissions[(at > real[:, None]) | (at >= ends[:, None]) | (at == 0) | cue] = NO_ROLE
    return emissions


def _runs(tags: Ints, role: tuple[int, int]) -> list[tuple[int, int]]:
    return _true_runs((tags == role[0]) | (tags == role[1]))


def _true_runs(flags: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _spans(pieces: Pieces, runs: Sequence[tuple[int, int]], base: int) -> list[Span]:
    return [(int(pieces.starts[a + base]), int(pieces.ends[b - 1 + base])) for a, b in runs]


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    probabilities: Floats = raised / raised.sum(-1, keepdims=True)
    return probabilities
