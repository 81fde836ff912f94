"""Readings as people left them: the newest judgement of each statement applied.

What the reader found stays in the ledger as it was; this is what is counted and exported.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from firsthand.ledger.rows import StatementJudgement, Verdict
from firsthand.ledger.store import Ledger
from firsthand.linking.protocol import Hits
from firsthand.model.reading import Reading, Statement


class Corrected:
    """The ledger, as linking asks for it, with judged statements as they were judged."""

    def __init__(self, store: Ledger):
        self._store = store
        self._judged: dict[str, list[StatementJudgement]] = {}
        for each in store.statement_judgements(newest=True):
            self._judged.setdefault(each.article, []).append(each)

    def readings(self, ids: Iterable[str] | None = None) -> Iterator[Reading]:
        for reading in self._store.readings(ids):
            yield corrected(reading, self._judged.get(reading.article.id, ()))

    def holding(
        self,
        words: Mapping[str, Collection[str]],
        *,
        weigh: Callable[[int, int], float],
        most: int,
    ) -> Hits | None:
        return self._store.holding(words, weigh=weigh, most=most)

    def texts(self, ids: Collection[str]) -> Iterable[tuple[str, str]]:
        return self._store.texts(ids)


def corrected(reading: Reading, judged: Iterable[StatementJudgement]) -> Reading:
    """The reading with the newest judgements of its statements applied: `judged` has one of each.
    A statement inside one that is left out moves up to the nearest one that stays."""
    marked = {each.statement.rpartition("#")[2]: each for each in judged}
    if not marked:
        return reading
    known = {s.id: s for s in reading.statements}
    gone = {id for id, each in marked.items() if each.verdict is Verdict.REMOVED}
    found = [_marked(s, marked.get(s.id)) for s in reading.statements if s.id not in gone]
    found += [
        each.marked
        for id, each in marked.items()
        if each.marked is not None and id not in known and id not in gone
    ]
    return replace(
        reading,
        statements=tuple(replace(s, parent=_above(s, known, gone)) for s in found),
        checks=tuple(
            replace(c, about=None) if c.about in gone & known.keys() else c for c in reading.checks
        ),
    )


def _marked(statement: Statement, judged: StatementJudgement | None) -> Statement:
    return judged.marked if judged and judged.marked else statement


def _above(statement: Statement, known: Mapping[str, Statement], gone: set[str]) -> str | None:
    above = statement.parent
    while above is not None and above in gone:
        above = known[above].parent if above in known else None
    return above
