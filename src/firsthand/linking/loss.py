"""What an article lacks that the version it depends on had, in the words of both.

The version is the fullest article of the same origin: its contact's own, else one that speaks to
the source itself, else the one with most sources and quotations. What only one telling ever had is
no part of the line and can't be lost from it: numbers and remarks on verification are compared with
what several versions share.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.linking.candidates import Worded
from firsthand.linking.names import key
from firsthand.linking.stance import ATTRIBUTES, HEDGES, attributes, own_words
from firsthand.linking.voices import Voice
from firsthand.linking.words import NUMBERS, plain, stem, words
from firsthand.model.reading import Naming, Outcome, Source, SourceKind
from firsthand.model.span import Span
from firsthand.model.trace import Loss, Lost, Side, Stance
from firsthand.reading.lexicon import ROLES
from firsthand.reading.segments import quotations

UNVERIFIED = re.compile(
    r"(?i)(?:could|can|has|have|had|was|were)(?: ?n[o’']t| not) (?:yet |been |be |immediately |"
    r"publicly )*(?:independently )?"
    r"(?:verif\w+|confirm\w*)|no (?:independent )?confirmation|nothing to confirm|unconfirmed|"
    r"unverified|unable to (?:verify|confirm)|"
    r"can[’']t confirm|declined to confirm"
)
SCALE = r"(?:million|billion|thousand|hundred|dozen|m\b|bn\b|k\b)"
WORDED = "|".join(word for word in NUMBERS if len(word) > 2)
AMOUNT = re.compile(
    rf"(?P<money>[$£€¥]\s?)?(?P<value>\b\d[\d,.]*\d|\b\d|\b(?:{WORDED})\b)"
    rf"[\s-]?(?P<scale>{SCALE}(?:\s{SCALE})?)?(?:s\b)?\s*(?P<unit>[^\W\d_]+)?",
    re.I,
)
ROLE_STEMS = frozenset(stem(w) for w in ROLES)
"""What an unnamed source can be said to be."""

MONEY = {
    "dollar": "$", "dollars": "$", "pound": "£", "pounds": "£", "euro": "€", "euros": "€",
    "crown": "crowns", "crowns": "crowns", "yen": "¥", "rupees": "rupees",
}  # fmt: skip
TIMES = frozenset(
    """year years day days month months week weeks hour hours minute minutes am pm a p o th st nd rd
    old jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july
    august september october november december and or to of in on at the""".split()
)
"""What follows a number that counts nothing: ages, times, dates."""
NEARLY = 0.1
"""Amounts that differ by no more than this share are one: "nearly a dozen" and eleven."""
QUOTE_WORDS = 6
"""A quotation this long counts as one that can be lost."""


@dataclass(frozen=True, slots=True)
class Amount:
    value: float
    unit: str
    said: str


def losses(
    article: Worded,
    version: Worded,
    *,
    stance: Stance,
    line: Sequence[Worded],
    heard: Mapping[str, Sequence[Voice]],
) -> tuple[Loss, ...]:
    """Everything lost between `version` and `article`. `line`: all articles of their origin;
    `heard`: the voices of each by article id."""
    if article.page.id == version.page.id:
        return ()
    held = [v for v in heard[version.page.id] if v.side is Side.SUPPORTS and v.strong]
    return (
        *_attribution(version, heard, article=article.page.id, held=held),
        *_hedge(article, version, stance),
        *_number(article, version, line),
        *_verification(article, version, line),
        *_quote(article, version, held),
        *_person(article, version, held),
    )


def fullest(
    line: Sequence[Worded],
    heard: Mapping[str, Sequence[Voice]],
    *,
    contacts: Mapping[str, bool],
    stances: Mapping[str, Stance],
) -> Worded:
    """The version of one origin that holds most. `contacts`: article id → whether it is the
    origin's contact's own."""

    def rank(w: Worded) -> tuple[object, ...]:
        mine = [v for v in heard[w.page.id] if v.side is Side.SUPPORTS]
        rooted = [v for v in mine if v.root and v.strong]
        return (
            contacts[w.page.id] and bool(rooted),
            bool(rooted) and not any(v.outlets for v in mine if v.strong),
            stances[w.page.id] is not Stance.ASSERTS,
            len({key(v.root.name) for v in rooted if v.root}) > 0,
            len(quotations(w.page.text)),
            w.score,
        )

    return max(sorted(line, key=lambda w: w.page.id), key=rank)


def _attribution(
    version: Worded, heard: Mapping[str, Sequence[Voice]], *, article: str, held: Sequence[Voice]
) -> Iterator[Loss]:
    """Nobody is credited any more; or an unnamed source is, without the outlet that it spoke to."""
    own = [v for v in heard[article] if v.side is Side.SUPPORTS]
    if held and not own:
        yield Loss(Lost.ATTRIBUTION, _words(version, held[0].span), None)
        return
    through = [
        v for id in sorted(heard) if id != article for v in heard[id] if v.root and v.outlets
    ]
    bare = own and not any(v.outlets for v in own)
    if bare and len({v.article for v in through}) > 1 and not any(_proper(v) for v in own):
        yield Loss(
            Lost.ATTRIBUTION, through[0].outlets[-1], own[0].root.name if own[0].root else None
        )


def _proper(voice: Voice) -> bool:
    return voice.root is not None and voice.root.naming is not Naming.UNNAMED


def _hedge(article: Worded, version: Worded, stance: Stance) -> Iterator[Loss]:
    if not version.page.sentences or stance is not Stance.ASSERTS:
        return
    text, before = version.page.text, version.page.sentences[version.lead]
    if attributes(text, before):
        own = own_words(text, before)
        mark = HEDGES.search(own) or ATTRIBUTES.search(own)
        yield Loss(
            Lost.HEDGE,
            mark.group() if mark else _words(version, before),
            _words(article, article.span),
        )


def _number(article: Worded, version: Worded, line: Sequence[Worded]) -> Iterator[Loss]:
    """An amount of something that the version, or most of them, give otherwise, where the
    article never gives theirs."""
    first = {(a.unit, a.value) for a in _amounts(version)}
    texts = [_everywhere(w) for w in line]
    given = Counter(what for amounts in texts for what in amounts)
    own = _everywhere(article)
    for amount in _amounts(article):
        mine = given[amount.unit, amount.value]
        usual = [
            (n, unit, value)
            for (unit, value), n in given.items()
            if unit == amount.unit
            and not _near(value, amount.value)
            and ((unit, value) in first or (n > 1 and n >= mine))
        ]
        if usual and not any((unit, value) in own for _, unit, value in usual):
            _, unit, value = max(usual)
            before = next(a[unit, value] for a in texts if (unit, value) in a)
            yield Loss(Lost.NUMBER, before, amount.said)
            return


def _everywhere(worded: Worded) -> dict[tuple[str, float], str]:
    """(what is counted, how many) → the first words for it."""
    found: dict[tuple[str, float], str] = {}
    for a in _found(worded.page.text, (0, len(worded.page.text))):
        found.setdefault((a.unit, a.value), a.said)
    return found


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= NEARLY * max(a, b)


def _verification(article: Worded, version: Worded, line: Sequence[Worded]) -> Iterator[Loss]:
    saying = [w for w in (version, *line) if UNVERIFIED.search(w.page.text)]
    if (
        len({w.page.id for w in saying}) < 2
        or UNVERIFIED.search(article.page.text)
        or _checked(article)
    ):
        return
    said = UNVERIFIED.search(saying[0].page.text)
    if said:
        sentence = saying[0].page.sentences[saying[0].page.at(said.start())]
        yield Loss(Lost.VERIFICATION, _words(saying[0], sentence), None)


def _checked(article: Worded) -> bool:
    return any(
        c.outcome in (Outcome.UNVERIFIED, Outcome.CONFIRMED) for c in article.page.reading.checks
    )


def _quote(article: Worded, version: Worded, held: Sequence[Voice]) -> Iterator[Loss]:
    """What a source of the claim said in quotation marks, and nothing of it is quoted here."""
    text = article.page.text
    kept = set().union(*(_runs(text, q) for q in quotations(text)))
    spans = [v.span for v in held if v.root]
    own = [
        q
        for q in quotations(version.page.text)
        if any(s[0] - 1 <= q[0] and q[1] <= s[1] + 2 for s in spans)
    ]
    long = [q for q in own if len(list(plain(version.page.text, q))) >= QUOTE_WORDS]
    lost = [q for q in long if not _runs(version.page.text, q) & kept]
    if long and len(lost) == len(long):
        yield Loss(Lost.QUOTE, _words(version, lost[0]), None)


def _runs(text: str, span: Span) -> set[tuple[str, ...]]:
    said = [w for w, _ in plain(text, span)]
    return {tuple(said[k : k + 4]) for k in range(len(said) - 3)}


def _person(article: Worded, version: Worded, held: Sequence[Voice]) -> Iterator[Loss]:
    """A source of the version that this article neither names nor describes; of an unnamed one,
    who it is said to be ("who recently visited the north")."""
    told = [frozenset(w.stem for w in words(article.page.text, s)) for s in article.page.sentences]
    there = frozenset().union(*told)
    for v in held:
        if v.root is None or v.root.kind in (SourceKind.OUTLET, SourceKind.DOCUMENT):
            continue
        unnamed = v.root.naming is Naming.UNNAMED
        marks = {stem(w) for w in key(v.root.name)}
        marks = marks & ROLE_STEMS if unnamed else marks
        if marks and len(marks & there) * 2 < len(marks):
            yield Loss(Lost.PERSON, _called(v.root), None)
            return
        if unnamed and (said := _clause(version.page.text, key(v.root.name)[-1])):
            of_whom = {w.stem for w in words(said)}
            if of_whom and max(len(of_whom & t) for t in told) * 3 < len(of_whom) * 2:
                yield Loss(Lost.PERSON, said, v.root.name)
                return


def _called(source: Source) -> str:
    own = source.description in (None, source.name)
    return source.name if own else f"{source.name}, {source.description}"


def _clause(text: str, head: str) -> str | None:
    """What a relative clause says of the source with this head word."""
    said = re.search(
        rf"(?i)\b{re.escape(head)},? (who (?!said|told|spoke)[^,.;“”\"]{{8,120}})", text
    )
    return said[1] if said else None


def _amounts(worded: Worded) -> list[Amount]:
    """Amounts in the sentences that word the claim most fully, the first ones first."""
    most = worded.most
    places = [k for k, c in enumerate(worded.coverage) if c >= 0.5 * most > 0][:4]
    return [a for k in places for a in _found(worded.page.text, worded.page.sentences[k])]


def _found(text: str, span: Span) -> Iterator[Amount]:
    for m in AMOUNT.finditer(text, *span):
        after = (m["unit"] or "").casefold()
        unit = (m["money"] or "").strip() or _unit(after)
        value = _value(m["value"], m["scale"] or "")
        if unit and value is not None:
            bare = m["money"] or not after
            said = m.group()[: m.start("unit") - m.start()] if bare and m["unit"] else m.group()
            yield Amount(value, unit, said.strip())


def _unit(word: str) -> str:
    """What is counted: a currency, people of whatever kind, or the thing itself; "" for nothing."""
    if word in TIMES:
        return ""
    return MONEY.get(word) or ("people" if word in ROLES else stem(word) if word else "")


def _value(number: str, scale: str) -> float | None:
    total = 1.0
    for part in [number, *scale.split()]:
        word = part.casefold()
        try:
            total *= float(
                NUMBERS.get(word) or word.replace(",", "").rstrip(".").replace("k", "1000")
            )
        except ValueError:
            return None
    return total


def _words(worded: Worded, span: Span) -> str:
    said = " ".join(worded.page.text[slice(*span)].split())
    return said if len(said) <= 300 else said[:299] + "…"
