"""JSON Lines against the published JSON Schema."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from firsthand.faces.export.selection import Selection
from firsthand.model.contract import reading_from_json, reading_to_json
from firsthand.model.reading import (
    Basis,
    Kind,
    Naming,
    Outcome,
    Polarity,
    Quotation,
    Reading,
    SourceKind,
)
from firsthand.model.trace import Judgement, LinkKind, Lost, Side, Stance
from tests.faces.export.conftest import written

SCHEMAS = Path(__file__).resolve().parents[3] / "docs" / "schema"


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def validator(row: Any) -> Draft202012Validator:
    return Draft202012Validator(schema(row["schema"].split("/")[1]))


def lines(selection: Selection) -> list[Any]:
    return [json.loads(line) for line in written(selection, "jsonl").splitlines()]


def enums(value: Any) -> list[list[str]]:
    if isinstance(value, dict):
        return [*([value["enum"]] if "enum" in value else []), *enums(list(value.values()))]
    return [found for inner in value for found in enums(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("name", ["reading", "trace"])
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        *(("reading", v) for v in (SourceKind, Naming, Quotation, Kind, Polarity, Basis, Outcome)),
        *(("trace", v) for v in (Stance, Lost, Side, LinkKind, Judgement)),
    ],
)
def test_the_schemas_know_every_value(name: str, values: Any) -> None:
    assert [v.value for v in values] in enums(schema(name))


def test_every_line_fits_its_schema(claim: Selection) -> None:
    rows = lines(claim)
    assert [row["schema"] for row in rows] == [
        "firsthand/reading/1", "firsthand/reading/1", "firsthand/trace/1",
    ]  # fmt: skip
    for row in rows:
        validator(row).validate(row)


def test_readings_come_back_whole(claim: Selection, reading: Reading) -> None:
    assert reading_to_json(reading_from_json(lines(claim)[0])) == reading_to_json(reading)


def test_without_text_statements_bring_their_words(claim: Selection) -> None:
    row = lines(replace(claim, text=False))[0]
    validator(row).validate(row)
    assert row["article"]["text"] is None
    assert row["statements"][1]["words"] == "about forty cars were loose"
    assert "Tidewater could not verify" not in json.dumps(row)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda row: row["statements"][0].update(polarity="perhaps"),
        lambda row: row["statements"][0].update(content=[[1]]),
        lambda row: row["statements"][0].update(confidence=1.1),
        lambda row: row["sources"][0].pop("naming"),
        lambda row: row["article"].update(text=3),
        lambda row: row.update(schema="firsthand/reading/2"),
    ],
)
def test_a_spoilt_line_does_not_fit(claim: Selection, spoil: Any) -> None:
    row = deepcopy(lines(claim)[0])
    spoil(row)
    assert not Draft202012Validator(schema("reading")).is_valid(row)
