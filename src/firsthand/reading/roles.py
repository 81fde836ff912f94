"""Whom an article speaks of by a role alone, before they say anything: "militants", "the clerk"."""

import re
from dataclasses import dataclass

from firsthand.model.span import Span
from firsthand.reading import lexicon
from firsthand.reading.names import SENTENCE_START
from firsthand.reading.screen import any_case

UNSURE = frozenset(
    """
    head chief master family star general press media public brass cop cops government military
    crew pair duo trio couple crowd team staff some others many several most few both all those
    person people someone somebody man woman men women user users individual individuals judge
    guard coach exec youth conservative liberal republican democrat member driver player fan
    """.split()
)
"""Roles that are other things as well, or nobody in particular."""
GATHERED = frozenset(
    """
    protesters demonstrators gunmen attackers authorities parents students refugees migrants
    troops jihadists insurgents terrorists hackers thieves robbers smugglers kidnappers captors
    surgeons doctors pupils shoppers viewers readers visitors tourists officers rescuers
    firefighters paramedics medics astronomers organizers organisers
    """.split()
)
_MANY = sorted(
    {
        r
        for r in (lexicon.ROLES | GATHERED | {"police"}) - UNSURE
        if (r.endswith("s") and r[:-1] in lexicon.ROLES) or r in GATHERED | {"police"}
    }
)
_ONE = sorted(r for r in lexicon.ROLES - UNSURE - lexicon.PLURAL_PEOPLE if r not in _MANY)
_WORD = r"(?!(?:of|in|to|for|at|on|by|with|from|and|or|that|who|which|as|is|are|was|were|has|had|have)\b)[a-z\d][\w-]*\s"
BODIES = (
    "company|firm|agency|ministry|department|court|bank|airline|retailer|carrier|organisation"
    "|organization|university|school|hospital|newspaper|magazine|website|network|council"
    "|committee|board|government|party|union|club|team|band|store|restaurant|studio|charity"
)
BODY = re.compile(
    rf"(?<![\w’'-])[Tt]he\s(?:{_WORD}){{0,2}}?(?P<head>{BODIES})\b(?![’'-]|\s(?:of|for)\b|\s[A-Z])"
)

MANY = re.compile(
    rf"(?<![\w’'-])(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Tt]hese|[Tt]hose|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|(?:[Hh]undreds|[Dd]ozens|[Tt]housands) of)\s(?:{_WORD}){{0,2}}?)?"
    rf"(?P<head>{any_case(_MANY)})\b(?![’'-]|\s(?:station|department|force|forces|union|group)\b)"
)
ONE = re.compile(
    rf"(?<![\w’'-])(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Mm]y)\s(?:{_WORD}){{0,3}}?"
    rf"(?P<head>{'|'.join(_ONE)})\b(?![’'-]|\s[A-Z]|\s(?:station|department|office|group)\b)"
)

SETTING = re.compile(
    r"(?:[.!?]['\"”’)]*\s+|\n\s*|^)(?:[A-Z][\w’'-]*(?:\s[\w’'-]+){0,3},|When|While|If|But|And|Though)\s$"
)


@dataclass(frozen=True, slots=True)
class Called:
    """One place where somebody is called by a role; `first`: it begins its sentence; `body`: it is
    no person's."""

    span: Span
    plural: bool
    first: bool
    body: bool = False


def called(text: str) -> list[Called]:
    """The places in reading order."""
    found = [
        Called(m.span(), plural, _first(text, m.start()))
        for pattern, plural in ((MANY, True), (ONE, False))
        for m in pattern.finditer(text)
    ]
    found += [Called(m.span(), False, _first(text, m.start()), True) for m in BODY.finditer(text)]
    return sorted(found, key=lambda c: c.span)


def _first(text: str, start: int) -> bool:
    """Whether it begins its sentence, or what follows "On Tuesday," or "When"."""
    before = text[max(0, start - 50) : start]
    return bool(SENTENCE_START.search(before[-6:]) or SETTING.search(before))
