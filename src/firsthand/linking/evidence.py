"""Evidence for a link: a score with its reason in words and the words of both articles that it
rests on."""

from dataclasses import dataclass

from firsthand.linking.copies import SharedText
from firsthand.linking.sources import Holder, Known
from firsthand.linking.voice import Voice
from firsthand.model.span import Span
from firsthand.model.trace import Evidence, LinkKind

SHOWN = 3
"""Aligned passages that a link shows, the longest ones."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Why `source` may depend on `target`; `score` is in 0..1."""

    source: str
    target: str
    kind: LinkKind
    score: float
    reason: str
    evidence: tuple[Evidence, ...]


def of_copy(copy: str, original: str, shared: SharedText) -> Clue:
    places = []
    for p in shared.passages[:SHOWN]:
        here, there = (p.here, p.there) if shared.a == copy else (p.there, p.here)
        places += [Evidence(copy, here), Evidence(original, there)]
    longest = shared.passages[0].words if shared.passages else 0
    reason = (
        f"{shared.words} words of it, {round(100 * shared.containment)} % of the shorter text, "
        f"stand in "
        f"{original} word for word; {longest} in a row"
    )
    return Clue(
        copy, original, LinkKind.COPIES, min(1.0, 0.5 + shared.containment), reason, tuple(places)
    )


def of_credit(voice: Voice, target: str, *, holder: str, elsewhere: Voice | None) -> Clue:
    """The article credits an outlet that has the claim from this holder, or is itself its last
    holder."""
    outlet = voice.outlets[-1]
    who = (
        f"; {voice.root.name} spoke to it"
        if voice.root
        else f", which has it from {holder}"
        if holder != outlet
        else ""
    )
    score = 0.9 if voice.strong else 0.6
    return Clue(
        voice.article,
        target,
        LinkKind.CITES,
        score,
        f"credits {outlet}{who}",
        _places(voice, elsewhere),
    )


def of_source(
    voice: Voice, target: str, *, holder: Holder, name: str, elsewhere: Voice | None
) -> Clue:
    """Both articles end at the same holder."""
    given = holder.contact or "the outlet that spoke to it"
    who = voice.root.name if voice.root else "an unnamed source"
    there = elsewhere.article if elsewhere else "another article"
    score, reason = {
        Known.NAME: (0.95, f"names {name}, as {there} does"),
        Known.PSEUDONYM: (0.9, f"has it from {name}, the name given by {given}"),
        Known.UNNAMED: (0.65, f"has it from {who}, one by contact or by the words quoted"),
        Known.OUTLET: (0.5, f"leads to {name}"),
    }[holder.known]
    return Clue(
        voice.article, target, LinkKind.SAME_SOURCE, score, reason, _places(voice, elsewhere)
    )


def of_text(article: str, target: str, voice: Voice, *, here: Span) -> Clue:
    """The article credits nobody; the one that it copies does. `here`: its words for the claim."""
    reason = f"credits nobody, and copies {voice.article}, which does"
    places = (Evidence(article, here), *_places(voice, None))
    return Clue(article, target, LinkKind.SAME_SOURCE, 0.6, reason, places)


def _places(voice: Voice, elsewhere: Voice | None) -> tuple[Evidence, ...]:
    here = Evidence(voice.article, voice.span)
    return (here, Evidence(elsewhere.article, elsewhere.span)) if elsewhere else (here,)
