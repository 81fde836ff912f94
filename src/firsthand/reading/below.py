"""Who is named further down: the only holder of a title, the outlet that a report is from."""

import re

from firsthand.model.reading import SourceKind
from firsthand.reading import lexicon
from firsthand.reading.definite import PLAIN, Known, Role
from firsthand.reading.kinds import ARTICLE
from firsthand.reading.names import Name

HELD = lexicon.TITLES - frozenset(
    "first republican democrat democratic private agent officer detective".split()
)
"""Titles that one at a time holds."""
LESSER = frozenset("deputy vice former ex acting then retired assistant".split())
BINDING = frozenset("of for at in from with on to who whose that which".split())
LEAD = 900  # code points
TOLD = re.compile(
    r"\b(?:told|tells|according to|reports|reported by|spoke to|by)\s(?:the\s)?$", re.I
)
REPORTS = re.compile(
    r"[’']s?\sreport\b|,?\s(?:which\s|\w+ly\s|has\s|first\s)*(?:reports?|reported|said|says|claims?|claimed"
    r"|created|published|wrote|writes|cited|citing|learned|obtained|quoted|added)\b"
)


def named_later(role: Role, known: Known) -> Name | None:
    """ "Velmara’s attorney general said", and further on "Attorney General Lena Hale": the only one
    in the article who has the title, and no deputy or former one."""
    ranks = role.words & lexicon.ROLES | role.words & lexicon.TITLES
    personal = re.match(r"(?:his|her|their|its|this)\s", role.parsed.words.casefold())
    if role.parsed.plural or role.head not in HELD or role.words & BINDING or personal:
        return None
    titles = {role.head} | ranks
    held = [
        n
        for n in known.names.found
        if n.person and titles <= n.roles and n.roles & LESSER == titles & LESSER
    ]
    last = {n.words.split()[-1] for n in held}
    before = {n.words.split()[-1] for n in known.names.before(role.position)}
    return held[0] if len(last) == 1 and not last & before else None


def outlet_below(role: Role, known: Known) -> Name | None:
    """ "The newspaper said", and below it "a source told the Lantern"."""
    plain = role.words <= PLAIN
    if role.head in lexicon.GENERIC_OUTLET and plain:
        return reporter(known, role.position)
    return None


def reporter(known: Known, position: int) -> Name | None:
    """The outlet below a place near the beginning that reports or was told something.

    None where another outlet stands before the place, or next after it.
    """

    def is_outlet(n: Name) -> bool:
        bare = ARTICLE.sub("", n.words).casefold()
        return (n.kind is SourceKind.OUTLET or bare in known.outlets) and (
            bare not in lexicon.PLATFORMS
        )

    outlets = [n for n in known.names.found if is_outlet(n)]
    if position > LEAD or any(n.span[1] <= position for n in outlets):
        return None
    first = next((n for n in outlets if n.span[0] < position + LEAD), None)
    if first is None:
        return None
    told = TOLD.search(known.text, max(0, first.span[0] - 30), first.span[0])
    reports = REPORTS.match(known.text, first.span[1])
    return first if told or reports else None
