"""What follows when a person says no to a link: the fold is made again without it.

No to "same source" means two sources: the article's own one counts by itself. Where no other
article names that source, or where an outlet is credited for it, no means that the article doesn't
have it from there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.linking.copies import SharedText
from firsthand.linking.judge import Overruled, copy_ids, link_id
from firsthand.linking.names import key
from firsthand.linking.origins import Folded, Root
from firsthand.linking.sources import Holder, Known
from firsthand.linking.voice import Voice
from firsthand.model.trace import Judgement, LinkKind


@dataclass(frozen=True, slots=True)
class Refused:
    """A link from an article to an origin that a person judged no, as it stood before that;
    `voice` is the best of those that it rests on."""

    article: str
    root: Root
    voice: Voice
    holder: Holder


def root_links(root: Root) -> Iterator[tuple[str, list[Voice]]]:
    """Every article that leads to an origin, with its voices that do, the best one first; an
    article that credits nobody with the voice of the one that it copies."""
    for article in dict(reversed(root.reached)):
        found = [v for a, v in root.reached if a == article]
        yield article, sorted(found, key=lambda v: (not v.strong, v.root is None, v.span))


def kind_of(article: str, voice: Voice) -> LinkKind:
    through = voice.article == article and voice.outlets
    return LinkKind.CITES if through else LinkKind.SAME_SOURCE


def root_ids(article: str, voices: Sequence[Voice], known: Sequence[str]) -> Iterator[str]:
    """The names that a link to an origin may go by, the present one first: for each place where
    the article speaks of it, and for everything that the origin is known by."""
    for v in [v for v in voices if v.strong] or voices:
        place = v.span if v.article == article else None
        for name in known:
            yield link_id(article, name, kind_of(article, v), place=place)


def known_by(root: Root) -> list[str]:
    """What an origin is known by, whatever the claim's wording: its holders, the best one first,
    then as its articles write them, which stays when another article brings a fuller name."""
    best = root.best
    held = sorted(set(root.holders), key=lambda h: (h != best, h))
    written = [
        (v.root.name if best.known is not Known.UNNAMED else best.name, v.outlets)
        for v in root.voices
        if v.root is not None
    ]
    names = [_name(h, h.name, h.contact) for h in held]
    names += [_name(best, n, o[-1] if o else best.contact) for n, o in dict.fromkeys(written)]
    return list(dict.fromkeys(names))


def _name(holder: Holder, name: str, contact: str) -> str:
    given = contact if holder.known is not Known.NAME else ""
    parts = (
        holder.side.value,
        holder.known.value,
        " ".join(key(name)) if name else "",
        " ".join(key(given)) if given else "",
        holder.apart,
    )
    return "\x1f".join(parts)


def folded_without(
    holders: dict[Voice, Holder],
    overruled: Overruled,
    fold: Callable[[Mapping[Voice, Holder]], Folded],
) -> tuple[dict[Voice, Holder], Folded, list[Refused]]:
    """The fold of these voices, made again until no link to an origin is left that a person
    judged no and that rests on a source. The holders, what they are folded to, and these links."""
    result, gone = fold(holders), list[Refused]()
    while overruled:
        found = list(_refused(result.roots, overruled, holders))
        changed = _told_apart(holders, found)
        if changed == holders:
            break
        holders, gone = changed, gone + found
        result = fold(holders)
    return holders, result, gone


def _refused(
    roots: Iterable[Root], overruled: Overruled, holders: Mapping[Voice, Holder]
) -> Iterator[Refused]:
    for root in roots:
        known = known_by(root)
        for article, voices in root_links(root):
            held = overruled.of(root_ids(article, voices, known))
            speaks = any(v.article == article for v in root.voices)
            if speaks and held and held[1] is Judgement.NO:
                yield Refused(article, root, voices[0], holders[voices[0]])


def _told_apart(holders: Mapping[Voice, Holder], found: Iterable[Refused]) -> dict[Voice, Holder]:
    """The article's own source apart from the others', or gone where there are no others or it
    spoke to an outlet."""
    changed: dict[Voice, Holder | None] = {}
    for no in found:
        own = [v for v in no.root.voices if v.article == no.article]
        shared = len(own) < len(no.root.voices)
        for v in own:
            kept = shared and not v.outlets
            changed[v] = replace(holders[v], apart=no.article) if kept else None
    return {v: new for v, h in holders.items() if (new := changed.get(v, h)) is not None}


def copies_refused(shared: SharedText, overruled: Overruled) -> tuple[str, str] | None:
    """(copy, original) as a person denied it; None where nobody did."""
    held = overruled.of(copy_ids(shared.a, shared.b))
    if held is None or held[1] is not Judgement.NO:
        return None
    straight = held[0] == copy_ids(shared.a, shared.b)[0]
    return (shared.a, shared.b) if straight else (shared.b, shared.a)


def copies_affirmed(a: str, b: str, overruled: Overruled) -> bool:
    """Whether a person said that `a` copies `b`."""
    ids = copy_ids(a, b)
    return overruled.of(ids) == (ids[0], Judgement.YES)
