"""Sourcing in words: the same lines for the terminal and for a page."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from firsthand.faces.headlines import HEADLINES, LOSING, headline_line
from firsthand.faces.wording import OUTCOMES, clean, count, day, named
from firsthand.linking.sourcing import AuditedArticle, AuditedOutlet, Sourcing
from firsthand.model.reading import Polarity

T = TypeVar("T")

UNKNOWN: Final = "publisher not known"

Line = tuple[str, str]
"""What is told, and what is to be told of it."""


def size(s: Sourcing) -> str:
    """ "2 articles · 14 statements · 5 sources"; one article isn't counted."""
    parts = [count(s.articles, "article")] if s.articles != 1 else []
    return " · ".join([*parts, count(s.statements, "statement"), count(s.sources, "source")])


def outlet_name(outlet: AuditedOutlet) -> str:
    return clean(outlet.publisher or "") or UNKNOWN


def article_name(article: AuditedArticle) -> str:
    return clean(article.title or "") or clean(article.id)


def article_place(article: AuditedArticle) -> str:
    """ "The Lantern · 2 May 2024 · ferry"."""
    shown = (article.publisher or "", day(article.published), article.id if article.title else "")
    return " · ".join(clean(part) for part in shown if part)


def lines_of_article(article: AuditedArticle) -> Iterator[Line]:
    yield from _lines(article.sourcing)
    if article.through:
        yield "one source", f"all of it comes from or through {named(article.through)}"
    yield "headline", headline_line(article.headline)


def remarks(article: AuditedArticle) -> Iterator[Line]:
    """What one article among many is worth a line for."""
    if article.through:
        yield "one source", f"all of it comes from or through {named(article.through)}"
    if article.headline.handling in LOSING:
        yield "headline", headline_line(article.headline)


def lines_of_many(s: Sourcing) -> Iterator[Line]:
    yield from _lines(s)
    rests = "rests" if s.single_source == 1 else "rest"
    alone = f"{s.single_source} of {count(s.articles, 'article')} {rests} on one"
    silent = f"; {s.unsourced} credit{'s' * (s.unsourced == 1)} nobody" if s.unsourced else ""
    yield "one source", (alone if s.single_source else "no article rests on one") + silent
    yield "headlines", _listed(HEADLINES, s.headlines)


def _lines(s: Sourcing) -> Iterator[Line]:
    yield "stance", _listed({p: p.value for p in Polarity}, s.polarities) or "no statements"
    share = f" ({s.checked / s.statements:.0%})" if s.checked else ""
    checked = f"{s.checked} of {count(s.statements, 'statement')}{share}"
    if s.checked_sources:
        checked += f", {count(s.checked_sources, 'source')}"
    outcomes = _listed(OUTCOMES, s.outcomes)
    yield "checked", f"{checked}: {outcomes}" if outcomes else checked


def _listed(labels: Mapping[T, str], counts: Mapping[T, int]) -> str:
    found = ((label, counts[key]) for key, label in labels.items())
    return " · ".join(f"{label} {number:,}" for label, number in found if number)
