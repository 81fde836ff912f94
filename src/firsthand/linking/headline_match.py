"""Which statements of a body say what its headline says, word by word."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.linking.headline_marks import AGAINST, marks
from firsthand.linking.stance import DENIAL, attributes
from firsthand.linking.words import Word, holding, plain, sentences, words
from firsthand.model.reading import Polarity, Reading, Source, Statement
from firsthand.model.span import Span, overlap
from firsthand.reading.lexicon import PRONOUNS

ENOUGH = 0.45
"""Share of the headline's words that a statement must say to be what the headline is about."""
TOLD = 0.5
"""More than this share of the words that are no names must be among them."""
MUCH = 3.5
"""Just that share will do where the words in common weigh so much. These were tuned by eye on 303
articles with real headlines: lower finds more, and more that is beside the point."""
NAME = 0.5
"""What a name weighs beside another word: everybody in the story says it."""
LEAST = 2
"""What words in common must weigh, and how many of them, where the headline has as many, must be no
names: fewer may be chance."""
FIRM = 0.85
"""A statement that says this share of what the fullest one says is as good."""
REACH = 5
"""Words between a word of denial and what it denies."""


@dataclass(frozen=True, slots=True)
class Match:
    """How much of the headline a statement says: `share` 0..1, the `stems` in common."""

    statement: Statement
    share: float
    stems: frozenset[str]


class Matching:
    """A headline and its body as words that can be compared. `body`: where the body begins."""

    def __init__(self, reading: Reading, headline: str, *, place: Span | None, body: int):
        self.reading, self.headline, self.text = reading, headline, reading.article.text
        self._place, self._body = place, body
        self._sentences = [s for s in sentences(self.text) if s[0] >= body]
        self._names = _names(self.text, self._sentences)
        called = [x for s in reading.sources for x in (s.name, s.description) if x]
        self.marks = list(marks(headline, sources=called))
        aside = [*self.marks, *self.cues()]
        self.own = [w for w in words(headline) if not any(overlap(w.span, m) for m in aside)]
        self._mine = frozenset(w.stem for w in self.own)
        self._against = bool(AGAINST.search(headline))

    def cues(self) -> Iterator[Span]:
        """Cues of statements in the headline itself, where the reader saw any."""
        if self._place is None:
            return
        begin, end = self._place
        for st in self.reading.statements:
            if st.cue and begin <= st.cue[0] and st.cue[1] <= end:
                yield st.cue[0] - begin, st.cue[1] - begin

    def found(self) -> list[Match]:
        """Statements that say about as much of the headline as the fullest one does."""
        said = [m for st in self.reading.statements if (m := self._match(st))]
        most = max((m.share for m in said), default=0.0)
        return [m for m in said if m.share >= FIRM * most]

    def own_voice(self) -> float:
        """The most that two sentences in a row say of the headline in the body's own voice, 0..1;
        0 when it isn't enough to be about it. The headline said again is no voice."""
        taken = _merged(t for st in self.reading.statements for t in _spans(st))
        told = [
            frozenset(
                w.stem
                for w in words(self.text, s)
                if w.stem in self._mine and not holding(w.span, taken)
            )
            for s in self._sentences
        ]
        enough = [k for k in range(len(told)) if self._enough(told[k].union(*told[k + 1 : k + 2]))]
        free = {
            k: told[k] if self._free(self._sentences[k]) else frozenset[str]()
            for k in {*enough, *(k + 1 for k in enough)}
            if k < len(told)
        }
        pairs = [free[k] | free.get(k + 1, frozenset()) for k in enough]
        share = max((self._share(p) for p in pairs if self._enough(p)), default=0.0)
        return share if share >= ENOUGH else 0.0

    def _free(self, sentence: Span) -> bool:
        """Whether a sentence is the writer's own: it credits nobody, and isn't the headline."""
        said = [w for w, _ in plain(self.text, sentence)]
        again = said == [w for w, _ in plain(self.headline)]
        return not again and not attributes(self.text, sentence)

    def named(self, st: Statement) -> Span | None:
        """Where the headline names who says it, and not only as somebody whom the statement is
        about."""
        who = self._called(st)
        there = {w.stem for span in st.content for w in words(self.text, span)}
        said = [w for w in words(self.headline) if w.stem in who - there]
        whole = said and len({w.stem for w in said}) * 2 >= len(who)
        return (said[0].span[0], said[-1].span[1]) if whole else None

    def is_name(self, span: Span) -> bool:
        """Whether all words at a place of the headline are names: a ship's, a film's."""
        return all(w.stem in self._names for w in words(self.headline, span))

    def beside(self, span: Span, m: Match) -> bool:
        """Whether a place is in a sentence with words that the headline and the statement share."""
        return any(w.stem in m.stems for w in words(self.text, self._sentence(span[0])))

    def _match(self, st: Statement) -> Match | None:
        if not st.content or min(s[0] for s in _spans(st)) < self._body:
            return None
        content = [w for span in st.content for w in words(self.text, span)]
        who, there = self._called(st), {w.stem for w in content}
        there |= who if self.refers(st) else set()
        common = self._mine & there
        share = self._weight(common) / (self._weight(self._mine - (who - there)) or 1.0)
        contrary = self._denied(st, [w for w in content if w.stem in common - self._names])
        fits = share >= ENOUGH and self._enough(common) and contrary is self._against
        return Match(st, share, common) if fits else None

    def _enough(self, common: frozenset[str]) -> bool:
        told, mine = len(common - self._names), len(self._mine - self._names)
        weight = self._weight(common)
        most = told > TOLD * mine or (told == TOLD * mine and weight >= MUCH) or not mine
        return most and told >= min(LEAST, mine) and weight >= LEAST

    def _denied(self, st: Statement, said: Sequence[Word]) -> bool:
        """Whether the statement speaks to the contrary: denied, or with a word of denial shortly
        before what it says of the headline, or "isn't true" after it."""
        near = any(
            AGAINST.search(self.text[slice(*self._around(w.span, st, before=True))])
            or DENIAL.search(self.text[slice(*self._around(w.span, st, before=False))])
            for w in said
        )
        return near is not (st.polarity is Polarity.DENIED)

    def _around(self, word: Span, st: Statement, *, before: bool) -> Span:
        """REACH words before or after a word, inside its content and its sentence."""
        held = [self._sentence(word[0]), *(s for s in st.content if overlap(s, word))]
        if before:
            start = max(s for s, _ in held)
            near = list(plain(self.text, (start, word[0])))[-REACH:]
            return (near[0][1][0] if near else word[0]), word[0]
        end = min(e for _, e in held)
        near = list(plain(self.text, (word[1], end)))[:REACH]
        return word[1], (near[-1][1][1] if near else word[1])

    def _sentence(self, place: int) -> Span:
        """The sentence that holds a place of the body."""
        at = bisect_right(self._sentences, place, key=lambda s: s[0])
        return self._sentences[at - 1] if at else (place, place)

    def _called(self, st: Statement) -> set[str]:
        source = self._source(st)
        return {w.stem for w in words(source.name)} if source else set()

    def _source(self, st: Statement) -> Source | None:
        last = st.chain[-1] if st.chain else None
        return next((s for s in self.reading.sources if s.id == last), None)

    def refers(self, st: Statement) -> bool:
        """Whether the content speaks of somebody by a pronoun, as sources do of themselves."""
        return any(
            PRONOUNS.get(w, "relative") != "relative"
            for span in st.content
            for w, _ in plain(self.text, span)
        )

    def _share(self, stems: Collection[str]) -> float:
        return self._weight(stems) / (self._weight(self._mine) or 1.0)

    def _weight(self, stems: Collection[str]) -> float:
        return sum(NAME if s in self._names else 1.0 for s in stems)


def _names(text: str, among: Sequence[Span]) -> frozenset[str]:
    """Stems that the body writes with a capital wherever no sentence begins."""
    upper: set[str] = set()
    lower: set[str] = set()
    for start, end in among:
        for at, w in enumerate(words(text, (start, end))):
            if not text[w.span[0]].isupper():
                lower.add(w.stem)
            elif at or w.span[0] > start + 1:
                upper.add(w.stem)
    return frozenset(upper - lower)


def _spans(st: Statement) -> list[Span]:
    return [*st.content, *filter(None, (st.cue, st.mention))]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same places in order, none touching another."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
