"""What a cue says of its statement: kind, polarity; and the words of hedging and of basis.

Tables of word stems. A stem ends in `*` where any ending may follow.
"""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from firsthand.model.reading import Basis, Kind, Polarity
from firsthand.reading.screen import any_case

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Family(Generic[T]):
    """Cues that share a value; `example` is a cue that must get it."""

    value: T
    stems: str
    example: str

    def pattern(self) -> re.Pattern[str]:
        ways = (
            re.escape(s[:1].lower() + s[1:]).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
            for s in self.stems.split("; ")
        )
        return re.compile(rf"\b(?:{any_case(ways)})\b")


KINDS: tuple[Family[Kind], ...] = (
    Family(
        Kind.INTENTION,
        "plan; plans; planned; planning; plot; plotting; plotted; want*; promis*; vow*; intend*; pledg*; threat*; order; orders; ordered; ordering; "
        "ask for; asks for; asked for; asking for; demand*; urg*; refus*; declin*; agree to; agreed to; agrees to; agree on; agreed on; agrees on; propos*; "
        "seek; seeks; sought; request*; authori*; aim; aims; aimed; call on; called on; calls on; calling on; call for; called for; calls for; calling for; "
        "encourag*; discourag*; intent on; intent to; advis*; recommend*; instruct*; command*; invit*; prepared to; ready to; prepared; offer to; offered to; offers to; beg; begs; begged; plea*; "
        "decid*; commit*; swear to; swore to; forbid*; forbade; ban; banned; permit*; volunteer*; willing; determined to; resolve to; resolved to; push* for; appeal*; wish*; desire*; direct to; directed",
        "vowed",
    ),
    Family(
        Kind.KNOWLEDGE,
        "know; knows; knew; known; knowing; find; finds; found; finding; learn*; discover*; reali*; detect*; recogni*; determin*; aware; "
        "notice*; saw that; observ*; establish*; identif*; received information; remember*; recall; understand that; understood that; heard; hear; hears; figured out; confirmed that it had found; conclude*; concluding; evidence; proof",
        "has learned",
    ),
    Family(
        Kind.BELIEF,
        "think; thinks; thought; thinking; believ*; belief*; expect*; hope; hopes; hoped; hoping; fear; fears; feared; fearing; feel; feels; felt; feeling; doubt; doubts; doubted; doubting; suspect; suspects; suspected; suspecting; "
        "see; sees; consider*; concern*; regard*; assum*; understood; worr*; confident; convinced; sure; certain; optimis*; pessimis*; skeptic*; sceptic*; surpris*; shock*; "
        "disappoint*; anticipat*; guess*; imagin*; suppos*; view; views; viewed; viewing; hopeful; afraid; speculat*; assess*; estimat*; predict*; opinion; opinions; theory; impression; conviction; sense; prefer*; favor; favour; favors; favours; like; likes; love; loves; hate; hates; proud; glad; happy; angry; eying; eyeing; indication; agree; agrees; agreed; disagree; disagrees; disagreed; support; supports; oppose; opposes; look* forward; trust*",
        "fears",
    ),
)
"""Tried in order on the cue; a cue in none of them is communication. A verb of saying wins over all."""

SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|report(?:s|ed|ing)?|according|wr(?:ite|ites|ote|itten|iting)|announc\w*|claim\w*"
    r"|stat(?:e|es|ed|ing)|express\w*|add(?:s|ed|ing)?|explain\w*|confirm\w*|den(?:y|ies|ied|ying)|tweet\w*|post(?:s|ed)|read(?:s)?|suggest\w*|argu\w*|insist\w*|alleg\w*|accus\w*|call(?:s|ed|ing)?(?! (?:on|for))|describ\w*|not(?:e|es|ed|ing)|cit\w*|point\w* out|warn\w*|acknowledg\w*|admit\w*|quot\w*|reveal\w*|show(?:s|ed|n|ing)?|joked?|testif\w*|declar\w*|criticiz\w*|criticis\w*|prais\w*|mock\w*|ask(?:s|ed|ing)?(?! for)|repl\w*|respond\w*|continu\w*|conced\w*|boast\w*|rul(?:e|ed|es|ing))\b",
    re.I,
)

NOT = re.compile(
    r"\b(?:not|n[’']t|never|no|without|nor|neither|cannot|unable|nobody|none)\b|n[’']t\b", re.I
)
DENYING = Family(
    Polarity.DENIED,
    "den*; refut*; reject*; rebut*; dismiss*; disput*; contradict*; disown*; disavow*; overrul*; refus*; declin*; rule out; ruled out; rules out; ruling out; debunk*; repudiat*; discourag*; shot down; shoots down; fail* to recogni*; disagree*",
    "denied",
)
FALSELY_DENYING = re.compile(
    r"\b(?:den(?:ied|y|ies|ying) (?:access|entry|service|bail)|identif\w*|dent\w*|den)\b", re.I
)
DOUBTING = Family(
    Polarity.UNCERTAIN,
    "doubt*; question*; wonder*; unsure; uncertain; unclear; unsure; skeptic*; sceptic*; could not say; couldn’t say; couldn't say; not known; asked whether; asks whether; ask; asks; asking; speculat*; not sure; theory; rumor*; rumour*",
    "wonders",
)
WEIGHING = re.compile(
    r"^(?:whether|if|why|how|what|when|who|where)\b|^(?:will|would|do|does|did|is|are|was|were|can|could|should|has|have)\s[^.]*\?[\"”’']?$",
    re.I,
)

HEDGING = (
    *"reportedly allegedly apparently purportedly supposedly ostensibly seemingly".split(),
    *"possibly perhaps probably presumably likely rumou?red rumou?rs? alleged".split(),
    *"unconfirmed unverified suspected claims? claimed".split(),
    *("believed to", "thought to", "said to", "understood to", "appears? to", "appeared to"),
    *("may have", "might have", "could have", "seems? to", "seemed to", "suggests? that"),
    "it is claimed",
)
HEDGES = re.compile(rf"\b(?:{any_case(HEDGING)})\b")

BASES: tuple[Family[Basis], ...] = (
    Family(
        Basis.SECONDHAND,
        "told him; told her; told them; told me; told us; heard that; heard from; was told; were told; been told; learned from; learnt from; rumor*; rumour*; hearsay; been informed; was informed; "
        "passed on to",
        "he was told",
    ),
    Family(
        Basis.FIRSTHAND,
        "I saw; I was there; we saw; I heard; I witnessed; saw; witness*; eyewitness*; with my own eyes; in front of me; watched; I watched; I counted; we counted; I was in; was present; were present; I felt",
        "I saw",
    ),
    Family(
        Basis.DOCUMENT,
        "court papers; court documents; documents; records; filing; filings; according to a report; memo; memos; leaked; emails; lawsuit; indictment; affidavit; figures; data; survey; study; audit; autopsy",
        "court papers",
    ),
)

EXPRESSED = re.compile(r"\b(?:express|voic|shar|rais)\w*$", re.I)
FELT = re.compile(
    r"(?:\w+\s){0,3}?(?:concerns?|fears?|hopes?|confidence|doubts?|worry|worries|anxiety|optimism|alarm|frustration|regret|surprise|shock|skepticism|scepticism|dismay|anger)\b",
    re.I,
)
""" "Expressed deep concern about it": what is expressed is a belief."""
TELLING = re.compile(r"\b(?:conclud|observ|recall|remember|reflect)\w*$", re.I)
""" "“It is over,” he concluded": with words in marks it is said."""
WILLING = re.compile(r"\b(?:agree[sd]?|agreeing|offer(?:s|ed|ing)?)$", re.I)
""" "Agreed to leave": what somebody will do, and not what they think."""
TO_DO = re.compile(r"to\s(?!(?:an?|the|all|his|her|its|their)\b)[a-z]+\b")
ASKING = re.compile(r"\bask(?:s|ed|ing)?$", re.I)
IDENTIFYING, AS = re.compile(r"\bidentif\w*", re.I), re.compile(r"\bas\b")
ORDERING, TO = re.compile(r"tell|told|ask|order|warn|call", re.I), re.compile(r"to\s[a-z]+\b")
FEELING = re.compile(r"\b(?:concern|fear|hope|confidence|doubt|worry|belief|intention)s?\b", re.I)
WITNESS = re.compile(r"\b(?:witness(?:es)?|eyewitness(?:es)?|bystanders?)\b", re.I)
DOCUMENT = re.compile(
    r"\b(?:documents?|papers|filings?|report|records?|study|survey|poll|memo|emails?|autopsy|lawsuit|ruling|audit)$",
    re.I,
)

_KINDS = tuple((f.value, f.pattern()) for f in KINDS)
_BASES = tuple((f.value, f.pattern()) for f in BASES)
_DENYING, _DOUBTING = DENYING.pattern(), DOUBTING.pattern()


def kind(cue: str, content: str) -> Kind:
    """The type of an attribution by its cue; "told him to leave" is an order."""
    if ASKING.search(cue) and content.startswith("for "):
        return Kind.INTENTION
    if TELLING.search(cue) and content[:1] in "“\"‘'«":
        return Kind.COMMUNICATION
    if WILLING.search(cue) and TO_DO.match(content):
        return Kind.INTENTION
    if FELT.match(content) and EXPRESSED.search(cue):
        return Kind.BELIEF
    if IDENTIFYING.search(cue) and AS.search(content):
        return Kind.COMMUNICATION  # "identified him as", and not "identified the man"
    if cue and (saying := SAYING.search(cue)):
        ordering = ORDERING.match(saying.group())
        if (ordering and TO.match(content)) or FEELING.search(cue):
            return Kind.INTENTION if ordering else Kind.BELIEF
        return Kind.COMMUNICATION
    for value, pattern in _KINDS:
        if pattern.search(cue):
            return value
    return Kind.COMMUNICATION


def polarity(cue: str, content: str) -> Polarity:
    """The source's stance to the content: "did not deny" asserts, "could not say whether" is uncertain."""
    denying = bool(_DENYING.search(cue)) and not FALSELY_DENYING.fullmatch(cue.strip())
    negated = bool(NOT.search(cue))
    weighing = bool(WEIGHING.match(content.strip(" \"“”‘’'")))
    if denying:
        return Polarity.ASSERTED if negated else Polarity.DENIED
    if weighing and (
        negated
        or (not cue and "?" in content)
        or re.search(
            r"\b(?:ask|wonder|question|doubt|determin|unclear|investigat|verif)\w*(?! for)",
            cue,
            re.I,
        )
    ):
        return Polarity.UNCERTAIN
    for_something = ASKING.search(cue) and content.startswith("for ")
    if for_something:
        return Polarity.ASSERTED
    if _DOUBTING.search(cue) and not re.search(r"\bask\w* (?:for|to|that)\b", cue, re.I):
        return Polarity.UNCERTAIN
    if negated and not re.search(r"\b(?:no|without) (?:doubt|question)\b", cue, re.I):
        return (
            Polarity.UNCERTAIN
            if re.search(
                r"\b(?:could|can|know|sure|say|certain|confirm|evidence|intelligence)\w*", cue, re.I
            )
            else Polarity.DENIED
        )
    return Polarity.ASSERTED


def basis(words: str, source: str) -> Basis:
    """How the source says that it knows, from the statement's words and the source's."""
    if WITNESS.search(source):
        return Basis.FIRSTHAND
    if DOCUMENT.search(source):
        return Basis.DOCUMENT
    for value, pattern in _BASES:
        if pattern.search(words):
            return value
    return Basis.UNSTATED
