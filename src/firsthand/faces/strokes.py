"""Arrows as the path data of SVG."""

from collections.abc import Sequence

from firsthand.faces.layout import Point


def rounded(points: Sequence[Point], radius: float = 5.0) -> str:
    """The line through the corners, each turned with a small curve."""
    corners = [p for p, q in zip(points, [(-1.0, -1.0), *points], strict=False) if p != q]
    parts = [f"M{_at(corners[0])}"]
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        turn = min(radius, _far(before, here) / 2, _far(here, after) / 2)
        parts.append(f"L{_at(_toward(here, before, turn))}")
        parts.append(f"Q{_at(here)} {_at(_toward(here, after, turn))}")
    return "".join([*parts, f"L{_at(corners[-1])}"])


def triangle(tip: Point) -> str:
    x, y = tip
    return f"M{_at(tip)}L{_at((x - 8, y - 4))}L{_at((x - 8, y + 4))}Z"


def lozenge(tip: Point) -> str:
    x, y = tip
    return f"M{_at(tip)}L{_at((x - 5, y - 4))}L{_at((x - 10, y))}L{_at((x - 5, y + 4))}Z"


def _far(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _toward(a: Point, b: Point, by: float) -> Point:
    """From `a` toward `b`, which lies straight beside, above or below it."""
    far = _far(a, b) or 1.0
    return a[0] + (b[0] - a[0]) * by / far, a[1] + (b[1] - a[1]) * by / far


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
