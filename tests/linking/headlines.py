"""Articles for the tests of headlines: a headline, a body, and who says what in the body."""

from dataclasses import dataclass

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
)
from firsthand.model.span import Span

NAMINGS = {"?": Naming.UNNAMED, "~": Naming.PSEUDONYM}


@dataclass(frozen=True)
class Said:
    """`who` credits by `cue` the words `what` of the body; "?" before a name: unnamed, "~": a
    pseudonym; "A > B": through A; "": nobody."""

    who: str
    cue: str
    what: str
    hedge: str | None = None
    kind: Kind = Kind.COMMUNICATION
    polarity: Polarity = Polarity.ASSERTED


def article(
    headline: str,
    body: str,
    *said: Said,
    unverified: tuple[str, str] | None = None,
    apart: bool = False,
) -> Reading:
    """`unverified`: the words of a check and whom it is about; `apart`: the headline is the page's
    title and no part of the text."""
    text = body if apart else f"{headline}\n\n{body}"
    start = 0 if apart else len(headline) + 2

    def at(words: str, *, after: int = 0) -> Span:
        found = text.index(words, max(after, start))
        return found, found + len(words)

    ids: dict[str, str] = {}
    sources = []
    statements = []
    for number, s in enumerate(said, start=1):
        chain = [name for name in s.who.split(" > ") if name]
        for name in chain:
            if name not in ids:
                ids[name] = f"s{len(ids) + 1}"
                naming = NAMINGS.get(name[0], Naming.NAMED)
                sources.append(
                    Source(ids[name], name.lstrip("?~"), SourceKind.PERSON, naming, None, ())
                )
        content = at(s.what)
        mention = chain[-1].lstrip("?~") if chain else ""
        statements.append(
            Statement(
                id=f"st{number}",
                content=(content,),
                cue=at(s.cue) if s.cue else None,
                mention=at(mention) if mention and mention in text[start:] else None,
                chain=tuple(ids[name] for name in chain),
                quotation=Quotation.INDIRECT,
                kind=s.kind,
                polarity=s.polarity,
                basis=Basis.UNSTATED,
                hedges=(at(s.hedge),) if s.hedge else (),
                parent=None,
                confidence=1.0,
            )
        )
    checks = ()
    if unverified:
        words, about = unverified
        checks = (Check(None, Outcome.UNVERIFIED, ids.get(about, about), at(words)),)
    return Reading(
        Article("story", text, title=headline if apart else None),
        tuple(sources),
        tuple(statements),
        checks,
        ReaderInfo("story", "1", "0"),
    )
