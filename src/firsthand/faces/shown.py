"""Readings and traces as templates ask for them."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from firsthand.faces import fields, headlines, marks, outline, picture, wording
from firsthand.faces.judged import JudgedStatement
from firsthand.faces.said import Said
from firsthand.ledger.rows import LinkJudgement
from firsthand.linking.headline import Headline, compare
from firsthand.model.reading import Reading, Source, Statement
from firsthand.model.review import Review
from firsthand.model.trace import Link, LinkKind, Trace

NOBODY: Mapping[str, LinkJudgement] = MappingProxyType({})

_HUES = 8
"""Colours for sources in the style sheet; the ninth source shares the first one's."""


class ShownTrace:
    """A trace as the template asks for it; anchors begin with its place on the page."""

    def __init__(
        self,
        number: int,
        trace: Trace,
        said: Said,
        judged: Mapping[str, LinkJudgement],
        statements: Sequence[JudgedStatement] = (),
        reviews: Sequence[Review] = (),
    ):
        self.statements, self.reviews = statements, reviews
        self.trace, self.said, self.judged, self.prefix = trace, said, judged, f"t{number}-"
        self.outline = outline.outline(trace, said)
        self.picture = picture.picture(trace, self.outline)
        ordered = picture.in_order(self.outline)
        self.anchors = {b.article.id: f"{self.prefix}a{n}" for n, b in enumerate(ordered, start=1)}
        self._names = {a.id: wording.clean(a.publisher or a.id) for a in trace.articles}
        self.answers = fields.answers(trace)
        self.looks = sum(a.stance in wording.CONFIRMING for a in trace.articles)

    def at(self, id: str) -> str:
        """An article by its outlet."""
        return self._names.get(id, id)

    def article_address(self, id: str) -> str:
        """Where an article can be read; "" where that isn't on a page."""
        return ""

    def link_address(self, link: str) -> str:
        """Where a link is shown by itself, by its id; "" where that isn't on a page."""
        return ""

    def evidence(self, link: Link) -> list[tuple[str, str]]:
        """(where, the words there) for what a link rests on; aligned passages that are the same
        word for word once."""
        words = [
            (self.at(e.article), self.said.evidence[e])
            for e in link.evidence
            if e in self.said.evidence
        ]
        if link.kind is not LinkKind.COPIES:
            return words
        pairs = zip(words[::2], words[1::2], strict=False)
        return [
            each
            for here, there in pairs
            for each in ([("in both", here[1])] if here[1] == there[1] else [here, there])
        ]


class ShownReading:
    """A reading as the template asks for it. Anchors begin with the article's place on the page,
    since every reading has an "s1"."""

    def __init__(self, number: int, reading: Reading):
        self.reading, self.prefix = reading, f"a{number}-"
        found = wording.sources_in_order(reading)
        self._hues = {source.id: index % _HUES for index, source in enumerate(found)}
        self.statements = wording.in_reading_order(reading)
        self.cards = [(source, self._of(source)) for source in found]
        self.nobodys = [s for s, _ in self.statements if not wording.chain(reading, s)]
        self._known = {s.id: s for s in reading.statements}
        title, text = reading.article.title, reading.article.text
        self.headed = bool(title) and text.lstrip().startswith(title or "")

    def headline(self) -> Headline | None:
        """The headline against the body, where it drops an attribution or states it as fact."""
        found = compare(self.reading)
        return found if found.handling in headlines.LOSING else None

    def _of(self, source: Source) -> list[Statement]:
        return [s for s, _ in self.statements if s.chain and s.chain[-1] == source.id]

    def through(self, source: Source) -> list[Statement]:
        """Statements that came through this source from another one."""
        return [s for s, _ in self.statements if source.id in s.chain[:-1]]

    def hue(self, source: str | None) -> str:
        return f"h{self._hues[source]}" if source in self._hues else "h-none"

    def paragraphs(self) -> Iterator[list[marks.Token]]:
        return marks.tokens(self.reading.article.text, marks.marks(self.reading))

    def label(self, mark: marks.Mark) -> str:
        """What a mark means, for whoever hovers over it or hears it read."""
        if mark.role is marks.Role.MENTION:
            source = next((s for s in self.reading.sources if s.id == mark.source), None)
            return wording.named(source) if source else ""
        statement = self._known.get(mark.owner)
        if mark.role is not marks.Role.CONTENT or statement is None:
            return str(mark.role.value)
        line = wording.chain_line(self.reading, statement)
        return f"{line} · {statement.quotation.value} · {statement.polarity.value}"

    def polarity(self, mark: marks.Mark) -> str:
        statement = self._known.get(mark.owner)
        return statement.polarity.value if statement else ""
