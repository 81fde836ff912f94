"""Claims and quotations in the words of schema.org, as JSON-LD.

A `Claim` has its articles as `appearance` and the earliest dated one as `firstAppearance`. A
`Quotation` has who said it as `spokenByCharacter`; through whom it came stands in `isBasedOn`, one
work a hop, the outermost first. A `ClaimReview` is somebody else's that was imported or typed, by
its author: firsthand makes none.
"""

import json
from collections.abc import Iterable, Iterator
from functools import partial, reduce
from typing import Final

from firsthand.faces.environment import web_address
from firsthand.faces.export.addresses import across, iri
from firsthand.faces.export.selection import Selection
from firsthand.linking.events.event import Events
from firsthand.linking.reviewed import of_claim
from firsthand.model.article import Article
from firsthand.model.contract import Json
from firsthand.model.event import Date, Field
from firsthand.model.reading import Naming, Reading, Source, SourceKind, Statement
from firsthand.model.review import Review
from firsthand.model.trace import Judgement, LinkKind, Stance, Trace

CONTEXT: Final = "https://schema.org"

# The range of spokenByCharacter is Person or Organization; what is neither known to be stays bare.
_TYPES: Final = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.GROUP: "Organization",
    SourceKind.OUTLET: "NewsMediaOrganization",
    SourceKind.DOCUMENT: "DigitalDocument",
}
_NAMINGS: Final = {
    Naming.PSEUDONYM: "a pseudonym, as the article says",
    Naming.UNNAMED: "not named by the article",
}


def pieces(selection: Selection) -> Iterator[str]:
    graph: list[Json] = []
    copies: dict[str, list[str]] = {}
    for trace in selection.traces():
        graph += _claim(trace)
        graph += map(partial(_review, trace), of_claim(trace.claim.text, selection.reviews()))
        _copies(trace, copies)
    for reading in selection.readings():
        graph += _reading(reading, text=selection.text, based_on=copies)
    yield json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _claim(trace: Trace) -> Iterator[Json]:
    """What asserts or reports it is its appearance; what denies or corrects it is about it."""
    looks = [a for a in trace.articles if a.stance in (Stance.ASSERTS, Stance.REPORTS)]
    dated = [a for a in looks if a.published]
    claim: Json = {
        "@type": "Claim",
        "@id": iri("claim", trace.claim.id),
        "text": trace.claim.text,
        "appearance": [{"@id": iri("article", a.id)} for a in looks],
    } | _about_claim(trace)
    if dated:
        first = min(dated, key=lambda a: (a.published or "", a.id))
        claim["firstAppearance"] = {"@id": iri("article", first.id)}
    others = [{"@id": iri("article", a.id)} for a in trace.articles if a not in looks]
    yield claim | ({"subjectOf": others} if others else {})


def _review(trace: Trace, review: Review) -> Json:
    found: Json = {
        "@type": "ClaimReview",
        "claimReviewed": review.claim,
        "itemReviewed": {"@id": iri("claim", trace.claim.id)},
        "author": {"@type": "Thing", "name": review.author},
        "reviewRating": {"@type": "Rating", "alternateName": review.rating},
    }
    known = {"url": web_address(review.url) or None, "datePublished": review.published}
    return found | {key: value for key, value in known.items() if value}


def _about_claim(trace: Trace) -> Json:
    values = {f: [v.value for v in trace.claim.fields if v.field is f] for f in Field}
    return _about(values[Field.ACTOR], values[Field.PLACE], values[Field.DATE])


def _about(actors: Iterable[str], places: Iterable[str], dates: Iterable[str | None]) -> Json:
    """Who, where and when, as schema.org says it of any creative work; what isn't resolved to days
    is left out, and what isn't known to be a person or a body is a thing."""
    found = {
        "about": [{"@type": "Thing", "name": name} for name in dict.fromkeys(actors)],
        "spatialCoverage": [{"@type": "Place", "name": name} for name in dict.fromkeys(places)],
        "temporalCoverage": [d for d in dict.fromkeys(dates) if d and d[:4].isdigit()],
    }
    return {key: value for key, value in found.items() if value}


def _copies(trace: Trace, found: dict[str, list[str]]) -> None:
    """Articles that others rest on; only what is held to be so."""
    articles = {a.id for a in trace.articles}
    for link in trace.links:
        wanted = link.kind is not LinkKind.SAME_SOURCE and link.judgement is Judgement.YES
        if wanted and link.target in articles:
            targets = found.setdefault(link.source, [])
            targets += [link.target] * (link.target not in targets)


def _reading(reading: Reading, *, text: bool, based_on: dict[str, list[str]]) -> Iterator[Json]:
    article = _article(reading.article, text=text)
    if reading.article.id in based_on:
        article["isBasedOn"] = [{"@id": iri("article", id)} for id in based_on[reading.article.id]]
    yield article
    events = Events(reading)
    known = {s.id: s for s in reading.sources}
    for statement in reading.statements:
        event = events.of(statement)
        yield _quotation(reading, statement, [known[id] for id in statement.chain]) | _about(
            [a.name for a in event.actors], [p.name for p in event.places], map(_days, event.dates)
        )


def _article(a: Article, *, text: bool) -> Json:
    publisher = {"@type": "NewsMediaOrganization", "name": a.publisher} if a.publisher else None
    authors = [{"@type": "Person", "name": name} for name in a.authors] or None
    known = {
        "headline": a.title,
        "url": web_address(a.url) or None,
        "datePublished": a.published,
        "inLanguage": a.language,
        "publisher": publisher,
        "author": authors,
        "articleBody": a.text if text else None,
    }
    article = {"@type": "NewsArticle", "@id": iri("article", a.id), "identifier": a.id}
    return article | {key: value for key, value in known.items() if value is not None}


def _quotation(reading: Reading, s: Statement, chain: list[Source]) -> Json:
    id = across(reading.article.id, s.id)
    quotation: Json = {
        "@type": "Quotation",
        "@id": iri("statement", id),
        "identifier": id,
        "text": reading.words(s.content),
        "isPartOf": {"@id": iri("article", reading.article.id)},
    }
    if chain:
        document = chain[-1].kind is SourceKind.DOCUMENT
        quotation["citation" if document else "spokenByCharacter"] = _agent(reading, chain[-1])
    if len(chain) > 1:
        quotation["isBasedOn"] = _based_on(reading, chain[:-1])
    return quotation


def _days(date: Date) -> str | None:
    return date.start if date.start == date.end else f"{date.start}/{date.end}"


def _based_on(reading: Reading, hops: list[Source]) -> Json:
    """The outermost hop's work, which is based on that of the next."""

    def outer(inner: Json | None, hop: Source) -> Json:
        role = "publisher" if hop.kind is SourceKind.OUTLET else "creator"
        work: Json = {"@type": "CreativeWork", role: _agent(reading, hop)}
        return work | ({"isBasedOn": inner} if inner else {})

    found = reduce(outer, reversed(hops), None)
    assert found is not None
    return found


def _agent(reading: Reading, s: Source) -> Json:
    agent: Json = {"@id": iri("source", across(reading.article.id, s.id)), "name": s.name}
    if s.kind in _TYPES:
        agent["@type"] = _TYPES[s.kind]
    if s.description:
        agent["description"] = s.description
    if s.naming in _NAMINGS:
        agent["disambiguatingDescription"] = _NAMINGS[s.naming]
    return agent
