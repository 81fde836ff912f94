"""Remarks that somebody tried to verify, and what came of it.

PolNeAR holds next to none of them, so they are found by patterns, each with its example.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model.reading import Outcome
from firsthand.model.span import Span


@dataclass(frozen=True, slots=True)
class Pattern:
    """`words` matches inside one sentence; `by` says who checked: the sentence's speaker, the
    subject before the words, or nobody but the publisher."""

    outcome: Outcome
    by: str
    words: str
    example: str


SPEAKER, SUBJECT, PUBLISHER = "speaker", "subject", "publisher"
N = r"(?:not|n[’']t|never|yet to|unable to|no way to|impossible to|failed to)"

PATTERNS = (
    Pattern(
        Outcome.UNVERIFIED,
        PUBLISHER,
        r"(?:could|can|has|have|had|was|were|is|are) ?(?:not|n[’']t) (?:yet )?(?:be |been )?(?:immediately |independently |officially )*(?:verified|confirmed|authenticated|corroborated|substantiated|established)",
        "The claim could not be independently verified.",
    ),
    Pattern(
        Outcome.UNVERIFIED,
        SUBJECT,
        r"(?:could|can|was|were|has been|have been|is|are)(?: ?not| ?n[’']t|not| unable| yet)(?: been able)?(?: to)? (?:immediately |independently )*(?:verify|confirm|authenticate|corroborate|substantiate)\b",
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
        r"(?:could|can|would) ?(?:not|n[’']t) say (?:with|whether|if|for (?:sure|certain))",
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
        r"(?:declin|refus)(?:ed|es|ing) (?:to (?:comment|be interviewed|answer|discuss|say more|elaborate|respond)|(?:requests for )?comment)",
        "The ministry declined to comment.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        SUBJECT,
        r"(?:did|does|has|have|had|could|would) ?(?:not|n[’']t) (?:immediately |yet |publicly )*(?:respond|responded|return|returned|reply|replied|comment|commented|answer|answered|be reached|available)\b",
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
        Outcome.NO_COMMENT,
        SPEAKER,
        r"(?:there (?:was|is|has been|were) )?no (?:immediate |official |public )*(?:comment|response|reply|word|statement (?:has|had|have) been (?:issued|made)) (?:from|by|on|has|was)",
        "There was no immediate comment from the ministry.",
    ),
    Pattern(
        Outcome.NO_COMMENT,
        PUBLISHER,
        r"(?:messages?|calls?|emails?|requests? for comment|inquiries) (?:\w+ ){0,6}(?:were|was|went) ?(?:not|n[’']t|un)(?: immediately)? ?(?:returned|answered|answer)",
        "Calls to the ministry were not returned.",
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
        r"\b(?:disput(?:ed|es|ing)|refut(?:ed|es|ing)|debunk(?:ed|s|ing)|contradict(?:ed|s|ing))\b|(?:reject|dismiss)(?:ed|es|s|ing) (?:\w+ ){0,4}(?:reports?|claims?|account|story|allegations?)\b|(?:den(?:ied|ies|ying)) (?:the|this|that|a|these|those) (?:\w+ ){0,2}(?:reports?|claims?|account|story|allegations?)\b",
        "The ministry dismissed the report.",
    ),
    Pattern(
        Outcome.DISPUTED,
        SPEAKER,
        r"\b(?:is|was|were|are|as) (?:\w+ )?[“\"‘']?(?:categorically |completely |simply |totally |absolutely |just |a )?(?:false|untrue|bogus|fabricated|rubbish|a lie|a hoax|(?:a )?work of fiction|nonsense|fake|not true|incorrect|inaccurate|hoax|imposter|impostor)\b",
        "The report is “categorically false,” a spokesman said.",
    ),
)
COMPILED = tuple((p, re.compile(p.words, re.I)) for p in PATTERNS)
CLAUSE_START = re.compile(
    r"(?<![A-Z])[.;:!?\n]|,? (?:but|and|while|although|though|because|after) |\b(?:said|says|added|adding|saying) (?:that )?|, (?=(?:the|a|an) )"
)
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
    for start, end in sentences:
        taken: list[Span] = []
        for pattern, compiled in COMPILED:
            for m in compiled.finditer(text, start, end):
                if any(s < m.end() and m.start() < e for s, e in taken):
                    continue
                taken.append(m.span())
                found.append(
                    Found(
                        pattern.outcome,
                        pattern.by,
                        _evidence(text, m.span(), (start, end)),
                        m.span(),
                        _subject(text, m.start(), start),
                    )
                )
    return sorted(found, key=lambda f: f.match)


def _evidence(text: str, match: Span, sentence: Span) -> Span:
    before = [m.end() for m in CLAUSE_START.finditer(text, sentence[0], match[0])]
    start = max(before, default=sentence[0])
    while start < match[0] and text[start].isspace():
        start += 1
    return start, sentence[1]


def _subject(text: str, position: int, start: int) -> Span | None:
    """The noun phrase before the words: the last clause's beginning up to its verb."""
    if qualified := QUALIFIED.search(text, start, position):
        position = qualified.start()  # "the spokesman, citing an inquiry, declined"
    before = [m.end() for m in CLAUSE_START.finditer(text, start, position)]
    at = max(before, default=start)
    while at < position and not text[at].isalnum():
        at += 1
    end = position
    while end > at and not text[end - 1].isalnum():
        end -= 1
    return (at, end) if end > at else None
