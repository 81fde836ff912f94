"""A byline as news formats carry it → its people, and the agencies that it credits."""

import re

from firsthand.intake import agencies, credits
from firsthand.model.article import Credit, CreditKind

BY = re.compile(r"(?i)^(?:by|from)\s+")


def bylined(line: str | None, publisher: str | None) -> tuple[tuple[str, ...], tuple[Credit, ...]]:
    """ "By Ana Lind and Bo Ek, Hesper" → the two, and a credit to Hesper."""
    if not line:
        return (), ()
    whole = BY.sub("", " ".join(line.split()))
    named = credits.byline(f"By {whole}", publisher=publisher)
    found = tuple(credits.credit(name, CreditKind.BYLINE, line) for name in named)
    lent = {credit.name.casefold() for credit in found} | {(publisher or "").casefold()}
    people = [
        part.strip()
        for part in credits.PARTS.split(whole)
        if agencies.is_name(part.strip())
        and not agencies.like_agency(part.strip())
        and agencies.canonical(part).casefold() not in lent
    ]
    return tuple(dict.fromkeys(people)), found
