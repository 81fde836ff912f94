"""Claims that somebody has looked at, followed while articles come in: which of them gained an
article or an origin."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from firsthand.linking.protocol import Readings
from firsthand.linking.searching import ids_for
from firsthand.linking.trace import NOTHING, trace, trace_pages
from firsthand.linking.worded import page
from firsthand.model.trace import Judgement, Origin, Standing, Trace, TracedArticle


@dataclass(frozen=True, slots=True)
class Gain:
    """What a claim gained: articles and origins that it didn't have before, and both counts."""

    before: Standing
    after: Standing
    articles: tuple[TracedArticle, ...]
    origins: tuple[Origin, ...]


def standing(traced: Trace) -> Standing:
    return Standing(
        claim=traced.claim.text,
        articles=frozenset(a.id for a in traced.articles),
        origins=frozenset(_known_as(o) for o in traced.origins),
        support=traced.independent_support,
        denial=traced.independent_denial,
        at_least=traced.at_least,
        at_most=traced.at_most,
    )


def gains(
    claims: Iterable[Standing],
    readings: Readings,
    *,
    new: Collection[str],
    overruled: Mapping[str, Judgement] = NOTHING,
) -> Iterator[Gain]:
    """The claims that gained something since they were looked at; `new` are the ids of articles
    that came since. A claim whose words none of these holds isn't traced again."""
    every = None
    for before in claims:
        near = ids_for(before.claim, readings)
        if near is None:
            if every is None:  # a small store: its pages are made once, for all claims
                every = [page(r) for r in sorted(readings.readings(), key=lambda r: r.article.id)]
            traced = trace_pages(before.claim, every, overruled=overruled)
        elif set(near).isdisjoint(new):
            continue
        else:
            traced = trace(before.claim, readings, overruled=overruled)
        gain = _gain(before, traced)
        if gain.articles or gain.origins:
            yield gain


def _gain(before: Standing, traced: Trace) -> Gain:
    return Gain(
        before=before,
        after=standing(traced),
        articles=tuple(a for a in traced.articles if a.id not in before.articles),
        origins=tuple(o for o in traced.origins if _known_as(o) not in before.origins),
    )


def _known_as(origin: Origin) -> str:
    return f"{origin.side.value} {origin.name}"
