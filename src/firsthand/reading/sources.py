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
from firsthand.reading.draft import Draft
from firsthand.reading.entity import LETTERS, Entity, acronym, same, unowned
from firsthand.reading.kinds import ARTICLE, is_outlet, kind_of_name
from firsthand.reading.mention import Parsed, parse
from firsthand.reading.names import Name, Names
from firsthand.reading.outlets import outlets
from firsthand.reading.pseudonyms import pseudonyms

SHORTENED = re.compile(
    r"((?:[A-Z][\w’-]*\s)(?:(?:of|for|and|the|in|on)\s|[A-Z][\w’-]*\s){0,8})\(([A-Z]{2,8})\)"
)
"""A name with its acronym behind it: "the Harbour Safety Board (HSB)"."""
RELATIVE = re.compile(r",?\s(?:who|which|whose|that)\b")
REACH = 1500  # code points that a pronoun looks back
KIN = frozenset(
    "father mother brother sister son daughter husband wife uncle aunt cousin widow girlfriend boyfriend parents".split()
)


@dataclass(slots=True)
class Resolver:
    """Reads mentions in order; `entities` grow, `of` says which one each draft's source is."""

    text: str
    names: Names
    quotations: Sequence[Span]
    entities: list[Entity] = field(default_factory=list)
    of: dict[int, int | None] = field(default_factory=dict)
    hidden: dict[str, Span] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)
    short: dict[str, str] = field(default_factory=dict)

    def resolve(self, drafts: Sequence[Draft]) -> None:
        self.hidden = pseudonyms(self.text)
        self.outlets = outlets(self.text, self.names)
        self.short = {m.group(2): m.group(1) for m in SHORTENED.finditer(self.text)}
        for index in sorted(range(len(drafts)), key=lambda i: self._order(drafts, i)):
            draft = drafts[index]
            if draft.mention is None or draft.speaker is not None:
                self.of[index] = self.of.get(draft.speaker) if draft.speaker is not None else None
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

    def _call_by_pseudonym(self) -> None:
        """ "The guard … the magazine calls him Davin": a description that the article itself gives a
        pseudonym to is that pseudonym. A named source never is."""
        for name, (start, _) in self.hidden.items():
            before = [
                (max(m[1] for m in e.mentions if m[1] <= start + 1), i)
                for i, e in enumerate(self.entities)
                if e.kind is SourceKind.PERSON and any(m[1] <= start + 1 for m in e.mentions)
            ]
            if not before:
                continue
            at, described = max(before)
            entity = self.entities[described]
            if entity.naming is not Naming.UNNAMED or start - at > REACH / 3 or entity.plural:
                continue
            known = next(
                (
                    i
                    for i, e in enumerate(self.entities)
                    if e.naming is Naming.PSEUDONYM and same(e.name, name)
                ),
                None,
            )
            entity.description = entity.description or entity.name
            entity.name, entity.naming = name, Naming.PSEUDONYM
            if known is not None:
                entity.mentions += self.entities[known].mentions
                for index, source in self.of.items():
                    if source == known:
                        self.of[index] = described

    def outlet(self, span: Span) -> int:
        """The entity of an outlet that is named as a link of a chain."""
        found = self.mention(span, parent=None, previous=None, quoted=False)
        entity = self.entities[found]
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
            found = self._named(parsed, span)
        else:
            found = self._described(parsed, span, parent=parent, previous=previous, quoted=quoted)
        if span not in self.entities[found].mentions:
            self.entities[found].mentions.append(span)
        return found

    def _begun(self, span: Span) -> int | None:
        """ "A man" of "A man who says that he was there": the source that the longer mention named."""
        for index, entity in enumerate(self.entities):
            for start, end in entity.mentions:
                if start == span[0] and (
                    end == span[1]
                    or RELATIVE.match(self.text, min(end, span[1]), max(end, span[1]))
                ):
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
        return self.of[max(before, key=lambda i: drafts[i].at)] if before else None

    # -- pronouns

    def _pronoun(
        self, parsed: Parsed, span: Span, *, parent: int | None, previous: int | None, quoted: bool
    ) -> int:
        kind = parsed.pronoun or ""
        if kind in ("speaker", "speakers", "hearer"):
            return parent if parent is not None else self._new_words(parsed, span)
        if kind == "relative":
            return self._antecedent(span)
        if parent is not None and not quoted and self.entities[parent].fits(kind):
            return parent
        barred = parent if quoted else None
        found = self._recent(kind, span[0], previous=previous, barred=barred)
        return found if found is not None else self._new_words(parsed, span)

    def _recent(
        self, kind: str, position: int, *, previous: int | None, barred: int | None
    ) -> int | None:
        """The likeliest earlier source or person for a pronoun, or None."""
        paragraph = self.text.rfind("\n", 0, position) + 1
        best, choice = -8.0, None
        for index, entity in enumerate(self.entities):
            earlier = [m for m in entity.mentions if m[0] < position]
            if not earlier or index == barred or not entity.fits(kind):
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
            found = self._named(parse(name.words), name.span)
            return found if found != barred else None
        return choice if choice is not None else None

    def _name_fits(self, name: Name, kind: str) -> bool:
        if kind in ("male", "female"):
            return self._is_person(name) and (name.gender or self._gender(name.words)) in (
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

    def _gender(self, words: str) -> str | None:
        full = self.names.fullest(words, len(self.text))
        return next((n.gender for n in self.names.found if n.words == full and n.gender), None)

    def _antecedent(self, span: Span) -> int:
        """The noun phrase that stands directly before a relative pronoun."""
        before = self.text[max(0, span[0] - 120) : span[0]].rstrip(" ,")
        end = max(0, span[0] - 120) + len(before)
        near = [n for n in self.names.found if 0 <= end - n.span[1] <= 1]
        if near:
            return self._named(parse(near[0].words), near[0].span)
        phrase = re.search(
            r"(?:\b(?:the|a|an|his|her|their|one|two|three|some|many|several|those)\s(?:[\w’'-]+\s?){1,6}|\w+)$",
            before,
            re.I,
        )
        if not phrase:
            return self._new_words(parse(self.text[span[0] : span[1]]), span)
        start = end - len(phrase.group())
        return self.mention((start, end), parent=None, previous=None, quoted=False)

    # -- names

    def _named(self, parsed: Parsed, span: Span) -> int:
        assert parsed.name
        name = parsed.name
        bare = ARTICLE.sub("", name)
        if bare in self.short and acronym(bare, self.short[bare]):
            name = bare = self.short[bare]
        hidden = next((p for p in self.hidden if same(p, bare)), None)
        if hidden or parsed.naming is Naming.PSEUDONYM:
            return self._pseudonym(hidden or bare, parsed)
        known = self._known(bare, parsed.kind, span[0])
        if known is not None:
            self._learn(known, parsed)
            return known
        full = self.names.fullest(name, span[0])
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
                else SourceKind.ORGANISATION
            )
        article = re.match(r"The\s", self.text[max(0, span[0]) : span[1]]) or re.match(
            r"The\s", self.text[max(0, span[0] - 4) : span[0]]
        )
        if article and kind is SourceKind.OUTLET and not full.startswith("The ") and full == name:
            full = f"The {full}"
        entity = Entity(
            full, kind, parsed.naming, parsed.gender or self._gender(full), plural=parsed.plural
        )
        self.entities.append(entity)
        self._learn(len(self.entities) - 1, parsed)
        for n in self.names.found:
            if same(n.words, full):
                entity.heads |= n.roles
        return len(self.entities) - 1

    def _known_person(self, name: str) -> bool:
        return any(n.person and same(n.words, name) for n in self.names.found)

    def _known(self, name: str, kind: SourceKind, position: int) -> int | None:
        """An entity that has this name, whole or by a part that can be nobody else's."""
        words = [w.casefold() for w in LETTERS.findall(name)]
        fits: list[tuple[int, int]] = []
        for index, entity in enumerate(self.entities):
            if entity.naming is not Naming.NAMED or (
                " and " in entity.name and " and " not in name
            ):
                continue
            theirs = [w.casefold() for w in LETTERS.findall(ARTICLE.sub("", entity.name))]
            if theirs == words or (
                SourceKind.ORGANISATION in (kind, entity.kind)
                and unowned(name) == unowned(entity.name)
            ):
                return index
            if acronym(name, entity.name) or acronym(entity.name, name):
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

    # -- descriptions

    def _described(
        self, parsed: Parsed, span: Span, *, parent: int | None, previous: int | None, quoted: bool
    ) -> int:
        words = parsed.description or parsed.words
        head = parsed.head or ""
        low = parsed.words.casefold()
        for index, entity in enumerate(self.entities):
            if same(entity.name, words) and not re.match(r"(?:another|a second|a third)\b", low):
                return index
        possessed = re.match(r"(?:his|her|their|its|my|our)\s", low)
        if possessed and head in lexicon.OWNED_SPEECH:
            return self._pronoun(
                parse(possessed.group().strip()),
                span,
                parent=parent,
                previous=previous,
                quoted=quoted,
            )
        if head in KIN and parsed.definite and (kin := self._kin(head)) is not None:
            return kin
        if (
            parsed.definite
            and (found := self._definite(parsed, span, previous=previous)) is not None
        ):
            return found
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

    def _kin(self, head: str) -> int | None:
        """ "His sister", where the article says elsewhere who that is."""
        for index, entity in enumerate(self.entities):
            if head in entity.heads and entity.naming is Naming.NAMED:
                return index
        ways = (rf"\b{head}\s({_PERSON})", rf"\b{head},\s({_PERSON})")
        match = next((m for way in ways if (m := re.search(way, self.text))), None)
        if match is None:
            return None
        found = self._named(parse(match.group(1)), match.span(1))
        self.entities[found].heads.add(head)
        return found

    def _definite(self, parsed: Parsed, span: Span, *, previous: int | None) -> int | None:
        """ "The official", "the magazine", "the senator": the latest source that was called so."""
        head, position = parsed.head or "", span[0]
        singular = head[:-1] if head.endswith("s") else head
        modifiers = {w.casefold() for w in LETTERS.findall(parsed.description or "")} - {head}
        fits: list[tuple[float, int]] = []
        for index, entity in enumerate(self.entities):
            earlier = [m[0] for m in entity.mentions if m[0] < position]
            if not earlier:
                continue
            called = (
                head in entity.heads
                or singular in entity.heads
                or head in {w.casefold() for w in LETTERS.findall(entity.name)}
            )
            generic = (
                head in lexicon.GENERIC_OUTLET
                and entity.kind is SourceKind.OUTLET
                and entity.naming is Naming.NAMED
            )
            if not (called or generic) or (entity.naming is Naming.PSEUDONYM and not called):
                continue
            if (
                parsed.plural != entity.plural
                and not generic
                and parsed.kind is not SourceKind.ORGANISATION
            ):
                continue
            theirs = {
                w.casefold() for w in LETTERS.findall(f"{entity.name} {entity.description or ''}")
            } | entity.heads
            placed = index == previous and parsed.description and not parsed.description.islower()
            if modifiers - theirs and not generic and not placed and not _plain(modifiers - theirs):
                continue
            fits.append(
                (
                    max(earlier)
                    + (200 if index == previous else 0)
                    + (400 if called and generic else 0),
                    index,
                )
            )
        if fits:
            return max(fits)[1]
        if parsed.kind is SourceKind.PERSON and not modifiers and not parsed.plural:
            for n in reversed(self.names.before(position)):
                if head in n.roles and n.kind is SourceKind.PERSON:
                    return self._named(parse(n.words), n.span)
        if head in ("article", "story", "report", "piece") and not modifiers:
            owners = [
                (max(m[0] for m in e.mentions if m[0] < position), i)
                for i, e in enumerate(self.entities)
                if e.kind is SourceKind.OUTLET and any(m[0] < position for m in e.mentions)
            ]
            if owners:
                return max(owners)[1]
        if head in lexicon.ORGANISATION_WORDS and not modifiers:
            for n in reversed(self.names.before(position)):
                if n.words.casefold().endswith(f" {head}"):
                    return self._named(parse(n.words), n.span)
        if head in lexicon.GENERIC_OUTLET | {"agency"} and not modifiers:
            for n in reversed(self.names.before(position)):
                if (
                    n.kind is SourceKind.OUTLET
                    or ARTICLE.sub("", n.words).casefold() in self.outlets
                ):
                    return self._named(parse(n.words), n.span)
        return None

    def _new_words(self, parsed: Parsed, span: Span) -> int:
        """Unresolved: the source is what the words say."""
        for index, entity in enumerate(self.entities):
            if entity.name == parsed.words and entity.kind is SourceKind.UNKNOWN:
                return index
        kind = (
            SourceKind.PERSON
            if parsed.pronoun in ("male", "female", "speaker")
            else SourceKind.UNKNOWN
        )
        self.entities.append(Entity(parsed.words, kind, Naming.UNNAMED))
        return len(self.entities) - 1


_PERSON = r"[A-Z][\w’'-]+(?:\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+)*"


def _plain(words: set[str]) -> bool:
    return words <= {"same", "latter", "former", "other", "above", "also"}
