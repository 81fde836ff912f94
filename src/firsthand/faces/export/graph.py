"""What is drawn in Gephi: nodes and edges, before any file format.

Outlets and articles, and the sources that articles credit: an edge for each statement's hops, from
whom it came to who had it. Named sources are one node by name and kind; pseudonyms and unnamed
sources are one node an article, never joined. A claim brings its origins and links.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from firsthand.faces.export.addresses import across
from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Naming, Reading, Source
from firsthand.model.trace import Judgement, Trace

Attributes = tuple[tuple[str, str | float], ...]
"""Names and values; a name always has values of one type."""


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    label: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Edge:
    id: str
    source: str
    target: str
    attributes: Attributes = ()


NODE_ATTRIBUTES = {"kind": "string", "naming": "string", "published": "string", "url": "string"}
EDGE_ATTRIBUTES = {
    "relation": "string",
    "judgement": "string",
    "score": "double",
    "polarity": "string",
    "hop": "double",
    "reason": "string",
}


def nodes(selection: Selection) -> Iterator[Node]:
    """Each once."""
    seen: set[str] = set()
    for node in _nodes(selection):
        if node.id not in seen:
            seen.add(node.id)
            yield node


def _nodes(selection: Selection) -> Iterator[Node]:
    for reading in selection.readings():
        a = reading.article
        given = (("kind", "article"), ("published", a.published), ("url", a.url))
        yield Node(_article(a.id), a.title or a.id, _known(given))
        if a.publisher:
            yield Node(_outlet(a.publisher), a.publisher, (("kind", "outlet"),))
        for s in reading.sources:
            kinds = (("kind", s.kind.value), ("naming", s.naming.value))
            yield Node(_source(reading, s), s.name, kinds)
    for trace in selection.traces():
        for origin in trace.origins:
            yield Node(f"origin:{origin.id}", origin.name, (("kind", "origin"),))


def edges(selection: Selection) -> Iterator[Edge]:
    """Their ends are nodes of the same selection."""
    for reading in selection.readings():
        yield from _published(reading)
        yield from _credited(reading)
    for trace in selection.traces():
        yield from _linked(trace)


def _published(reading: Reading) -> Iterator[Edge]:
    a = reading.article
    if a.publisher:
        id = f"published:{a.id}"
        yield Edge(id, _outlet(a.publisher), _article(a.id), (("relation", "published"),))


def _credited(reading: Reading) -> Iterator[Edge]:
    known = {s.id: s for s in reading.sources}
    for statement in reading.statements:
        id = across(reading.article.id, statement.id)
        ends = [_article(reading.article.id)]
        ends += [_source(reading, known[source]) for source in statement.chain]
        for hop, (by, of) in enumerate(pairwise(ends)):
            given: Attributes = (
                ("relation", "credits"), ("polarity", statement.polarity.value), ("hop", float(hop))
            )  # fmt: skip
            yield Edge(f"credits:{id}:{hop}", by, of, given)


def _linked(trace: Trace) -> Iterator[Edge]:
    origins = {origin.id for origin in trace.origins}
    articles = {article.id for article in trace.articles}
    for number, link in enumerate(trace.links):
        if link.judgement is Judgement.NO or link.target not in origins | articles:
            continue
        target = f"origin:{link.target}" if link.target in origins else _article(link.target)
        id = f"link:{trace.claim.id}:{link.id or number}"
        yield Edge(
            id,
            _article(link.source),
            target,
            (
                ("relation", link.kind.value),
                ("judgement", link.judgement.value),
                ("score", link.score),
                ("reason", link.reason),
            ),
        )


def _source(reading: Reading, source: Source) -> str:
    if source.naming is not Naming.NAMED:
        return f"source:{across(reading.article.id, source.id)}"
    return f"named:{source.kind.value}:{' '.join(source.name.casefold().split())}"


def _article(id: str) -> str:
    return f"article:{id}"


def _outlet(name: str) -> str:
    return f"outlet:{' '.join(name.casefold().split())}"


def _known(given: tuple[tuple[str, str | None], ...]) -> Attributes:
    return tuple((name, value) for name, value in given if value)
