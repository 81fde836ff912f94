"""Every format and every column is described, and nothing that isn't there."""

import re
from pathlib import Path

import pytest

from firsthand.faces.export.registry import FORMATS, find
from firsthand.faces.export.tables import tables
from firsthand.model.errors import UsageError

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "export.md").read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """The rows of the page's table whose first column is called so."""
    table = re.split(rf"^\| {name} \|.*\n\|[-|]+\n", PAGE, flags=re.MULTILINE)[1].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]


def test_every_format_is_described() -> None:
    described = {
        re.sub(r"\[`(.+)`\]\(.*", r"\1", name): (holds, media.strip("`"), ending.split("`")[1])
        for name, holds, media, ending, _ in rows("format")
    }
    assert described == {f.name: (f.holds, f.media, f".{f.extension}") for f in FORMATS.values()}


def test_what_streams_is_said() -> None:
    streams = {
        re.sub(r"\[`(.+)`\]\(.*", r"\1", row[0]) for row in rows("format") if row[4] == "an article"
    }
    assert streams == {f.name for f in FORMATS.values() if f.streams}


def test_every_format_has_a_sample() -> None:
    shown = set(re.findall(r"^\$ firsthand export .*--format ([\w-]+)", PAGE, re.MULTILINE))
    assert shown == FORMATS.keys() - {"tsv"}


def test_every_column_is_described() -> None:
    described = {
        name.strip("`"): re.findall(r"`(\w+)`", columns) for name, columns in rows("table")
    }
    assert described == {table.name: list(table.columns) for table in tables()}


def test_a_format_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="--format pdf: no such format; choose one of csv, tsv"):
        find("pdf")
