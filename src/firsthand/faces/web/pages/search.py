"""Words looked for in claims, statements, sources and articles at once."""

from dataclasses import asdict, dataclass
from typing import ClassVar

from firsthand.faces.web.claims import KnownClaim
from firsthand.faces.web.page import Json
from firsthand.faces.web.site import Site
from firsthand.ledger.rows import (
    ArticleFilter,
    ArticleRow,
    SourceFilter,
    SourceRow,
    StatementFilter,
    StatementRow,
)
from firsthand.ledger.search import terms_of, words_of

EACH = 10


@dataclass(frozen=True, slots=True)
class Found:
    """The first of each; `claims` are those counted so far."""

    template: ClassVar[str] = "search.html"
    words: str
    claims: tuple[KnownClaim, ...]
    statements: tuple[StatementRow, ...]
    sources: tuple[SourceRow, ...]
    articles: tuple[ArticleRow, ...]

    @property
    def nothing(self) -> bool:
        return not (self.claims or self.statements or self.sources or self.articles)

    def to_json(self) -> Json:
        return {
            "schema": "firsthand/search/1",
            "words": self.words,
            "claims": [asdict(row) for row in self.claims],
            "statements": [asdict(row) for row in self.statements],
            "sources": [asdict(row) for row in self.sources],
            "articles": [asdict(row) for row in self.articles],
        }


def search(site: Site, words: str) -> Found:
    if not words:
        return Found("", (), (), (), ())
    store = site.store
    return Found(
        words=words,
        claims=tuple(_claims(site, words)[:EACH]),
        statements=tuple(store.statements(StatementFilter(text=words, limit=EACH))),
        sources=tuple(store.sources(SourceFilter(name=words, limit=EACH))),
        articles=tuple(store.articles(ArticleFilter(text=words, limit=EACH))),
    )


def _claims(site: Site, words: str) -> list[KnownClaim]:
    counted, _ = site.claims.now()
    terms = terms_of(words)
    found = (counted.claims or ()) if counted else ()
    return [c for c in found if terms and all(t in words_of(c.text) for t in terms)]
