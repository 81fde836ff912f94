"""Text to comparable words: sentences, stems, numbers. English only; no dictionary of synonyms."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.model.span import Span
from firsthand.reading.segments import paragraphs

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*")

STOP = frozenset(
    """a an the this that these those and or but nor so yet if then than as at by for from in into
    of off on onto out over to up with without within about after again against all also am
    any are aren't be because been before being below between both can can't is was were
    cannot could couldn't did didn't do does doesn't doing don't down during each few
    further had hadn't has hasn't have haven't having he her here hers herself him himself
    his how i it its itself just me more most my myself no not now once only other our ours
    own same she should shouldn't some such their theirs them themselves there they through
    too under until upon very was wasn't we were weren't what when where which while who
    whom whose why will won't would wouldn't you your yours s t re ve ll d m mr mrs ms dr
    said says say told tell tells saying according report reports reported reporting
    reportedly claim claims claimed one two new may might must shall even still like however
    meanwhile us""".split()
)

SUFFIXES = tuple(
    """ations ation ingly ments ment ness ings ing ions ion ies ied ists ist ees ee ers er ors or
    ian ed es ly al s e y i""".split()
)
"""Longest first."""

VERBS = """
    hold: held; take: took taken; make: made; tear: tore torn; break: broke broken;
    fall: fell fallen; find: found; sell: sold; buy: bought; leave: left; lose: lost; win: won;
    shoot: shot; keep: kept; give: gave given; get: got gotten; send: sent; build: built;
    catch: caught; steal: stole stolen; strike: struck; fight: fought; fly: flew flown;
    write: wrote written; begin: began begun; bring: brought; think: thought; spend: spent;
    hide: hid hidden; run: ran; see: saw seen; drive: drove driven; bite: bit bitten;
    eat: ate eaten; blow: blew blown; sink: sank sunk; beat: beaten; meet: met; lead: led;
    feed: fed; pay: paid; sleep: slept; wake: woke woken; choose: chose chosen;
    freeze: froze frozen; speak: spoke spoken; throw: threw thrown; grow: grew grown;
    know: knew known; draw: drew drawn; wear: wore worn; ride: rode ridden; rise: rose risen;
    hang: hung; stick: stuck; dig: dug; sit: sat; stand: stood; deal: dealt; burn: burnt;
    lend: lent; go: went gone; come: came; die: died dies dying; lie: lay lain; swim: swam swum;
    sing: sang sung; forget: forgot forgotten; close: closure closures; seize: seizure seizures;
    shake: shook shaken
"""
IRREGULAR = {
    form: base.strip()
    for base, forms in (entry.split(":") for entry in VERBS.split(";"))
    for form in forms.split()
}
"""Irregular forms by their verb."""

_NUMBERS = """
    zero 0  two 2  three 3  four 4  five 5  six 6  seven 7  eight 8  nine 9  ten 10  eleven 11
    twelve 12  dozen 12  thirteen 13  fourteen 14  fifteen 15  sixteen 16  seventeen 17
    eighteen 18  nineteen 19  twenty 20  thirty 30  forty 40  fifty 50  sixty 60  seventy 70
    eighty 80  ninety 90  hundred 100  thousand 1000  million 1000000  m 1000000
    billion 1000000000  bn 1000000000
""".split()
NUMBERS = dict(zip(_NUMBERS[::2], _NUMBERS[1::2], strict=True))
"""Numbers in words, and the scales by which figures are multiplied, in digits."""

ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Lt|Capt|Sgt|Maj|Adm|Sen|Rep|Gov|St|Jr|Sr|Co|Corp|Inc|Ltd|No|vs|v|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|etc)|\b[A-Z](?:\.[A-Z])*)\.$"
)
STOP_MARK = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9\"“‘—–-])")


BLANK = re.compile(r"\s*")
NEAR = re.compile(r"(?:\b(?:as|so|too|very|how|that)\sclose\b|\bclose\s(?:as|to|by)\b)")


@dataclass(frozen=True, slots=True)
class Word:
    stem: str
    span: Span


def sentences(text: str) -> list[Span]:
    """Sentences, none across a line break, in reading order. A headline is a sentence."""
    found = []
    for start, end in paragraphs(text):
        opened = start
        for mark in STOP_MARK.finditer(text, start, end):
            if ABBREVIATION.search(text, max(opened, mark.end() - 12), mark.end()):
                continue
            found.append((opened, mark.end()))
            blank = BLANK.match(text, mark.end(), end)
            opened = blank.end() if blank else mark.end()
        if opened < end:
            found.append((opened, end))
    return found


def words(text: str, span: Span | None = None) -> Iterator[Word]:
    """Content words and numbers, stemmed; the words that say nothing of the matter are left out."""
    start, end = span or (0, len(text))
    for match in TOKEN.finditer(text, start, end):
        word = match.group().casefold().replace("’", "'")
        if word == "close" and NEAR.search(text, max(start, match.start() - 5), match.end() + 4):
            word = "near"  # "as close as I am to you" closes nothing
        if word not in STOP:
            yield Word(stem(word), match.span())


def stems(
    text: str, span: Span | None = None, *, among: frozenset[str] | None = None
) -> frozenset[str]:
    """The stems that `words` gives (None: all of them, else those among these), at twice the
    speed, since their places aren't asked for."""
    start, end = span or (0, len(text))
    said = map(_content, TOKEN.findall(text, start, end))
    found = frozenset(said) if among is None else (among | CLOSE).intersection(said)
    if found & CLOSE:  # or near, which its place decides
        found = frozenset(w.stem for w in words(text, span))
    return found - {""} if among is None else found & among


@lru_cache(maxsize=200_000)
def _content(token: str) -> str:
    """A token's stem; empty for a word that says nothing of the matter."""
    word = token.casefold().replace("’", "'")
    return "" if word in STOP else stem(word)


def holding(span: Span, sorted_spans: Sequence[Span]) -> bool:
    """Whether one of these spans, in order and none inside another, overlaps this one."""
    after = bisect_left(sorted_spans, span[1], key=lambda s: s[0])
    return after > 0 and sorted_spans[after - 1][1] > span[0]


def plain(text: str, span: Span | None = None) -> Iterator[tuple[str, Span]]:
    """All words, case-folded and no more: for comparing texts letter by letter."""
    start, end = span or (0, len(text))
    for match in TOKEN.finditer(text, start, end):
        yield _plain(match.group()), match.span()


def plain_words(text: str) -> list[str]:
    """The words that `plain` gives, without their places; but in capitals JAMES’S is two here."""
    return TOKEN.findall(text.casefold().replace("’", "'"))


@lru_cache(maxsize=200_000)
def _plain(token: str) -> str:
    return token.casefold().replace("’", "'")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A crude stem: an irregular verb's base, else one suffix off so that four letters are left
    (three before a plural s). Numbers in words become digits."""
    if word in NUMBERS:
        return NUMBERS[word]
    word = IRREGULAR.get(word, word)
    if word[0].isdigit():
        return word.replace(",", "")
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= (3 if suffix == "s" else 4):
            word = word[: -len(suffix)]
            break
    if len(word) > 4 and word[-1] == word[-2]:
        return word[:-1]
    return word


CLOSE = frozenset({stem("close")})
