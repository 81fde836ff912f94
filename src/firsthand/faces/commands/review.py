"""firsthand review, reviews: what fact-checkers and other people published of claims. Theirs: it
counts for nothing here."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.faces.commands.listing import Format, ListFormat
from firsthand.faces.commands.options import (
    LedgerOption,
    Output,
    existing_ledger,
    settings_of,
)
from firsthand.faces.flow import REFUSED
from firsthand.faces.output import complain, results
from firsthand.faces.reviewing import typed
from firsthand.faces.wording import clean, count, review_line
from firsthand.model.errors import InputError, UsageError
from firsthand.model.review import Review

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger


def review(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE",
            help="Pages, JSON or JSON Lines with schema.org ClaimReview objects.",
            show_default=False,
        ),
    ] = None,
    ledger: LedgerOption = None,
    claim: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help="Without a file: the claim, in a sentence.", show_default=False
        ),
    ] = None,
    rating: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help="What you hold of it, in your words.", show_default=False
        ),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where that is published.", show_default=False),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who says so. Else $FIRSTHAND_BY, else your login name.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Keep what fact-checkers published of claims, or what you hold of one: shown as theirs.

    A trace shows it beside the claim, with its author, in the author's words. It changes no count:
    firsthand itself never says whether a claim is true.
    """
    from firsthand.ledger.store import Ledger

    own = _typed(ctx, claim, rating, url, by)
    if bool(files) == bool(own):
        raise UsageError("review takes files, or --claim and --rating: firsthand review --help")
    with Ledger.open(existing_ledger(ctx, ledger), create=False) as store:
        if own:
            with results() as stream:
                for kept in store.keep_reviews([own]):
                    print(f"kept: {review_line(kept)}", file=stream)
            return 0
        return _imported(store, files or [])


def _typed(
    ctx: typer.Context, claim: str | None, rating: str | None, url: str | None, by: str | None
) -> Review | None:
    if claim is None and rating is None:
        return None
    author = by or settings_of(ctx).author or ""
    if not clean(author):
        raise UsageError("nobody is named as the author; add --by NAME or set FIRSTHAND_BY")
    return typed(claim or "", rating or "", author=author, url=url)


def _imported(store: "Ledger", files: list[Path]) -> int:
    code, new, known = 0, 0, 0
    with results() as stream:
        for path in files:
            found: list[Review] = []
            for each in _of_file(path):
                if isinstance(each, InputError):
                    code = REFUSED
                    complain(str(each))
                else:
                    found.append(each)
            kept = store.keep_reviews(found)
            new, known = new + len(kept), known + len(found) - len(kept)
            for one in kept:
                print(f"{review_line(one)}: “{clean(one.claim)}”", file=stream)
    complain(f"{count(new, 'review')} kept" + (f", {known} there already" if known else ""))
    return code


def _of_file(path: Path) -> Iterator[Review | InputError]:
    from firsthand.intake.claim_review import reviews_of

    try:
        yield from reviews_of(path.read_bytes(), name=str(path))
    except OSError as error:
        yield InputError(str(path), f"can't be read ({error.strerror or error})")
    except InputError as error:
        yield error


def reviews(
    ctx: typer.Context,
    claim: Annotated[
        str | None,
        typer.Argument(metavar="CLAIM", help="Those of this claim only.", show_default=False),
    ] = None,
    ledger: LedgerOption = None,
    format: Format = ListFormat.TABLE,
    output: Output = None,
) -> int:
    """List what fact-checkers and other people published of claims."""
    from firsthand.ledger.store import Ledger
    from firsthand.linking.reviewed import of_claim

    with Ledger.open(existing_ledger(ctx, ledger), create=False) as store:
        rows = store.reviews() if claim is None else of_claim(claim, store.reviews())
    with results(output) as stream:
        if format is ListFormat.JSONL:
            stream.writelines(json.dumps(asdict(r), ensure_ascii=False) + "\n" for r in rows)
        else:
            from firsthand.faces.terminal import console
            from firsthand.faces.terminal_reviews import print_reviews

            print_reviews(console(stream, settings_of(ctx)), rows)
    return 0
