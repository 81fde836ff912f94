"""A JSON document → Articles: ninjs (IPTC's News in JSON, versions 1 to 3), alone, in an array or
a line each; and objects with the fields of record.py.

ninjs 3 writes its names in camel case, 2 in small letters, 1 has one headline and one body: here
all names are taken in small letters.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.intake.byline import bylined
from firsthand.intake.credits import credit, credits_of_text, others
from firsthand.intake.jsonl import value_of
from firsthand.intake.language import code
from firsthand.intake.limits import check_page
from firsthand.intake.options import IntakeOptions
from firsthand.intake.process import parser
from firsthand.intake.provenance import declared
from firsthand.intake.record import article_of_record
from firsthand.model.article import Article, Credit, CreditKind, text_digest
from firsthand.model.errors import InputError

WANTED = 'ninjs, or objects with a "text"'
DATES = ("contentcreated", "firstcreated", "versioncreated")
WITHDRAWN = frozenset(["canceled", "cancelled", "withheld"])


def articles_of_json(
    data: bytes, *, name: str, options: IntakeOptions, fetched: str | None = None
) -> Iterator[Article | InputError]:
    """An article or an InputError an object. Raises InputError for what is no JSON."""
    for place, value in _values(data, name=name):
        try:
            if not isinstance(value, dict):
                raise InputError(place, "is not a JSON object", f"give {WANTED}")
            if "text" in value:
                yield article_of_record(value, place=place, data=data, fetched=fetched)
            else:
                yield _article(value, data, place=place, options=options, fetched=fetched)
        except InputError as error:
            yield error


def _values(data: bytes, *, name: str) -> Iterator[tuple[str, Any]]:
    lines = [line for line in data.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()]
    try:
        whole = value_of(b"\n".join(lines), place=name, wanted=WANTED)
    except InputError:
        if len(lines) < 2 or not all(line.strip()[:1] == b"{" for line in lines):
            raise
        for number, line in enumerate(lines, 1):
            yield f"{name}, object {number}", value_of(line, place=name, wanted=WANTED)
        return
    if isinstance(whole, list):
        if not whole:
            raise InputError(name, "is an empty array", f"give {WANTED}")
        yield from ((f"{name}, object {number}", value) for number, value in enumerate(whole, 1))
    else:
        yield name, whole


def _article(
    value: Mapping[str, Any],
    data: bytes,
    *,
    place: str,
    options: IntakeOptions,
    fetched: str | None,
) -> Article:
    item = {key.lower(): given for key, given in value.items()}
    if str(item.get("pubstatus", "")).lower() in WITHDRAWN:
        raise InputError(place, f"is {item['pubstatus']} by its publisher", "leave it out")
    body = _body(item, place=place, options=options)
    title = _headline(item)
    if not body:
        kind = item.get("type")
        problem = f"is a {kind} without a text" if isinstance(kind, str) else "has no text"
        raise InputError(place, problem, f"give {WANTED}")
    text = f"{title}\n\n{body}" if title and not body.startswith(title) else body
    publisher = _named(item.get("copyrightholder")) or _source(item)
    authors, credited = bylined(_string(item, "byline") or _string(item, "by"), publisher)
    uri = _string(item, "uri")
    article = Article(
        id=uri or text_digest(text),
        text=text,
        title=title,
        publisher=publisher,
        url=uri if uri and uri.startswith(("http://", "https://")) else _string(item, "url"),
        published=next((when for key in DATES if (when := _string(item, key))), None),
        authors=authors,
        language=code(item.get("language")),
        credits=others(
            [*credited, *_credited(item), *credits_of_text(text, publisher=publisher)],
            own=[publisher],
        ),
    )
    return declared(article, data, name=place, fetched=fetched)


def _body(item: Mapping[str, Any], *, place: str, options: IntakeOptions) -> str:
    """The body's paragraphs, one a line: of the body with marks of paragraphs, if there is one."""
    plain = ""
    for kind, value in _bodies(item):
        if "html" not in kind:
            plain = plain or value
            continue
        check_page(value, name=place)
        job = {"kind": "fragment", "html": value}
        found = parser().answer(job, name=place, seconds=options.page_seconds)
        if text := str(found["text"]):
            return text
    return "\n".join(line for raw in plain.splitlines() if (line := " ".join(raw.split())))


def _bodies(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(content type, value) of each body, those in HTML first."""
    listed = item.get("bodies")
    found = []
    for body in listed if isinstance(listed, list) else []:
        if isinstance(body, dict):
            given = {key.lower(): value for key, value in body.items()}
            kind = f"{given.get('contenttype') or ''} {given.get('role') or ''}".lower()
            found.append((kind, given.get("value")))
    found += [(key, item[key]) for key in item if key.startswith("body_")]
    found.sort(key=lambda body: "html" not in body[0])
    yield from ((kind, value) for kind, value in found if isinstance(value, str) and value.strip())


def _headline(item: Mapping[str, Any]) -> str | None:
    """`headline`, or of `headlines` the main one, else the first."""
    if alone := _string(item, "headline"):
        return " ".join(alone.split())
    listed = item.get("headlines")
    lines = [line for line in listed if isinstance(line, dict)] if isinstance(listed, list) else []
    lines.sort(key=lambda line: line.get("role") != "main")
    return next((" ".join(v.split()) for line in lines if (v := _string(line, "value"))), None)


def _credited(item: Mapping[str, Any]) -> Iterator[Credit]:
    for key in ("creditline", "credit", "infosources", "infosource", "source"):
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            if name := _named(one):
                yield credit(name, CreditKind.STRUCTURED_PUBLISHER, f"{key}: {name}")


def _source(item: Mapping[str, Any]) -> str | None:
    return _named(item.get("provider")) or _named(item.get("source"))


def _named(value: object) -> str | None:
    """A name that stands alone or in an object."""
    name = value.get("name") if isinstance(value, dict) else value
    return " ".join(name.split()) or None if isinstance(name, str) else None


def _string(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None
