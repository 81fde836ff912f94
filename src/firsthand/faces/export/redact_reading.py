"""A reading for sharing: unnamed and pseudonymous sources behind tokens.

The result is a reading of the redacted text, with places in that text: every format writes it as
any other.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import itemgetter

from firsthand.faces.export.kept_back import WORD, Secrets, secret_sources
from firsthand.faces.export.paint import KEPT_BACK, OPEN, ends, headed, painted, pronouns
from firsthand.faces.export.tokens import Tokens
from firsthand.model.article import Article
from firsthand.model.reading import Check, Naming, Reading, Source, Statement
from firsthand.model.span import Span

Extra = Mapping[str, frozenset[Span]]
"""Places that a trace points to, by article id."""


@dataclass(frozen=True, slots=True)
class Page:
    """A redacted reading; where the places of the text before went; its secret sources by name,
    and what became of these names."""

    reading: Reading
    moved: Callable[[Span], Span]
    names: Mapping[str, str]
    secret: Mapping[str, Source]


class Redaction:
    def __init__(self, secrets: Secrets, tokens: Tokens, extra: Extra):
        self._secrets, self.tokens, self._extra = secrets, tokens, extra

    def words(self, text: str, *, more: frozenset[str] = frozenset()) -> str:
        """The text with what is kept back replaced: neighbouring words by one token."""
        made, done = [], 0
        for start, end in self._hidden(text, more):
            made += [text[done:start], self.tokens.words(text[start:end])]
            done = end
        return "".join([*made, text[done:]])

    def _hidden(self, text: str, more: frozenset[str]) -> Iterator[Span]:
        """Where words are kept back; neighbouring ones are one place."""
        found = list(WORD.finditer(text))
        hidden = self._secrets.hidden([word[0] for word in found], more=more)
        marked = zip(found, hidden, strict=True)
        for kept_back, words in groupby(marked, key=itemgetter(1)):
            if kept_back:
                places = [word.span() for word, _ in words]
                yield places[0][0], places[-1][1]

    def optional(self, text: str | None) -> str | None:
        return self.words(text) if text is not None else None

    def _tells(self, address: str, reading: Reading) -> bool:
        """Whether an article's id or address holds what is kept back."""
        return self.words(address) != address or self._secrets.holds(address, reading)

    def name(self, article: str, source: Source) -> str:
        if source.naming is Naming.NAMED:
            return self.words(source.name)
        if source.naming is Naming.PSEUDONYM:
            return self.tokens.pseudonym(source.name)
        return self.tokens.source(article, source.id)

    def page(self, reading: Reading) -> Page:
        a = reading.article
        names = {s.id: self.name(a.id, s) for s in reading.sources}
        text, places = self._text(reading, names)

        def moved(span: Span) -> Span:
            return places[span[0]], places[span[1]]

        made = Reading(
            self._article(reading, text, moved),
            tuple(self._source(s, names[s.id], moved) for s in reading.sources),
            tuple(_statement(s, moved) for s in reading.statements),
            tuple(_check(c, moved) for c in reading.checks),
            reading.reader,
        )
        secret = {s.name.casefold(): s for s in secret_sources(reading).values()}
        return Page(made, moved, {name: names[s.id] for name, s in secret.items()}, secret)

    def _article(self, reading: Reading, text: str, moved: Callable[[Span], Span]) -> Article:
        a = reading.article
        title = a.title
        if headed(a):
            title = text[slice(*moved((0, len(title or ""))))]
        elif title is not None:
            title = self.words(title, more=pronouns(reading))
        return Article(
            id=self.tokens.id("article", a.id) if self._tells(a.id, reading) else a.id,
            text=text,
            title=title,
            publisher=self.optional(a.publisher),
            url=None if a.url and self._tells(a.url, reading) else a.url,
            published=a.published,
            authors=tuple(self.words(name) for name in a.authors),
            language=a.language,
            credits=tuple(
                replace(c, name=self.words(c.name), evidence=self.words(c.evidence))
                for c in a.credits
            ),
        )

    def _source(self, s: Source, name: str, moved: Callable[[Span], Span]) -> Source:
        description = s.description
        if description is not None:
            named = s.naming is Naming.NAMED
            description = self.words(description) if named else self.tokens.words(description)
        return replace(
            s, name=name, description=description, mentions=tuple(moved(m) for m in s.mentions)
        )

    def _text(self, reading: Reading, names: Mapping[str, str]) -> tuple[str, dict[int, int]]:
        """The redacted text, and where each end of a place went."""
        a = reading.article
        paint = painted(reading)
        for start, end in self._hidden(a.text, pronouns(reading)):
            for at in range(start, end):
                paint[at] = KEPT_BACK if paint[at] == OPEN else paint[at]
        made: list[str] = []
        places, length = {0: 0}, 0
        cuts = ends(reading, self._extra.get(a.id, frozenset()), paint)
        order = [names[s.id] for s in reading.sources]
        for start, end in pairwise(cuts):
            piece = self._piece(a.text[start:end], paint[start], order)
            made.append(piece)
            length += len(piece)
            places[end] = length
        return "".join(made), places

    def _piece(self, words: str, paint: int, names: list[str]) -> str:
        body = words.strip()
        if paint == OPEN or not WORD.search(body):
            return words
        before = words[: len(words) - len(words.lstrip())]
        token = names[paint] if paint >= 0 else self.tokens.words(body)
        return before + token + words[len(words.rstrip()) :]


def _statement(s: Statement, moved: Callable[[Span], Span]) -> Statement:
    return replace(
        s,
        content=tuple(moved(span) for span in s.content),
        cue=moved(s.cue) if s.cue else None,
        mention=moved(s.mention) if s.mention else None,
        hedges=tuple(moved(span) for span in s.hedges),
    )


def _check(c: Check, moved: Callable[[Span], Span]) -> Check:
    return replace(c, evidence=moved(c.evidence))
