"""GraphML and GEXF, read back with networkx: both give the same graph."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Reading
from tests.faces.export.conftest import selected, written

READERS: dict[str, Callable[[Any], Any]] = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
both = pytest.mark.parametrize("format", READERS)


def read(selection: Selection, format: str) -> Any:
    return READERS[format](io.BytesIO(written(selection, format).encode()))


@both
def test_nodes_and_what_they_are(claim: Selection, format: str) -> None:
    graph = read(claim, format)
    assert {(id, d["label"], d["kind"]) for id, d in graph.nodes(data=True)} == {
        ("article:ferry", "Pilot says ferry sailed with doors open", "article"),
        ("article:gull", "Ferry sailed with doors open", "article"),
        ("outlet:the lantern", "The Lantern", "outlet"),
        ("outlet:the gull", "The Gull", "outlet"),
        ("named:outlet:tidewater", "Tidewater", "outlet"),
        ("source:ferry#s2", "Brann", "person"),
        ("source:ferry#s3", "mate", "person"),
        ("named:organisation:marrow line", "Marrow Line", "organisation"),
        ("origin:o1", "mate", "origin"),
    }


@both
def test_links_with_their_reasons(claim: Selection, format: str) -> None:
    graph = read(claim, format)
    [given] = [
        d for u, v, d in graph.edges(data=True) if (u, v) == ("article:gull", "article:ferry")
    ]
    assert given["relation"] == "copies" and given["judgement"] == "yes"
    assert given["score"] == pytest.approx(0.91234)
    assert given["reason"] == "shares “cars were loose”"
    assert graph.has_edge("article:ferry", "origin:o1")


def test_a_chain_is_a_path(claim: Selection) -> None:
    graph = nx.read_graphml(io.BytesIO(written(claim, "graphml").encode()), force_multigraph=True)
    path = [(u, v) for u, v, key in graph.edges(keys=True) if key.startswith("credits:ferry#st2:")]
    assert path == [
        ("article:ferry", "named:outlet:tidewater"),
        ("named:outlet:tidewater", "source:ferry#s2"),
        ("source:ferry#s2", "source:ferry#s3"),
    ]


@both
def test_a_pseudonym_of_two_articles_is_two_nodes(reading: Reading, format: str) -> None:
    other = replace(reading, article=replace(reading.article, id="ferry-2"))
    graph = read(selected(reading, other), format)
    assert {"source:ferry#s2", "source:ferry-2#s2"} <= set(graph)
    assert sum("marrow" in id for id in graph) == 1


@both
def test_hostile_words_stay_words(reading: Reading, format: str) -> None:
    title = 'a "b" <c> & \x00\x0b]]> d\'s\n"/><evil/>'
    hostile = replace(reading, article=replace(reading.article, title=title))
    label = read(selected(hostile), format).nodes["article:ferry"]["label"]
    assert label == title.replace("\x00", "\ufffd").replace("\x0b", "\ufffd")
