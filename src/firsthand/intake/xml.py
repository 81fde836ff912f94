"""XML from outside, parsed without entities, external files or the network. Runs where it can be
killed: see process.py."""

from collections.abc import Iterator
from typing import Any


class Refused(ValueError):
    """XML that is not read; `str` says why."""


def parsed(data: bytes) -> Any:
    """The root element. Raises Refused for a document that declares entities, and for no XML."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(f"is broken XML ({' '.join(str(error).split())[:120]})") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise Refused("declares entities of its own, which no news needs")
    return root


def local(element: Any) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if local(child) == name)


def first(element: Any, *path: str) -> Any:
    """The first element at this path of names; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def words(element: Any) -> str | None:
    """The text of an element on one line; None for no element and for no text."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None
