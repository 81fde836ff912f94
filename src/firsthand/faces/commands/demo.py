"""firsthand demo: the whole way, once, with the articles that come along."""

from pathlib import Path
from typing import Annotated

import typer

from firsthand.faces.commands.add import Adding
from firsthand.faces.commands.options import Quiet, settings_of
from firsthand.faces.commands.read import ReadFormat
from firsthand.faces.commands.read import write as write_reading
from firsthand.faces.commands.trace import TraceFormat, traced
from firsthand.faces.commands.trace import write as write_trace
from firsthand.faces.demo import CLAIM, STORY, corpus, corpus_inputs, story
from firsthand.faces.flow import Flow
from firsthand.faces.output import results
from firsthand.model.errors import LedgerError


def demo(
    ctx: typer.Context,
    ledger: Annotated[
        Path,
        typer.Option(
            "--ledger", metavar="FILE", help="Where to put the demo's ledger; made anew each time."
        ),
    ] = Path("demo.db"),
    quiet: Quiet = False,
) -> int:
    """See it at work on bundled articles.

    Reads them into a new ledger, shows one reading and the trace of one claim.
    """
    from firsthand.ledger.store import Ledger

    clear(ledger)
    settings = settings_of(ctx)
    flow = Flow(corpus_inputs(), quiet=quiet, threads=settings.threads)
    with results() as stream, Ledger.open(ledger, create=True) as store:
        print("1. Read the bundled articles (invented people, places and outlets).", file=stream)
        print(f"   $ firsthand add --ledger {ledger} {_shown_inputs()}", file=stream, flush=True)
        adding = Adding(store)
        adding.run(flow)
        print(f"   {adding.summary(str(ledger), flow.refused)}\n", file=stream)
        print("2. What one of them says, and by whose account.", file=stream)
        print(f"   $ firsthand read {_shown(story())}\n", file=stream, flush=True)
        readings = store.readings([STORY])
        write_reading(readings, stream, format=ReadFormat.TABLE, settings=settings)
        print("3. Where a claim comes from.", file=stream)
        print(f'   $ firsthand trace "{CLAIM}" --ledger {ledger}\n', file=stream, flush=True)
        traces = traced(store, CLAIM)
        write_trace(traces, stream, format=TraceFormat.TREE, settings=settings, store=store)
        print(_more(ledger), file=stream)
    return flow.code


def clear(ledger: Path) -> None:
    """Remove the ledger of an earlier demo. Raises LedgerError for any other file."""
    if not ledger.exists():
        return
    from firsthand.ledger.store import Ledger

    with Ledger.open(ledger, create=False) as store:
        kept = {row.id for row in store.articles()}
    if kept - _bundled():
        raise LedgerError(
            f"{ledger}: holds articles that aren't the demo's; give --ledger another name"
        )
    for suffix in ("", "-wal", "-shm"):
        Path(f"{ledger}{suffix}").unlink(missing_ok=True)


def _bundled() -> set[str]:
    from firsthand.intake.inputs import articles
    from firsthand.model.article import Article

    return {each.id for each in articles(corpus_inputs()) if isinstance(each, Article)}


def _shown(path: Path) -> str:
    """As one would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _shown_inputs() -> str:
    names = ",".join(Path(given).name for given in corpus_inputs())
    return f"{_shown(corpus())}/{{{names}}}"


def _more(ledger: Path) -> str:
    return f"""\
4. See more.
   $ firsthand read {_shown(story())} --format html -o reading.html
   $ firsthand statements --polarity denied --ledger {ledger}
   $ firsthand sources --naming pseudonym --ledger {ledger}
   $ firsthand trace --all --ledger {ledger}
   $ firsthand add --ledger mine.db YOUR-ARTICLES
   $ firsthand --help"""
