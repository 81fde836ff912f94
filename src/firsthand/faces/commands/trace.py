"""firsthand trace: one claim, or all of them, followed to their origins."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from firsthand.faces.commands.listing import written
from firsthand.faces.commands.options import (
    LedgerOption,
    Output,
    existing_ledger,
    settings_of,
)
from firsthand.faces.judged import about, newest, shown
from firsthand.faces.output import complain, results
from firsthand.faces.said import Said, said
from firsthand.faces.settings import Settings
from firsthand.model.errors import LedgerError, UsageError
from firsthand.model.review import Review
from firsthand.model.trace import Trace

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger


class TraceFormat(StrEnum):
    TREE = "tree"
    JSON = "json"
    HTML = "html"


def trace(
    ctx: typer.Context,
    claim: Annotated[
        str | None,
        typer.Argument(
            metavar="CLAIM",
            help='A short sentence: "the ministry closed the port".',
            show_default=False,
        ),
    ] = None,
    ledger: LedgerOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every claim of the ledger, one after the other.")
    ] = False,
    format: Annotated[
        TraceFormat,
        typer.Option(help="tree for people, json for programs (a line a claim), html for a page."),
    ] = TraceFormat.TREE,
    links: Annotated[
        bool, typer.Option("--links", help="In the tree, every link with its id, to judge it by.")
    ] = False,
    output: Output = None,
) -> int:
    """Follow a claim to its independent origins."""
    if bool(claim and claim.strip()) == every:
        raise UsageError('trace takes a claim or --all: firsthand trace "the ministry closed it"')
    from firsthand.ledger.store import Ledger

    with Ledger.open(existing_ledger(ctx, ledger), create=False) as store:
        traces = traced(store, claim)
        if claim is not None:
            traces = _looked_at(traces, store)
        with results(output) as stream:
            write(
                traces, stream, format=format, settings=settings_of(ctx), store=store, links=links
            )
    return 0


def _looked_at(traces: Iterable[Trace], store: "Ledger") -> Iterator[Trace]:
    """The traces, each kept as the claim stands now, so that `watch` can say what it gains."""
    from firsthand.linking.following import standing

    for each in traces:
        if each.articles:
            try:
                store.look_at(standing(each))
            except LedgerError as error:
                complain(f"{error}. The claim isn't followed by `firsthand watch` until then")
        yield each


def traced(store: "Ledger", claim: str | None) -> Iterator[Trace]:
    """The claim's trace, or where it is None all of the ledger's; people's judgements of links
    and statements go before our own."""
    from firsthand.ledger.corrected import Corrected

    overruled, kept = store.overruled(), Corrected(store)
    if claim is None:
        from firsthand.linking.trace import trace_all

        yield from trace_all(kept, overruled=overruled)
    else:
        from firsthand.linking.trace import trace

        yield trace(claim, kept, overruled=overruled)


def write(
    traces: Iterable[Trace],
    stream: TextIO,
    *,
    format: TraceFormat,
    settings: Settings,
    store: "Ledger",
    links: bool = False,
) -> None:
    """`links`: the tree shows the ids of links; the other formats always do."""
    if links or format is not TraceFormat.TREE:
        traces = _remembered(traces, store)
    if format is TraceFormat.JSON:
        from firsthand.model.contract import trace_to_json

        for each in traces:
            row = trace_to_json(each) | {
                "judged_statements": [asdict(j) for j in about(each, store)],
                "reviews": [asdict(r) for r in reviewed(each, store)],
            }
            stream.write(json.dumps(row, ensure_ascii=False, default=written) + "\n")
            stream.flush()
    elif format is TraceFormat.HTML:
        from firsthand.faces.html import trace_page

        judged = newest(store.judgements())
        stream.writelines(
            trace_page(
                ((each, wordings(each, store)) for each in traces),
                judged=judged,
                about=lambda each: about(each, store),
                reviewed=lambda each: reviewed(each, store),
            )
        )
    else:
        _tree(traces, stream, settings=settings, store=store, links=links)


def _remembered(traces: Iterable[Trace], store: "Ledger") -> Iterator[Trace]:
    """The traces, their links kept in the ledger, so that `judge` knows them by their ids."""
    kept = True
    for each in traces:
        if kept:
            try:
                store.remember(shown(each))
            except LedgerError as error:
                kept = False
                complain(f"{error}. The links shown can't be judged by their ids until then")
        yield each


def _tree(
    traces: Iterable[Trace], stream: TextIO, *, settings: Settings, store: "Ledger", links: bool
) -> None:
    from firsthand.faces.terminal import console
    from firsthand.faces.terminal_judgements import print_about
    from firsthand.faces.terminal_reviews import print_reviewed
    from firsthand.faces.terminal_trace import print_nothing, print_trace

    screen = console(stream, settings)
    judged = newest(store.judgements())
    empty = True
    for each in traces:
        empty = False
        if each.articles:
            print_trace(screen, each, said=wordings(each, store), judged=judged, links=links)
        else:
            print_nothing(screen, each.claim.text, articles=_size(store))
        print_about(screen, about(each, store))
        print_reviewed(screen, reviewed(each, store))
    if empty:
        print_nothing(screen, "", articles=_size(store))


def reviewed(trace: Trace, store: "Ledger") -> list[Review]:
    """What others published of the claim."""
    from firsthand.linking.reviewed import of_claim

    return of_claim(trace.claim.text, store.reviews())


def wordings(trace: Trace, store: "Ledger") -> Said:
    return said(trace, store.readings([article.id for article in trace.articles]))


def _size(store: "Ledger") -> int:
    return store.count_articles()
