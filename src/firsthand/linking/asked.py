"""What a claim asks, of what was typed or pasted: a headline often ends in its site's name."""

import re

from firsthand.linking.names import is_outlet
from firsthand.linking.words import stems

BAR = re.compile(r"\s+[|–—-]+\s+")
SITE = re.compile(
    r"\w\.(?:com|org|net|co\.uk|tv)\b|\b(?:News|Newspaper|Weather|Sports?|Radio|TV|Television|"
    r"Headlines)\b|^[KW][A-Z]{2,3}(?:[- ]?(?:TV|FM|AM|DT))?\d{0,2}\b"
)
FEWEST = 3
"""Words of its own that the rest must have, else nothing is taken off."""


def asked(typed: str) -> str:
    """Without the names of sites at the end: "Quay shut for a week - Lisk Leader | News"."""
    parts = BAR.split(typed.strip())
    while len(parts) > 1 and (SITE.search(parts[-1]) or is_outlet(parts[-1])):
        parts.pop()
    end = _end_of(typed, len(parts))
    return typed[:end] if len(stems(typed[:end])) >= FEWEST else typed


def _end_of(typed: str, parts: int) -> int:
    bars = list(BAR.finditer(typed))
    return bars[parts - 1].start() if parts <= len(bars) else len(typed)
