"""The claims that a ledger holds, with their counts: made in the background, since it takes a
while, and anew when the ledger has changed."""

from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING

from firsthand.faces.wording import CONFIRMING
from firsthand.model.errors import FirsthandError
from firsthand.model.trace import Trace

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger

MOST_ARTICLES = 3_000
"""Above so many, the ledger is no longer put into claims by a page that somebody looks at."""
MOST_CLAIMS = 1_000


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim as clustering words it. `looks`: articles that look like confirmation."""

    text: str
    articles: int
    looks: int
    support: int
    at_least: int
    at_most: int
    denial: int


@dataclass(frozen=True, slots=True)
class Counted:
    """`claims` None: they aren't counted, since there are too many articles."""

    state: str
    articles: int
    claims: tuple[KnownClaim, ...] | None

    @property
    def single(self) -> int:
        """How many claims that somebody supports stand on one origin."""
        return sum(c.support == 1 for c in self.claims or ())

    @property
    def supported(self) -> int:
        return sum(c.support > 0 for c in self.claims or ())


class Claims:
    """May be shared by threads."""

    def __init__(self, store: "Ledger"):
        self._store = store
        self._lock = Lock()
        self._last: Counted | None = None
        self._counting: Thread | None = None

    def now(self, *, wait: float = 0.0) -> tuple[Counted | None, bool]:
        """What was counted last (None: nothing yet), and whether that is of the ledger as it is.
        `wait`: seconds that counting may take before this returns without it."""
        state = self._store.state()
        with self._lock:
            if self._last and self._last.state == state:
                return self._last, True
            if self._counting is None:
                self._counting = Thread(target=self._count, args=(state,), daemon=True)
                self._counting.start()
            counting = self._counting
        if wait:
            counting.join(wait)
        with self._lock:
            return self._last, bool(self._last and self._last.state == state)

    def _count(self, state: str) -> None:
        counted = None
        try:
            counted = self._counted(state)
        except FirsthandError:
            # The ledger can't be read just now; whoever asks next tries again.
            return
        finally:
            with self._lock:
                self._last = counted or self._last
                self._counting = None

    def _counted(self, state: str) -> Counted:
        from firsthand.linking.trace import trace_all

        articles = self._store.count_articles()
        if articles > MOST_ARTICLES:
            return Counted(state, articles, None)
        found = []
        for trace in trace_all(self._store, overruled=self._store.overruled()):
            found.append(known(trace))
            if len(found) == MOST_CLAIMS:
                break
        return Counted(state, articles, tuple(found))


def known(trace: Trace) -> KnownClaim:
    return KnownClaim(
        text=trace.claim.text,
        articles=len(trace.articles),
        looks=sum(a.stance in CONFIRMING for a in trace.articles),
        support=trace.independent_support,
        at_least=trace.at_least,
        at_most=trace.at_most,
        denial=trace.independent_denial,
    )
