"""Other forms of a name that the article has in full: letters, and a person behind a house."""

import re

from firsthand.model.reading import SourceKind
from firsthand.reading.entity import acronym
from firsthand.reading.kinds import ARTICLE
from firsthand.reading.names import Names


def spelt_out(name: str, known: Names) -> str | None:
    """ "RVC", where the article has "Royal Velmara Constabulary"."""
    if not name.isupper() or not 3 <= len(name) <= 6:
        return None
    long = (n.words for n in known.found if " " in n.words and not n.words.isupper())
    return next((ARTICLE.sub("", w) for w in long if acronym(name, w)), None)


def without_house(name: str, known: Names) -> str | None:
    """ "The RVC’s Hale", where the article has "Otto Hale"."""
    owned = re.fullmatch(r".+[’']s\s(?P<last>[A-Z]\S+)", name)
    people = (n.words for n in known.found if n.kind is SourceKind.PERSON)
    if owned and any(w.endswith(f" {owned['last']}") for w in people):
        return owned["last"]
    return None
