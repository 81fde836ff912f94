"""firsthand add: read articles and keep the readings."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from firsthand.faces.commands.options import (
    Columns,
    Force,
    Inputs,
    LedgerOption,
    Quiet,
    columns_of,
    ledger_named,
    settings_of,
)
from firsthand.faces.flow import Flow
from firsthand.faces.output import results
from firsthand.faces.wording import count
from firsthand.model.article import Article
from firsthand.model.errors import InputError

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger


def add(
    ctx: typer.Context,
    inputs: Inputs,
    ledger: LedgerOption = None,
    column: Columns = None,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Read articles and keep them in a ledger.

    What is there already is skipped, so that a run that was stopped goes on where it stopped.
    """
    from firsthand.ledger.store import Ledger

    where = ledger_named(ctx, ledger)
    flow = Flow(
        inputs,
        force=force,
        quiet=quiet,
        columns=columns_of(column),
        threads=settings_of(ctx).threads,
    )
    with Ledger.open(where, create=True) as store:
        adding = Adding(store)
        try:
            adding.run(flow)
        finally:
            # Also after Ctrl-C: each article was stored as soon as it was read.
            if not quiet:
                with results() as stream:
                    print(adding.summary(where, flow.refused), file=stream)
    return flow.code


class Adding:
    """Readings into a ledger, one at a time; counts what was new and what was there."""

    def __init__(self, store: "Ledger"):
        self._store = store
        self.added = self.present = 0

    def run(self, flow: Flow) -> None:
        for reading in flow.readings(self._new(flow.articles())):
            try:
                new = self._store.add(reading)
            except InputError as error:
                flow.refuse(error)
                continue
            self.added += new
            self.present += not new

    def summary(self, where: str, refused: int) -> str:
        parts = [f"added {count(self.added, 'article')} to {where}"]
        if self.present:
            parts.append(f"{self.present:,} {'was' if self.present == 1 else 'were'} already there")
        if refused:
            parts.append(f"{count(refused, 'input')} refused")
        return "; ".join(parts)

    def _new(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            if self._store.has(article):
                self.present += 1
            else:
                yield article
