"""Published fact-checks: schema.org's ClaimReview, in a page's JSON-LD, in JSON, or a line each.

`claimReviewed`, `author`, `reviewRating` with the rating's words as `alternateName`, `url`,
`datePublished`; feeds of fact-checks have them as the `item` of each `dataFeedElement`.
"""

from collections.abc import Iterator
from typing import Any

from firsthand.intake.html import page_text
from firsthand.intake.jsonl import value_of
from firsthand.intake.metadata import is_iso, names, web_address
from firsthand.intake.options import IntakeOptions
from firsthand.intake.process import parser
from firsthand.model.errors import InputError
from firsthand.model.review import Review

WANTED = "a page or JSON with schema.org ClaimReview objects"
GRAPH = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where `json_ld` looks for a page's objects itself."""
NESTED = ("dataFeedElement", "item", "review")
MOST = 200_000
"""Objects of one file that are looked at."""


def reviews_of(data: bytes, *, name: str) -> Iterator[Review | InputError]:
    """The fact-checks of one file, an InputError for each that lacks what it needs. Raises
    InputError where there is none."""
    number = 0
    for found in _objects(data, name=name):
        kinds = found.get("@type")
        if "ClaimReview" in (kinds if isinstance(kinds, list) else [kinds]):
            number += 1
            try:
                yield _review(found, place=f"{name}, ClaimReview {number}")
            except InputError as error:
                yield error
    if not number:
        raise InputError(name, "holds no ClaimReview", f"give {WANTED}")


def _objects(data: bytes, *, name: str) -> Iterator[dict[str, Any]]:
    nested: tuple[str, ...] = NESTED
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] == b"<":
        job = {"kind": "declared", "html": page_text(data, name=name)}
        waiting = parser().answer(job, name=name, seconds=IntakeOptions().page_seconds)["objects"]
    elif start[:1] in (b"{", b"["):
        waiting = list(_values(start, name=name))
        nested = GRAPH + NESTED
    else:
        raise InputError(name, "is neither a page nor JSON", f"give {WANTED}")
    for _ in range(MOST):
        if not waiting:
            return
        found = waiting.pop()
        if isinstance(found, list):
            waiting += reversed(found)
        elif isinstance(found, dict):
            yield found
            waiting += [found[key] for key in reversed(nested) if key in found]


def _values(data: bytes, *, name: str) -> Iterator[Any]:
    """One document, or one a line; the last first."""
    try:
        yield value_of(data, place=name, wanted=WANTED)
    except InputError:
        lines = [line for line in data.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        for number, line in reversed([*enumerate(lines, 1)]):
            yield value_of(line, place=f"{name}, line {number}", wanted=WANTED)


def _review(found: dict[str, Any], *, place: str) -> Review:
    claim = _text(found.get("claimReviewed"))
    author = next(names(found.get("author")), None) or next(names(found.get("publisher")), None)
    rating = _rating(found.get("reviewRating"))
    for what, value in (("claimReviewed", claim), ("author", author), ("reviewRating", rating)):
        if not value:
            raise InputError(place, f"has no {what}", "it is left out")
    assert claim and author and rating
    published = _text(found.get("datePublished"))
    return Review(
        claim=claim,
        rating=rating,
        author=author,
        url=web_address(_text(found.get("url"))),
        published=published[:10] if published and is_iso(published) else None,
    )


def _rating(value: Any) -> str | None:
    """The rating's words; where there are none, its place on the reviewer's own scale."""
    if isinstance(value, list):
        return next(filter(None, map(_rating, value[:50])), None)
    if not isinstance(value, dict):
        return _text(value)
    if words := _text(value.get("alternateName")) or _text(value.get("name")):
        return words
    number, best = (_text(value.get(key)) for key in ("ratingValue", "bestRating"))
    return f"{number} of {best}" if number and best else number


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return next(filter(None, map(_text, value[:50])), None)
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split()) or None
    return None
