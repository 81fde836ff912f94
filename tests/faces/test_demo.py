"""The demo: finds its corpus, makes its ledger anew, and touches nobody else's."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from firsthand.faces.cli import run
from firsthand.faces.demo import STORY, corpus, corpus_inputs, story
from firsthand.model.article import Article
from firsthand.model.reading import Reading
from firsthand.model.trace import Trace


def test_the_corpus_is_found_without_its_gold() -> None:
    names = {Path(given).name for given in corpus_inputs()}
    assert {"articles", "pages", "articles.jsonl", "feed.xml"} <= names
    assert names & {"gold", "README.md"} == set()
    assert story().is_file() and corpus() in story().parents


@pytest.fixture
def bundled(
    doors: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reading: Reading, trace: Trace
) -> None:
    """A corpus of one article, and a claim that is always the ferry's."""
    told = replace(reading, article=replace(reading.article, id=STORY))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doors, "given", dict.fromkeys(corpus_inputs()[:1], told.article))
    doors.readings = {STORY: told}

    def articles(inputs: Iterable[str], **_: object) -> Iterator[Article]:
        return (doors.given[given] for given in inputs if given in doors.given)

    intake = SimpleNamespace(articles=articles)
    linking = SimpleNamespace(trace=lambda query, readings, overruled: trace)
    monkeypatch.setitem(sys.modules, "firsthand.intake.inputs", intake)
    monkeypatch.setitem(sys.modules, "firsthand.linking.trace", linking)


@pytest.mark.usefixtures("bundled")
def test_the_demo_can_be_run_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(["demo"]) == 0
        out = capsys.readouterr().out
        assert "added 1 article to demo.db\n" in out
        assert "st4  The Lantern ‹ Marrow Line  denied" in out
        assert "● Brann · spoke to Tidewater" in out
        assert "$ firsthand trace --all --ledger demo.db" in out
    assert (tmp_path / "demo.db").exists()


@pytest.mark.usefixtures("bundled")
def test_the_demo_leaves_another_ledger_alone(
    doors: Any, reading: Reading, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doors.given["mine.txt"] = reading.article
    doors.readings["ferry"] = reading
    assert run(["add", "--ledger", "demo.db", "mine.txt", "-q"]) == 0
    before = (tmp_path / "demo.db").read_bytes()
    assert run(["demo"]) == 1
    assert capsys.readouterr().err == (
        "firsthand: demo.db: holds articles that aren't the demo's; give --ledger another name\n"
    )
    assert (tmp_path / "demo.db").read_bytes() == before


def test_the_demo_leaves_another_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "demo.db").write_text("a shopping list\n" * 100)
    assert run(["demo"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "demo.db").read_text().startswith("a shopping list")
