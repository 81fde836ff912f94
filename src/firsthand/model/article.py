"""What was published: the text that is read, and what the page said about itself."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class CreditKind(StrEnum):
    """Where a page credits somebody else for its text."""

    BYLINE = "byline"
    DATELINE = "dateline"
    STRUCTURED_AUTHOR = "structured_author"
    STRUCTURED_PUBLISHER = "structured_publisher"
    BASED_ON = "based_on"
    CANONICAL = "canonical"
    REPORTING_BY = "reporting_by"
    FOOTER = "footer"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or another outlet that the page itself names as the origin of its text."""

    name: str
    kind: CreditKind
    evidence: str
    """The words of the page, at most a line of them."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published. What is unknown is None or empty, never guessed.

    `text` is exactly what is read: every span in firsthand counts code points of it.
    `published` is an ISO 8601 date or date and time. `language` is an ISO 639-1 code.
    `credits` are the page's own credits to others: evidence of origin, never part of a chain.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    credits: tuple[Credit, ...] = ()


def text_digest(text: str) -> str:
    """The id of an article that came without one: 16 hexadecimal digits of its text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
