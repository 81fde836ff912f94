"""Bytes of NewsML-G2 (IPTC), a message or a single item → an Article a text item."""

from collections.abc import Iterator
from typing import Any

from firsthand.intake.byline import bylined
from firsthand.intake.credits import credit, credits_of_text, others
from firsthand.intake.language import code
from firsthand.intake.options import IntakeOptions
from firsthand.intake.process import parser
from firsthand.intake.provenance import declared
from firsthand.model.article import Article, CreditKind, text_digest
from firsthand.model.errors import InputError


def articles_of_newsml(
    data: bytes, *, name: str, options: IntakeOptions, fetched: str | None = None
) -> Iterator[Article | InputError]:
    """An article an item, an InputError for a text item without text. Pictures, packages and
    other items are no articles. Raises InputError for no NewsML-G2, and for none with a text."""
    job = {"kind": "newsml", "data": data.decode("latin-1")}
    found = parser().answer(job, name=name, seconds=options.page_seconds)
    for number, item in enumerate(found["items"], 1):
        place = name if len(found["items"]) == 1 else f"{name}, item {number}"
        if item["problem"]:
            yield InputError(place, item["problem"], "leave it out")
        else:
            yield declared(_article(item), data, name=place, fetched=fetched)


def _article(item: dict[str, Any]) -> Article:
    publisher = item["publisher"]
    authors, credited = bylined(item["by"], publisher)
    named = [
        credit(name, CreditKind.STRUCTURED_PUBLISHER, f"{key}: {name}")
        for key, name in item["credited"]
    ]
    return Article(
        id=item["id"] or text_digest(item["text"]),
        text=item["text"],
        title=item["title"],
        publisher=publisher,
        url=item["url"],
        published=item["published"],
        authors=authors or tuple(item["authors"]),
        language=code(item["language"]),
        credits=others(
            [*credited, *named, *credits_of_text(item["text"], publisher=publisher)],
            own=[publisher],
        ),
    )
