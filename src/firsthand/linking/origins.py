"""Fold everything that depends on one holder into one origin.

Union-find over holders; an outlet that is cited for the claim leads on to whoever it has it from
(ways.py). What comes back to itself that way is a circle and establishes nothing. An article that
names nobody has no origin.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.linking.sources import Holder, Known, Quote
from firsthand.linking.voice import Voice
from firsthand.linking.ways import Groups, Ways
from firsthand.model.reading import SourceKind
from firsthand.model.trace import Side

SURENESS = (Known.NAME, Known.PSEUDONYM, Known.UNNAMED, Known.OUTLET)


@dataclass(frozen=True, slots=True, eq=False)
class Root:
    """Holders that are one, and the voices by which articles lead to them. Compared as an
    object: it holds every voice, and is looked up often."""

    side: Side
    holders: tuple[Holder, ...]
    voices: tuple[Voice, ...]
    """Voices that speak of it themselves, the strong ones first."""
    reached: tuple[tuple[str, Voice], ...]
    """(article, voice) for every article that leads here, straight or through other outlets."""
    established: bool
    """Whether somebody stands at the end, and not only an outlet that says no more."""
    own: frozenset[str]
    """Publishers whose own article spoke to it."""
    echo: bool = False
    """Whether it is quoted with the same words as somebody with a name, whom it is never joined
    to."""

    @property
    def best(self) -> Holder:
        weight = Counter(h for h in self.holders)
        return min(
            self.holders, key=lambda h: (SURENESS.index(h.known), not h.contact, -weight[h], h)
        )


@dataclass(frozen=True, slots=True)
class Folded:
    roots: tuple[Root, ...]
    circles: tuple[tuple[str, ...], ...]


def fold(
    holders: Mapping[Voice, Holder],
    *,
    outlets: Mapping[str, str],
    publishers: Mapping[str, str | None],
    quotes: Collection[Quote],
    copied: Mapping[str, str],
) -> Folded:
    """`copied`: article → the one that it copies. Voices that are not strong join an origin;
    they make none."""
    groups = Groups()
    for v, h in holders.items():
        if v.strong and h.known is not Known.OUTLET:
            groups.find(h)
    _join_quoted(groups, holders, quotes)
    _join_contacts(groups, holders)
    _join_copied(groups, holders, copied)
    ways = Ways(holders, outlets, publishers, groups)
    reached: dict[Holder, list[tuple[str, Voice]]] = defaultdict(list)
    speaking: dict[Holder, list[Voice]] = defaultdict(list)
    ordered = sorted(holders, key=_order)
    for v in ordered:
        if holders[v].known is Known.OUTLET:
            for end in ways.ends(v, holders[v]):
                reached[end].append((v.article, v))
    same_words = {v for q in quotes if holders[q.a] == holders[q.b] for v in (q.a, q.b)}
    for v in ordered:
        end = groups.find(holders[v])
        weak_name = holders[v].known is Known.NAME and v not in same_words
        followed = v.strong or v.outlets or not weak_name
        if (
            followed
            and holders[v].known is not Known.OUTLET
            and (end in ways.strong or end in reached)
        ):
            speaking[end].append(v)
            reached[end].append((v.article, v))
    echoes = {groups.find(h) for h in _echoing(holders, quotes, ways.strong)}
    hearing = {a: p for a, p in publishers.items() if a not in copied}
    roots = [
        replace(_root(end, holders, speaking[end], reached[end], hearing), echo=end in echoes)
        for end in sorted(set(reached) | set(speaking))
    ]
    return Folded(tuple(_with_copies(roots, copied, holders)), ways.circles())


def _join_quoted(groups: Groups, holders: Mapping[Voice, Holder], quotes: Iterable[Quote]) -> None:
    for q in quotes:
        a, b = holders[q.a], holders[q.b]
        if a.side is b.side and joinable(a, b):
            groups.join(a, b)


def _echoing(
    holders: Mapping[Voice, Holder], quotes: Iterable[Quote], carrying: Collection[Holder]
) -> Iterator[Holder]:
    """Unnamed holders to whom the words of a named one are given who carries the claim
    (`carrying`)."""
    for q in quotes:
        a, b = holders[q.a], holders[q.b]
        if a.side is b.side and Known.OUTLET not in (a.known, b.known):
            for one, other in ((a, b), (b, a)):
                if one.known is Known.NAME is not other.known and one in carrying:
                    yield other


def joinable(a: Holder, b: Holder) -> bool:
    """The same quoted words make two holders one, but never a name and another name, nor a
    pseudonym or an unnamed source and a name."""
    if Known.OUTLET in (a.known, b.known):
        return False
    if Known.NAME in (a.known, b.known):
        return a == b
    return not (a.known is b.known is Known.PSEUDONYM and a.name != b.name)


def _join_contacts(groups: Groups, holders: Mapping[Voice, Holder]) -> None:
    """One outlet's pseudonymous source and its unnamed one, where it has only that pseudonym."""
    by_contact: dict[tuple[Side, str], set[Holder]] = defaultdict(set)
    for h in holders.values():
        if h.known in (Known.PSEUDONYM, Known.UNNAMED) and h.contact:
            by_contact[h.side, h.contact].add(h)
    for held in by_contact.values():
        pseudonyms = sorted(h for h in held if h.known is Known.PSEUDONYM)
        if len(pseudonyms) == 1:
            for h in sorted(held):
                groups.join(pseudonyms[0], h)


def _join_copied(
    groups: Groups, holders: Mapping[Voice, Holder], copied: Mapping[str, str]
) -> None:
    """An unnamed source without a contact, in a copy, is the unnamed source of what was copied,
    where that has the claim from nobody with a name."""
    unnamed: dict[tuple[Side, str], set[Holder]] = defaultdict(set)
    named: set[tuple[Side, str]] = set()
    for v, h in holders.items():
        if h.known is Known.UNNAMED:
            unnamed[v.side, v.article].add(h)
        elif h.known is Known.NAME and v.strong:
            named.add((v.side, v.article))
    for (side, article), held in sorted(unnamed.items()):
        for h in sorted(held):
            original = (side, copied.get(article, ""))
            others = set() if original in named else unnamed.get(original, set())
            if len(others) == 1 and (not h.contact or not min(others).contact):
                groups.join(h, min(others))


def _root(
    end: Holder,
    holders: Mapping[Voice, Holder],
    speaking: Sequence[Voice],
    reached: Sequence[tuple[str, Voice]],
    hearing: Mapping[str, str | None],
) -> Root:
    """`hearing`: article → its publisher, where it is no copy, whose publisher heard nobody."""
    members = tuple(sorted({holders[v] for v in speaking} | {end}))
    own = frozenset(
        p
        for v in speaking
        if v.strong and not v.outlets and (p := hearing.get(v.article)) is not None
    )
    strong = sorted(speaking, key=lambda v: (not v.strong, _order(v)))
    somebody = any(v.root is not None and v.root.kind is not SourceKind.UNKNOWN for v in speaking)
    known = any(
        h.known in (Known.NAME, Known.PSEUDONYM) or h.contact
        for h in members
        if h.known is not Known.OUTLET
    )
    established = known and somebody
    return Root(
        end.side,
        members,
        tuple(strong),
        tuple(sorted(set(reached), key=lambda r: (r[0], _order(r[1])))),
        established,
        own,
    )


def _with_copies(
    roots: Sequence[Root], copied: Mapping[str, str], holders: Mapping[Voice, Holder]
) -> list[Root]:
    """An article that credits nobody has what the one that it copies has."""
    credited = {article for r in roots for article, _ in r.reached}
    found = []
    for r in roots:
        reached = dict(reversed(r.reached))
        more = []
        for article in sorted(copied):
            at, seen = article, set[str]()
            while at in copied and at not in seen and article not in credited:
                seen.add(at)
                at = copied[at]
                if at in reached:
                    more.append((article, reached[at]))
                    break
        found.append(replace(r, reached=(*r.reached, *more)))
    return found


def _order(voice: Voice) -> tuple[str, tuple[int, int], tuple[str, ...], str]:
    return voice.article, voice.span, voice.outlets, voice.root.name if voice.root else ""
