"""Self-contained pages: a reading with its words marked in place, a trace as a picture and a list.

No script, no request to anywhere; everything that comes from an article is escaped.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from firsthand.faces import difference, headlines, marks, outline, picture, wording
from firsthand.faces.said import Said
from firsthand.ledger.rows import LinkJudgement
from firsthand.linking.headline import Headline, compare
from firsthand.model.reading import Reading, Source, Statement
from firsthand.model.trace import Link, LinkKind, Trace

if TYPE_CHECKING:
    from jinja2 import Environment

    from firsthand.faces.export.dossier import Dossier
    from firsthand.linking.sourcing import Audit

NOBODY: Mapping[str, LinkJudgement] = MappingProxyType({})

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


def trace_page(
    traces: Iterable[tuple[Trace, Said]], *, judged: Mapping[str, LinkJudgement] = NOBODY
) -> Iterator[str]:
    """One page of all traces, each drawn over time and told as a list, with its articles' own
    words; `judged`: what people hold of links, by link."""
    shown = (
        _Traced(number, trace, said, judged) for number, (trace, said) in enumerate(traces, start=1)
    )
    yield from _environment().get_template("trace.html").generate(traces=shown)


def dossier_page(dossiers: Iterable["Dossier"]) -> Iterator[str]:
    """One page of all that an export holds on these claims."""
    yield from _environment().get_template("dossier.html").generate(dossiers=dossiers)


def audit_page(audit: "Audit") -> Iterator[str]:
    """One page of an audit: its bars as drawings, and beside each what it says in words."""
    from firsthand.faces import bars, sourcing

    template = _environment().get_template("audit.html")
    yield from template.generate(audit=audit, bars=bars, sourcing=sourcing)


class _Traced:
    """A trace as the template asks for it; anchors begin with its place on the page."""

    def __init__(self, number: int, trace: Trace, said: Said, judged: Mapping[str, LinkJudgement]):
        self.trace, self.said, self.judged, self.prefix = trace, said, judged, f"t{number}-"
        self.outline = outline.outline(trace, said)
        self.picture = picture.picture(trace, self.outline)
        ordered = picture.in_order(self.outline)
        self.anchors = {b.article.id: f"{self.prefix}a{n}" for n, b in enumerate(ordered, start=1)}
        self._names = {a.id: wording.clean(a.publisher or a.id) for a in trace.articles}
        self.looks = sum(a.stance in wording.CONFIRMING for a in trace.articles)

    def at(self, id: str) -> str:
        """An article by its outlet."""
        return self._names.get(id, id)

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
    "unquoted": wording.unquoted,
    "number": lambda value: f"{value:.1f}".removesuffix(".0"),
    "day": wording.day,
    "described": wording.described,
    "named": wording.named,
    "web_address": web_address,
}
_GLOBALS: dict[str, Any] = {
    "about": wording.about,
    "because": wording.because,
    "judgement_line": wording.judgement_line,
    "kinds": wording.KINDS,
    "chain_line": wording.chain_line,
    "checker": wording.checker,
    "count": wording.count,
    "credited": wording.credited,
    "denial_line": wording.denial_line,
    "difference": difference.difference,
    "headline_line": headlines.headline_line,
    "outcomes": wording.OUTCOMES,
    "sides": wording.SIDES,
    "support_line": wording.support_line,
    "words": wording.words,
    "arrow": wording.CHAIN,
}
