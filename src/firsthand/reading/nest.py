"""From attributions to drafts: what goes on without a cue, and what stands in what."""

import re
from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.model.span import Span, overlap
from firsthand.reading import labels, transcript
from firsthand.reading.decode import Attribution
from firsthand.reading.draft import Draft
from firsthand.reading.mention import somebody
from firsthand.reading.segments import OPENS, paragraphs

SENTENCE_END = re.compile(r"[.!?][\"”’']?(?:\s*\([^)]*\))?\s*$")
ADVERB = re.compile(r"\b(?:reportedly|allegedly)\b", re.I)
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
PLACE = 256  # code points
FEW = 50  # drafts of one paragraph that are looked at for who goes on speaking
LEAST = 12  # code points: shorter leftovers are scare quotes and nicknames


def drafts(
    text: str, found: Sequence[Attribution], quotations: Sequence[Span], sentences: Sequence[Span]
) -> list[Draft]:
    """The statements of a text in reading order, each with its parent."""
    made: list[Draft] = []
    whole = {edge: q for q in quotations for edge in q}
    for a in (a for a in found if not _cites_somebody(text, a)):
        a = _inverted(text, _without_marks(text, _without_dateline(text, a)))
        made.extend(_parted(text, _whole_quotations(a, whole), len(made)))
    made.extend(_reportedly(text, made, sentences))
    made = labels.labelled(text, made, quotations)
    made.extend(_going_on(text, made, quotations))
    made = transcript.turns(text, made)
    return nested(sorted_with_speakers(made))


def _reportedly(text: str, made: Sequence[Draft], sentences: Sequence[Span]) -> list[Draft]:
    """ "He reportedly left": the adverb is a cue of nobody, its content the clause around it."""
    more = []
    for adverb in ADVERB.finditer(text):
        at = adverb.span()
        if any(
            (d.cue and overlap(at, d.cue)) or any(overlap(at, s) for s in d.content) for d in made
        ):
            continue
        start, end = next(((s, e) for s, e in sentences if s <= at[0] < e), at)
        while end > at[1] and text[end - 1] in '.!?”" ':
            end -= 1
        relative = re.search(r"\b(?:who|which|that) $", text[start : at[0]])
        if relative:
            comma = text.find(",", at[1], end)
            end = comma if comma > 0 else end
        before = text[start : at[0]].rstrip()
        parts = [(start, start + len(before))] if before and not relative else []
        after = at[1] + len(text[at[1] : end]) - len(text[at[1] : end].lstrip())
        if after < end:
            more.append(Draft((*parts, (after, end)), at, None, 0.7))
    return more


def _cites_somebody(text: str, a: Attribution) -> bool:
    """ "citing two officials" says who is behind another statement, and is none of its own."""
    cue, content = text[a.cue[0] : a.cue[1]], text[a.content[0][0] : a.content[0][1]]
    return cue.casefold() in ("citing", "quoting") and somebody(content)


def _without_dateline(text: str, a: Attribution) -> Attribution:
    """ "OSTRIN, 4 May (Hesper) - The ministry said": where it was written is no part of who or what."""

    def after(span: Span) -> Span:
        opens = span[0] == 0 or text[span[0] - 1] == "\n"
        dateline = DATELINE.match(text, *span) if opens else None
        return (dateline.end(), span[1]) if dateline and dateline.end() < span[1] else span

    return replace(
        a,
        source=after(a.source) if a.source else None,
        content=tuple(after(span) for span in a.content),
    )


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
    return replace(a, source=source)


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

    return replace(a, content=tuple(mended(span) for span in a.content))


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
    first = Draft(tuple(own), a.cue, a.source, confidence)
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


def _going_on(text: str, made: Sequence[Draft], quotations: Sequence[Span]) -> list[Draft]:
    """Quotations that no statement holds, and whose speaker the place shows.

    In the same paragraph the quotation goes on from the statement before it. At the start of a
    paragraph it does when the paragraph before ended inside a quotation that was never closed.
    """
    everything = list(made)
    ends = sorted((d.outline[1], i) for i, d in enumerate(made))
    held = _Contents(made)
    lines = paragraphs(text)
    begins = [start for start, _ in lines]
    for quote in quotations:
        at = bisect_right(begins, quote[0]) - 1
        if quote[1] - quote[0] < LEAST or at < 0 or held.holds(quote):
            continue
        if quote[0] == begins[at] and at:
            whole = quote[1] >= lines[at][1] - 1
            before = _last(everything, ends, lines[at - 1], before=lines[at - 1][1] + 1)
            fits = [i for i in before if text[everything[i].content[-1][0]] in OPENS and whole][:1]
        else:
            before = _last(everything, ends, lines[at], before=quote[0])
            starts = SENTENCE_END.search(text[max(0, quote[0] - 8) : quote[0]])
            fits = [
                i
                for i in before[:1]
                if starts and any(text[s] in OPENS for s, _ in everything[i].content)
            ]
        if fits:
            draft = _after(everything, fits[0], quote)
            insort(ends, (draft.outline[1], len(everything)))
            everything.append(draft)
            held.add(draft)
    return everything[len(made) :]


def _last(
    everything: Sequence[Draft], ends: Sequence[tuple[int, int]], line: Span, *, before: int
) -> list[int]:
    """The drafts that lie in a paragraph and end by `before`, the last ones first."""
    found: list[int] = []
    at = bisect_right(ends, (before, len(everything))) - 1
    while at >= 0 and ends[at][0] > line[0] and len(found) < FEW:
        if everything[ends[at][1]].outline[0] >= line[0]:
            found.append(ends[at][1])
        at -= 1
    return found


class _Contents:
    """Which quotations the contents of drafts hold; a content is filed under its places in the
    text, so that thousands of quotations and drafts need not all be compared."""

    def __init__(self, made: Sequence[Draft]):
        self._near: dict[int, list[tuple[Span, Draft]]] = {}
        for draft in made:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        for span in draft.content:
            for place in _places(span):
                self._near.setdefault(place, []).append((span, draft))

    def holds(self, quote: Span) -> bool:
        return any(
            _holds(span, draft, quote)
            for place in _places(quote)
            for span, draft in self._near.get(place, ())
        )


def _holds(span: Span, draft: Draft, quote: Span) -> bool:
    if draft.cue and quote[0] <= draft.cue[0] and draft.cue[1] <= quote[1]:
        return False
    common = overlap(quote, span)
    return common > (0 if draft.cue is None else (quote[1] - quote[0]) / 2) or (
        span[0] <= quote[0] and quote[1] <= span[1]
    )


def _after(everything: Sequence[Draft], index: int, quote: Span) -> Draft:
    speaker = everything[index].speaker if everything[index].speaker is not None else index
    return Draft((quote,), None, None, 0.8 * everything[index].confidence, speaker=speaker)


def sorted_with_speakers(made: Sequence[Draft]) -> list[Draft]:
    """In reading order; indices of speakers follow their drafts."""

    def key(i: int) -> tuple[int, int, int]:
        d = made[i]
        start, end = d.outline if d.speaker is None else (d.content[0][0], d.content[-1][1])
        return start, -end, i

    order = sorted(range(len(made)), key=key)
    place: dict[int | None, int] = {old: new for new, old in enumerate(order)}
    return [replace(made[old], speaker=place.get(made[old].speaker)) for old in order]


def nested(made: Sequence[Draft]) -> list[Draft]:
    """Each draft with the smallest other one whose content holds it as its parent."""
    near: dict[int, list[int]] = {}
    for i, d in enumerate(made):
        for place in {p for span in d.content for p in _places(span)}:
            near.setdefault(place, []).append(i)
    return [replace(d, parent=_parent(made, i, near)) for i, d in enumerate(made)]


def _places(span: Span) -> range:
    """The places in the text that a span touches: what touches none in common is far apart."""
    return range(span[0] // PLACE, span[1] // PLACE + 1)


def _parent(made: Sequence[Draft], index: int, near: Mapping[int, Sequence[int]]) -> int | None:
    d = made[index]
    anchor = d.cue or d.content[0]
    fits = []
    for j in near.get(anchor[0] // PLACE, ()):
        other = made[j]
        if j == index or other.speaker == index or d.speaker == j:
            continue
        holds = any(s <= anchor[0] and anchor[1] <= e for s, e in other.content)
        if holds and _size(other) > _size(d) and other.cue != d.cue:
            fits.append((_size(other), j))
    return min(fits)[1] if fits else None


def _size(d: Draft) -> int:
    return sum(e - s for s, e in d.content)
