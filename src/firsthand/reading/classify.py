"""What kind of statement it is: quotation, kind, polarity, basis, hedges."""

import re
from collections.abc import Sequence

from firsthand.model.reading import Quotation
from firsthand.model.span import Span, overlap
from firsthand.reading.cues import HEDGES
from firsthand.reading.draft import Draft

OPENS, CLOSES = '"“«„', '"”»“'
SINGLE_OPENS, SINGLE_CLOSES = "'‘", "'’"

TITLE = re.compile(
    r"[“\"‘'](?:[A-Z][\w’'-]*[,.]?|\d+)"
    r"(?:[ \u00a0](?:(?:of|the|and|a|in|on|to|for|with)[ \u00a0])*(?:[A-Z][\w’'-]*|\d+)[,.]?){0,5}"
    r"[”\"’']"
)
"""A name or a title in marks is no quotation: “The Lanterns,” “Night of the Heron.”"""
UNTRUE = re.compile(
    r"[”\"]?,? (?:is|are|was|were) (?:\w+ly )?[“\"‘]?(?:\w+ly )?"
    r"(?:false|untrue|wrong|nonsense|bogus|fabricated|ridiculous|absurd|baseless|unfounded"
    r"|incorrect|a lie|a hoax|not true)\b"
)
DOING = re.compile(
    r"\b(?:[Dd]o|[Dd]oes|[Dd]id) (?:(?:you|he|she|they|we|it|I) )?(?:\w+ly )?(?:not )?$"
)
END = re.compile(r"[.!?\n]")
ADVERB = re.compile(r"\w+ly\b")


def refuted(text: str, draft: Draft) -> bool:
    """ "The suggestion that he left is false": its speaker denies what a claim of nobody's says."""
    return draft.mention is None and UNTRUE.match(text, draft.content[-1][1]) is not None


def asked(text: str, draft: Draft) -> bool:
    """ "Do you see those two as equal?": what a question asks about is not asserted."""
    if draft.cue is None or not draft.mention:
        return False
    end = END.search(text, draft.content[-1][1] - 1)
    return bool(
        end and end.group() == "?" and DOING.search(text[max(0, draft.cue[0] - 40) : draft.cue[0]])
    )


def quotation(text: str, draft: Draft, quotations: Sequence[Span]) -> Quotation:
    """Direct: in marks from end to end. Marks that enclose more than the content don't count: words
    told inside a quotation are indirect there."""
    if draft.cue is None:
        return (
            Quotation.DIRECT
            if draft.mention is not None or _marked(text, draft.content)
            else _by_parts(text, draft, quotations)
        )
    if _marked(text, draft.content):
        return Quotation.DIRECT
    return _by_parts(text, draft, quotations)


def _by_parts(text: str, draft: Draft, quotations: Sequence[Span]) -> Quotation:
    for q in quotations:
        for span in draft.content:
            outside = q[0] < span[0] - 1 and span[1] + 1 < q[1]
            if (
                not outside
                and overlap(q, span) > 3
                and not (q[0] <= span[0] and span[1] <= q[1] and not _touches(text, span))
                and not TITLE.fullmatch(text, *q)
            ):
                return Quotation.MIXED
    return Quotation.INDIRECT


def _touches(text: str, span: Span) -> bool:
    return text[span[0]] in OPENS + SINGLE_OPENS or text[span[1] - 1] in CLOSES + SINGLE_CLOSES


def _marked(text: str, content: Sequence[Span]) -> bool:
    """Every fragment begins with a mark, and ends with one or runs to its paragraph's end."""
    for start, end in content:
        first, last = text[start], text[end - 1]
        opens = (first in OPENS and any(c in CLOSES for c in text[end - 1 : end])) or (
            first in SINGLE_OPENS and last in SINGLE_CLOSES
        )
        rest = text[end : end + 4].lstrip(".,!? ")
        closed = text.count('"', start, end) % 2 == 0 if first == '"' else "”" in text[start:end]
        open_ended = first in OPENS and not closed and (not rest or rest[0] == "\n")
        left_open = first in SINGLE_OPENS and re.match(rf"\s*\n\s*{first}", text[end : end + 8])
        whole = (
            first in OPENS
            and not any(c in "”»" for c in text[start : end - 1])
            and text[start:end].count('"') <= 2
        )
        if not ((opens or open_ended or left_open) and (whole or first in SINGLE_OPENS)):
            return False
    return True


def hedges(text: str, draft: Draft) -> tuple[Span, ...]:
    """Hedging words of the content; "reportedly" hedges as a cue too."""
    found = {m.span() for s, e in draft.content for m in HEDGES.finditer(text, s, e)}
    if draft.cue and (adverb := ADVERB.search(text[slice(*draft.cue)])):
        start, end = draft.cue[0] + adverb.start(), draft.cue[0] + adverb.end()
        found |= {(start, end)} if HEDGES.fullmatch(text[start:end]) else set()
    return tuple(sorted(found))
