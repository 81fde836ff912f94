"""Bytes of an HTML page → an Article: limits, then credits, metadata and main text in the parser's
own process."""

import re

from firsthand.intake.language import code
from firsthand.intake.limits import check_page
from firsthand.intake.options import IntakeOptions
from firsthand.intake.process import parser
from firsthand.intake.provenance import provenance
from firsthand.intake.text import decode
from firsthand.model.article import Article, Credit, CreditKind, text_digest
from firsthand.model.contract import found_from_json

CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})")
XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w-]{2,40})")
DECLARED_WITHIN = 4096


def article_of_html(
    data: bytes,
    *,
    name: str,
    id: str | None,
    url: str | None = None,
    declared: str | None = None,
    fetched: str | None = None,
    options: IntakeOptions = IntakeOptions(),
) -> Article:
    """The article of a page that came from `url` (None: from a file) at the time `fetched`, its
    encoding `declared` by the server or else by the page. Raises InputError, with the reason where
    no text is found."""
    html = page_text(data, name=name, declared=declared)
    found = parser().answer(
        {"kind": "page", "html": html, "url": url}, name=name, seconds=options.page_seconds
    )
    return Article(
        id=id or text_digest(found["text"]),
        text=found["text"],
        title=found["title"],
        publisher=found["publisher"],
        url=found["url"] or url,
        published=found["published"],
        authors=tuple(found["authors"]),
        language=code(found["language"]),
        credits=tuple(Credit(n, CreditKind(kind), line) for n, kind, line in found["credits"]),
        provenance=provenance(
            data, name=name, fetched=fetched, found=found_from_json(found["found"])
        ),
    )


def page_text(data: bytes, *, name: str, declared: str | None = None) -> str:
    """The page's source. Raises InputError for what can't be decoded, or is too large to parse."""
    html = decode(data, name=name, declared=declared or _declared(data))
    check_page(html, name=name)
    return html


def _declared(data: bytes) -> str | None:
    head = data[:DECLARED_WITHIN]
    found = XML_ENCODING.match(head) or CHARSET.search(head)
    return found.group(1).decode("ascii") if found else None
