"""A trace in the order in which people follow it: from each origin down to the articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.faces.wording import clean
from firsthand.model.reading import Reading
from firsthand.model.trace import Judgement, Link, LinkKind, Origin, Side, Trace, TracedArticle

_LONGEST = 300
"""Characters of an article's own words that an overview shows."""

_DEEPEST = 6
"""Levels of copies of copies that are drawn as levels; the rest stand side by side."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An article under what it depends on. `link` is that dependence (None: the origin itself is
    what it has it from); `words` are how the article puts the claim ("" when the text isn't at
    hand); `again` marks one that stands in full under an earlier origin."""

    article: TracedArticle
    link: Link | None
    words: str
    again: bool
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Root:
    origin: Origin
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """`unrecorded` are articles that name no origin; `open` are links that nothing settles."""

    roots: tuple[tuple[Side, tuple[Root, ...]], ...]
    unrecorded: tuple[Branch, ...]
    circles: tuple[tuple[str, ...], ...]
    open: tuple[tuple[str, str, Link], ...]


def worded(trace: Trace, readings: Iterable[Reading]) -> dict[str, str]:
    """How each article of the trace puts the claim, in its own words."""
    spans = {article.id: article.span for article in trace.articles}
    return {
        r.article.id: _short(clean(r.article.text[slice(*spans[r.article.id])]))
        for r in readings
        if r.article.id in spans
    }


def outline(trace: Trace, words: Mapping[str, str] | None = None) -> Outline:
    tree = _Tree(trace, words or {})
    roots = tuple(
        (side, tuple(tree.root(origin) for origin in trace.origins if origin.side is side))
        for side in (Side.SUPPORTS, Side.DENIES, Side.OTHER)
    )
    unrecorded = tree.branches([a for a in trace.articles if not a.origins])
    name = tree.name
    return Outline(
        roots=tuple((side, found) for side, found in roots if found),
        unrecorded=unrecorded,
        circles=tuple(tuple(name(id) for id in circle) for circle in trace.circles),
        open=tuple(
            (name(link.source), name(link.target), link)
            for link in trace.links
            if link.judgement is Judgement.UNSURE
        ),
    )


class _Tree:
    def __init__(self, trace: Trace, words: Mapping[str, str]):
        self._words = words
        self._articles = {article.id: article for article in trace.articles}
        self._origins = {origin.id: origin.name for origin in trace.origins}
        self._trace = trace
        self._seen: set[str] = set()
        self._links: dict[str, list[Link]] = {}
        for link in trace.links:
            if link.judgement is not Judgement.NO:
                self._links.setdefault(link.source, []).append(link)

    def name(self, id: str) -> str:
        """An article by its outlet, an origin by its name."""
        article = self._articles.get(id)
        return clean((article.publisher if article else self._origins.get(id)) or id)

    def root(self, origin: Origin) -> Root:
        return Root(
            origin, self.branches([a for a in self._trace.articles if origin.id in a.origins])
        )

    def branches(self, articles: list[TracedArticle]) -> tuple[Branch, ...]:
        """The articles as a forest: each under the one it copies or cites, where that is here too,
        earliest first. In a circle, the earliest article stands on top."""
        here = {article.id for article in articles}
        below: dict[str, list[tuple[TracedArticle, Link]]] = {}
        tops = []
        whys: dict[str, Link] = {}
        placed: dict[str, str] = {}  # an article → the one that it stands under
        ordered = sorted(articles, key=_when)
        for article in reversed(ordered):
            link = self._upward(article, here)
            if link and article.id not in _upwards(placed, link.target):
                placed[article.id], whys[article.id] = link.target, link
        for article in ordered:
            above = _upwards(placed, article.id)
            if not above:
                tops.append(article)
                continue
            parent = above[max(0, len(above) - _DEEPEST)]
            below.setdefault(parent, []).append((article, whys[article.id]))
        return tuple(self._branch(article, None, below) for article in tops)

    def _branch(
        self,
        article: TracedArticle,
        link: Link | None,
        below: Mapping[str, list[tuple[TracedArticle, Link]]],
    ) -> Branch:
        again = article.id in self._seen
        self._seen.add(article.id)
        return Branch(
            article,
            link,
            self._words.get(article.id, ""),
            again,
            tuple(self._branch(child, why, below) for child, why in below.get(article.id, ())),
        )

    def _upward(self, article: TracedArticle, here: set[str]) -> Link | None:
        """The dependence that places the article: a copy before a citation, the surest first."""
        links = [
            link
            for link in self._links.get(article.id, ())
            if link.target in here - {article.id} and link.kind is not LinkKind.SAME_SOURCE
        ]
        rank = {LinkKind.COPIES: 0, LinkKind.CITES: 1}
        return min(
            links,
            key=lambda k: (k.target != article.copy_of, rank[k.kind], -k.score, k.target),
            default=None,
        )


def _upwards(placed: Mapping[str, str], id: str) -> list[str]:
    """The articles above this one, the nearest first."""
    above = []
    while id in placed:
        id = placed[id]
        above.append(id)
    return above


def _when(article: TracedArticle) -> tuple[str, str]:
    return article.published or "9999", article.id


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
