"""A claim followed to its origins: articles, links between them, origins, and what was lost."""

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.event import Event, Field
from firsthand.model.span import Span


class Stance(StrEnum):
    ASSERTS = "asserts"
    REPORTS = "reports"
    DENIES = "denies"
    CORRECTS = "corrects"


class LinkKind(StrEnum):
    COPIES = "copies"
    CITES = "cites"
    SAME_SOURCE = "same_source"


class Judgement(StrEnum):
    """What is held of a link. A link judged no is kept but takes no part in a trace."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Side(StrEnum):
    SUPPORTS = "supports"
    DENIES = "denies"
    OTHER = "other"


class Lost(StrEnum):
    """What an article lacks that the version it depends on had."""

    ATTRIBUTION = "attribution"
    HEDGE = "hedge"
    NUMBER = "number"
    VERIFICATION = "verification"
    QUOTE = "quote"
    PLACE = "place"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words in one article that a link rests on."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """`source` depends on `target`: it copies its text, cites it, or rests on the same source.

    `target` is an article id or an origin id; `reason` a sentence for a reader; `score` in 0..1;
    `id` names the link in every run ("": not named).
    """

    source: str
    target: str
    kind: LinkKind
    judgement: Judgement
    score: float
    reason: str
    evidence: tuple[Evidence, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing lost on the way: the words of the version depended on, and what stands instead
    (None: nothing)."""

    what: Lost
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """The last known holder of the claim.

    `contact` is the outlet that spoke to it (None: not said); `reason` says why it counts as one.
    """

    id: str
    name: str
    contact: str | None
    side: Side
    reason: str


@dataclass(frozen=True, slots=True)
class TracedArticle:
    """One article's part in a claim. `via` are the credited names, outermost first; no `origins`
    means lineage not recorded."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    stance: Stance
    hedged: bool
    statements: tuple[str, ...]
    span: Span
    """Where the article words the claim."""
    via: tuple[str, ...]
    copy_of: str | None
    origins: tuple[str, ...]
    lost: tuple[Loss, ...]
    event: Event | None = None
    """What it says there to have happened; None where nobody has looked."""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One answer to who, what, where, when or how many, with every place that gives it. Values of
    one field may contradict each other: they stand side by side."""

    field: Field
    value: str
    evidence: tuple[Evidence, ...]

    @property
    def articles(self) -> int:
        """How many articles give it."""
        return len({e.article for e in self.evidence})


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition; `id` is made of its words. `fields`: what its articles say of it, by field,
    the values of the most articles first."""

    id: str
    text: str
    fields: tuple[FieldValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything known of one claim.

    The counts are of independent origins; `at_least` and `at_most` bound the support where the
    texts don't settle whether two origins are one, and `denial_bounds` (at least, at most) the
    denial; None where that is known exactly.
    """

    claim: Claim
    articles: tuple[TracedArticle, ...]
    origins: tuple[Origin, ...]
    links: tuple[Link, ...]
    circles: tuple[tuple[str, ...], ...]
    """Article ids that cite each other in a circle: no origin is established by it."""
    independent_support: int
    independent_denial: int
    at_least: int
    at_most: int
    denial_bounds: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stood when it was last looked at. `articles` are ids; `origins` are side and name
    of each, since an origin's id changes when more becomes known of it."""

    claim: str
    articles: frozenset[str]
    origins: frozenset[str]
    support: int
    denial: int
    at_least: int
    at_most: int
