"""The words that name a source, taken apart: name, description, head, kind, number."""

import re
from dataclasses import dataclass

from firsthand.model.reading import Naming, SourceKind
from firsthand.reading import lexicon
from firsthand.reading.given import GIVEN

WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*\.?|&", re.UNICODE)
ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|my|our)\s+", re.I)
QUANTIFIER = re.compile(
    r"^(?:two|three|four|five|six|seven|eight|nine|ten|some|many|several|most|few|both|nearly|almost|only|about|more|"
    r"recent|former|senior|top|local|other|another|one|those|these|this|that|early|late|new|polls?|sources?|officials?|"
    r"residents|witnesses|police|critics|experts|researchers|scientists|analysts|investigators|authorities|prosecutors|"
    r"supporters|opponents|voters|documents|records|polling|locals|villagers|activists|lawyers|doctors)(?:$|\s(?-i:[a-z0-9]))",
    re.I,
)
"""Words that begin a sentence and a description: their capital is no name's."""
POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
PSEUDONYM_MARK = re.compile(
    r"\b(?:known (?:only )?as|nicknamed|dubbed|pseudonym|goes by|calling (?:himself|herself|themselves)"
    r"|identified only as|so-called|named only as|not (?:his|her|their) real name)\b",
    re.I,
)
QUOTED_NAME = re.compile(r"[\"“‘']([^\"”’']{2,40})[\"”’']")
LEADING = re.compile(
    r"^(?:according to|citing|quoting|statements? (?:from|by)|comments? (?:from|by)|reports? (?:in|from|by)"
    r"|a (?:report|story|statement|post|letter) (?:from|by|in)|sources? at|information from"
    r"|an? (?:article|interview|piece) (?:in|with|by|from))\s+",
    re.I,
)
LOWER_PARTS = frozenset(
    "of the for and on in at de la le du der van von bin ibn al el da di y".split()
)
PLURAL_LEAD = re.compile(
    r"^(?:(?:some|many|several|most|few|both|two|three|four|five|six|\d+|other|all|top|senior)\s+)+",
    re.I,
)
TAIL = re.compile(
    r",|\s[–—-]\s|\b(?:who|which|that|whose|where|speaking|familiar|close|briefed|involved|based|from|"
    r"known|using|with|in|at|on|for|of|to|by|near|about|inside|within)\b",
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


def parse(words: str) -> Parsed:
    words = words.strip(" ,;:—–-\n\t")
    if quoted := re.fullmatch(r"((?:[Tt]he\s)?)[\"“‘']([A-Z][^\"”’']{1,40}?)[,.]?[\"”’']", words):
        words = quoted.group(1) + quoted.group(2)
    low = words.casefold()
    if low in lexicon.PRONOUNS:
        return Parsed(words, pronoun=lexicon.PRONOUNS[low])
    owner = _owner(words)
    if owner:
        return Parsed(words, owner=owner)
    definite = bool(
        re.match(r"(?:the|this|that|these|those|its|their|his|her)\s", low)
    ) or _is_possessed(words)
    if pseudonym := _pseudonym(words):
        return Parsed(
            words,
            name=pseudonym,
            description=_bare(words),
            head=_head(_bare(words)),
            definite=definite,
            kind=SourceKind.PERSON,
            naming=Naming.PSEUDONYM,
            gender=_gender(low),
        )
    core = PARENTHESIS.sub("", words)
    party = re.search(r"\((R|D)(?:[-–][^)]*)?\)", words)
    if both := _joined(core):
        return both
    if QUANTIFIER.match(core):
        core = core[0].lower() + core[1:]
    name, description = _name(core)
    if name and definite and name.split()[-1].casefold() in lexicon.ROLES and len(name.split()) > 1:
        name, description = None, None  # "the Velmara Republican"
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
            head=_head(description) if description else None,
            definite=definite,
            plural=_plural_name(name),
            kind=kind,
            naming=Naming.NAMED,
            gender=_gender(low) if kind is SourceKind.PERSON else None,
        )
    bare = _bare(core)
    head = _head(bare)
    kind, naming = _kind_of_description(bare, head, low)
    plural = _is_plural(head, low)
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


def _joined(words: str) -> Parsed | None:
    """Coordinated sources are one: "Hale and Oss", "the Gazette and Radio Nine", "Hale and her staff"."""
    bare = strip_article(words.split(", who")[0])
    part = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*"
    match = re.match(rf"({part})(?:,\s{part})*,?\sand\s(?:the\s)?({part})(?=,|$)", bare)
    mixed = re.match(rf"({part})\sand\s(?:his|her|their|its)\s\w+$", bare)
    apart = re.match(rf"({part}[’']s?\s\w+|{part}),\s{part},\sand\s(?:\w+,\s)?{part}$", bare)
    if not (match or mixed or apart):
        return None
    parts = [match.group(1), match.group(2)] if match else []
    if (
        parts
        and any(p.split()[-1].casefold() in lexicon.ORGANISATION_WORDS for p in parts[1:])
        and not is_outlet(parts[0])
    ):
        return None  # "House Oversight and Government Reform Committee"
    orgs = bool(parts) and all(kind_of_name(p) is SourceKind.ORGANISATION for p in parts)
    name = match.group() if match else bare
    return Parsed(
        words,
        name=name,
        plural=True,
        kind=SourceKind.ORGANISATION if orgs else SourceKind.GROUP,
        naming=Naming.NAMED,
    )


def kind_of_name(name: str, description: str | None = None) -> SourceKind:
    """The kind that a proper name shows by itself, or by the description beside it."""
    tokens = [w.casefold().rstrip(".") for w in re.findall(r"[\w.&’'-]+", name)]
    if not tokens:
        return SourceKind.UNKNOWN
    last, all_words = tokens[-1], set(tokens)
    described = (description or "").casefold()
    head = _head(description)
    beside = set(re.findall(r"[\w-]+", described.split(",")[0].split(" who ")[0])) | (
        {head} if head else set()
    )
    if beside & lexicon.ROLES and len(tokens) <= 4 and not all_words & lexicon.OUTLETS:
        return SourceKind.PERSON
    if last in ("website", "site", "blog") and name.split()[-1].islower():
        return SourceKind.DOCUMENT
    if is_outlet(name) or beside & lexicon.GENERIC_OUTLET:
        return SourceKind.OUTLET
    if (
        "&" in name
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


def strip_article(words: str) -> str:
    return ARTICLE.sub("", words).strip()


def initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W\d_][\w’'-]*", name) if w[0].isupper()).upper()


def _owner(words: str) -> str | None:
    """X of "X’s letter", "the X report", "statements from X": what X says is X's own."""
    if match := LEADING.match(words):
        return words[match.end() :]
    last = words.casefold().split()[-1] if words.split() else ""
    if last.rstrip("s") not in lexicon.OWNED_SPEECH and last not in lexicon.OWNED_SPEECH:
        return None
    rest = words[: len(words) - len(last)].rstrip()
    if POSSESSIVE.search(rest):
        return POSSESSIVE.sub("", rest)
    core = strip_article(re.sub(r"^(?:a|an|the)\s+(?:[a-z]+\s+)?(?=[A-Z])", "", rest))
    if core and core[0].isupper() and is_outlet(core):
        return core
    return None


def _is_possessed(words: str) -> bool:
    return bool(re.match(r"[A-Z]\S*(?:\s[A-Z]\S*)*[’']s?\s", words))


def _pseudonym(words: str) -> str | None:
    if not PSEUDONYM_MARK.search(words):
        return None
    rest = words[PSEUDONYM_MARK.search(words).end() :]  # type: ignore[union-attr]
    if quoted := QUOTED_NAME.search(rest):
        return quoted.group(1).strip(" ,.")
    if capital := re.search(r"\b[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]*\.?)*", rest):
        return capital.group()
    before = re.match(r"(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]*\.?)*", words)
    return before.group() if before else None


def _bare(words: str) -> str:
    words = strip_article(words.strip(" ,;:"))
    return POSSESSIVE.sub("", words)


def _name(words: str) -> tuple[str | None, str | None]:
    """Proper name and what stands around it, or (None, None) where the head is a common noun."""
    words = POSSESSIVE.sub("", words.strip(" ,"))
    first, _, rest = words.partition(",")
    bare = strip_article(first)
    apposition = rest.strip(" ,") or None
    if apposition:
        # "Somers’ father, Michael": a description, then the name
        tail = apposition.split(",")[0].strip()
        if (
            re.fullmatch(r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){0,3}", tail)
            and not _proper(bare)
            and bare.split()[-1].casefold() in lexicon.ROLES
        ):
            return _untitled(tail)[0], bare
        if (
            re.match(r"[Tt]he\s", first)
            and len(bare.split()) <= 2
            and bare.islower()
            and re.fullmatch(r"(?:[A-Z][\w.’'-]*|&)(?:\s(?:[A-Z][\w.’'-]*|&)){0,4}", tail)
        ):
            return tail, bare  # "The contractor, Marl & Pike"
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
        if _capital(tokens[i]):
            j = i + 1
            while j < len(tokens) and (
                _capital(tokens[j])
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
    if after:
        generic = after[0].casefold().strip(",.'’\"")
        if generic in ("website", "site", "blog", "app") and not is_outlet(
            _name_of(tokens[start:end])
        ):
            return " ".join(tokens[start:]), None
        if generic in lexicon.GENERIC_OUTLET | {"news"} and end - start >= 1:
            return _name_of(tokens[start:end]), " ".join(after)
        if generic in lexicon.ORGANISATION_WORDS and len(after) == 1:
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
    given = end - start > 1 and tokens[start].casefold() in GIVEN
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
    name, title = _untitled(" ".join(tokens[start:end]))
    if not name:
        return None
    role = " ".join([*before, *([title] if title else [])]) or None
    return name, role


def _name_of(tokens: list[str]) -> str:
    return _untitled(" ".join(tokens))[0] or " ".join(tokens)


def _untitled(name: str) -> tuple[str, str | None]:
    """A name without the titles and capitalised roles before it, and these."""
    tokens = name.split()
    cut = 0
    for i, token in enumerate(tokens[:-1]):
        low = token.casefold().strip(".,’'")
        if low in lexicon.TITLES or low in lexicon.ROLES:
            following = tokens[i + 1].casefold()
            if following in LOWER_PARTS:
                # "Secretary of State Jon Husted": the role runs to the last word that can be one
                continue
            cut = i + 1
    if cut and tokens[cut:] and kind_word(tokens[cut:]):
        return name, None
    # "Secretary of State Jon Husted": two names after an office
    office = re.match(
        r"((?:\S+\s)*?(?:Secretary|Minister|Director|Head|Chief|Speaker|Mayor|Governor|President|Leader)\s(?:of|for)\s(?:the\s)?[A-Z]\w+(?:\s(?:and|of)\s[A-Z]\w+)?)\s([A-Z][\w.’'-]+\s[A-Z][\w’'-]+.*)$",
        name,
    )
    if office:
        return office.group(2), office.group(1)
    return " ".join(tokens[cut:]), " ".join(tokens[:cut]) or None


def kind_word(tokens: list[str]) -> bool:
    """Whether words after a title make an office or a body and not a person ("Justice Department")."""
    return (
        any(t.casefold() in lexicon.ORGANISATION_WORDS | lexicon.OUTLET_WORDS for t in tokens)
        and len(tokens) <= 3
    )


def _capital(token: str) -> bool:
    bare = token.lstrip("“\"‘'(")
    return bare == "&" or (
        bool(bare)
        and (
            bare[0].isupper()
            or bool(re.match(r"(?:al|el|bin|de|van|von)-[A-Z]", bare))
            or bool(re.match(r"[a-z]+[A-Z]", bare))
            or bool(re.fullmatch(r"\d+[A-Z]\w*", bare))
        )
    )


def _role_before(before: list[str]) -> bool:
    words = {w.casefold().strip(".,’'\"") for w in before}
    return bool(
        words
        & (
            lexicon.ROLES
            | lexicon.TITLES
            | lexicon.GENERIC_OUTLET
            | lexicon.ORGANISATION_WORDS
            | {"app", "giant", "maker"}
        )
    )


def _adjective_before(before: list[str]) -> bool:
    """At most two plain words before a name: "embattled Hale", "privately owned This Day"."""
    return len(before) <= 2 and all(
        w.islower() and w.isalpha() and w not in LOWER_PARTS for w in before
    )


def _head(description: str | None) -> str | None:
    if not description:
        return None
    lead = PLURAL_LEAD.sub("", description)
    match = TAIL.search(lead, 1)
    core = (lead[: match.start()] if match else lead).strip(" ,\"“”'’")
    words = re.findall(r"[\w’'-]+", core)
    return POSSESSIVE.sub("", words[-1].casefold()) if words else None


def _is_plural(head: str | None, low: str) -> bool:
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


def _plural_name(name: str) -> bool:
    return name.casefold() in ("republicans", "democrats", "conservatives") or " and " in name


def _kind_of_description(bare: str, head: str | None, low: str) -> tuple[SourceKind, Naming]:
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
    if _is_plural(head, low):
        return SourceKind.GROUP, Naming.UNNAMED
    return SourceKind.PERSON if re.match(
        r"(?:a|an|one|another)\s", low
    ) else SourceKind.UNKNOWN, Naming.UNNAMED


def _gender(low: str) -> str | None:
    words = {w.rstrip(".") for w in re.findall(r"[\w.-]+", low)}
    if words & lexicon.FEMALE:
        return "female"
    if words & lexicon.MALE:
        return "male"
    return None
