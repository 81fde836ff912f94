"""A headline read against its body: whether it keeps the attribution that the body has.

Lexical, as all of linking: the headline's content words are looked for in the contents of the
body's statements, and in what the body says in its own voice. Every doubt is the headline's: where
the body says it flatly too, or several statements say it, the firmest one counts. It says what was
dropped, never whether it is true.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from firsthand.intake.text import title_of
from firsthand.linking.headline_marks import ANNOUNCING, DISTANT, FUTURE
from firsthand.linking.headline_match import Match, Matching
from firsthand.linking.words import words
from firsthand.model.reading import Kind, Outcome, Polarity, Reading, Source, Statement
from firsthand.model.span import Span, overlap
from firsthand.model.trace import Lost
from firsthand.reading.segments import quotations

OWN = 0.85
"""What the body's own voice must say of the headline, as a share of what the statement says."""

FIGURE = re.compile(r"[‘']\d[^‘’']*[’'](?!\w)")
"""A quotation in single marks that begins with a figure: "‘300 prisoners’"."""
LONGEST = 300
"""A title of more code points is no headline."""


class Handling(StrEnum):
    """What a headline does with the attribution that its body has."""

    KEEPS = "keeps"
    DROPS = "drops"
    STATES_AS_FACT = "states_as_fact"
    """The body does more than credit it: it holds it at a distance. The headline doesn't."""
    NOTHING = "nothing_to_compare"


class Why(StrEnum):
    """Why there is nothing to compare."""

    NO_HEADLINE = "no_headline"
    NOT_ATTRIBUTED = "not_attributed"
    """No statement of the body says what the headline says."""
    OWN_VOICE = "own_voice"
    """The body says it in its own voice as well."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of the body, by place in the article's text, that the headline has nothing of."""

    what: Lost
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Headline:
    """`words` (which the statement says too) and `kept_by` (what keeps the attribution; None:
    nothing does) count code points of `text`, the headline. `place` is where it stands in the
    article's text (None: it isn't part of it), whose code points `content` and `dropped` count.
    `statement` is the body's, by id; `chain` its sources, outermost first, and `said` its words.
    Where there is nothing to compare it is None, and `why` says why."""

    text: str
    place: Span | None
    handling: Handling
    words: tuple[Span, ...] = ()
    kept_by: Span | None = None
    statement: str | None = None
    content: tuple[Span, ...] = ()
    chain: tuple[Source, ...] = ()
    said: str = ""
    dropped: tuple[Dropped, ...] = ()
    why: Why | None = None


def compare(reading: Reading) -> Headline:
    """The headline (the article's title, else a first line that looks like one) against the
    statements of the body."""
    text, place, body = _headline(reading)
    if not text or len(text) > LONGEST:
        return Headline("", None, Handling.NOTHING, why=Why.NO_HEADLINE)
    matching = Matching(reading, text, place=place, body=body)
    # A bare "it is said" credits nobody: there is nothing to drop unless it keeps a distance.
    found = [m for m in matching.found() if m.statement.chain or any(_distance(m, matching))]
    own = matching.own_voice()
    best = max(found, key=lambda m: _firmness(m, matching), default=None)
    kept = _kept(best, matching) if best else None
    if best is None or (kept is None and own >= OWN * best.share):
        why = Why.OWN_VOICE if best or own > 0 else Why.NOT_ATTRIBUTED
        return Headline(text, place, Handling.NOTHING, why=why)
    distance = () if kept else tuple(_distance(best, matching))
    dropped = () if kept else (*_credit(best.statement, matching), *distance)
    handling = Handling.STATES_AS_FACT if distance else Handling.DROPS
    return Headline(
        text,
        place,
        Handling.KEEPS if kept else handling,
        words=tuple(w.span for w in matching.own if w.stem in best.stems),
        kept_by=kept,
        statement=best.statement.id,
        content=best.statement.content,
        chain=tuple(s for id in best.statement.chain for s in reading.sources if s.id == id),
        said=reading.words(best.statement.content),
        dropped=tuple(dict.fromkeys(dropped)),
    )


def _headline(reading: Reading) -> tuple[str, Span | None, int]:
    """The headline, its place in the text, and where the body begins."""
    text = reading.article.text
    first = title_of(text)
    title = reading.article.title or first or ""
    start = len(text) - len(text.lstrip("\n# \t"))
    place = (start, start + len(title)) if title and text.startswith(title, start) else None
    end = text.find("\n", start) if first else -1
    return title, place, end if end > 0 else place[1] if place else 0


def _firmness(m: Match, matching: Matching) -> tuple[bool, int, float, int]:
    """How firmly the body has it, then how long the chain is: "the guard told the magazine" says
    more than "the magazine reports"."""
    held = any(_distance(m, matching))
    return not held, len(m.statement.chain), m.share, -m.statement.content[0][0]


def _kept(best: Match, matching: Matching) -> Span | None:
    """The words of the headline that keep the attribution; None: nothing does."""
    if cue := next(matching.cues(), None):
        return cue
    if quote := _quoted(best, matching):
        return quote
    if matching.marks:
        return matching.marks[0]
    return _cued(best, matching) or _acting(best.statement, matching)


def _cued(best: Match, matching: Matching) -> Span | None:
    """The word by which the body credits it, said by the headline too: "bans", "unveiled"."""
    cue, text = best.statement.cue, matching.text
    if cue is None:
        return None
    said = {w.stem for w in words(text, cue) if text[w.span[0]].islower()} - best.stems
    return next((w.span for w in words(matching.headline) if w.stem in said), None)


def _acting(st: Statement, matching: Matching) -> Span | None:
    """Who says it, named by the headline as the one who does so: "Fund cuts growth forecast".
    Where the statement is about its own source, only announcing is doing."""
    named = matching.named(st)
    cue = matching.text[slice(*st.cue)] if st.cue else ""
    announced = st.kind is Kind.INTENTION or ANNOUNCING.pattern().search(cue)
    return named if announced or not matching.refers(st) else None


def _quoted(best: Match, matching: Matching) -> Span | None:
    """A quotation of the headline that holds words of the statement and is no mere name."""
    text = matching.headline
    said = [w.span for w in matching.own if w.stem in best.stems]
    found = [*quotations(text), *(m.span() for m in FIGURE.finditer(text))]
    holding = (q for q in found if any(overlap(s, q) for s in said))
    return next((q for q in holding if not matching.is_name(q)), None)


def _credit(st: Statement, matching: Matching) -> Iterator[Dropped]:
    """Where the body says who says it."""
    for span in (st.mention, st.cue):
        if span:
            yield Dropped(Lost.ATTRIBUTION, span, matching.text[slice(*span)])


def _distance(m: Match, matching: Matching) -> Iterator[Dropped]:
    """What in the body holds the statement at a distance, beyond crediting it."""
    st, text = m.statement, matching.text
    cue = text[slice(*st.cue)] if st.cue else ""
    planned = st.kind is Kind.INTENTION and not FUTURE.search(matching.headline)
    if planned or st.polarity is Polarity.UNCERTAIN or DISTANT.pattern().search(cue):
        span = st.cue or st.content[0]
        yield Dropped(Lost.HEDGE, span, text[slice(*span)])
    for hedge in st.hedges:
        if hedge != st.cue and matching.beside(hedge, m):
            yield Dropped(Lost.HEDGE, hedge, text[slice(*hedge)])
    for check in matching.reading.checks:
        about = check.about is not None and check.about in (st.id, *st.chain)
        if about and check.outcome in (Outcome.UNVERIFIED, Outcome.DISPUTED):
            yield Dropped(Lost.VERIFICATION, check.evidence, text[slice(*check.evidence)])
