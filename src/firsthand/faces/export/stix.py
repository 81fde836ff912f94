"""Articles, sources and statements as a STIX 2.1 bundle
(https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html), with an extension for the chain.

An article is a `report` (a `grouping` where no date of publication is known: a report has to have
one), a source an `identity` of one article, a statement a `note` on both, a link a `relationship`.
What STIX has no place for stands in a property extension. There is no `opinion`: that is a verdict.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final
from urllib.parse import quote
from uuid import UUID, uuid5

from firsthand.faces.environment import web_address
from firsthand.faces.export.addresses import across
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import chain_line
from firsthand.model.article import Article
from firsthand.model.contract import Json
from firsthand.model.reading import Naming, Reading, Source, SourceKind, Statement
from firsthand.model.trace import Judgement, Link, LinkKind, Trace

EXTENSION: Final = "extension-definition--5a3f0c1e-8d57-4b0e-9a43-6f2c7e1d9b84"
_NAMESPACE: Final = UUID("0e6c4f4a-6b1d-4c55-9d0e-2f7a8b3c1d90")
_UNKNOWN: Final = "1970-01-01T00:00:00.000Z"
"""When an object was made, where the article doesn't say when it was published."""
_URI: Final = "%/:?#[]@!$&'()*+,;=~"
_CLASSES: Final = {
    SourceKind.PERSON: "individual",
    SourceKind.ORGANISATION: "organization",
    SourceKind.OUTLET: "organization",
    SourceKind.GROUP: "group",
    SourceKind.DOCUMENT: "unknown",
    SourceKind.UNKNOWN: "unknown",
}
_NAMINGS: Final = {
    Naming.PSEUDONYM: "a pseudonym, as the article says",
    Naming.UNNAMED: "not named by the article",
}


def pieces(selection: Selection) -> Iterator[str]:
    digest, between = sha256(), ""
    yield '{"type": "bundle", "objects": [\n'
    for made in _Made(text=selection.text).objects(selection):
        line = json.dumps(made, ensure_ascii=False)
        digest.update(line.encode("utf-8", "surrogatepass"))
        yield between + line
        between = ",\n"
    yield f'\n], "id": "{_id("bundle", digest.hexdigest())}"}}\n'


class _Made:
    """Objects of one bundle; an outlet is one identity in all of it."""

    def __init__(self, *, text: bool):
        self._text = text
        self._outlets: set[str] = set()
        self._articles: dict[str, str] = {}
        """Ids of articles that a trace may speak of, by the articles' own."""

    def objects(self, selection: Selection) -> Iterator[Json]:
        yield from _ours()
        for reading in selection.readings():
            yield from self._reading(reading)
        for trace in selection.traces():
            yield from self._trace(trace)

    def _reading(self, reading: Reading) -> Iterator[Json]:
        a, when = reading.article, _published(reading.article)
        article = _article_id(a)
        self._articles[a.id] = article
        refs = []
        if a.publisher:
            refs.append(_id("identity", f"outlet:{a.publisher}"))
            if a.publisher not in self._outlets:
                self._outlets.add(a.publisher)
                yield _object("identity", refs[0], name=a.publisher,
                              identity_class="organization")  # fmt: skip
        for source in reading.sources:
            made = _source(a, source, when)
            refs.append(made["id"])
            yield made
        for statement in reading.statements:
            made = _statement(reading, statement, when)
            refs.append(made["id"])
            yield made
        yield self._article(a, article, refs or [_tool()], when)

    def _article(self, a: Article, id: str, refs: list[str], when: str | None) -> Json:
        # STIX wants a URI to the letter (RFC 3986); what pages give often holds other characters.
        url = quote(web_address(a.url), safe=_URI)
        reference = {"source_name": a.publisher or "article", "url": url}
        return _object(
            id.partition("--")[0],
            id,
            when=when,
            name=a.title or a.id,
            published=when,
            context=None if when else "unspecified",
            description=a.text if self._text else None,
            lang=a.language,
            object_refs=refs,
            external_references=[reference] if url else None,
            extensions=_extension(article_id=a.id, authors=list(a.authors)),
        )

    def _trace(self, t: Trace) -> Iterator[Json]:
        known = {a.id: self._articles[a.id] for a in t.articles if a.id in self._articles}
        ids = dict(known)
        for o in t.origins:
            ids[o.id] = _id("identity", f"origin:{o.id}")
            yield _object(
                "identity", ids[o.id], name=o.name, identity_class="unknown", description=o.reason,
                extensions=_extension(side=o.side.value, contact=o.contact),
            )  # fmt: skip
        yield _object(
            "note", _id("note", f"claim:{t.claim.id}"), content=t.claim.text, abstract="a claim",
            object_refs=list(ids.values()) or [_tool()],
            extensions=_extension(
                independent_support=t.independent_support, at_least=t.at_least,
                at_most=t.at_most, independent_denial=t.independent_denial,
                stances={known[a.id]: a.stance.value for a in t.articles if a.id in known},
            ),
        )  # fmt: skip
        for number, link in enumerate(t.links):
            if link.judgement is not Judgement.NO and {link.source, link.target} <= ids.keys():
                made = _id("relationship", f"{t.claim.id}:{link.id or number}")
                yield _link(link, made, ids[link.source], ids[link.target])


def _link(link: Link, id: str, source: str, target: str) -> Json:
    alike = source.partition("--")[0] == target.partition("--")[0]
    derived = alike and link.kind is LinkKind.COPIES
    return _object(
        "relationship",
        id,
        relationship_type="derived-from" if derived else "related-to",
        source_ref=source,
        target_ref=target,
        description=link.reason,
        confidence=round(100 * link.score),
        extensions=_extension(link=link.kind.value, judgement=link.judgement.value),
    )


def _source(a: Article, s: Source, when: str | None) -> Json:
    described = "; ".join(filter(None, (s.description, _NAMINGS.get(s.naming))))
    return _object(
        "identity",
        _source_id(a, s.id),
        when=when,
        name=s.name,
        description=described,
        identity_class=_CLASSES[s.kind],
        extensions=_extension(kind=s.kind.value, naming=s.naming.value),
    )


def _statement(reading: Reading, s: Statement, when: str | None) -> Json:
    a = reading.article
    chain = [_source_id(a, id) for id in s.chain]
    return _object(
        "note",
        _id("note", across(a.id, s.id)),
        when=when,
        abstract=chain_line(reading, s),
        # What can't be empty there may be so here.
        content=reading.words(s.content) or "…",
        object_refs=[_article_id(a), *dict.fromkeys(chain)],
        extensions=_extension(
            statement_id=across(a.id, s.id),
            chain_refs=chain,
            quotation=s.quotation.value,
            kind=s.kind.value,
            polarity=s.polarity.value,
            basis=s.basis.value,
            cue=reading.words((s.cue,)) if s.cue else None,
            places=[list(span) for span in s.content],
            sureness=s.confidence,
        ),
    )


def _ours() -> Iterator[Json]:
    """Who made the bundle, and what its extension is."""
    yield _object("identity", _tool(), name="firsthand", identity_class="system")
    yield _object(
        "extension-definition",
        EXTENSION,
        name="firsthand chain of attribution",
        description="Who is credited with a statement, through whom and how; what a link between "
        "articles is; how many independent origins a claim has. Never whether a claim is true.",
        schema="https://json-schema.org/draft/2020-12/schema",
        version="1.0.0",
        extension_types=["property-extension"],
    )


def _object(type: str, id: str, *, when: str | None = None, **given: object) -> Json:
    """Without what isn't known: STIX has neither null nor empty lists."""
    head: Json = {"type": type, "spec_version": "2.1", "id": id}
    if id != _tool():
        head["created_by_ref"] = _tool()
    head |= {"created": when or _UNKNOWN, "modified": when or _UNKNOWN}
    return head | {key: value for key, value in given.items() if value not in (None, "", [])}


def _extension(**given: object) -> Json:
    said = {key: value for key, value in given.items() if value not in (None, "", [], {})}
    return {EXTENSION: {"extension_type": "property-extension", **said}}


def _published(a: Article) -> str | None:
    """None where it isn't an ISO date; a time without a zone is taken for UTC."""
    try:
        when = datetime.fromisoformat(a.published or "")
        utc = when.astimezone(UTC) if when.tzinfo else when
    except (ValueError, OverflowError):
        return None
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03}Z"


def _article_id(a: Article) -> str:
    return _id("report" if _published(a) else "grouping", a.id)


def _source_id(a: Article, id: str) -> str:
    return _id("identity", f"source:{across(a.id, id)}")


def _tool() -> str:
    return _id("identity", "firsthand")


def _id(type: str, id: str) -> str:
    """The same for the same thing, in every export (RFC 4122, version 5)."""
    safe = id.encode("utf-8", "backslashreplace").decode()
    return f"{type}--{uuid5(_NAMESPACE, f'{type}:{safe}')}"
