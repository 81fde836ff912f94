"""Which words an export keeps back: those of unnamed and pseudonymous sources.

Words of a name, a description or a mention are kept back one by one, wherever they stand. Those of
a quotation are kept back where they stand together (three in a row, or all of a shorter one): apart
they are anybody's. Words that every text has ("the", "of") count for neither.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from firsthand.model.reading import Naming, Reading, Source, Statement
from firsthand.model.span import Span

WORD: Final = re.compile(r"[^\W_]+")

EVERYBODYS: Final = frozenset(
    """a about above after again against all also among an and another any are as at be because
    been before being between both but by can could did do does during each for from had has have
    how i if in into is it its just may me might more most must my no nor not of off on once one
    only or other our out over own same shall should so some such than that the their them then
    there these they this those through to too under until up us very was we were what when where
    which while who whom whose why will with would you your s t
    article articles account body known lead leads name names named person said say says source
    sources spoke supports text tell tells told unnamed word words""".split()
)
_NEVER_A_NAME: Final = frozenset("a an and of the".split())
PRONOUNS: Final = frozenset("he him his himself she her hers herself".split())
"""They tell a source's sex: kept back in the whole article when they stand for the source."""

_RUN = 3
_TELLING = 4
"""Letters: shorter names stand inside of too many words."""


def fold(text: str) -> list[str]:
    return [found[0].casefold() for found in WORD.finditer(text)]


def secret_sources(reading: Reading) -> dict[str, Source]:
    return {s.id: s for s in reading.sources if s.naming is not Naming.NAMED}


def secret_statements(reading: Reading) -> Iterator[Statement]:
    """Those that a secret source made or passed on."""
    secret = secret_sources(reading)
    return (s for s in reading.statements if any(id in secret for id in s.chain))


def secret_evidence(reading: Reading) -> Iterator[Span]:
    secret = {*secret_sources(reading), *(s.id for s in secret_statements(reading))}
    return (c.evidence for c in reading.checks if c.by in secret or c.about in secret)


class Secrets:
    """The words kept back in one export, gathered from all of its readings.

    What names a named source or a publisher stays where it stands ("ministry", though an unnamed
    spokesman is described by it); a pseudonym's words never do.
    """

    def __init__(self, readings: Iterable[Reading]):
        self._pseudonyms: set[str] = set()
        self._described: set[str] = set()
        self._public: set[str] = set()
        self._runs = _Runs()
        for reading in readings:
            self._gather(reading)
        self._words = (self._described - self._public) | (self._pseudonyms - EVERYBODYS)

    def _gather(self, reading: Reading) -> None:
        for source in reading.sources:
            if source.naming is Naming.NAMED:
                self._public.update(fold(source.name))
        self._public.update(fold(reading.article.publisher or ""))
        for source in secret_sources(reading).values():
            name = set(fold(source.name))
            if source.naming is Naming.PSEUDONYM:
                self._pseudonyms |= name - _NEVER_A_NAME
            said = [source.description or "", *(reading.words((m,)) for m in source.mentions)]
            described = {word for text in said for word in fold(text)}
            self._described |= (name | described) - EVERYBODYS - PRONOUNS
        for statement in secret_statements(reading):
            for span in statement.content:
                self._runs.add(fold(reading.words((span,))))

    def hidden(self, words: list[str], *, more: frozenset[str] = frozenset()) -> list[bool]:
        """For each word of a text, whether it is kept back; `more` are words kept back here
        besides."""
        folded = [word.casefold() for word in words]
        hidden = [
            fold in self._words or fold in more or (fold in self._pseudonyms and _named(word))
            for word, fold in zip(words, folded, strict=True)
        ]
        for start, end in self._runs.found(folded):
            hidden[start:end] = [True] * (end - start)
        return hidden

    def holds(self, address: str, reading: Reading) -> bool:
        """Whether an article's id or address holds a pseudonym, or a word of what its own unnamed
        sources are called, though perhaps run together with other words."""
        folded = address.casefold()
        own = {word for s in secret_sources(reading).values() for word in fold(s.name)}
        names = self._pseudonyms | (own - EVERYBODYS - self._public)
        return any(len(name) >= _TELLING and name in folded for name in names)


def _named(word: str) -> bool:
    """Whether a word that everybody uses may be a name here: Will, May."""
    return not word.islower()


class _Runs:
    """Runs of words. Whole ones of one or two words are few and kept as they are; those of three as
    bits: it may take another run for one of these (less than once in 400, six million runs in),
    never the other way round, and doesn't grow with the ledger (Bloom 1970). The places of a run's
    bits are made of one hash (Kirsch and Mitzenmacher 2006)."""

    _BITS = 1 << 27

    def __init__(self) -> None:
        self._short: set[tuple[str, ...]] = set()
        self._bits = bytearray(self._BITS // 8)

    def add(self, words: list[str]) -> None:
        if len(words) < _RUN:
            if not EVERYBODYS.issuperset(words):
                self._short.add(tuple(words))
            return
        for run in zip(words, words[1:], words[2:], strict=False):
            if not EVERYBODYS.issuperset(run):
                for bit in self._places(run):
                    self._bits[bit >> 3] |= 1 << (bit & 7)

    def found(self, words: list[str]) -> Iterator[tuple[int, int]]:
        for size in range(1, _RUN) if self._short else ():
            for at in range(len(words) - size + 1):
                if tuple(words[at : at + size]) in self._short:
                    yield at, at + size
        bits = self._bits
        for at, run in enumerate(zip(words, words[1:], words[2:], strict=False)):
            if all(bits[bit >> 3] >> (bit & 7) & 1 for bit in self._places(run)):
                yield at, at + _RUN

    def _places(self, run: tuple[str, ...]) -> tuple[int, int, int]:
        made = hash(run)
        step = made >> 27 | 1
        every = self._BITS - 1
        return made & every, (made + step) & every, (made + 2 * step) & every
