"""A trace as a picture over time: what the drawing says, in words that fit, and where it says it.

Origins stand at the left, then a column of articles without a date, then time; a lane for each
outlet. Every link is an arrow from what is depended on; its number leads to the list below. Where
there are many articles, those that nothing depends on and that stand to the same things share a
box, and outlets with one box share lanes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.faces.grid import Node
from firsthand.faces.grid import Tie as Line
from firsthand.faces.layout import Arrow, Box, Lane, Plan, Way, layout
from firsthand.faces.outline import Branch, Outline
from firsthand.faces.periods import timeline
from firsthand.faces.stacks import LANES, MANY, SHARED, Port, lanes, outlet, ports, stacks
from firsthand.faces.strokes import lozenge, rounded, triangle
from firsthand.faces.typeset import (
    LOST,
    NAMES,
    OUTLET,
    PORT,
    SIDE,
    SMALL,
    TITLE,
    Style,
    Words,
    height,
    placed,
    port_places,
    typeset,
)
from firsthand.faces.wording import KINDS, clean, count, day, denial_line, support_line
from firsthand.model.trace import Judgement, Origin, Side, Trace

ROOT_WIDTH, WIDTH, TOP = 196.0, 216.0, 40.0
_HUES = 8


@dataclass(frozen=True, slots=True)
class Card:
    """A box with its words. `about` says all of it at length; `anchor` is the id of what stands
    for it in the list ("": nothing)."""

    box: Box
    words: tuple[Words, ...]
    names: str
    about: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """An arrow: the data of its line and of its head, its classes, and what it says. `links` are
    the ids of those that it stands for."""

    line: str
    head: str
    names: str
    about: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Over the columns of a period, and what lies between it and the one before it."""

    label: str
    gap: str
    x: float
    width: float
    dated: bool


@dataclass(frozen=True, slots=True)
class Picture:
    width: float
    height: float
    title: str
    about: str
    headings: tuple[Heading, ...]
    lanes: tuple[Lane, ...]
    arrows: tuple[Drawn, ...]
    cards: tuple[Card, ...]
    shown: frozenset[str]
    """Classes of arrows that occur, for the legend."""
    hues: Mapping[str, str]
    """The colour class of each origin that doesn't deny, by its id."""


def picture(trace: Trace, outline: Outline) -> Picture:
    """Articles are known to the list by the order in which it first has them: "a1", "a2", …"""
    return _Drawing(trace, outline).picture()


def in_order(outline: Outline) -> list[Branch]:
    """Every article once, as the list first has it."""

    def walk(branches: Iterable[Branch]) -> Iterator[Branch]:
        for branch in branches:
            yield branch
            yield from walk(branch.below)

    tops = [branch for _, roots in outline.roots for root in roots for branch in root.branches]
    return list(walk([*tops, *outline.unrecorded]))


class _Drawing:
    def __init__(self, trace: Trace, outline: Outline):
        self._trace = trace
        self._branches = in_order(outline)
        self._number = {b.article.id: n for n, b in enumerate(self._branches, start=1)}
        self._time = timeline(b.article.published for b in self._branches)
        self._hue = {
            o.id: f"h{n % _HUES}"
            for n, o in enumerate(o for o in trace.origins if o.side is not Side.DENIES)
        }
        self._origins = [root.origin for _, roots in outline.roots for root in roots]
        self._sides = {o.id: o.side for o in self._origins}
        self._leading = Counter(o for a in trace.articles for o in a.origins)
        self._circling = {id for circle in trace.circles for id in circle}
        self._many = len(self._branches) > MANY
        self._stacks = stacks(self._branches, self._time)
        self._ports = {s[0].article.id: ports(s) for s in self._stacks}

    def picture(self) -> Picture:
        texts = {f"o:{o.id}": self._origin(o) for o in self._origins}
        texts |= {_key(s): self._article(s) for s in self._stacks}
        plan = layout(
            self._nodes(texts), self._lines(), root_width=ROOT_WIDTH, width=WIDTH, top=TOP
        )
        arrows = tuple(self._arrow(arrow) for arrow in plan.arrows)
        return Picture(
            width=plan.width,
            height=plan.height,
            title=f"Where it comes from: {clean(self._trace.claim.text)}",
            about=self._about(plan),
            headings=tuple(self._headings(plan)),
            lanes=plan.lanes,
            arrows=arrows,
            cards=tuple(self._cards(plan, texts)),
            shown=frozenset(name for a in arrows for name in a.names.split()),
            hues=self._hue,
        )

    def _nodes(self, texts: Mapping[str, list[tuple[Style, str]]]) -> list[Node]:
        nodes = [Node(f"o:{o.id}", None, None, height(texts[f"o:{o.id}"])) for o in self._origins]
        own_lanes = lanes(self._stacks, most=LANES // 2 if self._many else LANES)
        own = zip(self._stacks, own_lanes, strict=True)
        for stack, lane in sorted(own, key=lambda each: each[1] == SHARED):
            article = stack[0].article
            nodes.append(
                Node(
                    _key(stack),
                    lane,
                    self._time.of.get(article.published or ""),
                    height(texts[_key(stack)]),
                    tuple(port_places(texts[_key(stack)])),
                )
            )
        return nodes

    def _lines(self) -> Iterator[Line]:
        for stack in self._stacks:
            for n, port in enumerate(self._ports[stack[0].article.id]):
                start = f"o:{port.target}" if port.target in self._sides else f"a:{port.target}"
                yield Line(start, _key(stack), n)

    def _origin(self, origin: Origin) -> list[tuple[Style, str]]:
        side = {Side.SUPPORTS: "origin", Side.DENIES: "origin that denies it"}
        lines = [(SIDE, side.get(origin.side, "other origin").upper())]
        lines.append((OUTLET, clean(origin.name)))
        if origin.contact:
            lines.append((SMALL, f"spoke to {clean(origin.contact)}"))
        leading = self._leading[origin.id]
        lead = count(leading, "article leads here", "articles lead here")
        return typeset([*lines, (SMALL, lead)], ROOT_WIDTH)

    def _article(self, stack: Sequence[Branch]) -> list[tuple[Style, str]]:
        article = stack[0].article
        names = [outlet(b) for b in stack]
        if len(stack) > 1:
            lines = [
                (OUTLET, count(len(stack), "article")),
                (NAMES, ", ".join(dict.fromkeys(names))),
            ]
        else:
            lines = [(OUTLET, names[0])]
            lines += [] if self._many else [(TITLE, clean(article.title or ""))]
        when = "" if self._time.days else day(article.published)
        lines.append((SMALL, ", ".join(filter(None, [when, *_stance(stack[0])]))))
        if not article.origins:
            lines.append((SMALL, "lineage not recorded"))
        if article.id in self._circling:
            lines.append((SMALL, "in a circle of citations"))
        lines += [(PORT, self._port_words(port)) for port in self._ports[article.id]]
        lost = dict.fromkeys(loss.what.value for b in stack for loss in b.article.lost)
        if lost:
            lines.append((LOST, f"− lost: {', '.join(lost)}"))
        return typeset(lines, WIDTH)

    def _port_words(self, port: Port) -> str:
        link = port.ties[0].link
        numbers = [tie.number for tie in port.ties]
        shown = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
        perhaps = "perhaps " if link.judgement is Judgement.UNSURE else ""
        return f"{shown} {perhaps}{KINDS[link.kind]}: {port.ties[0].name}"

    def _cards(self, plan: Plan, texts: Mapping[str, list[tuple[Style, str]]]) -> Iterator[Card]:
        for origin in self._origins:
            key = f"o:{origin.id}"
            about = f"{clean(origin.name)}: {clean(origin.reason)}"
            names = f"root {origin.side.value} {self._hue.get(origin.id, '')}"
            yield Card(plan.boxes[key], placed(texts[key], plan.boxes[key]), names, about, "")
        for stack in self._stacks:
            article, box = stack[0].article, plan.boxes[_key(stack)]
            names = f"{article.stance.value}{'' if article.origins else ' unrecorded'}"
            anchor = f"a{self._number[article.id]}"
            about = "; ".join(_about(b) for b in stack[:12])
            yield Card(box, placed(texts[_key(stack)], box), names, about, anchor)

    def _arrow(self, arrow: Arrow) -> Drawn:
        port = self._ports[arrow.tie.end.removeprefix("a:")][arrow.tie.port]
        link = port.ties[0].link
        side = self._sides.get(port.target)
        names = [link.kind.value, arrow.way.value, link.judgement.value]
        names.append("denies" if side is Side.DENIES else self._hue.get(port.target, "plain"))
        timed = {
            Way.UNDATED: " (one of the two has no date)",
            Way.BACKWARD: " (against their dates, or around a circle)",
        }
        about = f"{self._port_words(port)}. {clean(link.reason)}{timed.get(arrow.way, '')}"
        # A denial shows without its colour too.
        head = lozenge if side is Side.DENIES else triangle
        return Drawn(
            line=rounded(arrow.points),
            head=head(arrow.points[-1]),
            names=" ".join(names),
            about=about,
            links=tuple(tie.link.id for tie in port.ties),
        )

    def _headings(self, plan: Plan) -> Iterator[Heading]:
        for period in plan.periods:
            at = period.period
            label = "no date" if at is None else self._time.labels[at]
            gap = "" if at is None else self._time.gaps[at]
            yield Heading(label, gap, period.x, period.width, at is not None)

    def _about(self, plan: Plan) -> str:
        columns = ", ".join(h.label for h in self._headings(plan))
        return (
            f"{support_line(self._trace)}. {denial_line(self._trace)}. Origins stand at the left; "
            f"then the articles in columns: {columns}. Arrows lead from what is depended on. "
            "The list below the picture says the same in words."
        )


def _key(stack: Sequence[Branch]) -> str:
    return f"a:{stack[0].article.id}"


def _stance(branch: Branch) -> list[str]:
    return [branch.article.stance.value]


def _about(branch: Branch) -> str:
    a = branch.article
    said = [outlet(branch), day(a.published) or "no date", clean(a.title or ""), *_stance(branch)]
    return ", ".join(filter(None, said))
