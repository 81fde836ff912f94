"""Files to marks: which format a file is in is seen from the file itself."""

import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.faces.annotated import annotation, brat, label_studio
from firsthand.faces.annotated.marks import Marked
from firsthand.faces.export.addresses import filename
from firsthand.model.errors import InputError

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger

_WANTED = (
    "give a folder, zip or .ann file of brat, Label Studio's JSON, or a page of Web Annotations"
)


@dataclass(frozen=True, slots=True)
class Known:
    """The ledger's articles by what a file may call them."""

    files: dict[str, str]
    addresses: dict[str, str]


def known(store: "Ledger") -> Known:
    rows = list(store.articles())
    times = Counter(row.url for row in rows)
    # An address that several articles have names none of them.
    addresses = {row.url: row.id for row in rows if row.url and times[row.url] == 1}
    return Known({filename(row.id): row.id for row in rows}, addresses)


def read(path: Path, known: Known) -> Iterator[tuple[str, Marked | InputError]]:
    """The format's name with each article's marks, or with what can't be read."""
    try:
        if path.is_dir() or path.suffix == ".ann" or zipfile.is_zipfile(path):
            yield from (("brat", each) for each in brat.read(path, known.files))
            return
        rows = _json(path)
    except OSError as error:
        problem = f"can't be read ({error.strerror or error})"
        yield "", InputError(str(path), problem, _WANTED)
        return
    except ValueError:
        yield "", InputError(str(path), "is in no format that is known here", _WANTED)
        return
    if _tasks(rows):
        yield from (("Label Studio", each) for each in label_studio.read(rows))
    else:
        found = annotation.read(rows, known.addresses)
        yield from (("Web Annotations", each) for each in found)


def _json(path: Path) -> Any:
    """One JSON value, or several a line each."""
    text = path.read_text(encoding="utf-8")
    try:
        return json.loads(text)
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def _tasks(rows: Any) -> bool:
    first = rows[0] if isinstance(rows, list) and rows else rows
    return isinstance(first, dict) and "data" in first
