"""Who is meant: the mentions of an article resolved to its sources, in reading order.

A full name, its last part, a title, a role, a pronoun. Where the text doesn't settle it, the source
is what the words say: unresolved beats guessed. A pseudonym takes no other name's mentions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.model.reading import Naming, SourceKind
from firsthand.model.span import Span, inside
from firsthand.reading import lexicon
from firsthand.reading.cast import Cast
from firsthand.reading.draft import Draft
from firsthand.reading.entity import same
from firsthand.reading.introduced import introduced
from firsthand.reading.kinds import bare_words
from firsthand.reading.mention import Parsed, parse
from firsthand.reading.names import Name, Names
from firsthand.reading.pronouns import REACH, Pronouns

MORE = re.compile(r",?\s(?:who|which|whose|that|familiar|close|briefed)\b")
ENLARGED = re.compile(r"\s(?:familiar|close|briefed)\b")
PARTICIPLE = re.compile(
    r"(?:adding|saying|noting|insisting|arguing|claiming|explaining|warning|stating|stressing|writing|telling \w+)(?: that)?",
    re.I,
)
JOINED = re.compile(
    r"[,;”\"’']*\s+(?:(?:and|but|or)\s+)?(?:(?:also|then|later|even|has|had|have|\w+ly)\s+)*"
)
""" "…, and then insisted": what joins two verbs of one subject."""
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|it|there)\b", re.I)
OWNED = re.compile(
    rf"(his|her|their|its|my|our)\s(?:{'|'.join(sorted(lexicon.OWNED_SPEECH))})$", re.I
)
""" "his tweet": what somebody says or writes is theirs."""


@dataclass(slots=True)
class Resolver:
    """Reads mentions in order; `of` says which of the cast's entities each draft's source is."""

    text: str
    names: Names
    quotations: Sequence[Span]
    cast: Cast = field(init=False)
    pronouns: Pronouns = field(init=False)
    of: dict[int, int | None] = field(default_factory=dict)
    turns: Sequence[Span] = ()

    def __post_init__(self) -> None:
        self.cast = Cast(self.text, self.names)
        self.pronouns = Pronouns(self.text, self.names, self.cast, self.quotations)

    def resolve(self, drafts: Sequence[Draft]) -> None:
        self.turns = _turns(drafts)
        for index in sorted(range(len(drafts)), key=lambda i: self._order(drafts, i)):
            draft = drafts[index]
            if draft.mention is None or draft.speaker is not None:
                before = (
                    draft.speaker if draft.speaker is not None else self._goes_on(drafts, index)
                )
                self.of[index] = self.of.get(before) if before is not None else None
                continue
            parent = drafts[index].parent
            speaker = self._speaker(drafts, parent)
            self.of[index] = self.mention(
                draft.mention,
                parent=speaker,
                previous=self._previous(drafts, index),
                quoted=inside(draft.mention, self.quotations),
            )
        self._call_by_pseudonym()
        self._name_headword()
        self._introduce(drafts)

    def _introduce(self, drafts: Sequence[Draft]) -> None:
        """ "A senior official says", and below it "Ada Hale, the mayor, said"."""
        spoke: dict[int, list[Span]] = {}
        for index, source in self.of.items():
            if source is not None and drafts[index].parent is None:
                spoke.setdefault(source, []).append(drafts[index].outline)
        entities = self.cast.entities
        for undisclosed, named in introduced(self.text, entities, spoke=spoke).items():
            entities[named].mentions += entities[undisclosed].mentions
            self.of = {i: named if s == undisclosed else s for i, s in self.of.items()}

    def _name_headword(self) -> None:
        """ "Poll: Hale leads", and below it "a new Gazette poll": the headline's word is that one."""
        first = self.text.find("\n")
        entities = self.cast.entities
        for short, entity in enumerate(entities):
            word = entity.name.casefold()
            if entity.kind is not SourceKind.DOCUMENT or " " in word or not entity.mentions:
                continue
            whole = next(
                (
                    i
                    for i, e in enumerate(entities)
                    if e.kind is SourceKind.DOCUMENT and " " in e.name and word in e.heads
                ),
                None,
            )
            if whole is not None and entity.mentions[0][1] <= first:
                entities[whole].mentions += entity.mentions
                self.of = {i: whole if s == short else s for i, s in self.of.items()}

    def _call_by_pseudonym(self) -> None:
        """ "The guard … the magazine calls him Davin": a description that the article itself gives a
        pseudonym to is that pseudonym. A named source never is."""
        for name, (start, _) in self.cast.hidden.items():
            before = [
                (max(m[1] for m in e.mentions if m[1] <= start + 1), i)
                for i, e in enumerate(self.cast.entities)
                if e.kind is SourceKind.PERSON and any(m[1] <= start + 1 for m in e.mentions)
            ]
            if not before:
                continue
            at, described = max(before)
            entity = self.cast.entities[described]
            if entity.naming is not Naming.UNNAMED or start - at > REACH / 3 or entity.plural:
                continue
            known = next(
                (
                    i
                    for i, e in enumerate(self.cast.entities)
                    if e.naming is Naming.PSEUDONYM and same(e.name, name)
                ),
                None,
            )
            entity.description = entity.description or entity.name
            entity.name, entity.naming = name, Naming.PSEUDONYM
            if known is not None:
                entity.mentions += self.cast.entities[known].mentions
                for index, source in self.of.items():
                    if source == known:
                        self.of[index] = described

    def outlet(self, span: Span) -> int:
        """The entity of an outlet that is named as a link of a chain."""
        found = self.mention(span, parent=None, previous=None, quoted=False)
        entity = self.cast.entities[found]
        if (
            entity.kind in (SourceKind.PERSON, SourceKind.UNKNOWN, SourceKind.ORGANISATION)
            and entity.naming is Naming.NAMED
        ):
            entity.kind = SourceKind.OUTLET
        return found

    def mention(self, span: Span, *, parent: int | None, previous: int | None, quoted: bool) -> int:
        """The entity that the words at `span` mean, new or known; `parent` speaks around them."""
        if (same_place := self._begun(span)) is not None:
            return same_place
        words = self.text[span[0] : span[1]]
        parsed = parse(words)
        while parsed.owner:
            inner = parse(parsed.owner)
            parsed = inner
        if parsed.pronoun:
            found = self._pronoun(parsed, span, parent=parent, previous=previous, quoted=quoted)
        elif parsed.name:
            found = self.cast.named(parsed, span)
        elif whose := OWNED.match(words):
            owner = parse(whose.group(1))
            found = self._pronoun(owner, span, parent=parent, previous=previous, quoted=quoted)
        else:
            principal = self.cast.entities[parent].description if parent is not None else None
            found = self.cast.described(parsed, span, previous=previous, principal=principal or "")
        if span not in self.cast.entities[found].mentions:
            self.cast.entities[found].mentions.append(span)
        return found

    def _begun(self, span: Span) -> int | None:
        """ "A man" of "A man who says that he was there": the source that the longer mention named."""
        for index, entity in enumerate(self.cast.entities):
            for start, end in entity.mentions:
                if start == span[0] and (
                    end == span[1] or MORE.match(self.text, min(end, span[1]), max(end, span[1]))
                ):
                    if end < span[1] and ENLARGED.match(self.text, end):
                        entity.name = bare_words(self.text[slice(*span)])
                        entity.mentions.append(span)
                    return index
        return None

    # -- order and context

    def _order(self, drafts: Sequence[Draft], index: int) -> tuple[int, int]:
        """Outer before inner, then as read; what goes on speaking comes after what it goes on from."""
        depth, parent = 0, drafts[index].parent
        while parent is not None:
            depth, parent = depth + 1, drafts[parent].parent
        root = index
        while drafts[root].parent is not None:
            root = drafts[root].parent  # type: ignore[assignment]
        return drafts[root].outline[0] if depth else drafts[index].outline[
            0
        ], depth * 100_000_000 + drafts[index].at

    def _speaker(self, drafts: Sequence[Draft], parent: int | None) -> int | None:
        while parent is not None:
            if (found := self.of.get(parent)) is not None:
                return found
            parent = drafts[parent].parent
        return None

    def _previous(self, drafts: Sequence[Draft], index: int) -> int | None:
        """Source of the nearest earlier statement that is outermost or on the same level."""
        at = drafts[index].outline[0]
        before = [
            i
            for i in self.of
            if self.of[i] is not None
            and drafts[i].at < at
            and drafts[i].parent in (None, drafts[index].parent)
        ]
        return (
            self.of[self._topic(drafts, max(before, key=lambda i: drafts[i].at))]
            if before
            else None
        )

    def _topic(self, drafts: Sequence[Draft], index: int) -> int:
        """ "The ministry said …, according to Hesper": what follows goes on about the ministry."""
        outer = drafts[index]
        for i in self.of:
            d = drafts[i]
            begins = d.parent == index and d.outline[0] <= outer.content[0][0] + 2
            if begins and d.mention and self.of[i] is not None and outer.at >= d.outline[1] - 2:
                return i
        return index

    # -- pronouns

    def _pronoun(
        self, parsed: Parsed, span: Span, *, parent: int | None, previous: int | None, quoted: bool
    ) -> int:
        kind = parsed.pronoun or ""
        if kind == "hearer" and (hearer := self._hearer(span)) is not None:
            return hearer
        if kind in ("speaker", "speakers", "hearer"):
            return parent if parent is not None else self.cast.unresolved(parsed, span)
        if kind == "relative":
            match self.pronouns.antecedent(span):
                case None:
                    return self.cast.unresolved(parsed, span)
                case Name() as name:
                    return self.cast.name(name)
                case phrase:
                    return self.mention(phrase, parent=None, previous=None, quoted=False)
        if parent is not None and not quoted and self.cast.entities[parent].fits(kind):
            return parent
        barred = parent if quoted else None
        found = self.pronouns.recent(kind, span[0], previous=previous, barred=barred)
        return found if found is not None else self.cast.unresolved(parsed, span)

    def _goes_on(self, drafts: Sequence[Draft], index: int) -> int | None:
        """ "Hale shut the port, saying that …", "Hale said …, and insisted that …": who did the one
        thing says the other."""
        cue = drafts[index].cue
        if cue is None:
            return None
        start = max(self.text.rfind(mark, 0, cue[0]) for mark in ("\n", ". ", "? ", "! "))
        same = [
            i
            for i in self.of
            if start <= drafts[i].at < cue[0] and drafts[i].parent == drafts[index].parent
        ]
        if not same:
            return None
        last = max(same, key=lambda i: drafts[i].at)
        between = self.text[drafts[last].outline[1] : cue[0]]
        words = self.text[slice(*cue)]
        joined = JOINED.fullmatch(between) and not PASSIVE.search(words)
        return last if joined or PARTICIPLE.fullmatch(words) else None

    def _hearer(self, span: Span) -> int | None:
        """ "You" in a transcript: whoever speaks next."""
        after = next((turn for turn in self.turns if turn[0] > span[0]), None)
        if after is None:
            return None
        return self.mention(after, parent=None, previous=None, quoted=False)


def _turns(drafts: Sequence[Draft]) -> list[Span]:
    """The speakers' names of a transcript, one at least of two who take turns."""
    found = sorted(
        d.mention
        for d in drafts
        if d.mention and d.cue is None and d.speaker is None and d.mention[1] < d.content[0][0]
    )
    return found if len(found) > 1 else []
