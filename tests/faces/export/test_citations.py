"""RIS read back with rispy, CSL-JSON with citeproc."""

import json
from dataclasses import replace
from typing import Any

import pytest
import rispy
from citeproc.source.json import CiteProcJSON

from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Reading
from tests.faces.export.conftest import selected, written


def entries(selection: Selection) -> list[dict[str, Any]]:
    return list(rispy.loads(written(selection, "ris")))


def test_ris_is_read_back(claim: Selection) -> None:
    assert entries(claim)[0] == {
        "type_of_reference": "NEWS",
        "title": "Pilot says ferry sailed with doors open",
        "authors": ["Odile Marsh"],
        "secondary_title": "The Lantern",
        "date": "2024/05/02/",
        "year": "2024",
        "urls": ["https://lantern.example/ferry"],
        "language": "en",
        "id": "ferry",
    }
    assert [entry["id"] for entry in entries(claim)] == ["ferry", "gull"]


def test_csl_is_read_back(claim: Selection) -> None:
    items = CiteProcJSON(json.loads(written(claim, "csl-json")))
    ferry = items["ferry"]
    assert ferry.type == "article-newspaper"
    assert str(ferry["title"]) == "Pilot says ferry sailed with doors open"
    assert str(ferry["container_title"]) == "The Lantern"
    assert (ferry["issued"].year, ferry["issued"].month, ferry["issued"].day) == (2024, 5, 2)
    assert json.loads(written(claim, "csl-json"))[0]["author"] == [{"literal": "Odile Marsh"}]


def test_a_title_cannot_end_its_entry(reading: Reading) -> None:
    title = "A\r\nER  - \r\nTY  - BOOK\nTI  - B"
    hostile = replace(reading, article=replace(reading.article, title=title))
    [entry] = entries(selected(hostile))
    assert entry["title"] == "A ER - TY - BOOK TI - B"


@pytest.mark.parametrize("published", [None, "last Sunday", "2024-13-01"])
def test_what_is_no_date_is_no_date(reading: Reading, published: str | None) -> None:
    undated = selected(replace(reading, article=replace(reading.article, published=published)))
    assert "date" not in entries(undated)[0]
    assert "issued" not in json.loads(written(undated, "csl-json"))[0]


def test_an_article_that_says_nothing_of_itself(silent: Reading) -> None:
    bare = selected(replace(silent, article=replace(silent.article, title=None)))
    assert entries(bare) == [{"type_of_reference": "NEWS", "id": "weather"}]
    assert json.loads(written(bare, "csl-json")) == [{"id": "weather", "type": "article-newspaper"}]
