"""Where a claim is worded: the articles that carry it, and how much of it each of their sentences
says.

Lexical: words weighted by how rare they are (Spärck Jones 1972), numbers and names among them. An
article is in if it says enough of what the best one says: the threshold is relative, so that the
same rule holds in a ledger of one story and in one of thousands.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

from firsthand.linking.quoting import may_quote, quoted_by, rare_quotes
from firsthand.linking.words import IRREGULAR, sentences, stems, words
from firsthand.model.reading import Reading, Statement
from firsthand.model.span import Span, overlap

ENOUGH = 0.5
"""Share of the best article's score that keeps an article."""
ENOUGH_OF_MANY = 0.55
"""The same in a large store, where more is like the claim by chance: among all of the rumour corpus
0.5 finds 98 % of a claim's articles, and one in four that it finds is another's."""
LEAST = 0.3
"""Below this share of the claim's weight nothing is found at all."""
HAPPENED = 0.1
"""The same for what happened: an article may name everybody in the claim and tell something
else."""
VERB = 2.0
LIKE_A_VERB = re.compile(rf"(?:ed|ing)$|^(?:{'|'.join(IRREGULAR)})$")
COMMON = 0.25
"""A word of the claim that fewer of its articles say than this share weighs less: the year that
only the question names tells nothing."""
WHOLE, NEARLY_ALL, FEWEST, NEXT_TO_NOTHING = 0.7, 0.9, 3, 0.3
"""Where so large a share of the articles, and so many, say so much of what happened, one that says
no more than the last of these is on another claim."""
AKIN = 0.25
"""The same for an article that quotes words which one that is in quotes too."""
HALFWAY = 0.4
"""Below this share of the best score five words in common may be chance; more are needed."""
FULL = 9
"""Words of a full sentence; headlines, bylines and datelines have fewer."""
OPENING = 2
"""The full sentences of an article that say what it is about."""
SUBJECT = 0.8
"""How much of what happened, as the article has it at its fullest, one of them must say."""
NEXT = 3
"""Sentences among which the first wording of a claim is the fullest one."""
LEAD = 0.62
"""An article words the claim where it first says this share of what its fullest sentence says."""
PART = 0.42
"""The share of it by which an article begins to tell a claim."""
CORE = 0.1
"""The same of what happened."""

POINTING = re.compile(
    r"(?i)\b(?:he|she|it|they|him|her|them|his|its|their|this|these|those|who|which)\b"
)


class Outline(Protocol):
    """What an article is chosen by: its sentences as stems, at least those of the claim."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def stems(self) -> tuple[frozenset[str], ...]: ...


Outlined = TypeVar("Outlined", bound=Outline)


@dataclass(frozen=True, slots=True)
class Page:
    """A reading with its sentences and their stems: what is compared."""

    reading: Reading
    sentences: tuple[Span, ...]
    stems: tuple[frozenset[str], ...]

    @property
    def id(self) -> str:
        return self.reading.article.id

    @property
    def text(self) -> str:
        return self.reading.article.text

    def at(self, place: int) -> int:
        """The index of the sentence that holds this code point."""
        return max(0, bisect_right(self.sentences, place, key=lambda s: s[0]) - 1)


@dataclass(frozen=True, slots=True)
class Worded:
    """A page on the claim: its score against the ledger, and the coverage of the claim by
    sentence."""

    page: Page
    score: float
    coverage: tuple[float, ...]
    core: tuple[float, ...]
    """The same of what happened: the claim's words that are no names and no numbers."""
    weights: Mapping[str, float]
    events: Mapping[str, float]
    lead: int
    """The sentence that first words the claim."""
    first: int
    """The first full sentence that says a good part of it: what the article makes of the claim
    shows there."""
    span: Span
    most: float
    """The coverage by the fullest sentence."""
    happened: float
    """The most that a sentence says of what happened."""

    @property
    def opens(self) -> bool:
        """Whether the article begins with the claim, in its headline or its first sentences, so
        that "the report" in it is the report of this claim."""
        most, happened = self.most, self.happened
        return any(
            self.coverage[k] >= LEAD * most and self.core[k] >= SUBJECT * happened > 0
            for k in self.opening(OPENING)
        )

    def opening(self, full: int) -> list[int]:
        """The first sentences, up to this many full ones; headlines and bylines aren't full."""
        found: list[int] = []
        for k in range(len(self.page.sentences)):
            if full <= 0:
                break
            full -= _full(self.page, k)
            found.append(k)
        return found

    def near(self, sentence: int) -> float:
        """Coverage by a sentence and, at half weight, by those beside it."""
        return _near(self.coverage, sentence)

    def says(self, spans: Iterable[Span]) -> float:
        """How much of what the article's fullest sentence says these words say by themselves, of
        the claim and of what happened in it, whichever is less."""
        stems = {w.stem for s in spans for w in words(self.page.text, s)}
        events = _events(self.weights, self.events)
        most, happened = self.most, self.happened
        if not most or not happened:
            return 0.0
        return min(coverage(stems, self.weights) / most, coverage(stems, events) / happened)

    def of_whom(self, sentence: int) -> bool:
        """Whether a sentence speaks of somebody or something that the claim names, or of "him"
        or "it" that may be: "a doctor may need to set the bone" is nobody's ankle."""
        names = set(self.weights) - set(self.events)
        said = self.page.text[slice(*self.page.sentences[sentence])]
        return not names or bool(names & self.page.stems[sentence]) or bool(POINTING.search(said))

    def carries(self, sentence: int, share: float) -> bool:
        """Whether a sentence says this share of what the article's fullest one says, and of what
        happened in it."""
        return (
            self.near(sentence) >= share * self.most
            and _near(self.core, sentence) >= share * self.happened
        )


def page(reading: Reading) -> Page:
    text = reading.article.text
    spans = tuple(sentences(text))
    return Page(reading, spans, tuple(stems(text, s) for s in spans))


def claim_stems(text: str) -> frozenset[str]:
    return frozenset(w.stem for w in words(text))


def core_stems(text: str) -> dict[str, float]:
    """The words for what happened, all of them where the claim holds nothing but names; what
    looks like a verb weighs double, since it tells one thing done to a port from another."""
    common = {
        w.stem: VERB if LIKE_A_VERB.search(text[slice(*w.span)].casefold()) else 1.0
        for w in words(text)
        if text[w.span[0]].islower() and not w.stem.isdigit() and text[max(0, w.span[0] - 1)] != "-"
    }
    return common or dict.fromkeys(claim_stems(text), 1.0)


def _events(weights: Mapping[str, float], core: Mapping[str, float]) -> dict[str, float]:
    return {s: w * core[s] for s, w in weights.items() if s in core}


def find(
    query: str, pages: Collection[Page], *, weights: Mapping[str, float] | None = None
) -> list[Worded]:
    """The pages that carry the claim, best first (ties by id). `weights` of the claim's words:
    how rare they are among more articles than these; None: among these."""
    enough = ENOUGH if weights is None else ENOUGH_OF_MANY
    weights = weights or _rarity(query, [frozenset().union(*p.stems) for p in pages])
    scored = [(score(p, weights), p) for p in pages]
    return word(query, chosen(query, scored, weights, enough=enough))


def chosen(
    query: str,
    scored: Iterable[tuple[float, Outlined]],
    weights: Mapping[str, float],
    *,
    enough: float,
) -> list[tuple[float, Outlined]]:
    """The articles that carry the claim, of these with their scores: at least all that may score
    `enough` of the best, or say what one of those quotes."""
    scored = sorted(scored, key=lambda x: (-x[0], x[1].id))
    if not scored or scored[0][0] < LEAST:
        return []
    best = scored[0][0]
    events = _events(weights, dict.fromkeys(core_stems(query), 1.0))
    happened = {p.id: coverage(_said(p, events), events) for _, p in scored}
    full = max(happened[p.id] for s, p in scored if s >= enough * best)
    scored = [(s, p) for s, p in scored if happened[p.id] >= HAPPENED * full]
    kept = [(s, p) for s, p in scored if s >= enough * best]
    near = [(s, p) for s, p in scored if enough * best > s >= AKIN * best]
    told = quoted_by(p.text for _, p in kept)
    near = [(s, p) for s, p in near if may_quote(p.text, told)]
    kept += [(s, p) for s, p in near if len(rare_quotes(p.text) & told) > (s < HALFWAY * best)]
    return kept


def _telling(found: Sequence[Worded]) -> list[Worded]:
    """Without an article that says next to nothing of what happened, where nearly all of the
    others say most of it: it tells something else of the same people."""
    most = max(w.happened for w in found)
    whole = sum(w.happened >= WHOLE * most for w in found)
    if whole < NEARLY_ALL * (len(found) - 1) or whole < FEWEST:
        return list(found)
    return [w for w in found if w.happened >= NEXT_TO_NOTHING * most]


def word(query: str, scored: Iterable[tuple[float, Page]]) -> list[Worded]:
    """Weigh the claim's words anew among the sentences of its own articles: what all of them say
    every other sentence tells little."""
    kept = list(scored)
    if not kept:
        return []
    weights = _rarity(query, [s for _, p in kept for s in p.stems])
    said = Counter(s for _, p in kept for s in frozenset().union(*p.stems) if s in weights)
    weights = {s: w * min(1.0, said[s] / (COMMON * len(kept))) for s, w in weights.items()}
    return _telling([_worded(p, s, weights, core_stems(query)) for s, p in kept])


def coverage(stems: Collection[str], weights: Mapping[str, float]) -> float:
    """How much of the claim's weight these stems say, 0..1."""
    total = sum(weights.values())
    return sum(w for s, w in weights.items() if s in stems) / total if total else 0.0


def content_span(reading: Reading, statement: Statement) -> Span:
    """From the first word of a statement's content to its last."""
    return (min(s for s, _ in statement.content), max(e for _, e in statement.content))


def _worded(
    p: Page, score: float, weights: Mapping[str, float], core: Mapping[str, float]
) -> Worded:
    covered = tuple(coverage(s, weights) for s in p.stems)
    events = _events(weights, core)
    happened = tuple(coverage(s, events) for s in p.stems)
    both = [(c + h) / 2 for c, h in zip(covered, happened, strict=True)]
    first = next((k for k, c in enumerate(both) if c >= LEAD * max(both)), 0)
    beside = range(first, min(first + NEXT, len(both)))
    full = [k for k in beside if _full(p, k) and both[k] >= LEAD * max(both)] or beside
    lead = max(full, key=lambda k: (both[k], -k), default=0)
    return Worded(
        page=p,
        score=score,
        coverage=covered,
        core=happened,
        weights=weights,
        events=core,
        lead=lead,
        first=_first(p, both, happened) if p.sentences else lead,
        span=_span(p, lead, weights),
        most=max(covered, default=0.0),
        happened=max(happened, default=0.0),
    )


def _first(p: Page, both: Sequence[float], happened: Sequence[float]) -> int:
    """The fullest sentence of the first paragraph that tells the claim."""
    enough, core = PART * max(both), CORE * max(happened)
    told = (k for k, c in enumerate(both) if c >= enough and happened[k] >= core and _full(p, k))
    at = next(told, max(range(len(both)), key=lambda k: (both[k], -k)))
    end = p.text.find("\n", p.sentences[at][0])
    beside = [k for k in range(at, len(both)) if p.sentences[k][0] < end or end < 0]
    return max([at, *beside], key=lambda k: (both[k], -k))


def _full(p: Page, sentence: int) -> bool:
    """Whether it is a sentence and no headline or byline."""
    return len(p.text[slice(*p.sentences[sentence])].split()) >= FULL


def _near(values: Sequence[float], place: int) -> float:
    beside = [values[k] for k in (place - 1, place + 1) if 0 <= k < len(values)]
    return max([values[place], *(v / 2 for v in beside)])


def _span(p: Page, sentence: int, weights: Mapping[str, float]) -> Span:
    """The claim's words in this sentence: a statement's content if one says most of it, else
    all."""
    if not p.sentences:
        return (0, len(p.text))
    whole = p.sentences[sentence]
    best, span = 0.75 * coverage(p.stems[sentence], weights), whole
    for st in p.reading.statements:
        for part in st.content:
            if overlap(part, whole) == part[1] - part[0]:
                said = coverage([w.stem for w in words(p.text, part)], weights)
                if said > best:
                    best, span = said, part
    return span


def score(p: Outline, weights: Mapping[str, float]) -> float:
    """A third each: the whole article, two sentences in a row, one sentence."""
    held = [weights.keys() & s for s in p.stems]
    whole = coverage(set().union(*held), weights)
    one = max((coverage(s, weights) for s in held if s), default=0.0)
    pairs = pairwise(held)
    two = max((coverage(a | b, weights) for a, b in pairs if a and b), default=one)
    return (whole + one + max(one, two)) / 3


def _said(p: Outline, of: Mapping[str, float]) -> set[str]:
    """Which of these stems the article says."""
    return set().union(*(of.keys() & s for s in p.stems))


def _rarity(query: str, groups: Collection[frozenset[str]]) -> dict[str, float]:
    stems = claim_stems(query)
    counts = Counter(s for g in groups for s in g if s in stems)
    return {s: rarity(len(groups), counts[s]) for s in sorted(stems)}


def rarity(groups: int, count: int) -> float:
    """What a word weighs that stands in `count` of so many articles, or sentences."""
    return math.log1p(groups / (count + 0.5))
