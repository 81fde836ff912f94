"""Measuring quality: floors hold for their own corpus, and the documents show what was measured."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quality import below, between_marks, jsonl, markdown, missing, rows_of
from tables import ROWS, Row, Table, tables

CORPUS = Table(
    name="chain",
    scorer="chain",
    title="Two articles",
    rows=(Row("found", "statements found", True), Row("kind", "kind right")),
    corpus="two.jsonl",
    sha256="0" * 64,
    floors={"found": 75.0},
)


def test_a_score_under_its_floor_is_named() -> None:
    assert below(CORPUS, {"found": 74.9, "kind": 10.0}) == ["chain found: 74.9, floor 75.0"]


def test_a_score_at_its_floor_holds() -> None:
    assert below(CORPUS, {"found": 75.0, "kind": 10.0}) == []


def test_without_the_corpus_nothing_is_measured(tmp_path: Path) -> None:
    assert "no corpus at" in (missing(CORPUS, tmp_path) or "")


def test_on_another_corpus_nothing_is_compared(tmp_path: Path) -> None:
    (tmp_path / "corpora").mkdir()
    (tmp_path / "corpora" / "two.jsonl").write_text("{}\n")
    assert "isn't the corpus" in (missing(CORPUS, tmp_path) or "")


def test_on_its_own_corpus_there_is_no_objection(tmp_path: Path) -> None:
    (tmp_path / "corpora").mkdir()
    (tmp_path / "corpora" / "two.jsonl").write_text("{}\n")
    own = "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"
    assert missing(replace(CORPUS, sha256=own), tmp_path) is None


def test_the_readme_gets_the_headlines_and_the_page_every_row() -> None:
    scores = {"found": 81.5, "kind": 90.0}
    assert markdown(CORPUS, scores, headlines=True) == (
        "| Two articles | | floor |\n|---|---:|---:|\n| statements found | 81.5 | 75.0 |\n"
    )
    assert "| `kind`: kind right | 90.0 |  |" in markdown(CORPUS, scores, headlines=False)


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    document = "before\n<!-- quality:begin -->\nold\n<!-- quality:end -->\nafter\n"
    assert between_marks(document, "new \\1\n") == (
        "before\n<!-- quality:begin -->\nnew \\1\n<!-- quality:end -->\nafter\n"
    )


def test_a_document_without_marks_is_an_error() -> None:
    with pytest.raises(ValueError, match="no quality marks"):
        between_marks("nothing here", "new")


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "“No,” he said.\u2028Then:\r\nyes."}]
    assert rows_of(jsonl(tmp_path / "rows.jsonl", rows)) == rows


def test_every_floor_belongs_to_a_row() -> None:
    for table in tables():
        assert set(table.floors) <= {row.name for row in table.rows}


def test_the_first_floors_are_not_lowered() -> None:
    pinned = {table.name: dict(table.floors) for table in tables()}
    assert set(pinned) == set(ROWS)
    assert pinned["attribution"]["any_source"] >= 72
    assert pinned["attribution"]["strict"] >= 60
    assert pinned["chain"]["found"] >= 75
    assert pinned["chain"]["chain"] >= 50


def test_floors_are_plain_json() -> None:
    text = (Path(__file__).parents[2] / "benchmarks" / "floors.json").read_text("utf-8")
    assert {"corpus", "sha256", "floors"} == set(json.loads(text)["chain"])
