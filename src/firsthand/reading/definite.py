"""A definite description at its place, and what the article has told before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.reading.entity import LETTERS, Entity
from firsthand.reading.kinds import CHIEF
from firsthand.reading.mention import Parsed
from firsthand.reading.names import Names

APPOSED = re.compile(
    r",\s(?:like|including|such as|in particular|an?|the|who|which|whose|whom|one|now|then)\s"
)
""" "The chief of Marl, a firm in Ostrin": what is added behind a comma is no part of the name."""
PLAIN = frozenset("same latter former other above also".split())
"""Modifiers that tell nobody apart."""


@dataclass(frozen=True, slots=True)
class Role:
    """A definite description at a place: `words` are those that tell one holder from another;
    `previous` spoke last; `principal` says for whom the one speaks whose words it stands in."""

    parsed: Parsed
    head: str
    words: frozenset[str]
    possessed: bool
    position: int
    previous: int | None
    principal: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the article has told so far."""

    text: str
    entities: Sequence[Entity]
    names: Names
    outlets: set[str]


def role(parsed: Parsed, position: int, *, previous: int | None, principal: str) -> Role:
    head = parsed.head or ""
    core = APPOSED.split(parsed.description or "")[0]
    if head == "ceo":
        core = CHIEF.sub("CEO", core)
    return Role(
        parsed,
        head,
        frozenset(w.casefold() for w in LETTERS.findall(core)) - {head},
        bool(re.search(r"[’']s?\s", core)),
        position,
        previous,
        frozenset(principal.split()),
    )
