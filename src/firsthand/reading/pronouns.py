"""Whom a pronoun means: the likeliest earlier source or person, or what stands before "who"."""

import re
from dataclasses import dataclass

from firsthand.model.reading import SourceKind
from firsthand.model.span import Span
from firsthand.reading import lexicon
from firsthand.reading.cast import Cast
from firsthand.reading.names import Name, Names

REACH = 1500  # code points that a pronoun looks back
BINDING = frozenset("and or but of in on at to for with by from as than".split())
PHRASE = re.compile(
    r"(?:\b(?:the|a|an|his|her|their|one|two|three|some|many|several|those)\s(?:[\w’'-]+\s?){1,6}"
    r"|(?-i:(?:[A-Z][\w-]+\s)+(?:[a-z-]+\s)?)[a-z]+|\w+)$",
    re.I,
)


@dataclass(slots=True)
class Pronouns:
    """Looks among the cast and the names of one text."""

    text: str
    names: Names
    cast: Cast

    def recent(
        self, kind: str, position: int, *, previous: int | None, barred: int | None
    ) -> int | None:
        """The likeliest earlier source or person for a pronoun, or None."""
        paragraph = self.text.rfind("\n", 0, position) + 1
        best, choice = -8.0, None
        for index, entity in enumerate(self.cast.entities):
            earlier = [m for m in entity.mentions if m[0] < position]
            other = lexicon.PRONOUNS.get(entity.name.casefold(), kind) != kind
            if not earlier or index == barred or other or not entity.fits(kind):
                continue
            gap = position - max(m[1] for m in earlier)
            score = (
                -gap / 300
                + (2.0 if index == previous else 0.0)
                + (0.5 if max(earlier)[0] >= paragraph else 0.0)
            )
            if gap <= REACH and score > best:
                best, choice = score, index
        name = None
        for n in self.names.found:
            gap = position - n.span[1]
            if not 0 <= gap <= REACH / 2 or not self._name_fits(n, kind):
                continue
            score = (
                -gap / 300 + (1.2 if n.first else 0.0) + (0.5 if n.span[0] >= paragraph else 0.0)
            )
            if score > best:
                best, name = score, n
        if name is not None:
            found = self.cast.name(name)
            return found if found != barred else None
        return choice if choice is not None else None

    def _name_fits(self, name: Name, kind: str) -> bool:
        if kind in ("male", "female"):
            return self._is_person(name) and (name.gender or self.cast.gender(name.words)) in (
                None,
                kind,
            )
        if kind == "thing":
            return name.kind in (SourceKind.ORGANISATION, SourceKind.OUTLET) and name.first
        return False

    def _is_person(self, name: Name) -> bool:
        full = self.names.fullest(name.words, name.span[0])
        several = len(name.words.split()) > 1 and not name.words.isupper()
        subject = name.first and name.kind is SourceKind.PERSON and several
        return name.person or subject or any(n.person and n.words == full for n in self.names.found)

    def antecedent(self, span: Span) -> Span | Name | None:
        """The noun phrase or name that stands directly before a relative pronoun, or None."""
        before = self.text[max(0, span[0] - 120) : span[0]].rstrip(" ,")
        end = max(0, span[0] - 120) + len(before)
        if near := next((n for n in self.names.found if 0 <= end - n.span[1] <= 1), None):
            return near
        phrase = PHRASE.search(before)
        if not phrase or phrase.group().casefold().split()[-1] in BINDING:
            return None
        words = phrase.group()
        first = words.split()[0]
        cut = (len(first) + 1) * (first.casefold() in BINDING and first != words)
        return end - len(words) + cut, end
