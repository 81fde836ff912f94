"""Every proper name of an article, folded by its parts: "Ann Hale", "Ms. Hale", "Hale"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from firsthand.model.reading import SourceKind
from firsthand.model.span import Span
from firsthand.reading import lexicon
from firsthand.reading.given import GIVEN
from firsthand.reading.kinds import ARTICLE, OWNING, PEOPLE, is_outlet, kind_of_name
from firsthand.reading.mention import parse
from firsthand.reading.screen import Screened
from firsthand.reading.segments import paragraphs

# a full stop belongs to a name in initials and the commonest abbreviations alone
CAPITAL = (
    r"(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Corp|Co|Ltd|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Prof|Rev|Hon)\.?(?!\w)"
    r"|\d+[a-z]+\d*[A-Z]\w+|[A-Z]\w*(?:(?:[-’'&]|\.(?=[a-z]{2,3}\b))[A-Z]?\w+)*|(?:al|el|bin|van|von|de)-[A-Z]\w+)"
)
NAME = re.compile(
    rf"(?<![\w@#])(?:The\s(?=[A-Z]))?{CAPITAL}(?:[ \u00a0]+(?:(?:of|for|(?<=Mail )on(?= Sunday)|de|del|la|van|von|der|bin|ibn|al|el|&)[ \u00a0](?:the[ \u00a0])?)*{CAPITAL})*"
)
SENTENCE_START = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|\n\s*)[\"“‘'(\[]*$")
STARTERS = frozenset(
    """the a an this that these those it he she they we you i in on at by for from to of with as and but or so if
    nobody everybody everyone someone somebody anyone anybody nothing everything something none neither
    when while after before since because although though however meanwhile according his her their its our my
    there here what who how why where one two three some many most all both each no not yes now then today
    yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december also still even just only more last next during under
    over between about against among despite amid until once asked speaking well yet like unlike perhaps maybe
    read photo image getty share editor advertisement story updated rip see watch breaking exclusive correction note""".split()
)
NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr i ii iii gmt est edt pm am tv ok nobody nothing none everybody
    everyone everything somebody someone something anybody anyone anything another others such""".split()
)
NEITHER = STARTERS | NOT_NAMES
COMMON = lexicon.ROLES | lexicon.DOCUMENT_WORDS
APPOSED = lexicon.ROLES | lexicon.ORGANISATION_WORDS
LOOSE = frozenset("first then private vice rear former".split())
"""Titles that stand before things too: "the first Marl Watch"."""
BESIDE = PEOPLE | {"group", "organisation", "organization", "app", "charity"}
BESIDE_IT = re.compile(r"([\w’'-]+)[ \u00a0]$")
CALLED = Screened(r"\b([\w-]+),? (?:named|called) [“\"‘]?$")
"""What a name stands beside: "a customer named “Orla”", "the group Iron Lantern"."""
PARTICLE = re.compile(r"(?<=\s)(?:al|el)-(?=[A-Z]\S*$)", re.I)
""" "Abu Bakr al-Sorell", later "Sorell"."""
WORD = re.compile(r"[\w’'.-]+")
CLITIC = re.compile(r"[’'](?:re|ve|ll|d|m|s)$")
PERSONAL = re.compile(
    r"\s(?:smiled|laughed|nodded|shrugged|whispered|giggled|sighed|blushed|grinned|winced|frowned"
    r"|sobbed|wept|muttered|joked|quipped|recalled|explained|exclaimed)\b"
)
""" "Mo smiled": what no body does."""
OF_PLACE = re.compile(r"\s(?:of|de|del|for|in)\s(?:the\s|la\s)?$|[’']s\s$")
""" "Diario de Velmara" is not what "Velmara" is short for, nor "Velmara’s Post" of "Post"."""
CHIEF = Screened(r"\bchief executive(?: officer)? $", re.I)
APPOSITION = re.compile(r"(?:\s\([^)]*\))?,\s(?:the|a|an|its|his|her|their)\s([^,.;\n]{3,60})")


@dataclass(frozen=True, slots=True)
class Name:
    """One occurrence: the words, what stands beside it, and whether it begins its sentence."""

    span: Span
    words: str
    kind: SourceKind
    gender: str | None
    roles: frozenset[str]
    first: bool

    @property
    def person(self) -> bool:
        """Whether something beside the name, or its first word, shows that it is a person's."""
        return self.kind is SourceKind.PERSON and bool(self.roles or self.gender)


@dataclass(slots=True)
class Names:
    """The names of one text in reading order."""

    found: Sequence[Name] = ()
    _longer: dict[str, list[Name]] = field(default_factory=dict)
    _edges: dict[str, list[Name]] = field(default_factory=dict)

    def before(self, position: int) -> list[Name]:
        return [n for n in self.found if n.span[1] <= position]

    def whole(self, span: Span) -> Span:
        """The span without a name cut in two at either end: "The Mail" of "The Mail on Sunday"."""
        start, end = span
        for name in self.found:
            first, last = name.span
            if first < end < last and start <= first:
                end = last
            if first < start < last and last <= end:
                start = first
        return start, end

    def _same_person(self, longer: Name, name: str) -> bool:
        """A first name alone is a person's: "Marl" is not short for the "Marl Watch" that it makes."""
        if " " in name or longer.words.split()[0] != name or longer.words.split()[-1] == name:
            return True
        return any(n.person for n in self.found if n.words == longer.words)

    def _edged(self, name: str) -> list[Name]:
        """The names, in reading order, that begin or end with the last word of this one."""
        if not self._edges:
            for n in self.found:
                parts = (_folded(n.words), _folded(PARTICLE.sub("", n.words)))
                for edge in {w for p in parts if p for w in (p[0], p[-1])}:
                    self._edges.setdefault(edge, []).append(n)
        asked = _folded(name)
        return self._edges.get(asked[-1].rstrip("."), []) if asked else []

    def fullest(self, name: str, position: int) -> str:
        """The longest form of a name in the article: same last word (a person's), or the same first
        word where no person has it as a last one. An outlet keeps its own words."""
        bare = ARTICLE.sub("", name)
        words = bare.split()
        if len(words) > 3:
            return bare
        if bare not in self._longer:
            self._longer[bare] = [
                n
                for n in self._edged(bare)
                if _extends(n.words, bare) or _extends(PARTICLE.sub("", n.words), bare)
            ]
        longer = [
            n
            for n in self._longer[bare]
            if self._same_person(n, bare) and not OF_PLACE.search(n.words.removesuffix(bare))
        ]
        if not longer:
            return bare
        earlier = [n for n in longer if n.span[0] <= position]
        if len(words) == 1 and earlier:
            return min(
                earlier,
                key=lambda n: (
                    position - n.span[0] if len({m.words for m in earlier}) > 1 else 0,
                    n.span[0],
                ),
            ).words
        return max(earlier or longer, key=lambda n: len(n.words)).words


def names(text: str) -> Names:
    spans = [
        span for match in NAME.finditer(text) for span in _trimmed(text, match.start(), match.end())
    ]
    titles = [line for line in paragraphs(text) if _title_case(text[slice(*line)])]
    if titles:
        spans = _of_titles(text, spans, titles)
    found = [_name(text, start, end) for start, end in spans]
    return Names([n for n in found if n is not None])


def _title_case(line: str) -> bool:
    """Whether a line is a headline In Capitals, where they show no names."""
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", line) if len(w) > 3]
    capitals = sum(w[0].isupper() for w in words)
    several = len(words) > 2 and len(line.split()) > 4
    share = 1.0 if line.endswith((".", ".”", '."')) else 0.8  # a sentence of many names is none
    return several and capitals >= share * len(words) and not line.isupper()


def _of_titles(text: str, spans: Sequence[Span], titles: Sequence[Span]) -> list[Span]:
    """The spans, those of headlines cut to the names that the text below has."""
    below = [s for s in spans if not any(a <= s[0] < b for a, b in titles)]
    if not below:
        return list(spans)
    known = {text[slice(*s)].removeprefix("The ") for s in below}
    known |= {name.split()[-1] for name in known if name.split()[-1] not in NOT_NAMES}
    cut = [span for line in titles for span in _said_in(text, line, known)]
    return sorted([*cut, *below])


def _said_in(text: str, line: Span, known: Collection[str]) -> Iterator[Span]:
    """Where a line says one of these names as whole words, the longest where several begin."""
    found = []
    for name in known:
        at = text.find(name, *line)
        while at >= 0:
            beside = text[max(0, at - 1) : at] + text[at + len(name) : at + len(name) + 1]
            if not any(c.isalnum() or c == "_" for c in beside):
                found.append((at, -len(name)))
            at = text.find(name, at + 1, line[1])
    last = line[0]
    for start, length in sorted(found):
        if start >= last:
            last = start - length
            yield start, last


@lru_cache(maxsize=4096)  # an article asks for each pair of its names
def _folded(name: str) -> tuple[str, ...]:
    return tuple(w.casefold() for w in ARTICLE.sub("", name).split())


def _extends(longer: str, name: str) -> bool:
    a, b = _folded(longer), tuple(w.rstrip(".") for w in _folded(name))
    if len(a) <= len(b) or not (a[-len(b) :] == b or (len(b) == 1 and a[0] == b[0])):
        return False
    if len(a) > 6 or " and " in longer:
        return False
    if len(b) == 1 and name.isupper() and len(name) <= 6:
        return False  # an acronym is nobody's surname
    if kind_of_name(longer) is SourceKind.OUTLET and len(b) == 1:
        return a[-1] == b[0] and b[0] in lexicon.OUTLET_WORDS
    if a[-len(b) :] == b:
        return kind_of_name(longer) is SourceKind.PERSON or is_outlet(longer)
    # "G. K. Hale" for "Gwen K. Hale" is left alone: initials may be somebody else's
    return (
        len(b) == 1
        and a[0] == b[0]
        and len(a) in (2, 3)
        and kind_of_name(longer) is SourceKind.PERSON
    )


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """Without a sentence's first word where that is no name, and without a possessive."""
    words = text[start:end]
    first = WORD.match(words)
    at_start = bool(SENTENCE_START.search(text[max(0, start - 6) : start]))
    while (
        first
        and CLITIC.sub("", first.group().casefold().rstrip(".")) in STARTERS
        and first.end() < len(words)
        and (at_start or first.group() in ("Maybe", "Perhaps", "RIP"))
    ):
        if first.group() == "The" and is_outlet(words):
            break
        rest = words[first.end() :]
        skip = first.end() + len(rest) - len(rest.lstrip())
        start, words = start + skip, words[skip:]
        first = WORD.match(words)
    if possessive := OWNING.search(words):
        words = words[: possessive.start()]
    words = words.removesuffix(" I")  # "Could I"
    if not words or CLITIC.sub("", words.casefold().rstrip(".")) in NEITHER:
        return []
    return [(start, start + len(words))]


def _name(text: str, start: int, end: int) -> Name | None:
    words = text[start:end]
    parsed = parse(words)
    name = parsed.name or words
    low = words.casefold()
    at_start = bool(SENTENCE_START.search(text[max(0, start - 6) : start]))
    article = text[max(0, start - 4) : start] == "The "
    first = at_start or (
        article and bool(SENTENCE_START.search(text[max(0, start - 10) : start - 4]))
    )
    if at_start and len(words.split()) == 1 and low.rstrip("s") in COMMON:
        return None
    if parsed.name is None and parsed.plural and parsed.head in lexicon.ROLES:
        return None  # "House Republicans"
    near = text[max(0, start - 40) : start]
    small = near.lower()
    before = BESIDE_IT.search(near, near.rfind(" ", 0, -1) + 1)
    roles = {before.group(1).casefold()} & BESIDE - LOOSE if before else set()
    if CALLED.may_fit(small) and (called := CALLED.words.search(near)):
        roles |= {called.group(1).casefold()} & PEOPLE
    if name != words:
        roles |= {w.casefold().rstrip(".") for w in words.split()} & PEOPLE
    if CHIEF.may_fit(small) and CHIEF.words.search(near):
        roles.add("ceo")
    roles = {lexicon.TITLE_ROLES.get(r, r) for r in roles}
    if PERSONAL.match(text, end):
        roles.add("person")
    after = APPOSITION.match(text[end : end + 80])
    if after:
        apposed = parse(after.group(1))
        if apposed.head and apposed.head in APPOSED:
            roles.add(apposed.head)
    start = end - len(name) if words.endswith(name) else start
    kind = kind_of_name(name, " ".join(roles) or None)
    gender = parsed.gender
    if kind is SourceKind.PERSON:
        gender = (
            "female" if roles & lexicon.FEMALE else "male" if roles & lexicon.MALE else None
        ) or GIVEN.get(name.split()[0].casefold())
    return Name((start, end), name, kind, gender, frozenset(roles), first)
