"""The words of a sentence with what closed classes say of them: names, determiners, prepositions,
auxiliaries. The rest are open words; verbs.py says which of these are verbs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from firsthand.linking.worded import LIKE_A_VERB
from firsthand.linking.words import NUMBERS
from firsthand.model.span import Span, overlap
from firsthand.reading.lexicon import PRONOUNS

TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*\w*(?:-\w+)*|\[[\w-]+\]|[^\W\d_](?:[\w.](?=\w)|[\w])*(?:[’'](?!s\b)\w+|-\w+)*|[’']s\b|[^\w\s]"
)


class Class(StrEnum):
    NAME = "name"
    DETERMINER = "determiner"
    NUMBER = "number"
    PREPOSITION = "preposition"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    BE = "be"
    HAVE = "have"
    MODAL = "modal"
    NOT = "not"
    ADVERB = "adverb"
    POSSESSIVE = "possessive"
    DATE = "date"
    MARK = "mark"
    WORD = "word"


WORDS = {
    Class.DETERMINER: """
        a an the this these those his her its their our my your some any every each both all
        another no several many few most more whose other
        """,
    Class.PREPOSITION: """
        of in on at by for from with into onto over under about against among around across
        behind beyond near inside outside through throughout toward towards upon within without
        between despite during like than as per via after before since until off to
        """,
    Class.PRONOUN: "he she it they him them i we us you me himself herself itself themselves there",
    Class.RELATIVE: "who which whom",
    Class.CONJUNCTION: "and or but nor &",
    Class.SUBORDINATOR: """
        that if whether because while when where although though unless so why how what
        """,
    Class.BE: "is are was were be been being am isn't aren't wasn't weren't ain't",
    Class.HAVE: "has have had having hasn't haven't hadn't",
    Class.MODAL: """
        will would shall should can could may might must do does did cannot won't wouldn't
        shouldn't can't couldn't mightn't don't doesn't didn't
        """,
    Class.NOT: "not never",
    Class.ADVERB: """
        also per least just already still now then ever even again once soon yet almost nearly about
        only too very later earlier apparently allegedly here together alone instead first
        """,
}  # fmt: skip
SHORT = {"re": Class.BE, "m": Class.BE, "ve": Class.HAVE, "ll": Class.MODAL, "d": Class.MODAL}
""" "they're", "I'm": the pronoun is left out."""
_CLASSES = {word: kind for kind, words in WORDS.items() for word in words.split()}
_NOT_ADVERBS = frozenset(
    "family only early daily weekly ally bully supply reply fly apply july italy rally".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    span: Span
    word: str
    """Case-folded; the whole name for a name."""
    kind: Class

    @property
    def negative(self) -> bool:
        return self.kind is Class.NOT or self.word.endswith("n't") or self.word == "cannot"


def tokens(text: str, span: Span, *, names: Sequence[Span], dates: Sequence[Span]) -> list[Token]:
    """`names` and `dates` are places that are one token each."""
    whole = sorted(
        [(s, Class.DATE) for s in dates if overlap(s, span)]
        + [
            (s, Class.NAME)
            for s in names
            if overlap(s, span) and not any(overlap(s, d) for d in dates)
        ]
    )  # fmt: skip
    found: list[Token] = []
    at = span[0]
    for place, kind in whole:
        start, end = max(place[0], span[0]), min(place[1], span[1])
        if start < at:
            continue
        found += _plain(text, (at, start))
        found.append(Token((start, end), text[start:end], kind))
        at = end
    found += _plain(text, (at, span[1]))
    return [_is(found, k) or _relative(found, k) for k in range(len(found))]


def _is(tokens: Sequence[Token], k: int) -> Token | None:
    """ "he's" is two words, and the second is no possessive."""
    short = tokens[k].kind is Class.POSSESSIVE and k > 0
    pronoun = short and (
        tokens[k - 1].kind is Class.PRONOUN or tokens[k - 1].word in ("that", "who")
    )
    return replace(tokens[k], kind=Class.BE) if pronoun else None


def _relative(tokens: Sequence[Token], k: int) -> Token:
    """ "that" between a noun and its verb: "the family that owns it"."""
    token = tokens[k]
    if token.word != "that" or k == 0 or k + 1 == len(tokens):
        return token
    before, after = tokens[k - 1], tokens[k + 1]
    noun = before.kind in (Class.WORD, Class.NAME) and not LIKE_A_VERB.search(before.word)
    verb = after.kind in (Class.BE, Class.HAVE, Class.MODAL) or (
        after.kind is Class.WORD
        and (after.word.endswith("s") or bool(LIKE_A_VERB.search(after.word)))
    )
    return replace(token, kind=Class.RELATIVE) if noun and verb else token


def _plain(text: str, span: Span) -> Iterator[Token]:
    for m in TOKEN.finditer(text, *span):
        word = m.group().casefold().replace("’", "'")
        if word in '"“”‘':
            continue  # a quotation goes on in the words around it
        yield Token(m.span(), word, _class(word, m.group()))


def is_closed(word: str) -> bool:
    """Whether a word is of a closed class however it is written: "Is he …", not "IS"."""
    head, mark, _ = word.replace("’", "'").partition("'")
    if mark and head.split()[0].casefold() in _CLASSES:
        return True  # "You're", "It's Google" of a headline
    return word.casefold() in _CLASSES and not (word.isupper() and len(word) > 1)


def _class(word: str, said: str) -> Class:
    if word in ("'s", "'"):
        return Class.POSSESSIVE
    if said[0] == "[" and len(said) > 1:
        return Class.NAME  # a token of a redacted text
    if not said[0].isalnum():
        return Class.MARK if word != "&" else Class.CONJUNCTION
    if word in _CLASSES:
        return _CLASSES[word]
    if "-" in word:
        return Class.WORD
    if word[0].isdigit() or word in NUMBERS or word == "one":
        return Class.NUMBER
    if short := SHORT.get(word.rpartition("'")[2]) if "'" in word else None:
        return short
    if word in PRONOUNS:
        return Class.PRONOUN
    if word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS:
        return Class.ADVERB
    return Class.WORD
