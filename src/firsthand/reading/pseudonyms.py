"""Names that the article itself says are not real ones. They are never joined to another name."""

from dataclasses import dataclass

from firsthand.model.span import Span
from firsthand.reading.screen import Screened

# bounded on both sides: a pattern that begins with it must not try every part of a very long word
NAME = r"(?<![\w’'-])[“\"‘']?(?P<name>[A-Z][\w’'-]{0,60}(?:[ \u00a0][A-Z][\w’'-]*\.?){0,3})[,.]?[”\"’']?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """`words` finds the pseudonym as the group `name`; `example` must be found by it."""

    words: str
    example: str
    name: str


PATTERNS = (
    Pattern(
        rf"(?:(?:using|under|by|gave|given|chose|uses|used) (?:the|a) (?:pseudonym|alias|false name|assumed name|nom de guerre)(?: of)?:?,? ){NAME}",
        "a guard, using the pseudonym Tarek, said",
        "Tarek",
    ),
    Pattern(
        rf"{NAME},? ?\(?,? ?(?:not (?:his|her|their) real name|whose (?:real )?name (?:has been|was) changed|a pseudonym|\((?:a pseudonym|name changed)\))",
        "Marit Oss, not her real name, told us",
        "Marit Oss",
    ),
    Pattern(
        rf"(?:asked|wished|wanted|preferred|agreed|insisted|chose|asks|wants) (?:only )?to be (?:called|known as|identified (?:only )?as|referred to as|named as) (?:only )?{NAME}",
        "He asked to be called Wren.",
        "Wren",
    ),
    Pattern(
        rf"(?:who )?(?:goes|went|going) (?:only )?by (?:the (?:name|alias|nickname|pseudonym|nom de guerre)(?: of)? )?{NAME}",
        "a fighter who goes by Abu Sel",
        "Abu Sel",
    ),
    Pattern(
        rf"(?:identified|identifies|identifying|known|named|gave (?:his|her|their) name) (?:himself |herself |themselves |only |to \w+ )*(?:only )?as (?:only )?{NAME}(?= (?:to|for) (?:protect|fear|safety|his|her|their)|, (?:to protect|for fear|out of fear|because|a pseudonym))",
        "identified only as Pavel to protect his family",
        "Pavel",
    ),
    Pattern(
        rf"(?:gave|gives|give|giving) (?:his|her|their) name (?:only )?as {NAME}",
        "the magazine gave his name only as Davin",
        "Davin",
    ),
    Pattern(
        rf"(?:calls?|calling|called) (?:(?:him|her|them) )?{NAME},? (?:for (?:his|her|their) (?:own )?(?:safety|protection)|to protect|to keep|because)",
        "The magazine calls him Davin for his safety",
        "Davin",
    ),
    Pattern(
        rf"(?:we|whom we|magazine|paper|newspaper|site) (?:are|is|will|have)? ?(?:calls?|calling|called|agreed to call) (?:him |her |them )?{NAME}",
        "a clerk whom we will call Ida",
        "Ida",
    ),
    Pattern(
        rf"(?:whom|who) the (?:magazine|paper|newspaper|site|broadcaster|outlet|weekly) (?:calls?|called|is calling|names|named|identifies as|identified as) {NAME}",
        "a guard whom the magazine calls Osk",
        "Osk",
    ),
    Pattern(
        rf"(?:man|woman|militant|militants|men|hacker|user|fighter|jihadist|guard|source|person|soldier) (?:known|nicknamed|dubbed) (?:only )?(?:as )?[“\"‘]{NAME}",
        "the man known as “Wolf” said",
        "Wolf",
    ),
)
_SCREENED = tuple(Screened(p.words) for p in PATTERNS)


def pseudonyms(text: str) -> dict[str, Span]:
    """Each pseudonym of the text with the words that say that it is one."""
    found: dict[str, Span] = {}
    small = text.lower()
    for pattern in _SCREENED:
        for match in pattern.finditer(text, small):
            found.setdefault(match.group("name").rstrip(".,"), match.span())
    return found
