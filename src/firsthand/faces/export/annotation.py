"""Statements as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in one page.

Each place of a statement's content is a target, found again by its words with what stands before
and behind (TextQuoteSelector), or by its place (TextPositionSelector: code points, as here). The
bodies say who is credited, through whom, and how. `anchor` finds a place again in a changed text.
"""

import json
from collections.abc import Iterator
from typing import Final

from firsthand.faces.environment import web_address
from firsthand.faces.export.addresses import across, iri
from firsthand.faces.export.anchor import quote
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import chain_line
from firsthand.model.contract import Json
from firsthand.model.reading import Reading, Statement
from firsthand.model.span import Span

MODEL: Final = "http://www.w3.org/ns/anno.jsonld"


def pieces(selection: Selection) -> Iterator[str]:
    head = {"@context": MODEL, "id": iri("annotations", "page"), "type": "AnnotationPage"}
    yield json.dumps(head)[:-1] + ', "items": [\n'
    between = ""
    for reading in selection.readings():
        for statement in reading.statements:
            annotation = _annotation(reading, statement, text=selection.text)
            yield between + json.dumps(annotation, ensure_ascii=False)
            between = ",\n"
    yield "\n]}\n"


def _annotation(reading: Reading, s: Statement, *, text: bool) -> Json:
    a = reading.article
    source = web_address(a.url) or iri("article", a.id)
    return {
        "id": iri("statement", across(a.id, s.id)),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {
            "id": iri("reader", reading.reader.model),
            "type": "Software",
            "name": f"{reading.reader.name} {reading.reader.version}",
        },
        "body": list(_bodies(reading, s)),
        "target": [
            {"source": source, "selector": _selectors(a.text, span, surroundings=text)}
            for span in s.content
        ],
    }


def _bodies(reading: Reading, s: Statement) -> Iterator[Json]:
    yield {
        "type": "TextualBody",
        "purpose": "identifying",
        "format": "text/plain",
        "value": chain_line(reading, s),
    }
    tags = {"quotation": s.quotation, "kind": s.kind, "polarity": s.polarity, "basis": s.basis}
    for name, value in tags.items():
        yield {"type": "TextualBody", "purpose": "tagging", "value": f"{name}: {value.value}"}
    yield {"type": "TextualBody", "purpose": "assessing", "value": f"confidence: {s.confidence}"}


def _selectors(text: str, span: Span, *, surroundings: bool) -> list[Json]:
    quoted = quote(text, span)
    selector: Json = {"type": "TextQuoteSelector", "exact": quoted.exact}
    if surroundings:
        selector |= {"prefix": quoted.prefix, "suffix": quoted.suffix}
    start, end = span
    return [selector, {"type": "TextPositionSelector", "start": start, "end": end}]
