"""Noun phrases: a name or a noun with what stands before it, "the head of the ministry" as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.linking.events.tokens import Class, Token
from firsthand.model.span import Span

INSIDE = frozenset({Class.DETERMINER, Class.NUMBER, Class.WORD, Class.NAME, Class.POSSESSIVE})
CLAUSAL = frozenset("before after since until as than".split())
"""Prepositions that a clause may follow: "after the ship sank"."""
ALONE = frozenset({Class.PRONOUN, Class.RELATIVE})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` up to `last`, not included. `head`: its last word before any "of". `free`: no
    preposition stands before it. `joined`: it follows "and" after another phrase."""

    first: int
    last: int
    head: int
    free: bool
    joined: bool
    span: Span

    def __contains__(self, at: object) -> bool:
        return isinstance(at, int) and self.first <= at < self.last


def phrases(tokens: Sequence[Token], verbs: frozenset[int]) -> list[Phrase]:
    """In reading order. `verbs` are the places of verbs, which no phrase holds."""
    found: list[Phrase] = []
    k = 0
    while k < len(tokens):
        if tokens[k].kind in ALONE and k not in verbs:
            found.append(_phrase(tokens, k, k + 1, k, found))
            k += 1
            continue
        end = _run(tokens, k, verbs)
        if end == k:
            k += 1
            continue
        head = end - 1
        while end + 1 < len(tokens) and tokens[end].word == "of":
            further = _run(tokens, end + 1, verbs)
            if further == end + 1:
                break
            end = further
        found.append(_phrase(tokens, k, end, head, found))
        k = end
    return found


def _run(tokens: Sequence[Token], k: int, verbs: frozenset[int]) -> int:
    """The end of a run of words that make one phrase; a determiner inside begins another."""
    end = k
    while (
        end < len(tokens)
        and end not in verbs
        and (tokens[end].kind in INSIDE or _modifies(tokens, end, k))
    ):
        inner = tokens[end].kind is Class.DETERMINER and end > k
        if inner and tokens[end - 1].kind is not Class.DETERMINER:
            break
        end += 1
    while end > k and tokens[end - 1].kind is Class.POSSESSIVE:
        end -= 1
    return end


def _modifies(tokens: Sequence[Token], at: int, first: int) -> bool:
    """ "its highly prized ship": an adverb inside."""
    word = at + 1 < len(tokens) and tokens[at + 1].kind is Class.WORD
    return word and at > first and tokens[at].kind is Class.ADVERB and tokens[at - 1].kind in (
        Class.DETERMINER, Class.POSSESSIVE,
    )  # fmt: skip


def _phrase(
    tokens: Sequence[Token], first: int, last: int, head: int, before: Sequence[Phrase]
) -> Phrase:
    joined = first > 1 and tokens[first - 1].word in ("and", "or", "&") and bool(before)
    joined = joined and before[-1].last == first - 1
    at = first - 1
    while at >= 0 and tokens[at].kind is Class.ADVERB:
        at -= 1
    governed = at >= 0 and tokens[at].kind is Class.PREPOSITION and tokens[at].word not in CLAUSAL
    free = before[-1].free if joined else not governed
    return Phrase(
        first, last, head, free, joined, (tokens[first].span[0], tokens[last - 1].span[1])
    )
