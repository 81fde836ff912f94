"""firsthand export: a ledger, an article or a claim in a format that others read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.faces.commands.options import LedgerOption, existing_ledger
from firsthand.faces.export.registry import FORMATS, Format, find
from firsthand.model.errors import UsageError

if TYPE_CHECKING:
    from firsthand.faces.export.selection import Selection
    from firsthand.ledger.store import Ledger

_SHORTEST_KEY = 16


def export(
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")
    ],
    ctx: typer.Context,
    ledger: LedgerOption = None,
    article: Annotated[
        str | None, typer.Option(metavar="ID", help="One article only.", show_default=False)
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="The articles on one claim, and its trace.", show_default=False
        ),
    ] = None,
    all_claims: Annotated[
        bool, typer.Option("--all-claims", help="With the trace of every claim of the ledger.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE",
            help="Write here: a file; a folder or FILE.zip for formats of several files.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there already.")] = False,
    redact: Annotated[
        bool, typer.Option("--redact", help="Unnamed and pseudonymous sources behind tokens.")
    ] = False,
    redact_key: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What the tokens are made with; exports with one key share them.",
            show_default=False,
        ),
    ] = None,
    without_text: Annotated[
        bool, typer.Option("--without-text", help="Places and quotations, no articles' texts.")
    ] = False,
) -> int:  # fmt: skip
    """Write a ledger, an article or a claim in a format that other programs read."""
    from firsthand.faces.export import sink
    from firsthand.ledger.store import Ledger

    chosen = find(format)
    _agree(chosen, article=article, claim=claim, all_claims=all_claims)
    if chosen.text and without_text:
        raise UsageError(
            f"--format {chosen.name} is made of the articles' texts; leave out --without-text"
        )
    key = _key(redact_key, redact=redact)
    sink.check(chosen, output, force=force)
    with Ledger.open(existing_ledger(ctx, ledger), create=False) as store:
        selection = _selected(
            store, article=article, claim=claim, all_claims=all_claims, text=not without_text
        )
        if redact:
            from firsthand.faces.export.redact import redacted

            selection = redacted(selection, key=key)
        sink.export(selection, chosen, output, force=force)
    return 0


def _agree(format: Format, *, article: str | None, claim: str | None, all_claims: bool) -> None:
    """Raises UsageError for flags that exclude each other."""
    if (article is not None) + (claim is not None) + all_claims > 1:
        raise UsageError("--article, --claim and --all-claims: take one of them")
    if claim is not None and not claim.strip():
        raise UsageError('--claim is empty; give it a sentence: "the ministry closed the port"')
    if format.claim and claim is None:
        raise UsageError(f"--format {format.name} is made of one claim; add --claim TEXT")


def _key(path: Path | None, *, redact: bool) -> bytes | None:
    if path is None:
        return None
    if not redact:
        raise UsageError("--redact-key is for --redact; add that")
    try:
        key = path.read_bytes().strip()
    except OSError as error:
        raise UsageError(
            f"--redact-key {path}: can't be read ({error.strerror}); give it a file"
        ) from error
    if len(key) < _SHORTEST_KEY:
        raise UsageError(
            f"--redact-key {path}: holds {len(key)} bytes; give it at least {_SHORTEST_KEY}, random"
        )
    return key


def _selected(
    store: "Ledger", *, article: str | None, claim: str | None, all_claims: bool, text: bool
) -> "Selection":
    from firsthand.faces.export.selection import of_article, of_claim, of_ledger

    whole = of_ledger(store, claims=all_claims, text=text)
    if article is not None:
        return of_article(store, article, text=text)
    return whole if claim is None else of_claim(store, claim, text=text)
