"""PROV-JSON, read back with the prov library."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from prov.model import (
    PROV,
    ProvAgent,
    ProvAttribution,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
)

from firsthand.faces.export.selection import Selection
from tests.faces.export.conftest import written


@pytest.fixture
def document(claim: Selection) -> ProvDocument:
    return ProvDocument.deserialize(io.StringIO(written(claim, "prov")), format="json")


def extra(record: Any, name: str) -> Any:
    found = [value for key, value in record.attributes if key.localpart == name]
    return found[0] if found else None


def local(record: Any, name: str) -> str:
    return str(extra(record, name).localpart)


def attributions(document: ProvDocument, entity: str) -> list[Any]:
    found = document.get_records(ProvAttribution)
    return [a for a in found if local(a, "entity") == entity]


def derivations(document: ProvDocument, kind: Any) -> set[tuple[str, str]]:
    return {
        (local(d, "generatedEntity"), local(d, "usedEntity"))
        for d in document.get_records(ProvDerivation)
        if kind in d.get_asserted_types()
    }


def test_the_library_reads_it_and_writes_the_same(document: ProvDocument) -> None:
    again = ProvDocument.deserialize(io.StringIO(document.serialize(format="json")), format="json")
    assert again == document


def test_each_hop_is_an_attribution_with_cue_and_confidence(document: ProvDocument) -> None:
    hops = sorted(attributions(document, "statement:ferry%23st2"), key=lambda a: extra(a, "hop"))
    assert [local(a, "agent") for a in hops] == [
        "source:ferry%23s1", "source:ferry%23s2", "source:ferry%23s3",
    ]  # fmt: skip
    assert [extra(a, "hop") for a in hops] == [0, 1, 2]
    assert {extra(a, "cue") for a in hops} == {"had said"}
    assert {float(extra(a, "confidence")) for a in hops} == {0.4}
    assert all(extra(a, "cueEnd") - extra(a, "cueStart") == len("had said") for a in hops)


def test_direct_words_were_quoted_from_their_article(document: ProvDocument) -> None:
    quoted = derivations(document, PROV["Quotation"])
    assert ("statement:ferry%23st2", "article:ferry") in quoted
    assert ("statement:ferry%23st4", "article:ferry") not in quoted
    assert ("article:gull", "article:ferry") in quoted


def test_a_statement_had_its_source_as_primary_source(document: ProvDocument) -> None:
    primary = derivations(document, PROV["PrimarySource"])
    assert ("statement:ferry%23st2", "account:ferry%23s3") in primary
    assert ("article:ferry", "origin:o1") in primary
    [account] = attributions(document, "account:ferry%23s3")
    assert local(account, "agent") == "source:ferry%23s3"


def test_everything_that_is_related_is_there(document: ProvDocument) -> None:
    there = {r.identifier for kind in (ProvEntity, ProvAgent) for r in document.get_records(kind)}
    ends = {"entity", "agent", "generatedEntity", "usedEntity"}
    related = {
        value
        for kind in (ProvAttribution, ProvDerivation)
        for record in document.get_records(kind)
        for key, value in record.formal_attributes
        if key.localpart in ends and value is not None
    }
    assert related and related <= there


def test_sources_of_two_articles_are_two_agents(document: ProvDocument) -> None:
    agents = {str(r.identifier.localpart) for r in document.get_records(ProvAgent)}
    assert {"source:ferry%23s4", "source:gull%23s1"} <= agents


def test_without_text(claim: Selection) -> None:
    made = written(replace(claim, text=False), "prov")
    assert "Tidewater could not verify" not in made
    assert "about forty cars were loose" in made
    assert json.loads(made)["entity"]["firsthand:article:ferry"].get("prov:value") is None
