"""The proper name inside a mention, apart from titles, roles and appositions."""

import re

from firsthand.reading import lexicon
from firsthand.reading.given import GIVEN
from firsthand.reading.kinds import (
    BODIES,
    OWNING,
    PEOPLE,
    POSSESSIVE,
    head_of,
    is_outlet,
    strip_article,
)

FOR = re.compile(r" (?:for|from) ")
BEFORE = (
    PEOPLE
    | lexicon.GENERIC_OUTLET
    | lexicon.ORGANISATION_WORDS
    | {"app", "giant", "maker", "media"}
)
"""Of what stands before a name, what says that it is one."""
LOWER_PARTS = frozenset(
    "of the for and on in at de la le du der van von bin ibn al el da di y".split()
)


PARTICLES = frozenset("de van von bin ibn di da du der la le el".split())
""" "de Brandt": small letters that begin a last name."""
SOME_OF = re.compile(r"(?:one|both|another|two|three|some|most) of\s", re.I)
""" "One of them, diver Otto Hale"."""
OFFICE = re.compile(
    r"((?:\S+\s)*?(?:Secretary|Minister|Director|Head|Chief|Speaker|Mayor|Governor|President|Leader|Justice)\s(?:of|for)\s(?:the\s)?[A-Z]\w+(?:\s(?:and|of)\s[A-Z]\w+)?)\s([A-Z][\w.’'-]+\s[A-Z][\w.’'-]*.*)$"
)
""" "Secretary of State Jon Husted": two names after an office."""


SITE = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|tv|info|news)(?=\s(?:out|of|in|from)\b)"
)
FROM = re.compile(
    r"(?P<role>(?:[a-z][a-z’'-]*\s)*(?P<head>[a-z-]+))\s(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){1,3})"
    r"\s(?P<of>(?:from|of|at|with)\s(?:the\s)?[A-Z].*)"
)
""" "Analyst Otto Hale from Marl Research"."""


def name_and_role(words: str) -> tuple[str | None, str | None]:
    """Proper name and what stands around it, or (None, None) where the head is a common noun."""
    words = POSSESSIVE.sub("", words.strip(" ,"))
    first, _, rest = words.partition(",")
    bare = strip_article(first)
    apposition = rest.strip(" ,") or None
    if apposition:
        # "Somers’ father, Michael": a description, then the name
        tail = apposition.split(",")[0].strip()
        if (
            re.fullmatch(r"(?:(?:al|el)\s)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){0,3}", tail)
            and not _proper(bare)
            and (
                bare.split()[-1].casefold() in lexicon.ROLES | lexicon.GENERIC_OUTLET
                or (" " in tail and (_owned(bare) or head_of(bare) in lexicon.ROLES))
            )
        ):
            return _untitled(tail)[0], bare
        if (
            re.match(r"[Tt]he\s", first)
            and len(bare.split()) <= 2
            and bare.islower()
            and re.fullmatch(r"(?:[A-Z][\w.’'-]*|&)(?:\s(?:[A-Z][\w.’'-]*|&)){0,4}", tail)
        ):
            return tail, bare  # "The contractor, Marl & Pike"
        if _owned(bare) and not _proper(bare) and (inner := _proper(tail)) and inner[1]:
            return inner[0], f"{inner[1]}, {bare}"  # "Hale’s niece, state Sen. Ida Nor"
        if SOME_OF.match(first) and not re.search(r"[A-Z]", bare[1:]) and (inner := _proper(tail)):
            return inner[0], ", ".join(p for p in (inner[1], bare[0].lower() + bare[1:]) if p)
    site = SITE.match(bare)
    if site and is_outlet(site.group()):
        return site.group(), bare[site.end() :].strip() or None  # "9Lantern.com out of Ostrin"
    placed = FROM.fullmatch(bare[:1].lower() + bare[1:])
    if placed and placed["head"] in lexicon.ROLES:
        return placed["name"], f"{placed['role']} {placed['of']}"
    match = _proper(bare)
    if match is None:
        return None, None
    name, role = match
    return name, ", ".join(p for p in (role, apposition) if p) or None


def _proper(bare: str) -> tuple[str, str | None] | None:
    """The name of "Pentagon press secretary Rear Adm. John Kirby" with its role, or None."""
    tokens = bare.split()
    if not tokens:
        return None
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        particle = i == 0 and tokens[0] in PARTICLES and len(tokens) > 1
        if _capital(tokens[i]) or (particle and _capital(tokens[1])):
            j = i + 1
            while j < len(tokens) and (
                _capital(tokens[j])
                or (tokens[j].isdigit() and tokens[j + 1 : j + 2] in (["AM"], ["FM"]))
                or (
                    tokens[j] in LOWER_PARTS
                    and j + 1 < len(tokens)
                    and (
                        _capital(tokens[j + 1])
                        or (
                            tokens[j + 1] in LOWER_PARTS
                            and j + 2 < len(tokens)
                            and _capital(tokens[j + 2])
                        )
                    )
                )
            ):
                j += 1
            runs.append((i, j))
            i = j
        else:
            i += 1
    if not runs:
        return None
    start, end = runs[-1]
    before, after = tokens[:start], tokens[end:]
    if end - start > 1 and _people(tokens[start:end]):
        return None
    if after and _of_a_country(tokens[start:end]):
        return None  # "a South Korean newspaper"
    if after:
        generic = after[0].casefold().strip(",.'’\"")
        if generic in ("website", "site", "blog", "app") and not is_outlet(
            _name_of(tokens[start:end])
        ):
            return " ".join(tokens[start:]), None
        if after[-1].casefold().rstrip(".,") not in ("news",) and re.search(r"[^s]s$", after[-1]):
            return None  # "overseas news sites"
        with_others = {w.casefold() for w in before} & {"with", "of", "in", "on", "by", "from"}
        if (
            generic in lexicon.GENERIC_OUTLET | {"news", "television", "radio", "tv"}
            and not with_others
        ):
            return _name_of(tokens[start:end]), " ".join(after)
        if generic in lexicon.ORGANISATION_WORDS and len(after) == 1 and start == 0:
            return " ".join(tokens[start:]), None
        if (
            after[0].casefold()
            in ("who", "which", "of", "from", "in", "for", "at", "on", "with", "to", "by")
            and not any(t.casefold().strip(",") in lexicon.ROLES for t in before)
            and start == 0
        ):
            return _name_of(tokens[start:end]), " ".join(after)
        if start > 0 or len(after) > 0:
            return None
    lower = [w.casefold().strip(".,’'\"") for w in before]
    given = end - start > 1 and tokens[start].casefold() in GIVEN
    if not given and any(
        w in lexicon.ROLES and {"of", "for", "at"} & set(lower[i + 1 :])
        for i, w in enumerate(lower)
    ):
        return None  # "the leader of the group Iron Lantern"
    if before and not given and not _role_before(before) and not _adjective_before(before):
        return None
    if before and before[-1].casefold() in (
        "of",
        "for",
        "at",
        "in",
        "from",
        "by",
        "with",
        "to",
        "on",
        "the",
        "as",
        "against",
        "near",
    ):
        return None
    owner = next((i for i in range(start, end - 1) if OWNING.search(tokens[i])), None)
    if owner is not None and tokens[owner + 1].casefold() in GIVEN:
        before, start = [*before, *tokens[start : owner + 1]], owner + 1  # "the Gazette’s Ann Hale"
    name, title = _untitled(" ".join(tokens[start:end]))
    if not name:
        return None
    role = " ".join([*before, *([title] if title else [])]) or None
    return name, role


def _owned(bare: str) -> bool:
    """ "Nikolai’s minder": somebody’s somebody."""
    return bool(re.search(r"[’']s?\s(?:[a-z-]+\s)*[a-z-]+$", bare))


def _people(run: list[str]) -> bool:
    """ "Democrats in Ohio", "Black Lawmakers", "CEO of Marl": a role in capitals, and no name."""
    words = [w.casefold().strip(".,") for w in run]
    border = next((i for i, w in enumerate(words) if w in ("in", "of", "for", "from", "at")), None)
    head = words[(border if border is not None else len(words)) - 1] if border != 0 else ""
    several = head.endswith("s") and head in lexicon.ROLES and head[:-1] in lexicon.ROLES
    office = border == 1 and head in lexicon.ROLES and not OFFICE.match(" ".join(run))
    return several or office


def _of_a_country(run: list[str]) -> bool:
    words = [w.casefold() for w in run]
    return words[-1] in lexicon.DEMONYMS and set(words[:-1]) <= lexicon.SIDES


def _name_of(tokens: list[str]) -> str:
    return _untitled(" ".join(tokens))[0] or " ".join(tokens)


def _untitled(name: str) -> tuple[str, str | None]:
    """A name without the titles and capitalised roles before it, and these."""
    tokens = name.split()
    cut = 0
    for i, token in enumerate(tokens[:-1]):
        low = token.casefold().strip(".,’'")
        if low in lexicon.TITLES or low in lexicon.ROLES:
            if tokens[i + 1] in LOWER_PARTS - PARTICLES:
                # "Secretary of State Jon Husted": the role runs to the last word that can be one
                continue
            cut = i + 1
    if cut and tokens[cut:] and kind_word(tokens[cut:]):
        return name, None
    # "Secretary of State Jon Husted": two names after an office
    office = OFFICE.match(name)
    if office:
        return office.group(2), office.group(1)
    whole = " ".join(tokens[cut:])
    person, of, place = FOR.sub(" of ", whole, count=1).partition(" of ")
    given = person.split(" ")[0].casefold() in GIVEN
    body = person.split(" ")[-1].casefold() in lexicon.ORGANISATION_WORDS
    if body:
        return whole, " ".join(tokens[:cut]) or None  # "Roman Archdiocese of Ostrin"
    if of and place and (given or (cut and not is_outlet(whole))):
        return person, " ".join([*tokens[:cut], "of", place])  # "Senator Lena Hale of Ostrin"
    return whole, " ".join(tokens[:cut]) or None


def kind_word(tokens: list[str]) -> bool:
    """Whether words after a title make an office or a body and not a person ("Justice Department")."""
    return any(t.casefold() in BODIES for t in tokens) and len(tokens) <= 3


PLACED = re.compile(
    r"-(?:based|led|born|backed|held|owned|run|controlled|trained|made|style|era|leaning|aligned|affiliated|funded)$"
)
""" "Ostrin-based": an adjective with a place in it."""
CAPITAL_LATER = re.compile(r"(?:al|el|bin|de|van|von)-[A-Z]|[a-z]+[A-Z]|\d+[A-Z]\w*\Z")
""" "al-Sorah", "eBazaar", "7X": names that begin with something else."""


def _capital(token: str) -> bool:
    bare = token.lstrip("“\"‘'(")
    if "-" in bare and PLACED.search(bare):
        return False
    return bare == "&" or bare[:1].isupper() or bool(CAPITAL_LATER.match(bare))


def _role_before(before: list[str]) -> bool:
    words = {w.casefold().strip(".,’'\"") for w in before}
    return bool(words & BEFORE)


def _adjective_before(before: list[str]) -> bool:
    """At most two plain words before a name: "embattled Hale", "privately owned This Day"."""
    return len(before) <= 2 and all(
        (w.islower() and w.isalpha() and w not in LOWER_PARTS) or PLACED.search(w) for w in before
    )
