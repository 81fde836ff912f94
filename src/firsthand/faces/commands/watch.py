"""firsthand watch: ask feeds, or look through a directory, again and again; keep what is new."""

import json
import re
import time
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.faces.commands.options import Force, LedgerOption, ledger_named, settings_of
from firsthand.faces.flow import REFUSED
from firsthand.faces.output import complain, results
from firsthand.faces.watching import Round, Watching
from firsthand.faces.wording import count
from firsthand.model.errors import InputError, UsageError

if TYPE_CHECKING:
    from firsthand.intake.options import IntakeOptions


class WatchFormat(StrEnum):
    TEXT = "text"
    JSONL = "jsonl"


EVERY = re.compile(r"(\d{1,6})\s*([smhd])")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SHORTEST = timedelta(minutes=1)
"""For feeds, which are other people's; a directory is one's own."""


def watch(
    ctx: typer.Context,
    feeds: Annotated[
        str,
        typer.Argument(
            metavar="FEEDS",
            help="A text file with a feed's address a line, OPML, one address, or a directory.",
            show_default=False,
        ),
    ],
    ledger: LedgerOption = None,
    every: Annotated[
        str, typer.Option(metavar="TIME", help="How often: 90s, 15m, 2h, 1d.")
    ] = "15m",
    once: Annotated[bool, typer.Option("--once", help="One round, then stop.")] = False,
    pages: Annotated[
        bool,
        typer.Option(
            "--pages", help="Read the page that an item links to, where its robots.txt allows it."
        ),
    ] = False,
    format: Annotated[
        WatchFormat,
        typer.Option(help="text for people, jsonl for programs (a round a line)."),
    ] = WatchFormat.TEXT,
    force: Force = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print only rounds that brought something.")
    ] = False,
) -> int:
    """Ask feeds, or look through a directory, again and again; read and keep what is new.

    Says what is new, and which claims that were traced before gained an article or an origin.
    """
    from firsthand.intake.options import IntakeOptions
    from firsthand.ledger.store import Ledger

    is_directory = Path(feeds).is_dir()
    between = _time(every, least=timedelta(seconds=1) if is_directory else SHORTEST)
    options = IntakeOptions(force_language=force, tell=None if quiet else complain)
    where = ledger_named(ctx, ledger)
    listed = _listed(feeds, options) if not is_directory else []
    with Ledger.open(where, create=True) as store:
        watching = Watching(store, options=options, every=between, pages=pages)
        if not (once or quiet):
            what = feeds if is_directory else count(len(listed), "feed")
            complain(f"watching {what} every {every}; Ctrl-C ends it")
        while True:
            if is_directory:
                done = watching.directory(Path(feeds), settled=once)
            else:
                done = watching.round(listed)
            if done.new or (once and not quiet):  # one without anything new, where it is the only
                _show(ctx, watching, done, feeds=not is_directory, format=format)
            if once:
                return REFUSED if done.failed or done.refused else 0
            time.sleep(between.total_seconds())
            if not is_directory:
                listed = _listed(feeds, options, before=listed)


def _show(
    ctx: typer.Context, watching: Watching, done: Round, *, feeds: bool, format: WatchFormat
) -> None:
    from firsthand.faces.terminal import console
    from firsthand.faces.terminal_watch import print_gains, print_round
    from firsthand.faces.watch_json import round_to_json

    with results() as stream:
        if format is WatchFormat.JSONL:
            row = round_to_json(done, list(watching.gains(done)))
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
            stream.flush()
            return
        screen = console(stream, settings_of(ctx))
        print_round(screen, done, feeds=feeds)
        print_gains(screen, watching.gains(done))


def _listed(feeds: str, options: "IntakeOptions", *, before: list[str] | None = None) -> list[str]:
    """The addresses in the list as it is now; a list that can't be read any more stays as it was.
    Raises InputError for one that can't be read at the beginning."""
    from firsthand.intake.watched import addresses

    try:
        return addresses(feeds, options=options)
    except InputError as error:
        if before is None:
            raise
        complain(f"{error}. The {count(len(before), 'feed')} of before are asked")
        return before


def _time(written: str, *, least: timedelta) -> timedelta:
    found = EVERY.fullmatch(written.strip().lower())
    if not found:
        raise UsageError(f"--every {written}: write a number and s, m, h or d, like 15m")
    asked = timedelta(**{UNITS[found[2]]: int(found[1])})
    if asked < least:
        shown = "1m" if least == SHORTEST else "1s"
        raise UsageError(f"--every {written}: is too often; {shown} is the least")
    return asked
