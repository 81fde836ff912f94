"""Who speaks of the claim in one article: every credited source or outlet, with its side."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.linking.cites import Citation, citations
from firsthand.linking.documents import going_on
from firsthand.linking.names import same_outlet, same_person
from firsthand.linking.outlets import outlet_name
from firsthand.linking.stance import (
    DENIAL,
    NEGATION,
    anaphoric,
    attributes,
    denied_work,
    denies,
    withholds,
)
from firsthand.linking.voice import ANYTHING, BRIEFLY, LITTLE, STRONG, Voice
from firsthand.linking.whose import (
    is_nobody,
    is_subject,
    link_source,
    outlet_of,
    own_reporter,
    spoke_to,
)
from firsthand.linking.worded import Worded, content_span
from firsthand.model.reading import Kind, Naming, Polarity, Statement
from firsthand.model.span import Span
from firsthand.model.trace import Side


def voices(
    worded: Worded, *, outlets: Collection[str], people: Mapping[str, str], stems: Collection[str]
) -> list[Voice]:
    """All voices of one article on the claim, in reading order. `outlets`: all names known as
    such; `people`: whose reporter is of which outlet."""
    text = worded.page.text
    cited = [
        c
        for c in citations(text, outlets)
        if not c.line and not any(same_person(c.name, p) for p in people)
    ]
    said = [
        v
        for st in worded.page.reading.statements
        if (v := _of_statement(worded, st, people, outlets, stems))
    ]
    said = [_with_cited(v, worded, cited) for v in said]
    said = _generic_resolved(said, cited)
    bare = [v for c in cited if not _spoken_for(c, said) and (v := _of_citation(worded, c, stems))]
    found = _one_side([*said, *going_on(worded, said, stems), *bare])
    if not any(v.strong and v.side is not Side.OTHER for v in found):
        found = _fullest_strong(worded, found)
    return sorted(found, key=lambda v: (v.span, v.outlets))


def _fullest_strong(worded: Worded, found: Sequence[Voice]) -> list[Voice]:
    """Where nobody carries the claim word for word, an article on it rests on the source that
    says most of it, and on what else that source says: firmly where the article tells the claim
    in its own voice and spoke to that source itself."""
    said = {
        v: (bool(v.outlets), worded.says([v.span]), worded.near(worded.page.at(v.span[0])))
        for v in found
        if v.side is Side.SUPPORTS
    }
    best = max(said, key=lambda v: (said[v], -v.span[0]), default=None)
    if best is None or said[best][2] == 0:
        return list(found)
    known = best.outlets or (best.root is not None and best.root.naming is not Naming.UNNAMED)
    place = worded.page.sentences[worded.page.at(best.span[0])]
    own = said[best][1] if best.statement else worded.says([place])
    least = LITTLE if not known else ANYTHING if best.root is None else 0.0
    if own < least:
        return list(found)
    against = any(v.side is Side.DENIES for v in found)
    told = attributes(worded.page.text, worded.page.sentences[worded.first])
    firm = worded.opens and not (told or best.outlets or against)
    return [
        replace(v, strong=True, firm=firm)
        if v in said and (v.root, v.outlets) == (best.root, best.outlets)
        else v
        for v in found
    ]


def _one_side(found: Sequence[Voice]) -> list[Voice]:
    """Who denies the claim doesn't support it by what else is said to the same outlet."""
    against = {(v.root, v.outlets) for v in found if v.root and v.side is Side.DENIES}
    return [
        replace(v, side=Side.OTHER, strong=False)
        if v.side is Side.SUPPORTS and (v.root, v.outlets) in against
        else v
        for v in found
    ]


def _of_statement(
    worded: Worded,
    st: Statement,
    people: Mapping[str, str],
    outlets: Collection[str],
    stems: Collection[str],
) -> Voice | None:
    """The chain up to its first holder: what that one has from others is not known to the
    outlet."""
    reading = worded.page.reading
    chain = [link_source(reading, id, st, outlets) for id in st.chain]
    through = [outlet_of(s, people, outlets) for s in chain]
    at = next((k for k, outlet in enumerate(through) if outlet is None), None)
    if not chain or st.kind is Kind.INTENTION or (at is not None and any(through[at:])):
        return None
    names = tuple(dict.fromkeys(n for n in through[:at] if n))
    root = chain[at] if at is not None else None
    side, strong = _side(worded, st, stems)
    if root is not None and not names and own_reporter(reading, st, root):
        return None
    if root is not None:
        root, names = spoke_to(root, names, outlets)
        if is_nobody(root) or (side is Side.SUPPORTS and names and is_subject(root, stems)):
            root = None
    if root is None and not names:
        return None
    return Voice(reading.article.id, names, root, side, strong, content_span(reading, st), st.id)


def _of_citation(worded: Worded, cited: Citation, stems: Collection[str]) -> Voice:
    place = worded.page.at(cited.span[0])
    sentence = worded.page.sentences[place]
    side, strong = Side.SUPPORTS, worded.says([sentence]) >= STRONG
    text = worded.page.text
    if _against(worded, [sentence], stems, [place]) and not denied_work(text, sentence, cited.span):
        side, strong = Side.DENIES, True
    return Voice(worded.page.id, (cited.name,), None, side, strong, cited.span, None)


def _side(worded: Worded, st: Statement, stems: Collection[str]) -> tuple[Side, bool]:
    start, end = content_span(worded.page.reading, st)
    places = range(worded.page.at(start), worded.page.at(max(start, end - 1)) + 1)
    if st.polarity is Polarity.DENIED:
        pointed = worded.opens and anaphoric(worded.page.text, (start, end))
        pointed = pointed and st.kind is not Kind.BELIEF  # not to believe in a thing denies nothing
        return (
            (Side.DENIES, True)
            if pointed or worded.says(st.content) >= BRIEFLY
            else (Side.OTHER, False)
        )
    if _against(worded, [*st.content, *([st.cue] if st.cue else [])], stems, places):
        return Side.DENIES, True
    spoken = " … ".join(worded.page.text[slice(*s)] for s in st.content)
    if st.polarity is Polarity.UNCERTAIN or DENIAL.search(spoken) or withholds(spoken):
        return Side.OTHER, False
    own = worded.says(st.content)
    negated = bool(NEGATION.search(spoken))
    beside = any(worded.carries(k, STRONG) for k in places)
    strong = own >= STRONG or (own >= LITTLE and beside and not negated)
    return Side.SUPPORTS, strong and any(worded.of_whom(k) for k in places)


def _against(
    worded: Worded, spans: Iterable[Span], stems: Collection[str], places: Collection[int]
) -> bool:
    """Words of denial in `spans` speak of the claim if their sentences do, or if the article
    opens with the claim, so that "the report" is the report of it."""
    opening = worded.opens
    covered = max((worded.near(k) for k in places), default=0.0)
    spans = list(spans)
    said = opening or any(worded.carries(k, STRONG) for k in places)
    sentence = (worded.page.sentences[min(places)][0], worded.page.sentences[max(places)][1])
    return said and denies(
        worded.page.text,
        spans,
        sentence=sentence,
        stems=stems,
        covered=covered,
        about=opening,
        own=worded.says(spans),
    )


def _with_cited(voice: Voice, worded: Worded, cited: Iterable[Citation]) -> Voice:
    """A source whom the reader left without an outlet, in a sentence that says to whom it spoke."""
    if voice.outlets or voice.root is None:
        return voice
    page = worded.page
    places = {page.at(voice.span[0]), page.at(max(voice.span[0], voice.span[1] - 1))}
    for c in cited:
        place = page.at(c.span[0])
        if c.name.casefold() in voice.root.name.casefold():
            continue
        if place in places and not denied_work(page.text, page.sentences[place], c.span):
            return replace(voice, outlets=(c.name,))
    return voice


def _generic_resolved(said: Iterable[Voice], cited: Sequence[Citation]) -> list[Voice]:
    """What the words call "a Velmarian newspaper" is the outlet that the article names, where it
    names one: the last before it, else the first after."""
    found = []
    for v in said:
        names = []
        for name in v.outlets:
            if outlet_name(name) is None and cited:
                before = [c for c in cited if c.span[0] <= v.span[0]]
                name = (before[-1] if before else cited[0]).name
            names.append(name)
        found.append(replace(v, outlets=tuple(dict.fromkeys(names))))
    return found


def _spoken_for(cited: Citation, said: Iterable[Voice]) -> bool:
    return any(
        any(same_outlet(cited.name, o) for o in v.outlets)
        and v.span[0] - 120 <= cited.span[0] <= v.span[1] + 120
        for v in said
    )
