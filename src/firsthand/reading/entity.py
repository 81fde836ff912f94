"""A source while it is being put together, and when two names are one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from firsthand.model.reading import Naming, Source, SourceKind
from firsthand.model.span import Span
from firsthand.reading.kinds import ARTICLE, strip_article

THINGS = (SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.UNKNOWN)
COUNTRIES = ("US", "U.S.", "UK", "U.K.", "EU", "American", "British", "National")
"""Before a body's name and often no part of its acronym."""
LETTERS = re.compile(r"\w+")
NAME_WORD = re.compile(r"[^\W\d_][\w’'-]*")
POSSESSOR = re.compile(r"^(?:[Tt]he\s)?(?:[A-Z]\S*\s)?\S+[’']s?\s(?=[A-Z])")


@dataclass(slots=True)
class Entity:
    """A source while it is being put together."""

    name: str
    kind: SourceKind
    naming: Naming
    gender: str | None = None
    description: str | None = None
    heads: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    plural: bool = False

    def fits(self, gender: str) -> bool:
        """Whether a pronoun of this gender can mean it."""
        match gender:
            case "male" | "female":
                return (
                    self.kind in (SourceKind.PERSON, SourceKind.UNKNOWN)
                    and self.gender in (None, gender)
                    and not self.plural
                )
            case "thing":
                return self.kind in THINGS or (
                    self.kind is SourceKind.GROUP and self.naming is Naming.NAMED
                )
            case "plural":
                return self.kind is not SourceKind.DOCUMENT and (
                    self.plural or self.kind in (SourceKind.GROUP, SourceKind.ORGANISATION)
                )
        return False


def sources(entities: Sequence[Entity], used: Sequence[int]) -> tuple[list[Source], dict[int, str]]:
    """Records of the entities that are used, numbered as first used, and each entity's id."""
    ids: dict[int, str] = {}
    for index in used:
        ids.setdefault(index, f"s{len(ids) + 1}")
    records = [
        Source(
            id,
            strip_article(e.name) if e.naming is Naming.UNNAMED else e.name,
            e.kind,
            e.naming,
            e.description,
            tuple(sorted(set(e.mentions))),
        )
        for index, id in ids.items()
        for e in [entities[index]]
    ]
    return records, ids


def same(a: str, b: str) -> bool:
    return _letters(a) == _letters(b)


@lru_cache(maxsize=4096)  # an article asks for each pair of its names
def _letters(name: str) -> list[str]:
    return LETTERS.findall(ARTICLE.sub("", name).casefold())


def unowned(name: str) -> list[str]:
    """The words of a name without the possessor before it: "Velmara’s Interior Ministry"."""
    return [w.casefold() for w in LETTERS.findall(POSSESSOR.sub("", ARTICLE.sub("", name)))]


def initials(name: str) -> str:
    return "".join(w[0] for w in NAME_WORD.findall(name) if w[0].isupper()).upper()


def acronym(short: str, long: str) -> bool:
    bare = short.replace(".", "")
    first, _, rest = long.partition(" ")
    if first in COUNTRIES and len(bare) > 2 and acronym(short, rest):
        return True
    return (
        bare.isupper()
        and 2 <= len(bare) <= 6
        and len(long.split()) > 1
        and bare == initials(long).removeprefix("T")
    ) or (
        bare.isupper() and 2 <= len(bare) <= 6 and len(long.split()) > 1 and bare == initials(long)
    )
