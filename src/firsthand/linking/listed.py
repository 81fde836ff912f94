"""Who is named in a list of denials: "denials from the line, the port office and the union"."""

import re
from collections.abc import Iterator

from firsthand.linking.voice import Voice
from firsthand.linking.worded import Worded
from firsthand.model.reading import Naming, Source, SourceKind
from firsthand.model.span import Span
from firsthand.model.trace import Side

DENIALS = re.compile(
    r"(?i)\b(?:denials? (?:\w+ ){0,2}?(?:from|by)|(?:been|is|was|were) (?:\w+ )?denied by)\s"
)
ALL = re.compile(r"(?i)(?:all sides|everybody|everyone|all (?:of them|concerned))?\s*[:–—-]*\s*")
NAME = re.compile(r"(?:[Tt]he |both the )?(?P<name>[^,;.:–—]+?)(?=,| and |;|\.|:| [–—-]|$)")
GAP = re.compile(r",? and |,\s*")
CLAUSE = re.compile(r" (?:who|which|that) .*$", re.S)
BESIDE = 0.3
"""The share of the article's fullest wording that the list's sentence, or one beside it, says."""
MANY = 2
"""A list has this many names at least."""


def denying(worded: Worded) -> list[Voice]:
    """The voices of such a list, in reading order, where the article opens with the claim or
    words it beside the list, so that what they deny is the claim."""
    found: list[Voice] = []
    text = worded.page.text
    for m in DENIALS.finditer(text):
        place = worded.page.at(m.start())
        sentence = worded.page.sentences[place]
        if not (worded.opens or worded.carries(place, BESIDE)):
            continue
        named = list(_names(text, (m.end(), sentence[1])))
        if len(named) >= MANY:
            found += [_voice(worded, span, k) for k, span in enumerate(named)]
    return found


def _names(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    if opening := ALL.match(text, start, end):
        start = opening.end()
    while m := NAME.match(text, start, end):
        name = CLAUSE.sub("", m["name"])
        if not name.strip():
            return
        yield (m.start("name"), m.start("name") + len(name))
        gap = GAP.match(text, m.end(), end)
        if not gap:
            return
        start = gap.end()


def _voice(worded: Worded, span: Span, number: int) -> Voice:
    name = worded.page.text[slice(*span)]
    source = Source(
        f"denying{number + 1}", name, SourceKind.ORGANISATION, Naming.NAMED, None, (span,)
    )
    return Voice(worded.page.id, (), source, Side.DENIES, True, span, None)
