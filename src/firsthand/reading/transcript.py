"""Transcripts: "HALE: …" begins a turn, and the paragraphs after it go on with it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from firsthand.model.span import Span, overlap
from firsthand.reading.draft import Draft, without
from firsthand.reading.labels import NO_SPEAKERS, speaks
from firsthand.reading.segments import passages

ASIDE = r"(?:\s?[(\[][^)\]\n]{1,60}[)\]])?"
CAPITALS = re.compile(
    rf"[\"“]?(?P<who>[A-Z][A-Z.’' -]{{0,38}}[A-Z](?:\s\d)?)(?:,\s[^:\n]{{2,80}})?{ASIDE}:\s+(?=\S)"
)
NAMED = re.compile(rf"[\"“]?(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,4}}){ASIDE}:\s+(?=\S)")
NOTE = re.compile(r"[(\[][^)\]\n]*[)\]]\.?")
DIRECTION = re.compile(
    r"\((?-i:[A-Z][A-Z .,’'-]+)\)|[(\[][a-z ]{0,30}(?:laugh|applau|cheer|crosstalk|inaudible|pause"
    r"|sigh|music|clip|video|break|noise|silence|nod|unintelligible|off[ -]mic)[a-z ]{0,30}[.)\]]+",
    re.I,
)
TALK = re.compile(r"\?|\b(?:I|we|you|me|us|my|our|your)\b", re.I)
LEAST = 60  # code points: a shorter paragraph after a turn is a note of the scene


def is_transcript(text: str) -> bool:
    """Whether at least two paragraphs begin with who speaks in them."""
    return len(_labels(text, passages(text))) > 1


def turns(text: str, made: Sequence[Draft]) -> list[Draft]:
    """The drafts with a statement for each turn, its speaker the name before the colon.

    One such paragraph alone is a label ("WARNING: …"), so two are needed. Of an interview's
    "Q: … A: …" the answers are statements of nobody named, and the questions the publisher's.
    """
    lines = passages(text)
    found = _labels(text, lines)
    if len(found) < 2:
        return list(made)
    said = {i: _words(text, lines[i], m.end()) for i, m in found.items() if m["who"] != "Q"}
    later = _going_on(text, lines, found)
    gone = set()
    for i, d in enumerate(made):
        for n in _touched(d, lines):
            label = found.get(n)
            if (label and _replaced(d, label.span("who"), said.get(n, ()))) or (
                n in later and _covers(d, (lines[n],))
            ):
                gone.add(i)
    kept = without(made, gone)
    place = {}
    for n, words in said.items():
        if words:
            place[n] = len(kept)
            who = None if found[n]["who"] == "A" else found[n].span("who")
            kept.append(Draft(words, None, who, 0.9))
    for n, turn in later.items():
        words = _words(text, lines[n], lines[n][0])
        if turn in place and words:
            kept.append(Draft(words, None, None, 0.8, speaker=place[turn]))
    return kept


def _labels(text: str, lines: Sequence[Span]) -> dict[int, re.Match[str]]:
    """Of each turn its label, by the number of its paragraph."""
    found = {i: m for i, line in enumerate(lines) if (m := CAPITALS.match(text, *line))}
    found = {i: m for i, m in found.items() if not set(m["who"].casefold().split()) <= NO_SPEAKERS}
    return found if len(found) > 1 else _conversation(text, lines)


def _conversation(text: str, lines: Sequence[Span]) -> dict[int, re.Match[str]]:
    """Labels in small letters: names that take turns, one of them again, and talk to each other."""
    found = {i: m for i, line in enumerate(lines) if (m := NAMED.match(text, *line))}
    found = {i: m for i, m in found.items() if m["who"] in ("Q", "A") or speaks(m["who"])}
    often = Counter(m["who"] for m in found.values())
    if len(often) < 2 or max(often.values()) < 2 or len(found) * 2 < max(found) - min(found) + 1:
        return {}
    talk = sum(bool(TALK.search(text, m.end(), lines[i][1])) for i, m in found.items())
    return found if talk * 2 >= len(found) else {}


def _words(text: str, line: Span, start: int) -> tuple[Span, ...]:
    """What is said from `start` on, without the directions for the stage."""
    edges = [start, *(at for m in DIRECTION.finditer(text, start, line[1]) for at in m.span())]
    parts = zip(edges[::2], [*edges[1::2], line[1]], strict=True)
    return tuple(span for part in parts if (span := _stripped(text, part)))


def _stripped(text: str, span: Span) -> Span | None:
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip())
    return (start, start + len(words.strip())) if words.strip() else None


def _touched(draft: Draft, lines: Sequence[Span]) -> set[int]:
    """The numbers of the paragraphs that a draft's mention and content stand in."""
    spans = [*draft.content, *([draft.mention] if draft.mention else [])]
    return {
        n
        for start, end in spans
        for n in range(
            max(bisect_right(lines, (start, end)) - 1, 0), bisect_right(lines, (end, end))
        )
    }


def _replaced(draft: Draft, who: Span, words: Sequence[Span]) -> bool:
    """Whether a turn says better what this draft says: it is of the label, or has the turn's words
    and nobody in them."""
    if draft.mention and overlap(draft.mention, who):
        return True
    within = draft.mention is not None and any(overlap(draft.mention, s) for s in words)
    return not within and _covers(draft, words)


def _covers(draft: Draft, words: Sequence[Span]) -> bool:
    size = sum(e - s for s, e in words)
    return sum(overlap(w, s) for w in words for s in draft.content) > 0.8 * size


def _going_on(
    text: str, lines: Sequence[Span], found: Mapping[int, re.Match[str]]
) -> dict[int, int]:
    """Paragraphs that go on with a turn, each with the turn's: quoted ones, and where the text is
    mostly turns all between two of them but notes of the scene."""
    numbers = sorted(found)
    mostly = len(numbers) * 2 > numbers[-1] - numbers[0]
    later, turn = {}, numbers[0]
    for i in range(numbers[0], min(numbers[-1] + 2, len(lines))):
        start, end = lines[i]
        if i in found:
            turn = i
        elif end - start >= LEAST and (
            text[start] in '"“'
            or (mostly and i < numbers[-1] and not NOTE.fullmatch(text, start, end))
        ):
            later[i] = turn
    return later
