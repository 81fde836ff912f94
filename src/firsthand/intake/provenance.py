"""Which bytes an article came from, and how its fields were found: what every format records."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from firsthand.model.article import Article, Found, Method, Provenance

FIELDS = ("title", "publisher", "url", "published", "authors", "language")
LONGEST_ID = 400


def provenance(
    data: bytes | None, *, name: str, found: Found, fetched: str | None = None
) -> Provenance:
    """`name` is what the input is called in messages; `data` None where there are no bytes of this
    article alone."""
    digest = None if data is None else sha256(data).hexdigest()
    return Provenance(input_of(name), digest, fetched, found)


def declared(article: Article, data: bytes | None, *, name: str, fetched: str | None) -> Article:
    """The article of a format in which every field has its name."""
    methods = {key: Method.FIELD for key in FIELDS if getattr(article, key)}
    kept = provenance(data, name=name, found=Found(**methods), fetched=fetched)
    return replace(article, provenance=kept)


def input_of(name: str) -> str:
    """An address as it is; a file's name without its folder, which tells more of the reader's
    machine than of the article."""
    shown = name if "://" in name else Path(name).name
    # A file's name may hold bytes that are no text.
    return shown.encode("utf-8", "replace").decode("utf-8")


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def id_of(address: str | None) -> str | None:
    """The id of a page that came from an address: the address, since many sites may print one
    text. None where that is too long for an id."""
    return address if address and len(address) <= LONGEST_ID else None
