"""Which format an input is in."""

import re
from enum import StrEnum

TEXT, HTML, FEED, JSONL = ".txt .md", ".html .htm .xhtml", ".xml .rss .atom", ".jsonl .ndjson"
READ = frozenset(f"{TEXT} {HTML} {FEED} {JSONL}".split())
KINDS = ".txt, .md, .html, .htm, .xml, .jsonl"

PREAMBLE = (
    r"(?:\s+|<\?xml[^>]{0,300}\?>|<\?xml-stylesheet[^>]{0,300}\?>|<!--(?:(?!-->).){0,3000}-->)*+"
)
IS_FEED = re.compile(PREAMBLE + r"<(?:rss|feed|rdf:RDF)\b", re.DOTALL | re.IGNORECASE)
IS_HTML = re.compile(
    PREAMBLE + r"<(?:!doctype\s+html|html|head|body|main|article|div|section|p|h1|meta|title)\b",
    re.DOTALL | re.IGNORECASE,
)
IS_JSON = re.compile(r"\s*\{\s*(?:\"|\})")
HEAD = 4096


class Format(StrEnum):
    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    JSONL = "jsonl"


def format_of(head: bytes, *, suffix: str) -> Format:
    """By what the content begins with, and by the suffix where that is plain text or JSONL."""
    if suffix in TEXT.split():
        return Format.TEXT
    text = head.decode("latin-1").replace("\0", "").lstrip("\xef\xbb\xbf\xff\xfe")
    if suffix in JSONL.split() or (not suffix and IS_JSON.match(text)):
        return Format.JSONL
    if IS_FEED.match(text):
        return Format.FEED
    if suffix in HTML.split() or IS_HTML.match(text):
        return Format.HTML
    return Format.FEED if suffix in FEED.split() else Format.TEXT
