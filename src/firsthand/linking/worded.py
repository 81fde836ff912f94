"""Where an article words a claim, and how much of it each of its sentences says.

Lexical: words weighted by how rare they are (Spärck Jones 1972), numbers and names among them.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.linking.words import IRREGULAR, sentences, stems, words
from firsthand.model.reading import Reading, Statement
from firsthand.model.span import Span, overlap

VERB = 2.0
LIKE_A_VERB = re.compile(rf"(?:ed|ing)$|^(?:{'|'.join(IRREGULAR)})$")
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
        events = events_of(self.weights, self.events)
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


def events_of(weights: Mapping[str, float], core: Mapping[str, float]) -> dict[str, float]:
    return {s: w * core[s] for s, w in weights.items() if s in core}


def coverage(stems: Collection[str], weights: Mapping[str, float]) -> float:
    """How much of the claim's weight these stems say, 0..1."""
    total = sum(weights.values())
    return sum(w for s, w in weights.items() if s in stems) / total if total else 0.0


def content_span(reading: Reading, statement: Statement) -> Span:
    """From the first word of a statement's content to its last."""
    return (min(s for s, _ in statement.content), max(e for _, e in statement.content))


def worded(
    p: Page, score: float, weights: Mapping[str, float], core: Mapping[str, float]
) -> Worded:
    covered = tuple(coverage(s, weights) for s in p.stems)
    events = events_of(weights, core)
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
