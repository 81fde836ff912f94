"""Short stories of text for the tests: what the network would find, said in words instead of numbers."""

from firsthand.model.article import Article
from firsthand.model.reading import ReaderInfo, Reading, Statement
from firsthand.model.span import Span
from firsthand.reading.assemble import assemble
from firsthand.reading.decode import Attribution

READER = ReaderInfo("test", "0", "none")


def said(text: str, cue: str, source: str | None, *content: str) -> Attribution:
    """An attribution by its words; `#2` after words means their second occurrence in the text."""
    return Attribution(
        cue=at(text, cue),
        source=at(text, source) if source else None,
        content=tuple(at(text, part) for part in content),
        confidence=1.0,
    )


def at(text: str, words: str) -> Span:
    words, _, number = words.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(words, start + 1)
    return start, start + len(words)


def read(text: str, *found: Attribution, publisher: str | None = None) -> Reading:
    return assemble(Article("story", text, publisher=publisher), found, reader=READER)


def chain(reading: Reading, content: str) -> list[str]:
    """Names of the chain of the statement whose content begins with these words, outermost first."""
    return [reading.source(id).name for id in statement(reading, content).chain]


def statement(reading: Reading, content: str) -> Statement:
    found = [s for s in reading.statements if reading.words(s.content).startswith(content)]
    assert found, (
        f"no statement begins with {content!r}: {[reading.words(s.content) for s in reading.statements]}"
    )
    return found[0]
