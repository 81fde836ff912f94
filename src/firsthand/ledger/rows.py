"""What the ledger is asked for, and what it answers: filters and rows. Standard library only.

A filter's fields all have to hold; None leaves one open. The words of `text`, `source`, `name` and
`publisher` are looked for in any order and case, "those in quotation marks" one after the other.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from firsthand.model.article import Provenance
from firsthand.model.reading import (
    Basis,
    Kind,
    Naming,
    Polarity,
    Quotation,
    SourceKind,
    Statement,
)
from firsthand.model.span import Span
from firsthand.model.trace import Judgement, LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Where and when: the part that every filter has.

    `since` and `until` are days, both included, as the page dates itself; an article without a
    date is outside of any. `limit` is the most rows that come, after the first `offset`.
    """

    publisher: str | None = None
    since: date | None = None
    until: date | None = None
    article: str | None = None
    """An article's id."""
    outlet: tuple[str, ...] | None = None
    """Publishers' names, each as it is written; "" is that of articles that don't say."""
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter(Published):
    """`text` is looked for in title and text; `source` among the names that the article credits;
    `key` is a source's, as its row has it. `added`: those that were added last come first."""

    text: str | None = None
    source: str | None = None
    key: str | None = None
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFilter(Published):
    name: str | None = None
    key: str | None = None
    kind: SourceKind | None = None
    naming: Naming | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A number to look for: from `least` to `most`, of any of `units` (none: of whatever)."""

    least: float
    most: float
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter(Published):
    """`text` is looked for in the statement's words and its chain's names; `source` in the name of
    any one link of the chain, `key` is that of any one of its sources, as its row has it; `naming`
    is that of the source itself, the chain's last link.

    The others look at what the statement says to have happened: words of one actor's name, of one
    action (its verb's base form and its object), of one place; a date that shares a day with those
    from `happened_from` to `happened_to`; a number."""

    text: str | None = None
    source: str | None = None
    key: str | None = None
    naming: Naming | None = None
    kind: Kind | None = None
    polarity: Polarity | None = None
    actor: str | None = None
    action: str | None = None
    place: str | None = None
    happened_from: date | None = None
    happened_to: date | None = None
    number: Counted | None = None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str | None
    statements: int
    sources: int
    provenance: Provenance | None = None
    """None for an article that an older version added."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as the ledger knows it.

    A named one is counted across articles by its normalised name and kind; then `article` is None.
    A pseudonym or an unnamed one is never counted across articles: `article` is where it stands.
    `name` and `description` are the longest given. `statements` counts those in whose chain it
    stands; `outlets` are the publishers of its articles. `key` tells one row from another.
    """

    key: str
    name: str
    kind: SourceKind
    naming: Naming
    description: str | None
    article: str | None
    statements: int
    articles: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """A publisher as its articles write it (None: articles that don't say), and what it has.
    `first` and `last` are days of publication (None: none is dated)."""

    name: str | None
    articles: int
    statements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with what a reader needs to judge it.

    `id` is "<article id>#<statement id>"; `words` are the content's, " … " where something stands
    between; `chain` are names, outermost first, empty when nobody is named, and `sources` their
    rows' keys; `naming` is the source's own (None with an empty chain); `content` are spans of the
    article's text.
    """

    id: str
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    words: str
    content: tuple[Span, ...]
    chain: tuple[str, ...]
    sources: tuple[str, ...]
    naming: Naming | None
    quotation: Quotation
    kind: Kind
    polarity: Polarity
    basis: Basis
    confidence: float


class Verdict(StrEnum):
    """What a person did to a statement: marked one that the reader had missed, marked it otherwise,
    took it away (it is none), or left it as the reader had it, against an earlier judgement."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class StatementJudgement:
    """What a person held of a statement, "<article id>#<statement id>".

    `marked` is the statement as the person has it, with ids as in the article's reading; None where
    it was removed or kept. `when` is in UTC.
    """

    statement: str
    verdict: Verdict
    marked: Statement | None
    why: str
    author: str
    when: datetime

    @property
    def article(self) -> str:
        return self.statement.rpartition("#")[0]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link as a trace first showed it, on which claim. `source` is an article's id, `target` an
    article's id or the name of an origin; `judgement` is what was held of it then."""

    id: str
    kind: LinkKind
    source: str
    target: str
    judgement: Judgement
    reason: str
    claim: str


@dataclass(frozen=True, slots=True)
class LinkJudgement:
    """What a person held of a link, and why. `when` is in UTC."""

    link: str
    judgement: Judgement
    why: str
    author: str
    when: datetime
