"""JSON-LD in the words of schema.org, read back as RDF with rdflib."""

import json
from dataclasses import replace

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Reading, SourceKind
from firsthand.model.review import Review
from tests.faces.export.conftest import selected, written

S = Namespace("https://schema.org/")

# A CreativeWork's, as claims and quotations are.
ABOUT = {"about", "spatialCoverage", "temporalCoverage"}
# Properties with the types that schema.org gives them to; Thing's are everybody's.
DOMAINS = {
    "Claim": {"text", "appearance", "firstAppearance", *ABOUT},
    "Quotation": {"text", "isPartOf", "isBasedOn", "spokenByCharacter", "citation", *ABOUT},
    "CreativeWork": {"isBasedOn", "creator", "publisher"},
    "NewsArticle": {
        "headline", "datePublished", "inLanguage", "publisher", "author", "articleBody",
        "isBasedOn",
    },
    "NewsMediaOrganization": set(),
    "Organization": set(),
    "Person": set(),
    "Place": set(),
    "Thing": set(),
    "DigitalDocument": set(),
}  # fmt: skip
THINGS = {"name", "url", "description", "disambiguatingDescription", "identifier", "subjectOf"}


def parsed(selection: Selection) -> Graph:
    """The graph. Nothing is fetched: the context is given, as schema.org's maps every term."""
    page = json.loads(written(selection, "schemaorg"))
    assert page["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps(page | {"@context": {"@vocab": S}}), format="json-ld")


@pytest.fixture
def graph(claim: Selection) -> Graph:
    return parsed(claim)


def urn(kind: str, id: str) -> URIRef:
    return URIRef(f"urn:firsthand:{kind}:{id}")


def name(graph: Graph, node: Node | None) -> str:
    return str(graph.value(node, S.name))


def test_every_property_belongs_to_its_type(graph: Graph) -> None:
    for subject, type in graph.subject_objects(RDF.type):
        kind = str(type).removeprefix(S)
        used = {str(p).removeprefix(S) for p in graph.predicates(subject)} - {str(RDF.type)}
        assert used <= DOMAINS[kind] | THINGS, kind


def test_a_claim_has_its_appearances_and_the_first(graph: Graph) -> None:
    claim = urn("claim", "c1")
    assert graph.value(claim, S.text) == Literal("About forty cars were loose on the ferry")
    assert set(graph.objects(claim, S.appearance)) == {
        urn("article", "ferry"), urn("article", "gull"),
    }  # fmt: skip
    assert list(graph.objects(claim, S.firstAppearance)) == [urn("article", "ferry")]


def test_a_quotation_is_spoken_by_its_source_and_based_on_the_chain(graph: Graph) -> None:
    quotation = urn("statement", "ferry%23st2")
    assert name(graph, graph.value(quotation, S.spokenByCharacter)) == "mate"
    outer = graph.value(quotation, S.isBasedOn)
    assert name(graph, graph.value(outer, S.publisher)) == "Tidewater"
    inner = graph.value(outer, S.isBasedOn)
    assert name(graph, graph.value(inner, S.creator)) == "Brann"
    assert graph.value(inner, S.isBasedOn) is None


def test_a_pseudonym_is_said_to_be_one_and_nobody_else(graph: Graph) -> None:
    [brann] = list(graph.subjects(S.name, Literal("Brann")))
    told = graph.value(brann, S.disambiguatingDescription)
    assert told == Literal("a pseudonym, as the article says")
    assert not list(graph.objects(brann, S.sameAs))


def test_a_copy_is_based_on_what_it_copies(graph: Graph) -> None:
    assert graph.value(urn("article", "gull"), S.isBasedOn) == urn("article", "ferry")


def test_nothing_is_reviewed(claim: Selection) -> None:
    assert "Review" not in written(claim, "schemaorg")


def test_a_review_that_somebody_published_of_the_claim_is_theirs(claim: Selection) -> None:
    trace = next(claim.traces())
    mine = Review(trace.claim.text, "Unproven", "Brask Check", "https://check.example/1")
    other = Review("Wolves swam to Lisk", "False", "Brask Check")
    graph = parsed(replace(claim, reviews=lambda: (mine, other)))
    [review] = list(graph.subjects(RDF.type, S.ClaimReview))
    assert graph.value(review, S.itemReviewed) == urn("claim", trace.claim.id)
    assert name(graph, graph.value(review, S.author)) == "Brask Check"
    rating = graph.value(review, S.reviewRating)
    assert graph.value(rating, S.alternateName) == Literal("Unproven")


def test_a_document_is_cited_not_heard(reading: Reading) -> None:
    paper = replace(reading.source("s4"), name="the log", kind=SourceKind.DOCUMENT)
    logged = replace(reading, sources=(*reading.sources[:3], paper))
    graph = parsed(selected(logged))
    quotation = urn("statement", "ferry%23st4")
    assert name(graph, graph.value(quotation, S.citation)) == "the log"
    assert graph.value(quotation, S.spokenByCharacter) is None


def test_without_text_no_article_body(claim: Selection) -> None:
    assert "articleBody" in written(claim, "schemaorg")
    assert "articleBody" not in written(replace(claim, text=False), "schemaorg")
