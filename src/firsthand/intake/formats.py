"""Which format an input is in."""

import re
import zlib
from enum import StrEnum

TEXT, HTML, FEED, JSONL = ".txt .md", ".html .htm .xhtml", ".xml .rss .atom", ".jsonl .ndjson"
JSON, TABLE, PARQUET = ".json .ninjs", ".csv .tsv", ".parquet"
WARC, WACZ = ".warc .warc.gz", ".wacz"
READ = tuple(f"{TEXT} {HTML} {FEED} {JSONL} {JSON} {TABLE} {PARQUET} {WARC} {WACZ}".split())
"""Endings of what is read in a directory. A list of feeds is read only where it is named: it leads
to the network."""
NAMED_ONLY = frozenset(f"{JSONL} {JSON} {TABLE}".split())
"""Endings that count in an address too: what they hold doesn't tell its format by itself."""
KINDS = ".txt, .md, .html, .htm, .xml, .jsonl, .json, .csv, .tsv, .parquet, .warc, .warc.gz, .wacz"

PREAMBLE = (
    r"(?:\s+|<\?xml[^>]{0,300}\?>|<\?xml-stylesheet[^>]{0,300}\?>|<!--(?:(?!-->).){0,3000}-->)*+"
)
PREFIX = r"<(?:[\w.-]{1,20}:)?"
IS_FEED = re.compile(PREAMBLE + r"<(?:rss|feed|rdf:RDF)\b", re.DOTALL | re.IGNORECASE)
IS_NEWSML = re.compile(
    PREAMBLE + PREFIX + r"(?:newsMessage|newsItem|packageItem|knowledgeItem)\b", re.DOTALL
)
IS_OPML = re.compile(PREAMBLE + r"<opml\b", re.DOTALL | re.IGNORECASE)
IS_HTML = re.compile(
    PREAMBLE + r"<(?:!doctype\s+html|html|head|body|main|article|div|section|p|h1|meta|title)\b",
    re.DOTALL | re.IGNORECASE,
)
IS_JSON = re.compile(r"\s*\{\s*(?:\"|\})")
IS_JSON_ARRAY = re.compile(r"\s*\[\s*\{\s*\"")
IS_NINJS = re.compile(
    r"\s*\{.*\"(?:body_?(?:text|xhtml|html)|bodies|headlines?|versioncreated)\"\s*:",
    re.DOTALL | re.IGNORECASE,
)
HEAD = 4096


class Format(StrEnum):
    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    JSONL = "jsonl"
    JSON = "json"
    NEWSML = "newsml"
    OPML = "opml"
    CSV = "csv"
    PARQUET = "parquet"
    WARC = "warc"
    WACZ = "wacz"


def format_of(head: bytes, *, suffix: str) -> Format:
    """By what the content begins with, and by the suffix where that is plain text, a table or
    JSON."""
    if packed := _packed(head, suffix=suffix):
        return packed
    if suffix in TEXT.split():
        return Format.TEXT
    if suffix in TABLE.split():
        return Format.CSV
    text = head.decode("latin-1").replace("\0", "").lstrip("\xef\xbb\xbf\xff\xfe")
    if suffix in JSON.split() or (not suffix and _is_document(text)):
        return Format.JSON
    if suffix in JSONL.split() or (not suffix and IS_JSON.match(text)):
        return Format.JSONL
    for pattern, found in (
        (IS_FEED, Format.FEED),
        (IS_NEWSML, Format.NEWSML),
        (IS_OPML, Format.OPML),
    ):
        if pattern.match(text):
            return found
    if suffix == ".opml":
        return Format.OPML
    if suffix in HTML.split() or IS_HTML.match(text):
        return Format.HTML
    return Format.FEED if suffix in FEED.split() else Format.TEXT


def suffix_of(name: str) -> str:
    """The ending of a file's name in small letters, ".warc.gz" as one."""
    found = re.search(r"(?i)[^.](\.warc\.gz|\.[^.]*)$", name)
    return found[1].lower() if found else ""


def _packed(head: bytes, *, suffix: str) -> Format | None:
    """Formats that are told by their first bytes, whatever their name."""
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if head.startswith(b"WARC/"):
        return Format.WARC
    if head.startswith(b"\x1f\x8b"):
        return Format.WARC if suffix in WARC.split() or _begins(head) == b"WARC/" else None
    if head.startswith(b"PK\x03\x04"):
        wacz = suffix in WACZ.split() or b"datapackage.json" in head or b".warc" in head
        return Format.WACZ if wacz else None
    return None


def _begins(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(b"WARC/"))
    except zlib.error:
        return b""


def _is_document(text: str) -> bool:
    """Whether JSON without a name is one document rather than an object a line."""
    return bool(IS_JSON_ARRAY.match(text)) or (
        bool(IS_NINJS.match(text)) and not re.match(r"\s*\{\s*\"text\"", text)
    )
