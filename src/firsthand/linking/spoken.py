"""Who spoke and in which words: the quotation that a telling of the claim leaves out, the source
that it no longer shows."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from firsthand.linking.names import key
from firsthand.linking.sources import speaker
from firsthand.linking.stance import attributes
from firsthand.linking.voice import Voice
from firsthand.linking.worded import Worded, coverage
from firsthand.linking.words import STOP, plain, stem, words
from firsthand.model.reading import Naming, Source, SourceKind
from firsthand.model.span import Span, overlap
from firsthand.model.trace import Side
from firsthand.reading.lexicon import ROLES
from firsthand.reading.segments import quotations

ROLE_STEMS = frozenset(stem(w) for w in ROLES)
"""What an unnamed source can be said to be."""
SPEAKERS = frozenset(
    stem(w) for w in "source sources insider official officials visitor people".split()
)
"""Words for somebody who spoke and isn't named."""
UNTELLING = frozenset(
    stem(w)
    for w in """anonymous unnamed un named unidentified senior top high ranking level certain
    another second third several here there who person people somebody someone man woman familiar
    briefed knowledge close matter matters situation talks story condition anonymity""".split()
)
"""Words that say of a source no more than that there is one."""
QUOTE_WORDS = 6
"""A quotation this long counts as one that can be lost."""
ABOUT = 0.1
"""The least share of the claim, as the article words it, that a quotation or a sentence beside it
says."""
TELLING = 5
"""Content words that make a sentence recognisable in another's words."""
RUN = 6
"""Words in a row that make two quotations one, however each was cut."""
KEPT = 2 / 3
"""The share of a description's words that keeps it."""
GIVEN = 0.6
"""The share of what a sentence says of the claim that makes it somebody else's words."""
HEARSAY = re.compile(
    r"(?i)\W*((?:I|we)(?:[’']ve)? (?:have |had |was |were |am |are )?"
    r"(?:heard?|told|understand|think|believe|guess|suppose|gather))\b"
)
"""How a quoted source says that it doesn't know it itself."""
NOT_CONFIRMED = re.compile(r"(?i)\b(?:confirm|verif|comment)")
"""Who only says that nothing can be said is no source of the claim."""

Runs = frozenset[tuple[str, ...]]
Heard = Mapping[str, Sequence[Voice]]


def unquoted(article: Worded, w: Worded, quote: Span) -> bool:
    """Whether nothing of a quotation is quoted in this article, or not the words by which it says
    how its speaker knows."""
    return not _runs(w, quote) & _quoted(article) or hearsay(article, w, quote)


def hearsay(article: Worded, w: Worded, quote: Span) -> bool:
    """Whether the quotation begins with how its speaker knows, and the article quotes the rest
    alone."""
    said = HEARSAY.match(w.page.text, *quote)
    if said is None or not _runs(w, quote) & _quoted(article):
        return False
    return said[1].casefold() not in article.page.text.casefold()


def most_quoted(
    version: Worded, *, line: Sequence[Worded], heard: Heard
) -> tuple[Worded, Span] | None:
    """What the origin said in quotation marks, as most articles of the line or the version itself
    have it. `line`: all articles of the origin; `heard`: the voices that lead to it, by article id.
    None where nobody is quoted."""
    best: tuple[int, Worded, Span] | None = None
    for w in (version, *line):
        for q, voice in _said(w, heard[w.page.id]):
            own = _runs(w, q)
            sharing = sum(bool(own & _quoted(x)) for x in line if x.page.id != w.page.id)
            counts = sharing > 1 or (w is version and voice.strong and w.says([q]) > 0)
            if counts and (best is None or sharing > best[0]):
                best = (sharing, w, q)
    return best[1:] if best else None


def _said(w: Worded, heard: Sequence[Voice]) -> Iterator[tuple[Span, Voice]]:
    """The quotations of a source that leads to the origin, long enough to be missed and beside
    words of the claim."""
    voices = sorted((v for v in heard if v.root and v.side is Side.SUPPORTS), key=lambda v: v.span)
    for q in quotations(w.page.text):
        said = speaker(q, voices)
        about = w.near(w.page.at(q[0])) >= ABOUT * w.most > 0
        if said and about and len(list(plain(w.page.text, q))) >= QUOTE_WORDS:
            yield q, said


def _quoted(w: Worded) -> Runs:
    return _quoted_in(w.page.text)


@lru_cache(maxsize=1000)
def _quoted_in(text: str) -> Runs:
    """Remembered: every article of an origin is compared with all the others."""
    return frozenset().union(*(_runs_of(text, q) for q in quotations(text)))


def _runs(w: Worded, span: Span) -> Runs:
    return _runs_of(w.page.text, span)


@lru_cache(maxsize=5000)
def _runs_of(text: str, span: Span) -> Runs:
    said = [word for word, _ in plain(text, span)]
    return frozenset(tuple(said[k : k + RUN]) for k in range(len(said) - RUN + 1))


def missing(
    article: Worded, version: Worded, *, line: Sequence[Worded], heard: Heard, every: Heard
) -> tuple[str, str | None] | None:
    """A source of the version that this article neither names nor describes; of an unnamed one,
    who it is said to be ("who recently visited the north"); the one who spoke to an outlet that
    is credited here. With what stands for it here, None for nothing."""
    told = [frozenset(w.stem for w in words(article.page.text, s)) for s in article.page.sentences]
    there: frozenset[str] = frozenset().union(*told)
    others = [w for w in line if w.page.id != article.page.id]
    for v in every[version.page.id]:
        if v.root is None or v.side is not Side.SUPPORTS:
            continue
        if v.root.kind in (SourceKind.OUTLET, SourceKind.DOCUMENT):
            continue
        if v.root.naming is Naming.UNNAMED:
            if (gone := _undescribed(v, version, told, others)) is not None:
                return gone
        elif v.strong and not _named({stem(w) for w in key(v.root.name)}, there):
            return _called(v.root), None
    return _untold(article, others, heard=heard, every=every, there=there)


def _named(marks: Collection[str], there: Collection[str]) -> bool:
    return sum(m in there for m in marks) * 2 >= len(marks)


def _undescribed(
    voice: Voice, version: Worded, told: Sequence[frozenset[str]], others: Sequence[Worded]
) -> tuple[str, str | None] | None:
    """Of an unnamed source: whose official or what expert it is, as another article says too; and
    where the version spoke to it itself, what it says of who that is."""
    root = voice.root
    assert root is not None
    speaking = [t for t in told if t & (ROLE_STEMS | SPEAKERS)]
    if not voice.outlets and voice.strong and (said := _clause(version.page.text, root.name)):
        of_whom = frozenset(w.stem for w in words(said))
        kept = any(len(of_whom & t) >= KEPT * len(of_whom) for t in speaking)
        return None if kept else (said, root.name)
    said_of = set(key(root.name)) - STOP
    role = {stem(w) for w in said_of & ROLES}
    whose = {stem(w) for w in said_of - ROLES} - UNTELLING
    if not role or NOT_CONFIRMED.search(version.page.text, *voice.span):
        return None
    if not whose:
        here = any(t & (SPEAKERS | role) for t in told)
        return (root.name, None) if role & SPEAKERS and not here else None
    if _shown(role, whose, speaking):
        return None
    known = sum(_shown(role, whose, w.page.stems) for w in others)
    return (root.name, None) if known > 1 else None


def _shown(role: Collection[str], whose: Collection[str], told: Iterable[frozenset[str]]) -> bool:
    """Whether a sentence speaks of somebody in this role and says most of whose it is."""
    return any(any(r in t for r in role) and _named(whose, t) for t in told)


def _untold(
    article: Worded,
    others: Iterable[Worded],
    *,
    heard: Heard,
    every: Heard,
    there: frozenset[str],
) -> tuple[str, None] | None:
    """The named one who spoke to an outlet that this article credits beside the origin's, as two
    others say."""
    origin = {o for v in heard[article.page.id] for o in v.outlets}
    credited = {v.outlets[-1] for v in every[article.page.id] if v.outlets} - origin
    known = Counter[str]()
    called: dict[str, str] = {}
    for w in others:
        for v in every[w.page.id]:
            if v.root and v.root.naming is Naming.NAMED and {*v.outlets[-1:]} & credited:
                called[v.root.name] = _called(v.root)
        known.update({v.root.name for v in every[w.page.id] if v.root and v.root.name in called})
    gone = [n for n in called if not n.islower() and not _named([stem(x) for x in key(n)], there)]
    best = max(gone, key=lambda n: (known[n], n), default=None)
    return (called[best], None) if best and known[best] > 1 else None


def taken_over(article: Worded, version: Worded, said: Sequence[Voice]) -> tuple[Span, Span] | None:
    """(what a source of the version said, the sentence here that says it without anybody): where
    neither the sentence nor the article gives it to somebody. `said`: the version's voices."""
    told = article.page.stems
    contents = [s for st in article.page.reading.statements for s in st.content]
    for v in said:
        if v.root is None or v.side is not Side.SUPPORTS or v.root.naming is not Naming.UNNAMED:
            continue
        role = {stem(w) for w in set(key(v.root.name)) & ROLES}
        stems = frozenset(w.stem for w in words(version.page.text, v.span))
        if not role or len(stems) < TELLING or any(t & role for t in told):
            continue
        for k, sentence in enumerate(article.page.sentences):
            held = attributes(article.page.text, sentence) or any(
                overlap(c, sentence) * 2 > sentence[1] - sentence[0] for c in contents
            )
            if len(stems & told[k]) >= KEPT * len(stems) and not held:
                return v.span, sentence
    return None


def given(w: Worded, sentence: Span) -> bool:
    """Whether most of what a sentence says of the claim is the content of statements."""
    contents = [s for st in w.page.reading.statements for s in st.content if st.chain or st.hedges]
    inside = [
        (max(s, sentence[0]), min(e, sentence[1])) for s, e in contents if overlap((s, e), sentence)
    ]
    stems = {x.stem for s in inside for x in words(w.page.text, s)}
    whole = {x.stem for x in words(w.page.text, sentence)}
    return bool(inside) and coverage(stems, w.weights) >= GIVEN * coverage(whole, w.weights)


def _called(source: Source) -> str:
    own = source.description in (None, source.name)
    return source.name if own else f"{source.name}, {source.description}"


def _clause(text: str, name: str) -> str | None:
    """What a relative clause says of the source with this head word."""
    head = re.escape(key(name)[-1])
    said = re.search(rf"(?i)\b{head},? (who (?!said|told|spoke)[^,.;“”\"]{{8,120}})", text)
    return said[1] if said else None
