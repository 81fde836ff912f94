"""What an article says by whose account: sources, statements, checks (the contract's words)."""

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.article import Article
from firsthand.model.span import Span


class SourceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Naming(StrEnum):
    NAMED = "named"
    PSEUDONYM = "pseudonym"
    UNNAMED = "unnamed"


class Quotation(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Kind(StrEnum):
    """PARC's types of attribution (Prasad et al. 2007)."""

    COMMUNICATION = "communication"
    BELIEF = "belief"
    KNOWLEDGE = "knowledge"
    INTENTION = "intention"


class Polarity(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    UNCERTAIN = "uncertain"


class Basis(StrEnum):
    """How the source says that it knows."""

    FIRSTHAND = "firsthand"
    SECONDHAND = "secondhand"
    DOCUMENT = "document"
    UNSTATED = "unstated"


class Outcome(StrEnum):
    CONFIRMED = "confirmed"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    NO_COMMENT = "no_comment"


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that is credited.

    `name` is the fullest proper name in the article, else the fullest description; `description`
    is the role or description given beside it.
    """

    id: str
    name: str
    kind: SourceKind
    naming: Naming
    description: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: a source is credited with a content by a cue.

    `chain` holds source ids, outermost first, the source itself last; empty when nobody is named.
    `parent` is the statement inside whose content this one stands.
    """

    id: str
    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    chain: tuple[str, ...]
    quotation: Quotation
    kind: Kind
    polarity: Polarity
    basis: Basis
    hedges: tuple[Span, ...]
    parent: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Check:
    """A remark that somebody tried to verify.

    `by` is a source's id (None: the publisher, or nobody named), `about` the id of a source or
    statement (None where the text doesn't say).
    """

    by: str | None
    outcome: Outcome
    about: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """Which reader made a reading; `model` is the digest of its weights."""

    name: str
    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Reading:
    article: Article
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    checks: tuple[Check, ...]
    reader: ReaderInfo

    def source(self, id: str) -> Source:
        return next(s for s in self.sources if s.id == id)

    def words(self, spans: tuple[Span, ...]) -> str:
        """The words at these spans, an ellipsis where something stands between."""
        return " … ".join(self.article.text[start:end] for start, end in spans)
