"""Outlets that an article credits, seen in its own text: "X reports", "told X", "a profile in
X", a credit line at the end. A reading's chains say the same where the reader saw it; this holds
where it didn't, and knows outlets from how other articles introduce them."""

import re
from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from firsthand.linking.names import WIDE, is_outlet
from firsthand.linking.outlets import LINE, loose
from firsthand.linking.words import holding
from firsthand.model.span import Span
from firsthand.reading.segments import paragraphs, quotations

BEFORE = re.compile(
    r"(?:\b(?:[Aa]ccording to|[Aa]s|saying (?:by|in)|tells?|told|reported (?:in|by|on)|"
    r"reports? (?:in|by|from|on|of)|attributed to|via|by way of|"
    r"citing|cited by|quoted (?:by|in)|quoting|interviews? (?:with|by|in|for|on)|interviewed by|"
    r"spoke (?:to|with)|"
    r"spoken to|speaking to|speaking with|(?:statement|comment|comments|denial|denied|said|say|"
    r"says|confirmed|report) to|"
    r"profiled? (?:by|in)|published (?:by|in|over at|on)|picked up by|appeared (?:in|on)|"
    r"appears in|edition of|issue of|"
    r"pages of|profile (?:in|by)|article (?:in|by|from)|story (?:in|by|from)|piece (?:in|by)|"
    r"head to|courtesy of|"
    r"from|sources? (?:of|for))\s+|[(\[©]\s*(?:via\s+)?)"
    r"(?:a |an )?(?:(?:recent|new|exclusive|report|story|article|profile|piece|publication|"
    r"magazine|newspaper|tabloid|"
    r"news|site|website|agency|today|daily|weekly|the|The|UK|US|U\.S\.|British|American|UK[’']s|"
    r"[A-Z]\w+[’']s|"
    r"[A-Z]\w+|by|in|from|of|over|at|largest|that|was|based)\s+){0,6}$"
)
AFTER = re.compile(
    r"^(?:\s+(?:newspaper|magazine|website|news agency|television|TV|radio|reporter|article|story|"
    r"piece|report|profile|"
    r"edition|interview|headline|journalist|editor|columnist|exclusive))?"
    r"(?:,\s[^,.;]{1,60},|\s\([^)]{1,40}\))?(?:[’']s)?"
    r"(?:\s+(?:(?:first|also|has|had|have|later|then|now|recently|is|was|originally|on|in|its|the|"
    r"this|which|who|"
    r"\w+day|Aug\.?|August|Sept\.?|September|\d+)\s*,?\s*)){0,5}"
    r"\s*(?:report(?:s|ed|ing)?\b|says?\b|said\b|claim(?:s|ed|ing)?\b|writes\b|wrote\b|quot(?:es|"
    r"ed|ing)\b|"
    r"cit(?:es|ed|ing)\b|add(?:s|ed)\b|reveal(?:s|ed)\b|publish(?:es|ed)\b|understands\b|learn(?:s|"
    r"ed)\b|noted\b|"
    r"notes\b|confirm(?:s|ed)\b|profil(?:es|ed)\b|followed up\b|broke\b|stories\b|story\b|"
    r"article\b|interview\b|"
    r"sources?\b|account\b|profile\b|edition\b|issue\b|piece\b|exclusive\b|headline\b|described\b|"
    r"put the\b)"
)
STAFF = re.compile(
    r"^(?:[’']s)?\s+(?:(?:senior|chief|managing|executive|investigative|deputy|news|political|"
    r"foreign)\s+)*"
    r"(?:editor|reporter|correspondent|writer|columnist|journalist|blogger|host|anchor)?,?\s*"
    r"(?P<who>[A-Z][a-z’'-]+(?: [A-Z][\w’'.-]*)+)"
)
POSSESSED = re.compile(
    r"^[’']s\s+(?:[\w’'-]+\s+){0,3}?(?:source|sources|report|reporter|story|article|profile|"
    r"interview|account|piece|edition|issue|[A-Z]\w+)\b"
)
UNTOLD = re.compile(
    r"(?:\b(?:not|never|nor|declined|refused|failed)|n[’']t)\s+(?:\w+\s+){0,2}(?:spoken|speak|"
    r"talk\w*|respon\w+|repl\w+)"
    r"\s+(?:to|with)\s+(?:the\s+)?$"
)
SOMEBODY = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:\d[\w-]* |(?:young|old) )?$")
WORK = re.compile(
    r"\s+(?:\w+\s+)?(?:report|article|story|piece|profile|interview|investigation|account|reporter|"
    r"correspondent|journalist|source|headline|editorial|column|exclusive)\b"
)
"""What makes "a Lantern …" the Lantern's; else it is somebody from there: "one young Lisker"."""
NO_CREDIT = re.compile(
    r"(?i)\b(?:contribut\w*|photos?|images?|pictures?|videos?|getty|subscribe|follow|watch|https?|"
    r"file|credit:)"
)
GENERIC = re.compile(
    r"\b[Tt]he\s+(?:\w+\s+)?(?P<kind>newspaper|paper|magazine|mag|tabloid|website|site|daily|"
    r"broadcaster|agency|publication|outlet)"
    r"(?=(?:[’']s)?\s+(?:\w+\s+){0,2}?(?:report|say|said|claim|quot|add|wr(?:o|i)te|cit|source|"
    r"stor|describ|reveal))"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet credited at a place: `name` as it stands there, without article. `line`: in a
    credit line of its own, which speaks for the whole text."""

    name: str
    span: Span
    line: bool


def citations(text: str, names: Iterable[str]) -> list[Citation]:
    """Where the text credits one of these outlets, in reading order; the longest name wins a
    place."""
    return list(_citations(text, tuple(sorted(set(names), key=lambda n: (-len(n), n)))))


@lru_cache(maxsize=500)
def _citations(text: str, names: tuple[str, ...]) -> tuple[Citation, ...]:
    """`names`: the longest first. Remembered, since a trace asks twice for each article."""
    found: list[Citation] = []
    taken: list[Span] = []
    lines = _lines(text)
    quotes = quotations(text)
    for name in names:
        for span in _places(text, name):
            if holding(span, taken):
                continue
            insort(taken, span)
            if _credited(text, span, lines) and not holding(span, quotes):
                found.append(Citation(name, span, _in_line(text, span, lines)))
    found.extend(_generic(text, found))
    return tuple(sorted(found, key=lambda c: c.span))


def trusted(names: Iterable[str], texts: Iterable[str], *, sure: Collection[str] = ()) -> set[str]:
    """Of names that an introduction makes look like an outlet's, those that these texts credit
    as often as not: "Velmara newspaper says" names a country."""
    kept = set(names)
    doubted = {n for n in kept if not is_outlet(n) and n not in sure}
    seen, credited = Counter[str](), Counter[str]()
    for text in texts:
        lines = _lines(text)
        for name in doubted:
            for span in _places(text, name):
                seen[name] += 1
                credited[name] += _credited(text, span, lines)
    return {n for n in kept if n not in doubted or credited[n] * 2 >= seen[n] > 0}


def first_place(text: str, name: str) -> Span | None:
    """Where the text first names an outlet, credited or not."""
    return next(_places(text, name), None)


def staff(text: str, names: Iterable[str]) -> dict[str, str]:
    """People whom the text introduces as an outlet's own: "the Gazette's Ada Hale" → the
    Gazette."""
    found: dict[str, str] = {}
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        for _, end in _places(text, name):
            if person := STAFF.search(text[end : end + 80].split("\n")[0]):
                found.setdefault(person["who"], name)
    return found


def _places(text: str, name: str) -> Iterator[Span]:
    """Where the text names an outlet, in reading order. Most texts don't, and lack one of the
    words that have to stand there as they are."""
    pattern, fixed = _searched(name)
    if all(word in text for word in fixed):
        yield from (m.span() for m in pattern.finditer(text))


@lru_cache(maxsize=5000)
def _searched(name: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    words = re.split(r"[\s-]+", name)
    pattern = re.compile(rf"(?<![\w-]){loose(name)}(?![\w-])")
    return pattern, tuple(w for w in words if w.casefold() not in WIDE)


def _generic(text: str, found: list[Citation]) -> Iterator[Citation]:
    """Of "the newspaper said": the outlet named last before it."""
    for m in GENERIC.finditer(text):
        before = [c for c in found if c.span[1] <= m.start()]
        if before:
            yield Citation(max(before, key=lambda c: c.span).name, m.span("kind"), False)


def _credited(text: str, span: Span, lines: list[Span]) -> bool:
    start, end = span
    opening = text.rfind("\n", 0, start) + 1
    left, right = text[max(opening, start - 90) : start], text[end : end + 110].split("\n")[0]
    if UNTOLD.search(left) or (SOMEBODY.search(left) and not WORK.match(right)):
        return False
    if BEFORE.search(left) or AFTER.search(right) or POSSESSED.search(right) or STAFF.search(right):
        return True
    return _in_line(text, span, lines)


def _in_line(text: str, span: Span, lines: Iterable[Span]) -> bool:
    """Whether a place stands in a short paragraph of the article's second half."""
    start, end = span
    return start > len(text) / 2 and any(
        s <= start and end <= e and not NO_CREDIT.search(text[s:e]) for s, e in lines
    )


def _lines(text: str) -> list[Span]:
    return [(s, e) for s, e in paragraphs(text) if e - s <= LINE]
