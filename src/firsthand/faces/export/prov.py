"""Where the words come from, as W3C PROV-JSON (https://www.w3.org/submissions/prov-json/).

An article, a statement's words, a claim and the account of an origin are entities; sources and
outlets are agents. Words that were quoted `wasQuotedFrom` their article (in PROV-JSON a derivation
of type prov:Quotation); what stands nearest to the origin `hadPrimarySource` (prov:PrimarySource);
each hop of a chain is an attribution of its own, with its place in the chain, the cue and the
confidence. Sources are agents of one article each: no agent is joined to another.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from firsthand.faces.export.addresses import ROOT, across, iri
from firsthand.faces.export.selection import Selection
from firsthand.model.article import Article
from firsthand.model.contract import Json
from firsthand.model.reading import Quotation, Reading, SourceKind, Statement
from firsthand.model.trace import Judgement, Link, LinkKind, Trace

_PEOPLE: Final = {
    SourceKind.PERSON: "prov:Person",
    SourceKind.ORGANISATION: "prov:Organization",
    SourceKind.OUTLET: "prov:Organization",
}
_DERIVED: Final = {
    LinkKind.COPIES: "prov:Quotation",
    LinkKind.CITES: "prov:PrimarySource",
    LinkKind.SAME_SOURCE: "prov:PrimarySource",
}


def pieces(selection: Selection) -> Iterator[str]:
    made = _Document()
    for reading in selection.readings():
        made.reading(reading, text=selection.text)
    for trace in selection.traces():
        made.trace(trace)
    yield json.dumps(made.written(), ensure_ascii=False, indent=1) + "\n"


class _Document:
    """The sections of PROV-JSON, filled record by record."""

    def __init__(self) -> None:
        self._sections: dict[str, dict[str, Json]] = defaultdict(dict)

    def written(self) -> Json:
        prefixes = {"firsthand": ROOT, "urn": "urn:"}
        return {"prefix": prefixes, **self._sections}

    def reading(self, reading: Reading, *, text: bool) -> None:
        a = reading.article
        article = self._article(a, text=text)
        if a.publisher:
            outlet = self._add(
                "agent", _name("outlet", a.publisher), _agent(a.publisher, SourceKind.OUTLET)
            )
            self._relate("wasAttributedTo", entity=article, agent=outlet)
        for s in reading.sources:
            agent = _agent(s.name, s.kind) | _given(naming=s.naming.value, kind=s.kind.value)
            if s.description:
                agent |= _given(description=s.description)
            self._add("agent", _name("source", across(a.id, s.id)), agent)
        for statement in reading.statements:
            self._statement(reading, statement, article)

    def _article(self, a: Article, *, text: bool) -> str:
        entity: Json = {"prov:type": _qualified("firsthand:Article")}
        known = {"prov:label": a.title, "firsthand:url": a.url, "firsthand:published": a.published}
        entity |= {key: value for key, value in known.items() if value}
        if text:
            entity["prov:value"] = a.text
        return self._add("entity", _name("article", a.id), entity)

    def _statement(self, reading: Reading, s: Statement, article: str) -> None:
        id = reading.article.id
        words = self._add(
            "entity",
            _name("statement", across(id, s.id)),
            {"prov:type": _qualified("firsthand:Statement"), "prov:value": reading.words(s.content)}
            | _given(
                quotation=s.quotation.value, kind=s.kind.value, polarity=s.polarity.value,
                basis=s.basis.value, content=json.dumps(s.content),
            ),
        )  # fmt: skip
        quoted = None if s.quotation is Quotation.INDIRECT else "prov:Quotation"
        self._derive(words, article, type=quoted)
        if s.parent:
            self._derive(words, _name("statement", across(id, s.parent)))
        for hop, source in enumerate(s.chain):
            self._relate(
                "wasAttributedTo",
                entity=words,
                agent=_name("source", across(id, source)),
                more=_given(hop=hop, hops=len(s.chain), confidence=s.confidence) | _cue(reading, s),
            )
        if s.chain:
            self._account(words, across(id, s.chain[-1]))

    def _account(self, words: str, source: str) -> None:
        """What the source itself gave: the last thing that the chain leads to."""
        entity = {"prov:type": _qualified("firsthand:Account")}
        account = self._add("entity", _name("account", source), entity)
        self._relate("wasAttributedTo", entity=account, agent=_name("source", source))
        self._derive(words, account, type="prov:PrimarySource")

    def trace(self, trace: Trace) -> None:
        claim = self._add(
            "entity",
            _name("claim", trace.claim.id),
            {"prov:type": _qualified("firsthand:Claim"), "prov:value": trace.claim.text}
            | _given(
                independentSupport=trace.independent_support, atLeast=trace.at_least,
                atMost=trace.at_most, independentDenial=trace.independent_denial,
            ),
        )  # fmt: skip
        for a in trace.articles:
            self._derive(_name("article", a.id), claim, more=_given(stance=a.stance.value))
        for o in trace.origins:
            account = {"prov:type": _qualified("firsthand:Account"), "prov:label": o.name}
            account |= _given(side=o.side.value, reason=o.reason)
            self._add("entity", _name("origin", o.id), account)
            agent = self._add("agent", _name("holder", o.id), {"prov:label": o.name})
            self._relate("wasAttributedTo", entity=_name("origin", o.id), agent=agent)
        origins = {o.id for o in trace.origins}
        for link in trace.links:
            if link.judgement is not Judgement.NO:
                self._link(link, "origin" if link.target in origins else "article")

    def _link(self, link: Link, kind: str) -> None:
        self._derive(
            _name("article", link.source),
            _name(kind, link.target),
            type=_DERIVED[link.kind],
            more=_given(
                link=link.kind.value, judgement=link.judgement.value, score=link.score,
                reason=link.reason,
            ),
        )  # fmt: skip

    def _add(self, section: str, name: str, record: Json) -> str:
        self._sections[section].setdefault(name, record)
        return name

    def _derive(
        self, made: str, used: str, *, type: str | None = None, more: Json | None = None
    ) -> None:
        given: Json = {"prov:generatedEntity": made, "prov:usedEntity": used}
        if type:
            given["prov:type"] = _qualified(type)
        self._record("wasDerivedFrom", given | (more or {}))

    def _relate(self, relation: str, *, entity: str, agent: str, more: Json | None = None) -> None:
        self._record(relation, {"prov:entity": entity, "prov:agent": agent} | (more or {}))

    def _record(self, relation: str, given: Json) -> None:
        section = self._sections[relation]
        section[f"_:{relation}{len(section) + 1}"] = given


def _name(kind: str, id: str) -> str:
    """A qualified name: its local part is that of the IRI."""
    return "firsthand:" + iri(kind, id).removeprefix(ROOT)


def _agent(name: str, kind: SourceKind) -> Json:
    agent: Json = {"prov:label": name}
    if kind in _PEOPLE:
        agent["prov:type"] = _qualified(_PEOPLE[kind])
    return agent


def _cue(reading: Reading, s: Statement) -> Json:
    if s.cue is None:
        return {}
    return _given(cue=reading.words((s.cue,)), cueStart=s.cue[0], cueEnd=s.cue[1])


def _given(**values: str | float) -> Json:
    return {f"firsthand:{name}": value for name, value in values.items()}


def _qualified(name: str) -> dict[str, Any]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
