"""One article's part in a claim: its stance, whom it credits, what it lost."""

from collections.abc import Mapping, Sequence

from firsthand.linking.events.event import Events
from firsthand.linking.loss import fullest, losses
from firsthand.linking.matter import Matter
from firsthand.linking.names import key
from firsthand.linking.origins import Root
from firsthand.linking.sources import Holder
from firsthand.linking.spoken import given
from firsthand.linking.stance import attributes, corrects, denies, judged_false, owned_up
from firsthand.linking.voice import BRIEFLY, STRONG, Voice
from firsthand.linking.when import head_day, later
from firsthand.linking.worded import Worded, claim_stems
from firsthand.model.reading import Naming, Source, SourceKind
from firsthand.model.span import overlap
from firsthand.model.trace import Loss, Lost, Side, Stance, TracedArticle

DENIED = 3
"""An article that denies a claim says so in this many full sentences, or denies it more than
not."""
CORRECTED = 8
"""An article that takes something back says so in its first sentences."""


def part(
    w: Worded,
    roots: Sequence[Root],
    matter: Matter,
    *,
    stances: Mapping[str, Stance],
    ids: Mapping[Root, str],
) -> TracedArticle:
    """`roots`: the origins that the article leads to; `ids`: how they are called; `stances`: of
    all the claim's articles."""
    a, id = w.page.reading.article, w.page.id
    heard = matter.voices[id]
    stance = stances[id]
    return TracedArticle(
        id=id,
        title=a.title,
        publisher=a.publisher or matter.publishers[id],
        published=a.published or head_day(a.text, matter.dates),
        stance=stance,
        hedged=stance is not Stance.ASSERTS,
        statements=tuple(f"{id}#{v.statement}" for v in heard if v.statement and v.strong),
        span=w.span,
        via=_via(id, roots, matter),
        copy_of=matter.copied[id][0] if id in matter.copied else None,
        origins=tuple(ids[r] for r in roots),
        lost=_lost(w, roots, matter, stances),
        event=Events(w.page.reading).at([w.span]),
    )


def _lost(
    w: Worded, roots: Sequence[Root], matter: Matter, stances: Mapping[str, Stance]
) -> tuple[Loss, ...]:
    """Against the fullest version of the supporting origins that the article leads to. One that
    names nobody is compared with the widest line of the claim, for its attribution only."""
    mine = [r for r in roots if r.side is Side.SUPPORTS]
    others = [r for r in matter.folded.roots if r.side is Side.SUPPORTS]
    stance = stances[w.page.id]
    if not mine and (stance is not Stance.ASSERTS or not others):
        return ()

    def wide(r: Root) -> tuple[bool, int, tuple[Holder, ...]]:
        strong = any(v.strong and v.root and v.article == w.page.id for v in r.voices)
        return strong, len({a for a, _ in r.reached}), r.holders

    root = max(mine or others, key=wide)
    contacts = {h.contact for h in root.holders if h.contact}
    own_line = matter.publishers[w.page.id] in contacts and len(contacts) == 1
    told = any(v.strong for v in matter.voices[w.page.id] if v.side is Side.SUPPORTS)
    if own_line or (stance in (Stance.DENIES, Stance.CORRECTS) and not told):
        return ()
    ids = sorted({a for a, _ in root.reached} | {w.page.id})
    line = [
        matter.worded[i]
        for i in ids
        if not later(matter.worded[i].page.reading.article, w.page.reading.article)
    ]
    leading = {v for r in mine or [root] for _, v in r.reached}
    heard = {i: [v for v in matter.voices[i] if v in leading] for i in ids}
    own = {i: matter.publishers[i] in contacts for i in ids}
    credits = {i: any(v.outlets and v.strong for v in matter.voices[i]) for i in ids}
    version = fullest(line, heard, contacts=own, credits=credits, stances=stances)
    found = losses(w, version, stance=stance, line=line, heard=heard, every=matter.voices)
    return found if mine else tuple(x for x in found if x.what is Lost.ATTRIBUTION)


def _via(id: str, roots: Sequence[Root], matter: Matter) -> tuple[str, ...]:
    """The credited names, outermost first: outlets, and sources to whom no credited outlet
    leads."""
    mine = [(r, v) for r in roots for a, v in r.reached if a == id and v.article == id]
    through = [r for r, v in mine if v.outlets]
    named: dict[tuple[str, ...], str] = {}
    for _, v in sorted(mine, key=lambda m: m[1].span):
        for name in v.outlets:
            canonical = matter.outlets.get(name, name)
            named.setdefault(key(canonical), min(canonical, name, key=lambda n: (len(n), n)))
    for name in matter.lines[id]:
        canonical = matter.outlets.get(name, name)
        if canonical != matter.publishers[id]:
            named.setdefault(key(canonical), name)
    for r in dict.fromkeys(r for r, _ in mine):
        spoke = [
            v for q, v in mine if q is r and v.root and not v.outlets and (v.strong or not through)
        ]
        if best := _speaker(spoke, [v for q, v in mine if q is r and v.outlets]):
            named.setdefault((r.side.value, *key(best), r.best.contact), best)
    return tuple(dict.fromkeys(named.values()))


def _speaker(spoke: Sequence[Voice], through: Sequence[Voice]) -> str | None:
    """Who of one origin spoke without an outlet: a person before the body; nobody where the same
    or an unnamed one is credited through an outlet."""
    others = [v.root for v in through if v.root]
    ordered = sorted(spoke, key=lambda v: not v.strong)
    free = [r for v in ordered if (r := v.root) and not any(_same(r, o) for o in others)]
    if through and not any(r.naming is Naming.NAMED and r.kind is SourceKind.PERSON for r in free):
        return None
    named = [r for r in free if r.naming is not Naming.UNNAMED]
    best = min(named, key=lambda r: (r.kind is not SourceKind.PERSON, r.mentions), default=None)
    best = best or (free[0] if free else None)
    return best.name if best and not (through and best.kind is not SourceKind.PERSON) else None


def _same(a: Source, b: Source) -> bool:
    return a == b or key(a.name) == key(b.name)


def stance_of(query: str, w: Worded, heard: Sequence[Voice]) -> Stance:
    text, stems = w.page.text, claim_stems(query)
    opening = w.opening(DENIED)
    against = [v for v in heard if v.side is Side.DENIES]
    early = any(w.page.at(v.span[0]) in opening for v in against) or _denied_outright(
        w, stems, opening
    )
    support = [v for v in heard if v.side is Side.SUPPORTS]
    worded = {v.statement for v in against if w.says([v.span]) >= BRIEFLY}
    most = len({v.statement for v in against}) > len(support)
    most = most or len(worded) > sum(v.strong for v in support)
    begin = text[: w.page.sentences[min(CORRECTED, len(w.page.sentences)) - 1][1]] if text else ""
    if (
        early
        or (against and most)
        or judged_false(begin)
        or (w.first < CORRECTED and owned_up(begin))
    ):
        return Stance.CORRECTS if corrects(begin) else Stance.DENIES
    if not w.page.sentences:
        return Stance.REPORTS
    sentence = w.page.sentences[w.first]
    said = any(v.strong and v.root and overlap(v.span, sentence) for v in heard if not v.statement)
    held = attributes(text, sentence) or given(w, sentence) or said
    return Stance.REPORTS if held else Stance.ASSERTS


def _denied_outright(w: Worded, stems: frozenset[str], opening: Sequence[int]) -> bool:
    """In the article's first sentences, whoever it is that denies."""
    return any(
        w.says([s]) >= STRONG
        and denies(w.page.text, [s], sentence=s, stems=stems, covered=w.near(k), about=False)
        for k, s in ((k, w.page.sentences[k]) for k in opening)
    )
