"""What kind of source a name or a description shows by itself."""

import re

from firsthand.model.reading import Naming, SourceKind
from firsthand.reading import lexicon

ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|my|our)\s+", re.I)
POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
PLURAL_LEAD = re.compile(
    r"^(?:(?:some|many|several|most|few|both|two|three|four|five|six|\d+|other|all|top|senior)\s+)+",
    re.I,
)
TAIL = re.compile(
    r",|\s[–—-]\s|\b(?:who|which|that|whose|where|speaking|familiar|close|briefed|involved|based|from|"
    r"known|using|with|in|at|on|for|of|to|by|near|about|inside|within)\b",
    re.I,
)


def kind_of_name(name: str, description: str | None = None) -> SourceKind:
    """The kind that a proper name shows by itself, or by the description beside it."""
    tokens = [w.casefold().rstrip(".") for w in re.findall(r"[\w.&’'-]+", name)]
    if not tokens:
        return SourceKind.UNKNOWN
    last, all_words = tokens[-1], set(tokens)
    described = (description or "").casefold()
    head = head_of(description)
    beside = set(
        re.findall(r"[\w-]+", re.split(r",|\b(?:who|which|that|whose)\b", described)[0])
    ) | ({head} if head else set())
    if beside & lexicon.ROLES and len(tokens) <= 4 and not all_words & lexicon.OUTLETS:
        return SourceKind.PERSON
    if last in ("website", "site", "blog") and name.split()[-1].islower():
        return SourceKind.DOCUMENT
    if is_outlet(name) or beside & lexicon.GENERIC_OUTLET:
        return SourceKind.OUTLET
    if (
        (len(tokens) > 1 and last in lexicon.PLACE_WORDS)
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


def is_outlet(name: str) -> bool:
    tokens = [w.casefold() for w in re.findall(r"[\w-]+", re.sub(r"^(?:the|The)\s+", "", name))]
    if not tokens:
        return False
    if re.search(r"\w\.(?:com|org|net|co\.uk|tv|info|news)$", name.casefold()):
        return True
    if (len(tokens) <= 5 and tokens[0] in lexicon.OUTLETS) or " ".join(tokens) in lexicon.OUTLETS:
        return True
    if (
        len(tokens) > 1
        and tokens[-1] in lexicon.OUTLETS | lexicon.OUTLET_WORDS
        and tokens[0] not in lexicon.TITLES
    ):
        return True
    if tokens[0] in ("mail", "times", "post", "independent") and tokens[-1] == "sunday":
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
            "tribune",
            "independent",
        }
    ) or (weekday and len(tokens) == 2)


def kind_of_description(bare: str, head: str | None, low: str) -> tuple[SourceKind, Naming]:
    if head is None:
        return SourceKind.UNKNOWN, Naming.UNNAMED
    singular = head[:-1] if head.endswith("s") and not head.endswith("ss") else head
    has_name = bool(re.search(r"(?<!^)\b[A-Z][a-z]|\b[A-Z]{2,}|^[A-Z]\w+[’' ]", bare))
    if head in lexicon.ROLES or singular in lexicon.ROLES:
        return SourceKind.PERSON, Naming.UNNAMED
    if head in lexicon.GENERIC_OUTLET:
        return SourceKind.OUTLET, Naming.NAMED if has_name else Naming.UNNAMED
    if head in lexicon.ORGANISATION_WORDS or singular in lexicon.ORGANISATION_WORDS:
        return SourceKind.ORGANISATION, Naming.NAMED
    if head in lexicon.DOCUMENT_WORDS or singular in lexicon.DOCUMENT_WORDS:
        return SourceKind.DOCUMENT, Naming.NAMED if has_name else Naming.UNNAMED
    if is_plural(head, low):
        return SourceKind.GROUP, Naming.UNNAMED
    return SourceKind.PERSON if re.match(
        r"(?:a|an|one|another)\s", low
    ) else SourceKind.UNKNOWN, Naming.UNNAMED


def head_of(description: str | None) -> str | None:
    if not description:
        return None
    lead = PLURAL_LEAD.sub("", description)
    match = TAIL.search(lead, 1)
    core = (lead[: match.start()] if match else lead).strip(" ,\"“”'’")
    words = re.findall(r"[\w’'-]+", core)
    return POSSESSIVE.sub("", words[-1].casefold()) if words else None


def is_plural(head: str | None, low: str) -> bool:
    if head is None:
        return False
    if head in lexicon.PLURAL_PEOPLE or re.match(
        r"(?:some|many|several|most|few|both|two|three|four|five|\d+|those|these)\b", low
    ):
        return True
    return (head.endswith("s") and not head.endswith(("ss", "us", "is"))) or head in (
        "people",
        "men",
        "women",
    )


def strip_article(words: str) -> str:
    return ARTICLE.sub("", words).strip()


def bare_words(words: str) -> str:
    words = strip_article(words.strip(" ,;:"))
    return POSSESSIVE.sub("", words)
