"""A record with named fields → an Article: a line of JSON, a row of a table."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.intake.credits import credit, credits_of_text, others
from firsthand.intake.language import code
from firsthand.intake.provenance import declared
from firsthand.model.article import Article, Credit, CreditKind, text_digest
from firsthand.model.errors import InputError

SURROGATE = re.compile("[\ud800-\udfff]")
NOBODY = frozenset(["NA", "N/A", "NONE"])


def article_of_record(
    found: Mapping[str, Any],
    *,
    place: str,
    data: bytes | None,
    fetched: str | None = None,
) -> Article:
    """Fields: text; id, title, publisher, url, published, authors, language, credit and wire (whom
    the publisher credits) where present. `data` are the record's own bytes. Raises InputError."""
    text = _string(found, "text", place=place)
    if text is None or not text.strip():
        raise InputError(place, "is an article without text", 'give it a "text"')
    publisher = _string(found, "publisher", place=place)
    given = found.get("id")
    id = str(given) if isinstance(given, int) else _string(found, "id", place=place)
    article = Article(
        id=id or text_digest(text),
        text=text,
        title=_string(found, "title", place=place),
        publisher=publisher,
        url=_string(found, "url", place=place),
        published=_string(found, "published", place=place),
        authors=tuple(_strings(found, "authors", place=place)),
        language=code(found.get("language")),
        credits=others(
            [*_credited(found, place=place), *credits_of_text(text, publisher=publisher)],
            own=[publisher],
        ),
    )
    return declared(article, data, name=place, fetched=fetched)


def _credited(found: Mapping[str, Any], *, place: str) -> Iterator[Credit]:
    for key in ("credit", "wire"):
        for name in _strings(found, key, place=place):
            if name.upper() in NOBODY:
                continue
            yield credit(name, CreditKind.STRUCTURED_PUBLISHER, f"{key}: {name}")


def _string(found: Mapping[str, Any], key: str, *, place: str) -> str | None:
    """The string of a field; None where it is absent, null or blank; text stays as it is."""
    value = found.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(place, f'has a "{key}" that is not a string', "give a string or null")
    if SURROGATE.search(value):
        raise InputError(place, f'has half a surrogate pair in "{key}"', "write whole characters")
    return value if key == "text" else value.strip() or None


def _strings(found: Mapping[str, Any], key: str, *, place: str) -> list[str]:
    value = found.get(key)
    values = value if isinstance(value, list) else [value]
    named = [_string({key: name}, key, place=place) for name in values]
    return [name for name in named if name]
