"""Label Studio's JSON export read back: what each annotator submitted for each task.

Predictions are what firsthand itself put there and are let be; so are tasks that nobody annotated.
A region keeps the id that the statement gave it; where it hasn't, the statement is known by its
place.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from firsthand.faces.annotated.annotation import moment
from firsthand.faces.annotated.marks import Mark, Marked, Place
from firsthand.faces.export.anchor import quote
from firsthand.faces.export.label_studio import (
    CHOICES,
    CONTENT,
    CREDITS,
    CUE,
    GOES_ON,
    MENTION,
    SAYS,
)
from firsthand.model.errors import InputError
from firsthand.model.span import Span

_OURS: Final = re.compile(r"([^.]+)\.content")


def read(tasks: Any) -> Iterator[Marked | InputError]:
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], start=1):
        data = task.get("data") if isinstance(task, dict) else None
        known = isinstance(data, dict) and all(
            isinstance(data.get(name), str) for name in ("article", "text")
        )
        if not known:
            yield InputError(f"task {number}", "has no text and article in its data")
            continue
        assert isinstance(data, dict)
        for given in task.get("annotations") or ():
            if isinstance(given, dict) and not given.get("was_cancelled"):
                yield _marked(given, data["article"], data["text"])


def _marked(given: Mapping[str, Any], article: str, text: str) -> Marked:
    return Marked(
        article,
        tuple(_marks(given.get("result"), text)),
        whole=True,
        around=True,
        author=_author(given.get("completed_by")),
        when=moment(given.get("updated_at") or given.get("created_at")),
    )


def _marks(result: Any, text: str) -> Iterator[Mark]:
    regions: dict[str, tuple[str, Place]] = {}
    choices: dict[str, dict[str, str]] = {}
    relations: list[tuple[str, str, str]] = []
    for row in result if isinstance(result, list) else ():
        value = row.get("value") if isinstance(row, dict) else None
        if not isinstance(row, dict):
            continue
        if row.get("type") == "relation":
            label = next(iter(row.get("labels") or ()), "")
            relations.append((str(row.get("from_id")), label, str(row.get("to_id"))))
        elif isinstance(value, dict) and value.get("labels"):
            regions[str(row.get("id"))] = (value["labels"][0], _place(value, text))
        elif isinstance(value, dict) and value.get("choices") and row.get("from_name") in CHOICES:
            choices.setdefault(str(row.get("id")), {})[row["from_name"]] = value["choices"][0]
    going_on = {source: target for source, label, target in relations if label == GOES_ON}
    for id, (label, place) in regions.items():
        if label != CONTENT or id in going_on:
            continue
        more = [regions[s][1] for s, target in going_on.items() if target == id and s in regions]
        beside = {
            relation: regions[source]
            for source, relation, target in relations
            if target == id and source in regions
        }
        ours = _OURS.fullmatch(id)
        yield Mark(
            id=ours[1] if ours else None,
            content=(place, *more),
            cue=_labelled(beside.get(CREDITS), CUE),
            mention=_labelled(beside.get(SAYS), MENTION),
            choices=choices.get(id, {}),
        )


def _labelled(region: tuple[str, Place] | None, label: str) -> Place | None:
    return region[1] if region and region[0] == label else None


def _place(value: Mapping[str, Any], text: str) -> Place:
    """Where the words stand: counted in code points or, as older versions did, in UTF-16 units."""
    span = _int(value.get("start")), _int(value.get("end"))
    words = value.get("text")
    if isinstance(words, str) and text[slice(*span)] != words:
        units = text.encode("utf-16-le", "surrogatepass")
        older: Span = (_points(units, span[0]), _points(units, span[1]))
        if text[slice(*older)] == words:
            span = older
    found = quote(text, span)
    return Place(replace(found, exact=words) if isinstance(words, str) else found, span)


def _points(units: bytes, number: int) -> int:
    return len(units[: 2 * number].decode("utf-16-le", "surrogatepass"))


def _int(value: Any) -> int:
    return max(0, value) if isinstance(value, int) else 0


def _author(given: Any) -> str | None:
    """Exports have the annotator's number in Label Studio, or what it knows of them."""
    if isinstance(given, dict):
        names = " ".join(str(given.get(k) or "") for k in ("first_name", "last_name")).strip()
        return names or given.get("email") or given.get("username")
    return f"annotator {given} of Label Studio" if isinstance(given, int) else None
