"""The tables as one SQLite file, and the metadata with which Datasette shows it
(https://docs.datasette.io/en/stable/metadata.html): what a row is called, and what to count by.

    datasette FOLDER/firsthand.db --metadata FOLDER/metadata.json
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from firsthand.faces.export.selection import Selection
from firsthand.faces.export.tables import storable, tables
from firsthand.ledger.plain import PlainTable, write
from firsthand.model.contract import Json

DATABASE: Final = "firsthand"
_CHUNK: Final = 1 << 16

_KEYS: Final = {
    "chains": ("statement", "position"),
    "appearances": ("claim", "article"),
    "events": (),
    "checks": (),
    "claim_fields": (),
    "links": (),
}
"""Of the other tables it is the id. A link may be on several claims."""
_REFERENCES: Final = {
    "sources": {"article": "articles"},
    "statements": {"article": "articles", "parent": "statements"},
    "chains": {"statement": "statements", "source": "sources"},
    "events": {"statement": "statements", "article": "articles"},
    "checks": {"article": "articles", "by": "sources"},
    "claim_fields": {"claim": "claims"},
    "appearances": {"claim": "claims", "article": "articles", "copy_of": "articles"},
    "origins": {"claim": "claims"},
    "links": {"claim": "claims", "from": "articles"},
}
_SEARCHED: Final = {
    "articles": ("title", "text"),
    "sources": ("name", "description"),
    "statements": ("words", "chain"),
    "claims": ("text",),
}
_LABELS: Final = {
    "articles": "title",
    "sources": "name",
    "statements": "words",
    "claims": "text",
    "origins": "name",
}
_FACETS: Final = {
    "articles": ("publisher", "language"),
    "sources": ("kind", "naming"),
    "statements": ("polarity", "quotation", "kind", "basis"),
    "events": ("field", "part", "value"),
    "checks": ("outcome",),
    "claim_fields": ("field",),
    "appearances": ("stance", "hedged"),
    "origins": ("side",),
    "links": ("kind", "judgement"),
}
_HOLD: Final = {
    "articles": "Every article, as it was read.",
    "sources": "Whoever or whatever an article credits; each is a source of one article.",
    "statements": "What a source is credited with: one for each time.",
    "chains": "Through whom a statement came: position 0 is nearest to the publisher, the last one "
    "is the source itself.",
    "events": "What a statement says to have happened, a field a row: who, what, where, when, how "
    "many, and whether.",
    "checks": "Where an article says that somebody tried to find out whether something holds.",
    "claims": "What several articles say, with the number of independent origins behind it. Never "
    "whether it is true.",
    "claim_fields": "Who, what, where, when and how many, as a claim's articles have it; each "
    "value with those that give it.",
    "appearances": "An article's part in a claim.",
    "origins": "The last known holders of a claim.",
    "links": "Who copies, cites or shares a source with whom, and why that is held.",
}


def files(selection: Selection) -> Iterator[tuple[str, Iterable[str] | Iterable[bytes]]]:
    yield f"{DATABASE}.db", _database(selection)
    yield "metadata.json", [json.dumps(metadata(), indent=1) + "\n"]


def _database(selection: Selection) -> Iterator[bytes]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{DATABASE}.db"
        write(path, _tables(selection))
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk


def _tables(selection: Selection) -> Iterator[PlainTable]:
    for table in tables():
        yield PlainTable(
            name=table.name,
            columns=dict(zip(table.columns, table.types, strict=True)),
            rows=(tuple(map(storable, row)) for row in table.rows(selection)),
            key=_KEYS.get(table.name, ("id",)),
            references=_REFERENCES.get(table.name, {}),
            searched=_SEARCHED.get(table.name, ()),
        )


def metadata() -> Json:
    return {
        "title": "firsthand",
        "description": "Who says so, and how they know. It never says whether a claim is true.",
        "databases": {DATABASE: {"tables": {table.name: _shown(table.name) for table in tables()}}},
    }


def _shown(name: str) -> Json:
    shown: Json = {"description": _HOLD[name]}
    if name in _LABELS:
        shown["label_column"] = _LABELS[name]
    if name in _FACETS:
        shown["facets"] = list(_FACETS[name])
    if name == "articles":
        shown["sort"] = "published"
    return shown
