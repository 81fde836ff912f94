"""Paragraphs in capitals, given back the case that the rest of the reader goes by.

In "ANA REYES SAID THE PORT WAS SHUT" every word looks like a part of a name. What is a name there
is told by the article's other paragraphs, else by given names, titles and the verb beside it; all
other words become small. One character stays one character, so that offsets hold.
"""

import re
from collections import Counter

from firsthand.reading import lexicon
from firsthand.reading.cues import SAYING
from firsthand.reading.given import GIVEN
from firsthand.reading.names import NOT_NAMES, STARTERS

PARAGRAPH = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
LEAST = 4  # words: fewer in capitals are a label or an acronym
HEAD = re.compile(r"[^a-z:\n]{2,60}:\s|[^a-z:\n–—-]{2,40}\s?[-–—]+\s")
"""A speaker's label or a dateline, which is in capitals everywhere."""
SENTENCE = re.compile(r"(?:^|\n\s*|[.!?:]\s+|[.!?:]?\s*[\"“„«‘'(\[]|[•*]\s*)$")
WORDS_TOO = frozenset(
    """
    will mark bill rob sue rose may art frank grace hope jack joy pat ray drew dean dawn daisy ruby
    gene guy lance jean june april don grant chase faith summer victor chuck chip iris olive ivy
    hazel heather violet amber holly miles earl duncan wade
    """.split()
)
"""Given names that are words of the language too."""
SMALL = STARTERS | frozenset(
    """
    is are was were be been has have had do does did not or nor than out up down off says said
    say told tells will would can could may might must shall should which that whose him them us
    """.split()
)
TITLES = lexicon.TITLES - {"first", "then", "former", "retired", "private", "democratic", "vice"}
DAYS = NOT_NAMES - {"may", "march", "mr", "mrs", "dr", "ms", "i", "ii", "iii", "ok"}
ALWAYS = frozenset("i ii iii un eu uk nato fbi cia tv gmt est edt pm am".split())


def cased(text: str) -> str:
    """The text with its paragraphs in capitals as they would be written in small letters."""
    lines = [m.span() for m in PARAGRAPH.finditer(text)]
    loud = [line for line in lines if _is_loud(text[line[0] : line[1]])]
    if not loud:
        return text
    forms = _forms(text, set(lines) - set(loud))
    names = {w for line in loud for w in _names(text[line[0] : line[1]], forms)}
    parts, at = [], 0
    for start, end in loud:
        parts += [text[at:start], _paragraph(text[start:end], names, forms)]
        at = end
    return "".join([*parts, text[at:]])


def _is_loud(paragraph: str) -> bool:
    return paragraph.isupper() and len(WORD.findall(paragraph)) >= LEAST


def _forms(text: str, lines: set[tuple[int, int]]) -> dict[str, bool]:
    """Of each word of these lines whether it mostly has a capital, first words aside."""
    seen: Counter[str] = Counter()
    for start, end in lines:
        for m in WORD.finditer(text, start, end):
            if not _is_first(text, m.start()):
                seen[m.group().casefold()] += 1 if m.group()[0].isupper() else -1
    return {word: count > 0 for word, count in seen.items()}


def _is_first(text: str, at: int) -> bool:
    return bool(SENTENCE.search(text[max(0, at - 4) : at]))


def _names(paragraph: str, forms: dict[str, bool]) -> set[str]:
    """The words of a paragraph in capitals that are parts of people's names."""
    words = list(WORD.finditer(paragraph))
    low = [m.group().casefold() for m in words]
    found: set[str] = set()
    named = False
    for i, word in enumerate(low):
        near = i > 0 and paragraph[words[i - 1].end() : words[i].start()] in (" ", ". ")
        before = low[i - 1] if near else ""
        after = low[i + 1] if i + 1 < len(low) else ""
        titled = before in TITLES and (word in GIVEN or not _verb(word))
        given = word in GIVEN and word not in WORDS_TOO
        surname = named and near and not _verb(word)
        says = bool(SAYING.fullmatch(after) or SAYING.fullmatch(before))
        alone = not near or SAYING.fullmatch(before) is not None
        named = (
            word not in SMALL
            and forms.get(word, True)
            and (titled or given or surname or (says and alone and not _common(word)))
        )
        if named:
            found.add(word)
    return found


def _verb(word: str) -> bool:
    return word in SMALL or word in DAYS or _common(word) or SAYING.fullmatch(word) is not None


def _common(word: str) -> bool:
    """Whether the lexicon has the word as one that is no name."""
    stem = word.removesuffix("s")
    known = lexicon.ROLES | lexicon.ORGANISATION_WORDS | lexicon.PLURAL_PEOPLE | lexicon.TITLES
    return word in known or stem in known or word in SMALL or bool(SAYING.fullmatch(word))


def _paragraph(paragraph: str, names: set[str], forms: dict[str, bool]) -> str:
    head = HEAD.match(paragraph)
    start = head.end() if head else 0

    def word(m: re.Match[str]) -> str:
        return _word(m, names, forms)

    rest = WORD.sub(word, paragraph[start:])
    return paragraph[:start] + rest


def _word(m: re.Match[str], names: set[str], forms: dict[str, bool]) -> str:
    word, low = m.group(), m.group().casefold()
    bare = re.sub(r"[’'].*", "", low)
    if bare in ALWAYS:
        return word[: len(bare)] + _small(word[len(bare) :])
    if len(word) == 1 and m.string[m.end() : m.end() + 1] == ".":
        return word
    if (
        _is_first(m.string, m.start())
        or bare in names
        or bare in DAYS
        or forms.get(low, forms.get(bare, False))
    ):
        return word[0] + _small(word[1:])
    return _small(word)


def _small(word: str) -> str:
    """In small letters, but those that would become two characters."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
