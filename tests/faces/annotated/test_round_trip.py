"""What nobody touched is judged by nobody, whatever the places."""

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.faces.annotated import annotation, brat, label_studio
from firsthand.faces.annotated.compare import Compared, compare
from firsthand.faces.annotated.marks import Marked
from firsthand.faces.export.registry import FORMATS
from firsthand.model.article import Article
from firsthand.model.reading import (
    Basis,
    Kind,
    Naming,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)
from firsthand.model.span import Span
from tests.faces.export.conftest import raw, selected

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text("ab“”.\n \t🚢", min_size=1, max_size=40))

    def span() -> Span:
        start = draw(st.integers(0, len(text)))
        return start, draw(st.integers(start, len(text)))

    def statement(id: str) -> Statement:
        return Statement(
            id=id,
            content=tuple(sorted(span() for _ in range(draw(st.integers(1, 2))))),
            cue=draw(st.one_of(st.none(), st.builds(span))),
            mention=draw(st.one_of(st.none(), st.builds(span))),
            chain=("s1",),
            quotation=draw(st.sampled_from(Quotation)),
            kind=draw(st.sampled_from(Kind)),
            polarity=draw(st.sampled_from(Polarity)),
            basis=draw(st.sampled_from(Basis)),
            hedges=(),
            parent=None,
            confidence=0.5,
        )

    source = Source("s1", "Ana", SourceKind.PERSON, Naming.NAMED, None, (span(),))
    said = tuple(statement(f"st{n}") for n in range(draw(st.integers(1, 3))))
    return Reading(Article("a", text), (source,), said, (), ReaderInfo("firsthand", "0", "0"))


def compared(found: Any, reading: Reading) -> list[Compared]:
    marked = list(found)
    assert all(isinstance(each, Marked) for each in marked)
    return [compare(m, reading, (), why="", author="Ada", when=NOON) for m in marked]


@given(readings())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_judged_where_nothing_was_changed(reading: Reading) -> None:
    selection = selected(reading)
    page = json.loads(str(raw(selection, FORMATS["annotation"])[""]))
    # A place of no words can't be found again, and is said to be orphaned.
    assert [c.judged for c in compared(annotation.read(page, {}), reading)] == [()]
    tasks = json.loads(str(raw(selection, FORMATS["label-studio"])["tasks.json"]))
    for task in tasks:
        task["annotations"] = task.pop("predictions")
    assert [c.judged for c in compared(label_studio.read(tasks), reading)] == [()]
    with TemporaryDirectory() as folder:
        for name, made in raw(selection, FORMATS["brat"]).items():
            (Path(folder) / name).write_bytes(str(made).encode())
        found = compared(brat.read(Path(folder), {"a": "a"}), reading)
    assert [(c.judged, c.moved, c.orphaned) for c in found] == [((), 0, ())]
