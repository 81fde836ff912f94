"""Names of agencies and outlets: a small table, and the shapes of names that it doesn't hold."""

import re

KNOWN = {
    "aap": "Australian Associated Press",
    "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse",
    "agence france presse": "Agence France-Presse",
    "anadolu": "Anadolu Agency",
    "anadolu agency": "Anadolu Agency",
    "ani": "ANI",
    "ansa": "ANSA",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "bloomberg": "Bloomberg",
    "canadian press": "Canadian Press",
    "dpa": "dpa",
    "efe": "EFE",
    "ians": "IANS",
    "interfax": "Interfax",
    "itar-tass": "TASS",
    "kyodo": "Kyodo News",
    "kyodo news": "Kyodo News",
    "pa": "PA Media",
    "pa media": "PA Media",
    "press association": "PA Media",
    "press trust of india": "Press Trust of India",
    "pti": "Press Trust of India",
    "reuters": "Reuters",
    "ria novosti": "RIA Novosti",
    "tass": "TASS",
    "thomson reuters": "Reuters",
    "united press international": "United Press International",
    "upi": "United Press International",
    "xinhua": "Xinhua",
    "yonhap": "Yonhap",
    "pr newswire": "PR Newswire",
    "prnewswire": "PR Newswire",
    "business wire": "Business Wire",
    "globe newswire": "GlobeNewswire",
    "globenewswire": "GlobeNewswire",
}
SHORT = 4
"""Aliases up to this length count only as written in capitals ("AP"), or as "dpa"."""
SEVERAL = frozenset(
    ["agencies", "agency", "news agencies", "wire services", "wire reports", "wires"]
)
AGENCY_WORD = re.compile(
    r"(?i)\b(?:agency|agence|agencia|agenzia|news ?wire|wire|news service"
    r"|press(?! (?:release|conference)))\b"
)
OUTLET_WORD = re.compile(
    r"(?i)(?:\b(?:argus|broadcasting|bulletin|chronicle|courier|daily|dispatch|echo|evening"
    r"|examiner|express|gazette|herald|inquirer|journal|leader|ledger|magazine|mail|media|mercury|mirror"
    r"|network|news|newspaper|observer|post|radio|register|review|semaphore|sentinel|standard|star"
    r"|telegraph|television|times|today|tribune|tv|weekly|online)\b|\.(?:com|org|net|info|news)\b)"
)
ROLE = re.compile(
    r"(?i)\b(?:author|bureau|chief|columnist|contributor|correspondent|desk|editor|editorial|editors"
    r"|intern|newsroom|photographer|producer|reporter|reporters|staff|team|writer|writers|admin|guest)\b"
)
HOST = re.compile(r"^(?:https?://)?(?:www\.)?|(?:\.\w{2,8}(?:\.\w{2})?)?(?::\d+)?$")
ARTICLE = re.compile(r"(?i)^the\s+")
NAME = re.compile(r"(?:dpa\b|[^\W_a-zß-öø-ÿ])[^\n\"“”<>?!:]*")
SMALL = frozenset("of the and de du des la le di for & dpa".split())
GENERIC = frozenset(
    ["the", "com", "co", "org", "net", "www", "online", "news", "ltd", "inc", "media"]
)


def canonical(name: str) -> str:
    """The name as the table writes it ("AP" → "Associated Press"), else as it stands, trimmed."""
    bare = ARTICLE.sub("", " ".join(name.split()).strip(" .,;:-–—()[]"))
    bare = re.sub(r"(?i)\s+(?:staff|writers?|reporters?)$", "", bare) if known(bare) else bare
    found = known(bare)
    return found if found else bare


def known(name: str) -> str | None:
    """The table's name of an agency; None for one that it doesn't hold."""
    bare = ARTICLE.sub("", " ".join(name.split()).strip(" .,;:-–—()[]"))
    bare = re.sub(r"(?i)\s+(?:staff|writers?|reporters?|correspondents?)$", "", bare)
    if len(bare) <= SHORT and not bare.isupper() and bare != "dpa":
        return None
    return KNOWN.get(bare.lower())


def several(name: str) -> bool:
    """Whether these words credit agencies without naming one ("agencies")."""
    return canonical(name).lower() in SEVERAL


def is_name(name: str) -> bool:
    """Whether these words can be a name: at most six, each with a capital or a small connective."""
    words = name.split()
    return (
        bool(NAME.fullmatch(name))
        and len(words) <= 6
        and all(word in SMALL or not word[0].islower() for word in words)
    )


def like_agency(name: str) -> bool:
    """Whether this is an agency by the table or by its shape."""
    if known(name):
        return True
    return is_name(name) and bool(AGENCY_WORD.search(name)) and not ROLE.search(name)


def like_outlet(name: str) -> bool:
    """Whether this is an agency, a newspaper, a magazine or a station, by table or shape."""
    return like_agency(name) or (
        is_name(name) and bool(OUTLET_WORD.search(name)) and not ROLE.search(name)
    )


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet's: "The Lisk Leader", "Lisk Leader", "liskleader.com".

    An agency of the table is nobody else's, whatever words its name shares.
    """
    if canonical(one).lower() == canonical(other).lower() or _squashed(one) == _squashed(other):
        return True
    if known(one) or known(other):
        return False
    a, b = _words(one), _words(other)
    return bool(a and b) and (a <= b or b <= a)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - GENERIC


def _squashed(name: str) -> str:
    return re.sub(r"\W+", "", HOST.sub("", ARTICLE.sub("", name.lower().strip())))
