"""FollowTheMoney: what is written, and what the package itself makes of it."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Reading, SourceKind
from tests.faces.export.conftest import outputs, selected


def lines(selection: Selection, name: str) -> list[Any]:
    made = outputs(selection, FORMATS["ftm"])
    return [json.loads(line) for line in made[f"{name}.ftm.json"].splitlines()]


def of(selection: Selection, schema: str) -> list[Any]:
    return [e["properties"] for e in lines(selection, "entities") if e["schema"] == schema]


def test_an_article_and_its_sources(reading: Reading) -> None:
    ferry = selected(reading)
    [article] = of(ferry, "Article")
    assert article | {"bodyText": [""]} == {
        "title": ["Pilot says ferry sailed with doors open"],
        "fileName": ["ferry"],
        "publisher": ["The Lantern"],
        "author": ["Odile Marsh"],
        "publishedAt": ["2024-05-02"],
        "sourceUrl": ["https://lantern.example/ferry"],
        "language": ["eng"],
        "bodyText": [""],
    }
    assert of(ferry, "Organization") == [
        {"name": ["Tidewater"], "description": ["magazine"]},
        {"name": ["Marrow Line"]},
    ]


def test_whoever_is_not_named_is_nobody_that_could_be_matched(reading: Reading) -> None:
    assert of(selected(reading), "Note") == [
        {
            "name": ["Brann"],
            "summary": ["a pseudonym, as the article says"],
            "description": ["a pilot"],
        },
        {"name": ["mate"], "summary": ["not named by the article"]},
    ]
    assert of(selected(reading), "Person") == []


def test_every_hop_is_a_documentation(reading: Reading) -> None:
    made = lines(selected(reading), "entities")
    names = {e["id"]: (e["properties"].get("name") or e["properties"].get("title")) for e in made}
    hops = [
        (names[p["document"][0]], names[p["entity"][0]], p["role"][0], p["summary"][0])
        for e in made
        if e["schema"] == "Documentation" and (p := e["properties"])["recordId"] == ["ferry#st2"]
    ]
    title, words = ["Pilot says ferry sailed with doors open"], "about forty cars were loose"
    assert hops == [
        (title, ["Tidewater"], "via, hop 1 of 3", words),
        (title, ["Brann"], "via, hop 2 of 3", words),
        (title, ["mate"], "source", words),
    ]


def test_sources_of_two_articles_are_never_one(reading: Reading) -> None:
    other = replace(reading, article=replace(reading.article, id="ferry-2"))
    made = [e["id"] for e in lines(selected(reading, other), "entities")]
    assert len(set(made)) == len(made)


def test_a_claim_has_its_articles_origins_and_links(claim: Selection) -> None:
    assert [(p["role"], p.get("status"), p.get("summary")) for p in of(claim, "UnknownLink")] == [
        (["supports"], None, None),
        (["reports"], None, None),
        (["asserts"], None, None),
        (["copies"], ["yes"], ["shares “cars were loose”"]),
        (["same_source"], ["unsure"], ["rests on the mate"]),
    ]


def test_without_text_there_is_none(claim: Selection) -> None:
    assert all("bodyText" not in p for p in of(replace(claim, text=False), "Article"))


# The package


def test_the_package_takes_every_entity_as_it_is(claim: Selection, reading: Reading) -> None:
    """Schemas, properties and values: cleaned by the package, each is what it was."""
    ftm = pytest.importorskip("followthemoney", reason="followthemoney isn't installed")
    kinds = tuple(replace(reading.source("s1"), id=k.value, kind=k) for k in SourceKind)
    all_kinds = replace(reading, sources=(*reading.sources, *kinds))
    for selection in (claim, selected(all_kinds)):
        for row in lines(selection, "entities"):
            entity = ftm.model.get_proxy(row, cleaned=True)
            ftm.model.get(row["schema"]).validate(row)
            for name, values in row["properties"].items():
                prop = entity.schema.get(name)
                assert [prop.type.clean_text(v) for v in values] == values, (name, values)
                assert [v for v in values if not prop.type.validate(v)] == [], (name, values)


def test_the_package_matches_nobody_who_is_not_named(claim: Selection) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney isn't installed")
    matchable = [
        row["properties"]["name"]
        for row in lines(claim, "entities")
        if ftm.model.get(row["schema"]).matchable
    ]
    assert matchable == [["Tidewater"], ["Marrow Line"], ["Marrow Line"]]


def test_the_package_makes_the_same_statements(claim: Selection) -> None:
    """Its own reader takes the file, its ids are ours, and they add up to the entities."""
    pytest.importorskip("followthemoney", reason="followthemoney isn't installed")
    from followthemoney import model
    from followthemoney.statement.serialize import read_json_statements
    from followthemoney.statement.statement import Statement

    made = outputs(claim, FORMATS["ftm"])["statements.ftm.json"]
    found = list(read_json_statements(io.BytesIO(made.encode())))
    wanted = [
        statement
        for row in lines(claim, "entities")
        for statement in Statement.from_entity(model.get_proxy(row), dataset="firsthand")
    ]
    assert {s.id: s.value for s in found} == {s.id: s.value for s in wanted}
    assert all(s.id == s.generate_key() for s in found)
