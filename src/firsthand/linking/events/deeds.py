"""What was done, by whom and to whom, as far as the clause shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.linking.events.bases import base
from firsthand.linking.events.phrases import CLAUSAL, Phrase
from firsthand.linking.events.tokens import Class, Token
from firsthand.linking.events.verbs import Verb, Voice

TOLD = frozenset(
    """
    said says say saying told tells telling reported reports reporting according claimed claims
    added adds announced quoted asked
    """.split()
)
"""Verbs of saying: who says what is the statement's, not the event's."""
ORDERS = frozenset(
    "ask tell order urge force allow help want invite let persuade expect permit teach".split()
)
"""Verbs whose object does what "to" says: "ordered the guards to leave"."""
SUBJECTS = frozenset("he she it they we i you".split())
NO_STOP = frozenset(", $ £ € % -".split())
"""Marks that end no clause."""
NONE = frozenset("no nobody none neither nothing".split())


@dataclass(frozen=True, slots=True)
class Deed:
    """`name` is the verb's base form with its particle; `doer` and `object` are None where they
    don't show."""

    verb: Verb
    name: str
    doer: Phrase | None
    object: Phrase | None
    negative: int | None


def deeds(tokens: Sequence[Token], verbs: Sequence[Verb], phrases: Sequence[Phrase]) -> list[Deed]:
    found: list[Deed] = []
    for verb in verbs:
        before = found[-1] if found else None
        subject = _subject(tokens, verb, phrases, before, verbs)
        after = _after(tokens, verb, phrases)
        doer, object = subject, after
        if verb.voice is Voice.PASSIVE:
            doer, object = _by(tokens, verb, phrases, verbs), subject
        ends = [p for p in (subject, after) if p is not None]
        no = next((p.first for p in ends if tokens[p.first].word in NONE), None)
        negative = verb.negative if verb.negative is not None else no
        found.append(Deed(verb, _name(tokens, verb), doer, object, negative))
    return [d for d in found if not _said(tokens, d) and not _empty(d, found)]


def _name(tokens: Sequence[Token], verb: Verb) -> str:
    word = tokens[verb.at].word
    kind = tokens[verb.at].kind
    name = {Class.BE: "be", Class.HAVE: "have", Class.MODAL: "do"}.get(kind)
    led = [t for t in tokens[verb.first : verb.at] if t.kind not in (Class.ADVERB, Class.NOT)]
    bare = bool(led) and (led[-1].word == "to" or led[-1].kind is Class.MODAL)
    name = name or (word if bare else base(word))
    particle = kind is Class.WORD and verb.last > verb.at + 1
    return f"{name} {tokens[verb.last - 1].word}" if particle else name


def _said(tokens: Sequence[Token], deed: Deed) -> bool:
    return tokens[deed.verb.at].word in TOLD


def _empty(deed: Deed, every: Sequence[Deed]) -> bool:
    """ "is" of "is in talks to buy", "do" alone: what follows says it."""
    bare = deed.name in ("be", "have", "do") and deed.object is None
    return bare and any(d.name not in ("be", "have", "do") for d in every)


def _subject(
    tokens: Sequence[Token],
    verb: Verb,
    phrases: Sequence[Phrase],
    before: Deed | None,
    verbs: Sequence[Verb],
) -> Phrase | None:
    if not verb.finite:
        return _controller(tokens, verb, before)
    near = next((p for p in phrases if p.last == verb.first), None)
    if near and (_reduced(verb) or tokens[near.first].word in SUBJECTS):
        return near
    joined = verb.first > 0 and tokens[verb.first - 1].kind is Class.CONJUNCTION
    if joined and before and before.verb.finite:
        return before.doer if before.verb.voice is not Voice.PASSIVE else before.object
    first = _first_free(tokens, verb, phrases, _clause_start(tokens, verb, verbs))
    relative = first is not None and tokens[first.first].kind is Class.RELATIVE
    return _antecedent(tokens, first, phrases) if first and relative else first


def _first_free(
    tokens: Sequence[Token], verb: Verb, phrases: Sequence[Phrase], start: int
) -> Phrase | None:
    """The first phrase of the clause without a preposition, behind the last comma if one stands
    there; the first of all where what is between commas explains it."""
    there = [p for p in phrases if start <= p.first and p.last <= verb.first and p.free]
    comma = max((k for k in range(start, verb.first) if tokens[k].word == ","), default=start - 1)
    beside = [p for p in there if p.first > comma]
    if not beside and comma == verb.first - 1:
        beside = there
    object = len(beside) > 1 and tokens[beside[0].first].kind is Class.RELATIVE
    return beside[object] if beside else None  # "whom the police arrested"


def _controller(tokens: Sequence[Token], verb: Verb, before: Deed | None) -> Phrase | None:
    """Who does what an infinitive or "-ing" says: the one of the verb before."""
    if before is None:
        return None
    if before.verb.voice is Voice.PASSIVE:
        return before.object
    if before.object and before.verb.voice is Voice.ACTIVE and before.object.last == verb.first:
        return before.object if before.name in ORDERS else before.doer
    return before.doer


def _clause_start(tokens: Sequence[Token], verb: Verb, verbs: Sequence[Verb]) -> int:
    """Behind the last verb of its own clause, "that", or a mark other than a comma."""
    start = 0
    for other in verbs:
        if other.last <= verb.first and not _inserted(tokens, other, verb):
            start = max(start, other.last)
    for k in range(start, verb.first):
        mark = tokens[k].kind is Class.MARK and tokens[k].word not in NO_STOP
        clausal = tokens[k].word in CLAUSAL and not any(
            o.last <= verb.first and _reduced(o) for o in verbs
        )
        joined = tokens[k].word in ("and", "or") and any(
            o.last <= k and not _reduced(o) and not _relative(tokens, o) for o in verbs
        )
        stop = tokens[k].kind is Class.SUBORDINATOR or tokens[k].word == "but"
        if stop or mark or clausal or joined:
            start = k + 1
        elif tokens[k].kind is Class.RELATIVE and not any(
            k < o.first and o.last <= verb.first for o in verbs
        ):
            start = k
    return start


def _inserted(tokens: Sequence[Token], other: Verb, verb: Verb) -> bool:
    """Whether the other verb stands in a relative clause, or says what was done to the subject:
    "the man who ran …, was", "the man arrested on Monday was"."""
    joined = any(tokens[k].kind is Class.CONJUNCTION for k in range(other.last, verb.first))
    inside = _reduced(other) or _relative(tokens, other) or not other.finite
    return inside and not joined


def _reduced(verb: Verb) -> bool:
    return verb.voice is Voice.PASSIVE and verb.first == verb.at


def _relative(tokens: Sequence[Token], verb: Verb) -> bool:
    return verb.first > 0 and tokens[verb.first - 1].kind is Class.RELATIVE


def _antecedent(
    tokens: Sequence[Token], relative: Phrase, phrases: Sequence[Phrase]
) -> Phrase | None:
    before = [
        p
        for p in phrases
        if p.last <= relative.first and tokens[p.first].kind is not Class.RELATIVE
    ]
    return before[-1] if before and relative.first - before[-1].last <= 1 else None


def _after(tokens: Sequence[Token], verb: Verb, phrases: Sequence[Phrase]) -> Phrase | None:
    """The phrase right behind the verb."""
    at = verb.last
    while at < len(tokens) and tokens[at].kind in (Class.ADVERB, Class.NOT):
        at += 1
    found = next((p for p in phrases if p.first == at), None)
    return found if found and tokens[found.first].kind is not Class.RELATIVE else None


def _by(
    tokens: Sequence[Token], verb: Verb, phrases: Sequence[Phrase], verbs: Sequence[Verb]
) -> Phrase | None:
    """Who a passive says did it."""
    end = min((v.first for v in verbs if v.first >= verb.last), default=len(tokens))
    for k in range(verb.last, end):
        if tokens[k].kind is Class.MARK or tokens[k].kind is Class.SUBORDINATOR:
            return None
        if tokens[k].word == "by":
            return next((p for p in phrases if p.first == k + 1), None)
    return None
