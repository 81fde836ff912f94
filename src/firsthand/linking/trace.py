"""The door of this room: a claim → its articles, who they have it from, and how many origins are
left."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from firsthand.linking import evidence
from firsthand.linking.asked import asked
from firsthand.linking.candidates import find, word
from firsthand.linking.counting import counts, standing
from firsthand.linking.events.merging import merged
from firsthand.linking.judge import Overruled, copy_ids, judge
from firsthand.linking.matter import Matter, gather
from firsthand.linking.names import key
from firsthand.linking.origins import Root
from firsthand.linking.overruling import kind_of, known_by, root_ids, root_links
from firsthand.linking.part import part, stance_of
from firsthand.linking.protocol import Readings
from firsthand.linking.searching import carrying
from firsthand.linking.sources import Holder, Known
from firsthand.linking.voice import Voice
from firsthand.linking.worded import Page, Worded, page
from firsthand.model.trace import Claim, Judgement, Link, LinkKind, Origin, Side, Trace

NOTHING: Mapping[str, Judgement] = MappingProxyType({})


def trace(query: str, readings: Readings, *, overruled: Mapping[str, Judgement] = NOTHING) -> Trace:
    """Everything that the ledger holds on the claim worded by `query`: one Trace, without
    articles where nothing matches. `overruled` maps the ids of links to what a person held of
    them, in the order in which that was written."""
    return _settled(query, carrying(asked(query), readings), overruled)


def trace_all(
    readings: Readings, *, overruled: Mapping[str, Judgement] = NOTHING
) -> Iterator[Trace]:
    """The whole ledger as claims: articles clustered by what they say, one Trace a cluster, the
    largest first. Articles that stand alone are left out."""
    from firsthand.linking.clusters import clusters

    pages = [page(r) for r in sorted(readings.readings(), key=lambda r: r.article.id)]
    for claim, members in clusters(pages):
        yield _settled(claim, word(claim, [(1.0, p) for p in members]), overruled)


def trace_pages(
    query: str, pages: Sequence[Page], *, overruled: Mapping[str, Judgement] = NOTHING
) -> Trace:
    """`trace` over pages that are made already."""
    return _settled(query, find(asked(query), pages), overruled)


def _settled(query: str, found: Sequence[Worded], overruled: Mapping[str, Judgement]) -> Trace:
    """Where a person left a link unsure, the interval holds what a no would make of the count."""
    first = _traced(query, found, Overruled(overruled))
    open = {k.id for k in first.links if overruled.get(k.id) is Judgement.UNSURE}
    if not open:
        return first
    without = {id: Judgement.NO if id in open else held for id, held in overruled.items()}
    other = _traced(query, found, Overruled(without))
    return replace(
        first,
        at_least=min(first.at_least, other.at_least),
        at_most=max(first.at_most, other.at_most),
        denial_bounds=_bounds(first, other),
    )


def _bounds(a: Trace, b: Trace) -> tuple[int, int] | None:
    """Of the denial, whichever of both counts it is."""
    known = [n for t in (a, b) for n in (t.independent_denial, *(t.denial_bounds or ()))]
    return (min(known), max(known)) if len(set(known)) > 1 else None


def _traced(query: str, found: Sequence[Worded], overruled: Overruled) -> Trace:
    claim = Claim(hashlib.sha256(query.encode()).hexdigest()[:16], query)
    if not found:
        return Trace(claim, (), (), (), (), 0, 0, 0, 0)
    words = asked(query)
    matter = gather(words, found, overruled)
    return _written(words, claim, matter, _links(claim, matter, overruled))


def _links(claim: Claim, matter: Matter, overruled: Overruled) -> list[tuple[Root | None, Link]]:
    """Every dependence, judged; with the root that it leads to, None for copies and for what a
    person's no has taken out of the fold."""
    copies = [(copy, original, shared) for copy, (original, shared) in matter.copied.items()]
    found: list[tuple[Root | None, Link]] = [
        (None, judge(evidence.of_copy(*each), copy_ids(*each[:2]), overruled))
        for each in (*copies, *matter.no_copies)
    ]
    for root in matter.folded.roots:
        target, known = origin_id(claim, root), known_by(root)
        for article, voices in root_links(root):
            clue = _clue(article, voices[0], target, root, matter)
            found.append((root, judge(clue, root_ids(article, voices, known), overruled)))
    listed = {link.id for _, link in found}
    for no in matter.refused:
        voices = dict(root_links(no.root))[no.article]
        clue = _clue(
            no.article, no.voice, _left(claim, no.root, matter), no.root, matter, no.holder
        )
        link = judge(clue, root_ids(no.article, voices, known_by(no.root)), overruled)
        if link.id not in listed:
            found.append((None, link))
    return found


def _left(claim: Claim, before: Root, matter: Matter) -> str:
    """What an origin is called once somebody was told apart from it: it is the one that shares a
    holder with it, where there still is one."""
    left = [r for r in matter.folded.roots if set(r.holders) & set(before.holders)]
    return origin_id(claim, left[0] if left else before)


def _clue(
    article: str,
    voice: Voice,
    target: str,
    root: Root,
    matter: Matter,
    holder: Holder | None = None,
) -> evidence.Clue:
    """`holder` None: the one that the voice has now."""
    holder = holder or matter.holders[voice]
    if voice.article != article:
        return evidence.of_text(article, target, voice, here=matter.worded[article].span)
    elsewhere = next((v for v in root.voices if v.article != article), None)
    name = origin_name(root)
    if kind_of(article, voice) is LinkKind.CITES:
        return evidence.of_credit(voice, target, holder=name, elsewhere=elsewhere)
    return evidence.of_source(voice, target, holder=holder, name=name, elsewhere=elsewhere)


def _written(
    query: str, claim: Claim, matter: Matter, links: Sequence[tuple[Root | None, Link]]
) -> Trace:
    leads: dict[str, list[Root]] = defaultdict(list)
    for root, link in links:
        if root is not None and link.judgement is not Judgement.NO:
            leads[link.source].append(root)
    left = [r for r in matter.folded.roots if any(r in rs for rs in leads.values())]
    stances = {id: stance_of(query, w, matter.voices[id]) for id, w in matter.worded.items()}
    support = counts(r for r in left if r.side is Side.SUPPORTS)
    denial = counts(r for r in left if r.side is Side.DENIES)
    articles = sorted(
        (
            part(
                w,
                leads[id],
                matter,
                stances=stances,
                ids={r: origin_id(claim, r) for r in leads[id]},
            )
            for id, w in matter.worded.items()
        ),
        key=lambda a: (a.published or "", a.id),
    )
    return Trace(
        claim=replace(claim, fields=merged({a.id: a.event for a in articles if a.event})),
        articles=tuple(articles),
        origins=tuple(_origin(claim, r, left, matter) for r in left),
        links=tuple(link for _, link in links),
        circles=matter.folded.circles,
        independent_support=support[0],
        independent_denial=denial[0],
        at_least=support[1],
        at_most=support[2],
        denial_bounds=None if denial[0] == denial[1] == denial[2] else denial[1:],
    )


def _origin(claim: Claim, root: Root, left: Sequence[Root], matter: Matter) -> Origin:
    articles = len({a for a, _ in root.reached})
    contacts = Counter(
        matter.outlets[v.outlets[-1]] if v.outlets else matter.publishers.get(v.article) or ""
        for v in root.voices
        if v.outlets or v.article not in matter.copied
    )
    contacts.pop("", None)
    contact = (
        min(contacts, key=lambda c: (-contacts[c], c)) if contacts else (root.best.contact or None)
    )
    return Origin(
        origin_id(claim, root),
        origin_name(root),
        contact,
        root.side,
        _reason(root, [r for r in left if r.side is root.side], contact=contact, articles=articles),
    )


def _reason(root: Root, beside: Sequence[Root], *, contact: str | None, articles: int) -> str:
    """`beside`: all origins of its side."""
    lead = "1 article leads here" if articles == 1 else f"{articles} articles lead here"
    if root.best.known is Known.OUTLET:
        return f"{lead}; {root.best.name} gives no source, so this is as far as the texts go"
    by = {
        Known.NAME: "one person or body, known by name",
        Known.PSEUDONYM: "one person under a pseudonym, known by it and by the outlet that gave it",
        Known.UNNAMED: "unnamed, taken as one by contact and quoted words",
    }[root.best.known]
    apart = "told apart from others by a person" if root.best.apart else None
    unsaid = None if contact else "to whom it spoke is not said"
    alone = standing(root, beside, named=contact)
    return "; ".join(part for part in (lead, by, apart, unsaid, alone) if part)


def origin_name(root: Root) -> str:
    best = root.best
    if best.known in (Known.NAME, Known.OUTLET):
        return best.name
    names = [v.root.name for v in root.voices if v.root]
    count = Counter(names)
    wanted = [n for n in names if best.known is Known.UNNAMED or " ".join(key(n)) == best.name] or [
        best.name
    ]
    return max(sorted(set(wanted)), key=lambda n: (count[n], len(n)))


def origin_id(claim: Claim, root: Root) -> str:
    """Made of the claim and of what makes the origin one: side, name, contact."""
    best = root.best
    made = "\x1f".join(
        (claim.id, best.side.value, best.known.value, " ".join(key(best.name)), best.contact)
        + ((best.apart,) if best.apart else ())
    )
    return "o" + hashlib.sha256(made.encode()).hexdigest()[:12]
