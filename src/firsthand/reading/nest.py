"""From attributions to drafts: the stages in their order, and what stands in what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.model.span import Span, overlap
from firsthand.reading import labels, transcript
from firsthand.reading.decode import Attribution
from firsthand.reading.draft import PLACE, Draft, places, without
from firsthand.reading.leftout import released
from firsthand.reading.mention import somebody
from firsthand.reading.onward import going_on
from firsthand.reading.parted import from_the_mark, parted

QUOTING = re.compile(r"\b(?:quot|cit)(?:e[sd]?|ing)$", re.I)
AS_SAYING = re.compile(
    r"(?P<who>[^“”\"„«.;:\n]{2,80}?)\sas\s(?:saying|telling|having said)(?:\sthat)?(?:\s+|$)"
)
ADVERB = re.compile(r"\b(?:reportedly|allegedly)\b", re.I)


def drafts(
    text: str, found: Sequence[Attribution], quotations: Sequence[Span], sentences: Sequence[Span]
) -> list[Draft]:
    """The statements of a text in reading order, each with its parent."""
    made: list[Draft] = []
    whole = {edge: q for q in quotations for edge in q}
    uncut = [
        a
        for a in found
        if not (_cites_somebody(text, a) or _cut(a, found) or _twice(text, a, found))
    ]
    uncut = [_without_the_cited(text, a, found) for a in uncut]
    for a in from_the_mark(text, released(text, uncut, found), quotations):
        made.extend(parted(text, a, index=len(made), quotations=whole))
    made.extend(_reportedly(text, made, sentences))
    made = labels.labelled(text, made, quotations)
    made.extend(going_on(text, made, quotations))
    made = transcript.turns(text, made)
    return _held(nested(sorted_with_speakers(made)))


def _held(made: list[Draft]) -> list[Draft]:
    """The drafts without those that would be inside another's words and are in nobody's."""
    while gone := {i for i, d in enumerate(made) if d.inside and d.parent is None}:
        made = nested(without(made, gone))
    return made


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


def _cut(a: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether a surer one's content begins or ends within this one's cue: then it is no cue."""
    return any(
        overlap(a.cue, s) and not (s[0] <= a.cue[0] and a.cue[1] <= s[1])
        for b in found
        if b.confidence > a.confidence
        for s in b.content
    )


def _twice(text: str, a: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether another one credits the same words by the same mention: "he is quoted as saying" is
    one cue in two parts, of which the saying stands."""
    same = [b for b in found if b is not a and (b.source, b.content) == (a.source, a.content)]

    def rank(x: Attribution) -> tuple[bool, float, int]:
        return text[slice(*x.cue)].casefold() == "saying", x.confidence, -x.cue[0]

    return a.source is not None and any(rank(b) > rank(a) for b in same)


def _without_the_cited(text: str, a: Attribution, found: Sequence[Attribution]) -> Attribution:
    """ "“It is done,” the site quoted one person as saying": whom it quotes is no part of what was
    said, unless another one has it."""
    if not QUOTING.search(text, *a.cue):
        return a
    kept = []
    for start, end in a.content:
        cited = AS_SAYING.match(text, start, end)
        if (
            cited
            and somebody(cited["who"])
            and not any(overlap(b.cue, cited.span()) for b in found)
        ):
            start = cited.end()
        if start < end:
            kept.append((start, end))
    return replace(a, content=tuple(kept)) if kept else a


def _cites_somebody(text: str, a: Attribution) -> bool:
    """ "citing two officials" says who is behind another statement, and is none of its own."""
    cue, content = text[a.cue[0] : a.cue[1]], text[a.content[0][0] : a.content[0][1]]
    return cue.casefold() in ("citing", "quoting") and somebody(content)


def sorted_with_speakers(made: Sequence[Draft]) -> list[Draft]:
    """In reading order; indices of speakers follow their drafts."""

    def key(i: int) -> tuple[int, int, int]:
        d = made[i]
        start, end = d.outline if d.speaker is None else (d.content[0][0], d.content[-1][1])
        return start, -end, i

    order = sorted(range(len(made)), key=key)
    place: dict[int | None, int] = {old: new for new, old in enumerate(order)}
    return [
        made[old]
        if made[old].speaker is None
        else replace(made[old], speaker=place[made[old].speaker])
        for old in order
    ]


def nested(made: Sequence[Draft]) -> list[Draft]:
    """Each draft with the smallest other one whose content holds it as its parent."""
    near: dict[int, list[int]] = {}
    for i, d in enumerate(made):
        for place in {p for span in d.content for p in places(span)}:
            near.setdefault(place, []).append(i)
    parents = [_parent(made, i, near) for i in range(len(made))]
    return [
        d if d.parent == parent else replace(d, parent=parent)
        for d, parent in zip(made, parents, strict=True)
    ]


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
