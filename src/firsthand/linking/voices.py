"""Who speaks of the claim in one article: every credited source or outlet, with its side.

A voice is what is left of a statement when only the claim matters: through whom (outlets, outermost
first), who (None: an outlet only), which side, and where the words are.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.linking.candidates import Worded, content_span
from firsthand.linking.cites import Citation, citations
from firsthand.linking.names import head, is_outlet, key, same_outlet, same_person
from firsthand.linking.outlets import NOT_NAMES, outlet_name
from firsthand.linking.stance import DENIAL, anaphoric, denied_work, denies
from firsthand.linking.words import stem
from firsthand.model.reading import Kind, Naming, Polarity, Reading, Source, SourceKind, Statement
from firsthand.model.span import Span
from firsthand.model.trace import Side
from firsthand.reading.lexicon import GENERIC_OUTLET, OWNED_SPEECH, PRONOUNS

PUBLIC = frozenset(
    """folks people fans readers users everyone netizens internet viewers public media press world
    many some others
    rumors rumours speculation observers commentators critics""".split()
)
"""Words for the public at large, which is nobody's source."""
STRONG = 0.5
"""Share of the article's fullest wording that a voice must say (with its neighbours) to carry
the claim."""
ANYTHING = 0.01
"""What an outlet's words must say themselves at least."""
LITTLE = 0.25
"""What the words of a statement must say themselves, if their neighbours say the rest."""
RUNS_INTO = re.compile(r"\b(?:in|from|of|at|near)(?: (?:the|neighbou?ring|nearby|central))?$")
"""A description that ends so runs into a place: "a source in neighbouring Velmara" is nobody
called Velmara."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One credit: `root` speaks, through `outlets`; `statement` is its id where the reader saw
    one."""

    article: str
    outlets: tuple[str, ...]
    root: Source | None
    side: Side
    strong: bool
    """Whether it carries the claim itself, and not only something near it."""
    span: Span
    statement: str | None

    def __hash__(self) -> int:
        # Of what tells most voices apart: the whole source would be hashed at every look-up.
        return hash((self.article, self.span, self.side))


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
    found = _one_side([*said, *bare])
    if not any(v.strong and v.side is not Side.OTHER for v in found):
        found = _fullest_strong(worded, found)
    return sorted(found, key=lambda v: (v.span, v.outlets))


def _fullest_strong(worded: Worded, found: Sequence[Voice]) -> list[Voice]:
    """Where nobody carries the claim word for word, an article on it rests on the source that
    says most of it, and on what else that source says."""
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
    return [
        replace(v, strong=True)
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
    chain = [_source(reading, id, st, outlets) for id in st.chain]
    through = [_outlet_of(s, people, outlets) for s in chain]
    at = next((k for k, outlet in enumerate(through) if outlet is None), None)
    if not chain or st.kind is Kind.INTENTION or (at is not None and any(through[at:])):
        return None
    names = tuple(dict.fromkeys(n for n in through[:at] if n))
    root = chain[at] if at is not None else None
    side, strong = _side(worded, st, stems)
    if root is not None:
        root, names = _spoke_to(root, names, outlets)
        if _nobody(root) or (side is Side.SUPPORTS and names and _subject(root, stems)):
            root = None
    if root is None and not names:
        return None
    return Voice(reading.article.id, names, root, side, strong, content_span(reading, st), st.id)


def _source(reading: Reading, id: str, st: Statement, outlets: Collection[str]) -> Source:
    """A link of the chain; an outlet by the words that name it here, where they are an outlet's
    name."""
    source = reading.source(id)
    if id == st.chain[-1] and source.kind is SourceKind.OUTLET and st.mention:
        here = outlet_name(reading.article.text[slice(*st.mention)])
        if here and here in outlets:
            return replace(source, name=here)
    if source.description and RUNS_INTO.search(source.description):
        whole = f"{source.description} {source.name}"
        return replace(source, name=whole, description=whole, naming=Naming.UNNAMED)
    return source


def _spoke_to(
    root: Source, names: tuple[str, ...], outlets: Collection[str]
) -> tuple[Source, tuple[str, ...]]:
    """A description that holds its own contact: "the Lantern's source", "the publicist to the
    Guardian"."""
    if root.naming is not Naming.UNNAMED or names:
        return root, names
    for outlet in sorted(outlets, key=lambda o: (-len(o), o)):
        owned = re.match(rf"(?:the )?{re.escape(outlet)}[’']s (?=\w+$)", root.name, re.I)
        told = re.search(
            rf" (?:to|told|said by|quoted by|cited by) (?:the )?{re.escape(outlet)}\b.*$",
            root.name,
            re.I,
        )
        if owned:
            return replace(root, name=root.name[owned.end() :]), (outlet,)
        if told:
            return replace(root, name=root.name[: told.start()]), (outlet,)
    return root, names


def _nobody(root: Source) -> bool:
    """A pronoun that nobody could resolve, or the public at large."""
    words = key(root.name)
    if set(words) <= NOT_NAMES:
        return True
    return root.naming is not Naming.NAMED and (
        (len(words) == 1 and words[0] in PRONOUNS) or (words[-1] in PUBLIC and len(words) <= 4)
    )


def _subject(root: Source, stems: Collection[str]) -> bool:
    """Whether the claim is about this source: what an outlet says that it said is the outlet's."""
    return root.naming is Naming.NAMED and {stem(w) for w in key(root.name)} <= set(stems)


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
            if pointed or worded.says(st.content) >= STRONG
            else (Side.OTHER, False)
        )
    if _against(worded, [*st.content, *([st.cue] if st.cue else [])], stems, places):
        return Side.DENIES, True
    spoken = " … ".join(worded.page.text[slice(*s)] for s in st.content)
    if st.polarity is Polarity.UNCERTAIN or DENIAL.search(spoken):
        return Side.OTHER, False
    own = worded.says(st.content)
    strong = own >= STRONG or (own >= LITTLE and any(worded.carries(k, STRONG) for k in places))
    return Side.SUPPORTS, strong and any(worded.of_whom(k) for k in places)


def _against(
    worded: Worded, spans: Iterable[Span], stems: Collection[str], places: Collection[int]
) -> bool:
    """Words of denial in `spans` speak of the claim if their sentences do, or if the article
    opens with the claim, so that "the report" is the report of it."""
    opening = worded.opens
    covered = max((worded.near(k) for k in places), default=0.0)
    said = opening or any(worded.carries(k, STRONG) for k in places)
    sentence = (worded.page.sentences[min(places)][0], worded.page.sentences[max(places)][1])
    return said and denies(
        worded.page.text, spans, sentence=sentence, stems=stems, covered=covered, about=opening
    )


def _outlet_of(source: Source, people: Mapping[str, str], outlets: Collection[str]) -> str | None:
    """The outlet that a link of the chain is: itself, or the one whose reporter or report it is.
    "A report", "the paper" are outlets that the words don't name."""
    name = head(source.name)
    for person, outlet in people.items():
        if source.naming is Naming.NAMED and same_person(person, name):
            return outlet
    if source.kind is SourceKind.OUTLET:
        return outlet_name(name) or name
    words = key(name)
    if own := next((o for o in sorted(outlets) if words == key(o)), None):
        return own
    within = [o for o in sorted(outlets) if len(key(o)) > 1 and set(key(o)) <= set(words)]
    if words[-1] in OWNED_SPEECH:
        return within[0] if within else name if len(words) <= 2 and name.islower() else None
    if within and (
        set(words) & GENERIC_OUTLET
        or (words[: len(key(within[0]))] == key(within[0]) and "’s" in name.replace("'", "’"))
    ):
        return within[0]
    if source.naming is not Naming.NAMED or source.kind is SourceKind.DOCUMENT:
        return None
    if within and words[-len(key(within[0])) :] == key(within[0]):
        return within[0]
    if source.kind is not SourceKind.PERSON and any(
        same_outlet(name, o) for o in outlets if len(set(key(o)) & set(words)) > 1
    ):
        return name
    return name if is_outlet(name) or any(words == key(o) for o in outlets) else None


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
