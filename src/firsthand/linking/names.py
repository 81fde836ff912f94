"""When two names name one: outlets, persons and bodies, descriptions of the unnamed.

No string distance: "Joren Haldis" and "Tilda Haldis" are near and two, "Free Ferry" and "the
Ostrin Free-Ferry" are far and one. A name is the same where one says less than the other and
nothing else.
"""

import re
from functools import lru_cache

from firsthand.linking.words import stem
from firsthand.reading.entity import acronym
from firsthand.reading.lexicon import OUTLET_WORDS, OUTLETS, ROLES, TITLES, UNNAMED_SIGNS

WORD = re.compile(r"[^\W_]+")
ARTICLES = frozenset("the a an of s and for from by in at to with".split())
WIDE = frozenset(
    """news newspaper newspapers paper magazine website site portal agency newswire online daily
    weekly tv television
    radio channel network broadcaster tabloid broadsheet outlet publication blog com co uk org net
    www wire
    service""".split()
)
"""Words of an outlet's name that may be left out without naming another."""
NARROW = (OUTLET_WORDS - WIDE) | {"magazine"}


@lru_cache(maxsize=50_000)
def key(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, in order: case, articles, possessives gone."""
    plain = re.sub(
        r"[’']s\b|(?<=\w)\.(?=\w\b)|\.(?=com|co|org|net|uk)",
        " ",
        name.casefold().replace("u.s.", "us"),
    )
    words = [w for w in WORD.findall(plain) if w not in ARTICLES]
    return tuple(words) or tuple(WORD.findall(name.casefold())) or (name.casefold(),)


def same_outlet(a: str, b: str) -> bool:
    """Whether two names are one outlet's: "the Lantern", "the Daily Lantern"; not "Brask magazine"
    and "Brask Post"."""
    x, y = set(key(a)), set(key(b))
    core_x, core_y = x - WIDE or x, y - WIDE or y
    if not (core_x <= core_y or core_y <= core_x):
        return False
    kinds_x, kinds_y = x & NARROW, y & NARROW
    return (
        bool(kinds_x & kinds_y)
        or not (kinds_x or kinds_y)
        or ("magazine" not in kinds_x | kinds_y and len(core_x & core_y) > 1)
        or ((kinds_x | kinds_y) <= {"magazine"} and not (kinds_x and kinds_y) and core_x == core_y)
    )


def same_person(a: str, b: str) -> bool:
    """Whether two names are one person's: "Mr Haldis", "Joren Haldis"; not "Tilda Haldis"."""
    x, y = _person(a), _person(b)
    if not x or not y or x[-1] != y[-1]:
        return x == y and bool(x)
    short, long = sorted((x[:-1], y[:-1]), key=len)
    return all(any(_fits(w, v) for v in long) for w in short)


def same_body(a: str, b: str) -> bool:
    """Whether one says less and nothing else: "Velmara's Interior Ministry", "the ministry"; or
    is the other's acronym."""
    if acronym(a, b) or acronym(b, a):
        return True
    x, y = {stem(w) for w in key(a)}, {stem(w) for w in key(b)}
    small, large = sorted((x, y), key=len)
    if len(small) == 1 and small != large:
        return len(large) > 1 and {stem(w) for w in (key(a)[:1] + key(b)[:1])} == small
    return small <= large


def same_description(a: str, b: str) -> bool:
    """As "a senior official" and "one official"; not "an official" and "a guard". Says only that
    they may be one: it takes the same contact or the same words to make them one."""
    x, y = _roles(a), _roles(b)
    return bool(x & y) or not x or not y


@lru_cache(maxsize=20_000)
def is_outlet(name: str) -> bool:
    """Whether the name itself shows that it is an outlet's: one of its kind words stands last."""
    proper = [w for w in WORD.findall(re.sub(r"[’']s\b", "", name)) if w.casefold() not in ARTICLES]
    if not proper or not any(w[0].isupper() for w in proper):
        return bool(re.search(r"\w\.(com|co\.uk|org|net)$", name.strip()))
    if re.search(r"\w\.(com|co\.uk|org|net)$", name.strip()):
        return True
    last = proper[-1].casefold()
    if last in OUTLET_WORDS and (proper[-1][0].isupper() or last in WIDE):
        return True
    return last in OUTLETS or (len(proper) <= 2 and proper[0].casefold() in OUTLETS)


def head(name: str) -> str:
    """A name without its leading article and trailing possessive."""
    return re.sub(
        r"[’']s?$", "", re.sub(r"^(?:the|a|an)\s+", "", name.strip(" ,.;:—–-"), flags=re.I)
    )


def _person(name: str) -> list[str]:
    words = [w for w in key(name) if w not in TITLES]
    for at, word in enumerate(words):
        if at and word in ("who", "of", "at", "former", "ex"):
            return words[:at]
    return words


def _fits(a: str, b: str) -> bool:
    return a == b or (len(a) <= 3 and b.startswith(a)) or (len(b) <= 3 and a.startswith(b))


def _roles(name: str) -> set[str]:
    found = {stem(w) for w in key(name) if w in ROLES or w in UNNAMED_SIGNS}
    return found - {"source", "sourc"} if len(found) > 1 else found
