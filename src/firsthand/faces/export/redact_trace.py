"""A trace for sharing: its ids and words as those of the redacted readings."""

from collections.abc import Mapping
from dataclasses import replace

from firsthand.faces.export.redact_reading import Page, Redaction
from firsthand.linking.events.event import Events
from firsthand.linking.events.merging import merged
from firsthand.model.reading import Naming
from firsthand.model.trace import Claim, Evidence, Link, Origin, Trace, TracedArticle


class Traced:
    """One trace, its ids and words as those of the redacted readings."""

    def __init__(self, trace: Trace, pages: Mapping[str, Page], redaction: Redaction):
        self._trace, self._pages, self._redaction = trace, pages, redaction
        self._secret = {k: v for page in pages.values() for k, v in page.secret.items()}
        self._ids = {
            **{id: page.reading.article.id for id, page in pages.items()},
            **{o.id: redaction.tokens.id("origin", o.id) for o in trace.origins},
        }

    def made(self) -> Trace:
        t = self._trace
        articles = tuple(self._article(a) for a in t.articles)
        fields = merged({a.id: a.event for a in articles if a.event})
        id = self._redaction.tokens.id("claim", t.claim.id)
        return replace(
            t,
            claim=Claim(id, self._words(t.claim.text), fields if t.claim.fields else ()),
            articles=articles,
            origins=tuple(self._origin(o) for o in t.origins),
            links=tuple(self._link(k) for k in t.links),
            circles=tuple(tuple(self._id(id) for id in circle) for circle in t.circles),
        )

    def _article(self, a: TracedArticle) -> TracedArticle:
        page = self._pages[a.id]
        article = page.reading.article
        return replace(
            a,
            id=article.id,
            title=article.title,
            publisher=article.publisher,
            statements=tuple(self._statement(id) for id in a.statements),
            span=page.moved(a.span),
            via=tuple(self._name(name, page.names) for name in a.via),
            copy_of=self._id(a.copy_of) if a.copy_of else None,
            origins=tuple(self._id(id) for id in a.origins),
            lost=tuple(
                replace(k, before=self._words(k.before), after=self._redaction.optional(k.after))
                for k in a.lost
            ),
            # Read anew from the redacted text, which holds nothing that is kept back.
            event=Events(page.reading).at([page.moved(a.span)]) if a.event else None,
        )

    def _origin(self, o: Origin) -> Origin:
        return replace(
            o,
            id=self._id(o.id),
            name=self._holder(o),
            contact=self._redaction.optional(o.contact),
            reason=self._words(o.reason),
        )

    def _holder(self, o: Origin) -> str:
        """An unnamed origin has a token of its own: one of an article's would say that it is the
        source there."""
        known = self._secret.get(o.name.casefold())
        if known is None:
            return self._words(o.name)
        tokens = self._redaction.tokens
        pseudonym = known.naming is Naming.PSEUDONYM
        return tokens.pseudonym(o.name) if pseudonym else tokens.source("origin", o.id)

    def _link(self, k: Link) -> Link:
        evidence = tuple(
            Evidence(self._id(e.article), self._pages[e.article].moved(e.span))
            for e in k.evidence
            if e.article in self._pages
        )
        return replace(
            k,
            id=self._redaction.tokens.id("link", k.id),
            source=self._id(k.source),
            target=self._id(k.target),
            reason=self._words(k.reason),
            evidence=evidence,
        )

    def _statement(self, id: str) -> str:
        article, _, local = id.rpartition("#")
        return f"{self._id(article)}#{local}"

    def _id(self, id: str) -> str:
        """An id that stands nowhere else in the trace is that of a root without an article left."""
        return self._ids.get(id) or self._redaction.tokens.id("origin", id)

    def _name(self, name: str, known: Mapping[str, str]) -> str:
        return known.get(name.casefold()) or self._words(name)

    def _words(self, text: str) -> str:
        return self._redaction.words(text)
