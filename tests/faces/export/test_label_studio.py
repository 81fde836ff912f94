"""Label Studio's tasks and interface, against the rules of its documentation and its own SDK."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest

from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Basis, Kind, Polarity, Quotation, Reading
from tests.faces.export.conftest import outputs, selected


def made(selection: Selection) -> tuple[str, list[Any]]:
    files = outputs(selection, FORMATS["label-studio"])
    return files["interface.xml"], json.loads(files["tasks.json"])


def result(task: Any) -> list[Any]:
    [prediction] = task["predictions"]
    return list(prediction["result"])


def test_a_task_is_an_article_with_its_statements(reading: Reading) -> None:
    [task] = made(selected(reading))[1]
    assert task["data"] == {
        "text": reading.article.text,
        "article": "ferry",
        "title": "Pilot says ferry sailed with doors open",
        "publisher": "The Lantern",
    }
    assert task["predictions"][0]["model_version"] == "firsthand 0 abc"


def test_what_one_statement_gives(reading: Reading) -> None:
    [task] = made(selected(replace(reading, statements=reading.statements[3:])))[1]
    place = {"start": 203, "end": 220, "text": "any door was open"}
    choices = {"quotation": "indirect", "kind": "communication", "polarity": "denied",
               "basis": "unstated"}  # fmt: skip
    assert result(task) == [
        {"id": "st4.content", "from_name": "label", "to_name": "text", "type": "labels",
         "value": {**place, "labels": ["Content"]}, "score": 0.9,
         "meta": {"text": ["st4 · The Lantern ‹ Marrow Line"]}},
        *({"id": "st4.content", "from_name": name, "to_name": "text", "type": "choices",
           "value": {**place, "choices": [choice]}} for name, choice in choices.items()),
        {"id": "st4.cue", "from_name": "label", "to_name": "text", "type": "labels",
         "value": {"start": 191, "end": 197, "text": "denied", "labels": ["Cue"]}},
        {"type": "relation", "from_id": "st4.cue", "to_id": "st4.content", "direction": "right",
         "labels": ["Credits"]},
        {"id": "st4.mention", "from_name": "label", "to_name": "text", "type": "labels",
         "value": {"start": 175, "end": 190, "text": "The Marrow Line", "labels": ["Mention"]}},
        {"type": "relation", "from_id": "st4.mention", "to_id": "st4.content",
         "direction": "right", "labels": ["Says"]},
    ]  # fmt: skip


def test_a_content_in_two_places_goes_on(reading: Reading) -> None:
    two = replace(reading.statements[3], content=((0, 5), (11, 16)), cue=None, mention=None)
    [task] = made(selected(replace(reading, statements=(two,))))[1]
    regions = {r["id"]: r["value"]["text"] for r in result(task) if r["type"] == "labels"}
    assert regions == {"st4.content": "Pilot", "st4.content.2": "ferry"}
    [relation] = [r for r in result(task) if r["type"] == "relation"]
    assert (relation["from_id"], relation["to_id"], relation["labels"]) == (
        "st4.content.2", "st4.content", ["Goes on"],
    )  # fmt: skip


def test_a_place_of_nothing_is_left_out(reading: Reading) -> None:
    nothing = replace(reading.statements[3], content=((5, 5),))
    [task] = made(selected(replace(reading, statements=(nothing,))))[1]
    assert result(task) == []


def test_the_interface_has_every_name_and_value_of_the_tasks(claim: Selection) -> None:
    interface, tasks = made(claim)
    view = ET.fromstring(interface)
    labels = {tag.get("value") for tag in view.iter("Label")}
    relations = {tag.get("value") for tag in view.iter("Relation")}
    choices = {
        tag.get("name"): {c.get("value") for c in tag.iter("Choice")}
        for tag in view.iter("Choices")
    }
    assert choices == {
        name: {v.value for v in values}
        for name, values in (
            ("quotation", Quotation), ("kind", Kind), ("polarity", Polarity), ("basis", Basis)
        )
    }  # fmt: skip
    for region in (r for task in tasks for r in result(task)):
        if region["type"] == "relation":
            assert relations.issuperset(region["labels"])
        elif region["type"] == "choices":
            assert choices[region["from_name"]].issuperset(region["value"]["choices"])
        else:
            assert labels.issuperset(region["value"]["labels"])


def test_places_hold_their_words_and_relations_lead_somewhere(claim: Selection) -> None:
    for task in made(claim)[1]:
        regions = [r for r in result(task) if r["type"] != "relation"]
        ids = {r["id"] for r in regions}
        for region in regions:
            value = region["value"]
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
        for relation in (r for r in result(task) if r["type"] == "relation"):
            assert {relation["from_id"], relation["to_id"]} <= ids


def test_no_articles_are_no_tasks() -> None:
    assert made(selected())[1] == []


def test_the_sdk_takes_interface_and_predictions(claim: Selection) -> None:
    sdk = pytest.importorskip(
        "label_studio_sdk.label_interface", reason="label-studio-sdk isn't installed"
    )
    interface, tasks = made(claim)
    checked = sdk.LabelInterface(interface)
    checked.validate()
    for task in tasks:
        assert checked.validate_task({"data": task["data"]})
        for prediction in task["predictions"]:
            assert checked.validate_prediction(prediction, return_errors=True) == []
