"""Which words of a sentence are verbs, and how they stand: active, passive, an infinitive.

There is no dictionary behind it: a verb shows by the auxiliary or "to" before it, by an irregular
form, by its ending and by what stands at its sides. What doesn't show is no verb.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from firsthand.linking.events.bases import IRREGULAR
from firsthand.linking.events.tokens import Class, Token
from firsthand.reading.lexicon import ORGANISATION_WORDS, ROLES


class Voice(StrEnum):
    ACTIVE = "active"
    PASSIVE = "passive"
    STATE = "state"
    """ "is dead", "was the leader"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """Tokens `first` (with its auxiliaries) up to `last`, not included; `at` is the verb itself.
    `finite`: it is the clause's own verb, no infinitive and no "-ing" by itself."""

    first: int
    at: int
    last: int
    voice: Voice
    finite: bool
    negative: int | None
    """The token that denies it."""
    modal: int | None
    """A token such as "may", which leaves it open."""


OPEN = frozenset("may might could whether".split())
AUXILIARY = frozenset({Class.BE, Class.HAVE, Class.MODAL})
BETWEEN = frozenset({Class.ADVERB, Class.NOT})
NOMINAL = frozenset(
    {Class.WORD, Class.NAME, Class.PRONOUN, Class.RELATIVE, Class.NUMBER, Class.DATE}
)
BEGINS = frozenset({Class.DETERMINER, Class.NAME, Class.NUMBER, Class.PRONOUN})
PARTICLES = frozenset("up down out off away back apart".split())
OVER = frozenset("take took taken hand handed turn turned run ran pull pulled taking".split())
"""Verbs that "over" belongs to: "takes over the dairy"."""
NOUNS = frozenset(
    """
    hundred indeed need feed seed bed red speed breed wed shed sled weed deed bleed creed steed
    greed building meeting morning evening king ring thing nothing something anything everything
    wing string spring sing bring funding hearing wedding ceiling feeling warning beginning
    following during including according regarding ruling finding briefing filing shooting
    housing training clothing killing bombing beating interesting missing outstanding crossing
    landing earning saving
    """.split()
)
ONLY_PAST = frozenset(
    """
    took broke tore gave stole flew wrote began ate blew sank woke chose froze spoke threw grew knew
    drew wore rode rose went came saw fell drove
    """.split()
)
"""Forms that are no participles: "took", not "taken"."""
NEVER_VERBS = (ORGANISATION_WORDS | ROLES) - frozenset(
    """
    guard guards force forces service house board head host coach pilot judge network group team
    campaign power water fund trust store station state master man watch witness doctor engineer
    star agent father mother nurse author school escort shop works capital exchange camp conference
    court charge move police
    """.split()
) | {"police"}
"""Nouns of people and bodies that "to" makes no verbs of: "to government officials"."""
PASSIVES = frozenset(
    """
    killed arrested charged injured wounded jailed accused rescued beheaded seized sentenced
    banned fired detained kidnapped executed suspended convicted evacuated hospitalised
    hospitalized infected rushed buried forced found shot held caught hit attacked named fined
    linked cleared hurt stabbed stolen taken given seen hanged struck mauled trapped treated
    released diagnosed born
    """.split()
)
"""In a headline or after a noun these say what was done to it: "Two killed in …"."""
PLACES_OF = frozenset(
    "school court hospital prison jail church war death work bed town college sea".split()
)
NO_PRESENT = ("ss", "us", "is", "news")
PLURALS = ("ings", "ers", "ors", "ians", "ists", "ments", "ions")
AFTER_PASSIVE = frozenset("by in at with on for over after near of to from during".split())


def verbs(tokens: Sequence[Token]) -> list[Verb]:
    """In reading order, none inside another."""
    found = [*_auxiliary(tokens), *_infinitives(tokens)]
    taken = {k for v in found for k in range(v.first, v.last)}
    for verb in _bare(tokens, taken):
        found.append(verb)
        taken |= set(range(verb.first, verb.last))
    return sorted(found, key=lambda v: v.first)


def _auxiliary(tokens: Sequence[Token]) -> Iterator[Verb]:
    """A run of auxiliaries and the verb that they lead to."""
    k = 0
    while k < len(tokens):
        if tokens[k].kind not in AUXILIARY:
            k += 1
            continue
        end = k
        while end < len(tokens) and tokens[end].kind in AUXILIARY | BETWEEN:
            end += 1
        yield (verb := _led(tokens, k, end))
        k = max(verb.last, k + 1)


def _led(tokens: Sequence[Token], first: int, end: int) -> Verb:
    at = max(k for k in range(first, end) if tokens[k].kind in AUXILIARY)
    modal = next((k for k in range(first, end) if tokens[k].word in OPEN), None)
    negative = next((k for k in range(first, end) if tokens[k].negative), None)
    infinitive = first > 0 and tokens[first - 1].word == "to"
    if infinitive and first > 1 and tokens[first - 2].kind is Class.NOT:
        negative = first - 2  # "not to have met"
    finite = not infinitive and tokens[first].word not in ("being", "having", "been", "be")
    be = tokens[at].kind is Class.BE
    if end < len(tokens) and _follows(tokens[at], tokens[end]):
        passive = be and not tokens[end].word.endswith("ing")
        voice = Voice.PASSIVE if passive else Voice.ACTIVE
        return Verb(first, end, _particle(tokens, end), voice, finite, negative, modal)
    # "be" and "have" by themselves
    voice = Voice.STATE if be else Voice.ACTIVE
    return Verb(first, at, max(end, at + 1), voice, finite, negative, modal)


def _follows(auxiliary: Token, word: Token) -> bool:
    """Whether a word is the verb that an auxiliary leads to."""
    if word.kind is not Class.WORD or word.word.endswith("thing"):
        return False
    if auxiliary.kind is Class.MODAL:
        return True
    going_on = auxiliary.kind is Class.BE and word.word.endswith("ing")
    return _past(word.word) or going_on


def _infinitives(tokens: Sequence[Token]) -> Iterator[Verb]:
    for k in range(len(tokens) - 1):
        word = tokens[k + 1]
        if tokens[k].word != "to":
            continue
        if word.kind is Class.WORD and word.word not in PLACES_OF and not _noun(tokens, k + 1):
            negative = k - 1 if k and tokens[k - 1].kind is Class.NOT else None
            last = _particle(tokens, k + 1)
            yield Verb(k, k + 1, last, Voice.ACTIVE, False, negative, None)


def _noun(tokens: Sequence[Token], k: int) -> bool:
    """ "to shareholders": a plural with nothing after it that a verb would have."""
    word = tokens[k].word
    plural = word.endswith(("s", "ing")) and not word.endswith(("ss", "us"))
    return plural or word in NOUNS or word in NEVER_VERBS


def _bare(tokens: Sequence[Token], taken: set[int]) -> Iterator[Verb]:
    for k, token in enumerate(tokens):
        if k in taken or token.kind is not Class.WORD or token.word in NOUNS:
            continue
        if _past(token.word) and _after_noun(tokens, k, taken):
            yield Verb(k, k, _particle(tokens, k), _past_voice(tokens, k, taken), True, None, None)
        elif token.word.endswith("ing") and len(token.word) > 4 and _gerund(tokens, k, taken):
            yield Verb(k, k, _particle(tokens, k), Voice.ACTIVE, False, None, None)
        elif _present(tokens, k, taken):
            yield Verb(k, k, _particle(tokens, k), Voice.ACTIVE, True, None, None)


def _past(word: str) -> bool:
    return word in IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in NOUNS) or (
        word in PASSIVES
    )  # fmt: skip


def _after_noun(tokens: Sequence[Token], k: int, taken: set[int]) -> bool:
    """Whether a past form stands where a verb can: after its subject, "and" or a mark, not between
    a determiner and a noun."""
    before = tokens[k - 1] if k else None
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    adjective = after is not None and after.kind is Class.WORD and not after.word.endswith("ly")
    if before is None:
        return not adjective
    at = k - 1
    while at > 0 and tokens[at].kind is Class.ADVERB:
        at -= 1
    if tokens[at].kind in (Class.CONJUNCTION, Class.MARK):
        return not adjective or any(t < k for t in taken)
    if tokens[at].kind is Class.NUMBER and adjective:
        return False  # "200 kidnapped children"
    return tokens[at].kind in NOMINAL and (at not in taken or _past(tokens[k].word) is False)


def _past_voice(tokens: Sequence[Token], k: int, taken: set[int]) -> Voice:
    """Passive where another verb of the clause is its finite one ("the man arrested on Monday was
    charged", "had a cyst removed"), or where nothing but "by" or a place follows a word that is
    used so."""
    after = tokens[k + 1].word if k + 1 < len(tokens) else ""
    kind = tokens[k + 1].kind if k + 1 < len(tokens) else Class.MARK
    goes_on = kind in (Class.DETERMINER, Class.NAME, Class.NUMBER, Class.PRONOUN, Class.WORD)
    if kind is Class.WORD and tokens[k].word in PASSIVES and _other_verb(tokens, k, taken):
        return Voice.PASSIVE  # "a man held captive has …"
    if goes_on or kind is Class.RELATIVE or tokens[k].word in ONLY_PAST:
        return Voice.ACTIVE
    if after == "by" or _other_verb(tokens, k, taken):
        return Voice.PASSIVE
    closed = after in AFTER_PASSIVE or kind in (Class.MARK, Class.DATE, Class.CONJUNCTION)
    return Voice.PASSIVE if tokens[k].word in PASSIVES and closed else Voice.ACTIVE


def _other_verb(tokens: Sequence[Token], k: int, taken: set[int]) -> bool:
    """Whether the clause around has a verb already: no mark, "and" or "that" lies between."""
    stops = (Class.MARK, Class.CONJUNCTION, Class.SUBORDINATOR, Class.RELATIVE)
    for step in (1, -1):
        at = k + step
        while 0 <= at < len(tokens) and tokens[at].kind not in stops:
            if at in taken and tokens[at].kind in AUXILIARY:
                return True
            at += step
    return False


def _gerund(tokens: Sequence[Token], k: int, taken: set[int]) -> bool:
    before = tokens[k - 1] if k else None
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    opens = before is None or before.kind in (Class.PREPOSITION, Class.MARK, Class.CONJUNCTION)
    opens = opens or k - 1 in taken or before.kind is Class.NAME  # type: ignore[union-attr]
    return bool(opens and after is not None and (after.kind in BEGINS or after.word == "to"))


def _present(tokens: Sequence[Token], k: int, taken: set[int]) -> bool:
    """ "Corvane buys Ellory": a form in -s after a name or "he", with what a verb has after it."""
    word, before = tokens[k].word, tokens[k - 1] if k else None
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if not word.endswith("s") or word.endswith(NO_PRESENT) or before is None or k - 1 in taken:
        return False
    if before.kind is Class.RELATIVE or before.word in ("he", "she", "it"):
        return True
    if after is None or word.endswith(PLURALS):
        return False
    goes_on = after.kind in (Class.DETERMINER, Class.NAME, Class.PRONOUN) or after.word in (
        "to",
        "that",
    )
    if before.kind is Class.NAME:
        return goes_on or after.kind is Class.NUMBER
    return goes_on and _common(before) and not {word, word[:-1]} & ROLES


def _common(token: Token) -> bool:
    """A singular noun, which a plural one would hardly follow."""
    return token.kind is Class.WORD and not token.word.endswith(
        ("s", "ed", "al", "ic", "ing", "ive")
    )


def _particle(tokens: Sequence[Token], at: int) -> int:
    """Where the verb ends: behind its particle, if it has one."""
    if at + 1 >= len(tokens):
        return at + 1
    after = tokens[at + 1].word
    over = after == "over" and tokens[at].word.rstrip("s") in OVER
    return at + 2 if after in PARTICLES or over else at + 1
