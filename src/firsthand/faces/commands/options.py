"""Arguments and options that several commands share, and the settings they all get."""

from pathlib import Path
from typing import Annotated

import typer

from firsthand.faces.settings import Settings
from firsthand.model.errors import LedgerError, UsageError

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Text, HTML, feed or JSONL files, directories, http(s) URLs, or - for standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write here, not to standard output."),
]
Force = Annotated[bool, typer.Option("--force", help="Read articles that aren't in English too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]
LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The ledger: a file, or a postgresql:// URL. Else $FIRSTHAND_LEDGER.",
        show_default=False,
    ),
]


def settings_of(ctx: typer.Context) -> Settings:
    return ctx.obj if isinstance(ctx.obj, Settings) else Settings()


def ledger_named(ctx: typer.Context, ledger: str | None) -> str:
    """Raises UsageError when neither the flag nor the environment names a ledger."""
    named = ledger or settings_of(ctx).ledger
    if not named:
        raise UsageError("no ledger was named; add --ledger FILE or set FIRSTHAND_LEDGER")
    return named


def existing_ledger(ctx: typer.Context, ledger: str | None) -> str:
    """Raises LedgerError when there is no such file: a question creates nothing."""
    named = ledger_named(ctx, ledger)
    if "://" not in named and not Path(named).exists():
        raise LedgerError(
            f"{named}: no such ledger; make it with firsthand add --ledger {named} INPUT..."
        )
    return named
