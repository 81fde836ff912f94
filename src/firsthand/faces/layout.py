"""Where the boxes and arrows of a trace's picture stand: numbers only.

Time runs from left to right in columns: origins at the root, then what has no date, then one period
after the other. Inside a period, what depends on something else stands to the right of it. Lanes
run from top to bottom. An arrow leaves its box to the right, runs down the gutter beside the
column, along the channel above the row that it is bound for, and comes in from the left. Gutters
and channels hold no boxes, so that no arrow crosses one; arrows from one box share their way.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from firsthand.faces.grid import Grid, Node, Tie, grid

STEP = 7.0
"""Between two arrows that run side by side."""
EDGE = 12.0
"""Between a box and the nearest arrow along it."""
HEAD = 16.0
"""What an arrow needs to turn into its box."""
GAP = 12.0
"""Between a box and what stands below it."""

Point = tuple[float, float]


class Way(StrEnum):
    """How an arrow stands to time. ROOT: it begins at an origin; UNDATED: one of its ends has no
    date; BACKWARD: it leads to something earlier, or around a circle."""

    ROOT = "root"
    FORWARD = "forward"
    UNDATED = "undated"
    BACKWARD = "backward"


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """Corners from the right side of a box to the left side of another."""

    tie: Tie
    points: tuple[Point, ...]
    way: Way


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Period:
    """The columns of one period (None: of what has no date)."""

    period: int | None
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Plan:
    boxes: Mapping[str, Box]
    arrows: tuple[Arrow, ...]
    lanes: tuple[Lane, ...]
    periods: tuple[Period, ...]
    width: float
    height: float


def layout(
    nodes: Sequence[Node], ties: Iterable[Tie], *, root_width: float, width: float, top: float
) -> Plan:
    """`root_width`: of origins; `width`: of the other boxes; `top`: what is kept free above. Lanes
    and origins come in the order of `nodes`; ties to boxes that aren't there are left out."""
    known = {n.id: n for n in nodes}
    kept = [t for t in ties if t.start in known and t.end in known and t.start != t.end]
    where = grid(nodes, kept)
    channels = _channels(where, kept)
    rows = _rows(known, where, channels, top)
    ys = _ys(known, where, kept, rows, top)
    trunks = _trunks(known, where, kept, ys, channels, rows)
    xs = _xs(known, where, trunks, root_width, width)
    boxes = {
        id: Box(xs[where.column[id]], ys[id], width if n.lane is not None else root_width, n.height)
        for id, n in known.items()
    }
    arrows = [_arrow(t, known, where, boxes, trunks, channels, rows) for t in kept]
    rights = [b.x + b.width for b in boxes.values()] + [x for a in arrows for x, _ in a.points]
    return Plan(
        boxes=boxes,
        arrows=tuple(arrows),
        lanes=tuple(_lanes(where, rows)),
        periods=tuple(_periods(where, xs, width)),
        width=max(rights, default=0.0) + EDGE,
        height=max((b.y + b.height for b in boxes.values()), default=top) + GAP,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """`channel` is the y of its first arrow, `top` that of its boxes."""

    channel: float
    top: float
    bottom: float


def _channels(where: Grid, ties: Iterable[Tie]) -> dict[tuple[str, int], int]:
    """(box that arrows leave, row that they are bound for) → the track in the channel above that
    row. Arrows of different boxes share a track where they don't meet."""
    reach: dict[tuple[str, int], list[int]] = defaultdict(list)
    for t in ties:
        reach[t.start, where.row[t.end]] += [where.column[t.start], where.column[t.end] - 1]
    spans: dict[int, dict[str, tuple[float, float]]] = defaultdict(dict)
    for (start, row), gutters in reach.items():
        spans[row][start] = (min(gutters), max(gutters))
    return {
        (start, row): track
        for row, found in spans.items()
        for start, track in _tracks(found).items()
    }


def _tracks(spans: Mapping[str, tuple[float, float]]) -> dict[str, int]:
    """The lowest track for each span on which it meets no other."""
    ends: list[float] = []
    found: dict[str, int] = {}
    for id, (start, end) in sorted(spans.items(), key=lambda s: (s[1], s[0])):
        track = next((k for k, taken in enumerate(ends) if taken < start), len(ends))
        ends[track:] = [end, *ends[track + 1 :]]
        found[id] = track
    return found


def _rows(
    nodes: Mapping[str, Node], where: Grid, channels: Mapping[tuple[str, int], int], top: float
) -> list[_Row]:
    heights = [0.0] * where.rows
    for id, row in where.row.items():
        heights[row] = max(heights[row], nodes[id].height)
    tracks = [0] * where.rows
    for (_, row), track in channels.items():
        tracks[row] = max(tracks[row], track + 1)
    rows, y = [], top
    for height, count in zip(heights, tracks, strict=True):
        begin = y + EDGE + STEP * count
        rows.append(_Row(y + EDGE, begin, begin + height))
        y = begin + height + GAP
    return rows


def _ys(
    nodes: Mapping[str, Node], where: Grid, ties: Iterable[Tie], rows: Sequence[_Row], top: float
) -> dict[str, float]:
    """The top of every box. An origin stands beside the first box that it leads to, below the
    origins before it."""
    ys = {id: rows[row].top for id, row in where.row.items()}
    first: dict[str, float] = {}
    for t in ties:
        first[t.start] = min(first.get(t.start, ys[t.end]), ys[t.end])
    free = top + EDGE
    roots = [n for n in nodes.values() if n.lane is None]
    for n in sorted(roots, key=lambda n: first.get(n.id, float("inf"))):
        ys[n.id] = max(free, first.get(n.id, free))
        free = ys[n.id] + n.height + GAP
    return ys


def _trunks(
    nodes: Mapping[str, Node],
    where: Grid,
    ties: Iterable[Tie],
    ys: Mapping[str, float],
    channels: Mapping[tuple[str, int], int],
    rows: Sequence[_Row],
) -> dict[str, int]:
    """A box that arrows leave → the track in the gutter to its right."""
    spans: dict[int, dict[str, tuple[float, float]]] = defaultdict(dict)
    for t in ties:
        row = where.row[t.end]
        own = ys[t.start] + nodes[t.start].height / 2
        bound = rows[row].channel + STEP * channels[t.start, row]
        before = spans[where.column[t.start]].get(t.start, (own, own))
        span = (min(before[0], own, bound), max(before[1], own, bound))
        spans[where.column[t.start]][t.start] = span
    return {id: track for found in spans.values() for id, track in _tracks(found).items()}


def _xs(
    nodes: Mapping[str, Node],
    where: Grid,
    trunks: Mapping[str, int],
    root_width: float,
    width: float,
) -> list[float]:
    """The left of every column. The gutter before it holds the trunks of the column to its left
    and the ends of the arrows that come in."""
    down, in_ = [0] * (where.columns + 1), [0] * (where.columns + 1)
    for id, track in trunks.items():
        down[where.column[id]] = max(down[where.column[id]], track + 1)
    for id, node in nodes.items():
        in_[where.column[id]] = max(in_[where.column[id]], len(node.ports))
    widths = [root_width if any(n.lane is None for n in nodes.values()) else 0.0]
    widths += [width] * (where.columns - 1)
    gutters = [
        EDGE + STEP * (down[k] + in_[k + 1]) + HEAD for k in range(max(0, where.columns - 1))
    ]
    steps = [a + b for a, b in zip(widths, gutters, strict=False)]
    return list(accumulate(steps, initial=EDGE if widths[0] else 0.0))


def _arrow(
    tie: Tie,
    nodes: Mapping[str, Node],
    where: Grid,
    boxes: Mapping[str, Box],
    trunks: Mapping[str, int],
    channels: Mapping[tuple[str, int], int],
    rows: Sequence[_Row],
) -> Arrow:
    start, end, row = boxes[tie.start], boxes[tie.end], where.row[tie.end]
    out = start.x + start.width
    trunk = out + EDGE + STEP * trunks[tie.start]
    channel = rows[row].channel + STEP * channels[tie.start, row]
    down = end.x - HEAD - STEP * tie.port
    middle, port = start.y + start.height / 2, end.y + nodes[tie.end].ports[tie.port]
    return Arrow(
        tie,
        (
            (out, middle),
            (trunk, middle),
            (trunk, channel),
            (down, channel),
            (down, port),
            (end.x, port),
        ),
        _way(nodes[tie.start], nodes[tie.end], where),
    )


def _way(start: Node, end: Node, where: Grid) -> Way:
    if start.lane is None:
        return Way.ROOT
    if start.period is None or end.period is None:
        return Way.UNDATED
    on = (start.period, where.column[start.id]) <= (end.period, where.column[end.id])
    return Way.FORWARD if on else Way.BACKWARD


def _lanes(where: Grid, rows: Sequence[_Row]) -> Iterable[Lane]:
    at = 0
    for name, count in where.lanes:
        first, last = rows[at], rows[at + count - 1]
        top = first.channel - EDGE
        yield Lane(name, top, last.bottom + GAP - top)
        at += count


def _periods(where: Grid, xs: Sequence[float], width: float) -> Iterable[Period]:
    for period in dict.fromkeys(where.periods):
        columns = [k for k, p in enumerate(where.periods, start=1) if p == period]
        yield Period(period, xs[columns[0]], xs[columns[-1]] + width - xs[columns[0]])
