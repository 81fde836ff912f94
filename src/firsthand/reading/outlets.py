"""Names that the article itself shows to be news outlets, and its own name where it gives it away."""

import re
from dataclasses import dataclass

from firsthand.model.reading import SourceKind
from firsthand.reading import lexicon
from firsthand.reading.given import GIVEN
from firsthand.reading.kinds import ARTICLE, is_outlet
from firsthand.reading.names import Names
from firsthand.reading.screen import Likely, Screened

GENERIC = "magazine|newspaper|paper|tabloid|broadsheet|broadcaster|website|site|news site|news agency|agency|newswire|weekly|daily|channel|station|network"
NAME = r"(?P<name>(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:of |for |and |& )?[A-Z][\w’'&-]*){0,4})"
VERIFY = r"(?:could not|couldn[’']t|was unable to|has not been able to|was not able to) (?:immediately |independently )+(?:verify|confirm)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """`words` finds an outlet as the group `name`; `example` must yield `name`."""

    words: str
    example: str
    name: str


SHOWN = (
    Pattern(rf"{NAME} (?:{GENERIC})\b", "published by Longwatch magazine", "Longwatch"),
    Pattern(
        rf"\b[Tt]he (?:\w+ )?(?:{GENERIC}) {NAME}", "the weekly magazine Longwatch", "Longwatch"
    ),
    Pattern(
        r"\b(?:[Rr]umou?rs?|[Nn]ews|[Gg]ossip|[Tt]ech|[Tt]echnology|[Ff]an|[Ss]ports|[Ss]atirical) (?:site|website|blog) (?P<name>\w*[A-Z][\w’'&-]*)",
        "Gossip site 4to9Lantern said",
        "4to9Lantern",
    ),
    Pattern(
        rf"{NAME}, (?:a|an|the) (?:[\w-]+ ){{0,4}}(?:{GENERIC})\b",
        "Longwatch, a monthly news magazine",
        "Longwatch",
    ),
    Pattern(
        r"(?m)^[^a-z\n]{0,4}[A-Z][\w ,.’'-]{1,50}\((?P<name>[A-Z][\w’' -]{1,24})\) ?[-–—]",
        "OSTRIN, 4 May (Hesper) - The port",
        "Hesper",
    ),
    Pattern(
        rf"{NAME}(?:[’']s)? (?:first |previously |is |has |had |was )?(?:reported|reports|reporting) (?:that\b|on\b|earlier\b|last\b|this\b|in\b|:)",
        "The Courant reported that",
        "The Courant",
    ),
    Pattern(
        rf"\b(?:first |previously )?reported by {NAME}(?=[.,;(\n ])",
        "as previously reported by Quizitor, it sank",
        "Quizitor",
    ),
    Pattern(rf", reports {NAME}(?=[.,;(\n ])", "the port is shut, reports Hesper.", "Hesper"),
    Pattern(
        rf"\b(?:sources?|insiders?) (?:\w+ )?(?:told|tells?) (?!Mr|Ms|Dr|President|Senator|Congress|Parliament){NAME}",
        "an insider told Lantern Row that it sank",
        "Lantern Row",
    ),
    Pattern(
        rf", {NAME} (?:first )?(?:reported|reports)[.,\n]", "it sank, Hesper reported.", "Hesper"
    ),
    Pattern(rf"{NAME} {VERIFY}", "Hesper could not independently verify the account", "Hesper"),
    Pattern(
        rf"[Ii]n (?:an|the) interview with {NAME}(?= (?:magazine|newspaper|television|radio))",
        "in an interview with Longwatch magazine",
        "Longwatch",
    ),
)
TOLD = re.compile(
    r"\b(?:told|tells) (?P<name>(?:[Tt]he )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3})(?! [a-z]+er\b)"
)
OURS = (
    Pattern(
        r"(?m)^By (?:the )?(?P<name>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}) (?:[a-z]+ )?(?:desk|staff|newsroom|team)$",
        "By the Sollen Star foreign desk",
        "Sollen Star",
    ),
    Pattern(
        rf"(?:^|[.!?]\s+|\n){NAME} {VERIFY}",
        "It sank. Hesper could not independently verify the account",
        "Hesper",
    ),
    Pattern(
        r"(?m)^[^a-z\n]{0,4}[A-Z][\w ,.’'-]{1,50}\((?P<name>[A-Z][\w’' -]{1,24})\) ?[-–—]",
        "OSTRIN, 4 May (Hesper) - The port",
        "Hesper",
    ),
)
SUBJECTS = frozenset("rumour rumours rumor rumors news gossip tech technology fan sports".split())
"""What a site is about: "rumours site" is no site's name."""
LINE = re.compile(r"[^\n]+\n?")
_SHOWN = tuple((p, Screened(p.words)) for p in SHOWN)
_OURS = tuple(Screened(p.words) for p in OURS)


def outlets(text: str, names: Names) -> set[str]:
    """Names, without article and in lower case, that the text shows to be outlets'."""
    small = text.lower()
    found = {_bare(m.group("name")) for pattern in _OURS for m in pattern.finditer(text, small)}
    likely = Likely(_SHOWN, text)
    for line in LINE.finditer(text):  # none of these goes beyond its line
        for _, words in likely.within(line.group()):
            found |= {_bare(m.group("name")) for m in words.finditer(text, *line.span())}
    for match in TOLD.finditer(text):
        name = re.sub(
            r"[’']s?$| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", "", match.group("name")
        )
        if is_outlet(name) or not _somebody(name, names):
            found.add(_bare(name))
    return {f for f in found if not _ordinary(f) and (is_outlet(f) or f not in _people(names))}


def _people(names: Names) -> set[str]:
    """Names, in lower case, that begin with a given name or are said by their last word too."""
    several = [n.words for n in names.found if n.kind is SourceKind.PERSON and " " in n.words]
    alone = {n.words for n in names.found if " " not in n.words}
    return {
        _bare(w)
        for w in several
        if w.split()[0].casefold() in GIVEN or (w.split()[-1] in alone and not w.startswith("The "))
    }


def own_name(text: str) -> str | None:
    """The outlet that speaks for itself in the article ("Hesper could not verify …", a dateline)."""
    small = text.lower()
    for pattern in _OURS:
        for match in pattern.finditer(text, small):
            if not _ordinary(_bare(match.group("name"))):
                return match.group("name")
    return None


def _bare(name: str) -> str:
    return ARTICLE.sub("", name).casefold()


def _ordinary(name: str) -> bool:
    words = name.split()
    return (
        set(words) <= SUBJECTS
        or name
        in ("it", "he", "she", "we", "they", "this", "that", "officials", "police", "authorities")
        or (len(words) == 1 and words[-1] in lexicon.ROLES)
        or bool(set(words) & lexicon.ORGANISATION_WORDS and not is_outlet(name))
    )


def _somebody(name: str, names: Names) -> bool:
    """A person, body or place that can be told things too."""
    words = name.casefold().split()
    if words[0] == "the" and len(words) > 2:  # no person's name has an article
        return bool(set(words) & lexicon.ORGANISATION_WORDS)
    if (
        words[0] in lexicon.TITLES
        or words[-1] in lexicon.ROLES | lexicon.ORGANISATION_WORDS
        or (name.endswith("s") and len(words) == 1)
    ):
        return True
    if any(n.person and n.words.casefold().split()[-1] == words[-1] for n in names.found):
        return True
    return len(words) > 1
