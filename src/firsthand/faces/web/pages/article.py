"""An article as published, with what a reading finds in it marked in its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from firsthand.faces import wording
from firsthand.faces.headlines import headline_line
from firsthand.faces.narrowing import narrowed
from firsthand.faces.said import short
from firsthand.faces.shown import ShownReading
from firsthand.faces.web import addresses
from firsthand.faces.web.page import Json
from firsthand.faces.web.site import Site
from firsthand.ledger.records import group_key
from firsthand.linking.headline import Headline, compare
from firsthand.model.contract import reading_to_json
from firsthand.model.errors import InputError
from firsthand.model.reading import Polarity, Reading, Source, Statement

CLAIM_LENGTH = 200
"""Characters of a statement that are followed as a claim."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which statements are shown; None: all. `depth`: links of the chain."""

    source: str | None = None
    depth: int | None = None
    polarity: Polarity | None = None

    def __bool__(self) -> bool:
        return not (self.source is None and self.depth is None and self.polarity is None)

    def keeps(self, statement: Statement) -> bool:
        return (
            (self.source is None or self.source in statement.chain)
            and (self.depth is None or self.depth == len(statement.chain))
            and (self.polarity is None or self.polarity is statement.polarity)
        )


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """`whole` is the reading with all its statements, of which `shown` has some."""

    template: ClassVar[str] = "article.html"
    whole: Reading
    shown: ShownReading
    narrowing: Narrowing
    headline: Headline

    @property
    def verdict(self) -> str:
        return headline_line(self.headline)

    @property
    def depths(self) -> list[int]:
        return sorted({len(s.chain) for s in self.whole.statements})

    @property
    def polarities(self) -> list[Polarity]:
        return [p for p in Polarity if any(s.polarity is p for s in self.whole.statements)]

    @property
    def credited(self) -> list[Source]:
        """The sources in whose chain a statement stands, as they first turn up."""
        standing = {id for s in self.whole.statements for id in s.chain}
        return [s for s in wording.sources_in_order(self.whole) if s.id in standing]

    def source_address(self, source: Source) -> str:
        return addresses.source(group_key(source, id=f"{self.whole.article.id}#{source.id}"))

    def claim_address(self, statement: Statement) -> str:
        words = wording.unquoted(wording.words(self.whole, statement))
        return addresses.claim(short(words, longest=CLAIM_LENGTH).removesuffix(" …"))

    def statement(self, id: str) -> Statement:
        return next(s for s in self.whole.statements if s.id == id)

    def chain_words(self, statement: Statement) -> str:
        return wording.chain_line(self.whole, statement)

    def chain(self, statement: Statement) -> Iterator[Source]:
        """Outermost first."""
        return iter(wording.chain(self.whole, statement))

    def to_json(self) -> Json:
        return reading_to_json(self.shown.reading)


def article(site: Site, id: str, narrowing: Narrowing) -> ArticlePage:
    reading = reading_of(site, id)
    kept = reading
    if narrowing:
        kept = narrowed(reading, {s.id for s in reading.statements if narrowing.keeps(s)})
    return ArticlePage(reading, ShownReading(1, kept), narrowing, compare(reading))


def reading_of(site: Site, id: str) -> Reading:
    """Raises InputError when there is none."""
    found = next(site.store.readings([id]), None)
    if found is None:
        raise InputError(wording.clean(id)[:200] or "article", "the ledger holds no such article")
    return found
