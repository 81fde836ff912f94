"""What is left of a statement when only the claim matters: through whom (outlets, outermost first),
who (None: an outlet only), which side, and where the words are."""

from dataclasses import dataclass

from firsthand.model.reading import Source
from firsthand.model.span import Span
from firsthand.model.trace import Side

STRONG = 0.5
"""Share of the article's fullest wording that a voice must say (with its neighbours) to carry
the claim."""
BRIEFLY = 0.4
"""The same for who denies it, and needn't say all that the others say."""
ANYTHING = 0.01
"""What an outlet's words must say themselves at least."""
LITTLE = 0.25
"""What the words of a statement must say themselves, if their neighbours say the rest."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One credit: `root` speaks, through `outlets`; `statement` is its id where the reader saw
    one."""

    article: str
    outlets: tuple[str, ...]
    root: Source | None
    side: Side
    strong: bool
    """Whether it carries the claim itself, and not only something near it."""
    span: Span
    statement: str | None
    firm: bool = True
    """Whether it says the claim by itself; a strong voice that doesn't says the most of what its
    article has, and establishes an origin only where nobody does better."""

    def __hash__(self) -> int:
        # Of what tells most voices apart: the whole source would be hashed at every look-up.
        return hash((self.article, self.span, self.side))
