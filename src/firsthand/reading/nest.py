"""From attributions to drafts: what goes on without a cue, and what stands in what."""

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.model.span import Span, overlap
from firsthand.reading import transcript
from firsthand.reading.decode import Attribution
from firsthand.reading.draft import Draft
from firsthand.reading.mention import somebody
from firsthand.reading.segments import paragraphs

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
LEAST = 12  # code points: shorter leftovers are scare quotes and nicknames


def drafts(
    text: str, found: Sequence[Attribution], quotations: Sequence[Span], sentences: Sequence[Span]
) -> list[Draft]:
    """The statements of a text in reading order, each with its parent."""
    made: list[Draft] = []
    for a in (a for a in found if not _cites_somebody(text, a)):
        made.extend(_parted(text, _without_dateline(text, a), len(made)))
    made.extend(_reportedly(text, made, sentences))
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
    confidence = max(a.confidence, a.inner)
    a = _without_hearer(text, a)
    own: list[Span] = []
    later: list[list[Span]] = []
    for span in a.content:
        border = max(a.cue[1], own[-1][1] if own else 0, later[-1][-1][1] if later else 0)
        apart = (
            span[0] > a.cue[1]
            and (own or later)
            and SENTENCE_END.search(text[border - 2 : span[0]])
            and text[span[0]] in "\"“”'‘«"
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


def _going_on(text: str, made: Sequence[Draft], quotations: Sequence[Span]) -> list[Draft]:
    """Quotations that no statement holds, and whose speaker the place shows.

    In the same paragraph the quotation goes on from the statement before it. At the start of a
    paragraph it does when the paragraph before ended inside a quotation that was never closed.
    """
    more: list[Draft] = []
    starts = {start: i for i, (start, _) in enumerate(paragraphs(text))}
    lines = paragraphs(text)
    for quote in quotations:
        held = any(
            overlap(quote, s) > (quote[1] - quote[0]) / 2
            or (d.cue is None and overlap(quote, s) > 0)
            or (s[0] <= quote[0] and quote[1] <= s[1])
            for d in made
            if not (d.cue and quote[0] <= d.cue[0] and d.cue[1] <= quote[1])
            for s in d.content
        )
        if quote[1] - quote[0] < LEAST or held:
            continue
        line = next((i for i, (s, e) in enumerate(lines) if s <= quote[0] < e), None)
        if line is None:
            continue
        everything = [*made, *more]
        if quote[0] in starts and line:
            previous = lines[line - 1]
            before = [
                i
                for i, d in enumerate(everything)
                if previous[0] <= d.outline[0]
                and d.outline[1] <= previous[1] + 1
                and text[d.content[-1][0]] in '"“«'
            ]
            if before and quote[1] >= lines[line][1] - 1:
                more.append(
                    _after(
                        everything, max(before, key=lambda i: everything[i].outline[1]), quote, made
                    )
                )
            continue
        inside_line = [
            i
            for i, d in enumerate(everything)
            if d.parent is None and lines[line][0] <= d.outline[0] and d.outline[1] <= quote[0]
        ]
        sentence_starts = bool(SENTENCE_END.search(text[max(0, quote[0] - 8) : quote[0]]))
        if inside_line and sentence_starts:
            last = max(inside_line, key=lambda i: everything[i].outline[1])
            if any(text[s] in '"“«' for s, _ in everything[last].content):
                more.append(_after(everything, last, quote, made))
    return more


def _after(everything: Sequence[Draft], index: int, quote: Span, made: Sequence[Draft]) -> Draft:
    speaker = everything[index].speaker if everything[index].speaker is not None else index
    return Draft((quote,), None, None, 0.8 * everything[index].confidence, speaker=speaker)


def sorted_with_speakers(made: Sequence[Draft]) -> list[Draft]:
    """In reading order; indices of speakers follow their drafts."""
    order = sorted(range(len(made)), key=lambda i: (made[i].outline[0], -made[i].outline[1], i))
    place: dict[int | None, int] = {old: new for new, old in enumerate(order)}
    return [replace(made[old], speaker=place.get(made[old].speaker)) for old in order]


def nested(made: Sequence[Draft]) -> list[Draft]:
    """Each draft with the smallest other one whose content holds it as its parent."""
    return [replace(d, parent=_parent(made, i)) for i, d in enumerate(made)]


def _parent(made: Sequence[Draft], index: int) -> int | None:
    d = made[index]
    anchor = d.cue or d.content[0]
    fits = []
    for j, other in enumerate(made):
        if j == index or other.speaker == index or d.speaker == j:
            continue
        holds = any(s <= anchor[0] and anchor[1] <= e for s, e in other.content)
        if holds and _size(other) > _size(d) and other.cue != d.cue:
            fits.append((_size(other), j))
    return min(fits)[1] if fits else None


def _size(d: Draft) -> int:
    return sum(e - s for s, e in d.content)
