"""By what a headline keeps an attribution: words of saying, labels, words of reserve.

Headlines have a grammar of their own ("Ferry sank with doors open, pilot says"; "Report: …"), so
these tables are theirs. Every mark carries a headline in which it is the one that is found.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from firsthand.linking.names import key
from firsthand.model.span import Span
from firsthand.reading.lexicon import ORGANISATION_WORDS, OUTLET_WORDS, OUTLETS, ROLES


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a table, in any case; `example` holds them."""

    words: str
    example: str

    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.words})(?!\w)", re.I)


SAYING = (
    Mark(
        r"sa(?:ys?|id)|t(?:ells?|old)|tweets?|writes?|recalls?|explains?|describes?|announce[sd]?|"
        r"declare[sd]?|admits?|admitted|confess(?:es|ed)|argue[sd]?|jokes|testif(?:y|ies|ied)",
        "Ferry sailed with doors open, pilot says",
    ),
    Mark(
        r"(?<!insurance )(?<!expense )(?<!benefit )claim(?:s|ed)?(?! (?:[\w’'-]+ ){0,3}(?:lives|"
        r"life|titles?|medals?|gold|silver|bronze|crown|trophy|prize|pole|wickets?|points?|win|place)\b)",
        "Guard claims prisoners were kept in fish store",
    ),
    Mark(
        r"alleg(?:es?|ed|edly|ations?|ing)|accus(?:es?|ed|ing|ations?)|insist(?:s|ed)?|"
        r"warn(?:s|ed|ings?)?|blame[sd]?|complain(?:s|ed|ts?)?|suggest(?:s|ed)?|reveal(?:s|ed)?|"
        r"confirm(?:s|ed)?|acknowledge[sd]?|boast(?:s|ed)?|hint(?:s|ed)?",
        "Residents accuse mill of poisoning river",
    ),
    Mark(
        r"den(?:y|ies|ied|ial)(?! (?:entry|bail|access|parole|visas?|boarding))|disput(?:es?|ed)|"
        r"(?:dismiss(?:es|ed)?|reject(?:s|ed)?)(?= (?:claims?|reports?|rumou?rs?|talk|story|"
        r"stories|allegations?|suggestions?|as|\w+ as)\b)|rul(?:es?|ed|ing) out|refut(?:es?|ed)|"
        r"debunk(?:s|ed)?|contradict(?:s|ed)?|rebut(?:s|ted)?",
        "Dairy denies it is for sale",
    ),
    Mark(
        r"believe[sd]?|thinks?|thought|fear(?:s|ed)?|expect(?:s|ed)?|predict(?:s|ed)?|suspects?|"
        r"hopes?|doubts?|forecasts?|estimate[sd]?|anticipate[sd]?|speculat(?:es?|ion)|"
        r"understood to",
        "Analysts predict record harvest",
    ),
    Mark(
        r"vow(?:s|ed)?|pledge[sd]?|promise[sd]?|threaten(?:s|ed)?(?= to\b)|in talks|eye(?:s|ing)|"
        r"plan(?:s|ned|ning)?(?= (?:to|for)\b)|mull(?:s|ed|ing)?|consider(?:s|ed|ing)?|weighs?|"
        r"want(?:s|ed)?|urge[sd]?|demand(?:s|ed)?|call(?:s|ed)? (?:for|on)|seek(?:s|ing)?|"
        r"refuse[sd]?|propose[sd]?|offer(?:s|ed)?(?= to\b)",
        "Mayor vows to reopen bridge by autumn",
    ),
    Mark(
        r"slam(?:s|med)?|hail(?:s|ed)|prais(?:es|ed)|mock(?:s|ed)?|condemn(?:s|ed)?|"
        r"denounce[sd]?|critici[sz](?:es|ed)|apologi[sz]e[sd]?|(?:laughs?|brushes) off",
        "Bishop condemns arms sale",
    ),
    Mark(
        r"(?:stud(?:y|ies)|surveys?|polls?|reports?|research|researchers|scientists|inquiry|audit|"
        r"data|figures|tests?|scans?|footage|videos?|photos?|images?|review|probe|analysis|"
        r"documents?|emails?|records|court|jury|judge|investigators|police|experts?) "
        r"(?:finds?|found|shows?|showed|links?|linked|rules?|ruled)",
        "Tram brakes had failed, inquiry finds",
    ),
    Mark(
        r"according to|as per|cit(?:es?|ed|ing)|quot(?:es|ed|ing)|sources close",
        "Port to close in May according to union",
    ),
    Mark(
        r"reports?(?= (?:that|of|say|suggest|emerge)\b)|reported(?= (?:to|dead|missing|killed)\b)|"
        r"reportedly|(?:despite|amid|after|follow(?:s|ing)) (?:\w+ )?(?:reports|rumou?rs)|"
        r"reports?(?= (?:[\w-]+ )?(?:profits?|loss(?:es)?|drop|rise|fall|surge|increase|"
        r"decline)\b)",
        "Singer reportedly left the band",
    ),
)  # fmt: skip
"""Somebody is credited, or the headline says that there is a report."""

RESERVE = (
    Mark(
        r"rumou?r(?:s|ed)?|gossip|apparent(?:ly)?|purported(?:ly)?|supposed(?:ly)?|seemingly|"
        r"unconfirmed|unverified|so-called|suspected|presumed",
        "Rumour has keeper leaving for Brask",
    ),
    Mark(
        r"possibl[ey]|potential(?:ly)?|perhaps|maybe|probabl[ey]|likely|"
        r"(?:appears?|seems?)(?= (?:to|that|not)\b)",
        "Wreck is likely that of the Ellory",
    ),
    Mark(r"could|might", "Flood could reach the old town"),
    Mark(
        # A modal stands before a bare verb; the month and the surname don't.
        r"(?<!\bin )(?<!\bof )(?<!\bon )(?<!\bby )(?<!\bsince )(?<!\buntil )(?<!\blast )"
        r"(?<!\bnext )(?<!\bthis )(?<!\d )(?<!Theresa )may(?= (?!\d)(?!(?:and|or|day|bank|"
        r"elections?|polls?|in|on|at|with|after|over|as|by)\b)"
        r"(?!\w+(?:[^s]s|[^e]ed|[^rlt]ing)\b)[a-z])",
        "Vaccine may work after one dose",
    ),
    Mark(
        r"if true|what we know|mystery|unclear|questions?(?= (?:over|about|raised|remain)\b)|"
        r"questioned|whether|doubtful",
        "Questions over meteorite that nobody saw",
    ),
)
"""Nobody is credited, but it isn't stated flatly."""

FUTURE = re.compile(r"\b(?:to|will|set to|poised to)\b", re.I)
"""A headline's way to say that something is planned."""

AGAINST = re.compile(
    r"(?i)\b(?:not?|never|nobody|none|no one|nothing|neither|cannot|fail(?:s|ed)? to|"
    r"hoax(?:es)?|fake[sd]?|bogus|false(?:ly)?|untrue|myth|debunk\w*|satire|prank|refut\w+|"
    r"den(?:y|ies|ied|ial|ying)|fabricat\w+|baseless|refus(?:es?|ed)|declin(?:es|ed) to|"
    r"reject(?:s|ed)?|dismiss(?:es|ed)?|rul(?:es|ed|ing) out|disput\w+)\b|n[’']t\b"
)
"""Words by which a headline or a statement speaks to the contrary."""

DISTANT = Mark(
    r"claim\w*|alleg\w*|accus\w*|purport\w*|rumou?r\w*|suggest\w*|insist\w*|suspect\w*|speculat\w*|"
    r"believ\w*|thought|thinks?|fear\w*|hint\w*|hop(?:es?|ed|ing)|doubt\w*|contend\w*|assert\w*|"
    r"impl(?:y|ies|ied)|reportedly|supposed\w*|unconfirmed|apparently|appear(?:s|ed)?|guess\w*|"
    r"estimat\w*|predict\w*|expect\w*|theor(?:y|ies)|hearsay|boast\w*|forecast\w*|may|might|could",
    "a former guard claimed",
)
"""Cues by which a body holds a statement at a distance, and doesn't only credit it."""

ANNOUNCING = Mark(
    r"announc\w*|launch\w*|unveil\w*|issu(?:es?|ed)|publish\w*|introduc\w*|decid\w*|agree[sd]?|"
    r"apologi[sz]\w*|endors\w*|sign(?:s|ed)|rul(?:es?|ed)|resign\w*|order(?:s|ed)?|ban(?:s|ned)?",
    "the fund announced on Tuesday",
)
"""Cues of doing something by saying it."""

ANYBODY = frozenset(
    """city county state states port republic kingdom district nations exchange man woman men women
    people fan fans star boy girl dead missing""".split()
)
"""Words of bodies and people that before a colon are places, or anybody."""
PAPERS = frozenset(
    """report reports study studies survey poll source sources inquiry lawsuit documents document
    memo paper papers leak leaks official cops feds media insiders aide aides witnesses""".split()
)
SPEAKERS = (ROLES | ORGANISATION_WORDS | OUTLET_WORDS | OUTLETS | PAPERS) - ANYBODY
LONGEST_LABEL = 5
LEADING = re.compile(r"^([^:–—|]{2,50}?)(?::| [–—|-]) ")
TRAILING = re.compile(r"(?::| [–—|-]) ([^:–—|]{2,50})$")
ASIDE = re.compile(r"(?:\(|, )((?:[^\s,()]+ ?){1,3})\)?$")


def marks(headline: str, *, sources: Collection[str]) -> Iterator[Span]:
    """Places of `headline` that keep an attribution, those that credit somebody first. `sources`:
    names and descriptions of the article's sources. Quotation marks are not among them."""
    for mark in SAYING:
        yield from (m.span() for m in mark.pattern().finditer(headline))
    yield from labels(headline, sources=sources)
    for mark in RESERVE:
        yield from (m.span() for m in mark.pattern().finditer(headline))
    yield from (m.span() for m in re.finditer(r"\?", headline))


def labels(headline: str, *, sources: Collection[str]) -> Iterator[Span]:
    """ "Police: …", "…: report", "… (report)": a label that names one of the article's sources, or
    whose words are a speaker's. "Watch: …" and "Ostrin: …" credit nobody."""
    known = [frozenset(key(name)) for name in sources]
    if (found := LEADING.search(headline)) and _speaks(found[1], known):
        yield found.span(1)
    if (found := TRAILING.search(headline)) and _speaks(found[1], known, last=True):
        yield found.span(1)
    if (found := ASIDE.search(headline)) and SPEAKERS.issuperset(key(found[1])):
        yield found.span(1)


def _speaks(label: str, known: Collection[frozenset[str]], *, last: bool = False) -> bool:
    """`last`: whether the label's last word has to be the speaker's ("…: white house source")."""
    said = key(label)
    if len(said) > LONGEST_LABEL:
        return False
    heads = said[-1:] if last else said
    return bool(SPEAKERS.intersection(heads)) or any(set(said) <= name for name in known)
