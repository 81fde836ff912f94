"""Readings as corpora with outermost attributions mark them."""

from dataclasses import replace

from firsthand.model.article import Article
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
)  # fmt: skip
from firsthand.model.span import Span
from firsthand.reading.outermost import outermost

TEXT = "“The mate knew that it leaked,” Brann said. “We sailed.” Marsh said no. “We did not.”"


def at(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


def statement(
    id: str, words: str, cue: str | None, chain: tuple[str, ...], parent: str | None = None
) -> Statement:
    return Statement(
        id, (at(words),), at(cue) if cue else None, None, chain, Quotation.DIRECT,
        Kind.COMMUNICATION, Polarity.ASSERTED, Basis.UNSTATED, (), parent, 0.9,
    )  # fmt: skip


def source(id: str, name: str) -> Source:
    return Source(id, name, SourceKind.PERSON, Naming.NAMED, None, (at(name),))


READING = Reading(
    Article("leak", TEXT),
    (source("s1", "Brann"), source("s2", "The mate"), source("s3", "Marsh")),
    (
        statement("st1", "“The mate knew that it leaked,”", "Brann said"[6:], ("s1",)),
        statement("st2", "that it leaked", "knew", ("s1", "s2"), parent="st1"),
        statement("st3", "“We sailed.”", None, ("s1",)),
        statement("st4", "no", "Marsh said"[6:], ("s3",)),
        statement("st5", "“We did not.”", None, ()),
    ),
    (Check(None, Outcome.UNVERIFIED, "st2", at("it leaked")),),
    ReaderInfo("firsthand", "1", "x"),
)


def test_what_stands_inside_goes_and_what_goes_on_is_joined() -> None:
    found = outermost(READING)
    assert [(s.id, found.words(s.content)) for s in found.statements] == [
        ("st1", "“The mate knew that it leaked,” … “We sailed.”"),
        ("st4", "no"),
        ("st5", "“We did not.”"),
    ]


def test_a_check_about_what_is_gone_stays_about_nothing() -> None:
    assert outermost(READING).checks == (replace(READING.checks[0], about=None),)
