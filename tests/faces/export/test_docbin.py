"""The DocBin, read back by spaCy."""

from dataclasses import replace
from typing import Any

import pytest

from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.model.contract import reading_from_json
from firsthand.model.reading import Reading
from tests.faces.export.conftest import docs, raw, selected, spans

pytest.importorskip("spacy", reason="spaCy isn't there: pip install 'firsthand[spacy]'")


def read(selection: Selection) -> list[Any]:
    made = raw(selection, FORMATS["docbin"])[""]
    assert isinstance(made, bytes)
    return docs(made)


def test_a_doc_has_text_spans_and_reading(reading: Reading) -> None:
    [doc] = read(selected(reading))
    assert doc.text == reading.article.text
    assert spans(doc)[:3] == [
        ("SOURCE", "ferry#s1", "Tidewater"),
        ("SOURCE", "ferry#s2", "A pilot"),
        ("SOURCE", "ferry#s2", "Brann"),
    ]
    assert [s.text for s in doc.spans["contents"]] == [
        "the mate had said “about forty cars were loose”",
        "about forty cars were loose",
        "“I saw the ramp,”",
        "any door was open",
    ]
    assert [(s.id_, s.text) for s in doc.spans["cues"]][3] == ("ferry#st4", "denied")
    assert [(s.id_, s.text) for s in doc.spans["hedges"]] == [("ferry#st2", "about")]
    assert reading_from_json(doc._.firsthand) == replace(
        reading, article=replace(reading.article, credits=())
    )


def test_the_component_s_statements_are_there_again(reading: Reading) -> None:
    [doc] = read(selected(reading))
    assert [source.name for source in doc._.statements[1].chain] == ["Tidewater", "Brann", "mate"]


def test_several_articles_are_several_docs(claim: Selection, copied: Reading) -> None:
    assert [doc._.firsthand["article"]["id"] for doc in read(claim)] == ["ferry", "gull"]


def test_an_article_of_nothing_is_a_doc_of_nothing(silent: Reading) -> None:
    [doc] = read(selected(replace(silent, article=replace(silent.article, text="", title=None))))
    assert (doc.text, spans(doc)) == ("", [])
