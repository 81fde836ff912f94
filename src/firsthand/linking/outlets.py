"""Which names are outlets': by a reading, by the name itself, by how a text introduces it."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from firsthand.linking.names import ARTICLES, NARROW, WIDE, head, is_outlet, key
from firsthand.model.article import CreditKind
from firsthand.model.reading import Reading, SourceKind
from firsthand.reading.given import GIVEN
from firsthand.reading.lexicon import (
    GENERIC_OUTLET,
    OUTLET_WORDS,
    OUTLETS,
    PLATFORMS,
    ROLES,
    TITLES,
)
from firsthand.reading.screen import Screened
from firsthand.reading.segments import paragraphs

NAME_WORD = r"[A-Z][\w’'&-]*(?:\.[A-Z]\b\.?)*"
PROPER = (
    rf"(?:{NAME_WORD}|al-[A-Z]\w+|\w+\.(?:com|co\.uk|org))(?:[ -](?:of )?(?:{NAME_WORD}|"
    rf"\d{{2,3}}\b)){{0,4}}"
)
KIND = (
    r"(?:newspaper|news agency|news site|news website|magazine|website|web site|tabloid|daily|"
    r"broadsheet|"
    r"broadcaster|newswire|news channel|news outlet)"
)
WORK = r"(?:report|article|story|profile|piece|interview)"
INTRODUCED = (
    Screened(rf"({PROPER} [Mm]agazine)\b"),
    Screened(rf"({PROPER}) {KIND}\b"),
    Screened(rf"\b(?:{KIND}|publication) (?:[Tt]he )?({PROPER})"),
    Screened(
        rf"({PROPER}), (?:an?|the|one of|[A-Z]\w+[’']s|"
        rf"[A-Z]\w+ [A-Z]\w+[’']s) [^,.;]{{0,40}}?\b{KIND}\b"
    ),
    Screened(
        rf"\b(?:an?|the|this|its|exclusive|recent) (?:\w+ )?{WORK} (?:in|from|by|published (?:in|"
        rf"by)) (?:[Tt]he )?({PROPER})"
    ),
    Screened(rf"(?:\b[Aa]s |^|, |[”\"’'] )(?:[Tt]he )?({PROPER}) reports\b(?! of)", re.M),
)
SURELY_OUTLETS = frozenset((CreditKind.DATELINE, CreditKind.BASED_ON, CreditKind.FOOTER))
"""Credits of a page that name agencies and outlets; the others may name people."""
NOT_NAMES = frozenset(
    """he she it they we you i this that these those who what when while during after before today
    yesterday tomorrow
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august
    september october november december mr mrs ms dr sir some one two many other another time state
    central north
    south east west northern southern eastern western uk us u s""".split()
)
DEMONYM = re.compile(
    r"\w+(?:an|ish|ese|ian|i)$|french|dutch|greek|german|czech|welsh|swiss|thai|local|national|"
    r"foreign"
)
LONGEST = 45
LINE = 70
"""A paragraph this short that names an outlet and no contribution is a credit line."""
MASTHEAD = 4
"""Lines at the head of a text that can say whose it is."""
ISSUE = r"edition|issue|desk|\d|day\b"
DATELINE = re.compile(r"^(?:[A-Z][\w .,’'-]{0,40})?\(([A-Z][\w ]{1,20})\)\s*(?:--|[-—–])")


def outlet_names(reading: Reading) -> set[str]:
    """Outlets that this article shows to be outlets: by a source's kind, the name, an
    introduction."""
    names = {head(s.name) for s in reading.sources if s.kind is SourceKind.OUTLET}
    names |= {
        head(c.name)
        for c in reading.article.credits
        if c.kind in SURELY_OUTLETS or is_outlet(c.name) or " " not in c.name
    }
    if reading.article.publisher:
        names.add(head(reading.article.publisher))
    text = reading.article.text
    small = text.lower()
    for pattern in INTRODUCED:
        names |= {_trim(m.group(1)) for m in pattern.finditer(text, small)}
    names |= set(_shaped(text))
    return {n for n in map(_trim, names) if _nameable(n)}


def _shaped(text: str) -> Iterator[str]:
    """Names that show what they are; a single word ("Post", "Lantern") only after "the"."""
    for m in re.finditer(PROPER, text):
        name = _alone(_trim(m.group()))
        if is_outlet(name) and (
            " " in name
            or name.casefold() in OUTLETS
            or text[max(0, m.start() - 4) : m.start()].endswith(("the ", "The "))
        ):
            yield name


def _alone(name: str) -> str:
    """A known outlet without the name that runs into it: "told Reuters Kim" is Reuters' report of
    Kim; nothing of "Vice Chief"."""
    first, _, second = name.partition(" ")
    known = first.casefold() in OUTLETS and second and not is_outlet(second)
    if not known or second.casefold() in WIDE | NARROW or second.casefold() in OUTLETS:
        return name
    return "" if second.casefold() in TITLES | ROLES else first


def masthead(text: str, names: Collection[str]) -> str | None:
    """The outlet that the head of a text names as its own: "By A. Writer, Brask Evening
    Sentinel", "Longwatch, March issue", "OSTRIN, March 14 (Hesper) -". None where it names none."""
    for number, (start, end) in enumerate(paragraphs(text)[: MASTHEAD + 1]):
        line = text[start:end]
        if agency := DATELINE.match(line):
            return agency[1]
        if 0 < number < MASTHEAD and end - start <= LINE:
            for name in sorted(names, key=lambda n: (-len(n), n)):
                if re.search(
                    rf"^(?:By\s.*\s)?(?:[Tt]he\s)?(?i:{loose(name)})(?:$|,?\s.*(?:{ISSUE}))", line
                ):
                    return name
    return None


def outlet_name(name: str) -> str | None:
    """An outlet's name alone; None for "a Velmarian newspaper", "the paper"."""
    trimmed = _alone(_trim(name))
    return trimmed if _nameable(trimmed) else None


@lru_cache(maxsize=20_000)
def _trim(name: str) -> str:
    """The name alone: what leads up to it (a country's, "official", "report in a") and what
    follows it ("newspaper", "in neighbouring X") left off."""
    name = re.split(r"(?:^|\s)[Tt]he\s(?=[A-Z])", name)[-1]
    name = re.sub(
        r"^(?:As|In|On|But|And|For|While|When|Meanwhile|Via|By|Per|Now|now|Get|Watch|See|Read|"
        r"Follow)\s+",
        "",
        name,
    )
    name = re.sub(r"^(?:.*\s)?(?:[A-Z]\w+\s)?[A-Z]\w+[’']s\s+(?=\w)", "", name)
    name = re.sub(r"^(?:[a-z][\w-]*\s+)+(?=[A-Z])", "", name)
    name = re.sub(r"^(?:(?:An?|One)\s)?[A-Z][\w.]*-based(?:\s+|$)", "", name)
    name = re.sub(rf"^(?:[A-Z]\w+ )?{KIND} (?=[A-Z])", "", name)
    name = re.sub(r"\s(?:in|at|on|by|to|who|which|that|and)\s.*$", "", name)
    if not re.match(r"[A-Z]\w*$|.*\bmagazine$", name):
        name = re.sub(rf"\s(?:{KIND}|television|radio|paper|broadcasting|network)$", "", name)
    return head(re.sub(r"[.,’']+$", "", name))


def _nameable(name: str) -> bool:
    """A proper name, not "a Velmarian newspaper" nor a platform that carries anybody's words."""
    own = [w for w in key(name) if w not in GENERIC_OUTLET and w not in WIDE and w not in ARTICLES]
    if not own or len(name) > LONGEST or not (any(c.isupper() for c in name) or "." in name):
        return False
    if len(own) > 1 and own[0] in GIVEN and not set(own[1:]) & (OUTLET_WORDS | OUTLETS):
        return False  # somebody's
    if set(own) & PLATFORMS or (len(own) == 1 and own[0] in OUTLET_WORDS and own[0] in NOT_NAMES):
        return False
    return not all(w in NOT_NAMES or DEMONYM.fullmatch(w) for w in own) or bool(
        set(own) & (NARROW | OUTLETS) - NOT_NAMES
    )


def loose(name: str) -> str:
    """The name's words with any space or hyphen between them."""
    return r"[\s-]+".join(_any_case(w) for w in re.split(r"[\s-]+", name))


def _any_case(word: str) -> str:
    return f"(?i:{re.escape(word)})" if word.casefold() in WIDE else re.escape(word)
