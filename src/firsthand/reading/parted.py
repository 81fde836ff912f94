"""One attribution to drafts: source and contents as they stand, and what goes on apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.model.span import Span, overlap
from firsthand.reading import labels
from firsthand.reading.decode import Attribution
from firsthand.reading.draft import Draft
from firsthand.reading.segments import OPENS

SENTENCE_END = re.compile(r"[.!?][\"”’']?(?:\s*\([^)]*\))?\s*$")
DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z][\w.’'-]*){0,4}(?:,? (?:\w+\.? \d{1,2}|\d{1,2} \w+))?(?: ?\([A-Z][\w ’'-]*\))? ?[-–—]+ "
)
TOLD = re.compile(r"\b(?:told|tells|telling|assured|informed|warned)$", re.I)
HEARER = re.compile(
    r"(?:him|her|them|me|us|you|reporters|police|investigators|lawmakers|(?:his|her|their|the|a|an) [\w’'-]+"
    r"|(?:[A-Z][\w’'&-]*\s){1,3}?)\s?"
    r"(?=(?:that|the|a|an|it|he|she|they|we|there|his|her|its|their|this|these|no)\b|[“\"‘])"
)
LOOSE = re.compile(r"[\s•*>]*(?P<words>\S.*?)[\s]*(?:[.,;:]?\s*[«»‹›“„\"])?\s*", re.S)
INVERTED = re.compile(
    r"\s(?!(?:on|in|at|by|to|from|for|of|with|during|after|before|as|when|while|and|but|that|last|this|earlier|later|[A-Z][a-z]+day)\b)"
    r"(?P<who>[^\n\"“„«.!?;:]{2,80}?)(?:,?\s(?=[\"“„«'‘])|(?=[.,](?:\s|$)))"
)
NEXT_OPENS = re.compile(r"\s*\n\s*(?=[\"“„«‘'])")

SAYING = re.compile(r"\b(?:said|says|added|wrote|asked|replied|explained|recalled|insisted)\b")
NAME_ALONE = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")
ADDRESSED = re.compile(
    r"\b(?:is|are|was|were|been|being)(?:n[’']t| not| never)? (?:\w+ly )?"
    r"(?:told|asked|advised|ordered|urged|warned|informed|assured|instructed|invited|reminded)$",
    re.I,
)
NOBODY = re.compile(r"(?:nobody|no[ -]one|none(?: of them)?|neither)", re.I)
IMPERSONAL = re.compile(
    r"\b(?:be|is|was|been|being|remains|became|[’']s) (?:not |n[’']t |\w+ly )*"
    r"(?:noted|said|believed|thought|alleged|claimed|reported|understood|rumou?red|feared|hoped|"
    r"suspected|known|unknown|unclear|clear|expected|assumed|argued|suggested|recalled|stressed)\b",
    re.I,
)
NOTHING = re.compile(
    r"(?:no|little|any|every) (?:\w+ )*(?:evidence|intelligence|indication|proof|sign|suggestion)$",
    re.I,
)


def parted(text: str, a: Attribution, *, index: int, quotations: Mapping[int, Span]) -> list[Draft]:
    """The drafts of an attribution, the first of them at `index` of the text's.

    `quotations` are the text's, by either edge.
    """
    a = _nobody(text, _without_marks(text, _said_by(text, _without_dateline(text, a))))
    a = _inverted(text, a)
    return _parted(text, _whole_quotations(a, quotations), index)


def from_the_mark(
    text: str, found: Sequence[Attribution], quotations: Sequence[Span]
) -> list[Attribution]:
    """Contents that end with their quotation begin with it: “We saw it. It fell,” he said.

    Unless a part before is somebody's cue or content already, or there is a paragraph between.
    """
    taken = [s for a in found if not a.inside for s in (a.cue, *a.content)]

    def whole(span: Span) -> Span:
        start, end = span
        held = next((q for q in quotations if q[0] < start and q[1] - 2 <= end <= q[1] + 1), None)
        if held is None or start > held[1] or "\n" in text[held[0] : start]:
            return span
        free = not any(s < start and held[0] < e for s, e in taken if (s, e) != span)
        return (held[0], end) if free else span

    return [
        a if a.inside else _with(a, a.source, (whole(a.content[0]), *a.content[1:])) for a in found
    ]


def _with(a: Attribution, source: Span | None, content: tuple[Span, ...]) -> Attribution:
    """The attribution with these; itself where it has them, as most do."""
    same = source == a.source and content == a.content
    return a if same else replace(a, source=source, content=content)


def _without_dateline(text: str, a: Attribution) -> Attribution:
    """ "OSTRIN, 4 May (Hesper) - The ministry said": where it was written is no part of who or what."""
    source = after_dateline(text, a.source) if a.source else None
    return _with(a, source, tuple(after_dateline(text, span) for span in a.content))


def after_dateline(text: str, span: Span) -> Span:
    """What is left of the span where it opens a paragraph with a dateline."""
    opens = span[0] == 0 or text[span[0] - 1] == "\n"
    dateline = DATELINE.match(text, *span) if opens else None
    return (dateline.end(), span[1]) if dateline and dateline.end() < span[1] else span


def _without_marks(text: str, a: Attribution) -> Attribution:
    """A source without its cue or the mark that opens the next quotation."""
    source = a.source
    if source and overlap(source, a.cue):
        before, behind = (source[0], a.cue[0]), (a.cue[1], source[1])
        source = max(before, behind, key=lambda s: s[1] - s[0])
    if source:
        start, end = source
        words = LOOSE.fullmatch(text, start, end)
        source = words.span("words") if words else None
    return _with(a, source, a.content)


def _said_by(text: str, a: Attribution) -> Attribution:
    """“…,” said Ana Reyes, where the network took a part of the name for the cue."""
    if not NAME_ALONE.fullmatch(text, *a.cue):
        return a
    spans = [a.cue, *([a.source] if a.source else [])]
    verb = SAYING.search(text, max(0, min(spans)[0] - 12), max(spans)[1])
    if not verb or verb.end() > a.cue[0]:
        return a
    name = NAME_ALONE.match(text, verb.end() + 1)
    return replace(a, cue=verb.span(), source=name.span() if name else a.source)


def _nobody(text: str, a: Attribution) -> Attribution:
    """ "It is believed that", "nobody said that", "they were told to": no source; "had no evidence to
    suggest": a cue."""
    if a.source is None:
        return a
    who, cue = text[slice(*a.source)], text[slice(*a.cue)]
    addressed = ADDRESSED.search(cue) and 0 <= a.cue[0] - a.source[1] <= 1
    if addressed or NOBODY.fullmatch(who) or (who.casefold() == "it" and IMPERSONAL.search(cue)):
        return replace(a, source=None)
    if NOTHING.match(who) and 0 <= a.cue[0] - a.source[1] <= 1:
        return replace(a, source=None, cue=(a.source[0], a.cue[1]))
    return a


def _inverted(text: str, a: Attribution) -> Attribution:
    """ "…", replied Hale, "…": who stands between a cue and the next mark or stop, where nobody was
    found."""
    behind = INVERTED.match(text, a.cue[1])
    if a.source or behind is None or not labels.speaks(behind["who"]):
        return a
    if not any(s[1] <= a.cue[0] and a.cue[0] - s[1] < 3 for s in a.content):
        return a
    end = behind.end()
    content = ((max(s, end), e) if s < end <= e and s >= a.cue[1] else (s, e) for s, e in a.content)
    return replace(
        a,
        source=behind.span("who"),
        content=tuple((s, e) for s, e in content if not (a.cue[1] <= s < end)),
    )


def _whole_quotations(a: Attribution, whole: Mapping[int, Span]) -> Attribution:
    """Contents with the other mark of a quotation that they lack by one or two characters."""

    def mended(span: Span) -> Span:
        start, end = span
        for edge in (start, start - 1):
            if (q := whole.get(edge)) and q[0] == edge and end <= q[1] <= end + 2:
                return q
        if (q := whole.get(end)) and q[1] == end and q[0] <= start <= q[0] + 2:
            return q
        return span

    return _with(a, a.source, tuple(mended(span) for span in a.content))


def _without_hearer(text: str, a: Attribution) -> Attribution:
    """ "told the Gazette the port was shut": who was told is no part of what was said."""
    if not TOLD.search(text[a.cue[0] : a.cue[1]]):
        return a
    start, end = a.content[0]
    hearer = HEARER.match(text, start, end)
    if start < a.cue[1] or text[a.cue[1] : start].strip() or not hearer:
        return a
    return replace(a, content=((hearer.end(), end), *a.content[1:]))


def _parted(text: str, a: Attribution, index: int) -> list[Draft]:
    """“X,” he said. “Y.”: the second sentence is a statement of its own, without a cue."""
    confidence = a.confidence
    a = _without_hearer(text, a)
    own: list[Span] = []
    later: list[list[Span]] = []
    for span in (part for whole in a.content for part in _by_paragraph(text, whole)):
        border = max(a.cue[1], own[-1][1] if own else 0, later[-1][-1][1] if later else 0)
        apart = (
            span[0] > a.cue[1]
            and (own or later)
            and (SENTENCE_END.search(text[border - 2 : span[0]]) or "\n" in text[border : span[0]])
            and text[span[0]] in OPENS + "'”»"
        )
        if apart and own:
            later.append([span])
        elif later:
            later[-1].append(span)
        else:
            own.append(span)
    first = Draft(tuple(own), a.cue, a.source, confidence, inside=a.inside)
    return [
        first,
        *(Draft(tuple(spans), None, a.source, confidence, speaker=index) for spans in later),
    ]


def _by_paragraph(text: str, span: Span) -> list[Span]:
    """A quotation over several paragraphs, each of which opens with a mark, a part a paragraph."""
    parts, start = [], span[0]
    for blank in NEXT_OPENS.finditer(text, *span):
        parts.append((start, blank.start()))
        start = blank.end()
    return [*parts, (start, span[1])]
