"""Which column of a table holds which field of an article."""

from collections.abc import Mapping, Sequence

from firsthand.model.errors import InputError

USUAL = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "maintext", "story"),
    "id": ("id", "article_id", "guid"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "publication", "newspaper", "site"),
    "url": ("url", "link"),
    "published": ("published", "date", "published_at", "publish_date", "date_publish", "pubdate"),
    "authors": ("authors", "author", "byline"),
    "language": ("language", "lang"),
    "credit": ("credit", "credits"),
    "wire": ("wire",),
}
"""The names that a field's column bears where nobody says another, the likeliest first."""


def columns(names: Sequence[str], *, chosen: Mapping[str, str], place: str) -> dict[str, int]:
    """The position of each field's column among `names`; `chosen` are fields with the names that
    their columns bear here. Raises InputError where none holds the text, or a chosen one isn't
    there."""
    there: dict[str, int] = {}
    for position, name in enumerate(names):
        there.setdefault(_plain(name), position)
    found = {
        field: next(there[name] for name in usual if name in there)
        for field, usual in USUAL.items()
        if any(name in there for name in usual)
    }
    for field, name in chosen.items():
        if _plain(name) not in there:
            raise InputError(place, f"has no column {name}", f"its columns are {_shown(names)}")
        found[field] = there[_plain(name)]
    if "text" not in found:
        problem = f"has no column for the text among {_shown(names)}"
        raise InputError(place, problem, "say which one it is: --column text=NAME")
    return found


def _plain(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def _shown(names: Sequence[str]) -> str:
    shown = ", ".join(" ".join(name.split())[:40] or "(no name)" for name in names[:12])
    return shown + (" …" if len(names) > 12 else "")
