"""A large claim to zoom in: the links as a graph that the browser lays out."""

from dataclasses import dataclass
from typing import ClassVar

from firsthand.faces.web import addresses
from firsthand.faces.web.page import Json
from firsthand.faces.wording import CONFIRMING, KINDS, clean, day
from firsthand.model.trace import Judgement, Link, Origin, Side, Trace, TracedArticle


@dataclass(frozen=True, slots=True)
class MapPage:
    """`to_json` is what the view is drawn from: nodes, and links from what is depended on."""

    template: ClassVar[str] = "map.html"
    trace: Trace

    @property
    def looks(self) -> int:
        return sum(a.stance in CONFIRMING for a in self.trace.articles)

    def to_json(self) -> Json:
        known = {a.id for a in self.trace.articles} | {o.id for o in self.trace.origins}
        nodes = [*map(_origin, self.trace.origins), *map(_article, self.trace.articles)]
        links = [
            self._link(link)
            for link in self.trace.links
            if link.judgement is not Judgement.NO and {link.source, link.target} <= known
        ]
        denying = {o.id for o in self.trace.origins if o.side is Side.DENIES}
        for link in links:
            link["denies"] = link["from"] in denying
        return {"schema": "firsthand/map/1", "nodes": nodes, "links": links}

    def _link(self, link: Link) -> Json:
        return {
            "id": link.id,
            "from": link.target,
            "to": link.source,
            "kind": link.kind.value,
            "judgement": link.judgement.value,
            "reason": f"{KINDS[link.kind]}: {clean(link.reason)}",
            "address": addresses.link(self.trace.claim.text, link.id),
        }


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "type": "origin",
        "name": clean(origin.name),
        "detail": f"spoke to {clean(origin.contact)}" if origin.contact else "",
        "stance": origin.side.value,
        "address": "",
    }


def _article(article: TracedArticle) -> Json:
    return {
        "id": article.id,
        "type": "article",
        "name": clean(article.publisher or article.id),
        "detail": " · ".join(filter(None, [day(article.published), clean(article.title or "")])),
        "stance": article.stance.value,
        "address": addresses.article(article.id),
    }
