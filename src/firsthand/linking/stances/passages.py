"""What of an article is held against a claim: its first sentences, those that say most of it, and
those that deny something. Two looks, the second with more of an eye for denials, see more than one:
where that was chosen, the mean of both found disagreement best."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from firsthand.linking.stance import CORRECTION, DENIAL
from firsthand.linking.words import sentences, stems
from firsthand.model.span import Span


@dataclass(frozen=True, slots=True)
class Look:
    """`first`: sentences from the beginning that are always seen; `denying`: what a word of denial
    is worth, of all that the claim says."""

    first: int
    denying: float


LOOKS = (Look(2, 0.25), Look(1, 0.8))
"""The network was trained by the first."""
EARLY = 0.1
"""What it is worth to stand first; sentences further down are worth less and less of it."""
LONGEST = 400
"""Code points of a sentence that are shown: lists without full stops are cut."""


def telling(claim: str, text: str, *, most: int, look: Look = LOOKS[0]) -> list[Span]:
    """Sentences of the text, in reading order, of at most so many code points together."""
    wanted = stems(claim)
    worth = {
        span: len(wanted & said) / max(1, len(wanted))
        + look.denying * denies
        + EARLY / (1 + place / 4)
        + (place < look.first)
        for place, (span, said, denies) in enumerate(_looked_at(text))
    }
    kept, left = [], most
    for span in sorted(worth, key=lambda s: (-worth[s], s)):
        if span[1] - span[0] <= left:
            kept.append(span)
            left -= span[1] - span[0]
    return sorted(kept) or [(0, min(len(text), most))]


def shown(text: str, spans: Iterable[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)


@lru_cache(maxsize=2000)
def _looked_at(text: str) -> tuple[tuple[Span, frozenset[str], bool], ...]:
    """Each sentence, its stems, and whether it denies something. Remembered, since an article is
    held against many claims."""
    found = []
    for start, end in sentences(text):
        span = (start, min(end, start + LONGEST))
        denies = bool(DENIAL.search(text, *span) or CORRECTION.search(text, *span))
        found.append((span, stems(text, span), denies))
    return tuple(found)
