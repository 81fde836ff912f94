"""In which column and in which row every box of a picture stands, before anything is measured."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

DEEPEST = 4
"""Steps to the right inside one period; what depends on more stands in its last column."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box to place. `lane` None: an origin; `period`: its place in time, from 0 (None: not
    dated); `ports`: where arrows come in, from the box's top down."""

    id: str
    lane: str | None
    period: int | None
    height: float
    ports: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """`end` has it from `start`; the arrow comes in at that port of `end`."""

    start: str
    end: str
    port: int


@dataclass(frozen=True, slots=True)
class Grid:
    """By box: its column (0: the origins) and its row, which origins have none of. `periods`: of
    each column from 1 on (None: not dated). `lanes`: their names and how many rows each has."""

    column: Mapping[str, int]
    row: Mapping[str, int]
    periods: Sequence[int | None]
    lanes: Sequence[tuple[str, int]]

    @property
    def columns(self) -> int:
        return len(self.periods) + 1

    @property
    def rows(self) -> int:
        return sum(count for _, count in self.lanes)


def grid(nodes: Sequence[Node], ties: Iterable[Tie]) -> Grid:
    lanes: dict[str, list[Node]] = defaultdict(list)
    for n in nodes:
        if n.lane is not None:
            lanes[n.lane].append(n)
    placed = [n for members in lanes.values() for n in members]
    level = _levels({n.id: n.period for n in placed}, ties)
    keys = sorted({_key(n, level) for n in placed})
    at = {key: k for k, key in enumerate(keys, start=1)}
    column = {n.id: at[_key(n, level)] if n.lane is not None else 0 for n in nodes}
    row: dict[str, int] = {}
    counts: list[tuple[str, int]] = []
    first = 0
    for lane, members in lanes.items():
        taken: dict[int, int] = defaultdict(int)
        for n in members:
            row[n.id] = first + taken[column[n.id]]
            taken[column[n.id]] += 1
        counts.append((lane, max(taken.values())))
        first += counts[-1][1]
    return Grid(column, row, [p if dated else None for dated, p, _ in keys], counts)


def _key(node: Node, level: Mapping[str, int]) -> tuple[bool, int, int]:
    """What has no date comes first."""
    return node.period is not None, node.period or 0, level[node.id]


def _levels(period: Mapping[str, int | None], ties: Iterable[Tie]) -> dict[str, int]:
    """How many steps a box stands to the right in its period: one more than what it depends on
    there. A circle is cut where it comes back to itself."""
    above: dict[str, list[str]] = defaultdict(list)
    for t in ties:
        if t.start in period and t.end in period and period[t.start] == period[t.end]:
            above[t.end].append(t.start)
    level: dict[str, int] = {}
    for id in period:
        # Depth first without recursion: a line of copies may be long.
        waiting, open = [id], set[str]()
        while waiting:
            at = waiting[-1]
            left = [] if at in level else [x for x in above[at] if x not in level and x not in open]
            if left:
                open.add(at)
                waiting += left
                continue
            waiting.pop()
            deepest = max((level[x] + 1 for x in above[at] if x in level), default=0)
            level.setdefault(at, min(DEEPEST, deepest))
    return level
