"""Ids into the paths of pages and back. An id may hold anything that a ledger keeps."""

from urllib.parse import quote, urlencode

_MARK = "~"
"""Stands before an id that is empty, or that a browser would take for a step up ("..")."""


def segment(id: str) -> str:
    marked = _MARK + id if not id or id[0] in f".{_MARK}" else id
    return quote(marked, safe="", errors="replace")


def id_of(segment: str) -> str:
    """The inverse of `segment`, of a path that is decoded already."""
    return segment.removeprefix(_MARK)


def article(id: str) -> str:
    return f"/articles/{segment(id)}"


def statement(id: str) -> str:
    """Of "<article id>#<statement id>": the place in its article."""
    within, _, own = id.rpartition("#")
    return f"{article(within)}#{quote(own, safe='')}"


def source(key: str) -> str:
    return f"/sources/{segment(key)}"


def outlet(name: str | None) -> str:
    return f"/outlets/{segment(name or '')}"


def claim(text: str) -> str:
    return "/claim?" + urlencode({"q": text}, errors="replace")


def claim_map(text: str) -> str:
    return "/claim/map?" + urlencode({"q": text}, errors="replace")


def link(claim: str, id: str) -> str:
    return "/claim/link?" + urlencode({"q": claim, "link": id}, errors="replace")
