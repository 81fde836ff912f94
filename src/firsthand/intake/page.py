"""One HTML page → what is kept of it. Runs where it can be killed: see process.py."""

import logging
import re
from dataclasses import replace
from typing import Any

from firsthand.intake.metadata import json_ld, metadata
from firsthand.intake.page_credits import credits_of_page
from firsthand.model.article import Method
from firsthand.model.contract import found_to_json

PROMOTION = re.compile(
    r"(?i)(?:.*[-_])?(?:promo|newsletter|subscribe|subscription|signup|cookies?|consent|gdpr)(?:[-_].*)?"
)
BOX = 400
FEW = 200
"""Characters of visible text below which a page is probably filled in by a script."""


def page(html: str, *, url: str | None) -> dict[str, Any]:
    """The fields of an article, `credits` as lists of its fields; {"problem", "advice"} for a page
    whose main text can't be extracted."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    tree = _tree(html)
    if tree is None:
        return _failed("it holds no HTML elements")
    meta = metadata(tree, url=url)
    credits = credits_of_page(tree, meta)
    published, found = meta.published, meta.found
    if published is None and (published := _date(tree, url=url)):
        found = replace(found, published=Method.PAGE)
    visible = _visible(tree)
    text = _main_text(_without_promotion(tree), url=url)
    if not text:
        return _failed(
            f"it shows only {visible} characters of text and may be filled in by a script"
            if visible < FEW
            else f"no article was found in its {visible:,} characters of text"
        )
    return {
        "text": headed(meta.title, text),
        "title": meta.title,
        "publisher": meta.publisher,
        "url": meta.url,
        "published": published,
        "authors": list(meta.authors),
        "language": meta.language,
        "found": found_to_json(found),
        "credits": [[credit.name, credit.kind.value, credit.evidence] for credit in credits],
    }


def declared(html: str) -> dict[str, Any]:
    """All JSON-LD objects of a page, as "objects"."""
    tree = _tree(html)
    return {"objects": [] if tree is None else list(json_ld(tree))}


def _tree(html: str) -> Any:
    """The page parsed; None where it holds no elements."""
    from lxml import html as lxml_html
    from lxml.etree import LxmlError

    try:
        parser = lxml_html.HTMLParser(encoding="utf-8")
        return lxml_html.document_fromstring(html.encode("utf-8"), parser=parser)
    except (LxmlError, ValueError):
        return None


def headed(title: str | None, text: str) -> str:
    """Headline first, a blank line, the main text; the headline once."""
    body = text.strip()
    first, _, rest = body.partition("\n")
    if title and first.strip() == title and rest.strip():
        body = rest.strip()
    return f"{title}\n\n{body}" if title else body


def _without_promotion(tree: Any) -> Any:
    """The tree without the boxes that name themselves the outlet's promotion; long ones are kept,
    since a wrapper of the whole article may bear such a name too."""
    for element in list(tree.iter("div", "section", "aside", "p")):
        named = any(PROMOTION.fullmatch(mark) for mark in (element.get("class") or "").split())
        if named and element.getparent() is not None and len(element.text_content()) < BOX:
            element.drop_tree()
    return tree


def _main_text(tree: Any, *, url: str | None) -> str | None:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, url=url, include_comments=False, with_metadata=False)
    text = getattr(found, "text", None)
    return text.strip() or None if isinstance(text, str) else None


def _date(tree: Any, *, url: str | None) -> str | None:
    """The date in the page's markup. Without markup htmldate guesses from any number: not asked."""
    from htmldate import find_date

    try:
        return find_date(tree, extensive_search=False, original_date=True, url=url)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None


def _visible(tree: Any) -> int:
    hidden = ("script", "style", "noscript", "template", "head")
    return sum(
        len((element.text or "").strip())
        + sum(len((child.tail or "").strip()) for child in element)
        for element in tree.iter()
        if isinstance(element.tag, str) and element.tag not in hidden
    )


def _failed(reason: str) -> dict[str, str]:
    return {
        "problem": f"no main text could be extracted: {reason}",
        "advice": "save the article's text and read that",
    }
