"""Lines of JSON → Articles, one at a time; a broken line is refused by its number alone."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from firsthand.intake.credits import credit, credits_of_text, others
from firsthand.intake.language import code
from firsthand.model.article import Article, Credit, CreditKind, text_digest
from firsthand.model.errors import InputError

SURROGATE = re.compile("[\ud800-\udfff]")
NOBODY = frozenset(["NA", "N/A", "NONE"])
FIELDS = 'one object with a "text" a line'


def articles_of_jsonl(
    lines: BinaryIO, *, name: str, max_bytes: int
) -> Iterator[Article | InputError]:
    """An article or an InputError a line that isn't blank. Fields: text; id, title, publisher, url,
    published, authors, language, credit and wire (whom the publisher credits) where present."""
    number, blank = 0, True
    while line := lines.readline(max_bytes + 1):
        number += 1
        place = f"{name}, line {number}"
        if len(line) > max_bytes:
            while line and not line.endswith(b"\n"):
                line = lines.readline(1 << 20)
            yield InputError(place, f"is longer than {max_bytes:,} bytes", "split the article")
        elif stripped := line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").strip():
            try:
                yield _article(_object(stripped, place=place), place=place)
            except InputError as error:
                yield error
        else:
            continue
        blank = False
    if blank:
        yield InputError(name, "is empty", f"give {FIELDS}")


def _object(line: bytes, *, place: str) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError(place, "is not valid UTF-8", "JSONL is UTF-8: convert it") from None
    except json.JSONDecodeError as error:
        problem = f"is not JSON (column {error.colno}: {error.msg})"
        raise InputError(place, problem, f"give {FIELDS}") from None
    except RecursionError:
        raise InputError(place, "is nested too deeply", f"give {FIELDS}") from None
    except ValueError:  # Python reads no integers of more than 4,300 digits.
        raise InputError(place, "holds a number that is too long", f"give {FIELDS}") from None
    if not isinstance(found, dict):
        raise InputError(place, "is not a JSON object", f"give {FIELDS}")
    return found


def _article(found: dict[str, Any], *, place: str) -> Article:
    text = _string(found, "text", place=place)
    if text is None or not text.strip():
        raise InputError(place, "is an article without text", 'give it a "text"')
    publisher = _string(found, "publisher", place=place)
    given = found.get("id")
    id = str(given) if isinstance(given, int) else _string(found, "id", place=place)
    return Article(
        id=id or text_digest(text),
        text=text,
        title=_string(found, "title", place=place),
        publisher=publisher,
        url=_string(found, "url", place=place),
        published=_string(found, "published", place=place),
        authors=tuple(_strings(found, "authors", place=place)),
        language=code(found.get("language")),
        credits=others(
            [*_declared(found, place=place), *credits_of_text(text, publisher=publisher)],
            own=[publisher],
        ),
    )


def _declared(found: dict[str, Any], *, place: str) -> Iterator[Credit]:
    for key in ("credit", "wire"):
        for name in _strings(found, key, place=place):
            if name.upper() in NOBODY:
                continue
            yield credit(name, CreditKind.STRUCTURED_PUBLISHER, f"{key}: {name}")


def _string(found: dict[str, Any], key: str, *, place: str) -> str | None:
    """The string of a field; None where it is absent, null or blank; text stays as it is."""
    value = found.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(place, f'has a "{key}" that is not a string', "give a string or null")
    if SURROGATE.search(value):
        raise InputError(place, f'has half a surrogate pair in "{key}"', "write whole characters")
    return value if key == "text" else value.strip() or None


def _strings(found: dict[str, Any], key: str, *, place: str) -> list[str]:
    value = found.get(key)
    values = value if isinstance(value, list) else [value]
    named = [_string({key: name}, key, place=place) for name in values]
    return [name for name in named if name]
