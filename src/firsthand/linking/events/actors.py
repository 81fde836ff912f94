"""Who takes part: names, and descriptions of people and bodies.

A pronoun is somebody where the reading says of whom it is a mention, and nobody otherwise. The
reading's sources lend their names and their naming: a pseudonym stays one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from firsthand.linking.events.phrases import Phrase
from firsthand.linking.events.places import NOUNS, Known
from firsthand.linking.events.tokens import Class, Token
from firsthand.model.event import Actor, Part
from firsthand.model.reading import Naming, Source
from firsthand.model.span import Span
from firsthand.reading.lexicon import DOCUMENT_WORDS, ORGANISATION_WORDS, PLURAL_PEOPLE, ROLES
from firsthand.reading.names import Names

PEOPLE = (ROLES | ORGANISATION_WORDS | PLURAL_PEOPLE) - frozenset(
    """
    some many several most few both all those media public press service state office app
    line works head national power water steel energy oil gas rail capital archive
    conference campaign movement centre center user
    """.split()
) | frozenset(
    """
    guards child children baby infant toddler daughters sons kids crowd protester protesters
    gunman gunmen suspect suspects shooter civilian civilians hacker hackers thief thieves terrorist
    terrorists jihadist jihadists extremist extremists bride groom widow tourist tourists migrant
    migrants refugee refugees sailor sailors fisherman fishermen policeman policemen policewoman
    """.split()
)
"""Heads of a description of people or of a body."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """A reading's sources by where they are spoken of: by place, and by where a place ends, with
    its start. `pseudonyms` are the words of each."""

    at: Mapping[Span, Source]
    ending: Mapping[int, Sequence[tuple[int, Source]]]
    pseudonyms: tuple[frozenset[str], ...]


def mentions(sources: Sequence[Source]) -> Mentions:
    ending: dict[int, list[tuple[int, Source]]] = {}
    for source in sources:
        for start, end in source.mentions:
            ending.setdefault(end, []).append((start, source))
    return Mentions(
        {m: s for s in sources for m in s.mentions},
        ending,
        tuple(
            frozenset(s.name.casefold().split()) for s in sources if s.naming is Naming.PSEUDONYM
        ),
    )


def name_of(
    phrase: Phrase, tokens: Sequence[Token], text: str, names: Names, sources: Mentions
) -> tuple[str | None, Naming | None]:
    """What a phrase calls somebody or something (None: an unexplained pronoun), and how (None: a
    thing)."""
    head = tokens[phrase.head]
    source = sources.at.get(phrase.span) or sources.at.get(head.span)
    source = source or _covering(head.span, phrase.span, sources)
    if source:
        return source.name, source.naming
    if head.kind is Class.NAME and _pseudonym(head.word, sources):
        return head.word, Naming.PSEUDONYM  # where the reader marked no mention, too
    if head.kind is Class.NAME:
        return _full(head, names), Naming.NAMED
    if head.kind in (Class.PRONOUN, Class.RELATIVE, Class.DETERMINER):
        return None, None
    words = _words(phrase, tokens, text)
    people = head.word in PEOPLE or head.word.rstrip("s") in PEOPLE
    if head.kind is Class.WORD and people and words != "person" and head.word not in DOCUMENT_WORDS:
        return words, Naming.UNNAMED
    return words, None


def _pseudonym(word: str, sources: Mentions) -> bool:
    words = set(word.casefold().split())
    return any(words <= name for name in sources.pseudonyms)


def _full(head: Token, names: Names) -> str:
    """The fullest form of a name in the article; the name itself where there are two, or where
    nothing shows that the longer one is a person's and it is the rarer."""
    words = head.word
    full = names.fullest(words, head.span[0])
    if full == words:
        return full
    longer = {n.words for n in names.found if n.words != words and words in n.words.split()}
    others = [o for o in longer if o not in full and full not in o]
    count = [n.words for n in names.found].count
    person = any(n.person for n in names.found if n.words == full)
    return words if others or not (person or count(full) >= count(words)) else full


def _covering(head: Span, phrase: Span, sources: Mentions) -> Source | None:
    """The source whose mention ends with this head, inside this phrase or around it."""
    for start, source in sources.ending.get(head[1], ()):
        if start <= head[0] and phrase[0] - 5 <= start:
            return source
    return None


def _a_thing(first: Token) -> bool:
    """ "a new Gullwing", "their Gullwings": something that is called so."""
    return first.word in ("a", "an", "their", "his", "her", "its", "our", "my", "this", "these")


def _words(phrase: Phrase, tokens: Sequence[Token], text: str) -> str:
    """Without its leading article."""
    first = phrase.first
    while first < phrase.head and tokens[first].word in ("the", "a", "an"):
        first += 1
    said = " ".join(text[tokens[first].span[0] : tokens[phrase.last - 1].span[1]].split())
    return said.translate(str.maketrans("", "", '"“”'))


def actors(
    phrases: Sequence[Phrase],
    tokens: Sequence[Token],
    text: str,
    names: Names,
    sources: Mentions,
    *,
    doers: Collection[Phrase],
    objects: Collection[Phrase],
    places: Collection[Span],
    known: Known,
) -> list[Actor]:
    """`places` are none, nor is a name that is a place elsewhere, unless they do something."""
    found: list[Actor] = []
    last = Part.NAMED
    for phrase in phrases:
        name, naming = name_of(phrase, tokens, text, names, sources)
        part = Part.DOER if phrase in doers else Part.RECEIVER if phrase in objects else Part.NAMED
        if phrase.joined and part is Part.NAMED:
            part = last
        last = part
        head = tokens[phrase.head]
        somewhere = head.span in places or phrase.span in places or head.word in known.names
        compound = text[head.span[1] : head.span[1] + 1] == "-"  # "U.S.-run"
        if name is None or naming is None or compound or (somewhere and part is Part.NAMED):
            continue
        if head.kind is Class.NAME and naming is Naming.NAMED and _a_thing(tokens[phrase.first]):
            continue
        thing = {head.word, head.word.removesuffix("s")} & NOUNS
        if naming is Naming.UNNAMED and thing and part is not Part.DOER:
            continue  # "closed the port": no harbour authority
        span = head.span if head.kind is Class.NAME else phrase.span
        found.append(Actor(span, name, part, naming))
    return found
