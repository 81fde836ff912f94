"""Places: names that stand where a place stands, and nouns such as "the port".

A preposition shows a place better than a list does: "in Kessary" is one, whether anybody has heard
of it or not. After "to", "from" and "at" a name is one when the article has it as a place
elsewhere, or it is a country's or one of the cities after which time zones are named (CLDR, by way
of Babel).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.linking.events.phrases import Phrase
from firsthand.linking.events.tokens import Class, Token
from firsthand.model.event import Place
from firsthand.model.reading import SourceKind
from firsthand.reading.lexicon import ORGANISATION_WORDS, PLACE_WORDS
from firsthand.reading.names import Name, Names

SHOWS = frozenset("in near across throughout inside outside around within".split())
MAY_SHOW = frozenset(
    "at from to into onto on toward towards between through over off of via beyond".split()
)
HELD_IN = frozenset(
    """
    stake stakes share shares interest interests confidence faith trust belief believe believes
    believed invest invests invested investing investment investors role part partner dressed
    """.split()
)
"""Before "in" these make what follows a company, a person or a thing: "a stake in Corvane"."""
NOUNS = PLACE_WORDS | frozenset(
    """
    port prison jail hospital school warehouse home house flat apartment office church mosque
    court factory mine farm forest field garden restaurant bar shop store camp base
    garage car train ship plane cemetery zoo museum library courthouse building capital
    neighbourhood neighborhood suburb district pier mole shed harbour cafe club university
    college clinic studio headquarters embassy
    """.split()
)
"""Heads of descriptions of places; after a preposition only."""
FAR = frozenset("far away miles kilometres kilometers km".split())
""" "not far from Kessary"."""
NOUNS_AFTER = SHOWS | frozenset("at to into on".split())
SIDES = frozenset("north south east west outskirts coast shores border centre center".split())
ALIASES = {
    "u.s.": "United States", "us": "United States", "usa": "United States",
    "u.s.a.": "United States", "america": "United States", "the united states": "United States",
    "uk": "United Kingdom", "u.k.": "United Kingdom", "britain": "United Kingdom",
    "great britain": "United Kingdom", "czech republic": "Czechia", "turkey": "Türkiye",
    "burma": "Myanmar (Burma)", "ivory coast": "Côte d’Ivoire", "hong kong": "Hong Kong SAR China",
    "england": "England", "scotland": "Scotland", "wales": "Wales", "gaza": "Gaza",
}  # fmt: skip
"""What English calls a country otherwise than CLDR, and countries that are parts of one."""


@lru_cache(maxsize=1)
def gazetteer() -> dict[str, str]:
    """A name, case-folded → the name by which it is kept."""
    from babel import Locale
    from babel.core import get_global

    countries = [n for code, n in Locale("en").territories.items() if len(code) == 2]
    not_places = {"United Nations", "European Union", "Eurozone", "Unknown Region"}
    zones = (zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories"))
    known = {name.casefold(): name for name in zones}
    return known | {n.casefold(): n for n in countries if n not in not_places} | ALIASES


@dataclass(frozen=True, slots=True)
class Known:
    """The names that stand as places somewhere in an article."""

    names: frozenset[str]


def known_places(text: str, names: Names) -> Known:
    """Those after "in" and the like, anywhere in the text; a name that stands as somebody's is
    none."""
    shown = set()
    for name in names.found:
        before = text[max(0, name.span[0] - 40) : name.span[0]].casefold().split()
        lead = before[-1] if before else ""
        held = len(before) > 1 and before[-2] in HELD_IN
        if lead in SHOWS and not held and may_be(name):
            shown.add(name.words)
    return Known(frozenset(shown))


def may_be(name: Name) -> bool:
    last = name.words.split()[-1].casefold()
    if (
        name.kind is SourceKind.OUTLET
        or name.person
        or (
            last
            in ORGANISATION_WORDS
            - NOUNS
            - {"state", "city", "county", "republic", "kingdom", "states"}
        )
    ):
        return False
    return not (name.kind is SourceKind.PERSON and name.gender)


def places(
    tokens: Sequence[Token], phrases: Sequence[Phrase], names: Sequence[Name], known: Known
) -> Iterator[Place]:
    """In reading order."""
    by_span = {n.span: n for n in names}
    found: list[Place] = []
    for phrase in phrases:
        lead = _lead(tokens, phrase)
        head = tokens[phrase.head]
        name = by_span.get(head.span) if head.kind is Class.NAME else None
        if name and _is_place(tokens, phrase, name, lead, known, found):
            found.append(Place(head.span, kept(name.words)))
        elif name is None and lead in NOUNS_AFTER and head.word in NOUNS:
            found.append(Place(phrase.span, _described(tokens, phrase)))
        for k in range(phrase.head + 1, phrase.last):
            inner = by_span.get(tokens[k].span)
            side = head.word in SIDES | NOUNS and tokens[phrase.head + 1].word == "of"
            adjective = k + 1 < phrase.last and tokens[k + 1].kind is Class.WORD
            if inner and may_be(inner) and not adjective and (side or _listed(inner.words, known)):
                found.append(Place(inner.span, kept(inner.words)))
    yield from found


def _lead(tokens: Sequence[Token], phrase: Phrase) -> str:
    before = tokens[phrase.first - 1] if phrase.first else None
    if before and before.word in ("and", "or") and phrase.first > 2:
        return tokens[phrase.first - 3].word if phrase.joined else ""
    return before.word if before and before.kind is Class.PREPOSITION else ""


def _is_place(
    tokens: Sequence[Token],
    phrase: Phrase,
    name: Name,
    lead: str,
    known: Known,
    found: Sequence[Place],
) -> bool:
    if not may_be(name):
        return False
    before = tokens[phrase.first - 2].word if phrase.first > 1 else ""
    if lead in SHOWS:
        return before not in HELD_IN
    if lead in MAY_SHOW:
        if before in FAR:
            return True
        kinds = (PLACE_WORDS | {"camp"}) & {w.casefold() for w in name.words.split()}
        return _listed(name.words, known) or (lead != "of" and bool(kinds))
    comma = phrase.first > 1 and tokens[phrase.first - 1].word == ","
    after_place = bool(found) and comma and found[-1].span[1] == tokens[phrase.first - 2].span[1]
    return after_place and (_listed(name.words, known) or len(name.words.split()) < 3)


def _listed(name: str, known: Known) -> bool:
    return name in known.names or name.casefold() in gazetteer()


def kept(name: str) -> str:
    """The name by which a place is kept: a country's in one form."""
    bare = name.removeprefix("The ").removeprefix("the ")
    return ALIASES.get(bare.casefold(), bare)


def _described(tokens: Sequence[Token], phrase: Phrase) -> str:
    first = phrase.first + (tokens[phrase.first].kind is Class.DETERMINER)
    return " ".join(t.word for t in tokens[first : phrase.last]).replace(" 's", "'s")


def spans(found: Collection[Place]) -> frozenset[tuple[int, int]]:
    return frozenset(p.span for p in found)
