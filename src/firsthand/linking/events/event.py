"""The door of this folder: a reading and a place in it → what is said there to have happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from firsthand.linking.events.actors import actors, mentions, name_of
from firsthand.linking.events.dates import dates
from firsthand.linking.events.deeds import Deed, deeds
from firsthand.linking.events.numbers import numbers
from firsthand.linking.events.phrases import Phrase, phrases
from firsthand.linking.events.places import Known, known_places, places
from firsthand.linking.events.places import spans as place_spans
from firsthand.linking.events.tokens import Token, is_closed, tokens
from firsthand.linking.events.verbs import verbs
from firsthand.linking.words import sentences
from firsthand.model.event import Action, Actor, Date, Event, Number, Party, Place, Whether
from firsthand.model.reading import Polarity, Reading, Statement
from firsthand.model.span import Span, overlap
from firsthand.reading.names import Name, Names, names
from firsthand.reading.parted import after_dateline

RULES = 1
"""Raised with every change of what is found, so that a ledger makes its rows anew."""
_NAMED = 100_000
"""Code points of an article in which names are looked for: the time grows with their square."""
_READ = 2_000
"""The same of a statement's content; no sentence that people write is as long."""
UNSETTLED = frozenset("whether if".split())


class Events:
    """The events of one reading. What the whole article shows, its names, is looked up once."""

    def __init__(self, reading: Reading):
        self._reading = reading
        self._text = reading.article.text
        self._sources = mentions(reading.sources)

    def of(self, statement: Statement) -> Event:
        """What the words of a statement's content say."""
        return self.at(statement.content)

    def at(self, places: Sequence[Span]) -> Event:
        """What the words at these places say, each sentence for itself."""
        parts = [p for span in places for p in self._parts(span)]
        return Event(
            actors=tuple(a for p in parts for a in p.actors),
            actions=tuple(a for p in parts for a in p.actions),
            places=tuple(x for p in parts for x in p.places),
            dates=tuple(d for p in parts for d in p.dates),
            numbers=tuple(n for p in parts for n in p.numbers),
            whether=_whether(parts),
        )

    def _parts(self, span: Span) -> Iterator["_Part"]:
        inner = sentences(self._text[span[0] : min(span[1], span[0] + _READ)])
        for start, end in inner:
            yield self._part(after_dateline(self._text, (span[0] + start, span[0] + end)))

    def _part(self, span: Span) -> "_Part":
        text = self._text
        dated = list(dates(text, span, published=self._reading.article.published))
        inside = [n for n in self._names.found if _whole(n, span)]
        read = tokens(text, span, names=[n.span for n in inside], dates=[d.span for d in dated])
        found = verbs(read)
        runs = phrases(read, frozenset(k for v in found for k in range(v.first, v.last)))
        done = deeds(read, found, runs)
        where = list(places(read, runs, inside, self._known))
        who = actors(
            runs, read, text, self._names, self._sources,
            doers=[d.doer for d in done if d.doer], objects=[d.object for d in done if d.object],
            places=place_spans(where), known=self._known,
        )  # fmt: skip
        counted = [n for gap in _between(span, dated) for n in numbers(text, gap)]
        return _Part(
            actors=who,
            actions=[self._action(d, read) for d in done],
            places=where,
            dates=dated,
            numbers=counted,
            first=read[0] if read else None,
            last=read[-1] if read else None,
            denied=next((read[d.negative].span for d in done[:1] if d.negative is not None), None),
            open=next(
                (read[d.verb.modal].span for d in done[:1] if d.verb.modal is not None), None
            ),
        )

    def _action(self, deed: Deed, read: Sequence[Token]) -> Action:
        return Action(
            span=(read[deed.verb.first].span[0], read[deed.verb.last - 1].span[1]),
            verb=deed.name,
            doer=self._party(deed.doer, read),
            object=self._party(deed.object, read),
            negated=deed.negative is not None,
        )

    def _party(self, phrase: Phrase | None, read: Sequence[Token]) -> Party | None:
        if phrase is None:
            return None
        name, _ = name_of(phrase, read, self._text, self._names, self._sources)
        return Party(phrase.span, name)

    @cached_property
    def _names(self) -> Names:
        return _names_of(self._text[:_NAMED])

    @cached_property
    def _known(self) -> Known:
        return known_places(self._text, self._names)


def _between(span: Span, dated: Sequence[Date]) -> Iterator[Span]:
    """The stretches that no date takes."""
    start = span[0]
    for date in dated:
        yield start, max(start, date.span[0])
        start = date.span[1]
    yield start, span[1]


@lru_cache(maxsize=1000)
def _names_of(text: str) -> Names:
    """Remembered, since a claim is looked at again as articles come."""
    return names(text)


def _whole(name: Name, span: Span) -> bool:
    """Whether the name stands inside; "Fortunately" at the head of a sentence is none."""
    adverb = name.first and name.words.endswith("ly") and " " not in name.words
    speaker = name.words.startswith(("I’", "I'"))
    closed = is_closed(name.words)
    return (
        not (adverb or speaker or closed)
        and overlap(name.span, span) == name.span[1] - name.span[0]
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One sentence's share. `denied`, `open`: the words of its first verb that make it so."""

    actors: list[Actor]
    actions: list[Action]
    places: list[Place]
    dates: list[Date]
    numbers: list[Number]
    first: Token | None
    last: Token | None
    denied: Span | None
    open: Span | None


def _whether(parts: Sequence[_Part]) -> Whether:
    """As the first sentence has it."""
    for part in parts[:1]:
        if part.first and part.first.word in UNSETTLED:
            return Whether(Polarity.UNCERTAIN, part.first.span)
        if part.denied:
            return Whether(Polarity.DENIED, part.denied)
        if part.open:
            return Whether(Polarity.UNCERTAIN, part.open)
        if part.last and part.last.word == "?":
            return Whether(Polarity.UNCERTAIN, part.last.span)
    return Whether(Polarity.ASSERTED, None)
