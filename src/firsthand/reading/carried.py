"""Links that a statement has from others around it: one breath, a headline that sums up, a poll.

Each function gives the links to put before chains that have none: draft index to entity indices.
"""

import re
from collections.abc import Mapping, Sequence

from firsthand.model.reading import SourceKind
from firsthand.model.span import Span
from firsthand.reading.draft import Draft
from firsthand.reading.entity import Entity
from firsthand.reading.kinds import SHARE
from firsthand.reading.segments import paragraphs

Chain = tuple[int, ...]
POLLS = frozenset("poll survey polls surveys questionnaire".split())
LEAST = 4  # content words, fewer sum up anything
SUMMED_UP = 0.4
"""Share of a headline's content words that the later statement must hold."""


def one_breath(text: str, drafts: Sequence[Draft], chains: Sequence[Chain]) -> Mapping[int, Chain]:
    """ "“X,” he said. “Y,” he said on Channel Nine.": quotations of one paragraph and one speaker
    are from one interview, also those before the outlet is named."""
    found: dict[int, Chain] = {}
    for start, end in paragraphs(text):
        here = [
            i
            for i, d in enumerate(drafts)
            if d.parent is None and start <= d.at < end and _quoted(text, d) and chains[i]
        ]
        for i in here:
            later = [j for j in here if drafts[j].at > drafts[i].at and len(chains[j]) > 1]
            if len(chains[i]) == 1 and later and chains[later[0]][-1] == chains[i][0]:
                found[i] = chains[later[0]][:-1]
    return found


def summed_up(
    text: str, drafts: Sequence[Draft], entities: Sequence[Entity], chains: Sequence[Chain]
) -> Mapping[int, Chain]:
    """A headline or lead that sums up what came through an outlet came through it too."""
    lines = paragraphs(text)[:2]
    found: dict[int, Chain] = {}
    for i, d in enumerate(drafts):
        line = next((n for n, (s, e) in enumerate(lines) if s <= d.content[0][0] < e), None)
        if line is None or d.parent is not None or len(chains[i]) != 1:
            continue
        words = _stems(text, d.content)
        if len(words) < LEAST:
            continue
        for j, other in enumerate(drafts):
            outer = chains[j][:-1]
            if (
                other.at > lines[line][1]
                and other.parent is None
                and outer
                and chains[j][-1] == chains[i][0]
                and all(entities[x].kind is SourceKind.OUTLET for x in outer)
                and len(words & _stems(text, other.content)) >= SUMMED_UP * len(words)
            ):
                found[i] = outer
                break
    return found


def polled(
    drafts: Sequence[Draft], entities: Sequence[Entity], chains: Sequence[Chain]
) -> Mapping[int, Chain]:
    """ "52 percent of voters said": they said it to the poll that the article has spoken of."""
    found: dict[int, Chain] = {}
    for i, d in enumerate(drafts):
        if d.parent is not None or len(chains[i]) != 1 or not _share(entities[chains[i][0]]):
            continue
        before = [
            (drafts[j].outline[0], chains[j])
            for j in range(len(drafts))
            if chains[j] and drafts[j].outline[0] < d.at and _poll(entities[chains[j][-1]])
        ]
        if before:
            found[i] = max(before)[1]
    return found


def put_before(
    drafts: Sequence[Draft], chains: list[Chain], links: Mapping[int, Chain]
) -> list[Chain]:
    """The chains with these links, also those of the statements inside the ones that get them."""
    made = list(chains)
    for i, link in links.items():
        for j in range(len(drafts)):
            if _inside(drafts, j, i) or drafts[j].speaker == i:
                made[j] = tuple(dict.fromkeys((*link, *chains[j])))
    return made


def _inside(drafts: Sequence[Draft], index: int | None, outer: int) -> bool:
    while index is not None and index != outer:
        index = drafts[index].parent
    return index == outer


def _quoted(text: str, d: Draft) -> bool:
    return text[d.content[0][0]] in "“\"‘'«"


def _stems(text: str, content: Sequence[Span]) -> set[str]:
    words = (w for s, e in content for w in re.findall(r"[\w]+", text[s:e].casefold()))
    return {w[:5] for w in words if len(w) > 3}


def _share(entity: Entity) -> bool:
    return entity.kind is SourceKind.GROUP and bool(SHARE.match(entity.name))


def _poll(entity: Entity) -> bool:
    last = re.findall(r"\w+", re.split(r"\b(?:of|in|by|for|from)\b", entity.name.casefold())[0])
    return entity.kind is not SourceKind.PERSON and bool(last) and last[-1] in POLLS
