"""firsthand judge, judgements: what a person holds of a link, and all that people held of links and
statements."""

import heapq
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.faces.commands.listing import Format, ListFormat
from firsthand.faces.commands.options import (
    LedgerOption,
    Output,
    existing_ledger,
    settings_of,
)
from firsthand.faces.judged import (
    SHOWN,
    JudgedLink,
    JudgedStatement,
    history,
    link_named,
    statement_history,
    statement_named,
)
from firsthand.faces.output import results
from firsthand.faces.wording import KINDS, clean
from firsthand.model.errors import UsageError
from firsthand.model.trace import Judgement

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger


def judge(
    ctx: typer.Context,
    link: Annotated[
        str,
        typer.Argument(
            metavar="LINK",
            help="A link's id, or its beginning, as trace --links shows it.",
            show_default=False,
        ),
    ],
    verdict: Annotated[
        Judgement,
        typer.Argument(metavar="VERDICT", help="Whether the link holds: yes, no or unsure."),
    ],
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason, in a sentence.")],
    ledger: LedgerOption = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who says so. Else $FIRSTHAND_BY, else your login name.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Say whether a link holds: kept with its author, and put before firsthand's own judgement.

    Nothing that was held before is changed. The next trace counts accordingly.
    """
    from firsthand.ledger.store import Ledger

    author = (by or settings_of(ctx).author or "").strip()
    if not author:
        raise UsageError("nobody is named as the judge; add --by NAME or set FIRSTHAND_BY")
    if not why.strip():
        raise UsageError('--why is empty; give the reason: --why "they spoke to her themselves"')
    with Ledger.open(existing_ledger(ctx, ledger), create=False) as store:
        id = link_named(store, link)
        before = next(history(store, id), None)
        store.judge(id, verdict, why=why.strip(), author=author)
        with results() as stream:
            print(_kept(next(history(store, id)), before), file=stream)
    return 0


def judgements(
    ctx: typer.Context,
    link: Annotated[
        str | None,
        typer.Argument(
            metavar="LINK",
            help="Of one link only: its id, or its beginning. Of one statement: its id.",
            show_default=False,
        ),
    ] = None,
    ledger: LedgerOption = None,
    format: Format = ListFormat.TABLE,
    output: Output = None,
) -> int:
    """List what people held of links and statements, the newest first; what was replaced stays."""
    from firsthand.ledger.store import Ledger

    with Ledger.open(existing_ledger(ctx, ledger), create=False) as store:
        rows = _all(store, link)
        with results(output) as stream:
            if format is ListFormat.JSONL:
                for row in rows:
                    kept = asdict(row) | {"when": row.when.isoformat()}
                    stream.write(json.dumps(kept, ensure_ascii=False) + "\n")
            else:
                from firsthand.faces.terminal import console
                from firsthand.faces.terminal_judgements import print_judgements

                print_judgements(console(stream, settings_of(ctx)), rows)
    return 0


def _all(store: "Ledger", named: str | None) -> Iterator[JudgedLink | JudgedStatement]:
    """By time; those of links, and those of statements, in the order in which they were written."""
    if named and "#" in named:
        yield from statement_history(store, statement_named(store, named))
    elif named:
        yield from history(store, link_named(store, named))
    else:
        both: list[Iterator[JudgedLink | JudgedStatement]] = [
            iter(history(store, None)),
            iter(statement_history(store, None)),
        ]
        yield from heapq.merge(*both, key=lambda row: row.when, reverse=True)


def _kept(now: JudgedLink, before: JudgedLink | None) -> str:
    what = f": {now.source} {KINDS[now.kind]} {now.target}" if now.kind else ""
    replaced = f" (before: {before.judgement.value}, by {before.author})" if before else ""
    return clean(f"{now.link[:SHOWN]} judged {now.judgement.value} by {now.author}{replaced}{what}")
