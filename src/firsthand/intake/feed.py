"""Bytes of an RSS or Atom feed → an Article an item, from the HTML that the feed carries."""

from collections.abc import Iterator
from typing import Any

from firsthand.intake.credits import credit, credits_of_text, others
from firsthand.intake.language import code
from firsthand.intake.options import IntakeOptions
from firsthand.intake.process import parser
from firsthand.intake.provenance import declared
from firsthand.model.article import Article, CreditKind, text_digest
from firsthand.model.errors import InputError


class Textless(InputError):
    """An item that has no words of its own. `url` is the page that it links to; None: none."""

    def __init__(self, place: str, url: str | None):
        self.url = url
        super().__init__(place, "has no text", "read the page that it links to")


def articles_of_feed(
    data: bytes,
    *,
    name: str,
    options: IntakeOptions = IntakeOptions(),
    fetched: str | None = None,
) -> Iterator[Article | InputError]:
    """An article an item, an InputError for an item without text. Raises InputError for no feed."""
    return (article for _, article in items_of_feed(data, name=name, options=options, at=fetched))


def items_of_feed(
    data: bytes, *, name: str, options: IntakeOptions, at: str | None
) -> Iterator[tuple[str, Article | InputError]]:
    """The same, each with a key that it keeps as long as its words stay what they are."""
    if b"<!ENTITY" in data:
        problem = "declares entities of its own, which no feed needs"
        raise InputError(name, problem, "read the pages that it links to")
    job = {"kind": "feed", "data": data.decode("latin-1")}
    found = parser().answer(job, name=name, seconds=options.page_seconds)
    for number, item in enumerate(found["items"], 1):
        key = f"{item['id'] or item['title'] or ''}\n{text_digest(item['text'] or '')}"
        if item["text"]:
            yield key, declared(_article(item), data, name=name, fetched=at)
        else:
            place = f"{name}, item {number}" + (f" ({item['title']})" if item["title"] else "")
            yield key, Textless(place, item["url"])


def _article(item: dict[str, Any]) -> Article:
    credits = list(credits_of_text(item["text"], publisher=item["publisher"]))
    if source := item["source"]:
        credits.append(credit(source, CreditKind.STRUCTURED_PUBLISHER, f"source: {source}"))
    return Article(
        id=item["id"] or text_digest(item["text"]),
        text=item["text"],
        title=item["title"],
        publisher=item["publisher"],
        url=item["url"],
        published=item["published"],
        authors=tuple(item["authors"]),
        language=code(item["language"]),
        credits=others(credits, own=[item["publisher"]]),
    )
