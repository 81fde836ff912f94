"""firsthand stance: what each article makes of a claim."""

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.faces.commands.options import (
    Columns,
    Force,
    Inputs,
    Output,
    Quiet,
    columns_of,
    settings_of,
)
from firsthand.faces.flow import Flow
from firsthand.faces.output import results
from firsthand.faces.wording import clean
from firsthand.model.errors import UsageError

if TYPE_CHECKING:
    from firsthand.linking.stances.held import Held

SCHEMA = "firsthand/stance/1"


class StanceFormat(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"


def stance(
    ctx: typer.Context,
    claim: Annotated[
        str,
        typer.Argument(metavar="CLAIM", help="A sentence, like a headline.", show_default=False),
    ],
    inputs: Inputs,
    format: Annotated[
        StanceFormat, typer.Option(help="table for people, jsonl for programs (an article a line).")
    ] = StanceFormat.TABLE,
    output: Output = None,
    column: Columns = None,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Say of each article whether it asserts, reports or denies a claim, or is unrelated to it.

    By a trained network alone, without a ledger; it is sure of few denials, and says how sure.
    Whether the claim is true it doesn't say. `firsthand trace` says who has it from whom.
    """
    from firsthand.linking.stances.held import Stances

    asked = clean(claim)
    if not asked:
        raise UsageError('stance takes a claim: firsthand stance "the ministry closed it" INPUT')
    flow = Flow(
        inputs,
        force=force,
        quiet=quiet or (output is None and sys.stdout.isatty()),
        told=not quiet,
        columns=columns_of(column),
        threads=settings_of(ctx).threads,
    )
    stances = Stances()
    rows: Iterable[Held] = (stances.of(asked, article) for article in flow.articles())
    with results(output) as stream:
        if format is StanceFormat.JSONL:
            for row in rows:
                stream.write(json.dumps(_json(row), ensure_ascii=False) + "\n")
                stream.flush()
        else:
            from firsthand.faces.terminal import console
            from firsthand.faces.terminal_stance import print_stances

            print_stances(console(stream, settings_of(ctx)), rows)
    return flow.code


def _json(held: "Held") -> dict[str, object]:
    a = held.article
    return {
        "schema": SCHEMA,
        "claim": held.claim,
        "article": {"id": a.id, "title": a.title, "publisher": a.publisher, "url": a.url},
        "stance": held.stance,
        "probabilities": held.probabilities,
        "looked_at": [list(span) for span in held.looked_at],
    }
