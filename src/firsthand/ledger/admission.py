"""What a ledger takes: readings that fit their text and that both databases keep without loss."""

import re
from collections.abc import Iterator

from firsthand.ledger.records import strings_of
from firsthand.model.errors import InputError
from firsthand.model.reading import Reading
from firsthand.model.span import Span

# PostgreSQL indexes entries of at most 2,704 bytes: "<article id>#<id>" of 4 bytes a character.
ARTICLE_ID_LONGEST = 500
LOCAL_ID_LONGEST = 100
UNKEEPABLE = ("holds a NUL or half a surrogate pair, which a ledger can't keep", "take it out")
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def admit(reading: Reading) -> None:
    """Returns when the reading can be kept whole.

    PostgreSQL keeps no NUL, and UTF-8 no lone surrogate. An article with one is refused on SQLite
    as well, since an escape would move every span behind it. Raises InputError.
    """
    problem = next(_problems(reading), None)
    if problem is not None:
        name = replaced(reading.article.id[:80])
        raise InputError(name or "article", *problem)


def keepable(text: str) -> bool:
    """Whether both databases keep this text as it is."""
    return _UNKEEPABLE.search(text) is None


def replaced(text: str) -> str:
    """The text with what a ledger can't keep made visible: for words that no span counts."""
    return _UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _problems(reading: Reading) -> Iterator[tuple[str, str]]:
    yield from _id_problems(reading)
    if not all(keepable(string) for string in strings_of(reading)):
        yield UNKEEPABLE
    again = "read the article again; a reading from elsewhere has to follow the contract"
    for problem in _misfits(reading):
        yield problem, again


def _id_problems(reading: Reading) -> Iterator[tuple[str, str]]:
    if not 0 < len(reading.article.id) <= ARTICLE_ID_LONGEST:
        yield (
            f"has an id of {len(reading.article.id):,} characters",
            f"give it one of 1 to {ARTICLE_ID_LONGEST}",
        )


def _misfits(reading: Reading) -> Iterator[str]:
    """Where the reading contradicts itself or its text."""
    sources = {s.id for s in reading.sources}
    statements = {s.id for s in reading.statements}
    if len(sources) < len(reading.sources) or len(statements) < len(reading.statements):
        yield "two of its sources or statements have the same id"
    for id in sources | statements:
        if "#" in id or not 0 < len(id) <= LOCAL_ID_LONGEST:
            yield f"has {id[:40]!r} as an id, not 1 to {LOCAL_ID_LONGEST} characters without #"
    for s in reading.statements:
        if not (sources.issuperset(s.chain) and (s.parent is None or s.parent in statements)):
            yield f"its statement {s.id} names a source or statement that isn't there"
        if not 0 <= s.confidence <= 1:
            yield f"its statement {s.id} has a confidence of {s.confidence}, outside of 0 to 1"
    for check in reading.checks:
        if not ({check.by} <= sources | {None} and {check.about} <= sources | statements | {None}):
            yield "a check of it names a source or statement that isn't there"
    for start, end in _spans(reading):
        if not 0 <= start <= end <= len(reading.article.text):
            yield f"has the span [{start}, {end}], outside of its text"


def _spans(reading: Reading) -> Iterator[Span]:
    for source in reading.sources:
        yield from source.mentions
    for s in reading.statements:
        yield from (*s.content, *s.hedges, *(span for span in (s.cue, s.mention) if span))
    yield from (check.evidence for check in reading.checks)
