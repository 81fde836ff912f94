"""One NewsML-G2 document → what is kept of its items. Runs where it can be killed: see process.py.

Read are items of class text: `itemMeta` and `contentMeta` as far as headline, byline, date,
provider and credit, and the body in `inlineXML` (XHTML or NITF) or `inlineData`.
"""

from collections.abc import Iterator
from typing import Any

from firsthand.intake.items import paragraphs
from firsthand.intake.page import headed
from firsthand.intake.xml import Refused, children, first, local, parsed, words

WITHDRAWN = ("canceled", "withheld")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def newsml_items(data: bytes) -> dict[str, Any]:
    """{"items": the fields of each text item, with its "problem" or None}, or {"problem", "advice"}
    for what is no NewsML-G2 with texts."""
    try:
        root = parsed(data)
    except Refused as error:
        return {"problem": str(error), "advice": "give a well-formed NewsML-G2 document"}
    found = [item for item in root.iter() if local(item) == "newsItem"]
    texts = [item for item in found if _kind(item) in ("text", None)]
    if not texts:
        problem = f"has {len(found)} items and no text among them" if found else "is no NewsML-G2"
        return {"problem": problem, "advice": "give NewsML-G2 with text items"}
    return {"items": [_item(item) for item in texts]}


def _kind(item: Any) -> str | None:
    return _code(first(item, "itemMeta", "itemClass"))


def _code(element: Any) -> str | None:
    """ "text" of qcode="ninat:text", and of a URI that ends so."""
    if element is None:
        return None
    given = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return given.replace("/", ":").rpartition(":")[2] or None


def _item(item: Any) -> dict[str, Any]:
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    status = _code(first(meta, "pubStatus"))
    title = words(first(content, "headline")) or words(first(meta, "title"))
    body, language = _body(item)
    problem = f"is {status} by its publisher" if status in WITHDRAWN else None
    guid = item.get("guid")
    return {
        "problem": problem or (None if body else "has no text"),
        "id": guid,
        "text": headed(title, body) if body else None,
        "title": title,
        "publisher": _party(first(meta, "provider"))
        or _party(first(item, "rightsInfo", "copyrightHolder")),
        "url": guid if (guid or "").startswith(("http://", "https://")) else None,
        "published": words(first(content, "contentCreated"))
        or words(first(meta, "firstCreated"))
        or words(first(meta, "versionCreated")),
        "by": words(first(content, "by")),
        "authors": [name for name in map(_party, _all(content, "creator")) if name],
        "language": language or _language(content) or item.get(XML_LANG),
        "credited": list(_credited(content)),
    }


def _body(item: Any) -> tuple[str, str | None]:
    """The longest of the renditions of the content, as lines of paragraphs, and its language."""
    found: list[tuple[str, str | None]] = []
    for content in _all(first(item, "contentSet"), "inlineXML"):
        found.append((_of_markup(content), content.get(XML_LANG)))
    for content in _all(first(item, "contentSet"), "inlineData"):
        kind, text = content.get("contenttype") or "", "".join(content.itertext())
        if content.get("encoding"):  # base64 of something else than text
            continue
        lines = [" ".join(line.split()) for line in text.splitlines()]
        plain = paragraphs(text) if "html" in kind else "\n".join(line for line in lines if line)
        found.append((plain, content.get(XML_LANG)))
    return max(found, key=lambda body: len(body[0]), default=("", None))


def _of_markup(content: Any) -> str:
    """XHTML or NITF without its head, byline and headline."""
    from lxml import etree

    inner = next(
        (e for name in ("body.content", "body") for e in content.iter() if local(e) == name),
        content,
    )
    for element in inner.iter():
        if isinstance(element.tag, str):
            element.tag = local(element)
    return paragraphs(etree.tostring(inner, encoding="unicode", method="html", with_tail=False))


def _credited(content: Any) -> Iterator[tuple[str, str]]:
    for key in ("creditline", "infoSource", "contributor"):
        for element in _all(content, key):
            name = _party(element)
            if name and (key != "contributor" or _organisation(element)):
                yield key, name


def _organisation(element: Any) -> bool:
    return (_code(first(element, "type")) or element.get("type") or "").endswith("organisation")


def _party(element: Any) -> str | None:
    """A party's name: in `name`, else as its own text, else its literal or the end of its code."""
    if element is None:
        return None
    return words(first(element, "name")) or words(element) or _code(element)


def _language(content: Any) -> str | None:
    language = first(content, "language")
    return language.get("tag") if language is not None else None


def _all(element: Any, name: str) -> list[Any]:
    return list(children(element, name)) if element is not None else []
