"""What a network marks as an attribution and the contract leaves out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.model.span import Span, overlap
from firsthand.reading import transcript
from firsthand.reading.decode import Attribution

NICKNAMED = re.compile(
    r"(?:(?:\w+ly|also|(?:is|are|was|were|been|being)) )*(?:known|nicknamed|dubbed|referred to)\b",
    re.I,
)
CALLING = re.compile(r"\bcall(?:s|ed|ing)$", re.I)
PROTECTED = re.compile(
    r"[A-Z][\w’'-]+(?:$|,? (?:to (?:protect|shield|hide)|for (?:his|her|their)|because|not\b))"
)
""" "The paper is calling Brann to protect him": a name that is given, no claim."""
CITES = re.compile("citing|quoting", re.I)
SILENT = re.compile(
    r"\b(?:declin\w+|refus\w+|(?:not|n[’']t)\b.*(?:respond|return|repl\w+|comment\w*|answer))\b"
    r"|^asked for$",
    re.I,
)
COMMENT = re.compile(
    r"(?:to |for |further |any |a |request for )*comments?(?: (?:publicly|further))?"
    r"(?: (?:on|about|for|to|when)\b.*)?",
    re.I | re.S,
)
PERCEIVED = re.compile(
    r"(?:(?:\w+n[’']t|not|never|could|can|did|do|have|has|had|[’']ve|ever|just|once) )*"
    r"(?:sees?|saw|seen|hears?|heard|watch(?:ed)?|notice[ds]?)",
    re.I,
)
CLAUSE = re.compile(
    r"[“\"‘']?(?:that|how|what|why|whether|if|who|where|when|as|about|from)\b", re.I
)
""" "I saw the cracks" is what happened; "I saw that it cracked" is what somebody knows."""
COMMENTING = re.compile(
    r"\b(?:comment(?:ed|ing)?|respond(?:ed)?)(?: \w+)?(?: (?:on|to|about))?$", re.I
)
""" "Has not commented on" the reports: what nobody spoke of is no content."""


def released(
    text: str, kept: Sequence[Attribution], found: Sequence[Attribution]
) -> list[Attribution]:
    """What is kept, where what stood inside the content of a "citing" that isn't stands by itself:
    "the Gazette reported that it leaked, citing officials"."""
    there = {id(a) for a in kept}
    citing = (a for a in found if id(a) not in there and CITES.fullmatch(text, *a.cue))
    gone = [s for a in citing for s in a.content]
    return [
        replace(a, inside=False)
        if a.inside and any(s <= a.cue[0] and a.cue[1] <= e for s, e in gone)
        else a
        for a in kept
    ]


def left_out(
    text: str, a: Attribution, found: Sequence[Attribution], *, sentences: Sequence[Span]
) -> bool:
    """Nicknames, what was merely seen, remarks that nobody commented, and whom an outlet cites: no
    statements.

    "The Gazette reported, citing officials": the officials are the last link of what it reported.
    """
    cue, content = text[slice(*a.cue)], text[slice(*a.content[0])]
    if a.source is None and NICKNAMED.match(cue):
        return True
    if CALLING.search(cue) and PROTECTED.match(content):
        return True
    if a.inside and PERCEIVED.fullmatch(cue) and not CLAUSE.match(content):
        return True
    if SILENT.search(cue) and (COMMENT.fullmatch(content.strip(' .”"')) or COMMENTING.search(cue)):
        return True
    if not a.source or a.source[0] < a.cue[1] or not CITES.fullmatch(cue):
        return False
    start = next((s for s, e in sentences if s <= a.cue[0] < e), 0)
    return any(
        b is not a and start <= b.cue[0] < a.cue[0] and overlap(b.content[0], a.content[0]) > 0
        for b in found
    )


UNSAID = (
    (r"\bclaim(?:s|ed|ing)?$", r"(?:the |at least |\d+ )*li(?:fe|ves)\b"),
    (r"\b(?:never|rarely|seldom|not|n[’']t)\b.*\bcomment(?:s|ed|ing)?(?: \w+)?$", r""),
    (
        r"(?:\bnot?|n[’']t)\b.*\b(?:ma[dk]e|issued?|released?|given?)\b"
        r".*\b(?:statement|comment|response)s?\b",
        r"",
    ),
    (r"(?:\bnot|n[’']t)\b.*\b(?:ma[dk]e|issued?|released?)$", r"any (?:\w+ )?statement"),
    (r"\b(?:ma[dk]e|issued?|gave) no (?:\w+ )?(?:statement|comment|response)s?\b", r""),
)
"""Cue and beginning of the content: "claimed the lives of", "never comments on", "has not made any
statement about"."""
_UNSAID = tuple((re.compile(cue, re.I), re.compile(content, re.I)) for cue, content in UNSAID)
READER = re.compile(r"you(?:rs?|[’'](?:re|ve|ll|d))?", re.I)


def unsaid(text: str, a: Attribution, *, quotations: Sequence[Span]) -> bool:
    """What nobody says: lives that were "claimed", silence, what the writer asks the reader."""
    cue, content = text[slice(*a.cue)], text[a.content[0][0] : a.content[0][1]]
    if any(of_cue.search(cue) and begins.match(content) for of_cue, begins in _UNSAID):
        return True
    if a.source is None or not READER.fullmatch(text, *a.source):
        return False
    if transcript.is_transcript(text):
        return False  # who is asked there speaks next
    return not any(q[0] <= a.cue[0] and a.cue[1] <= q[1] for q in quotations)
