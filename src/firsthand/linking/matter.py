"""All that linking knows of a claim before it is written down: voices, holders, copies, origins."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.linking.cites import citations, first_place, staff, trusted
from firsthand.linking.copies import SharedText, copied_from, shared_texts
from firsthand.linking.judge import Overruled
from firsthand.linking.listed import denying
from firsthand.linking.names import head, key
from firsthand.linking.origins import Folded, fold
from firsthand.linking.outlets import masthead, outlet_name, outlet_names
from firsthand.linking.overruling import (
    Refused,
    copies_affirmed,
    copies_refused,
    folded_without,
)
from firsthand.linking.sources import Holder, holders, outlet_groups, same_quotes
from firsthand.linking.voice import Voice
from firsthand.linking.voices import voices
from firsthand.linking.when import later
from firsthand.linking.worded import Worded, claim_stems
from firsthand.model.article import CreditKind
from firsthand.model.reading import Naming, Reading
from firsthand.model.trace import Side

KIN = 0.45
"""An article that says less than this share, on average of the claim and of what happened in it,
of what the fullest one says may tell another claim."""


@dataclass(frozen=True, slots=True)
class Matter:
    """All that is known of a claim before it is written down, by article id."""

    worded: dict[str, Worded]
    voices: dict[str, list[Voice]]
    holders: dict[Voice, Holder]
    publishers: dict[str, str | None]
    outlets: dict[str, str]
    lines: dict[str, list[str]]
    """Outlets that the whole text is credited to."""
    copied: dict[str, tuple[str, SharedText]]
    folded: Folded
    dates: tuple[str, ...]
    """When the articles were published, as far as they say."""
    no_copies: tuple[tuple[str, str, SharedText], ...]
    """(copy, original, what they share) where a person said no."""
    refused: tuple[Refused, ...]


def gather(query: str, found: Sequence[Worded], overruled: Overruled) -> Matter:
    worded = {w.page.id: w for w in sorted(found, key=lambda w: w.page.id)}
    publications = {head(p) for w in worded.values() if (p := w.page.reading.article.publisher)}
    publications |= {head(c.name) for w in worded.values() for c in w.page.reading.article.credits}
    heard_of = set().union(*(outlet_names(w.page.reading) for w in worded.values()))
    sure = trusted(heard_of, [w.page.text for w in worded.values()], sure=publications)
    names = sorted(n for n in sure if n in publications or not _claimed(n, query))
    stems = claim_stems(query)
    people = {
        who: of for w in worded.values() for who, of in sorted(staff(w.page.text, names).items())
    }
    heard = {
        id: [*voices(w, outlets=names, people=people, stems=stems), *denying(w)]
        for id, w in worded.items()
    }
    lines = {id: _lines(w, names) for id, w in worded.items()}
    credited = {o for vs in heard.values() for v in vs for o in v.outlets}
    published = {id: _publisher(w.page.reading, names) for id, w in worded.items()}
    outlets = outlet_groups([*names, *credited, *(p for p in published.values() if p)])
    publishers = {id: outlets[p] if p else None for id, p in published.items()}
    heard = {
        id: [
            _without_own(v, publishers[id], outlets)
            for v in vs
            if not _own(v, publishers[id], outlets)
        ]
        for id, vs in heard.items()
    }
    claimed = {
        o
        for vs in heard.values()
        for v in vs
        if v.strong and v.side is Side.SUPPORTS
        for o in v.outlets
    }
    heard = {
        id: _credited(
            [*vs, *_answered(worded[id], vs, {o for o in claimed if outlets[o] != publishers[id]})]
        )
        for id, vs in heard.items()
    }
    shared = shared_texts({id: w.page.text for id, w in worded.items()})
    no_copies = [(*pair, s) for s in shared if (pair := copies_refused(s, overruled))]
    shared = [s for s in shared if not copies_refused(s, overruled)]
    copied = _copied(worded, lines, shared, overruled, outlets=outlets, publishers=publishers)
    first = {id: publishers[_head(id, copied)] or publishers[id] for id in worded}
    known = {outlets[o] for o in claimed}
    far = {id for id in _far(worded) if publishers[id] not in known}

    def folded(
        heard: Mapping[str, Sequence[Voice]], overruled: Overruled
    ) -> tuple[dict[Voice, Holder], Folded, list[Refused]]:
        every = [v for id in sorted(heard) for v in heard[id]]
        known = holders(every, outlets=outlets, publishers=first)
        held = {v: h for v, h in known.items() if v.strong or v.side is not Side.OTHER}
        quotes = same_quotes(list(worded.values()), list(held))
        originals = {copy: original for copy, (original, _) in copied.items()}

        def once(held: Mapping[Voice, Holder]) -> Folded:
            said = [q for q in quotes if q.a in held and q.b in held]
            return fold(held, outlets=outlets, publishers=publishers, quotes=said, copied=originals)

        return folded_without(held, overruled, once)

    near = {
        id: [replace(v, strong=v.strong and not (id in far and _own_support(v))) for v in vs]
        for id, vs in heard.items()
    }
    # Which articles are on the claim at all is not a question of links.
    held, result, no = folded(near, Overruled({}))
    placed = {a for r in result.roots for a, _ in r.reached}
    lost = {id for id in far - placed if any(v.strong for v in heard[id])}
    near |= {id: [replace(v, side=Side.OTHER) for v in heard[id]] for id in lost}
    if lost or overruled:
        held, result, no = folded(near, overruled)
    return Matter(
        worded=worded,
        voices=near,
        holders=held,
        publishers=publishers,
        outlets=outlets,
        lines=lines,
        copied=copied,
        folded=result,
        dates=tuple(d for w in worded.values() if (d := w.page.reading.article.published)),
        no_copies=tuple(no_copies),
        refused=tuple(no),
    )


def _claimed(outlet: str, query: str) -> bool:
    """Whether the claim is about this outlet: an article that names it credits nobody by that."""
    return set(key(outlet)) <= set(key(query))


def _credited(heard: Sequence[Voice]) -> list[Voice]:
    """Without outlets that are only mentioned, where the article has the claim from a source
    that it spoke to itself."""
    own = any(
        v.strong and _own_support(v) and v.root.naming is Naming.NAMED for v in heard if v.root
    )
    return [v for v in heard if not own or v.strong or v.root or v.side is not Side.SUPPORTS]


def _answered(w: Worded, heard: Sequence[Voice], claimed: Collection[str]) -> list[Voice]:
    """Of an article that only denies: the outlet whose report it answers, wherever it is named."""
    if not heard or any(v.side is not Side.DENIES and v.outlets for v in heard):
        return []
    if not any(v.side is Side.DENIES for v in heard):
        return []
    denying = {o for v in heard for o in v.outlets}
    found = [
        Voice(w.page.id, (name,), None, Side.SUPPORTS, False, span, None)
        for name in sorted(set(claimed) - denying)
        if (span := first_place(w.page.text, name))
    ]
    return sorted(found, key=lambda v: v.span)[:1]


def _head(id: str, copied: Mapping[str, tuple[str, SharedText]]) -> str:
    """The article that a line of copies begins with: whoever speaks in a copy spoke to its
    publisher."""
    seen: set[str] = set()
    while id in copied and id not in seen:
        seen.add(id)
        id = copied[id][0]
    return id


def _own_support(voice: Voice) -> bool:
    """A source that the article itself spoke to, on the claim's side."""
    return voice.side is Side.SUPPORTS and voice.root is not None and not voice.outlets


def _far(worded: Mapping[str, Worded]) -> set[str]:
    """Articles that say so much less of what happened than the fullest one that what their
    sources say may be another claim: they can follow an origin, and found none."""
    most = max(w.most for w in worded.values()) or 1.0
    happened = max(w.happened for w in worded.values()) or 1.0
    return {id for id, w in worded.items() if w.most / most + w.happened / happened < 2 * KIN}


def _publisher(reading: Reading, names: Collection[str]) -> str | None:
    """The article's publisher; where the page names none, the agency of its dateline or what the
    head of the text says."""
    article = reading.article
    if article.publisher:
        return head(article.publisher)
    dateline = next((head(c.name) for c in article.credits if c.kind is CreditKind.DATELINE), None)
    return dateline or masthead(article.text, names)


def _lines(w: Worded, names: Sequence[str]) -> list[str]:
    """From the article's own credit lines and from the credits that its page carried."""
    said = [c.name for c in citations(w.page.text, names) if c.line]
    page = [c.name for c in w.page.reading.article.credits if outlet_name(c.name) in names]
    return list(dict.fromkeys([*said, *page]))


def _own(voice: Voice, publisher: str | None, outlets: Mapping[str, str]) -> bool:
    """An article that names its own publisher credits nobody by it."""
    return (
        voice.root is None
        and publisher is not None
        and all(outlets[o] == publisher for o in voice.outlets)
    )


def _without_own(voice: Voice, publisher: str | None, outlets: Mapping[str, str]) -> Voice:
    return replace(voice, outlets=tuple(o for o in voice.outlets if outlets[o] != publisher))


def _copied(
    worded: Mapping[str, Worded],
    lines: Mapping[str, Sequence[str]],
    shared: Sequence[SharedText],
    overruled: Overruled,
    *,
    outlets: Mapping[str, str],
    publishers: Mapping[str, str | None],
) -> dict[str, tuple[str, SharedText]]:
    """Copy → (what it copies, the text that they share). What a person said of a pair goes first;
    where dates don't say which came first, it is the one whose publisher the others credit, else
    the one that credits fewest."""
    articles = {id: w.page.reading.article for id, w in worded.items()}
    total = Counter[str]()
    for s in shared:
        total.update({s.a: s.words, s.b: s.words})
    named = {id: {outlets.get(n, n) for n in lines[id]} - {publishers[id]} for id in articles}
    rank = {
        id: (
            -sum(publishers[id] in others for others in named.values()),
            len(named[id]),
            -total[id],
            -len(a.text),
            id,
        )
        for id, a in articles.items()
    }
    credits = {
        id: {x for x, p in publishers.items() if p in others and x != id}
        for id, others in named.items()
    }
    affirmed = {
        (x, y)
        for s in shared
        for x, y in ((s.a, s.b), (s.b, s.a))
        if overruled and copies_affirmed(x, y, overruled)
    }
    credits |= {x: {y} for x, y in affirmed}

    def after(x: str, y: str) -> bool:
        if (x, y) in affirmed or (y, x) in affirmed:
            return (x, y) in affirmed
        return later(articles[x], articles[y])

    found = copied_from(shared, rank=rank, credits=credits, later=after)
    return {copy: (s.a if s.b == copy else s.b, s) for copy, s in sorted(found.items())}
