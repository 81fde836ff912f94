"""A claim: who has it from whom over time, and how many independent origins are left."""

from dataclasses import asdict, dataclass
from typing import ClassVar

from firsthand.faces.judged import JudgedLink, history
from firsthand.faces.shown import ShownTrace
from firsthand.faces.web import addresses
from firsthand.faces.web.fans import Fan, fan
from firsthand.faces.web.page import Json
from firsthand.faces.web.site import Site
from firsthand.linking.reviewed import of_claim
from firsthand.model.contract import trace_to_json
from firsthand.model.trace import Trace

LARGE = 24
"""Of more articles than this, a view to zoom in is offered."""


class LinkedTrace(ShownTrace):
    """A trace whose articles and links have pages."""

    def article_address(self, id: str) -> str:
        return addresses.article(id)

    def link_address(self, link: str) -> str:
        return addresses.link(self.trace.claim.text, link) if link else ""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """`judged`: what people hold of this trace's links, the newest first. `just`: the judgement
    after which the page is shown, and `was` what was counted before it."""

    template: ClassVar[str] = "claim.html"
    trace: Trace
    shown: LinkedTrace
    judged: tuple[JudgedLink, ...]
    just: JudgedLink | None
    was: int | None

    @property
    def fan(self) -> Fan:
        t = self.trace
        return fan(self.shown.looks, t.independent_support, t.independent_denial)

    @property
    def large(self) -> bool:
        return len(self.trace.articles) > LARGE

    @property
    def interval(self) -> tuple[float, float, float]:
        """At least, best and at most, in percent of a scale from 0 to what would be believed: as
        many origins as articles look like confirmation."""
        most = max(self.shown.looks, self.trace.at_most, 1)
        t = self.trace
        return tuple(100 * n / most for n in (t.at_least, t.independent_support, t.at_most))  # type: ignore[return-value]

    def to_json(self) -> Json:
        return trace_to_json(self.trace) | {"reviews": [asdict(r) for r in self.shown.reviews]}


def claim(site: Site, text: str, *, just: str = "", was: int | None = None) -> ClaimPage:
    traced = site.traces.of(text)
    links = {link.id for link in traced.trace.links}
    judged = tuple(j for j in history(site.store, None) if j.link in links)
    return ClaimPage(
        trace=traced.trace,
        shown=LinkedTrace(
            1,
            traced.trace,
            traced.said,
            traced.judged,
            reviews=of_claim(text, site.store.reviews()),
        ),
        judged=judged,
        just=next((j for j in judged if j.link == just), None) if just else None,
        was=was,
    )
