"""A short story of news with everything that a careful reader takes from it."""

from dataclasses import dataclass, field

from firsthand.model.reading import Reading
from tests.reading.stories import read, said, statement


@dataclass(frozen=True, slots=True)
class Tale:
    """`says` are the attributions as (cue, source, content…), in the words of `stories.said`.

    `chains`: the beginning of a content → its chain, "outermost ‹ … ‹ source", "" for nobody.
    `sources`: a source's name → its kind and naming, "person named". `polarity` and `kind`: the
    beginning of a content → the value. `checks`: "outcome by whom about whose", "nobody" for None.
    """

    about: str
    text: str
    says: tuple[tuple[str, ...], ...]
    chains: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    polarity: dict[str, str] = field(default_factory=dict)
    kind: dict[str, str] = field(default_factory=dict)
    checks: tuple[str, ...] | None = None
    publisher: str | None = None

    def reading(self) -> Reading:
        found = [
            said(self.text, cue, source or None, *content) for cue, source, *content in self.says
        ]
        return read(self.text, *found, publisher=self.publisher)


def told(tale: Tale) -> Tale:
    """The tale as it was read, with no more in it than the tale itself says."""
    reading = tale.reading()
    about = {s.id: s for s in reading.statements}

    def name(source: str | None) -> str:
        return reading.source(source).name if source else "nobody"

    def whose(check: str | None) -> str:
        if check is None:
            return "nothing"
        if check not in about:
            return name(check)  # a source
        return " ‹ ".join(name(s) for s in about[check].chain) or "nobody"

    return Tale(
        tale.about,
        tale.text,
        tale.says,
        {c: " ‹ ".join(name(s) for s in statement(reading, c).chain) for c in tale.chains},
        {
            s.name: f"{s.kind.value} {s.naming.value}"
            for s in reading.sources
            if s.name in tale.sources
        },
        {c: statement(reading, c).polarity.value for c in tale.polarity},
        {c: statement(reading, c).kind.value for c in tale.kind},
        None
        if tale.checks is None
        else tuple(
            f"{c.outcome.value} by {name(c.by)} about {whose(c.about)}" for c in reading.checks
        ),
        tale.publisher,
    )
