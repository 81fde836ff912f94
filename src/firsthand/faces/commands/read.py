"""firsthand read: what articles say, and by whose account."""

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, TextIO

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
from firsthand.faces.narrowing import confident
from firsthand.faces.output import results
from firsthand.faces.settings import Settings
from firsthand.model.reading import Reading


class ReadFormat(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


def read(
    ctx: typer.Context,
    inputs: Inputs,
    format: Annotated[
        ReadFormat, typer.Option(help="table for people, jsonl for programs, html for a page.")
    ] = ReadFormat.TABLE,
    output: Output = None,
    column: Columns = None,
    force: Force = False,
    min_confidence: Annotated[
        float,
        typer.Option(
            metavar="X",
            min=0,
            max=1,
            show_default=False,
            help="Leave out statements that the reader is less sure of.",
        ),
    ] = 0.0,
    outer: Annotated[
        bool,
        typer.Option(
            "--outermost",
            help="Leave out statements inside statements, and join a quotation that goes on.",
        ),
    ] = False,
    quiet: Quiet = False,
) -> int:
    """Read articles: who says what, through whom."""
    # Readings that come on to the screen one by one are progress enough.
    flow = Flow(
        inputs,
        force=force,
        quiet=quiet or (output is None and sys.stdout.isatty()),
        told=not quiet,
        columns=columns_of(column),
        threads=settings_of(ctx).threads,
    )
    readings: Iterable[Reading] = (
        confident(r, least=min_confidence) for r in flow.readings(flow.articles())
    )
    if outer:
        from firsthand.reading.outermost import outermost

        readings = map(outermost, readings)
    with results(output) as stream:
        write(readings, stream, format=format, settings=settings_of(ctx))
    return flow.code


def write(
    readings: Iterable[Reading], stream: TextIO, *, format: ReadFormat, settings: Settings
) -> None:
    if format is ReadFormat.HTML:
        from firsthand.faces.html import reading_page

        stream.writelines(reading_page(readings))
        return
    if format is ReadFormat.JSONL:
        from firsthand.model.contract import reading_to_json

        for reading in readings:
            stream.write(json.dumps(reading_to_json(reading), ensure_ascii=False) + "\n")
            stream.flush()
        return
    from firsthand.faces.terminal import console
    from firsthand.faces.terminal_reading import print_reading

    screen = console(stream, settings)
    for reading in readings:
        print_reading(screen, reading)
