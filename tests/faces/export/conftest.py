"""Selections of the ferry's story, with a trace of one claim made by hand, and what formats make of
them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from io import BytesIO
from typing import Any

import pytest

from firsthand.faces.export.registry import FORMATS, Format, Pieces
from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Reading
from firsthand.model.review import Review
from firsthand.model.trace import (
    Claim,
    Evidence,
    Judgement,
    LinkKind,
    Loss,
    Lost,
    Origin,
    Side,
    Stance,
    Trace,
)
from tests.faces.conftest import COPY, link, part


def selected(
    *readings: Reading,
    traces: Iterable[Trace] = (),
    text: bool = True,
    reviews: Sequence[Review] = (),
) -> Selection:
    kept, found = tuple(readings), tuple(traces)

    def some(ids: Iterable[str]) -> Iterator[Reading]:
        by_id = {r.article.id: r for r in kept}
        return (by_id[id] for id in ids if id in by_id)

    return Selection(lambda: iter(kept), some, lambda: iter(found), text, lambda: reviews)


def outputs(selection: Selection, format: Format) -> dict[str, str]:
    """Everything that a format writes, by file name; its one file under "". Binary files as what
    their own reader finds in them."""
    made = raw(selection, format)
    return {name: _readable(name or format.name, file) for name, file in made.items()}


def raw(selection: Selection, format: Format) -> dict[str, str | bytes]:
    if format.several:
        return {name: _whole(pieces) for name, pieces in format.files(selection)}
    return {"": _whole(format.pieces(selection))}


def _whole(pieces: Pieces) -> str | bytes:
    made: list[Any] = list(pieces)
    return b"".join(made) if made and isinstance(made[0], bytes) else "".join(made)


def _readable(name: str, made: str | bytes) -> str:
    if isinstance(made, str):
        return made
    if name.endswith(".parquet"):
        from pyarrow import parquet

        return json.dumps(parquet.read_table(BytesIO(made)).to_pylist(), ensure_ascii=False)
    if name.endswith(".db"):
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(made)
            return "\n".join(connection.iterdump())
    assert name == "docbin"
    return "\n".join(
        f"{doc.text}\n{json.dumps(doc._.firsthand, ensure_ascii=False)}\n{spans(doc)}"
        for doc in docs(made)
    )


def docs(made: bytes) -> list[Any]:
    """The Docs of a DocBin, read by a vocabulary that has never seen them."""
    import spacy
    from spacy.tokens import DocBin

    return list(DocBin().from_bytes(made).get_docs(spacy.blank("en").vocab))


def spans(doc: Any) -> list[tuple[str, str, str]]:
    return [(s.label_, s.id_, s.text) for group in doc.spans.values() for s in group]


def written(selection: Selection, name: str) -> str:
    """The one file of a format."""
    return outputs(selection, FORMATS[name])[""]


@pytest.fixture
def traced(reading: Reading, copied: Reading) -> Trace:
    at = reading.article.text.index("about forty cars were loose")
    place, again = (at, at + 27), (COPY.index("About"), COPY.index(" on the ferry"))
    ferry = part(
        "ferry", "The Lantern", "2024-05-02T07:30:00Z", title=reading.article.title, hedged=True,
        statements=("ferry#st2",), span=place, via=("Tidewater", "Brann", "mate"),
        origins=("o1",),
    )  # fmt: skip
    gull = part(
        "gull", "The Gull", "2024-05-03", title=copied.article.title, stance=Stance.ASSERTS,
        statements=(), span=again, copy_of="ferry", origins=("o1",),
        lost=(Loss(Lost.ATTRIBUTION, "Brann told it that the mate had said", None),),
    )  # fmt: skip
    copies = link(
        "gull", "ferry", LinkKind.COPIES, "shares “cars were loose”", score=0.91234,
        evidence=(Evidence("gull", again), Evidence("ferry", place)), id="0123456789abcdef",
    )  # fmt: skip
    leads = link(
        "ferry", "o1", LinkKind.SAME_SOURCE, "rests on the mate", judgement=Judgement.UNSURE,
        score=0.4, evidence=(Evidence("ferry", place),), id="fedcba9876543210",
    )  # fmt: skip
    return Trace(
        claim=Claim("c1", "About forty cars were loose on the ferry"),
        articles=(ferry, gull),
        origins=(Origin("o1", "mate", "Tidewater", Side.SUPPORTS, "1 article leads here"),),
        links=(copies, leads),
        circles=(),
        independent_support=1,
        independent_denial=0,
        at_least=1,
        at_most=1,
    )


@pytest.fixture
def claim(reading: Reading, copied: Reading, traced: Trace) -> Selection:
    return selected(reading, copied, traces=(traced,))
