"""The sources of an article as they become known: names by their parts, roles, descriptions.

What the words of a mention settle by themselves; pronouns are `sources`' business.
"""

import re
from dataclasses import dataclass, field, replace

from firsthand.model.reading import Naming, SourceKind
from firsthand.model.span import Span
from firsthand.reading import lexicon
from firsthand.reading.below import reporter
from firsthand.reading.definite import APPOSED, Known, role
from firsthand.reading.entity import LETTERS, Entity, acronym, same, unowned
from firsthand.reading.forms import spelt_out, without_house
from firsthand.reading.kinds import ARTICLE, is_outlet, kind_of_name
from firsthand.reading.meant import meant
from firsthand.reading.mention import Parsed, parse
from firsthand.reading.names import Name, Names
from firsthand.reading.outlets import outlets
from firsthand.reading.pseudonyms import pseudonyms

SHORTENED = re.compile(
    r"((?:[A-Z][\w’-]*\s)(?:(?:of|for|and|the|in|on)\s|[A-Z][\w’-]*\s){0,8})\(([A-Z]{2,8})\)"
)
"""A name with its acronym behind it: "the Harbour Safety Board (HSB)"."""
REPORT = re.compile(r"(?:an?\s)?(?:(?:new|recent|media|fresh|news)\s)?report", re.I)
""" "A new report": of the outlet that has just been heard, or that is named below."""
KIN = frozenset(
    "father mother brother sister son daughter husband wife uncle aunt cousin widow girlfriend boyfriend parents".split()
)
OWNED = re.compile(r"[’']s?\s")
PEOPLES = re.compile(r"[a-z]{2}(?:ans|ists|crats|ites)$")
""" "Velmarans", "Unionists": a name of many people."""
CLITIC = re.compile(r"[’'](?:ve|re|ll|d|m|s)$")
_PERSON = r"[A-Z][\w’'-]+(?:\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+)*"


@dataclass(slots=True)
class Cast:
    """`entities` grow as mentions are looked up; an index into them is a source's number."""

    text: str
    names: Names
    entities: list[Entity] = field(default_factory=list)
    hidden: dict[str, Span] = field(init=False)
    outlets: set[str] = field(init=False)
    short: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.hidden = pseudonyms(self.text)
        self.outlets = outlets(self.text, self.names)
        self.short = {
            m.group(2): ARTICLE.sub("", m.group(1).strip()) for m in SHORTENED.finditer(self.text)
        }

    def named(self, parsed: Parsed, span: Span) -> int:
        name = self._branded(parsed.name or self.text[span[0] : span[1]], span)
        bare = ARTICLE.sub("", name)
        if bare in self.short and acronym(bare, self.short[bare]):
            name = bare = self.short[bare]
        if better := spelt_out(bare, self.names) or without_house(bare, self.names):
            name = bare = better
        hidden = next((p for p in self.hidden if same(p, bare)), None)
        if hidden or parsed.naming is Naming.PSEUDONYM:
            return self._pseudonym(hidden or bare, parsed)
        known = self._known(bare, parsed.kind, span[0])
        if known is not None:
            self._learn(known, parsed)
            return known
        full = self._fullest(name, parsed, span[0])
        if any(same(full, p) for p in self.hidden):
            full = bare
        if same(full, bare):
            full = name
        known = self._known(ARTICLE.sub("", full), parsed.kind, span[0])
        if known is not None:
            self._learn(known, parsed)
            return known
        kind = kind_of_name(full, parsed.description) if full != name else parsed.kind
        if ARTICLE.sub("", full).casefold() in self.outlets:
            kind = SourceKind.OUTLET
        if (
            kind is SourceKind.PERSON
            and len(full.split()) == 1
            and not parsed.description
            and not self._known_person(full)
        ):
            turn = self.text[span[1] : span[1] + 1] == ":" and full.isupper()
            kind = (
                SourceKind.PERSON
                if turn
                else SourceKind.OUTLET
                if is_outlet(full)
                else SourceKind.GROUP
                if PEOPLES.search(full)
                else SourceKind.ORGANISATION
            )
        article = re.match(r"The\s", self.text[max(0, span[0]) : span[1]]) or re.match(
            r"The\s", self.text[max(0, span[0] - 4) : span[0]]
        )
        if article and kind is SourceKind.OUTLET and not full.startswith("The ") and full == name:
            full = f"The {full}"
        entity = Entity(
            full, kind, parsed.naming, parsed.gender or self.gender(full), plural=parsed.plural
        )
        self.entities.append(entity)
        self._learn(len(self.entities) - 1, parsed)
        for n in self.names.found:
            if same(n.words, full):
                entity.heads |= n.roles
        return len(self.entities) - 1

    def name(self, name: Name) -> int:
        """The source that a name of the article is."""
        parsed = parse(name.words)
        return self.named(
            replace(
                parsed,
                name=parsed.name or name.words,
                kind=name.kind,
                naming=Naming.PSEUDONYM if parsed.naming is Naming.PSEUDONYM else Naming.NAMED,
            ),
            name.span,
        )

    def _branded(self, name: str, span: Span) -> str:
        """ "Marlow’s has announced": a name that the article never writes without its ’s."""
        ending = re.search(r"[’']s$", self.text[slice(*span)])
        if not ending or " " in name:
            return name
        alone = re.compile(rf"\b{re.escape(name)}(?![’'\w])")
        several = self.text.count(f"{name}{ending.group()}") > 2
        return f"{name}{ending.group()}" if several and not alone.search(self.text) else name

    def _fullest(self, name: str, parsed: Parsed, position: int) -> str:
        """ "President Brandt" is not "First Lady Ina Brandt": an office isn't its holder's kin's."""
        full = self.names.fullest(name, position)
        office = (parsed.description or "").casefold().split()
        roles = {r for n in self.names.found if n.words == full for r in n.roles}
        kin = roles & (KIN | {"lady"})
        return name if office and kin and not roles & set(office) - kin else full

    def _known_person(self, name: str) -> bool:
        return any(n.person and same(n.words, name) for n in self.names.found)

    def _known(self, name: str, kind: SourceKind, position: int) -> int | None:
        """An entity that has this name, whole or by a part that can be nobody else's."""
        words = [w.casefold() for w in LETTERS.findall(name)]
        fits: list[tuple[int, int]] = []
        for index, entity in enumerate(self.entities):
            if entity.naming is not Naming.NAMED or (
                entity.plural and " and " in entity.name and " and " not in name
            ):
                continue
            if OWNED.search(entity.name) and not OWNED.search(name):
                continue
            theirs = [w.casefold() for w in LETTERS.findall(ARTICLE.sub("", entity.name))]
            if theirs == words or (
                SourceKind.ORGANISATION in (kind, entity.kind)
                and unowned(name) == unowned(entity.name)
            ):
                return index
            if (
                acronym(name, entity.name)
                or acronym(entity.name, name)
                or (
                    1 < len(words) < len(theirs)
                    and theirs[-len(words) :] == words
                    and kind is entity.kind is SourceKind.ORGANISATION
                )
            ):
                fits.append((max((m[0] for m in entity.mentions), default=0), index))
            elif (
                len(words) < len(theirs)
                and (theirs[-len(words) :] == words or (len(words) == 1 and theirs[0] == words[0]))
                and entity.kind in (SourceKind.PERSON, SourceKind.OUTLET)
            ):
                if entity.kind is SourceKind.OUTLET and not (
                    theirs[-1] == words[-1] and words[-1] in lexicon.OUTLET_WORDS
                ):
                    continue
                fits.append((max((m[0] for m in entity.mentions), default=0), index))
            elif (
                len(theirs) < len(words)
                and entity.kind is SourceKind.PERSON
                and words[-len(theirs) :] == theirs
                and kind is SourceKind.PERSON
            ):
                entity.name = name
                fits.append((max((m[0] for m in entity.mentions), default=0), index))
        return max(fits)[1] if fits else None

    def _pseudonym(self, name: str, parsed: Parsed) -> int:
        for index, entity in enumerate(self.entities):
            if entity.naming is Naming.PSEUDONYM and same(entity.name, name):
                self._learn(index, parsed)
                return index
        kind = SourceKind.GROUP if parsed.plural else SourceKind.PERSON
        around = self.hidden.get(name)
        described = parsed.description
        if around and not described:
            before = re.search(
                r"\b(?:an?|the)\s((?:[\w’'-]+\s){1,5}[\w’'-]+),?\s(?:who|whom|using|known|identified|going|speaking)?[^,.]*$",
                self.text[max(0, around[0] - 90) : around[0] + 12],
            )
            described = before.group(1) if before else None
        entity = Entity(name, kind, Naming.PSEUDONYM, parsed.gender, described)
        if described and (head := parse(described).head):
            entity.heads.add(head)
        self.entities.append(entity)
        return len(self.entities) - 1

    def _learn(self, index: int, parsed: Parsed) -> None:
        entity = self.entities[index]
        entity.gender = entity.gender or parsed.gender
        if parsed.description and not entity.description:
            entity.description = parsed.description
        if parsed.head:
            entity.heads.add(parsed.head)
        entity.heads |= {"republican", "democrat"} & set(
            (parsed.description or "").casefold().split()
        )

    def described(
        self, parsed: Parsed, span: Span, *, previous: int | None, principal: str = ""
    ) -> int:
        """The source that a role or description means; `principal` says for whom the one speaks
        whose words it stands in."""
        words = APPOSED.split(parsed.description or parsed.words)[0]
        head = parsed.head or ""
        low = parsed.words.casefold()
        for index, entity in enumerate(self.entities):
            if same(entity.name, words) and not re.match(r"(?:another|a second|a third)\b", low):
                return index
        if head in KIN and parsed.definite and (kin := self._kin(head)) is not None:
            return kin
        if parsed.definite:
            said = role(parsed, span[0], previous=previous, principal=principal)
            found = meant(said, self._so_far())
            if found is not None:
                return found if isinstance(found, int) else self.name(found)
        if REPORT.fullmatch(words):
            if previous is not None and self.entities[previous].kind is SourceKind.OUTLET:
                return previous
            if outlet := reporter(self._so_far(), span[0]):
                return self.name(outlet)
        entity = Entity(
            words,
            parsed.kind,
            parsed.naming,
            parsed.gender,
            words,
            {head} if head else set(),
            plural=parsed.plural,
        )
        self.entities.append(entity)
        return len(self.entities) - 1

    def _so_far(self) -> Known:
        return Known(self.text, self.entities, self.names, self.outlets)

    def _kin(self, head: str) -> int | None:
        """ "His sister", where the article says elsewhere who that is."""
        for index, entity in enumerate(self.entities):
            if head in entity.heads and entity.naming is Naming.NAMED:
                return index
        ways = (rf"\b{head}\s({_PERSON})", rf"\b{head},\s({_PERSON})")
        match = next((m for way in ways if (m := re.search(way, self.text))), None)
        if match is None:
            return None
        parsed = parse(match.group(1))
        if not parsed.name:
            return None
        found = self.named(parsed, match.span(1))
        self.entities[found].heads.add(head)
        return found

    def unresolved(self, parsed: Parsed, span: Span) -> int:
        """Unresolved: the source is what the words say."""
        words = CLITIC.sub("", parsed.words)
        words = lexicon.SUBJECT_FORMS.get(words.casefold(), words)
        for index, entity in enumerate(self.entities):
            if entity.name.casefold() == words.casefold() and entity.naming is Naming.UNNAMED:
                return index
        kind = (
            SourceKind.PERSON
            if parsed.pronoun in ("male", "female", "speaker")
            else SourceKind.UNKNOWN
        )
        self.entities.append(Entity(words, kind, Naming.UNNAMED))
        return len(self.entities) - 1

    def gender(self, words: str) -> str | None:
        full = self.names.fullest(words, len(self.text))
        return next((n.gender for n in self.names.found if n.words == full and n.gender), None)
