"""What is exported: readings that can be gone through more than once, and traces of claims."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from firsthand.model.errors import LedgerError, UsageError
from firsthand.model.reading import Reading
from firsthand.model.review import Review
from firsthand.model.trace import Judgement, Trace

if TYPE_CHECKING:
    from firsthand.ledger.corrected import Corrected
    from firsthand.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Selection:
    """`readings` and `traces` begin anew at each call; `some` are the readings of these articles.
    `reviews` is what others published of claims, of these or not.
    Without `text` a format gives places and quotations, but nothing else of an article's text."""

    readings: Callable[[], Iterator[Reading]]
    some: Callable[[Iterable[str]], Iterator[Reading]]
    traces: Callable[[], Iterator[Trace]]
    text: bool = True
    reviews: Callable[[], Sequence[Review]] = tuple


def of_ledger(store: "Ledger", *, claims: bool = False, text: bool = True) -> Selection:
    """Everything, with every claim of the ledger where `claims` asks for them. Raises LedgerError
    when there is nothing."""
    if not store.count_articles():
        raise LedgerError(
            f"{store.name}: holds no articles; put some in with firsthand add "
            f"--ledger {store.name} INPUT..."
        )
    kept = _corrected(store)
    return Selection(
        kept.readings,
        kept.readings,
        _all_traces(store) if claims else _no_traces,
        text,
        store.reviews,
    )


def of_article(store: "Ledger", id: str, *, text: bool = True) -> Selection:
    """Raises UsageError when the ledger has no such article."""
    if next(store.readings([id]), None) is None:
        raise UsageError(
            f"--article {id}: {store.name} holds no such article; "
            f"firsthand articles --ledger {store.name} lists the ids"
        )
    kept = _corrected(store)
    return Selection(lambda: kept.readings([id]), kept.readings, _no_traces, text)


def of_claim(store: "Ledger", claim: str, *, text: bool = True) -> Selection:
    """The articles that bear on a claim, and its trace. Raises UsageError when there are none."""
    from firsthand.linking.trace import trace

    kept = _corrected(store)
    found = trace(claim, kept, overruled=_overruled(store))
    if not found.articles:
        raise UsageError(
            f"--claim {claim!r}: nothing in {store.name} matches it; use the articles' own words"
        )
    ids = [article.id for article in found.articles]
    return Selection(
        lambda: kept.readings(ids), kept.readings, lambda: iter((found,)), text, store.reviews
    )


def _all_traces(store: "Ledger") -> Callable[[], Iterator[Trace]]:
    """Made once, with the first call: to follow every claim takes longer than anything else."""

    @cache
    def made() -> tuple[Trace, ...]:
        from firsthand.linking.trace import trace_all

        return tuple(trace_all(_corrected(store), overruled=_overruled(store)))

    return lambda: iter(made())


def _corrected(store: "Ledger") -> "Corrected":
    """The readings with what people judged of their statements."""
    from firsthand.ledger.corrected import Corrected

    return Corrected(store)


def _overruled(store: "Ledger") -> Mapping[str, Judgement]:
    return store.overruled()


def _no_traces() -> Iterator[Trace]:
    return iter(())
