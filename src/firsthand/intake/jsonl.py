"""Lines of JSON → Articles, one at a time; a broken line is refused by its number alone."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from firsthand.intake.record import article_of_record
from firsthand.model.article import Article
from firsthand.model.errors import InputError

FIELDS = 'one object with a "text" a line'


def articles_of_jsonl(
    lines: BinaryIO, *, name: str, max_bytes: int, fetched: str | None = None
) -> Iterator[Article | InputError]:
    """An article or an InputError a line that isn't blank; its fields are those of record.py."""
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
                found = object_of(stripped, place=place)
                yield article_of_record(found, place=place, data=stripped, fetched=fetched)
            except InputError as error:
                yield error
        else:
            continue
        blank = False
    if blank:
        yield InputError(name, "is empty", f"give {FIELDS}")


def object_of(line: bytes, *, place: str) -> dict[str, Any]:
    """The JSON object that these bytes are. Raises InputError."""
    found = value_of(line, place=place, wanted=FIELDS)
    if not isinstance(found, dict):
        raise InputError(place, "is not a JSON object", f"give {FIELDS}")
    return found


def value_of(data: bytes, *, place: str, wanted: str) -> Any:
    """What the JSON of these bytes holds. Raises InputError."""
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError(place, "is not valid UTF-8", "JSON is UTF-8: convert it") from None
    except json.JSONDecodeError as error:
        problem = f"is not JSON (column {error.colno}: {error.msg})"
        raise InputError(place, problem, f"give {wanted}") from None
    except RecursionError:
        raise InputError(place, "is nested too deeply", f"give {wanted}") from None
    except ValueError:  # Python reads no integers of more than 4,300 digits.
        raise InputError(place, "holds a number that is too long", f"give {wanted}") from None
