"""A reading laid on a spaCy Doc: sources, statements and checks with spans of its tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from firsthand.faces.wording import in_reading_order
from firsthand.model import span as model
from firsthand.model.reading import (
    Basis,
    Check,
    Kind,
    Naming,
    Outcome,
    Polarity,
    Quotation,
    Reading,
    Source,
    SourceKind,
    Statement,
)


@dataclass(frozen=True, slots=True)
class DocSource:
    """Somebody or something that the Doc credits; the fields are those of a reading's source."""

    id: str
    name: str
    kind: SourceKind
    naming: Naming
    description: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DocStatement:
    """One attribution. The fields are those of a reading's statement, with what they point to.

    `content` is several spans where cue and source stand in between. `chain` is outermost first,
    the source itself last, and empty when nobody is named.
    """

    id: str
    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    chain: tuple[DocSource, ...]
    quotation: Quotation
    kind: Kind
    polarity: Polarity
    basis: Basis
    hedges: tuple[Span, ...]
    parent: "DocStatement | None"
    confidence: float

    @property
    def source(self) -> DocSource | None:
        """Whose words these are: the end of the chain. None when nobody is named."""
        return self.chain[-1] if self.chain else None


@dataclass(frozen=True, slots=True)
class DocCheck:
    """A remark that somebody tried to verify: `by` whom (None: the publisher, or nobody named),
    `about` what (None where the text doesn't say)."""

    by: DocSource | None
    outcome: Outcome
    about: DocSource | DocStatement | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class DocReading:
    """Statements as they come in the text, one inside another's words after it."""

    sources: tuple[DocSource, ...]
    statements: tuple[DocStatement, ...]
    checks: tuple[DocCheck, ...]


def on_doc(doc: Doc, reading: Reading) -> DocReading:
    """The reading of this Doc's text, with spans of this Doc."""
    tokens = Tokens(doc)
    sources = {s.id: _source(s, tokens) for s in reading.sources}
    statements: dict[str, DocStatement] = {}
    for statement, _ in in_reading_order(reading):  # which has parents before their children
        statements[statement.id] = _statement(statement, tokens, sources=sources, above=statements)
    checks = (_check(c, tokens, known=sources | statements) for c in reading.checks)
    return DocReading(tuple(sources.values()), tuple(statements.values()), tuple(checks))


class Tokens:
    """Code points to tokens, as `Doc.char_span` does with alignment_mode "expand": a token that is
    covered in part belongs to the span. White space at the ends is let go first, so that a span
    begins and ends with a word wherever there is one; there is an answer for every place."""

    def __init__(self, doc: Doc):
        self._doc, self._text = doc, doc.text
        self._starts = [token.idx for token in doc]

    def span(self, place: model.Span, *, label: str) -> Span:
        start, end = self._trimmed(place)
        first = bisect_right(self._starts, start) - 1
        return Span(self._doc, first, bisect_left(self._starts, end), label=label)

    def spans(self, places: Iterable[model.Span], *, label: str) -> tuple[Span, ...]:
        return tuple(self.span(place, label=label) for place in places)

    def _trimmed(self, place: model.Span) -> model.Span:
        start, end = place
        words = self._text[start:end]
        if words.isspace():
            return place
        return end - len(words.lstrip()), start + len(words.rstrip())


def _source(source: Source, tokens: Tokens) -> DocSource:
    return DocSource(
        id=source.id,
        name=source.name,
        kind=source.kind,
        naming=source.naming,
        description=source.description,
        mentions=tokens.spans(source.mentions, label="SOURCE"),
    )


def _statement(
    statement: Statement,
    tokens: Tokens,
    *,
    sources: dict[str, DocSource],
    above: dict[str, DocStatement],
) -> DocStatement:
    return DocStatement(
        id=statement.id,
        content=tokens.spans(statement.content, label="CONTENT"),
        cue=tokens.span(statement.cue, label="CUE") if statement.cue else None,
        mention=tokens.span(statement.mention, label="SOURCE") if statement.mention else None,
        chain=tuple(sources[id] for id in statement.chain),
        quotation=statement.quotation,
        kind=statement.kind,
        polarity=statement.polarity,
        basis=statement.basis,
        hedges=tokens.spans(statement.hedges, label="HEDGE"),
        parent=above.get(statement.parent) if statement.parent else None,
        confidence=statement.confidence,
    )


def _check(check: Check, tokens: Tokens, *, known: dict[str, DocSource | DocStatement]) -> DocCheck:
    by = known.get(check.by) if check.by else None
    return DocCheck(
        by=by if isinstance(by, DocSource) else None,
        outcome=check.outcome,
        about=known.get(check.about) if check.about else None,
        evidence=tokens.span(check.evidence, label="CHECK"),
    )
