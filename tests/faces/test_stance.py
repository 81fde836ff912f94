"""firsthand stance."""

import json
from pathlib import Path

import pytest

from firsthand.faces.cli import run

CLAIM = "Wolves swam across the Lisk strait to Brask"
DENIED = (
    "The report that wolves swam across the Lisk strait to Brask is false. It was a hoax, police "
    "said on Monday. “The story was made up,” a spokesman said.\n"
)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("denied.txt").write_text(DENIED, encoding="utf-8")


def test_a_line_an_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stance", CLAIM, "denied.txt"]) == 0
    line = capsys.readouterr().out
    assert line.startswith("denies")
    assert line.endswith("denied\n")


def test_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stance", CLAIM, "denied.txt", "--format", "jsonl"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["schema"], row["claim"], row["article"]["id"]) == (
        "firsthand/stance/1", CLAIM, "denied",
    )  # fmt: skip
    assert row["stance"] == max(row["probabilities"], key=row["probabilities"].get)
    start, end = row["looked_at"][0]
    assert DENIED[start:end].startswith("The report")


def test_what_cannot_be_read_is_one_line_and_the_others_go_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["stance", CLAIM, "gone.txt", "denied.txt", "-q"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("denies")
    assert err.count("\n") == 1


def test_a_claim_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stance", "  ", "denied.txt"]) == 2
    assert "takes a claim" in capsys.readouterr().err
