"""What kind of source a name or a description shows by itself."""

import re
from functools import lru_cache

from firsthand.model.reading import Naming, SourceKind
from firsthand.reading import lexicon
from firsthand.reading.given import GIVEN

THE = re.compile(r"(?:the|The)\s")
ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|my|our)\s+", re.I)
POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
OWNING = re.compile(r"[’']s?$")
"""Any apostrophe at the end, with or without an s: a word that may own what follows."""
PLURAL_LEAD = re.compile(
    r"^(?:(?:some|many|several|most|few|both|two|three|four|five|six|\d+|other|all|top|senior)\s+)+",
    re.I,
)
TAIL = re.compile(
    r",|\s[–—-]\s|(?<![\w-])(?:who|which|that|whose|where|speaking|familiar|close|briefed|involved|based|from|"
    r"known|commissioned|released|published|conducted|obtained|seen|posted|issued|filed|living|working|using|"
    r"monitoring|tracking|representing|campaigning|operated|formed|founded|led|run|funded|backed|opposed|with|in|at|on|for|of|to|by|near|about|inside|within|like|such as|including)\b",
    re.I,
)

SHARE = re.compile(
    r"^(?:(?:only|just|nearly|almost|about|around|some|roughly|over|more than|at least|fewer than|less than)\s)*(?:(?:\d[\d.,]*|\w+)[\s-])?(?:\w+\s)?"
    r"(?:%|percent\b|per cent\b|(?:majority|plurality|minority|third|quarter|two-thirds|three-quarters)(?=\sof\b|$)"
    r"|(?:group|number|handful|dozens|hundreds|thousands|pair|couple|crowd|team|trio|lots?|bunch|host)\sof\s(?:[\w-]+\s){0,3}?(?:[\w-]+s|people|men|women)\b"
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine)\s(?:of|in|out of)\s(?:every\s)?(?:\d+|ten|five|four|three))",
    re.I,
)
"""People counted or gathered: "52 percent of voters", "a small group of donors", "eight of 10 voters"."""
POLLS = frozenset("poll survey average index tracker website programme program show".split())
"""Documents that have a name of their own: a pollster's poll is one, an outlet's analysis isn't."""

AGENT = re.compile(
    r"(?!(?:rumor|rumour|matter|number|offer|power|water|weather|error|mirror|factor|rumor|center|quarter|theater|computer|server|other|former|latter|chapter|register|disorder|disaster|tower|river|river|summer|winter|corner|murder)$)\w{2,}(?:er|or|ist|man|woman|ian|eer)$"
)
"""Endings of words for people; documents and outlets have been looked for before."""
CHIEF = re.compile(r"\bchief executive(?: officer)?$", re.I)
DESKS = frozenset("sports sport online politics business entertainment".split())
COMPASS = frozenset(
    "north south east west new saudi northern southern eastern western greater".split()
)
"""First words of places: "North Velmara"."""
FROM = re.compile(r"[A-Z][\w.]*-(?:based|born|led|run|owned|backed|linked)\s")
""" "A Brask-based charity" has no name."""
IDEAS = frozenset("rumor rumour claim theory hoax joke idea belief legend myth tradition".split())
SOME = frozenset(
    "company corporation firm bank group organisation organization charity agency university school hospital club church tank think-tank watchdog convent monastery parish".split()
)
"""Bodies of which there are many: "a bank" isn't named, "a federal court" is the one it says."""


# An article names the same few people and bodies over and over.
SEEN = 4096
# put together once: these are asked of every name
BODIES = lexicon.ORGANISATION_WORDS | lexicon.OUTLET_WORDS
PEOPLE = lexicon.ROLES | lexicon.TITLES
MEDIA = lexicon.GENERIC_OUTLET | {"media"}
OUTLETS = lexicon.OUTLETS | lexicon.OUTLET_WORDS
WORDS, NAME_WORDS = re.compile(r"[\w-]+"), re.compile(r"[\w.&’'-]+")
DESCRIBED = re.compile(r"[\w’'-]+")
OWNER = re.compile(r"(.+?)[’']s?\s[A-Z]")
DOMAIN = re.compile(r"\w\.(?:com|org|net|co\.uk|tv|info|news)$")
CALL_SIGN = re.compile(r"The[A-Z][a-z]+$|[KW][A-Z]{2,3}(?:-TV|\s?-?\s?\d{1,2})$")
""" "TheLantern", "KVEL-TV", "WOST-5"."""
WAVE = re.compile(r"\d\s?(?:AM|FM)$")
AGENCY = re.compile(
    r"\b(?:press|news|wire) (?:agency|service|trust)$|\b(?:tv|radio|television|broadcasting)\b.* (?:company|corporation|service|network|group)$"
)
RELATIVE = re.compile(r"(?:who|which|that|whose)\b")
SEVERAL = re.compile(r"(?:some|many|several|most|few|both|two|three|four|five|\d+|those|these)\b")
CAPITALS = re.compile(r"(?<!^)\b[A-Z][a-z]|\b[A-Z]{2,}|^[A-Z]\w+[’' ]")
WRITTEN = lexicon.DOCUMENT_WORDS | lexicon.OWNED_SPEECH
APART = re.compile(r",|\b(?:who|which|that|whose)\b|(?<=\w)\s(?:at|of|for|in|with|from|on|by)\s")


@lru_cache(SEEN)
def kind_of_name(name: str, description: str | None = None) -> SourceKind:
    """The kind that a proper name shows by itself, or by the description beside it."""
    tokens = [w.casefold().rstrip(".") for w in NAME_WORDS.findall(name)]
    if not tokens:
        return SourceKind.UNKNOWN
    last, all_words = tokens[-1], set(tokens)
    head, beside = None, set[str]()
    if description:
        head = head_of(description)
        beside = set(WORDS.findall(APART.split(description.casefold())[0]))
        beside |= {head} if head else set()
    given = tokens[0] in GIVEN and len(tokens) in (2, 3)
    if given and not all_words & BODIES:
        return SourceKind.PERSON
    if head in lexicon.GENERIC_OUTLET:
        return SourceKind.OUTLET  # "the official newspaper, al Sorah"
    if beside & PEOPLE and len(tokens) <= 4 and not all_words & lexicon.OUTLETS:
        return SourceKind.PERSON
    if last in ("website", "site", "blog") and name.split()[-1].islower():
        return SourceKind.DOCUMENT
    owner = OWNER.match(name)
    if is_outlet(name) or beside & MEDIA or (owner and is_outlet(owner.group(1))):
        return SourceKind.OUTLET
    if (
        (len(tokens) == 2 and tokens[0] in COMPASS)
        or (len(tokens) > 1 and last in lexicon.PLACE_WORDS)
        or "&" in name
        or all_words & lexicon.ORGANISATION_WORDS
        or (name.isupper() and 2 <= len(name) <= 6)
    ):
        return SourceKind.ORGANISATION
    if beside & lexicon.ORGANISATION_WORDS and not beside & lexicon.ROLES:
        return SourceKind.ORGANISATION
    if len(tokens) == 1 and last.endswith("s") and last[:-1] in lexicon.ROLES:
        return SourceKind.GROUP
    if 2 <= len(tokens) <= 5 and not any(t in ("of", "for", "the") for t in tokens):
        return SourceKind.PERSON
    return SourceKind.PERSON if len(tokens) == 1 else SourceKind.ORGANISATION


@lru_cache(SEEN)
def is_outlet(name: str) -> bool:
    tokens = [w.casefold() for w in WORDS.findall(name)]
    if len(tokens) > 1 and THE.match(name):
        del tokens[0]
    if not tokens:
        return False
    if "." in name and DOMAIN.search(name.casefold()):
        return True
    if (len(tokens) <= 5 and tokens[0] in lexicon.OUTLETS) or " ".join(tokens) in lexicon.OUTLETS:
        return True
    if len(tokens) > 2 and tokens[-1] in DESKS:
        tokens = tokens[:-1]  # "Ostrin Today Sports"
    if len(tokens) > 1 and tokens[-1].split("-")[-1] in OUTLETS and tokens[0] not in lexicon.TITLES:
        return True
    if CALL_SIGN.match(name):
        return True
    if len(tokens) > 1 and WAVE.search(name):
        return True  # "Coast 104 FM"
    if tokens[0] in ("mail", "times", "post", "independent") and tokens[-1] == "sunday":
        return True
    if len(tokens) > 1 and tokens[0] in ("radio", "channel", "tv", "television"):
        return True
    if len(tokens) > 1 and AGENCY.search(name.casefold()):
        return True
    weekday = tokens[0] in ("daily", "sunday", "evening", "morning")
    return (
        len(tokens) == 1
        and tokens[0]
        in {
            "times",
            "post",
            "guardian",
            "telegraph",
            "mirror",
            "sun",
            "mail",
            "observer",
            "journal",
            "herald",
            "gazette",
            "courier",
            "chronicle",
            "examiner",
            "inquirer",
            "tribune",
            "independent",
        }
    ) or (weekday and len(tokens) == 2)


def kind_of_description(bare: str, head: str | None, low: str) -> tuple[SourceKind, Naming]:
    if head is None:
        return SourceKind.UNKNOWN, Naming.UNNAMED
    if SHARE.match(bare):
        return SourceKind.GROUP, Naming.UNNAMED
    if is_outlet(re.split(r"[\s—–]", bare)[0]) and "." in bare.split("—")[0].strip("."):
        return SourceKind.OUTLET, Naming.NAMED  # "hoaxwatch.com"
    head = re.sub(r"^ex-", "", head)
    singular = head[:-1] if head.endswith("s") and not head.endswith("ss") else head
    indefinite = re.match(r"(?:an?|one|another)\s", low)
    core = FROM.sub("", re.split(r",|\b(?:who|which|that|like|such as|including)\b", bare)[0])
    if indefinite and (tail := TAIL.search(core, 1)):
        core = core[: tail.start()]  # "a think tank in Ostrin" has no name
    has_name = bool(CAPITALS.search(core))
    if head in lexicon.ROLES or singular in lexicon.ROLES:
        return SourceKind.PERSON, Naming.UNNAMED
    if head in lexicon.GENERIC_OUTLET:
        words = {w.casefold() for w in re.findall(r"\b[A-Z]\w+", core)}
        has_name = has_name and not words <= lexicon.DEMONYMS | lexicon.SIDES
        return SourceKind.OUTLET, Naming.NAMED if has_name else Naming.UNNAMED
    if head in lexicon.ORGANISATION_WORDS:
        several = head in ("organizations", "organisations", "groups") and not has_name
        if several:
            return SourceKind.GROUP, Naming.UNNAMED
        definite = not re.match(r"(?:an?|one|another|no|any|every)\s", low)
        some = head in SOME and not (definite and head == "group")
        some = (some or head in ("authorities", "forces")) and not has_name
        return SourceKind.ORGANISATION, Naming.UNNAMED if some else Naming.NAMED
    if singular in lexicon.ORGANISATION_WORDS or _plural_of(head) in lexicon.ORGANISATION_WORDS:
        capital = has_name and f" {head.capitalize()}" in core
        return (
            (SourceKind.ORGANISATION, Naming.NAMED)
            if capital
            else (SourceKind.GROUP, Naming.UNNAMED)
        )
    if head in WRITTEN or singular in WRITTEN:
        before = bare.casefold().split(head)[0]
        named = has_name and head in POLLS and re.search(r"[A-Z]", bare[: len(before)])
        return SourceKind.DOCUMENT, Naming.NAMED if named else Naming.UNNAMED
    if is_plural(head, low):
        return SourceKind.GROUP, Naming.UNNAMED
    person = (re.match(r"(?:a|an|one|another)\s", low) and head not in IDEAS) or AGENT.match(head)
    return SourceKind.PERSON if person else SourceKind.UNKNOWN, Naming.UNNAMED


def _plural_of(head: str) -> str:
    return re.sub(r"ies$", "y", head)


def head_of(description: str | None) -> str | None:
    if not description or RELATIVE.match(description):
        return None
    lead = PLURAL_LEAD.sub("", description)
    match = TAIL.search(lead, 1)
    core = (lead[: match.start()] if match else lead).strip(" ,\"“”'’")
    words = DESCRIBED.findall(core)
    if CHIEF.search(core):
        return "ceo"
    if (
        len(words) > 1
        and words[-1].endswith(("ed", "ing"))
        and words[-2].casefold() in lexicon.ROLES
    ):
        words.pop()  # "the owner registered to it"
    return POSSESSIVE.sub("", words[-1].casefold()) if words else None


def is_plural(head: str | None, low: str) -> bool:
    if head is None:
        return False
    if head in lexicon.PLURAL_PEOPLE or SEVERAL.match(low):
        return True
    several = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return several or head == "people" or head.endswith(("men", "women"))


def strip_article(words: str) -> str:
    return ARTICLE.sub("", words).strip()


def bare_words(words: str) -> str:
    words = strip_article(words.strip(" ,;:"))
    return POSSESSIVE.sub("", words)
