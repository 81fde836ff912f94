"""Readings, then traces, a line each, as docs/schema/reading.json and trace.json describe them."""

import json
from collections.abc import Iterator

from firsthand.faces.export.selection import Selection
from firsthand.linking.events.event import Events
from firsthand.model.contract import Json, reading_to_json, trace_to_json
from firsthand.model.event_json import event_to_json
from firsthand.model.reading import Reading


def pieces(selection: Selection) -> Iterator[str]:
    for reading in selection.readings():
        yield _line(_row(reading, text=selection.text))
    for trace in selection.traces():
        yield _line(trace_to_json(trace))


def _row(reading: Reading, *, text: bool) -> Json:
    """Each statement with what it says to have happened and, without the text, with the words of
    its content."""
    row = reading_to_json(reading)
    events = Events(reading)
    for printed, statement in zip(row["statements"], reading.statements, strict=True):
        printed["event"] = event_to_json(events.of(statement))
    if not text:
        row["article"]["text"] = None
        for printed, statement in zip(row["statements"], reading.statements, strict=True):
            printed["words"] = reading.words(statement.content)
    return row


def _line(row: Json) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
