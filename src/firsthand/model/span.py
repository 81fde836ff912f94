"""A place in a text: half-open `(start, end)` in Unicode code points of `article.text`."""

from collections.abc import Iterable

Span = tuple[int, int]


def overlap(a: Span, b: Span) -> int:
    """Number of code points that both spans cover."""
    start = a[0] if a[0] > b[0] else b[0]
    end = a[1] if a[1] < b[1] else b[1]
    return end - start if end > start else 0


def inside(span: Span, spans: Iterable[Span]) -> bool:
    """Whether one of `spans` covers the whole of `span`."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)
