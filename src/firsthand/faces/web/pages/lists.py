"""Lists of what the ledger holds, a part of each at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any, ClassVar, TypeVar

from firsthand.faces.judged import JudgedLink, history
from firsthand.faces.web import addresses
from firsthand.faces.web.claims import Counted, KnownClaim
from firsthand.faces.web.fans import Fan, fan
from firsthand.faces.web.page import Json, Part, Shown, shown
from firsthand.faces.web.site import Site
from firsthand.ledger.rows import (
    ArticleFilter,
    ArticleRow,
    OutletRow,
    Published,
    SourceFilter,
    SourceRow,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Articles:
    template: ClassVar[str] = "articles.html"
    words: str
    shown: Shown[ArticleRow]

    def to_json(self) -> Json:
        return _listed("articles", self.shown, asdict)


@dataclass(frozen=True, slots=True)
class Sources:
    template: ClassVar[str] = "sources.html"
    words: str
    shown: Shown[SourceRow]

    def to_json(self) -> Json:
        return _listed("sources", self.shown, asdict)


@dataclass(frozen=True, slots=True)
class Outlets:
    template: ClassVar[str] = "outlets.html"
    shown: Shown[OutletRow]

    def to_json(self) -> Json:
        return _listed("outlets", self.shown, asdict)


@dataclass(frozen=True, slots=True)
class ListedClaims:
    """`counted` None: they are being counted for the first time."""

    template: ClassVar[str] = "claims.html"
    counted: Counted | None
    current: bool
    shown: Shown[KnownClaim]

    @property
    def drawn(self) -> list[tuple[KnownClaim, Fan]]:
        return [(c, fan(c.looks, c.support, c.denial)) for c in self.shown.rows]

    def to_json(self) -> Json:
        return _listed("claims", self.shown, asdict) | {"current": self.current}


@dataclass(frozen=True, slots=True)
class Judgements:
    template: ClassVar[str] = "judgements.html"
    shown: Shown[JudgedLink]

    def address(self, judged: JudgedLink) -> str:
        """Where the link is shown; "" where no trace has shown it."""
        return addresses.link(judged.claim, judged.link) if judged.claim else ""

    def to_json(self) -> Json:
        return _listed("judgements", self.shown, judged_to_json)


def judged_to_json(judged: JudgedLink) -> Json:
    return asdict(judged) | {"when": judged.when.isoformat()}


def articles(site: Site, words: str, part: Part) -> Articles:
    wanted = ArticleFilter(
        text=words or None, added=not words, limit=part.asked, offset=part.offset
    )
    return Articles(words, shown(list(site.store.articles(wanted)), part))


def sources(site: Site, words: str, part: Part) -> Sources:
    wanted = SourceFilter(name=words or None, limit=part.asked, offset=part.offset)
    return Sources(words, shown(list(site.store.sources(wanted)), part))


def outlets(site: Site, part: Part) -> Outlets:
    wanted = Published(limit=part.asked, offset=part.offset)
    return Outlets(shown(list(site.store.outlets(wanted)), part))


def claims(site: Site, part: Part, *, wait: float = 0.3) -> ListedClaims:
    counted, current = site.claims.now(wait=wait)
    every: Sequence[KnownClaim] = (counted.claims or ()) if counted else ()
    return ListedClaims(counted, current, shown(_cut(iter(every), part), part))


def judgements(site: Site, part: Part) -> Judgements:
    return Judgements(shown(_cut(history(site.store, None), part), part))


def _cut(rows: Iterator[T], part: Part) -> list[T]:
    return list(islice(rows, part.offset, part.offset + part.asked))


def _listed(name: str, found: Shown[Any], row: Callable[[Any], Json]) -> Json:
    return {
        "schema": f"firsthand/{name}/1",
        "rows": [row(each) for each in found.rows],
        "next": found.next,
        "previous": found.previous,
    }
