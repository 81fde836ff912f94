"""Who says it where no verb does: "X: “…”", "“…” - X", a headline's "Minister: …".

The network learns a few of these from news; the forms are as good as spelled out, so rules add
what it leaves. A label is believed where it names a person, a role or a body.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from firsthand.model.span import Span, overlap
from firsthand.reading import lexicon
from firsthand.reading.cues import SAYING
from firsthand.reading.draft import Draft, places, without
from firsthand.reading.mention import parse, somebody
from firsthand.reading.names import STARTERS
from firsthand.reading.segments import paragraphs, passages

SURE = 0.9
LABEL = re.compile(
    r"(?:(?:And|Then|Next|Also|But|Now|Meanwhile),?\s)?(?:(?:[Tt]his|more)\s)?(?:[Ff]rom\s)?"
    r"(?P<who>[^:;!?\n]{2,80}?)(?:\son\s[^:\n]{2,60})?(?P<cue>:)\s*"
)
CREDIT = re.compile(r"\s*(?P<cue>[-–—―~]{1,3})\s*(?P<who>[^\n:;!?]{2,80}?)[.\s]*")
HEADLINE = 150  # code points
FIRST = re.compile(r"(?P<who>[^:;!?.,\n]{2,60})(?P<cue>:)\s+(?P<what>\S+\s[^\n]+)")
LAST = re.compile(r"(?P<what>[^\n]+?)\s(?P<cue>[-–—])\s(?P<who>[^:;!?.,\n]{2,40})")
CAPITALS = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}")
NO_SPEAKERS = STARTERS | frozenset(
    """
    warning note notes update updates correction corrections photo photos picture pictures image
    video videos caption related watch read listen exclusive breaking analysis opinion comment
    review obituary live contact time date place cost price tickets question answer q a verdict
    title headline quote example result score age
    """.split()
)
"""Words before a colon that are headings, and nobody who speaks."""
DOCUMENTS = frozenset("poll polls survey report study audit inquiry review sources".split())
"""What a headline credits by one word, besides people and bodies."""


def labelled(text: str, made: Sequence[Draft], quotations: Sequence[Span]) -> list[Draft]:
    """The drafts, with one for each quotation whose label or credit line none had taken up."""
    near: dict[int, set[int]] = {}
    for i, d in enumerate(made):
        for span in (*d.content, *([d.mention] if d.mention else ())):
            for place in places(span):
                near.setdefault(place, set()).add(i)
    gone: set[int] = set()
    more: list[Draft] = []
    for found, quote in _labels(text, quotations):
        spans = (*quote, found.span("who"))
        beside = {i for span in spans for place in places(span) for i in near.get(place, ())}
        replaced = _replaced({i: made[i] for i in beside - gone}, found.span("who"), quote)
        taken = bool(more) and more[-1].content[-1] == quote[-1]
        if replaced is not None and not taken and speaks(found["who"]):
            gone |= replaced
            more.append(Draft(quote, found.span("cue"), found.span("who"), SURE))
    return _headline(text, [*without(made, gone), *more], quotations)


def _labels(
    text: str, quotations: Sequence[Span]
) -> Iterator[tuple[re.Match[str], tuple[Span, ...]]]:
    """Labels and credit lines, each with the quotations that it stands beside."""
    lines, bodies = paragraphs(text), passages(text)
    begins = [start for start, _ in lines]
    by_line = groupby(quotations, lambda quote: bisect_right(begins, quote[0]) - 1)
    for at, group in by_line:
        quotes = list(group)
        first, last = quotes[0], quotes[-1]
        if found := LABEL.fullmatch(text, bodies[at][0], first[0]):
            yield found, (first,)
        after = CREDIT.fullmatch(text, last[1], lines[at][1])
        if not after and last[1] >= lines[at][1] - 1 and at + 1 < len(lines):
            after = CREDIT.fullmatch(text, *lines[at + 1])
        if after:
            yield after, _whole(text, quotes)


def _whole(text: str, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """The quotations that a credit line stands for: those with nothing but blanks between them."""
    first = len(quotes) - 1
    while first and not text[quotes[first - 1][1] : quotes[first][0]].strip():
        first -= 1
    return tuple(quotes[first:])


def _replaced(beside: Mapping[int, Draft], who: Span, quote: tuple[Span, ...]) -> set[int] | None:
    """The drafts that had a part of it or gave its source another quotation; None where one has
    the quotation, with this source or with one of its own that stands before it."""
    gone = set()
    for i, d in beside.items():
        taken = d.mention is not None and overlap(d.mention, who) > 0
        holds = any(overlap(s, q) > (q[1] - q[0]) / 2 for s in d.content for q in quote)
        inner = d.mention is not None and any(overlap(d.mention, q) for q in quote)
        if holds and (taken or (d.mention is not None and not inner)):
            return None
        if taken or (holds and not inner):
            gone.add(i)
    return gone


def speaks(words: str) -> bool:
    """Whether a label can be a speaker's: somebody, with no verb of saying and no heading."""
    low = words.casefold().strip(" .").split()
    if not low or len(low) > 12 or set(low) <= NO_SPEAKERS or SAYING.search(words):
        return False
    return somebody(words)


# -- headlines


def _headline(text: str, made: list[Draft], quotations: Sequence[Span]) -> list[Draft]:
    """ "Minister: Port stays shut", "Port stays shut - sources", "‘No’: Hale denies it"."""
    line = next(iter(passages(text)), None)
    if line is None or line[1] - line[0] > HEADLINE or text[line[1] - 1] in ".!?":
        return made
    quote = next((q for q in quotations if q[0] == line[0]), None)
    if quote and (told := re.compile(r"\s*(?P<cue>:)\s+").match(text, quote[1], line[1])):
        who = _known_at(text, made, told.end())
        if who and not _held(made, quote):
            return [*made, Draft((quote,), told.span("cue"), who, SURE)]
        return made
    for way in (FIRST, LAST):
        found = way.fullmatch(text, *line)
        if not found or not _credited(text, made, found["who"], last=way is LAST):
            continue
        who, what = found.span("who"), found.span("what")
        if not _held(made, what) and not any(d.mention and overlap(d.mention, who) for d in made):
            return [*made, Draft((what,), found.span("cue"), who, SURE)]
    return made


def _held(made: Sequence[Draft], what: Span) -> bool:
    return any(overlap(s, what) > (what[1] - what[0]) / 3 for d in made for s in d.content)


def _credited(text: str, made: Sequence[Draft], who: str, *, last: bool) -> bool:
    """Whether a headline's label is a role, a body or a document, or who is credited below."""
    low = who.casefold().split()
    if not low or set(low) <= NO_SPEAKERS - DOCUMENTS or SAYING.search(" ".join(low[1:])):
        return False
    if low[-1] in DOCUMENTS | lexicon.ROLES | lexicon.ORGANISATION_WORDS | lexicon.PLURAL_PEOPLE:
        return len(low) < 6
    name = parse(who).name
    return name is not None and _credits(text, made, name.split()[-1])


def _credits(text: str, made: Sequence[Draft], word: str) -> bool:
    return any(d.mention and word in text[d.mention[0] : d.mention[1]] for d in made)


def _known_at(text: str, made: Sequence[Draft], at: int) -> Span | None:
    """The name at this place, as long as its last word is that of somebody who is credited."""
    name = CAPITALS.match(text, at)
    if name is None:
        return None
    ends = [m.end() for m in re.finditer(r"[^\s]+", name.group())]
    known = [e for e in ends if _credits(text, made, name.group()[:e].split()[-1])]
    if not known and SAYING.match(text, name.end() + 1):
        known = [len(name.group())]
    return (at, at + known[-1]) if known else None
