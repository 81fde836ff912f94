"""The first page: what is new, how many claims stand on one origin, and where to begin."""

from dataclasses import asdict, dataclass
from typing import ClassVar

from firsthand.faces.web.claims import Counted, KnownClaim
from firsthand.faces.web.fans import Fan, fan
from firsthand.faces.web.page import Json
from firsthand.faces.web.site import Site
from firsthand.ledger.rows import ArticleFilter, ArticleRow, SourceFilter, SourceRow
from firsthand.model.reading import Naming

NEW = 8
CLAIMS = 8
SOURCES = 6


@dataclass(frozen=True, slots=True)
class Start:
    """`counted` None: claims are being counted for the first time; `current`: they are those of
    the ledger as it is. `told`: what became of what somebody gave."""

    template: ClassVar[str] = "start.html"
    articles: int
    statements: int
    new: tuple[ArticleRow, ...]
    sources: tuple[SourceRow, ...]
    counted: Counted | None
    current: bool
    told: tuple[str, ...] = ()
    pasted: str = ""

    @property
    def claims(self) -> list[tuple[KnownClaim, Fan]]:
        found = (self.counted.claims or ()) if self.counted else ()
        return [(c, fan(c.looks, c.support, c.denial)) for c in found[:CLAIMS]]

    def to_json(self) -> Json:
        counted = self.counted
        return {
            "schema": "firsthand/start/1",
            "articles": self.articles,
            "statements": self.statements,
            "new": [asdict(row) for row in self.new],
            "sources": [asdict(row) for row in self.sources],
            "claims_current": self.current,
            "claims": None
            if counted is None or counted.claims is None
            else {
                "total": len(counted.claims),
                "supported": counted.supported,
                "on_one_origin": counted.single,
            },
            "refused": list(self.told),
        }


def start(site: Site, *, told: tuple[str, ...] = (), pasted: str = "", wait: float = 0.3) -> Start:
    counted, current = site.claims.now(wait=wait)
    return Start(
        articles=site.store.count_articles(),
        statements=site.store.count_statements(),
        new=tuple(site.store.articles(ArticleFilter(added=True, limit=NEW))),
        sources=tuple(site.store.sources(SourceFilter(naming=Naming.NAMED, limit=SOURCES))),
        counted=counted,
        current=current,
        told=told,
        pasted=pasted,
    )
