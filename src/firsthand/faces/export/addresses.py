"""How articles and what is in them are called outside of the ledger: IRIs and file names."""

from hashlib import sha256
from typing import Final
from urllib.parse import quote

ROOT: Final = "urn:firsthand:"

_LONGEST = 120
"""Bytes of a file name made of an id; file systems take 255 with the ending."""


def iri(kind: str, id: str) -> str:
    """ "urn:firsthand:statement:ferry%23st3": the same for the same id, in every export."""
    return f"{ROOT}{kind}:{quote(id, safe='')}"


def across(article: str, local: str) -> str:
    """A source or statement of one article, named among all: "ferry#st3"."""
    return f"{article}#{local}"


def filename(id: str) -> str:
    """A name that every file system takes, another one for every id: what isn't a plain letter,
    digit, point, hyphen or underscore is percent-encoded, and what is then too long is cut and
    ends in a digest. Names that differ in case only get a digest too: some systems fold them."""
    plain = quote(id, safe="").replace("~", "%7E")
    if plain.startswith("."):
        plain = "%2E" + plain[1:]
    if plain == plain.lower() and len(plain) <= _LONGEST and "%" not in plain:
        return plain
    return f"{plain[:_LONGEST].rstrip('%.')}-{sha256(id.encode()).hexdigest()[:12]}"
