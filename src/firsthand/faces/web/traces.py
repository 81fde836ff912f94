"""Traces of claims, kept as long as the ledger stays as it is."""

from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from firsthand.faces.judged import newest, shown
from firsthand.faces.said import Said, said
from firsthand.faces.wording import clean
from firsthand.ledger.rows import LinkJudgement
from firsthand.model.errors import UsageError
from firsthand.model.trace import Link, Trace

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger

LONGEST = 1_000
"""Characters of a claim. Tracing takes time by its words."""
KEPT = 64


@dataclass(frozen=True, slots=True)
class Traced:
    """A claim's trace with the articles' own words; `judged` is what people hold of links, by
    link."""

    trace: Trace
    said: Said
    judged: dict[str, LinkJudgement]

    def link(self, id: str) -> Link | None:
        return next((link for link in self.trace.links if link.id == id), None)


class Traces:
    """May be shared by threads: who asks for a trace that is being made waits for it."""

    def __init__(self, store: "Ledger", *, remember: bool):
        """`remember`: links are kept in the ledger as they are shown, so that they can be judged
        by their ids."""
        self._store, self._remember = store, remember
        self._kept: OrderedDict[tuple[str, str], Future[Traced]] = OrderedDict()
        self._lock = Lock()

    def of(self, claim: str) -> Traced:
        """Raises UsageError for what is too long to be a claim."""
        text = clean(claim)
        if len(text) > LONGEST:
            raise UsageError(
                f"this claim has {len(text):,} characters; give a short sentence, "
                f"of {LONGEST:,} at most"
            )
        key = (self._store.state(), text)
        with self._lock:
            mine = key not in self._kept
            future = self._kept.setdefault(key, Future())
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        if mine:
            self._make(key, future)
        return future.result()

    def _make(self, key: tuple[str, str], future: "Future[Traced]") -> None:
        try:
            future.set_result(self._traced(key[1]))
        except BaseException as error:
            with self._lock:
                self._kept.pop(key, None)
            future.set_exception(error)

    def _traced(self, claim: str) -> Traced:
        from firsthand.linking.trace import trace

        found = trace(claim, self._store, overruled=self._store.overruled())
        if self._remember:
            self._store.remember(shown(found))
        words = said(found, self._store.readings([article.id for article in found.articles]))
        return Traced(found, words, newest(self._store.judgements()))
