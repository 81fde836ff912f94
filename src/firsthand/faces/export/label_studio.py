"""Statements as Label Studio has them: tasks with pre-annotations, and the labelling interface.

https://labelstud.io/guide/predictions and https://labelstud.io/guide/task_format. A statement's
contents, cue and mention are regions; relations lead from cue and mention to the first place of the
content, and from each further place to it; choices on that place say the rest. A region's id is
made of the statement's. Places are code points, as Label Studio has counted since 1.6.
"""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import chain_line
from firsthand.model.contract import Json
from firsthand.model.reading import Basis, Kind, Polarity, Quotation, Reading, Statement
from firsthand.model.span import Span

CONTENT, CUE, MENTION = "Content", "Cue", "Mention"
CREDITS, SAYS, GOES_ON = "Credits", "Says", "Goes on"
CHOICES: Final[dict[str, type[StrEnum]]] = {
    "quotation": Quotation,
    "kind": Kind,
    "polarity": Polarity,
    "basis": Basis,
}


def files(selection: Selection) -> Iterator[tuple[str, Iterable[str]]]:
    yield "interface.xml", [interface()]
    yield "tasks.json", _tasks(selection)


def _tasks(selection: Selection) -> Iterator[str]:
    between = "[\n"
    for reading in selection.readings():
        yield between + json.dumps(task(reading), ensure_ascii=False)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def task(reading: Reading) -> Json:
    a = reading.article
    data = {"text": a.text, "article": a.id, "title": a.title or a.id, "publisher": a.publisher}
    result = [region for statement in reading.statements for region in _regions(reading, statement)]
    by = f"{reading.reader.name} {reading.reader.version} {reading.reader.model}"
    return {
        "data": {key: value for key, value in data.items() if value is not None},
        "predictions": [{"model_version": by, "result": result}],
    }


def _regions(reading: Reading, s: Statement) -> Iterator[Json]:
    text = reading.article.text
    places = [span for span in s.content if span[0] < span[1]]
    if not places:
        return
    note = f"{s.id} · {chain_line(reading, s)}"
    first = f"{s.id}.content"
    yield _region(text, first, places[0], CONTENT) | {
        "score": s.confidence,
        "meta": {"text": [note]},
    }
    for name in CHOICES:
        yield _choice(text, first, places[0], name, getattr(s, name).value)
    for number, place in enumerate(places[1:], start=2):
        yield _region(text, f"{first}.{number}", place, CONTENT)
        yield _relation(f"{first}.{number}", first, GOES_ON)
    for label, beside, relation in ((CUE, s.cue, CREDITS), (MENTION, s.mention, SAYS)):
        if beside is not None and beside[0] < beside[1]:
            id = f"{s.id}.{label.lower()}"
            yield _region(text, id, beside, label)
            yield _relation(id, first, relation)


def _region(text: str, id: str, place: Span, label: str) -> Json:
    value = _value(text, place) | {"labels": [label]}
    return {"id": id, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _choice(text: str, id: str, place: Span, name: str, choice: str) -> Json:
    value = _value(text, place) | {"choices": [choice]}
    return {"id": id, "from_name": name, "to_name": "text", "type": "choices", "value": value}


def _value(text: str, place: Span) -> Json:
    start, end = place
    return {"start": start, "end": end, "text": text[start:end]}


def _relation(source: str, target: str, label: str) -> Json:
    return {
        "type": "relation",
        "from_id": source,
        "to_id": target,
        "direction": "right",
        "labels": [label],
    }


def interface() -> str:
    """The labelling configuration (https://labelstud.io/tags/)."""
    choices = "\n".join(
        f'  <Choices name="{name}" toName="text" perRegion="true" whenTagName="label" '
        f'whenLabelValue="{CONTENT}" choice="single" showInline="true">\n'
        + "".join(f'    <Choice value="{value.value}"/>\n' for value in values)
        + "  </Choices>"
        for name, values in CHOICES.items()
    )
    return f"""\
<View>
  <Header value="$title"/>
  <Labels name="label" toName="text">
    <Label value="{CONTENT}" background="#2b6cb0"/>
    <Label value="{CUE}" background="#b7791f"/>
    <Label value="{MENTION}" background="#2f855a"/>
  </Labels>
  <Text name="text" value="$text" granularity="symbol"/>
  <Relations>
    <Relation value="{CREDITS}"/>
    <Relation value="{SAYS}"/>
    <Relation value="{GOES_ON}"/>
  </Relations>
{choices}
</View>
"""
