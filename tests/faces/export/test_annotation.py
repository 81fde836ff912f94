"""Web Annotations: what the W3C model demands, and that each finds its words again."""

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rdflib import Graph, Namespace

from firsthand.faces.export.anchor import Anchored, Anchoring, Quote, anchor
from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Reading
from tests.faces.export.conftest import selected, written

OA = Namespace("http://www.w3.org/ns/oa#")

# The musts of https://www.w3.org/TR/annotation-model/, sections 3.1, 3.2, 4.2.4 and 4.2.5.
MODEL = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "type", "target"],
                "properties": {
                    "id": {"type": "string", "pattern": "^[a-z]+:"},
                    "type": {"const": "Annotation"},
                    "motivation": {
                        "enum": [
                            "assessing", "bookmarking", "classifying", "commenting", "describing",
                            "editing", "highlighting", "identifying", "linking", "moderating",
                            "questioning", "replying", "tagging",
                        ]
                    },
                    "body": {
                        "type": "array",
                        "items": {
                            "required": ["type", "value", "purpose"],
                            "properties": {"type": {"const": "TextualBody"}},
                        },
                    },
                    "target": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "required": ["source", "selector"],
                            "properties": {
                                "source": {"type": "string", "pattern": "^[a-z]+:"},
                                "selector": {"items": {"$ref": "#/$defs/selector"}},
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "selector": {
            "oneOf": [
                {
                    "required": ["exact"],
                    "properties": {
                        "type": {"const": "TextQuoteSelector"},
                        "exact": {"type": "string"},
                        "prefix": {"type": "string"},
                        "suffix": {"type": "string"},
                    },
                },
                {
                    "required": ["start", "end"],
                    "properties": {
                        "type": {"const": "TextPositionSelector"},
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 0},
                    },
                },
            ]
        }
    },
}  # fmt: skip


def page(selection: Selection) -> Any:
    return json.loads(written(selection, "annotation"))


def test_it_follows_the_model(claim: Selection) -> None:
    Draft202012Validator(MODEL).validate(page(claim))


def test_it_is_json_ld(claim: Selection) -> None:
    given = page(claim) | {"@context": {"@vocab": OA, "id": "@id", "type": "@type"}}
    graph = Graph().parse(data=json.dumps(given), format="json-ld")
    assert len(list(graph.subjects(None, OA.TextQuoteSelector))) == 5


def test_each_target_finds_its_words_where_they_stand(claim: Selection) -> None:
    texts = {r.article.url: r.article.text for r in claim.readings()}
    for annotation in page(claim)["items"]:
        for target in annotation["target"]:
            quoted, place = target["selector"]
            span = (place["start"], place["end"])
            words = Quote(quoted["exact"], quoted["prefix"], quoted["suffix"])
            assert anchor(words, texts[target["source"]], span=span) == Anchored(
                Anchoring.EXACT, span
            )


def test_the_bodies_say_who_and_how(claim: Selection) -> None:
    second = page(claim)["items"][1]
    assert second["id"] == "urn:firsthand:statement:ferry%23st2"
    assert [body["value"] for body in second["body"]] == [
        "The Lantern ‹ Tidewater ‹ Brann (pseudonym) ‹ mate (unnamed)",
        "quotation: direct",
        "kind: communication",
        "polarity: asserted",
        "basis: unstated",
        "confidence: 0.4",
    ]


def test_a_split_content_has_a_target_a_part(reading: Reading) -> None:
    first = replace(reading.statements[0], content=((0, 5), (9, 12)))
    split = replace(reading, statements=(first,))
    assert [t["selector"][1] for t in page(selected(split))["items"][0]["target"]] == [
        {"type": "TextPositionSelector", "start": 0, "end": 5},
        {"type": "TextPositionSelector", "start": 9, "end": 12},
    ]


def test_without_text_nothing_around_the_quotation(claim: Selection) -> None:
    quoted = page(replace(claim, text=False))["items"][1]["target"][0]["selector"][0]
    assert quoted == {"type": "TextQuoteSelector", "exact": "about forty cars were loose"}


@pytest.mark.parametrize("url", [None, "javascript:alert(1)"])
def test_without_a_web_address_the_source_is_the_article(reading: Reading, url: str | None) -> None:
    there = replace(reading, article=replace(reading.article, url=url))
    [first, *_] = page(selected(there))["items"]
    assert first["target"][0]["source"] == "urn:firsthand:article:ferry"


def test_an_empty_page_is_a_page(silent: Reading) -> None:
    assert page(selected(silent))["items"] == []
