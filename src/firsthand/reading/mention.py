"""The words that name a source, taken apart: name, description, head, kind, number."""

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.model.reading import Naming, SourceKind
from firsthand.reading import lexicon
from firsthand.reading.kinds import (
    POSSESSIVE,
    SEEN,
    bare_words,
    head_of,
    is_outlet,
    is_plural,
    kind_of_description,
    kind_of_name,
    strip_article,
)
from firsthand.reading.proper import name_and_role
from firsthand.reading.screen import Screened

QUANTIFIER = re.compile(
    r"^(?:no|two|three|four|five|six|seven|eight|nine|ten|some|many|several|most|few|both|nearly|almost|only|about|more|"
    r"recent|former|senior|top|local|other|another|one|those|these|this|that|early|late|new|polls?|sources?|officials?|"
    r"residents|witnesses|police|critics|experts|researchers|scientists|analysts|investigators|authorities|prosecutors|"
    r"supporters|opponents|voters|documents|records|polling|locals|villagers|activists|lawyers|doctors|reports|rumou?rs|photos|pictures|images|videos|figures|statistics|studies|surveys|tests|results)(?:$|\s(?-i:[a-z0-9]))"
    r"|^(?:federal|state|military|security|regional|local|health)\s(?-i:authorities|forces|agencies)\b",
    re.I,
)
"""Words that begin a sentence and a description: their capital is no name's."""
TRAILING = re.compile(r",?\s(?:who|which|that)$")
UNCLOSED = re.compile(r"(?:^|(?<=\s))[“\"‘](?=[A-Z][^\"”’]*$)")
"""The opening mark of a mention that was cut before the closing one."""
SAYING = re.compile(
    r",?\s(?:who|which)\s(?:has |have |had )?(?:said|says|say|told|tells|claimed|claims|claim|believe|believes)\b.*$",
    re.S,
)
"""A mention that runs on into what its source says inside."""
ADVERB = re.compile(
    r"^(?:only|just|even|still|then|also|as(?=\s(?:many|some|one|an?|the)\b))\s(?=\S)", re.I
)
WHEN = re.compile(
    r"(?<=\w),?\s(?:(?:late|early|earlier|later)\s)?(?:(?:on|last|this|next)\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur)day(?:\s(?:morning|afternoon|evening|night))?$"
    r"|(?<=\w)(?<!\bMail),?\s(?:on|last|this|late|early)\sSunday(?:\s(?:morning|afternoon|evening|night))?$"
    r"|(?<=\w),?\s(?:(?:late|early|earlier|later)\s)?(?:last|this|next)\s(?:week|month|year|spring|summer|autumn|fall|winter|morning|afternoon|evening)$"
    r"|(?<=\w),?\s(?:today|yesterday|tonight|recently|meanwhile|however|also|then|now|later|earlier)$"
)
"""When it was said is no part of who said it: "the Supreme Court this month"."""
CALLED = lexicon.ROLES | lexicon.PLURAL_PEOPLE
SOMEBODY = lexicon.ROLES | lexicon.GENERIC_OUTLET
PARTIES = frozenset("republicans democrats conservatives liberals".split())
BY_CAPITAL = frozenset("republican democrat conservative marine marines".split())
"""Roles that are written with a capital."""
COUNTED = re.compile(
    r"^(?:some|many|several|most|few|both|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*|(?:dozens|hundreds|thousands) of)\s",
    re.I,
)
DASHED = re.compile(r"(?<=\w)\s?[—–]\s?(?:the|an?|who|which)\b.*$", re.S)
WHENEVER = re.compile(
    r"(?:today|yesterday|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|last) \w+)[’']s?$",
    re.I,
)
""" "Today’s report" is nobody's."""
NICKNAME = re.compile(r"(?<=\w) [“\"‘][A-Z]\w+[”\"’](?= [A-Z])")
PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
PSEUDONYM_MARK = Screened(
    r"\b(?:known (?:only )?as|nicknamed|dubbed|pseudonym|goes by|calling (?:himself|herself|themselves)"
    r"|identified only as|so-called|named only as|not (?:his|her|their) real name)\b",
    re.I,
)
QUOTED_NAME = re.compile(r"[\"“‘']([^\"”’']{2,40})[\"”’']")
LEADING = re.compile(
    r"^(?:according to|citing|quoting|statements? (?:from|by)|comments? (?:from|by)|reports? (?:in|from|by)"
    r"|(?:an?|[Tt]he) (?:(?:joint|new|brief|written|short|recent|separate|official|lengthy) )?(?:report|story|statement|post|letter) (?:from|by|in)|sources? at|information from"
    r"|an? (?:article|interview|piece) (?:in|with|by|from))\s+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a mention's words say by themselves, before anything else in the article is looked at.

    `name` is a proper name without title or role; `description` the role or description beside it or
    instead of it, without its article; `head` the description's main noun, lower case; `pronoun` one
    of the values of lexicon.PRONOUNS; `owner` a mention inside this one whose words these are.
    """

    words: str
    pronoun: str | None = None
    name: str | None = None
    description: str | None = None
    head: str | None = None
    definite: bool = False
    plural: bool = False
    kind: SourceKind = SourceKind.UNKNOWN
    naming: Naming = Naming.UNNAMED
    gender: str | None = None
    owner: str | None = None


PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
"""Nothing but words with capitals, as most names are: most of what follows can't apply."""
AGE = re.compile(r"^(?:(?:[Tt]he|[Aa]n?)\s)?\d+[- ]?(?:years?|yr)[- ]old\s(?=[A-Z])")
CONTRACTED = re.compile(r"[’'](?:ve|re|ll|d|m|s)$")
DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her)\s")
INDEFINITE = re.compile(r"(?:an?|another)\s")
PARTY = re.compile(r"\((R|D)(?:[-–][^)]*)?\)")
NEW = re.compile(r"(?:New|Latest|Recent)\s[A-Z]\w+$")
SEVERAL = re.compile(r"[A-Z][\w-]+s")
POSSESSED = re.compile(r"[A-Z]\S*(?:\s[A-Z]\S*)*[’']s?\s")
GENDERED = re.compile(r"[\w.-]+")
LISTED = re.compile(r"(?<=\s)(?P<head>[a-z]+s):\s(?=[A-Z]).*$", re.S)
""" "The council members: Ida Nor, Otto Hale": who they are is a list behind the colon."""


@lru_cache(SEEN)
def parse(words: str) -> Parsed:
    words = words.strip(" ,;:—–-\n\t")
    plain = PLAIN.fullmatch(words) is not None
    words = ADVERB.sub("", words) if plain and not words.endswith("day") else _bare(words)
    low = words.casefold()
    if not plain and CONTRACTED.sub("", low) in lexicon.PRONOUNS:
        low = re.split("[’']", low)[0]
    if low in lexicon.PRONOUNS:
        return Parsed(words, pronoun=lexicon.PRONOUNS[low])
    owner = _owner(words)
    if owner:
        return Parsed(words, owner=owner)
    definite = bool(DEFINITE.match(low) or POSSESSED.match(words))
    if pseudonym := _pseudonym(words):
        return Parsed(
            words,
            name=pseudonym,
            description=bare_words(words),
            head=head_of(bare_words(words)),
            definite=definite,
            kind=SourceKind.PERSON,
            naming=Naming.PSEUDONYM,
            gender=_gender(low),
        )
    core = words if plain else DASHED.sub("", NICKNAME.sub("", PARENTHESIS.sub("", words)))
    party = None if plain else PARTY.search(words)
    if "and" in core and (both := _joined(core)):
        return both
    if NEW.match(core) and core.split()[1].casefold() in lexicon.DOCUMENT_WORDS:
        core = core.lower()  # a headline's "New Poll"
    if QUANTIFIER.match(core) or COUNTED.match(core) or _begins_sentence(core):
        core = core[0].lower() + core[1:]
    name, description = name_and_role(core)
    if name and (
        (COUNTED.match(core) and SEVERAL.fullmatch(name))
        or (INDEFINITE.match(low) and name.split()[-1] in lexicon.ORGANISATION_WORDS)
    ):
        name, description = None, None  # "many Velmarans", "an Ostrin company"
    role_last = name and name.split()[-1].casefold() in lexicon.ROLES and len(name.split()) > 1
    if name and definite and role_last and not is_outlet(name):
        name, description = None, None  # "the Velmara Republican"
    if name and definite and name.split()[-1].casefold() in BY_CAPITAL:
        name, description = None, None
    if party and name:
        description = (
            f"{description or ''} {'Republican' if party.group(1) == 'R' else 'Democrat'}".strip()
        )
    if name:
        kind = kind_of_name(name, description)
        return Parsed(
            words,
            name=name,
            description=description,
            head=head_of(description) if description else None,
            definite=definite,
            plural=name.casefold() in PARTIES,
            kind=kind,
            naming=Naming.NAMED,
            gender=_gender(low) if kind is SourceKind.PERSON else None,
        )
    bare = bare_words(core)
    head = head_of(bare)
    kind, naming = kind_of_description(bare, head, low)
    plural = is_plural(head, low)
    if kind is SourceKind.PERSON and plural:
        kind = SourceKind.GROUP
    return Parsed(
        words,
        description=bare,
        head=head,
        definite=definite,
        plural=plural,
        kind=kind,
        naming=naming,
        gender=_gender(low),
    )


def _bare(words: str) -> str:
    """Without what isn't of the mention itself: when it was said, marks, what follows."""
    words = ADVERB.sub("", WHEN.sub("", words))
    words = LISTED.sub(
        r"\g<head>", _ageless(TRAILING.sub("", SAYING.sub("", UNCLOSED.sub("", words))))
    )
    quoted = re.fullmatch(r"((?:[Tt]he\s)?)[\"“‘']([A-Z][^\"”’]{1,40}?)[,.]?[\"”’']", words)
    return quoted.group(1) + quoted.group(2) if quoted else words


def _ageless(words: str) -> str:
    """ "26-year-old Mo Sund" is Mo Sund, and "a 17-year-old New Yorker" no magazine."""
    rest = AGE.sub("", words)
    return words if is_outlet(rest) else rest


def _begins_sentence(words: str) -> bool:
    """ "People who live here", "Classmates": the capital is the sentence's, the word a role."""
    first, *rest = words.split() or [""]
    low = first.casefold().rstrip(",")
    if not rest and low.endswith(("tors", "ists", "nts")):
        return True
    if low in PARTIES or not {low, low.removesuffix("s")} & CALLED:
        return False
    several = low in lexicon.PLURAL_PEOPLE or low.endswith("s")
    return several and (not rest or rest[0].islower())


def somebody(words: str) -> bool:
    """Whether the words are a name or a role of people or outlets, and no thing or reason."""
    parsed = parse(words)
    head = parsed.head or ""
    return parsed.kind is not SourceKind.DOCUMENT and bool(
        parsed.name or head in SOMEBODY or head.removesuffix("s") in SOMEBODY
    )


def _joined(words: str) -> Parsed | None:
    """Coordinated sources are one: "Hale and Oss", "the Gazette and Radio Nine", "Hale and her staff"."""
    bare = POSSESSIVE.sub("", strip_article(words.split(", who")[0])).removeprefix("both ")
    part = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*"
    match = re.match(
        rf"({part})(?:,\s{part})*,?\sand\s(?:the\s)?((?:[a-z-]+\s){{0,3}})({part})(?=,|$)", bare
    )
    mixed = re.match(rf"({part})\sand\s(?:his|her|their|its)\s\w+$", bare)
    apart = re.match(rf"({part}[’']s?\s\w+|{part}),\s{part},\sand\s(?:\w+,\s)?{part}$", bare)
    if not (match or mixed or apart):
        return None
    parts = [match.group(1), match.group(3)] if match else []
    if (
        parts
        and any(p.split()[-1].casefold() in lexicon.ORGANISATION_WORDS for p in parts[1:])
        and not is_outlet(parts[0])
    ):
        return None  # "House Oversight and Government Reform Committee"
    orgs = bool(parts) and all(kind_of_name(p) is SourceKind.ORGANISATION for p in parts)
    name = match.group() if match else bare
    if match and match.group(2):  # "Hale and former mayor Otto Oss"
        name = f"{parts[0]} and {name_and_role(parts[1])[0] or parts[1]}"
    return Parsed(
        words,
        name=name,
        plural=True,
        kind=SourceKind.ORGANISATION if orgs else SourceKind.GROUP,
        naming=Naming.NAMED,
    )


def _owner(words: str) -> str | None:
    """X of "X’s letter", "the X report", "statements from X": what X says is X's own."""
    if match := LEADING.match(words):
        return words[match.end() :]
    last = words.split()[-1] if words.split() else ""
    if last.rstrip("s") not in lexicon.OWNED_SPEECH and last not in lexicon.OWNED_SPEECH:
        return None
    rest = words[: len(words) - len(last)].rstrip()
    if WHENEVER.match(rest):
        return None
    if POSSESSIVE.search(rest):
        return POSSESSIVE.sub("", rest)
    core = strip_article(re.sub(r"^(?:a|an|the)\s+(?:[a-z]+\s+)?(?=[A-Z])", "", rest))
    if core and core[0].isupper() and is_outlet(core) and core.casefold() not in lexicon.PLATFORMS:
        return core
    return None


def _pseudonym(words: str) -> str | None:
    if not (mark := PSEUDONYM_MARK.search(words)):
        return None
    rest = words[mark.end() :]
    if quoted := QUOTED_NAME.search(rest):
        return quoted.group(1).strip(" ,.")
    if capital := re.search(r"\b[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]*\.?)*", rest):
        return capital.group()
    before = re.match(r"(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]*\.?)*", words)
    return before.group() if before else None


def _gender(low: str) -> str | None:
    words = {w.rstrip(".") for w in GENDERED.findall(low)}
    if words & lexicon.FEMALE:
        return "female"
    if words & lexicon.MALE:
        return "male"
    return None
