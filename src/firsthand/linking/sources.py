"""Whether two articles go back to one holder: who a voice is, as a key that is equal where it is.

Named persons and bodies are known by name alone; a pseudonym by its name and the outlet that gave
it; the unnamed by the outlet that they spoke to, whose several voices are taken as one. The same
quotation makes two unnamed or pseudonymous holders one. No pseudonym or unnamed source is ever
joined to a named person.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from firsthand.linking.forces import forces_of
from firsthand.linking.named import names_of, office
from firsthand.linking.names import key, same_outlet
from firsthand.linking.quoting import QUOTED
from firsthand.linking.voice import Voice
from firsthand.linking.worded import Worded
from firsthand.linking.words import plain
from firsthand.model.reading import Naming, Source
from firsthand.model.span import Span, overlap
from firsthand.model.trace import Side
from firsthand.reading.segments import quotations

KIND_AFTER = re.compile(r"(\S+) (?:magazine|newspaper|television|TV|news agency|radio|website)")


NEAR = 40
"""Voices before a quotation among which its speaker is looked for."""


class Known(StrEnum):
    """By what a holder is known, the surest first."""

    NAME = "name"
    PSEUDONYM = "pseudonym"
    UNNAMED = "unnamed"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """Who holds a side of the claim. `contact` is the outlet that heard it ("": not known);
    `apart` the article whose source a person told apart from the others' ("": nobody did)."""

    side: Side
    known: Known
    name: str
    contact: str
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The same quoted words in two articles, said by these voices there."""

    a: Voice
    b: Voice
    here: Span
    there: Span


def outlet_groups(names: Iterable[str]) -> dict[str, str]:
    """Every name of an outlet → the name that stands for it: the one with most words. A short
    name that fits two ("the Post") stands for itself."""
    ordered = sorted(set(names), key=lambda n: (-len(key(n)), -len(n), n))
    chosen: dict[str, str] = {}
    for name in ordered:
        fits = sorted({chosen[o] for o in chosen if chosen[o] == o and same_outlet(name, o)})
        chosen[name] = fits[0] if len(fits) == 1 else name
    shorter = {
        c: m[1] for c in set(chosen.values()) if (m := KIND_AFTER.fullmatch(c)) and m[1] in chosen
    }
    return {name: shorter.get(c, c) for name, c in chosen.items()}


def holders(
    voices: Sequence[Voice], *, outlets: Mapping[str, str], publishers: Mapping[str, str | None]
) -> dict[Voice, Holder]:
    """The holder of each voice. `publishers`: article id → its publisher's canonical name."""
    named = names_of([v for v in voices if v.root and _proper(v.root)])
    forces = forces_of(voices)
    pseudonyms = _pseudonyms(voices, outlets, publishers)
    credited: dict[tuple[str, Side], set[str]] = defaultdict(set)
    for v in voices:
        if v.strong and v.outlets:
            credited[v.article, v.side].add(outlets[v.outlets[-1]])
    found = {}
    for v in voices:
        contact = contact_of(v, credited, outlets=outlets, publishers=publishers)
        if v.root is None:
            found[v] = Holder(v.side, Known.OUTLET, outlets[v.outlets[-1]], outlets[v.outlets[-1]])
        elif v in forces:
            found[v] = Holder(v.side, Known.NAME, forces[v], "")
        elif v in named:
            found[v] = Holder(v.side, Known.NAME, named[v], "")
        elif v.root.naming is Naming.PSEUDONYM:
            name = " ".join(key(v.root.name))
            given = contact or ""
            only = pseudonyms[name] - {""}
            found[v] = Holder(
                v.side, Known.PSEUDONYM, name, next(iter(only)) if len(only) == 1 else given
            )
        else:
            name = "" if contact else f"in {v.article}"
            found[v] = Holder(v.side, Known.UNNAMED, name, contact or "")
    return found


def contact_of(
    voice: Voice,
    credited: Mapping[tuple[str, Side], Collection[str]],
    *,
    outlets: Mapping[str, str],
    publishers: Mapping[str, str | None],
) -> str | None:
    """To whom a voice spoke: the outlet that its chain says; for the unnamed, the one outlet
    that the article credits for the claim (`credited`); else the publisher itself."""
    if voice.outlets:
        return outlets[voice.outlets[-1]]
    own = publishers.get(voice.article)
    if voice.root and not _proper(voice.root):
        others = [o for o in credited.get((voice.article, voice.side), ()) if o != own]
        if len(others) == 1:
            return others[0]
    return own


def same_quotes(worded: Sequence[Worded], voices: Iterable[Voice]) -> list[Quote]:
    """Pairs of voices of two articles that are quoted with the same words, `QUOTED` or more in a
    row."""
    said: dict[tuple[str, ...], list[tuple[Voice, Span]]] = defaultdict(list)
    by_article = defaultdict(list)
    for v in sorted(voices, key=lambda v: v.span[0]):
        by_article[v.article].append(v)
    for w in worded:
        text = w.page.text
        for quote in quotations(text):
            said_by = speaker(quote, by_article[w.page.id])
            if said_by is None:
                continue
            tokens = list(plain(text, quote))
            for k in range(len(tokens) - QUOTED + 1):
                run = tuple(t for t, _ in tokens[k : k + QUOTED])
                said[run].append((said_by, (tokens[k][1][0], tokens[k + QUOTED - 1][1][1])))
    found: dict[tuple[Voice, Voice], Quote] = {}
    for held in said.values():
        first = min(held, key=lambda h: (h[0].article, h[1]))
        for other in held:
            if other[0].article != first[0].article:
                found.setdefault(
                    (first[0], other[0]), Quote(first[0], other[0], first[1], other[1])
                )
    return list(found.values())


def speaker(quote: Span, voices: Sequence[Voice]) -> Voice | None:
    """The voice whose words hold this quotation (its marks and last comma aside), the tightest
    one. `voices` are in reading order."""
    before = bisect_right(voices, quote[1], key=lambda v: v.span[0])
    least = 0.8 * (quote[1] - quote[0])
    near = voices[max(0, before - NEAR) : before]
    holding = [v for v in near if v.statement and overlap(v.span, quote) >= least]
    return min(holding, key=lambda v: (v.span[1] - v.span[0], v.span, v.outlets), default=None)


def _proper(source: Source) -> bool:
    """Whether a source is known by a name that can be recognised elsewhere: a name, or an office
    of somebody named ("Ekely's publicist")."""
    if source.naming is Naming.NAMED:
        return True
    return source.naming is Naming.UNNAMED and office(source.name) is not None


def _pseudonyms(
    voices: Iterable[Voice], outlets: Mapping[str, str], publishers: Mapping[str, str | None]
) -> dict[str, set[str]]:
    """Pseudonym → the outlets that gave it, as far as chains say."""
    found: dict[str, set[str]] = defaultdict(set)
    for v in voices:
        if v.root and v.root.naming is Naming.PSEUDONYM:
            said = outlets[v.outlets[-1]] if v.outlets else (publishers.get(v.article) or "")
            found[" ".join(key(v.root.name))].add(said)
    return found
