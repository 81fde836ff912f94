"""Bytes of OPML → the feeds that it lists, and their articles."""

from collections.abc import Iterator

from firsthand.intake.options import IntakeOptions
from firsthand.intake.process import parser
from firsthand.model.article import Article
from firsthand.model.errors import InputError


def feeds_of_opml(data: bytes, *, name: str, options: IntakeOptions) -> list[str]:
    """The feeds' addresses in the order of the document, nested outlines included, each once.
    Raises InputError for what is no OPML, and for one without feeds."""
    job = {"kind": "opml", "data": data.decode("latin-1")}
    found = parser().answer(job, name=name, seconds=options.page_seconds)
    return [address for address, _title in found["feeds"]]


def articles_of_opml(
    data: bytes, *, name: str, options: IntakeOptions
) -> Iterator[Article | InputError]:
    """The articles of all its feeds, fetched one after the other; an InputError for a feed that
    can't be read."""
    from firsthand.intake.feed import articles_of_feed
    from firsthand.intake.url import fetch

    for address in feeds_of_opml(data, name=name, options=options):
        try:
            page = fetch(address, options=options)
            yield from articles_of_feed(
                page.data, name=address, options=options, fetched=page.fetched
            )
        except InputError as error:
            yield error
