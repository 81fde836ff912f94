"""A trace in the order in which people follow it: from each origin down to the articles."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.faces.said import Said
from firsthand.faces.wording import GONE, clean, day
from firsthand.model.trace import (
    Judgement,
    Link,
    LinkKind,
    Origin,
    Side,
    Stance,
    Trace,
    TracedArticle,
)

_DEEPEST = 6
"""Levels of copies of copies that are drawn as levels; the rest stand side by side."""

_RANK = {LinkKind.COPIES: 0, LinkKind.CITES: 1, LinkKind.SAME_SOURCE: 2}
"""What places an article, and in which order its links stand."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One link of an article, to an article or origin that people call `name`. `number` is its
    place in the outline, from 1."""

    number: int
    link: Link
    name: str


@dataclass(frozen=True, slots=True)
class Branch:
    """An article under what it depends on. `link` is that dependence (None: the origin itself is
    what it has it from); `ties` are all its links; `words` are how the article puts the claim (""
    when the text isn't at hand)."""

    article: TracedArticle
    link: Link | None
    ties: tuple[Tie, ...]
    words: str
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Root:
    """`branches`: the articles that stand under this origin; `also`: what people call those that
    lead here too and stand under another one; `answered`: those of them that deny what this one
    supports."""

    origin: Origin
    branches: tuple[Branch, ...]
    also: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """`unrecorded` are articles that name no origin; `open` are links that nothing settles;
    `refused` those that a person judged no."""

    roots: tuple[tuple[Side, tuple[Root, ...]], ...]
    unrecorded: tuple[Branch, ...]
    circles: tuple[tuple[str, ...], ...]
    open: tuple[tuple[str, str, Link], ...]
    refused: tuple[tuple[str, str, Link], ...]


def outline(trace: Trace, said: Said | None = None) -> Outline:
    tree = _Tree(trace, said or Said())
    roots = tuple((side, tree.roots(side)) for side in (Side.SUPPORTS, Side.DENIES, Side.OTHER))
    unrecorded = tree.branches([a for a in trace.articles if not a.origins])
    name = tree.name
    return Outline(
        roots=tuple((side, found) for side, found in roots if found),
        unrecorded=unrecorded,
        circles=tuple(tuple(name(id) for id in circle) for circle in trace.circles),
        open=tree.named(Judgement.UNSURE),
        refused=tree.named(Judgement.NO),
    )


class _Tree:
    def __init__(self, trace: Trace, said: Said):
        self._said = said
        self._articles = {article.id: article for article in trace.articles}
        self._origins = {origin.id: origin.name for origin in trace.origins}
        self._sides = {origin.id: origin.side for origin in trace.origins}
        self._order = {origin.id: at for at, origin in enumerate(trace.origins)}
        self._led = Counter(id for article in trace.articles for id in article.origins)
        self._home = {article.id: self._stands(article) for article in trace.articles}
        self._trace = trace
        self._ties: dict[str, tuple[Tie, ...]] = {}
        self._tied = 0
        self._links: dict[str, list[Link]] = {}
        for link in trace.links:
            if link.judgement is not Judgement.NO:
                self._links.setdefault(link.source, []).append(link)

    def name(self, id: str) -> str:
        """An article by its outlet, an origin by its name."""
        article = self._articles.get(id)
        named = article.publisher or id if article else self._origins.get(id, GONE)
        return clean(named)

    def named(self, judgement: Judgement) -> tuple[tuple[str, str, Link], ...]:
        """The links that are so judged, with what people call their ends."""
        return tuple(
            (self.name(link.source), self.name(link.target), link)
            for link in self._trace.links
            if link.judgement is judgement
        )

    def roots(self, side: Side) -> tuple[Root, ...]:
        """The origins of a side, those under which articles stand first."""
        found = [self.root(origin) for origin in self._trace.origins if origin.side is side]
        return tuple(sorted(found, key=lambda root: not root.branches))

    def root(self, origin: Origin) -> Root:
        leading = sorted((a for a in self._trace.articles if origin.id in a.origins), key=_when)
        here = [a for a in leading if self._home[a.id] == origin.id]
        away = [a for a in leading if self._home[a.id] != origin.id]

        def answers(a: TracedArticle) -> bool:
            against = a.stance in (Stance.DENIES, Stance.CORRECTS)
            return origin.side is Side.SUPPORTS and against

        return Root(
            origin,
            self.branches(here),
            tuple(self._called(a) for a in away if not answers(a)),
            tuple(self._called(a) for a in away if answers(a)),
        )

    def _called(self, article: TracedArticle) -> str:
        """Its outlet, with the day where the outlet has several articles here."""
        name = self.name(article.id)
        several = sum(self.name(id) == name for id in self._articles) > 1
        when = day(article.published)
        return f"{name} ({when})" if several and when else name

    def _stands(self, article: TracedArticle) -> str | None:
        """The origin under which it is drawn, once: who denies the claim for an article that does
        so, else who supports it; of several the one to whom most articles lead."""
        against = article.stance in (Stance.DENIES, Stance.CORRECTS)
        first = Side.DENIES if against else Side.SUPPORTS
        known = [id for id in article.origins if id in self._sides]
        return min(
            known,
            key=lambda id: (self._sides[id] is not first, -self._led[id], self._order[id]),
            default=None,
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
        return Branch(
            article,
            link,
            self._tied_to(article),
            self._said.claim.get(article.id, ""),
            tuple(self._branch(child, why, below) for child, why in below.get(article.id, ())),
        )

    def _tied_to(self, article: TracedArticle) -> tuple[Tie, ...]:
        """The article's links, numbered where it first stands: copies, then citations."""
        if article.id not in self._ties:
            links = sorted(self._links.get(article.id, ()), key=lambda k: _RANK[k.kind])
            self._ties[article.id] = tuple(
                Tie(self._tied + n, link, self.name(link.target))
                for n, link in enumerate(links, start=1)
            )
            self._tied += len(links)
        return self._ties[article.id]

    def _upward(self, article: TracedArticle, here: set[str]) -> Link | None:
        """The dependence that places the article: a copy before a citation, the surest first."""
        links = [
            link
            for link in self._links.get(article.id, ())
            if link.target in here - {article.id} and link.kind is not LinkKind.SAME_SOURCE
        ]
        return min(
            links,
            key=lambda k: (k.target != article.copy_of, _RANK[k.kind], -k.score, k.target),
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
