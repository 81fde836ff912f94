"""Remarks that somebody tried to verify, and what came of it.

PolNeAR holds next to none of them, so they are found by patterns, each with its example.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model.reading import Outcome
from firsthand.model.span import Span
from firsthand.reading.screen import Likely, Screened


@dataclass(frozen=True, slots=True)
class Pattern:
    """`words` matches inside one sentence; `by` says who checked: whose cue it is, whose words they
    are, the subject before the words, the group `who` in them, or nobody but the publisher."""

    outcome: Outcome
    by: str
    words: str
    example: str


SPEAKER, WORDS, SUBJECT, OBJECT, PUBLISHER = "speaker", "words", "subject", "object", "publisher"
WHO = r"(?P<who>(?!(?:us|here|either)\b)(?:[^\s,.;:]+ ?){1,8}?(?:, [A-Z]\w+(?=[.;]|$))?)(?=[,.;:]| (?:on|about|after|when|who|which|as|and|or|but|have|has|had|was|were|went|late|early|at|over)\b| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|$)"
ASKED = r"(?= (?:to|for) (?:[\w’'“\"-]+ ){0,5}(?:requests?|e-?mails?|calls?|messages?|letters?|inquir\w+|quer(?:y|ies)|questions?|comment|attempts|allegations?|claims?|accusations?)\b| (?:his|her|its|their|a|several|repeated|multiple|phone|our)? ?(?:phone )?(?:calls?|e-?mails?|messages?|requests?|questions?)\b|[.,;”\"]| (?:on|by|to) [A-Z]| by \w+| when | before |$)"

PATTERNS = (
    Pattern(
        Outcome.UNVERIFIED,
        PUBLISHER,
        r"(?:could|can?|(?:has|have|had)(?= ?(?:not|n[’']t) (?:yet )?been)|was|were|is|are) ?(?:not|n[’']t) (?:yet )?(?:be |been )?(?:immediately |independently |officially )*(?:verified|confirmed|authenticated|corroborated|substantiated|established)",
        "The claim could not be independently verified.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        SUBJECT,
        r"(?:could|can?|was|were|has been|have been|is|are)(?: ?not| ?n[’']t|not| unable| yet)(?: been able)?(?: to)? (?:immediately |independently )*(?:verify|confirm|authenticate|corroborate|substantiate)\b",
        "The Gazette could not independently verify the account.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        SUBJECT,
        r"(?:had|has|have|with) (?:no|nothing)(?: independent| official)? (?:confirmation|way of verifying|way to verify|to confirm)",
        "Hale has nothing to confirm the reports.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        SPEAKER,
        r"(?:there (?:is|was|has been) )?no (?:independent |official |tangible |immediate )*(?:confirmation|verification|corroboration)",
        "There was no independent confirmation of the report.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        PUBLISHER,
        r"(?:,\s)?(?:though|but|as yet|so far|still|remains?|remained) (?:\w+ )?(?:unconfirmed|unverified|uncorroborated)",
        "It is believed, though unconfirmed, that she left.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        SUBJECT,
        r"(?:could|can?|would) ?(?:not|n[’']t) say (?:with|whether|if|for (?:sure|certain))",
        "The ministry could not say whether it had sunk.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        SUBJECT,
        r"(?:is|are|was|were) (?:still )?(?:trying|working|seeking|attempting) to [“\"]?(?:verify|confirm|authenticate|establish)",
        "The ministry was trying to verify the report.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        SUBJECT,
        r"(?:is|are) still (?:assessing|investigating|checking)",
        "We are still assessing the damage.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        SUBJECT,
        r"(?:declin|refus)(?:ed|es|ing) (?:to (?:comment|be interviewed|be drawn|answer|discuss|confirm|say (?:more|whether|if|who|how|why|what)|give details|elaborate|respond)|(?:requests for )?comment|(?:an )?interviews?\b)",
        "The ministry declined to comment.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        SUBJECT,
        rf"(?:did|does|has|have|had|could|would) ?(?:not|n[’']t) (?:immediately |yet |publicly )*(?:(?:respond|responded|return|returned|reply|replied|answer|answered)\b{ASKED}|(?:comment|commented|be reached|available)\b)",
        "Hale did not immediately respond to a request for comment.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        SUBJECT,
        r"(?:is|are|was|were) ?(?:not|n[’']t) (?:immediately |yet |publicly )*(?:commenting|available (?:for|to) comment|reachable)",
        "Officials are not commenting on the reports.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        SUBJECT,
        r"(?:could ?(?:not|n[’']t) (?:immediately )?be reached|unavailable) for comment|(?:has|have|had) (?:yet|still) to (?:comment|respond|reply)",
        "Hale could not be reached for comment.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        SUBJECT,
        r"(?:did|does|do|would|will|has|have|had) ?(?:not|n[’']t) (?:yet |immediately |independently |officially |publicly )*(?:confirm|confirmed|verify|verified)\b",
        "The ministry did not confirm that it had sunk.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        SUBJECT,
        r"(?:(?:has|have|had) )?(?:ma[dk]es?|making|issued?|released?|gave|given?|giving|offer(?:s|ed)?) no (?:official |public |formal |immediate |further )*(?:statement|comment|response)s?\b",
        "The ministry has made no official statement.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        SUBJECT,
        r"(?:has|have|had|did|does) ?(?:not|n[’']t) (?:yet |so far |publicly |officially )*(?:made|make|issued?|released?|given|give|offered|offer) (?:any |an? |further )?(?:official |public |formal |immediate )*(?:statement|comment|response|explanation)s?\b",
        "The ministry has not made any official statements.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        OBJECT,
        rf"(?:no|without) (?:immediate |official |public )*(?:comment|response|reply|word|reaction|statement (?:has|had|have) been (?:issued|made)) (?:from|by) {WHO}",
        "There was no immediate comment from the ministry.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        OBJECT,
        rf"\bnor from {WHO}",
        "Nothing was heard from the ministry, nor from the police.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        SPEAKER,
        r"(?:there (?:was|is|has been|were) )?no (?:immediate |official |public )*(?:comment|response|reply|statement (?:has|had|have) been (?:issued|made)) (?:on|has|was)",
        "There was no comment on the report.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        OBJECT,
        rf"(?:messages?|calls?|emails?|requests? for comment|inquiries) (?:(?:sent|left|made) )?(?:to|with|for|at) {WHO} (?:late |early )?(?:\w+day )?(?:were|was|went|have been|has been) ?(?:not|n[’']t|un)(?: immediately)? ?(?:returned|answered|answer)",
        "Calls to the ministry were not returned.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        PUBLISHER,
        r"(?:messages?|calls?|emails?|requests? for comment|inquiries) (?:\w+ ){0,6}(?:were|was|went) ?(?:not|n[’']t|un)(?: immediately)? ?(?:returned|answered|answer)",
        "Two messages were not answered.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        WORDS,
        r"\bno (?:credible |hard |solid |firm |direct |independent )*(?:evidence|intelligence|indication) (?:to (?:support|suggest|back|confirm|show)|that)\b",
        "The ministry said there was no evidence that the port was shut.",
    ),
    Pattern(
        Outcome.CONFIRMED,
        SUBJECT,
        r"(?:has|have|had) (?:since |now |independently |also )?(?:verified|authenticated|corroborated)\b",
        "The Gazette has verified the recording.",
    ),
    Pattern(
        Outcome.CONFIRMED,
        WORDS,
        r"\b(?:is|was|were|are) (?:[“\"‘']?\w+[”\"’']? )?[“\"‘']?(?:authentic|genuine)\b(?! \w+(?:ed|er|or|ist)\b)",
        "The recording is “absolutely” authentic, an expert said.",
    ),
    Pattern(
        Outcome.CONFIRMED,
        SPEAKER,
        r"\b(?:confirm(?:s|ed|ing)?|verif(?:ied|ies|ying)|authenticat(?:ed|es)|corroborat(?:ed|es))\b",
        "An official confirmed that the port was shut.",
    ),
    Pattern(
        Outcome.CONFIRMED,
        SPEAKER,
        r"did ?(?:not|n[’']t) (?:dispute|deny)",
        "The official did not dispute the account.",
    ),
    Pattern(
        Outcome.DISPUTED,
        SPEAKER,
        r"\b(?:disput(?:ed|es|ing)|refut(?:ed|es|ing)|debunk(?:ed|s|ing)|contradict(?:ed|s|ing))\b|(?:reject|dismiss)(?:ed|es|s|ing) (?:\w+ ){0,4}(?:reports?|claims?|account|story|allegations?)\b|(?:den(?:y|ied|ies|ying)) (?:(?:any|all|both) of )?(?:the|this|that|a|any|all|these|those|such|his|her|their|its) (?:\w+ ){0,2}(?:reports?|claims?|account|story|allegations?|accusations?|rumou?rs?)\b|there (?:is|was) (?:absolutely )?no truth\b",
        "The ministry dismissed the report.",
    ),
    Pattern(
        Outcome.DISPUTED,
        WORDS,
        r"\b(?:is|was|were|are|as) (?:\w+ )?[“\"‘']?(?:(?:\w+ly,? (?:and )?|just |a )){0,4}(?:false(?=[\s]?[,.;:!?”\"’')]|\s(?:and|or|but|because|as|in|that)\b|$)|untrue|bogus|fabricated|rubbish|a lie|a hoax|(?:a )?work of fiction|nonsense|fake|not true|incorrect|inaccurate|hoax|imposter|impostor)\b",
        "The report is “categorically false,” a spokesman said.",
    ),
)
_SCREENED = tuple((p, Screened(p.words, re.IGNORECASE)) for p in PATTERNS)
OWNED = re.compile(
    r"(?P<who>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)[’']s? (?:[a-z]+ )?(?:accounts?|claims?|story|version|"
    r"statements?|allegations?|reports?|assertions?|remarks?|testimony)\b"
)
"""What was tried, by the name of whose it is: "Davin’s account"."""
CLAUSE_START = re.compile(
    r"(?<![A-Z])[.;:!?\n]|,? (?:but|and|while|although|though|because|after) |\b(?:said|says|added|adding|saying)(?:,? [“\"]| )(?:that )?|, (?=(?:the|a|an) )"
)
SETTING = re.compile(
    r"\W*(?:(?:On|In|At|Through|With|Via|After|When|Asked|Reached|Contacted|Approached|Despite|Before|By|For|Since|As)\b[^,;]{0,80},|(?:However|Meanwhile|Still|Yet|So far|Thus far|Also),?|(?:But|And|So|While|Although|Though))\s"
)
""" "Asked about it, ", "On Monday, ": what stands before a sentence's subject."""
REASON = re.compile(
    r"\b(?:because|since|if|unless|as) (?:they|it|he|she|we|you|someone|people)\b[^.;]*$"
)
""" "because they did not respond": a reason that the article gives, and no remark of a check."""
WOULD_BE = re.compile(
    r"\b(?:help(?:s|ed|ing)?|may|might|should|must|whether|if|until|unless|hop\w+ to|tr(?:y|ies|ied|ying) to|needs? to|want(?:s|ed)? to|await\w*)\s(?:[\w’'-]+\s){0,3}$"
)
""" "would help scientists confirm": what nobody has confirmed yet."""
UNDONE = ((Outcome.NO_COMMENT, REASON), (Outcome.UNVERIFIED, REASON), (Outcome.CONFIRMED, WOULD_BE))
REMARK = re.compile(
    r"(?:[Tt]hat|[Tt]his|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)(?: \w+)? (?:claim|comment|story|statement|report|allegation|account|rumou?r|photo|video|image)s? "
)
""" "That comment is a lie": the subject of what the article itself disputes."""
QUALIFIED = re.compile(r", (?:who|which|citing)\b[^,]*,?\s*$")


@dataclass(frozen=True, slots=True)
class Found:
    """A check in the text: its evidence is the clause; `subject` the words before the match."""

    outcome: Outcome
    by: str
    evidence: Span
    match: Span
    subject: Span | None


def find(text: str, sentences: Sequence[Span]) -> list[Found]:
    """At most one check for each stretch of a sentence, the first pattern that matches it."""
    found: list[Found] = []
    likely = Likely(_SCREENED, text)
    for start, end in sentences:
        taken: list[Span] = []
        for pattern, words in likely.within(text[start:end]):
            for m in words.finditer(text, start, end):
                if any(s < m.end() and m.start() < e for s, e in taken) or any(
                    pattern.outcome is outcome and before.search(text, start, m.start())
                    for outcome, before in UNDONE
                ):
                    continue
                taken.append(m.span())
                found.append(_found(text, pattern, m, (start, end)))
    return sorted(found, key=lambda f: f.match)


def _found(text: str, pattern: Pattern, match: re.Match[str], sentence: Span) -> Found:
    subject = (
        match.span("who") if pattern.by == OBJECT else _subject(text, match.start(), sentence[0])
    )
    evidence = _evidence(text, match.span(), sentence)
    return Found(pattern.outcome, pattern.by, evidence, match.span(), subject)


def _evidence(text: str, match: Span, sentence: Span) -> Span:
    before = [m.end() for m in CLAUSE_START.finditer(text, sentence[0], match[0])]
    start = max(before, default=sentence[0])
    while start < match[0] and text[start].isspace():
        start += 1
    return start, sentence[1]


def _in_title(text: str, at: int, end: int) -> bool:
    """Whether a title in marks goes on from here: "the makers of “Dust: A Life”"."""
    rest = text[at:end]
    straight = rest.count('"') % 2 == 1 and rest.rstrip(' "') != rest.rstrip()
    return text[at] == ":" and (straight or rest.count("”") > rest.count("“"))


def _subject(text: str, position: int, start: int) -> Span | None:
    """The noun phrase before the words: the last clause's beginning up to its verb."""
    if qualified := QUALIFIED.search(text, start, position):
        position = qualified.start()  # "the spokesman, citing an inquiry, declined"
    before = [
        m.end()
        for m in CLAUSE_START.finditer(text, start, position)
        if not _in_title(text, m.start(), position)
    ]
    at = max(before, default=start)
    if setting := SETTING.match(text, at, position):
        at = setting.end()
    while at < position and not text[at].isalnum():
        at += 1
    end = position
    while end > at and not text[end - 1].isalnum():
        end -= 1
    if (bracket := text.rfind("(", at, end)) > at and text.find(")", bracket, end) < 0:
        end = bracket - 1  # "the Harbour Board (HB) was unable to"
    return (at, end) if end > at else None
