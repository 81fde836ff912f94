"""A reading as PARC and PolNeAR mark attributions: outermost ones only, quotations in one piece."""

from dataclasses import replace

from firsthand.model.reading import Reading, Statement


def outermost(reading: Reading) -> Reading:
    """The reading without statements inside statements, and with what goes on without a cue joined
    to the statement of the same source that it goes on from: “X,” he said. “Y.” is one.

    For comparing with corpora that mark attributions in this way (Pareti 2016; Newell, Margolin and
    Ruths 2018). Checks about what is gone stay, about nothing.
    """
    kept: list[Statement] = []
    for statement in (s for s in reading.statements if s.parent is None):
        before = _goes_on(statement, kept)
        if before is None:
            kept.append(statement)
        else:
            kept[before] = replace(
                kept[before], content=tuple(sorted(kept[before].content + statement.content))
            )
    there = {s.id for s in kept} | {s.id for s in reading.sources}
    checks = tuple(
        c if c.about is None or c.about in there else replace(c, about=None) for c in reading.checks
    )
    return replace(reading, statements=tuple(kept), checks=checks)


def _goes_on(statement: Statement, before: list[Statement]) -> int | None:
    """Which of the statements before it a quotation without a cue goes on from."""
    if statement.cue is not None:
        return None
    same = (i for i in reversed(range(len(before))) if before[i].chain == statement.chain)
    return next((i for i in same if before[i].cue is not None), None)
