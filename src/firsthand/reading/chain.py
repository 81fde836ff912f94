"""Through whom it came: the chain of each statement, outermost first.

A statement inside another's content comes through that one's chain. An outlet that a source spoke
to is a link before it, and stays one for the source's later words until they are said elsewhere.
The publisher is never a link.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.model.reading import Polarity, SourceKind
from firsthand.model.span import Span, inside
from firsthand.reading import carried, cues, lexicon
from firsthand.reading.draft import Draft
from firsthand.reading.entity import Entity
from firsthand.reading.kinds import OWNING
from firsthand.reading.mention import somebody
from firsthand.reading.outlets import own_name
from firsthand.reading.sources import Resolver
from firsthand.reading.spoken import Spoken
from firsthand.reading.venues import CITING, ELSEWHERE, UNEARTHED

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
    spoken: Spoken = field(init=False)

    def __post_init__(self) -> None:
        self.spoken = Spoken(self.text, self.drafts, self.resolver, self.sentences)

    def build(self) -> list[tuple[int, ...]]:
        spoken_to = [self.spoken.to(d) for d in self.drafts]
        ours = self._publisher(spoken_to)
        links: dict[int, tuple[int, ...]] = {
            i: () if o is None or self._is_publisher(o, ours) else (self.resolver.outlet(o),)
            for i, o in enumerate(spoken_to)
        }
        # an outlet of the publisher's own says nothing of where later words were said
        own = {i for i, o in enumerate(spoken_to) if o is not None and self._is_publisher(o, ours)}
        show = self._show(links)
        chains: dict[int, tuple[int, ...]] = {}
        onward: dict[int, tuple[int, ...]] = {}
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
                prefix = onward.get(source, ())
            if source in outer:
                chains[i] = outer[: outer.index(source) + 1]
            else:
                chains[i] = tuple(dict.fromkeys((*prefix, source, *self._cited(d, entity))))
            appositive = d.parent is not None and self._appositive(d, self.drafts[d.parent])
            if entity.kind is not SourceKind.OUTLET and (
                links[i] or (appositive and self._reported(outer))
            ):
                onward[source] = tuple(x for x in prefix if x != source)
            elif i in own or self._elsewhere(d):
                onward.pop(source, None)
        return self._with_carried([chains[i] for i in range(len(self.drafts))])

    def _with_carried(self, chains: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
        entities = self.resolver.cast.entities
        found = carried.one_breath(self.text, self.drafts, chains)
        chains = carried.put_before(self.drafts, chains, found)
        found = carried.polled(self.drafts, entities, chains)
        chains = carried.put_before(self.drafts, chains, found)
        chains = carried.put_before(self.drafts, chains, self._unearthed(chains))
        found = carried.summed_up(self.text, self.drafts, entities, chains)
        return carried.put_before(self.drafts, chains, found)

    def _unearthed(self, chains: Sequence[tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
        """ "The Gazette unearthed a story from the Post": what the Post says came through it."""
        found: dict[int, tuple[int, ...]] = {}
        for m in UNEARTHED.finditer(self.text, self.text.lower()):
            through = self.resolver.outlet(self.spoken.trimmed(m.span("outlet")))
            start, end = m.span("from")
            end = min(end, self.spoken.sentence((start, end))[1])
            written = self.resolver.outlet(self.spoken.trimmed((start, end)))
            for i, d in enumerate(self.drafts):
                if d.parent is None and d.at > m.start() and chains[i][:1] == (written,):
                    found[i] = (through,)
        return found

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
        """Whom an outlet or a document cites in the sentence of its cue, as the last link."""
        if outlet.kind not in (SourceKind.OUTLET, SourceKind.DOCUMENT) or d.cue is None:
            return ()
        start, end = self.spoken.sentence(d.cue)
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

    def _elsewhere(self, d: Draft) -> bool:
        if d.cue is None:
            return False
        start, end = self.spoken.sentence(d.cue)
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
            _words(e.name) == name and i in self.resolver.of.values()
            for i, e in enumerate(self.resolver.cast.entities)
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
    return re.sub(r"^the\s+", "", OWNING.sub("", name.strip()).casefold()).replace(" ", " ")


def _akin(a: str, b: str) -> bool:
    """Two names of one house: "bbc hausa" and "bbc"; a domain or slug and its outlet."""
    if a == b or a.startswith(f"{b} ") or b.startswith(f"{a} "):
        return True
    return bool(_squeezed(a)) and _squeezed(a) == _squeezed(b)


def _squeezed(name: str) -> str:
    """A name or a host as one word: "Evening Gazette", "eveninggazette.example"."""
    return re.sub(r"[^a-z0-9]", "", name.split(".")[0] if "." in name else name)
