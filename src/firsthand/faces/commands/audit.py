"""firsthand audit: who stands behind the statements of articles, or of an outlet, at a glance."""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from firsthand.faces.commands.options import (
    Columns,
    Force,
    LedgerOption,
    Output,
    Quiet,
    columns_of,
    existing_ledger,
    settings_of,
)
from firsthand.faces.flow import Flow
from firsthand.faces.output import results
from firsthand.faces.settings import Settings
from firsthand.model.errors import UsageError
from firsthand.model.reading import Reading

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger


class AuditFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    HTML = "html"


def audit(
    ctx: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="What to read, as for read. Without any: the articles of --ledger.",
            show_default=False,
        ),
    ] = None,
    ledger: LedgerOption = None,
    publisher: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of the ledger: words of the publisher's name."),
    ] = None,
    format: Annotated[
        AuditFormat, typer.Option(help="table for people, json for programs, html for a page.")
    ] = AuditFormat.TABLE,
    output: Output = None,
    column: Columns = None,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """An article's or an outlet's sourcing at a glance.

    Who speaks, how they know, through whom it came, what was checked, and whether the headline
    keeps the attribution. Counts only: it never says what is true.
    """
    if inputs:
        if ledger:
            raise UsageError("audit takes inputs or a ledger, not both; leave one out")
        if publisher:
            raise UsageError("--publisher chooses from a ledger's articles; name it by --ledger")
        flow = Flow(
            inputs,
            force=force,
            quiet=quiet,
            columns=columns_of(column),
            threads=settings_of(ctx).threads,
        )
        with results(output) as stream:
            write(flow.readings(flow.articles()), stream, format=format, settings=settings_of(ctx))
        return flow.code
    settings = settings_of(ctx)
    if not (ledger or settings.ledger):
        raise UsageError("nothing to audit was named; give inputs, or --ledger FILE")
    from firsthand.ledger.store import Ledger

    store = Ledger.open(existing_ledger(ctx, ledger), create=False)
    with store, results(output) as stream:
        write(_kept(store, publisher), stream, format=format, settings=settings)
    return 0


def _kept(store: "Ledger", publisher: str | None) -> Iterator[Reading]:
    from firsthand.ledger.corrected import Corrected
    from firsthand.ledger.rows import ArticleFilter

    kept = Corrected(store)
    if publisher is None:
        return kept.readings()
    return kept.readings([row.id for row in store.articles(ArticleFilter(publisher=publisher))])


def write(
    readings: Iterable[Reading], stream: TextIO, *, format: AuditFormat, settings: Settings
) -> None:
    from firsthand.linking.sourcing import audit as audited

    found = audited(readings)
    if format is AuditFormat.JSON:
        from firsthand.faces.audit_json import audit_to_json

        stream.write(json.dumps(audit_to_json(found), ensure_ascii=False) + "\n")
    elif format is AuditFormat.HTML:
        from firsthand.faces.html import audit_page

        stream.writelines(audit_page(found))
    else:
        from firsthand.faces.terminal import console
        from firsthand.faces.terminal_audit import print_audit

        print_audit(console(stream, settings), found)
