"""Patterns that say quickly where they don't fit: each has letters that it can't do without.

Of a table's patterns hardly any fits a given text, and to find that out an expression tries every
place of it. Whether some letters occur is known a hundred times as fast. (What RE2's FilteredRE2
and Cox's trigram index, 2012, do for many expressions at once.)
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Generic, TypeVar

try:  # nobody's promise, but the only place that says what an expression is made of
    from re import _constants as op  # type: ignore[attr-defined]
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - a Python that has moved it reads as before, and slower
    op = _parser = None

T = TypeVar("T")
Letters = frozenset[str]
UNKNOWN: Letters = frozenset()
MOST = 24  # more strings than these are no longer quick to look for


class Screened:
    """An expression that is only tried on texts that hold one of its `letters`."""

    __slots__ = ("letters", "words")

    def __init__(self, words: str, flags: re.RegexFlag = re.NOFLAG):
        self.words = re.compile(words, flags)
        self.letters = tuple(sorted(needed(words)))

    def may_fit(self, small: str) -> bool:
        """Whether it could match a text that is `small` in small letters."""
        for part in self.letters:  # a loop: this is asked a thousand times of an article
            if part in small:
                return True
        return not self.letters

    def search(self, text: str) -> re.Match[str] | None:
        return self.words.search(text) if self.may_fit(text.lower()) else None

    def finditer(self, text: str, small: str) -> Iterator[re.Match[str]]:
        """Its matches in a text that is `small` in small letters."""
        return self.words.finditer(text) if self.may_fit(small) else iter(())


class Likely(Generic[T]):
    """Of a table of things with their patterns, those that may fit a text; asked for each of its
    parts, of which most fit none."""

    __slots__ = ("_letters", "_table")

    def __init__(self, table: Iterable[tuple[T, Screened]], text: str):
        small = text.lower()
        self._table = [(thing, words) for thing, words in table if words.may_fit(small)]
        if all(words.letters for _, words in self._table):
            self._letters = shortest(a for _, words in self._table for a in words.letters)
        else:
            self._letters = frozenset({""})  # one of them says nothing of what it needs

    def within(self, part: str) -> Iterator[tuple[T, re.Pattern[str]]]:
        """Those that may fit this part, in the table's order."""
        small = part.lower()
        if any(letters in small for letters in self._letters):
            for thing, words in self._table:
                if words.may_fit(small):
                    yield thing, words.words


def any_case(ways: Iterable[str]) -> str:
    """A pattern of the expressions in any case, put together by their first letters (each begins
    with one): a place of the text is done with at once where none fits."""
    groups = groupby(sorted(ways), itemgetter(0))
    return "|".join(
        f"[{k}{k.upper()}](?i:{'|'.join(way[1:] for way in group)})" for k, group in groups
    )


def needed(words: str) -> Letters:
    """Strings in small letters of which every match holds one; none if that can't be said."""
    return shortest(_of(_parser.parse(words))) if _parser else UNKNOWN


def shortest(found: Iterable[str]) -> Letters:
    """The strings but those that hold another one."""
    every = frozenset(found)
    return frozenset(a for a in every if not any(b != a and b in a for b in every))


def _of(parts: Iterable[Any]) -> Letters:
    """The most telling of what the parts of a sequence need, each for itself."""
    run, best = "", UNKNOWN
    for kind, value in [*parts, (None, None)]:
        if letter := _letter(kind, value):
            run += letter
            continue
        for found in (frozenset({run} - {""}), _within(kind, value)):
            best = max(best, found, key=_telling)
        run = ""
    return best


def _letter(kind: Any, value: Any) -> str:
    """A letter that stands here in one case or the other."""
    if kind is op.LITERAL:
        return chr(value).lower()
    if kind is op.IN and all(k is op.LITERAL for k, _ in value):
        letters = {chr(v).lower() for _, v in value}
        return letters.pop() if len(letters) == 1 else ""
    return ""


def _within(kind: Any, value: Any) -> Letters:
    if kind is op.SUBPATTERN:
        return _of(value[-1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] > 0:
        return _of(value[2])
    if kind is op.BRANCH:
        ways = [_of(way) for way in value[1]]
        return frozenset().union(*ways) if all(ways) else UNKNOWN
    return UNKNOWN


def _telling(letters: Letters) -> tuple[int, int]:
    if not letters or len(letters) > MOST:
        return (0, 0)
    return (min(map(len, letters)), -len(letters))
