"""Arguments and options that several commands share, and the settings they all get."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from firsthand.faces.settings import Settings
from firsthand.model.errors import LedgerError, UsageError

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files of text, HTML, feeds, tables, news formats or web archives; directories; "
        "http(s) URLs; or - for standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write here, not to standard output."),
]
Force = Annotated[bool, typer.Option("--force", help="Read articles that aren't in English too.")]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="In CSV and Parquet: the column with this field, like text=body. May be repeated.",
        show_default=False,
    ),
]
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


FIELDS = ("text", "id", "title", "publisher", "url", "published", "authors", "language")


def columns_of(given: list[str] | None) -> Mapping[str, str]:
    """The column's name by field. Raises UsageError."""
    chosen: dict[str, str] = {}
    for each in given or ():
        field, equals, name = each.partition("=")
        if field not in FIELDS or not (equals and name.strip()):
            raise UsageError(f"--column {each}: write FIELD=NAME; fields are {', '.join(FIELDS)}")
        chosen[field] = name
    return chosen


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
