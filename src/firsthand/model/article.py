"""What was published: the text that is read, and what the page said about itself."""

import hashlib
from dataclasses import dataclass, field
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


class Method(StrEnum):
    """How a field of an article was found, the surest first."""

    FIELD = "field"
    """A field of that name, of a feed, a table or a news format."""
    JSON_LD = "json_ld"
    OPENGRAPH = "opengraph"
    META = "meta"
    MICRODATA = "microdata"
    CANONICAL = "canonical"
    """The page's link to its own lasting address."""
    LANG = "lang"
    """The page's `lang` attribute."""
    ADDRESS = "address"
    """Where the bytes came from: a server, or an archive's record of one."""
    PAGE = "page"
    """What the page shows: a heading, its title, a date in its markup."""
    TEXT = "text"
    """Guessed from the words that are read."""


@dataclass(frozen=True, slots=True)
class Found:
    """How each field of an article was found; None for one that is unknown."""

    title: Method | None = None
    publisher: Method | None = None
    url: Method | None = None
    published: Method | None = None
    authors: Method | None = None
    language: Method | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which bytes an article was read from, and how its fields were found in them.

    `input` names the file (without its folder), the address, or the place in an archive or table.
    `digest` is the SHA-256 of the raw bytes in hexadecimal digits (None: there were none, as in a
    column of a table). `fetched` is when they came from their server, ISO 8601 in UTC (None: not
    known).
    """

    input: str
    digest: str | None = None
    fetched: str | None = None
    found: Found = Found()


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
    provenance: Provenance | None = field(default=None, compare=False)
    """The same article from elsewhere is the same article."""


def text_digest(text: str) -> str:
    """The id of an article that came without one: 16 hexadecimal digits of its text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
