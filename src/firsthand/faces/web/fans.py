"""A claim's counts as a small drawing: the origins at the left, and how many articles spread from
them at the right."""

from dataclasses import dataclass

MOST = 12
"""Dots of a column. Where there are more, every dot stands for several, in both columns alike; the
words beside it say the numbers."""
STEP, RADIUS, WIDTH, EDGE = 7.0, 2.4, 74.0, 6.0


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    radius: float
    names: str


@dataclass(frozen=True, slots=True)
class Fan:
    """`strokes` are path data from an origin to an article."""

    width: float
    height: float
    strokes: tuple[str, ...]
    dots: tuple[Dot, ...]


def fan(looks: int, support: int, denial: int) -> Fan:
    share = MOST / max(looks, support + denial, MOST)
    articles, origins, denying = (_dots(n, share) for n in (looks, support, denial))
    height = 2 * EDGE + STEP * (max(articles, origins + denying, 1) - 1)
    left = _column(origins + denying, height)
    right = _column(articles, height)
    middle = WIDTH / 2
    strokes = [
        f"M{EDGE:.1f} {left[k * origins // articles]:.1f}"
        f"C{middle:.1f} {left[k * origins // articles]:.1f} {middle:.1f} {y:.1f} "
        f"{WIDTH - EDGE:.1f} {y:.1f}"
        for k, y in enumerate(right)
        if origins
    ]
    dots = [Dot(EDGE, y, RADIUS * 1.5, "origin") for y in left[:origins]]
    dots += [Dot(EDGE, y, RADIUS * 1.5, "denial") for y in left[origins:]]
    dots += [Dot(WIDTH - EDGE, y, RADIUS, "article") for y in right]
    return Fan(WIDTH, height, tuple(strokes), tuple(dots))


def _dots(number: int, share: float) -> int:
    return max(round(number * share), min(number, 1))


def _column(number: int, height: float) -> list[float]:
    """Evenly spread around the middle."""
    top = (height - STEP * (number - 1)) / 2
    return [top + STEP * k for k in range(number)]
