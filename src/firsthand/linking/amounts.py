"""Amounts in a text, and the amount that one telling of a claim gives otherwise than the others.

Only sentences that word the claim are compared: an article may count other things beside it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.linking.worded import LIKE_A_VERB, Worded
from firsthand.linking.words import NUMBERS, STOP, stem
from firsthand.model.span import Span
from firsthand.reading.lexicon import ROLES

SCALE = r"(?:million|billion|thousand|hundred|dozen|m\b|bn\b|k\b)"
WORDED = "|".join(word for word in NUMBERS if len(word) > 2)
AMOUNT = re.compile(
    rf"(?P<money>[$£€¥]\s?)?(?P<value>\b\d[\d,.]*\d|\b\d|\b(?:{WORDED})\b)"
    rf"[\s-]?(?P<scale>{SCALE}(?:\s{SCALE})?)?(?:s\b)?(?P<what>(?:\s*[^\W\d_]+)(?:\s[^\W\d_]+)?)?",
    re.I,
)
VAGUE = re.compile(
    r"(?i)\b(?P<scale>dozen|hundred|thousand|million|billion)s (?:of )?"
    r"(?P<what>[^\W\d_]+(?:\s[^\W\d_]+)?)"
)
MONEY = {
    "dollar": "$", "dollars": "$", "pound": "£", "pounds": "£", "euro": "€", "euros": "€",
    "crown": "crowns", "crowns": "crowns", "yen": "¥", "rupees": "rupees",
}  # fmt: skip
CURRENCIES = frozenset({*MONEY.values(), "$", "£", "€", "¥"})
TIMES = frozenset(
    """year years day days month months week weeks hour hours minute minutes am pm a p o th st nd rd
    old jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july
    august september october november december and or to of in on at the""".split()
)
"""What follows a number that counts nothing: ages, times, dates."""
NEARLY = 0.05
"""Amounts that differ by twice this share are one: "nearly a dozen" and eleven."""
APPROXIMATELY = re.compile(
    r"(?i)\b(?:about|around|some|nearly|almost|roughly|approximately|up to|as many as|at least|"
    r"more than|less than|fewer than|an estimated|estimated|close to|over|under|perhaps|maybe)\s+"
    r"(?:an?\s+)?$"
)
LEAD_IN = 25
"""Code points before an amount among which such words stand."""
HALF = 0.5
"""The share of the article's fullest wording that makes a sentence one."""
PLACES = 4
"""Sentences that word the claim, the first ones, in which amounts are looked for."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, from `least` to `most`, of what: "dozens of live jets" are 24 to 120 of "live" or
    "jet". `said`: the words for it; `about`: those before it by which it is no exact count."""

    least: float
    most: float
    units: frozenset[str]
    said: str
    about: str = ""

    def agrees(self, other: "Amount") -> bool:
        return self.least <= other.most and other.least <= self.most

    def counts_same(self, other: "Amount") -> bool:
        return bool(self.units & other.units)


def changed(
    article: Worded, version: Worded, line: Sequence[Worded]
) -> tuple[str, str | None] | None:
    """(amount of the version or of several others, what stands for it here) where the article
    gives another amount of the same thing and never theirs; None stands for nothing. None where
    all agree."""
    others = {w.page.id: amounts(w) for w in line if w.page.id != article.page.id}
    first = others.get(version.page.id, [])
    own = [*in_words(article.page.text, (0, len(article.page.text)))]
    for amount in amounts(article):
        for before in (*first, *_repeated(others, more_than=_count(amount, others))):
            if before.counts_same(amount) and not any(_same(before, x) for x in own):
                return before.said, amount.said
    return _left_out(article, first, others)


def firmed(article: Worded, version: Worded) -> tuple[str, str] | None:
    """("about 40 crowns", "400 crowns") where the version's amount is no exact count
    and the article gives another of the same thing as if it were. The same one without its
    "about" is no more than brevity."""
    given = amounts(article)
    for before in amounts(version):
        same = [x for x in given if before.counts_same(x)]
        if before.about and same and not any(x.about or x.agrees(before) for x in same):
            return f"{before.about} {before.said}", same[0].said
    return None


def _left_out(
    article: Worded, first: Sequence[Amount], others: Mapping[str, list[Amount]]
) -> tuple[str, None] | None:
    """A sum of money that the version and half of the others give, where the article's own
    telling gives none."""
    if any(x.units & CURRENCIES for x in amounts(article)):
        return None
    for before in first:
        if before.units & CURRENCIES and _count(before, others) * 2 >= len(others) > 1:
            return before.said, None
    return None


def _repeated(others: Mapping[str, list[Amount]], *, more_than: int) -> Iterator[Amount]:
    """Amounts that two of the others give, and no fewer than this many."""
    for id in sorted(others):
        yield from (a for a in others[id] if _count(a, others) >= max(2, more_than))


def _count(amount: Amount, others: Mapping[str, list[Amount]]) -> int:
    return sum(any(_same(amount, x) for x in given) for given in others.values())


def _same(a: Amount, b: Amount) -> bool:
    return a.counts_same(b) and a.agrees(b)


def amounts(worded: Worded) -> list[Amount]:
    """Amounts in the sentences that word the claim most fully, the first ones first."""
    most, happened = worded.most, worded.happened
    telling = enumerate(zip(worded.coverage, worded.core, strict=True))
    places = [k for k, (c, h) in telling if c >= HALF * most > 0 and h >= HALF * happened][:PLACES]
    return [a for k in places for a in _told(worded.page.text, worded.page.sentences[k])]


@lru_cache(maxsize=1000 * PLACES)
def _told(text: str, span: Span) -> tuple[Amount, ...]:
    """Remembered: every article of an origin is compared with all the others."""
    return tuple(in_words(text, span))


def in_words(text: str, span: Span) -> Iterator[Amount]:
    """Everything that is counted in a stretch of text; dates, ages and times are not."""
    return (amount for amount, _ in placed(text, span))


def placed(text: str, span: Span) -> Iterator[tuple[Amount, Span]]:
    """The same, each with its place."""
    for m in AMOUNT.finditer(text, *span):
        money = (m["money"] or "").strip()
        what = [] if money else _counted(m["what"] or "")
        value = _value(m["value"], m["scale"] or "")
        units = frozenset({money}) if money else _units(what)
        if units and value is not None:
            number = text[m.start() : m.start("what") if m["what"] else m.end()].strip()
            said = " ".join([number, *what])
            near = APPROXIMATELY.search(text, max(span[0], m.start() - LEAD_IN), m.start())
            about = " ".join(near.group().split()) if near else ""
            amount = Amount(value * (1 - NEARLY), value * (1 + NEARLY), units, said, about)
            yield amount, _place(text, m, what)
    for m in VAGUE.finditer(text, *span):
        what = _counted(m["what"])
        value = float(NUMBERS[m["scale"].casefold()])
        if units := _units(what):
            amount = Amount(2 * value, 10 * value, units, f"{m['scale']}s of {' '.join(what)}")
            yield amount, _place(text, m, what)


def _place(text: str, found: re.Match[str], what: Sequence[str]) -> Span:
    """From the number to the last word of what is counted."""
    end = found.start("what") if found["what"] else found.end()
    for word in what:
        end = text.index(word, end) + len(word)
    return found.start(), end


def _counted(said: str) -> list[str]:
    """The words after a number that may name what is counted: "commercial aircraft", "people" of
    "people in"; none for a date, an age, a time."""
    found: list[str] = []
    for word in said.split():
        plain = word.casefold()
        if plain in TIMES or plain in STOP or LIKE_A_VERB.search(plain):
            break
        found.append(word)
        if plain in MONEY:
            break
    return found


def _units(what: Sequence[str]) -> frozenset[str]:
    """A currency, people of whatever kind, or the words that may name the thing."""
    words = [w.casefold() for w in what]
    if words and words[0] in MONEY:
        return frozenset({MONEY[words[0]]})
    return frozenset("people" if w in ROLES else stem(w) for w in words)


def _value(number: str, scale: str) -> float | None:
    total = 1.0
    for part in [number, *scale.split()]:
        word = part.casefold()
        try:
            total *= float(
                NUMBERS.get(word) or word.replace(",", "").rstrip(".").replace("k", "1000")
            )
        except ValueError:
            return None
    return total
