"""When named sources of several articles are one: a fuller name, a body and who speaks for it, "the
ministry" and the ministry that it must be."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from firsthand.linking.names import WORD, key, same_body, same_person
from firsthand.linking.voice import Voice
from firsthand.model.reading import Naming, Source, SourceKind
from firsthand.reading.entity import acronym
from firsthand.reading.lexicon import ORGANISATION_WORDS, ROLES

SPEAKS = frozenset(
    w[:6]
    for w in """spokesman spokeswoman spokesperson minister director manager chief head press runs
    heads leads founder founded leader president chairman chairwoman secretary ceo""".split()
)
"""Offices that speak for their body, cut as `_crude` cuts."""


def names_of(voices: Sequence[Voice]) -> dict[Voice, str]:
    """Each voice with a name → the name that stands for it over all articles: its body's, else
    the fullest."""
    sources = sorted(
        {_root(v) for v in voices},
        key=lambda s: (s.name, s.id, s.mentions, s.kind, s.description or ""),
    )
    parent = {s: s for s in sources}

    def find(s: Source) -> Source:
        while parent[s] != s:
            s = parent[s]
        return s

    ties = [(a, b) for k, a in enumerate(sources) for b in sources[k + 1 :] if _same_named(a, b)]
    for a, b in [*ties, *_offices(voices), *_short(voices)]:
        parent[find(a)] = find(b)
    groups = defaultdict(list)
    for s in sources:
        groups[find(s)].append(s)
    chosen = {s: _standing(group) for group in groups.values() for s in group}
    return {v: chosen[_root(v)] for v in voices}


def _standing(group: Iterable[Source]) -> str:
    best = min(group, key=lambda s: (not _body(s), s.name.islower(), -len(key(s.name)), s.name))
    return best.name.splitlines()[-1]


def _same_named(a: Source, b: Source) -> bool:
    x, y = office(a.name), office(b.name)
    if x or y:
        return x == y
    persons = SourceKind.PERSON
    if a.kind is persons and b.kind is persons:
        return same_person(a.name, b.name)
    if a.kind is persons or b.kind is persons:
        return key(a.name) == key(b.name)
    return (" and " in a.name) == (" and " in b.name) and same_body(a.name, b.name)


def _offices(voices: Iterable[Voice]) -> list[tuple[Source, Source]]:
    """(person, body) where the person speaks for the body: "the ministry's spokeswoman" beside
    one ministry in the same article, "Interior Minister" and "the Interior Ministry" anywhere."""
    by_article: dict[str, set[Source]] = defaultdict(set)
    for v in voices:
        by_article[v.article].add(_root(v))
    everyone = set().union(*by_article.values()) if by_article else set()
    found = [
        (p, b) for p in everyone for b in everyone if _person(p) and _body(b) and _holds(p, b) > 1
    ]
    for there in by_article.values():
        bodies = [b for b in there if _body(b)]
        for p in there:
            heads = {key(b.name)[-1] for b in bodies if _holds(p, b)}
            same = [b for b in bodies if _holds(p, b)]
            if (
                _person(p)
                and len(heads) == 1
                and all(same_body(same[0].name, b.name) for b in same)
            ):
                found.append((p, same[0]))
    return found


def _short(voices: Sequence[Voice]) -> list[tuple[Source, Source]]:
    """("the ministry", the body that it must be): the one whose name ends so, else the one other
    body that its article has on this side."""
    roots = {(_root(v), v.article, v.side) for v in voices}
    bodies = [
        r for r in roots if _body(r[0]) and not r[0].name.islower() and len(key(r[0].name)) > 1
    ]
    found = []
    for short, article, side in roots:
        only = key(short.name)
        plain = short.name.islower() or only[0] in ORGANISATION_WORDS
        if not (_body(short) and plain and len(only) == 1):
            continue
        if short.name.endswith("s"):  # "the pilots" are not short for one body
            continue
        ends = [b for b, _, _ in bodies if key(b.name)[-1] == key(short.name)[0]]
        beside = [b for b, a, s in bodies if a == article and s is side]
        fits = sorted(ends or beside, key=lambda b: (-len(key(b.name)), b.name))
        if fits and all(same_body(fits[0].name, b.name) for b in fits):
            found.append((short, fits[0]))
    return found


def _holds(person: Source, body: Source) -> int:
    """How many of a body's own words the person's office says, its last one among them; 0: none."""
    said = f"{person.description or ''} {person.name}"
    office, own = _crude(said), _crude(body.name)
    if any(w in SPEAKS for w in office) and any(acronym(w, body.name) for w in WORD.findall(said)):
        return len(own)
    speaks = any(w in SPEAKS for w in office)
    return len(set(own) & set(office)) if speaks and own and own[-1] in office else 0


def _person(source: Source) -> bool:
    return source.kind is SourceKind.PERSON and source.naming is Naming.NAMED


def _body(source: Source) -> bool:
    """One body: "Corvane and Ellory" are two."""
    several = source.kind is SourceKind.GROUP and " and " in source.name
    return not several and (
        source.kind in (SourceKind.ORGANISATION, SourceKind.GROUP) and source.naming is Naming.NAMED
    )


def _crude(name: str) -> list[str]:
    """Words cut to where "minister" and "ministry" are one."""
    return [w[:6] for w in key(name)]


def office(name: str) -> tuple[str, str] | None:
    """("ekely", "publicist") of "Maud Ekely's publicist": one office of one person or body."""
    words = name.replace("’", "'").split()
    for _at, word in enumerate(words[:-1]):
        role = words[-1].casefold()
        if word.endswith("'s") and word[0].isupper() and role in ROLES and not role.endswith("s"):
            return word[:-2].casefold(), role
    return None


def _root(voice: Voice) -> Source:
    assert voice.root is not None
    return voice.root
