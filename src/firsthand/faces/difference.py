"""What changed between two wordings, word by word."""

from difflib import SequenceMatcher
from typing import NamedTuple

from firsthand.faces.wording import clean


class Piece(NamedTuple):
    """Some words, and whether the other wording lacks them."""

    words: str
    changed: bool


def difference(before: str, after: str | None) -> tuple[list[Piece], list[Piece]]:
    """Both wordings in pieces; joined by spaces, the pieces give the cleaned wordings back."""
    left, right = clean(before).split(), clean(after or "").split()
    matcher = SequenceMatcher(
        None, [_bare(word) for word in left], [_bare(word) for word in right], autojunk=False
    )
    olds, news = [], []
    for what, i, j, k, m in matcher.get_opcodes():
        if j > i:
            olds.append(Piece(" ".join(left[i:j]), what != "equal"))
        if m > k:
            news.append(Piece(" ".join(right[k:m]), what != "equal"))
    return olds, news


def _bare(word: str) -> str:
    """A word without its case and the marks around it: “About is about."""
    return word.strip("“”‘’\"'.,;:!?()").casefold() or word
