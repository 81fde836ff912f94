"""Whom the first sentences mean by "a senior official", "a monitoring group": many an article says
who spoke only further down, and gives the name there.

    A senior official at the port says that the ministry closed it.
    Joren Haldis, who was deputy harbour master, said that the order came by fax.

Only where the article itself makes the introduction: an indefinite description at its head, the
next source a name with a role that the description covers, and no word of anonymity anywhere. A
pseudonym is never taken, nor a name that was there before.
"""

import re
from collections.abc import Mapping, Sequence

from firsthand.model.reading import Naming, SourceKind
from firsthand.model.span import Span
from firsthand.reading.entity import LETTERS, Entity
from firsthand.reading.meant import PUBLIC
from firsthand.reading.segments import paragraphs

HEAD = 3
"""Paragraphs, headline and byline among them, in which a source stands undisclosed."""
NEXT = 700
"""Code points after it within which the name must come."""
FULL = 12
"""Words of a paragraph that is more than a headline or a byline."""
INDEFINITE = re.compile(r"(?:an?|one)\s", re.I)
ANONYMOUS = re.compile(
    r"(?i)anonym|\bunnamed\b|\bunidentified\b|pseudonym|not (?:be|to be|being|want(?:ing)? to be) "
    r"(?:\w+ )?(?:named|identified)|(?:declin|refus)\w+ to be (?:named|identified)|"
    r"(?:declin|refus)\w+ to give (?:his|her) name|"
    r"(?:named|identified|known) only (?:as|by)|(?:his|her|their) real names?|not authori[sz]ed to|"
    r"(?:his|her|their) names? (?:was|were|has been|have been) (?:withheld|changed)"
)
HIDDEN = frozenset("source sources insider insiders informant whistleblower".split())
"""Who is called so is meant to stay unknown."""
ANYBODY = frozenset("man woman person people somebody someone".split())
"""These say nothing by which the one described could be told again."""
COVERS: dict[str, frozenset[str]] = {
    "official": frozenset(
        """minister secretary mayor governor commissioner master director chief head inspector
        officer deputy ambassador councillor commander general spokesman spokeswoman spokesperson
        administrator superintendent registrar prefect""".split()
    ),
    "expert": frozenset(
        """professor researcher analyst scientist director economist historian lecturer head
        commander fellow specialist consultant officer""".split()
    ),
    "scientist": frozenset("professor researcher biologist chemist physicist geologist".split()),
    "academic": frozenset("professor lecturer researcher historian fellow".split()),
    "lawmaker": frozenset("senator congressman congresswoman representative member mp".split()),
    "politician": frozenset("senator congressman congresswoman member mp minister mayor".split()),
    "executive": frozenset("director chief president chairman chairwoman ceo manager head".split()),
    "doctor": frozenset("surgeon physician professor paediatrician psychiatrist".split()),
    "officer": frozenset("sergeant constable inspector detective captain lieutenant".split()),
}
"""What a general word for somebody covers, its own role aside."""
BODIES = frozenset(
    """group organisation organization body charity think-tank tank agency company firm institute
    association union federation institution campaign foundation observatory website""".split()
)
FIGHTERS = frozenset(
    "militant terrorist terror extremist armed rebel jihadist splinter hacker criminal".split()
)
"""Groups of whom officials speak next, and not their spokesmen."""
RUNS = re.compile(
    r"\b(?:runs|heads|leads|founded|directs|head|director|founder|chief|chairman|chairwoman|president|"
    r"spokesman|spokeswoman|spokesperson|leader|manager)\b"
)
"""Who speaks for a body."""


def introduced(
    text: str, entities: Sequence[Entity], *, spoke: Mapping[int, Sequence[Span]]
) -> dict[int, int]:
    """Undisclosed entity → the entity that the article introduces it as. `spoke`: entity → where
    the statements that it is the source of stand."""
    opening = _opening(text)
    found: dict[int, int] = {}
    hidden = [k for k, e in enumerate(entities) if k in spoke and _undisclosed(text, e, opening)]
    for k in sorted(hidden, key=lambda k: min(entities[k].mentions), reverse=True):
        entity = entities[k]
        after = _next(spoke, after=min(entity.mentions)[1], other=k)
        named = found.get(after, after) if after is not None else None
        if named is None or (not entity.heads & BODIES and ANONYMOUS.search(text)):
            continue
        if _new(entity, entities[named]) and _covers(text, entity, entities[named]):
            found[k] = named
    return found


def _opening(text: str) -> int:
    """Where the head of the article ends: behind its third paragraph, or its first full one."""
    places = paragraphs(text)
    full = next((e for s, e in places if len(text[s:e].split()) >= FULL), 0)
    return max([full, *(e for _, e in places[:HEAD])])


def _undisclosed(text: str, entity: Entity, opening: int) -> bool:
    """Whether the head of the article speaks of an entity, as of "a" somebody."""
    if entity.naming is not Naming.UNNAMED or entity.plural or not entity.mentions:
        return False
    if not entity.heads or entity.heads & (HIDDEN | ANYBODY):
        return False
    first = min(entity.mentions)
    headline = "\n" not in text[: first[0]] and "\n" in text
    return first[0] <= opening and (bool(INDEFINITE.match(text, *first)) or headline)


def _next(spoke: Mapping[int, Sequence[Span]], *, after: int, other: int) -> int | None:
    """The source of the next statement of somebody else."""
    later = [(s[0], k) for k, spans in spoke.items() for s in spans if s[1] > after and k != other]
    return min(later)[1] if later else None


def _new(undisclosed: Entity, named: Entity) -> bool:
    """Whether the name comes up first behind the description, soon, and before anything more is
    said of the one described."""
    if named.naming is not Naming.NAMED or named.plural or named.name.islower():
        return False
    if named.kind is SourceKind.OUTLET:
        return False
    begun = min(undisclosed.mentions)[1]
    first = min((m[0] for m in named.mentions), default=0)
    between = any(begun < m[0] < first for m in undisclosed.mentions)
    return begun <= first <= begun + NEXT and not between


def _covers(text: str, undisclosed: Entity, named: Entity) -> bool:
    """Whether the description can be of whoever the name is of."""
    roles = {w.casefold() for w in LETTERS.findall(named.description or "")} | named.heads
    if undisclosed.heads & BODIES:
        own = {w.casefold() for w in LETTERS.findall(undisclosed.name)}
        theirs = {w.casefold() for w in LETTERS.findall(named.name)}
        if own & FIGHTERS or (theirs & PUBLIC and not theirs & undisclosed.heads):
            return False
        start = min(named.mentions)[0]
        body = named.kind in (SourceKind.ORGANISATION, SourceKind.GROUP)
        the = {text[start : start + 4].casefold(), text[max(0, start - 4) : start].casefold()}
        body = body or "the " in the
        return body or bool(RUNS.search(named.description or ""))
    if named.kind is not SourceKind.PERSON:
        return False
    if undisclosed.gender and named.gender and undisclosed.gender != named.gender:
        return False
    if re.match(r"(?:another|a second|the other)\b", named.description or ""):
        return False
    return any(h in roles or COVERS.get(h, frozenset()) & roles for h in undisclosed.heads)
