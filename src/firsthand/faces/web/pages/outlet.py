"""An outlet's sourcing profile, as `firsthand audit` counts it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from firsthand.faces import bars, sourcing
from firsthand.faces.audit_json import audit_to_json
from firsthand.faces.web.page import Json
from firsthand.faces.web.site import Site
from firsthand.faces.wording import clean
from firsthand.ledger.rows import ArticleFilter
from firsthand.linking.names import key
from firsthand.linking.sourcing import Audit, Sourcing
from firsthand.model.errors import InputError

MOST = 500
"""Articles that a profile counts: those that were added last."""


@dataclass(frozen=True, slots=True)
class OutletPage:
    """`name` "": articles that don't say whose they are. `articles`: how many there are, of which
    `audit` counts at most `MOST`."""

    template: ClassVar[str] = "outlet.html"
    name: str
    articles: int
    audit: Audit

    @property
    def title(self) -> str:
        return clean(self.name) or sourcing.UNKNOWN.capitalize()

    @property
    def total(self) -> Sourcing:
        return self.audit.total

    @property
    def figures(self) -> tuple[bars.Bar, bars.Bar, bars.Bar]:
        return bars.bars(self.total)

    @property
    def facts(self) -> list[sourcing.Line]:
        return list(sourcing.lines_of_many(self.total))

    def to_json(self) -> Json:
        return audit_to_json(self.audit)


def outlet(site: Site, name: str) -> OutletPage:
    """Raises InputError when no article is of this outlet. "The Lantern" and "Lantern" are one."""
    wanted = key(name) if name else ()
    every = [row for row in site.store.outlets() if (key(row.name) if row.name else ()) == wanted]
    if not every:
        raise InputError(clean(name)[:200] or "outlet", "the ledger holds no article of it")
    names = tuple(sorted(row.name or "" for row in every))
    audit = _audit(site, names, site.store.state())
    return OutletPage(every[0].name or "", sum(row.articles for row in every), audit)


@lru_cache(maxsize=64)
def _audit(site: Site, names: tuple[str, ...], state: str) -> Audit:
    from firsthand.linking.sourcing import audit

    wanted = ArticleFilter(outlet=names, added=True, limit=MOST)
    return audit(site.store.readings([row.id for row in site.store.articles(wanted)]))
