"""firsthand articles, sources, statements: look through what a ledger keeps."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from firsthand.faces.commands.options import (
    LedgerOption,
    Output,
    existing_ledger,
    settings_of,
)
from firsthand.faces.happened import counted, verb_first
from firsthand.faces.listed import listed
from firsthand.faces.output import results
from firsthand.ledger.rows import ArticleFilter, SourceFilter, StatementFilter
from firsthand.model.errors import UsageError
from firsthand.model.reading import Kind, Naming, Polarity, SourceKind

if TYPE_CHECKING:
    from rich.console import Console

    from firsthand.ledger.store import Ledger


class ListFormat(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"


Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        help="Words that all have to be there; '\"in quotation marks\"' one after the other.",
        show_default=False,
    ),
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", help="Words of the publisher's name.")
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Published on that day (2024-03-31) or later.")
]
Until = Annotated[
    str | None, typer.Option(metavar="DATE", help="Published on that day or earlier.")
]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many rows.")]
Format = Annotated[
    ListFormat, typer.Option(help="table for people, jsonl for programs (a row a line).")
]
NamingOption = Annotated[
    Naming | None, typer.Option(help="How the source is named.", show_default=False)
]


def articles(
    ctx: typer.Context,
    words: Words = None,
    ledger: LedgerOption = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="A name that the article credits.")
    ] = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    provenance: Annotated[
        bool,
        typer.Option("--provenance", help="Where each came from, and how its fields were found."),
    ] = False,
    format: Format = ListFormat.TABLE,
    output: Output = None,
) -> int:
    """List the ledger's articles."""
    wanted = ArticleFilter(
        text=_joined(words),
        source=source,
        publisher=publisher,
        since=_day(since),
        until=_day(until),
        limit=limit,
    )
    with _listing(ctx, ledger, output) as (store, stream):
        from firsthand.faces.terminal_listing import print_articles

        table = partial(print_articles, provenance=provenance)
        _write(ctx, store.articles(wanted), stream, format=format, table=table)
    return 0


def sources(
    ctx: typer.Context,
    words: Words = None,
    ledger: LedgerOption = None,
    kind: Annotated[
        SourceKind | None, typer.Option(help="What the source is.", show_default=False)
    ] = None,
    naming: NamingOption = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    format: Format = ListFormat.TABLE,
    output: Output = None,
) -> int:
    """List the ledger's sources.

    Named ones are counted across articles; pseudonyms and unnamed ones never are.
    """
    wanted = SourceFilter(
        name=_joined(words),
        kind=kind,
        naming=naming,
        publisher=publisher,
        since=_day(since),
        until=_day(until),
        limit=limit,
    )
    with _listing(ctx, ledger, output) as (store, stream):
        from firsthand.faces.terminal_listing import print_sources

        _write(ctx, store.sources(wanted), stream, format=format, table=print_sources)
    return 0


def statements(
    ctx: typer.Context,
    words: Words = None,
    ledger: LedgerOption = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="A name anywhere in the chain.")
    ] = None,
    naming: NamingOption = None,
    kind: Annotated[
        Kind | None, typer.Option(help="Said, believed, known or intended.", show_default=False)
    ] = None,
    polarity: Annotated[
        Polarity | None, typer.Option(help="The source's own stance.", show_default=False)
    ] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Somebody in what happened.")
    ] = None,
    action: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="What was done: a verb, and to whom or what."),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Where it happened.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="It happened on that day.")] = None,
    since_day: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="It happened then or later.")
    ] = None,
    until_day: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="It happened then or earlier.")
    ] = None,
    number: Annotated[
        str | None, typer.Option(metavar="N", help="How many: 300, '40 million crowns'.")
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Of one article.")] = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    format: Format = ListFormat.TABLE,
    output: Output = None,
) -> int:
    """List the ledger's statements with their chains.

    --actor to --number look at what a statement says to have happened; --since and --until at when
    its article was published.
    """
    if on is not None and (since_day or until_day):
        raise UsageError("--on is one day; take it, or --from and --to")
    wanted = StatementFilter(
        text=_joined(words),
        source=source,
        naming=naming,
        kind=kind,
        polarity=polarity,
        actor=actor,
        action=verb_first(action),
        place=place,
        happened_from=_day(on or since_day),
        happened_to=_day(on or until_day),
        number=counted(number, name="--number"),
        article=article,
        publisher=publisher,
        since=_day(since),
        until=_day(until),
        limit=limit,
    )
    with _listing(ctx, ledger, output) as (store, stream):
        from firsthand.faces.terminal_listing import print_statements

        rows = listed(store, wanted)
        _write(ctx, rows, stream, format=format, table=print_statements)
    return 0


@contextmanager
def _listing(
    ctx: typer.Context, ledger: str | None, output: Path | None
) -> Iterator[tuple["Ledger", TextIO]]:
    from firsthand.ledger.store import Ledger

    store = Ledger.open(existing_ledger(ctx, ledger), create=False)
    with store, results(output) as stream:
        yield store, stream


def _write(
    ctx: typer.Context,
    rows: Iterable[Any],
    stream: TextIO,
    *,
    format: ListFormat,
    table: Callable[["Console", Iterable[Any]], None],
) -> None:
    if format is ListFormat.JSONL:
        for row in rows:
            stream.write(json.dumps(asdict(row), ensure_ascii=False, default=written) + "\n")
        return
    from firsthand.faces.terminal import console

    table(console(stream, settings_of(ctx)), rows)


def written(value: object) -> str:
    """How JSON has a time: ISO 8601."""
    assert isinstance(value, datetime)
    return value.isoformat()


def _joined(words: list[str] | None) -> str | None:
    return " ".join(words) if words else None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise UsageError(f"{written!r} is no date; write it like 2024-03-31") from None
