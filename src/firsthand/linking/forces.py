"""One police force under its many words: "police", "Kessary police", "Lt. Vey of the Kessary Police
Department", "a Kessary police spokesman".

Reports of one incident name the force in each of these ways, and each outlet that asks hears the
same body. An officer who speaks without a name and not for the force ("a police source") stays
apart, as everybody unnamed does.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from firsthand.linking.names import key
from firsthand.linking.voice import Voice
from firsthand.model.reading import Naming, Source, SourceKind


class Force(StrEnum):
    """Kinds of forces: a sheriff's deputies are not the town's police."""

    POLICE = "police"
    SHERIFF = "sheriff"
    TROOPERS = "troopers"
    ANY = "any"


KINDS: Mapping[str, Force] = {
    **dict.fromkeys(("police", "policeman", "policewoman", "constabulary", "cops"), Force.POLICE),
    **dict.fromkeys(("sheriff", "sheriffs", "deputy", "deputies"), Force.SHERIFF),
    **dict.fromkeys(("trooper", "troopers", "patrol"), Force.TROOPERS),
}
TOGETHER = frozenset("officers detectives investigators authorities cops deputies troopers".split())
"""How a force is called without its name, beside "police"."""
RANKS = frozenset(
    """officer detective sgt sergeant lt lieutenant capt captain chief inspector superintendent
    constable commissioner commander major maj cpl corporal trooper sheriff deputy""".split()
)
"""Ranks of the police, of soldiers and firefighters too; they tell a force where the article names
one."""
SPEAKERS = re.compile(r"(?i)\bspokes(?:man|woman|person|people)\b|\bpress office\b")
OTHERS = frozenset(
    """fire ambulance army navy military air marine coast guard university school district court
    bank intelligence security secret fbi cia former retired ex union federation""".split()
)
"""Words that make it another body's, or nobody's."""
NO_PLACE = (
    frozenset(KINDS)
    | TOGETHER
    | RANKS
    | frozenset(
        """department dept office force service services bureau division district precinct county
        city town village state local metropolitan metro spokesman spokeswoman spokesperson
        spokespeople news affairs public information media relations assistant deputy homicide
        law enforcement agency headquarters criminal investigation unit first senior
        """.split()
    )
)
STATE = re.compile(r"(?i)\bstate (?:police|patrol|trooper)|\bhighway patrol\b")


@dataclass(frozen=True, slots=True)
class Called:
    """What a source's words say of its force: which kind, and of what place (empty: unsaid)."""

    kind: Force
    place: frozenset[str]
    rank: bool = False
    """Whether only a rank says so, which other bodies have too."""


def forces_of(voices: Sequence[Voice]) -> dict[Voice, str]:
    """Each voice of a force → the name that stands for it. Voices of nobody's force, of one that
    the texts don't settle, and of one that is known by its officers alone are left out."""
    called = {v: c for v in voices if v.root and (c := _called(v.root))}
    groups: dict[tuple[Force, frozenset[str]], list[Voice]] = defaultdict(list)
    for v, c in called.items():
        if (force := _settled(v, c, called)) is not None:
            groups[force].append(v)
    found = {}
    for held in groups.values():
        if (standing := _standing(held)) is not None:
            found.update(dict.fromkeys(held, standing))
    return found


def _called(source: Source) -> Called | None:
    said = f"{source.description or ''} {source.name}"
    person = source.kind is SourceKind.PERSON
    if source.naming is Naming.PSEUDONYM or source.kind is SourceKind.DOCUMENT:
        return None
    if source.kind is SourceKind.OUTLET or " and " in source.name:
        return None
    if source.naming is Naming.UNNAMED and not (_together(source) or SPEAKERS.search(source.name)):
        return None
    words = key(source.description or "") if person and source.naming is Naming.NAMED else key(said)
    if set(words) & OTHERS:
        return None
    kinds = [KINDS[w] for w in words if w in KINDS]
    if STATE.search(said):
        kinds.insert(0, Force.TROOPERS)
    ranked = person and any(w in RANKS for w in words)
    if not kinds and not _together(source) and not ranked:
        return None
    place = frozenset(w for w in words if w not in NO_PLACE and not w.isdigit())
    if source.kind is SourceKind.ORGANISATION and any(w in RANKS for w in words):
        place = frozenset(_before_force(words))
    return Called(kinds[0] if kinds else Force.ANY, place, rank=not kinds and ranked)


def _before_force(words: Sequence[str]) -> Iterable[str]:
    """Of "Lt. Vey of the Kessary Police Department", read as one name: the words of the place."""
    at = next((k for k, w in enumerate(words) if w in KINDS), 0)
    return [w for w in words[max(0, at - 1) : at] if w not in NO_PLACE]


def _together(source: Source) -> bool:
    """Whether the words are a force's without its name, or hardly more."""
    words = key(source.name)
    return bool(words) and words[-1] in TOGETHER | {"police"} and len(words) <= 4


def _settled(
    voice: Voice, called: Called, beside: Mapping[Voice, Called]
) -> tuple[Force, frozenset[str]] | None:
    """The force that this must be: the one of its name; without one, the only one that its article
    names, else the only one that any article names, else the police of all."""
    here = [c for v, c in beside.items() if v.article == voice.article]
    if called.rank and not any(not c.rank for c in here):
        return None
    kind = called.kind
    for some in (here, list(beside.values())):
        named = _named(some, called.place, kind)
        if len(named) == 1:
            return next(iter(named))
        if named:
            return None
    if called.place:
        return (kind, called.place)
    kinds = {c.kind for c in beside.values() if c.kind is not Force.ANY and not c.place}
    if kind is Force.ANY:
        kind = next(iter(kinds)) if len(kinds) == 1 else kind
    return (kind, frozenset()) if kind is not Force.ANY else None


def _named(
    some: Iterable[Called], place: frozenset[str], kind: Force
) -> Collection[tuple[Force, frozenset[str]]]:
    """The forces named here that words of this place and kind may mean; of names that one holds
    the other ("Kessary", "East Kessary"), the shorter."""
    fits = {
        (c.kind, c.place)
        for c in some
        if c.place
        and c.kind is not Force.ANY
        and kind in (c.kind, Force.ANY)
        and (not place or place <= c.place or c.place <= place)
    }
    return {f for f in fits if not any(o[0] is f[0] and o[1] < f[1] for o in fits)}


def _standing(held: Sequence[Voice]) -> str | None:
    """The body's own name where one is used, the fullest; else what it is called most. None where
    persons alone speak, who keep their names."""
    roots = [v.root for v in held if v.root]
    bodies = {
        r.name
        for r in roots
        if r.kind in (SourceKind.ORGANISATION, SourceKind.GROUP)
        and r.naming is Naming.NAMED
        and not set(key(r.name)) & RANKS
    }
    if bodies:
        return min(bodies, key=lambda n: (-len(key(n)), n))
    plain = Counter(r.name for r in roots if _together(r))
    return min(plain, key=lambda n: (-plain[n], n), default=None)
