"""Articles, sources and statements as FollowTheMoney (https://followthemoney.tech/docs/): entities,
and the same as statements about their properties, a line each.

An article is an `Article`, a named source a `Person`, `Organization`, `LegalEntity` or `Document`,
and each hop of a chain a `Documentation` between the two. A source is an entity of one article:
whether two are one is for whoever resolves them. A pseudonym or an unnamed source is a `Note`,
which no tool of the family matches against people, so that it isn't joined to anybody there either.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha1, sha256
from typing import Final

from firsthand.faces.environment import web_address
from firsthand.faces.export.addresses import across
from firsthand.faces.export.csl import published_on
from firsthand.faces.export.selection import Selection
from firsthand.model.article import Article
from firsthand.model.contract import Json
from firsthand.model.reading import Naming, Reading, Source, SourceKind, Statement
from firsthand.model.trace import Judgement, Trace

DATASET: Final = "firsthand"

_SCHEMAS: Final = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.OUTLET: "Organization",
    SourceKind.GROUP: "Organization",
    SourceKind.DOCUMENT: "Document",
    SourceKind.UNKNOWN: "LegalEntity",
}
_NAMINGS: Final = {
    Naming.PSEUDONYM: "a pseudonym, as the article says",
    Naming.UNNAMED: "not named by the article",
}
_LANGUAGES: Final = {"en": "eng"}
"""FollowTheMoney's are ISO 639-3. What isn't read as English was read by force, and isn't said."""


def files(selection: Selection) -> Iterator[tuple[str, Iterable[str]]]:
    yield "entities.ftm.json", map(_line, entities(selection))
    yield (
        "statements.ftm.json",
        (_line(row) for entity in entities(selection) for row in _statements(entity)),
    )


def entities(selection: Selection) -> Iterator[Json]:
    for reading in selection.readings():
        yield _article(reading.article, text=selection.text)
        known = {s.id: s for s in reading.sources}
        for source in reading.sources:
            yield _source(reading.article, source)
        for statement in reading.statements:
            chain = [known[id] for id in statement.chain]
            yield from _hops(reading, statement, chain)
    for trace in selection.traces():
        yield from _claim(trace)


def _article(a: Article, *, text: bool) -> Json:
    return _entity(
        "Article",
        _id("article", a.id),
        title=a.title or a.id,
        fileName=a.id,
        publisher=a.publisher,
        author=list(a.authors),
        publishedAt=_day(a),
        sourceUrl=web_address(a.url),
        language=_LANGUAGES.get(a.language or ""),
        bodyText=a.text if text else None,
    )


def _source(a: Article, s: Source) -> Json:
    id = _source_id(a, s)
    if s.naming is not Naming.NAMED:
        return _entity(
            "Note", id, name=s.name, summary=_NAMINGS[s.naming], description=s.description
        )
    schema = _SCHEMAS[s.kind]
    named: dict[str, str | None] = {"name": s.name}
    if schema == "Document":
        named = {"title": s.name, "fileName": s.name}
    role = "position" if schema == "Person" else "description"
    return _entity(schema, id, **named, **{role: s.description})


def _hops(reading: Reading, s: Statement, chain: list[Source]) -> Iterator[Json]:
    """The source itself, and those through whom it came."""
    a, last = reading.article, len(chain) - 1
    said = (s.polarity.value, s.quotation.value, s.kind.value, f"basis {s.basis.value}")
    for hop, source in enumerate(chain):
        yield _entity(
            "Documentation",
            _id("hop", f"{across(a.id, s.id)}:{hop}"),
            document=_id("article", a.id),
            entity=_source_id(a, source),
            role="source" if hop == last else f"via, hop {hop + 1} of {len(chain)}",
            date=_day(a),
            summary=reading.words(s.content),
            description=", ".join(said),
            recordId=across(a.id, s.id),
            publisher=a.publisher,
        )


def _claim(t: Trace) -> Iterator[Json]:
    counts = (
        f"{t.independent_support} independent origins (at least {t.at_least}, at most "
        f"{t.at_most}); {t.independent_denial} deny it"
    )
    claim = _id("claim", t.claim.id)
    yield _entity("Note", claim, name=t.claim.text, summary="a claim", description=counts)
    ids = {a.id: _id("article", a.id) for a in t.articles}
    for o in t.origins:
        ids[o.id] = _id("origin", o.id)
        yield _entity("Note", ids[o.id], name=o.name, summary="an origin", description=o.reason)
        yield _link(ids[o.id], claim, role=o.side.value)
    for a in t.articles:
        yield _link(ids[a.id], claim, role=a.stance.value)
    for k in t.links:
        if k.judgement is not Judgement.NO and k.target in ids:
            yield _link(
                ids[k.source],
                ids[k.target],
                role=k.kind.value,
                status=k.judgement.value,
                summary=k.reason,
                recordId=k.id,
            )


def _link(subject: str, object: str, *, role: str, **more: str) -> Json:
    id = _id("link", "\x1f".join((subject, object, role, more.get("recordId", ""))))
    return _entity("UnknownLink", id, subject=subject, object=object, role=role, **more)


def _source_id(a: Article, s: Source) -> str:
    return _id("source", across(a.id, s.id))


def _id(kind: str, id: str) -> str:
    """An id there is letters, digits and hyphens."""
    return f"firsthand-{kind}-{sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _day(a: Article) -> str | None:
    day = published_on(a)
    return day.isoformat() if day else None


def _entity(schema: str, id: str, **values: str | list[str] | None) -> Json:
    lists = {k: [v] if isinstance(v, str) else v for k, v in values.items()}
    return {"id": id, "schema": schema, "properties": {k: v for k, v in lists.items() if v}}


def _statements(entity: Json) -> Iterator[Json]:
    """One that there is the entity, and one for each value of a property."""
    id, schema = entity["id"], entity["schema"]
    values = [("id", id)]
    values += [(prop, value) for prop, found in entity["properties"].items() for value in found]
    for prop, value in values:
        key = f"{DATASET}.{id}.{prop}.{value}".encode("utf-8", "surrogatepass")
        yield {
            "canonical_id": id,
            "entity_id": id,
            "prop": prop,
            "schema": schema,
            "value": value,
            "dataset": DATASET,
            "lang": None,
            "original_value": None,
            "first_seen": None,
            "last_seen": None,
            "external": False,
            "origin": None,
            "id": sha1(key).hexdigest(),
        }


def _line(row: Json) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
