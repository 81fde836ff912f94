"""Through whom it came: the chain of each statement, outermost first.

A statement inside another's content comes through that one's chain. An outlet that a source spoke
to is a link before it, and stays one for the source's later words until they are said elsewhere.
The publisher is never a link.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model.reading import Polarity, SourceKind
from firsthand.model.span import Span, inside
from firsthand.reading import cues, lexicon
from firsthand.reading.draft import Draft
from firsthand.reading.entity import Entity, same
from firsthand.reading.kinds import is_outlet
from firsthand.reading.mention import somebody
from firsthand.reading.outlets import own_name
from firsthand.reading.sources import Resolver
from firsthand.reading.venues import AFTER_CUE, BEFORE, CITING, ELSEWHERE

NOUN_CUE = re.compile(
    r"(?:claims?|decisions?|requests?|bids?|demands?|offers?|suggestions?|allegations?|calls?|appeals?|rulings?|proposals?|arguments?)",
    re.I,
)
"""An inner attribution that is a noun: whose claim it is stays so when it is rejected."""


@dataclass(slots=True)
class Chains:
    """Works on what a Resolver has found; `chains` are entity indices for each draft."""

    text: str
    drafts: Sequence[Draft]
    resolver: Resolver
    publisher: str | None
    sentences: Sequence[Span]

    def build(self) -> list[tuple[int, ...]]:
        spoken_to = [self._spoken_to(d) for d in self.drafts]
        ours = self._publisher(spoken_to)
        links: dict[int, tuple[int, ...]] = {
            i: () if o is None or self._is_publisher(o, ours) else (self.resolver.outlet(o),)
            for i, o in enumerate(spoken_to)
        }
        # an outlet of the publisher's own says nothing of where later words were said
        own = {i for i, o in enumerate(spoken_to) if o is not None and self._is_publisher(o, ours)}
        show = self._show(links)
        chains: dict[int, tuple[int, ...]] = {}
        carried: dict[int, tuple[int, ...]] = {}
        for i in sorted(range(len(self.drafts)), key=self._depth_order):
            d = self.drafts[i]
            if d.speaker is not None and d.speaker in chains:
                chains[i] = chains[d.speaker]
                continue
            outer = self._through(i, chains)
            if d.cue is None and d.speaker is None and d.mention is not None and d.parent is None:
                outer = show
            source = self.resolver.of.get(i)
            if source is None:
                chains[i] = outer
                continue
            entity = self.resolver.cast.entities[source]
            prefix = tuple(x for x in (*outer, *links[i]) if x != source)
            if not prefix and i not in own and d.parent is None and not self._elsewhere(d):
                prefix = carried.get(source, ())
            if source in outer:
                chains[i] = outer[: outer.index(source) + 1]
            else:
                chains[i] = (*dict.fromkeys(prefix), source, *self._cited(d, entity))
            appositive = d.parent is not None and self._appositive(d, self.drafts[d.parent])
            if entity.kind is not SourceKind.OUTLET and (
                links[i] or (appositive and self._reported(outer))
            ):
                carried[source] = tuple(x for x in prefix if x != source)
            elif i in own or self._elsewhere(d):
                carried.pop(source, None)
        return [chains[i] for i in range(len(self.drafts))]

    def _through(self, i: int, chains: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
        """The chain that an inner statement comes through.

        A claim that is rejected ("overruled the judge’s decision that …") is its own holder's: it
        doesn't come through who rejects it.
        """
        d = self.drafts[i]
        if d.parent is None:
            return ()
        outer, parent = chains.get(d.parent, ()), self.drafts[d.parent]
        if (
            outer
            and d.cue
            and d.mention
            and parent.cue
            and NOUN_CUE.fullmatch(self.text[d.cue[0] : d.cue[1]])
        ):
            rejecting = (
                cues.polarity(self.text[parent.cue[0] : parent.cue[1]], "") is Polarity.DENIED
            )
            return outer[:-1] if rejecting else outer
        return outer

    def _show(self, links: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
        """The broadcast that a transcript's turns were said on: a link from before the first."""
        turns = [
            d.at
            for d in self.drafts
            if d.cue is None and d.speaker is None and d.mention and d.mention[1] < d.content[0][0]
        ]
        if len(turns) < 2:
            return ()
        return next(
            (links[i] for i, d in enumerate(self.drafts) if links[i] and d.at < turns[0]), ()
        )

    def _reported(self, outer: tuple[int, ...]) -> bool:
        """Whether it came through an outlet, which carries to the source's later words."""
        return bool(outer) and all(
            self.resolver.cast.entities[x].kind is SourceKind.OUTLET for x in outer
        )

    def _cited(self, d: Draft, outlet: Entity) -> tuple[int, ...]:
        """Whom an outlet cites in the sentence of its cue, as the last link."""
        if outlet.kind is not SourceKind.OUTLET or d.cue is None:
            return ()
        start, end = self._sentence(d.cue)
        for m in CITING.finditer(self.text, start, end):
            words = m.group("who").rstrip(".,")
            who = (m.start("who"), m.start("who") + len(words))
            if not inside(who, d.content) and somebody(words):
                return (self.resolver.mention(who, parent=None, previous=None, quoted=False),)
        return ()

    def _appositive(self, d: Draft, parent: Draft) -> bool:
        """ "X said …, the Gazette reported": the words are X's, not the Gazette's summing up."""
        return (
            parent.cue is not None
            and d.outline[0] <= parent.content[0][0] + 2
            and parent.cue[0] > d.outline[1] - 2
        )

    def _depth_order(self, i: int) -> tuple[int, int, int]:
        depth, p, root = 0, self.drafts[i].parent, i
        while p is not None:
            depth, root, p = depth + 1, p, self.drafts[p].parent
        return self.drafts[root].outline[0], depth, self.drafts[i].at

    def _spoken_to(self, d: Draft) -> Span | None:
        """The outlet that the cue's sentence names as the one spoken to."""
        if d.cue is None or (
            d.mention is None and not self.text[d.cue[0] : d.cue[1]].casefold().startswith("quoted")
        ):
            return None
        if self._is_outlet_mention(d):
            return None
        start, end = self._sentence(d.cue)
        after = self.text[d.cue[1] : end]
        cue = self.text[d.cue[0] : d.cue[1]].casefold()
        ways = (
            AFTER_CUE
            if re.search(r"\b(?:told|tells|telling|tell|assured|informed)\b", cue)
            else AFTER_CUE[2:]
        )
        for way in ways:
            if (m := re.match(way.words, after)) and (
                span := self._outlet((d.cue[1] + m.start("outlet"), d.cue[1] + m.end("outlet")), d)
            ):
                return span
        for way in BEFORE:
            for m in re.finditer(way.words, self.text[start:end]):
                if span := self._outlet((start + m.start("outlet"), start + m.end("outlet")), d):
                    return span
        return None

    def _outlet(self, span: Span, d: Draft) -> Span | None:
        """The span if it is an outlet's name, no part of what is said, and of this statement.

        An inner statement's outlet stands inside the outer one's words.
        """
        if inside(span, d.content) or (
            d.parent is not None and not inside(span, self.drafts[d.parent].content)
        ):
            return None
        words = re.sub(r"[’']s?$", "", self.text[span[0] : span[1]]).rstrip(".,")
        if words.startswith("the ") and words.islower():
            return (
                span
                if any(e.kind is SourceKind.OUTLET for e in self.resolver.cast.entities)
                or self.resolver.cast.outlets
                else None
            )
        # "the Gazette Monday": a day is no part of the name
        words = re.sub(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur)day$", "", words)
        if (
            not words.startswith(("the Sunday", "The Sunday", "Sunday"))
            and self.text[span[0] - 1] not in '“"‘'
        ):
            words = re.sub(r"\sSunday$", "", words)
        first = re.sub(r"^(?:the|The)\s", "", words)
        if first.casefold() in lexicon.PLATFORMS or re.match(
            r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", first
        ):
            return None
        if (
            is_outlet(first)
            or first.casefold() in self.resolver.cast.outlets
            or re.search(
                r"\b(?:newspaper|magazine|news agency|television|radio|network|website)$", first
            )
        ):
            return (span[0], span[0] + len(words))
        known = next(
            (
                e
                for e in self.resolver.cast.entities
                if e.kind is SourceKind.OUTLET
                and (same(e.name, first) or same(e.name, f"The {first}"))
            ),
            None,
        )
        return (span[0], span[0] + len(words)) if known else None

    def _is_outlet_mention(self, d: Draft) -> bool:
        index = next((i for i, x in enumerate(self.drafts) if x is d), None)
        source = self.resolver.of.get(index) if index is not None else None
        return source is not None and self.resolver.cast.entities[source].kind is SourceKind.OUTLET

    def _sentence(self, span: Span) -> Span:
        return next(((s, e) for s, e in self.sentences if s <= span[0] < e), span)

    def _elsewhere(self, d: Draft) -> bool:
        if d.cue is None:
            return False
        start, end = self._sentence(d.cue)
        near = self.text[max(start, d.cue[0] - 120) : min(end, d.cue[1] + 80)]
        return bool(ELSEWHERE.search(near))

    # -- the publisher

    def _publisher(self, spoken_to: Sequence[Span | None]) -> str | None:
        """The article's own outlet: as given, or as it gives itself away.

        One that several sources told things, and that is never credited, is the article's own.
        """
        if self.publisher:
            return self.publisher
        told: dict[str, set[int | None]] = {}
        for i, span in enumerate(spoken_to):
            if span:
                words = _words(self.text[span[0] : span[1]])
                house = next((name for name in told if _akin(name, words)), words)
                told.setdefault(house, set()).add(self.resolver.of.get(i))
        if own := own_name(self.text):
            return own
        for name, by in told.items():
            if len(by) > 1 and not self._credited(name):
                return name
        return None

    def _credited(self, name: str) -> bool:
        return any(
            e.kind is SourceKind.OUTLET and _words(e.name) == name
            for e in self.resolver.cast.entities
        )

    def _is_publisher(self, span: Span, ours: str | None) -> bool:
        words = _words(self.text[span[0] : span[1]])
        if words in lexicon.GENERIC_OUTLET | {"agency", "news agency"}:
            return ours is not None and _akin(
                _words(self.resolver.cast.entities[self.resolver.outlet(span)].name), _words(ours)
            )
        if words in ("this newspaper", "this paper", "this website", "this magazine"):
            return True
        return ours is not None and _akin(words, _words(ours))


def _words(name: str) -> str:
    return re.sub(r"^the\s+", "", re.sub(r"[’']s?$", "", name.strip()).casefold()).replace(" ", " ")


def _akin(a: str, b: str) -> bool:
    """Two names of one house: "bbc hausa" and "bbc"; a domain or slug and its outlet."""
    if a == b or a.startswith(f"{b} ") or b.startswith(f"{a} "):
        return True
    return bool(_squeezed(a)) and _squeezed(a) == _squeezed(b)


def _squeezed(name: str) -> str:
    """A name or a host as one word: "Evening Gazette", "eveninggazette.example"."""
    return re.sub(r"[^a-z0-9]", "", name.split(".")[0] if "." in name else name)
