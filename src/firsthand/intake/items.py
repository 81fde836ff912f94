"""One RSS or Atom feed → what is kept of its items. Runs where it can be killed: see process.py."""

import html
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from firsthand.intake.metadata import is_iso
from firsthand.intake.page import headed

MARKUP = re.compile(r"<[^<>]{0,2000}>")
PARAGRAPHS = frozenset("p div br li h1 h2 h3 h4 h5 h6 blockquote tr pre figcaption".split())
HIDDEN = frozenset("script style template iframe object".split())


def items(data: bytes) -> dict[str, Any]:
    """{"items": the fields of each item's article, "text" None for an item without one}, or
    {"problem", "advice"} for what is no feed."""
    import feedparser

    # From a stream: a string would be taken for the name of a file or a URL and opened.
    feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        problem = "is a feed without items" if feed.get("version") else "is no RSS or Atom feed"
        return {"problem": problem, "advice": "give a feed with articles in it"}
    outlet = plain(feed.feed.get("title"))
    language = feed.feed.get("language")
    return {"items": [_item(entry, outlet=outlet, language=language) for entry in feed.entries]}


def _item(entry: Any, *, outlet: str | None, language: str | None) -> dict[str, Any]:
    title = plain(entry.get("title"))
    bodies = [paragraphs(body) for body in _bodies(entry)]
    text = max(bodies, key=len, default="")
    authors = [plain(author.get("name")) for author in entry.get("authors", [])]
    source = plain((entry.get("source") or {}).get("title"))
    return {
        "id": entry.get("id") or entry.get("link"),
        "text": headed(title, text) if text else None,
        "title": title,
        "publisher": outlet,
        "url": entry.get("link"),
        "published": _published(entry),
        "authors": list(dict.fromkeys(author for author in authors if author)),
        "language": language,
        "source": source,
    }


def _bodies(entry: Any) -> Iterator[str]:
    for content in entry.get("content", []):
        yield content.get("value") or ""
    yield entry.get("summary") or ""


def plain(value: str | None) -> str | None:
    """A title without markup; feeds escape it once or twice."""
    text = html.unescape(MARKUP.sub("", html.unescape(MARKUP.sub("", value or ""))))
    return " ".join(text.split()) or None


def paragraphs(markup: str) -> str:
    """The paragraphs of a piece of HTML, one a line; no clutter is looked for in a feed."""
    from lxml import html as lxml_html
    from lxml.etree import LxmlError

    try:
        root = lxml_html.fragment_fromstring(markup.replace("\0", ""), create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return ""
    pieces = list(_pieces(root))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\0"))
    return "\n".join(line for line in lines if line)


def _pieces(root: Any) -> Iterator[str]:
    """The text in page order, NUL where a paragraph begins or ends."""
    from lxml.etree import iterwalk

    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        block = element.tag in PARAGRAPHS
        if event == "start":
            hidden = not isinstance(element.tag, str) or element.tag in HIDDEN
            if hidden:
                walk.skip_subtree()
            yield "\0" if block else ""
            yield "" if hidden else element.text or ""
        else:
            yield "\0" if block else ""
            if element is not root:
                yield element.tail or ""


def _published(entry: Any) -> str | None:
    """The item's date as ISO 8601: as it stands where it is that, with its own offset where it is a
    mail date, else in UTC."""
    declared = entry.get("published") or entry.get("updated") or ""
    if is_iso(declared):
        return str(declared)
    try:
        return parsedate_to_datetime(declared).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat() if parsed else None
    except (ValueError, OverflowError):
        return None
