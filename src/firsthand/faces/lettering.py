"""Words into boxes without a browser: how wide a line is, and where to break it.

No font is known beforehand, so the widths are those of a wide one (DejaVu Sans): in a narrower one
a line ends early, and in none does it run out of its box.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_EM = (
    ("ijl'|", 0.30),
    (".,:;!· ", 0.33),
    ('frtI()[]-‘’“”"', 0.42),
    ("ckszvxyJ", 0.56),
    ("mM", 0.96),
    ("wW", 0.96),
    ("%@—…", 1.0),
)
_WIDTHS = {char: em for chars, em in _EM for char in chars}
_SPACE = _WIDTHS[" "]
_UPPER, _OTHER, _WIDE = 0.71, 0.635, 1.05
_BOLD = 1.13


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Of one line, in the unit of `size`."""
    return _ems(text) * size * (_BOLD if bold else 1.0)


def fitted(text: str, size: float, *, within: float, lines: int, bold: bool = False) -> list[str]:
    """The text in at most so many lines that are no wider than `within`; "…" for what is left
    out. A word that is too long for a line is broken."""
    ems = within / (size * (_BOLD if bold else 1.0))
    found: list[list[str]] = []
    free = -1.0
    for word in (part for whole in text.split() for part in _parts(whole, ems)):
        wide = _ems(word)
        if found and wide + _SPACE <= free:
            found[-1].append(word)
            free -= wide + _SPACE
            continue
        if len(found) == lines:
            return [*map(" ".join, found[:-1]), _cut(" ".join([*found[-1], word]), ems)]
        found.append([word])
        free = ems - wide
    return [" ".join(line) for line in found]


def _cut(line: str, ems: float) -> str:
    while line and _ems(line + "…") > ems:
        line = line[:-1]
    return line.rstrip() + "…"


def _parts(word: str, ems: float) -> Iterator[str]:
    if _ems(word) <= ems:
        yield word
        return
    part, wide = "", 0.0
    for char in word:
        if part and wide + _em(char) > ems:
            yield part
            part, wide = "", 0.0
        part, wide = part + char, wide + _em(char)
    yield part


def _ems(text: str) -> float:
    return sum(map(_em, text))


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    if char in _WIDTHS:
        return _WIDTHS[char]
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    return _UPPER if char.isupper() else _OTHER
