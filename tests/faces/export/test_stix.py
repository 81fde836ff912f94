"""STIX 2.1, checked by OASIS's validator and read back by its library."""

import json
from dataclasses import replace
from typing import Any

import pytest
import stix2
from stix2validator import ValidationOptions, validate_string

from firsthand.faces.export.selection import Selection
from firsthand.faces.export.stix import EXTENSION
from firsthand.model.reading import Reading, SourceKind
from tests.faces.export.conftest import selected, written

# Strict: what the specification only recommends, too; but ids are made of what they name, and what
# is behind an address has no digest.
STRICT = ValidationOptions(version="2.1", strict=True, disabled=["uuid-check", "extref-hashes"])


def checked(selection: Selection) -> list[Any]:
    """The objects of a bundle that keeps the rules and refers to nothing that isn't in it."""
    made = written(selection, "stix")
    found = validate_string(made, STRICT)
    assert found.is_valid, [str(e) for e in found.errors]
    stix2.parse(made, allow_custom=False)
    objects = json.loads(made)["objects"]
    ids = [o["id"] for o in objects]
    assert len(set(ids)) == len(ids)
    assert set(refs(objects)) <= set(ids)
    return list(objects)


def refs(value: Any, name: str = "") -> list[str]:
    if isinstance(value, dict):
        return [ref for key, inner in value.items() for ref in refs(inner, key)]
    if isinstance(value, list):
        return [ref for inner in value for ref in refs(inner, name)]
    return [value] if name.endswith(("_ref", "_refs")) else []


def extension(made: Any) -> Any:
    return made["extensions"][EXTENSION]


def of(objects: list[Any], type: str) -> list[Any]:
    return [o for o in objects if o["type"] == type]


def test_an_article_is_a_report(reading: Reading) -> None:
    [report] = of(checked(selected(reading)), "report")
    assert report["published"] == report["created"] == "2024-05-02T07:30:00.000Z"
    assert report["name"] == "Pilot says ferry sailed with doors open"
    assert report["external_references"] == [
        {"source_name": "The Lantern", "url": "https://lantern.example/ferry"}
    ]
    assert extension(report) == {
        "extension_type": "property-extension",
        "article_id": "ferry",
        "authors": ["Odile Marsh"],
    }
    assert len(report["object_refs"]) == 1 + 4 + 4


def test_a_statement_is_a_note_with_its_chain(reading: Reading) -> None:
    objects = checked(selected(reading))
    names = {o["id"]: o["name"] for o in of(objects, "identity")}
    note = of(objects, "note")[1]
    assert note["content"] == "about forty cars were loose"
    assert note["abstract"] == "The Lantern ‹ Tidewater ‹ Brann (pseudonym) ‹ mate (unnamed)"
    assert [names[id] for id in extension(note)["chain_refs"]] == ["Tidewater", "Brann", "mate"]
    assert extension(note) | {"chain_refs": [], "places": []} == {
        "extension_type": "property-extension",
        "statement_id": "ferry#st2",
        "chain_refs": [],
        "quotation": "direct",
        "kind": "communication",
        "polarity": "asserted",
        "basis": "unstated",
        "cue": "had said",
        "places": [],
        "sureness": 0.4,
    }


def test_nobody_is_joined_and_nothing_is_an_opinion(claim: Selection) -> None:
    objects = checked(claim)
    assert of(objects, "opinion") == []
    lines = [o for o in of(objects, "identity") if o["name"] == "Marrow Line"]
    assert len({o["id"] for o in lines}) == 2
    [brann] = [o for o in of(objects, "identity") if o["name"] == "Brann"]
    assert brann["description"] == "a pilot; a pseudonym, as the article says"


def test_an_article_without_a_date_is_a_grouping(silent: Reading) -> None:
    undated = replace(silent, article=replace(silent.article, published="last week"))
    for one in (silent, undated):
        [grouping] = of(checked(selected(one)), "grouping")
        assert (grouping["name"], grouping["context"]) == ("Rain", "unspecified")


def test_links_are_relationships(claim: Selection) -> None:
    copies, same = of(checked(claim), "relationship")
    assert (copies["relationship_type"], copies["confidence"]) == ("derived-from", 91)
    assert extension(copies)["link"] == "copies"
    assert (same["relationship_type"], same["description"]) == ("related-to", "rests on the mate")
    assert extension(same)["judgement"] == "unsure"


def test_every_kind_of_source_and_an_odd_reading_keep_the_rules(reading: Reading) -> None:
    kinds = tuple(replace(reading.source("s1"), id=k.value, kind=k) for k in SourceKind)
    empty = replace(reading.statements[3], id="st9", content=((5, 5),), chain=(), cue=None)
    odd = replace(reading, sources=(*reading.sources, *kinds), statements=(empty,))
    article = replace(odd.article, title=None, language=None, url="javascript:alert(1)")
    checked(selected(replace(odd, article=replace(article, published="2024-05-02"))))


def test_without_text_there_is_none(claim: Selection) -> None:
    assert all("description" not in o for o in of(checked(replace(claim, text=False)), "report"))


@pytest.mark.parametrize("published", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_time_at_the_end_of_the_calendar(published: str, silent: Reading) -> None:
    odd = replace(silent, article=replace(silent.article, published=published))
    assert len(of(checked(selected(odd)), "grouping")) == 1


def test_the_validator_sees_a_mistake(reading: Reading) -> None:
    made = written(selected(reading), "stix")
    broken = made.replace('"identity_class": "individual"', '"identity_class": "Some Body"')
    assert not validate_string(broken, STRICT).is_valid
    lost = made.replace('"object_refs"', '"object_reefs"', 1)
    assert not validate_string(lost, STRICT).is_valid
