"""Self-contained pages: a reading with its words marked in place, a trace as a list.

No script, no request to anywhere; everything that comes from an article is escaped.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from firsthand.faces import difference, marks, outline, wording
from firsthand.model.reading import Reading, Source, Statement
from firsthand.model.trace import Trace

if TYPE_CHECKING:
    from jinja2 import Environment

_HUES = 8
"""Colours for sources in the style sheet; the ninth source shares the first one's."""


def reading_page(readings: Iterable[Reading]) -> Iterator[str]:
    """One page of all readings, in pieces, so that a long run needs no more memory than a short."""
    yield from (
        _environment()
        .get_template("reading.html")
        .generate(
            readings=(_Shown(number, reading) for number, reading in enumerate(readings, start=1))
        )
    )


def trace_page(traces: Iterable[tuple[Trace, Mapping[str, str]]]) -> Iterator[str]:
    """One page of all traces, each with its articles' own wordings of the claim, by article id."""
    yield from (
        _environment()
        .get_template("trace.html")
        .generate(traces=((trace, outline.outline(trace, words)) for trace, words in traces))
    )


class _Shown:
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


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("firsthand.faces"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= _FILTERS
    environment.tests |= {
        "opening": lambda token: isinstance(token, marks.Open),
        "closing": lambda token: isinstance(token, marks.Close),
    }
    environment.globals |= _GLOBALS
    return environment


def web_address(url: str | None) -> str:
    """The address when following it is harmless, else "" ("javascript:" comes from pages too)."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""


_FILTERS: dict[str, Any] = {
    "clean": wording.clean,
    "day": wording.day,
    "described": wording.described,
    "named": wording.named,
    "web_address": web_address,
}
_GLOBALS: dict[str, Any] = {
    "about": wording.about,
    "chain_line": wording.chain_line,
    "checker": wording.checker,
    "count": wording.count,
    "denial_line": wording.denial_line,
    "difference": difference.difference,
    "outcomes": wording.OUTCOMES,
    "sides": wording.SIDES,
    "support_line": wording.support_line,
    "words": wording.words,
    "arrow": wording.CHAIN,
}
