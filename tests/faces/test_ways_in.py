"""Flags about what comes in: named columns, and where an article came from."""

from pathlib import Path

import pytest

from firsthand.faces.cli import run
from firsthand.faces.wording import provenance_lines
from firsthand.model.article import Found, Method, Provenance

STORY = "The ferry office told the Lisk Leader that the quay was shut."


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "items.csv"
    path.write_text(f"key,words,outlet\nq1,{STORY},Brask Courier\n")
    return path


def test_columns_are_named_and_provenance_is_shown(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = ["--ledger", str(tmp_path / "n.db")]
    named = ["--column", "text=words", "--column", "id=key"]
    assert run(["add", *ledger, *named, str(table)]) == 0
    assert run(["articles", *ledger, "--provenance"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines[0].startswith("added 1 article to ")
    assert "from items.csv, line 2 · sha256" in " ".join(lines[2:])
    assert "publisher as declared; language guessed from the text" in " ".join(lines[2:])


@pytest.mark.parametrize("given", ["text", "text=", "body=text", "=text"])
def test_a_column_that_is_no_field_is_wrong_usage(
    table: Path, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(table), "--column", given]) == 2
    assert capsys.readouterr().err == (
        f"firsthand: --column {given}: write FIELD=NAME; fields are text, id, title, publisher, "
        "url, published, authors, language\n"
    )


def test_a_table_without_a_text_says_what_to_give(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(table)]) == 1
    assert capsys.readouterr().err == (
        f"firsthand: {table}: has no column for the text among key, words, outlet; "
        "say which one it is: --column text=NAME\n"
    )


def test_provenance_is_two_lines_for_people() -> None:
    found = Found(title=Method.JSON_LD, published=Method.JSON_LD, language=Method.TEXT)
    kept = Provenance("a.warc.gz, record 3", "ab" * 32, "2024-03-14T08:00:00Z", found)
    assert provenance_lines(kept) == [
        "from a.warc.gz, record 3 · fetched 14 Mar 2024 08:00 UTC · sha256 abababababababab…",
        "title, date by JSON-LD; language guessed from the text",
    ]
    assert provenance_lines(Provenance("a\x1b[2J.txt")) == ["from a[2J.txt"]
