"""Readings written by hand: a harbour, a magazine that was told, and papers that follow it."""

from collections.abc import Sequence
from typing import Any

from firsthand.model.article import Article, Credit, CreditKind
from firsthand.model.reading import (
    Basis,
    Check,
    Kind,
    Naming,
    Outcome,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)
from firsthand.model.span import Span

READER = ReaderInfo("firsthand", "0.1.0", "0123abcd")

MAGAZINE = (
    "Port of Vell closed by night\n"
    '"They closed the gates," said Heron, a guard who asked for another name, "before midnight." '
    "The ministry denied that the port had closed. "
    "The Quay Magazine could not verify his account."
)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return (start, start + len(words))


def source(id: str, name: str, **more: Any) -> Source:
    given: dict[str, Any] = {
        "kind": SourceKind.PERSON,
        "naming": Naming.NAMED,
        "description": None,
        "mentions": (),
    }
    return Source(id=id, name=name, **{**given, **more})


def statement(id: str, *content: Span, chain: Sequence[str] = (), **more: Any) -> Statement:
    given: dict[str, Any] = {
        "cue": None,
        "mention": None,
        "quotation": Quotation.INDIRECT,
        "kind": Kind.COMMUNICATION,
        "polarity": Polarity.ASSERTED,
        "basis": Basis.UNSTATED,
        "hedges": (),
        "parent": None,
        "confidence": 0.9,
    }
    return Statement(id=id, content=content, chain=tuple(chain), **{**given, **more})


def reading(
    article: Article,
    *,
    sources: Sequence[Source] = (),
    statements: Sequence[Statement] = (),
    checks: Sequence[Check] = (),
) -> Reading:
    return Reading(article, tuple(sources), tuple(statements), tuple(checks), READER)


def said(id: str, words: str, *chain: Source, more: Any = None, **article: Any) -> Reading:
    """One article with one statement of these words, by this chain."""
    return reading(
        Article(id=id, text=words, **article),
        sources=chain,
        statements=[statement("st1", (0, len(words)), chain=[s.id for s in chain], **(more or {}))],
    )


def magazine() -> Reading:
    text = MAGAZINE
    return reading(
        Article(
            id="quay-magazine",
            text=text,
            title="Port of Vell closed by night",
            publisher="Quay Magazine",
            url="https://quay.example/vell?by=night",
            published="2031-03-02T22:15:00+01:00",
            authors=("Ada Brink", "Jo Ünal"),
            language="en",
            credits=(Credit("Norden Press", CreditKind.FOOTER, "© Norden Press"),),
        ),
        sources=[
            source(
                "s1",
                "Heron",
                naming=Naming.PSEUDONYM,
                description="guard who asked for another name",
                mentions=(at(text, "Heron"), at(text, "his")),
            ),
            source("s2", "ministry", kind=SourceKind.ORGANISATION, naming=Naming.UNNAMED),
            source("s3", "Quay Magazine", kind=SourceKind.OUTLET),
        ],
        statements=[
            # A child before its parent: the order is the reading's.
            statement(
                "st2",
                at(text, "the gates"),
                chain=["s3", "s1"],
                parent="st1",
                confidence=0.1 + 0.2,
            ),
            statement(
                "st1",
                at(text, '"They closed the gates,"'),
                at(text, '"before midnight."'),
                chain=["s3", "s1"],
                cue=at(text, "said"),
                mention=at(text, "Heron"),
                quotation=Quotation.DIRECT,
                basis=Basis.FIRSTHAND,
                hedges=(at(text, "before"),),
            ),
            statement(
                "st3",
                at(text, "that the port had closed"),
                chain=["s2"],
                polarity=Polarity.DENIED,
                cue=at(text, "denied"),
            ),
            statement("st4", at(text, "could not verify his account")),
        ],
        checks=[
            Check("s3", Outcome.UNVERIFIED, "s1", at(text, "could not verify")),
            Check(None, Outcome.DISPUTED, "st1", at(text, "denied")),
            Check(None, Outcome.NO_COMMENT, None, at(text, "The ministry")),
        ],
    )
