"""A reading with some of its statements left out, and still one that fits together."""

from collections.abc import Collection
from dataclasses import replace

from firsthand.model.reading import Reading, Statement


def confident(reading: Reading, *, least: float) -> Reading:
    """The reading without statements below `least`."""
    return narrowed(reading, {s.id for s in reading.statements if s.confidence >= least})


def narrowed(reading: Reading, kept: Collection[str]) -> Reading:
    """The reading with the statements of these ids, without checks about the others. A statement
    inside one that is left out moves up to the nearest one that stays."""
    known = {s.id: s for s in reading.statements}
    named = {*kept, *(source.id for source in reading.sources)}

    def parent(statement: Statement) -> str | None:
        above = statement.parent
        while above is not None and above not in kept:
            above = known[above].parent if above in known else None
        return above

    return replace(
        reading,
        statements=tuple(replace(s, parent=parent(s)) for s in reading.statements if s.id in kept),
        checks=tuple(c for c in reading.checks if c.about is None or c.about in named),
    )
