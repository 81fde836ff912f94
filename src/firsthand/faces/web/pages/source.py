"""A source: what it said over time, in which outlets, through whom, and what was checked of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import ClassVar

from firsthand.faces.said import short
from firsthand.faces.web.page import Json, Part, Shown, shown
from firsthand.faces.web.site import Site
from firsthand.faces.web.strips import Strip, strip
from firsthand.faces.wording import clean
from firsthand.ledger.records import group_key
from firsthand.ledger.rows import (
    ArticleFilter,
    SourceFilter,
    SourceRow,
    StatementFilter,
    StatementRow,
)
from firsthand.model.errors import InputError
from firsthand.model.reading import Basis, Check, Naming, Polarity, Reading

DRAWN = 600
"""Statements in the drawing, and in the counts above it; the list goes through all."""
CHECKED = 100
"""Articles whose checks are looked at."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A check about this source or a statement of it. `by` None: the publisher."""

    article: str
    publisher: str | None
    outcome: str
    by: str | None
    words: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`first` are the statements that are counted and drawn. Nothing here goes beyond the key's
    own statements: a pseudonym's page says what one article says of it."""

    template: ClassVar[str] = "source.html"
    source: SourceRow
    first: tuple[StatementRow, ...]
    shown: Shown[StatementRow]
    checks: tuple[Checked, ...]

    @property
    def named(self) -> bool:
        return self.source.naming is Naming.NAMED

    @property
    def own(self) -> list[StatementRow]:
        """Statements that end at this source; the others came through it."""
        return [row for row in self.first if row.sources and row.sources[-1] == self.source.key]

    @property
    def bases(self) -> dict[Basis, int]:
        counted = Counter(row.basis for row in self.own)
        return {basis: counted[basis] for basis in Basis}

    @property
    def polarities(self) -> dict[Polarity, int]:
        counted = Counter(row.polarity for row in self.own)
        return {polarity: counted[polarity] for polarity in Polarity}

    @property
    def through(self) -> list[tuple[str, str, int]]:
        """(name, key, statements) of whom its statements came through, the most first."""
        found = Counter(
            link
            for row in self.own
            for link in zip(row.chain[:-1], row.sources[:-1], strict=True)
            if link[1] != self.source.key
        )
        return [(name, key, number) for (name, key), number in found.most_common()]

    @property
    def passed_on(self) -> list[tuple[str, str, int]]:
        """(name, key, statements) of whose words came through it, the most first."""
        found = Counter(
            (row.chain[-1], row.sources[-1])
            for row in self.first
            if row.sources and row.sources[-1] != self.source.key
        )
        return [(name, key, number) for (name, key), number in found.most_common()]

    @property
    def strip(self) -> Strip:
        return strip(self.first)

    def to_json(self) -> Json:
        return {
            "schema": "firsthand/source/1",
            "source": asdict(self.source),
            "basis": {basis.value: number for basis, number in self.bases.items()},
            "polarity": {polarity.value: number for polarity, number in self.polarities.items()},
            "through": [
                {"name": name, "key": key, "statements": number}
                for name, key, number in self.through
            ],
            "passed_on": [
                {"name": name, "key": key, "statements": number}
                for name, key, number in self.passed_on
            ],
            "checks": [asdict(check) for check in self.checks],
            "statements": [asdict(row) for row in self.shown.rows],
            "next": self.shown.next,
            "previous": self.shown.previous,
        }


def source(site: Site, key: str, part: Part) -> SourcePage:
    """Raises InputError when nobody has this key."""
    row = next(site.store.sources(SourceFilter(key=key, limit=1)), None)
    if row is None:
        raise InputError(clean(key)[:200] or "source", "the ledger holds no such source")
    first = site.store.statements(StatementFilter(key=key, limit=DRAWN))
    rows = site.store.statements(StatementFilter(key=key, limit=part.asked, offset=part.offset))
    articles = [a.id for a in site.store.articles(ArticleFilter(key=key, limit=CHECKED))]
    checks = [c for r in site.store.readings(articles) for c in _checks(r, key)]
    return SourcePage(row, tuple(first), shown(list(rows), part), tuple(checks))


def _checks(reading: Reading, key: str) -> Iterator[Checked]:
    within = reading.article
    ids = {s.id for s in reading.sources if group_key(s, id=f"{within.id}#{s.id}") == key}
    about = ids | {st.id for st in reading.statements if ids & set(st.chain)}
    names = {s.id: s.name for s in reading.sources}
    yield from (_checked(reading, check, names) for check in reading.checks if check.about in about)


def _checked(reading: Reading, check: Check, names: dict[str, str]) -> Checked:
    words = short(reading.article.text[slice(*check.evidence)])
    by = names.get(check.by or "")
    return Checked(reading.article.id, reading.article.publisher, check.outcome.value, by, words)
