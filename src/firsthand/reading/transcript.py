"""Transcripts: "HALE: …" begins a turn, and the paragraphs after it go on with it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.model.span import Span, overlap
from firsthand.reading.draft import Draft
from firsthand.reading.segments import paragraphs

TURN = re.compile(r"^[\"“]?(?P<who>[A-Z][A-Z.’' -]{1,30}[A-Z])(?:\s?\([^)]*\))?:\s+")
LEAST = 60  # code points: a shorter paragraph after a turn is a note of the scene


def turns(text: str, made: Sequence[Draft]) -> list[Draft]:
    """The drafts with a statement for each turn, its speaker the name before the colon.

    One such paragraph alone is a label ("WARNING: …"), so two are needed.
    """
    lines = paragraphs(text)
    found = {i: m for i, (start, end) in enumerate(lines) if (m := TURN.match(text[start:end]))}
    if len(found) < 2:
        return list(made)
    kept = list(made)
    for i, match in found.items():
        _add_turn(kept, lines[i], match)
    for i in range(len(lines)):
        _add_going_on(kept, text, lines=lines, at=i, turns=sorted(found))
    return kept


def _add_turn(kept: list[Draft], line: Span, match: re.Match[str]) -> None:
    words = (line[0] + match.end(), line[1])
    who = (line[0] + match.start("who"), line[0] + match.end("who"))
    if words[1] - words[0] < 2:
        return
    for i, draft in enumerate(kept):
        if draft.mention == who or _covers(draft, words):
            kept[i] = replace(draft, content=(words,), cue=None, mention=who)
            return
    kept.append(Draft((words,), None, who, 0.9))


def _covers(draft: Draft, words: Span) -> bool:
    return any(overlap(words, s) > 0.8 * (words[1] - words[0]) for s in draft.content)


def _add_going_on(
    kept: list[Draft], text: str, *, lines: Sequence[Span], at: int, turns: Sequence[int]
) -> None:
    """A quoted paragraph that is no turn belongs to the turn before it."""
    start, end = lines[at]
    before = [t for t in turns if t < at]
    if at in turns or not before or at > turns[-1] + 1:
        return
    if text[start] not in '"“' or end - start < LEAST:
        return
    turn = lines[before[-1]]
    for i, draft in enumerate(kept):
        if draft.cue is None and draft.mention and turn[0] <= draft.mention[0] < turn[1]:
            if not any(d.content[0] == (start, end) for d in kept):
                kept.append(Draft(((start, end),), None, None, 0.8, speaker=i))
            return
