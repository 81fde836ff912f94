"""The SQLite file and its metadata, as Datasette itself serves them."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from firsthand.faces.export.datasette import metadata
from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.faces.export.tables import tables
from tests.faces.export.conftest import raw

Ask = Callable[[str], Any]


@pytest.fixture
def folder(claim: Selection, tmp_path: Path) -> Path:
    for name, made in raw(claim, FORMATS["datasette"]).items():
        (tmp_path / name).write_bytes(made if isinstance(made, bytes) else made.encode())
    return tmp_path


@pytest.fixture
def ask(folder: Path) -> Ask:
    """A path of Datasette → what it answers: text, or what its JSON holds."""
    given = json.loads((folder / "metadata.json").read_text())
    served = Datasette([folder / "firsthand.db"], metadata=given)

    async def get(path: str) -> Any:
        await served.invoke_startup()
        answer = await served.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json() if ".json" in path else answer.text

    return lambda path: asyncio.run(get(path))


def test_every_table_is_there_and_the_index_is_hidden(ask: Ask) -> None:
    shown = {t["name"]: t["count"] for t in ask("/firsthand.json")["tables"] if not t["hidden"]}
    assert shown == {
        "articles": 2, "sources": 5, "statements": 5, "chains": 9, "events": 13, "checks": 1,
        "claims": 1, "claim_fields": 0, "appearances": 2, "origins": 1, "links": 2,
    }  # fmt: skip


def test_words_are_found_by_their_stems(ask: Ask) -> None:
    found = ask("/firsthand/statements.json?_shape=array&_search=doors")
    assert [row["id"] for row in found] == ["ferry#st4", "gull#st1"]
    found = ask("/firsthand/articles.json?_shape=array&_search=pilots")
    assert [row["id"] for row in found] == ["ferry"]
    assert [r["name"] for r in ask("/firsthand/sources.json?_shape=array&_search=tidewater")] == [
        "Tidewater"
    ]


def test_a_foreign_key_shows_what_it_leads_to(ask: Ask) -> None:
    row = ask("/firsthand/chains.json?_shape=array&_labels=on&statement=ferry%23st2&position=2")[0]
    assert row["source"] == {"value": "ferry#s3", "label": "mate"}
    assert row["statement"] == {"value": "ferry#st2", "label": "about forty cars were loose"}
    page = ask("/firsthand/chains")
    assert '<a href="/firsthand/sources/ferry~23s3">mate</a>' in page


def test_a_row_has_a_page_that_says_what_leads_there(ask: Ask) -> None:
    page = ask("/firsthand/sources/ferry~23s2")
    assert "Brann" in page
    assert "3 rows" in page and "chains" in page


def test_facets_count_what_is_worth_counting(ask: Ask) -> None:
    found = ask("/firsthand/statements.json?_facet_size=max")["facet_results"]
    counted = {r["value"]: r["count"] for r in found["polarity"]["results"]}
    assert counted == {"asserted": 3, "denied": 2}
    assert set(found) == {"polarity", "quotation", "kind", "basis"}


def test_the_metadata_speaks_of_tables_and_columns_that_are_there() -> None:
    columns = {table.name: set(table.columns) for table in tables()}
    shown = metadata()["databases"]["firsthand"]["tables"]
    assert shown.keys() == columns.keys()
    for name, told in shown.items():
        used = {
            *told.get("facets", ()),
            *filter(None, (told.get("label_column"), told.get("sort"))),
        }
        assert used <= columns[name], name


def test_the_file_is_sound_and_every_key_leads_somewhere(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "firsthand.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        articles = connection.execute("SELECT id, publisher FROM articles").fetchall()
    assert articles == [("ferry", "The Lantern"), ("gull", "The Gull")]
