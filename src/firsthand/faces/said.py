"""The articles' own words for what a trace speaks of: how each puts the claim, and what its links
rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from firsthand.faces.wording import clean
from firsthand.model.reading import Reading
from firsthand.model.trace import Evidence, Trace

LONGEST = 300
"""Characters of an article's own words that an overview shows."""


@dataclass(frozen=True, slots=True)
class Said:
    """`claim` by article id; `evidence` for the links' places. What isn't there isn't at hand."""

    claim: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[Evidence, str] = field(default_factory=dict)


def said(trace: Trace, readings: Iterable[Reading]) -> Said:
    spans = {article.id: article.span for article in trace.articles}
    places: dict[str, list[Evidence]] = {}
    for place in dict.fromkeys(e for link in trace.links for e in link.evidence):
        places.setdefault(place.article, []).append(place)
    claim, evidence = {}, {}
    for reading in readings:
        article = reading.article
        if article.id in spans:
            claim[article.id] = short(article.text[slice(*spans[article.id])])
        for place in places.get(article.id, ()):
            evidence[place] = short(article.text[slice(*place.span)])
    return Said(claim, evidence)


def short(text: str, *, longest: int = LONGEST) -> str:
    """One line of at most so many characters, cut between words."""
    line = clean(text)
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"
