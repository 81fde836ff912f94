"""Where it happened: the place that the line of a claim names and one telling leaves out."""

import re
from collections.abc import Iterator, Sequence

from firsthand.linking.outlets import NAME_WORD, NOT_NAMES
from firsthand.linking.worded import Worded
from firsthand.linking.words import stem

AT = re.compile(
    rf"\b(?P<what>[a-z]+) (?:in|at|near|outside|off|on to|from) (?:the )?(?:[a-z]+ of )?"
    rf"(?P<name>{NAME_WORD}(?: {NAME_WORD}){{0,3}})"
)
FULLY = 0.9
"""Who says less of what happened, as a share of what the version says, is brief in everything."""
TOLD = 0.5
"""The share of the article's fullest wording that a sentence says in which its place stands."""


def left_out(article: Worded, version: Worded, line: Sequence[Worded]) -> str | None:
    """A place of the claim that the version and most of the others name where they word it, and
    nothing of whose name is in this article, though it tells what was there ("a hospital in
    Ostrin"); None where there is none."""
    if article.happened < FULLY * version.happened:
        return None
    others = [w for w in line if w.page.id != article.page.id]
    there = frozenset().union(*article.page.stems)
    telling = {
        s
        for k, stems in enumerate(article.page.stems)
        if article.coverage[k] >= TOLD * article.most
        for s in stems
    }
    for what, place in places(version):
        own = _stems(place)
        if stem(what) not in telling:
            continue
        naming = sum(own <= frozenset().union(*w.page.stems) for w in others)
        if own and not own & there and len(others) > 1 and 2 * naming > len(others):
            return place
    return None


def places(worded: Worded) -> Iterator[tuple[str, str]]:
    """(what is there, where): names behind "in", "at", "near" that the claim has too, in sentences
    that word it."""
    page = worded.page
    for k, (start, end) in enumerate(page.sentences):
        if worded.coverage[k] >= TOLD * worded.most > 0:
            for m in AT.finditer(page.text, start, end):
                own = _stems(m["name"])
                if own and own <= set(worded.weights):
                    yield m["what"], m["name"]


def _stems(name: str) -> set[str]:
    words = [w.casefold() for w in re.findall(r"[^\W\d_]+", name)]
    return {stem(w) for w in words if w not in NOT_NAMES and len(w) > 1}
