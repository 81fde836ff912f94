"""One link of a trace: the two texts side by side, why it is held, and who judged it how."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import ClassVar, Final

from firsthand.faces.difference import Piece, difference
from firsthand.faces.judged import JudgedLink, history
from firsthand.faces.said import short
from firsthand.faces.web.page import Json
from firsthand.faces.web.pages.lists import judged_to_json
from firsthand.faces.web.site import Site
from firsthand.faces.wording import clean
from firsthand.model.errors import InputError
from firsthand.model.reading import Reading
from firsthand.model.span import Span
from firsthand.model.trace import Judgement, Link, LinkKind, Origin, Trace, TracedArticle
from firsthand.reading.segments import sentences

PASSAGE = 700
"""Characters of a passage that is laid beside another."""

LEFT_OUT = "left out"
TELLING = 4
"""Letters of a word that is worth a mark where two texts share little."""

HOW: Final = {
    LinkKind.COPIES: "copies",
    LinkKind.CITES: "leads back to",
    LinkKind.SAME_SOURCE: "has the same source as",
}
ENDS: Final = {
    LinkKind.COPIES: ("copied from", "the copy"),
    LinkKind.CITES: ("leads back to", "credits an outlet for it"),
    LinkKind.SAME_SOURCE: ("the same source, in", "and in"),
}
CHOICES: Final = {
    LinkKind.COPIES: ("it copies the other", "it doesn’t", "it can’t be told"),
    LinkKind.CITES: ("it has it from there", "it doesn’t", "it can’t be told"),
    LinkKind.SAME_SOURCE: ("the source is the same", "these are two", "it can’t be told"),
}
"""In the order of `Judgement`."""


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a link, or another article that stands for it. `article` None: an origin that no
    article at hand speaks for. `words`: how it puts the claim ("": not at hand)."""

    name: str
    title: str
    article: str | None
    published: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages laid side by side, in pieces that both have or that one lacks. `before` is of what
    is depended on; empty where only the other article is at hand. `lost`: these are words that the
    article left out or changed, of whichever version it depends on."""

    label: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    lost: bool = False

    @property
    def alike(self) -> bool:
        """Whether half of the shorter one stands in the other too: then what differs is worth a
        mark, and else what they share."""
        if self.lost:
            return True
        sizes = [sum(len(p.words) for p in side) for side in (self.before, self.after)]
        shared = sum(len(p.words) for p in self.after if not p.changed)
        return 2 * shared >= min(sizes)

    @property
    def marked(self) -> str:
        if self.lost:
            return "of what it depends on, and what it says instead"
        if self.alike:
            return "marked: what the other one lacks"
        some = any(self.marks(piece) for piece in self.after)
        return "marked: what both have" if some else "little in common"

    def marks(self, piece: Piece) -> bool:
        if self.alike:
            return piece.changed
        return not piece.changed and any(len(w) >= TELLING for w in piece.words.split())


@dataclass(frozen=True, slots=True)
class LinkPage:
    template: ClassVar[str] = "link.html"
    trace: Trace
    link: Link
    before: Side
    after: Side
    pairs: tuple[Pair, ...]
    judged: tuple[JudgedLink, ...]
    told: str = ""
    why: str = ""

    @property
    def how(self) -> str:
        """Between the two names."""
        perhaps = "perhaps " if self.link.judgement is Judgement.UNSURE else ""
        if self.before.article is None:
            return perhaps + "rests on"
        return perhaps + HOW[self.link.kind]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What each judgement says of a link of this kind."""
        return [(j.value, said) for j, said in zip(Judgement, CHOICES[self.link.kind], strict=True)]

    @property
    def ends(self) -> tuple[str, str]:
        """What each of the two is."""
        return ENDS[self.link.kind] if self.before.article else ("the origin", "rests on it")

    def to_json(self) -> Json:
        return {
            "schema": "firsthand/link/1",
            "claim": self.trace.claim.text,
            "id": self.link.id,
            "kind": self.link.kind.value,
            "judgement": self.link.judgement.value,
            "score": round(self.link.score, 4),
            "reason": self.link.reason,
            "before": asdict(self.before),
            "after": asdict(self.after),
            "pairs": [
                {
                    "label": pair.label,
                    "before": [p._asdict() for p in pair.before],
                    "after": [p._asdict() for p in pair.after],
                }
                for pair in self.pairs
            ],
            "judgements": [judged_to_json(j) for j in self.judged],
        }


def link(site: Site, claim: str, id: str, *, told: str = "", why: str = "") -> LinkPage:
    """Raises InputError when the claim's trace has no such link."""
    traced = site.traces.of(claim)
    found = traced.link(id)
    if found is None:
        raise InputError(clean(id)[:80] or "link", "this claim's trace has no such link")
    trace = traced.trace
    beside = _beside(trace, found)
    readings = {r.article.id: r for r in site.store.readings(filter(None, [found.source, beside]))}
    return LinkPage(
        trace=trace,
        link=found,
        before=_before(trace, found, beside, readings),
        after=_side(trace, found.source, readings),
        pairs=(*_apart(list(_pairs(trace, found, beside, readings))), *_losses(trace, found)),
        judged=tuple(history(site.store, id)),
        told=told,
        why=why,
    )


def _beside(trace: Trace, link: Link) -> str | None:
    """The article that stands for what is depended on: the target itself, or the one in which the
    same origin speaks."""
    if any(a.id == link.target for a in trace.articles):
        return link.target
    return next((e.article for e in link.evidence if e.article != link.source), None)


def _before(trace: Trace, link: Link, beside: str | None, readings: dict[str, Reading]) -> Side:
    origin = next((o for o in trace.origins if o.id == link.target), None)
    if beside in readings:
        side = _side(trace, beside, readings)
        return side if origin is None else _spoken(origin, side)
    name = clean(origin.name) if origin else "an origin that is left no more"
    contact = f"spoke to {clean(origin.contact)}" if origin and origin.contact else ""
    return Side(name, contact, None, None, "")


def _spoken(origin: Origin, side: Side) -> Side:
    title = f"{clean(origin.name)}, in {side.name}"
    return Side(title, side.title, side.article, side.published, side.words)


def _side(trace: Trace, id: str, readings: dict[str, Reading]) -> Side:
    part: TracedArticle | None = next((a for a in trace.articles if a.id == id), None)
    article = readings[id].article
    words = article.text[slice(*part.span)] if part else ""
    return Side(
        name=clean(article.publisher or article.id),
        title=clean(article.title or ""),
        article=id,
        published=article.published,
        words=short(words, longest=PASSAGE),
    )


def _pairs(
    trace: Trace, link: Link, beside: str | None, readings: dict[str, Reading]
) -> Iterator[Pair]:
    """How both put the claim, and then what the link rests on."""
    spans = {a.id: a.span for a in trace.articles}
    here = readings[link.source]
    there = readings.get(beside or "")
    if there is not None and {link.source, beside} <= set(spans):
        yield _pair("The claim", there, spans[beside or ""], here, spans[link.source])
    mine = [e.span for e in link.evidence if e.article == link.source]
    theirs = [e.span for e in link.evidence if e.article == beside]
    label = "Copied words" if link.kind is LinkKind.COPIES else "Who they have it from"
    for n, span in enumerate(mine):
        other = theirs[n] if n < len(theirs) else None
        if there is not None and other is not None:
            yield _pair(label, there, other, here, span)
        else:
            yield Pair(label, (), (Piece(_around(here, span), False),))


def _losses(trace: Trace, link: Link) -> Iterator[Pair]:
    """What the article lost on the way, as long as the link counts."""
    part = next((a for a in trace.articles if a.id == link.source), None)
    if part is None or link.judgement is Judgement.NO:
        return
    for loss in part.lost:
        before, after = difference(loss.before, loss.after)
        label = f"Lost on the way: {loss.what.value}"
        yield Pair(label, tuple(before), tuple(after) or (Piece(LEFT_OUT, False),), lost=True)


def _apart(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Without those that stand in another one whole."""

    def words(pair: Pair) -> tuple[str, str]:
        return tuple(" ".join(p.words for p in side) for side in (pair.before, pair.after))  # type: ignore[return-value]

    def within(pair: Pair, other: Pair) -> bool:
        return all(a in b for a, b in zip(words(pair), words(other), strict=True))

    kept: list[Pair] = []
    for pair in pairs:
        if not any(within(pair, other) for other in kept):
            kept = [other for other in kept if not within(other, pair)] + [pair]
    return tuple(kept)


def _pair(label: str, there: Reading, other: Span, here: Reading, span: Span) -> Pair:
    before, after = difference(_around(there, other), _around(here, span))
    return Pair(label, tuple(before), tuple(after))


def _around(reading: Reading, span: Span) -> str:
    """The sentences that the place stands in."""
    text = reading.article.text
    touching = [(a, b) for a, b in sentences(text) if a < span[1] and span[0] < b]
    start = min([span[0], *(a for a, _ in touching)])
    end = max([span[1], *(b for _, b in touching)])
    return short(text[start:end], longest=PASSAGE)
