"""Whom a pronoun means: the likeliest earlier source or person, or what stands before "who"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from firsthand.model.reading import SourceKind
from firsthand.model.span import Span, inside
from firsthand.reading import lexicon
from firsthand.reading.cast import Cast
from firsthand.reading.mention import parse
from firsthand.reading.names import Name, Names
from firsthand.reading.parted import DATELINE
from firsthand.reading.roles import Called, called
from firsthand.reading.segments import paragraphs

REACH = 1500  # code points that a pronoun looks back
GAP = 300.0  # code points that weigh as much as one point
PARAGRAPH = 0.5
LEAST = -8.0
LIKELIEST = 8  # ways that are looked at where the likeliest is barred
SPOKE_LAST = 2.0
SUBJECT = 1.2
FAR_SUBJECT = 0.6  # of another paragraph
OFTEN = 0.6
ROLE = 0.3
KIN = 0.8
OWNED = re.compile(r"(?:his|her|their|my)\s", re.I)
""" "By his cousin. He …": who has a cousin is likelier than the cousin."""
SAID_BEFORE = lexicon.ROLES | lexicon.TITLES | lexicon.GENERIC_OUTLET
SPEAKS = 2.5
WEAK = 1.0
BINDING = frozenset("and or but of in on at to for with by from as than".split())
SPEAKING = re.compile(
    r",? (?:who |(?:has |have |had )?(?:then |also |later |since |\w+ly )?)?(?:spoke|speaks|posted|tweeted|wrote|gave an interview"
    r"|took to \w+|(?:released|issued|made|gave|read) (?:this|the following|a|an) (?:\w+ )?(?:statement|speech|interview|response))\b"
)
""" "Hale, who released this statement": whose words come next."""
TITLED = re.compile(r"(?:[.!?][\"”’']*\s+|\n\s*)(?:[A-Z][\w’'-]*\s(?:[\w’'-]+\s){0,2})$")
""" "Gossip site Lantern says it": a subject that begins with what it is."""
DETERMINER = re.compile(r"\b(?:the|a|an|his|her|their|one)\s", re.I)
PHRASE = re.compile(
    r"(?:\b(?:the|a|an|his|her|their|one|two|three|some|many|several|those)\s(?:[\w’'-]+\s?){1,6}"
    r"|(?-i:(?:[A-Z][\w-]+\s)+(?:[a-z-]+\s)?)[a-z]+|\w+)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands, and where its paragraph begins."""

    position: int
    paragraph: int

    def nearness(self, span: Span) -> float:
        gap = self.position - span[1]
        return -gap / GAP + (PARAGRAPH if span[0] >= self.paragraph else 0.0)


@dataclass(slots=True)
class Pronouns:
    """Looks among the cast and the names of one text."""

    text: str
    names: Names
    cast: Cast
    quotations: Sequence[Span] = ()
    known: Sequence[Name] = field(init=False)
    often: Counter[str] = field(init=False)
    called: Sequence[Called] = field(init=False)
    _people: dict[Span, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        datelines = [
            (start, m.end())
            for start, end in paragraphs(self.text)
            if (m := DATELINE.match(self.text, start, end))
        ]
        self.known = [n for n in self.names.found if not inside(n.span, datelines)]
        self.often = Counter(n.words.split()[-1] for n in self.known)
        self.called = [c for c in called(self.text) if not inside(c.span, self.quotations)]

    def recent(
        self, kind: str, position: int, *, previous: int | None, barred: int | None
    ) -> int | None:
        """The likeliest earlier source, person or body for a pronoun, or None."""
        at = Place(position, self.text.rfind("\n", 0, position) + 1)
        named, called = [*self._named(kind, at)], [*self._called(kind, at)]
        spans = [n.span for _, n in named] + [c.span for _, c in called]
        rivals = any(start >= at.paragraph for start, _ in spans)
        ways: list[tuple[float, int | Name | Called]] = [
            *self._sources(kind, at, previous=previous, barred=barred, rivals=rivals),
            *named,
            *called,
        ]
        for score, way in sorted(ways, key=lambda w: -w[0])[:LIKELIEST]:
            if score > LEAST and (found := self._source(way)) != barred:
                return found
        return None

    def _source(self, way: int | Name | Called) -> int:
        if isinstance(way, Name):
            return self.cast.name(way)
        if isinstance(way, int):
            return way
        found = self.cast.described(parse(self.text[slice(*way.span)]), way.span, previous=None)
        if way.span not in self.cast.entities[found].mentions:
            self.cast.entities[found].mentions.append(way.span)
        return found

    def _sources(
        self, kind: str, at: Place, *, previous: int | None, barred: int | None, rivals: bool
    ) -> Iterator[tuple[float, int]]:
        """`rivals`: whether the pronoun's own paragraph names others before it."""
        for index, entity in enumerate(self.cast.entities):
            earlier = [m for m in entity.mentions if m[0] < at.position]
            other = lexicon.PRONOUNS.get(entity.name.casefold(), kind) != kind
            if not earlier or index == barred or other or not entity.fits(kind):
                continue
            span = (max(earlier)[0], max(m[1] for m in earlier))
            if at.position - span[1] <= REACH:
                last = SPOKE_LAST * (index == previous)
                yield (
                    at.nearness(span) + (last / 2 if rivals and span[0] < at.paragraph else last),
                    index,
                )

    def _named(self, kind: str, at: Place) -> Iterator[tuple[float, Name]]:
        for n in self.known:
            reach = REACH / (6 if kind == "plural" else 2)
            if 0 <= at.position - n.span[1] <= reach and self._name_fits(n, kind):
                near = SUBJECT if n.span[0] >= at.paragraph else FAR_SUBJECT
                subject = near * self._subject(n)
                often = OFTEN * (self.often[n.words.split()[-1]] > 2)
                unsure = WEAK * (kind in ("male", "female") and not self._shown(n))
                spoke = SPEAKS * bool(SPEAKING.match(self.text, n.span[1], at.position))
                yield at.nearness(n.span) + subject + often + spoke - unsure, n

    def _called(self, kind: str, at: Place) -> Iterator[tuple[float, Called]]:
        for c in self.called:
            if not 0 <= at.position - c.span[1] <= REACH / 2:
                continue
            gender = parse(self.text[slice(*c.span)]).gender
            several = c.plural or (c.body and c.first)
            one = not c.plural and not c.body and gender in (None, kind)
            if (kind == "plural" and several) or (kind in ("male", "female") and one):
                owned = OWNED.match(self.text, c.span[0]) is not None
                yield at.nearness(c.span) + SUBJECT * c.first - ROLE - KIN * owned, c

    def _name_fits(self, name: Name, kind: str) -> bool:
        if kind in ("male", "female"):
            return self._is_person(name) and (name.gender or self.cast.gender(name.words)) in (
                None,
                kind,
            )
        body = name.kind in (SourceKind.ORGANISATION, SourceKind.OUTLET)
        crowd = kind == "plural" and any("group" in n.roles for n in self._alike(name))
        return kind in ("thing", "plural") and ((body and name.first) or crowd)

    def _alike(self, name: Name) -> Iterator[Name]:
        return (n for n in self.names.found if n.words == name.words)

    def _is_person(self, name: Name) -> bool:
        several = len(name.words.split()) > 1 and not name.words.isupper()
        return self._shown(name) or (name.first and name.kind is SourceKind.PERSON and several)

    def _shown(self, name: Name) -> bool:
        """Whether the article shows that it is a person's name, and not that of a thing."""
        if name.span not in self._people:
            self._people[name.span] = self._seen_as_person(name)
        return self._people[name.span]

    def _seen_as_person(self, name: Name) -> bool:
        full = self.names.fullest(name.words, name.span[0])
        short = full != name.words and name.kind is SourceKind.PERSON
        return name.person or short or any(n.person and n.words == full for n in self.names.found)

    def _subject(self, name: Name) -> bool:
        """Whether it begins its sentence, or what stands before it there is what it is."""
        before = TITLED.search(self.text, max(0, name.span[0] - 60), name.span[0])
        last = before.group().split()[-1:] if before else []
        return name.first or any(w.casefold() in SAID_BEFORE for w in last)

    def antecedent(self, span: Span) -> Span | Name | None:
        """The noun phrase or name that stands directly before a relative pronoun, or None."""
        before = self.text[max(0, span[0] - 120) : span[0]].rstrip(" ,")
        end = max(0, span[0] - 120) + len(before)
        if near := next((n for n in self.names.found if 0 <= end - n.span[1] <= 1), None):
            return near
        phrase = self._person_before(before) or PHRASE.search(before)
        if not phrase or phrase.group().casefold().split()[-1] in BINDING:
            return None
        words = phrase.group()
        first = words.split()[0]
        cut = (len(first) + 1) * (first.casefold() in BINDING and first != words)
        return end - len(words) + cut, end

    def _person_before(self, before: str) -> re.Match[str] | None:
        """ "The name given to a spokesman who": the last phrase, if it is somebody's."""
        start = max((m.start() for m in DETERMINER.finditer(before)), default=-1)
        phrase = PHRASE.search(before, start) if start > 0 else None
        somebody = phrase and parse(phrase.group()).kind in (SourceKind.PERSON, SourceKind.GROUP)
        return phrase if somebody else None
