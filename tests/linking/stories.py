"""Readings written as stories: the text of an article with its statements marked in it.

    "{@Lamp > ~Davin|The ministry closed the port}," Davin told Lamp.

A statement is `{chain|content}` or `{chain|content|denied}`; only the content stays in the text.
The chain is outermost first: `@` an outlet, `~` a pseudonym, `?` somebody unnamed, `#` a named
body, `=` a document, nothing: a named person. A description follows in parentheses.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.model.article import Article, Credit
from firsthand.model.reading import (
    Basis,
    Kind,
    Naming,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)

MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)(?:\|(denied|uncertain))?\}")
KINDS = {
    "@": (SourceKind.OUTLET, Naming.NAMED),
    "~": (SourceKind.PERSON, Naming.PSEUDONYM),
    "?": (SourceKind.PERSON, Naming.UNNAMED),
    "#": (SourceKind.ORGANISATION, Naming.NAMED),
    "=": (SourceKind.DOCUMENT, Naming.NAMED),
}


@dataclass(frozen=True)
class Shelf:
    """A ledger as a list."""

    kept: tuple[Reading, ...]

    def readings(self, ids: Iterable[str] | None = None) -> Iterator[Reading]:
        wanted = None if ids is None else set(ids)
        return (r for r in self.kept if wanted is None or r.article.id in wanted)


def shelf(*readings: Reading) -> Shelf:
    return Shelf(readings)


def story(
    id: str,
    marked: str,
    *,
    publisher: str | None = None,
    published: str | None = None,
    credits: tuple[Credit, ...] = (),
) -> Reading:
    sources: dict[str, Source] = {}
    statements: list[Statement] = []
    text, at = "", 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        start = len(text)
        text += mark[2]
        at = mark.end()
        chain = [_source(name.strip(), sources) for name in mark[1].split(" > ")]
        statements.append(
            Statement(
                id=f"st{len(statements) + 1}",
                content=((start, len(text)),),
                cue=None,
                mention=None,
                chain=tuple(s.id for s in chain),
                quotation=Quotation.INDIRECT,
                kind=Kind.COMMUNICATION,
                polarity=Polarity(mark[3] or "asserted"),
                basis=Basis.UNSTATED,
                hedges=(),
                parent=None,
                confidence=1.0,
            )
        )
    text += marked[at:]
    article = Article(id, text, publisher=publisher, published=published, credits=credits)
    return Reading(
        article, tuple(sources.values()), tuple(statements), (), ReaderInfo("story", "1", "0")
    )


def _source(written: str, sources: dict[str, Source]) -> Source:
    if written not in sources:
        kind, naming = KINDS.get(written[0], (SourceKind.PERSON, Naming.NAMED))
        name = written.lstrip("@~?#=")
        described = re.fullmatch(r"(.+?) \((.+)\)", name)
        name, description = described.groups() if described else (name, None)
        sources[written] = Source(f"s{len(sources) + 1}", name, kind, naming, description, ())
    return sources[written]
