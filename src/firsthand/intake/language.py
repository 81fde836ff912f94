"""Which language a text is in. Clear English is settled by its function words, since loading the
language model takes half a second and most texts are English."""

import re
from functools import cache
from typing import Any

SAMPLE = 4000
SHORT = 40
LIKELY = 0.5
NOT_ENGLISH = 0.02
"""The likeliest language counts only when English is less probable than this. Close relatives such
as Russian and Bulgarian share the rest, so it needn't be near 1 itself."""
ENGLISH_SHARE = 0.12
"""English prose holds about 0.2 of the words below, other languages under 0.03."""

WORD = re.compile(r"[^\W\d_]+")
CODE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
ENGLISH = frozenset(
    "the and of to that said with from his were who they have which their not but she this".split()
)


def code(declared: object) -> str | None:
    """The ISO 639 code in a declared language ("en-GB" → "en"); None for what is no code."""
    found = CODE.match(declared.strip().lower()) if isinstance(declared, str) else None
    return found.group() if found else None


def language_of(text: str) -> str | None:
    """The ISO 639-1 code; None when the text is too short or too mixed to tell."""
    sample = text[:SAMPLE].strip()
    words = WORD.findall(sample.lower())
    if len(sample) < SHORT or not words:
        return None
    if sum(word in ENGLISH for word in words) >= max(2, ENGLISH_SHARE * len(words)):
        return "en"
    ranked = dict(_identifier().rank(" ".join(words)))
    language = max(ranked, key=lambda found: float(ranked[found]))
    told = ranked[language] >= LIKELY and (language == "en" or ranked["en"] < NOT_ENGLISH)
    return str(language) if told else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
