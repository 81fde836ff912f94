"""To which outlet a source spoke, as the sentence of the cue or the one before it says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.model.reading import SourceKind
from firsthand.model.span import Span, inside
from firsthand.reading import lexicon
from firsthand.reading.draft import Draft
from firsthand.reading.entity import same
from firsthand.reading.kinds import OWNING, is_outlet
from firsthand.reading.screen import Likely, Screened
from firsthand.reading.sources import Resolver
from firsthand.reading.venues import AFTER_CUE, BEFORE, QUOTES, TO_AND_ON, Way

TELLING = re.compile(r"\b(?:told|tells|telling|tell|assured|informed)\b")
NEWS = re.compile(r"\b(?:newspaper|magazine|news agency|television|radio|network|website)$")
_BEFORE = tuple((way, Screened(way.words)) for way in BEFORE)
_AFTER = {way.words: re.compile(way.words) for way in AFTER_CUE}
DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


@dataclass(slots=True)
class Spoken:
    """Looks for the outlet's name in the places that venues' tables know."""

    text: str
    drafts: Sequence[Draft]
    resolver: Resolver
    sentences: Sequence[Span]
    _before: Likely[Way] = field(init=False)

    def __post_init__(self) -> None:
        self._before = Likely(_BEFORE, self.text)

    def to(self, d: Draft) -> Span | None:
        """The outlet that the cue's sentence names as the one spoken to."""
        if d.cue is None or (
            d.mention is None and not self.text[d.cue[0] : d.cue[1]].casefold().startswith("quoted")
        ):
            return None
        if self._is_outlet_mention(d):
            return None
        start, end = self.sentence(d.cue)
        cue = self.text[d.cue[0] : d.cue[1]].casefold()
        told = TELLING.search(cue)
        return (
            self._named_after(d, d.cue[1], ways=AFTER_CUE if told else TO_AND_ON)
            or self._named_in(d, (start, end))
            or self._quoting(d)
            or self._set_before(d, start)
        )

    def _named_after(self, d: Draft, at: int, *, ways: Sequence[Way]) -> Span | None:
        words = self.text[at : self.sentence((at - 1, at))[1]]
        for way in ways:
            if m := _AFTER[way.words].match(words):
                span = (at + m.start("outlet"), at + m.end("outlet"))
                if found := self._outlet(span, d, medium=way.medium):
                    return found
        return None

    def _named_in(self, d: Draft, sentence: Span) -> Span | None:
        start, end = sentence
        words = self.text[start:end]
        for way, pattern in self._before.within(words):
            for m in pattern.finditer(words):
                if span := self._outlet(
                    (start + m.start("outlet"), start + m.end("outlet")), d, medium=way.medium
                ):
                    return span
        return None

    def _quoting(self, d: Draft) -> Span | None:
        """ "The Gazette, citing two officials, said": the mention is whom the outlet cites."""
        if d.mention is None:
            return None
        start = self.sentence(d.mention)[0]
        m = QUOTES.search(self.text, start, d.mention[0])
        return self._outlet(m.span("outlet"), d) if m else None

    def _set_before(self, d: Draft, start: int) -> Span | None:
        """ "Hale spoke to the Gazette. “It is over,” he said.": the sentence before says where."""
        before = [s for s in self.sentences if s[1] <= start]
        if not before or d.parent is not None or start - before[-1][1] > 3:
            return None
        sentence = before[-1]
        if any(o.cue and sentence[0] <= o.cue[0] < sentence[1] for o in self.drafts):
            return None
        index = next(i for i, x in enumerate(self.drafts) if x is d)
        source = self.resolver.of.get(index)
        if source is None:
            return None
        name = self.resolver.cast.entities[source].name.split()[-1]
        if name not in self.text[slice(*sentence)]:
            return None
        return self._named_in(d, sentence)

    def _outlet(self, span: Span, d: Draft, *, medium: bool = False) -> Span | None:
        """The span if it is an outlet's name, no part of what is said, and of this statement.

        An inner statement's outlet stands inside the outer one's words.
        """
        if inside(span, d.content) or (
            d.parent is not None and not inside(span, self.drafts[d.parent].content)
        ):
            return None
        span = self.trimmed(span)
        words = self.text[slice(*span)]
        if words.startswith("the ") and words.islower():
            known = self.resolver.cast.outlets or any(
                e.kind is SourceKind.OUTLET for e in self.resolver.cast.entities
            )
            return span if known else None
        first = re.sub(r"^(?:the|The)\s", "", words)
        if first.casefold() in lexicon.PLATFORMS or DAY.fullmatch(first):
            return None
        return span if medium or self._is_outlet(first) else None

    def trimmed(self, span: Span) -> Span:
        """Without a possessive, a day ("the Gazette Monday"), or the one who was told there."""
        start, words = span[0], OWNING.sub("", self.text[slice(*span)]).rstrip(".,")
        of = re.match(r"(?:[A-Z][\w.’'-]*\s)+of\s(?=(?:the\s)?(.+))", words)
        if of and is_outlet(of.group(1)):
            start, words = start + of.end(), words[of.end() :]  # "Ann Hale of the Gazette"
        house = re.match(r"(.+?)[’']s?\s[A-Z]", words)
        if house and is_outlet(house.group(1)):
            words = house.group(1)  # "the Gazette’s Ann Hale"
        elif house and is_outlet(rest := words[house.end() - 1 :]):
            start, words = start + house.end() - 1, rest  # "Velmara’s Gazette"
        words = re.sub(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur)day$", "", words)
        if not re.match(r"(?:[tT]he )?Sunday", words) and self.text[start - 1] not in '“"‘':
            words = re.sub(r"\sSunday$", "", words)
        return start, start + len(words)

    def _is_outlet(self, name: str) -> bool:
        cast = self.resolver.cast
        return (
            is_outlet(name)
            or name.casefold() in cast.outlets
            or bool(NEWS.search(name))
            or any(
                e.kind is SourceKind.OUTLET and (same(e.name, name) or same(e.name, f"The {name}"))
                for e in cast.entities
            )
        )

    def _is_outlet_mention(self, d: Draft) -> bool:
        index = next((i for i, x in enumerate(self.drafts) if x is d), None)
        source = self.resolver.of.get(index) if index is not None else None
        return source is not None and self.resolver.cast.entities[source].kind is SourceKind.OUTLET

    def sentence(self, span: Span) -> Span:
        return next(((s, e) for s, e in self.sentences if s <= span[0] < e), span)
