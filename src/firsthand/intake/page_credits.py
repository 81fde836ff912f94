"""Whom a page credits for its text, scanned before any extraction of main text, which drops it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from firsthand.intake import agencies, credits
from firsthand.intake.metadata import Metadata, host, names, same_site
from firsthand.model.article import Credit, CreditKind

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section small table tbody"
    " td tfoot th thead tr ul".split()
)
UNREAD = frozenset(
    "script style noscript template iframe svg nav form button select head aside textarea".split()
)
CLUTTER = re.compile(
    r"(?i)(?:related|comments?|teasers?|promo|newsletter|subscribe|cookies?|consent|gdpr|sidebar|recommend\w*"
    r"|most|trending|social|share\w*|menu|nav|breadcrumbs?|more|also|signup|ads?|callout)(?:[-_].*)?"
)
FOOTERS = re.compile(r"(?i)(?:foot|footer|copyright|colophon)(?:[-_].*)?")
BYLINES = re.compile(r"(?i)(?:.*[-_])?(?:byline|author|authors|dateline|by)(?:[-_].*)?")
SUPPLIERS = re.compile(
    r"(?i)(?:.*[-_])?(?:agency|source|provider|wire|supplier|news-?source|sourceOrganization)"
    r"(?:[-_].*)?"
)
CAPTIONS = re.compile(r"(?i)(?:.*[-_])?(?:caption|photo-?credit|image-?credit)(?:[-_].*)?")
BY = re.compile(r"(?i)^by\s+")
STRUCTURED = {
    "author": CreditKind.STRUCTURED_AUTHOR,
    "contributor": CreditKind.STRUCTURED_AUTHOR,
    "creator": CreditKind.STRUCTURED_AUTHOR,
    "publisher": CreditKind.STRUCTURED_PUBLISHER,
    "sourceOrganization": CreditKind.STRUCTURED_PUBLISHER,
    "provider": CreditKind.STRUCTURED_PUBLISHER,
    "copyrightHolder": CreditKind.STRUCTURED_PUBLISHER,
    "creditText": CreditKind.STRUCTURED_PUBLISHER,
    "isBasedOn": CreditKind.BASED_ON,
    "isBasedOnUrl": CreditKind.BASED_ON,
}
META = {
    "author": CreditKind.STRUCTURED_AUTHOR,
    "article:author": CreditKind.STRUCTURED_AUTHOR,
    "byl": CreditKind.STRUCTURED_AUTHOR,
    "dc.creator": CreditKind.STRUCTURED_AUTHOR,
    "dc.source": CreditKind.STRUCTURED_PUBLISHER,
    "dc.publisher": CreditKind.STRUCTURED_PUBLISHER,
    "source": CreditKind.STRUCTURED_PUBLISHER,
    "copyright": CreditKind.STRUCTURED_PUBLISHER,
    "syndication-source": CreditKind.BASED_ON,
    "original-source": CreditKind.BASED_ON,
}
SURE = frozenset(
    {"sourceOrganization", "provider", "isBasedOn", "isBasedOnUrl", "dc.source", "source"}
)
"""Fields that credit whomever they name; the others credit only what is an agency or outlet."""


@dataclass(slots=True)
class Lines:
    """The lines of a page by the place where they stand, each in page order."""

    article: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    suppliers: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    footer: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    """Addresses of what the page says that it is based on."""


def credits_of_page(tree: Any, meta: Metadata) -> tuple[Credit, ...]:
    """The page's credits to agencies and other outlets; those to its own publisher are left out."""
    lines = _lines(tree)
    found = [*_structured(meta), *_metas(tree)]
    for line in lines.bylines:
        found += [
            credits.credit(name, CreditKind.BYLINE, line)
            for text in (line, f"By {BY.sub('', line)}")
            for name in credits.byline(text, publisher=meta.publisher)
        ]
    found += [
        credits.credit(line, CreditKind.BYLINE, line)
        for line in lines.suppliers
        if agencies.is_name(line) and not agencies.ROLE.search(line)
    ]
    found += credits.credits_of_lines(lines.article, publisher=meta.publisher)
    found += [
        credits.credit(site, CreditKind.BASED_ON, f"isBasedOn: {address}")
        for address in lines.bases
        if (site := host(address))
    ]
    for line in lines.captions:
        found += [credits.credit(n, CreditKind.CAPTION, line) for n in credits.captioned(line)]
        found += [credits.credit(n, CreditKind.CAPTION, line) for n in credits.pictured(line)]
    found += _footer(lines.footer, {credit.name for credit in found})
    found += _links(meta, {credit.name for credit in found})
    return credits.others(found, own=[meta.publisher, host(meta.address)])


def _structured(meta: Metadata) -> Iterator[Credit]:
    for key, kind in STRUCTURED.items():
        value = meta.article.get(key)
        for name in _bases(value) if kind is CreditKind.BASED_ON else _named(value, key):
            if name.startswith(("http://", "https://")):
                name = host(name) or ""
            bodies = _organisations(meta.article.get(key)) if key in ("author", "creator") else ()
            if name and (key in SURE or agencies.like_outlet(name) or name in bodies):
                yield credits.credit(name, kind, f"{key}: {name}")


def _named(value: Any, key: str) -> Iterator[str]:
    for name in names(value):
        yield from (part.strip() for part in name.split("/")) if key == "creditText" else (name,)


def _bases(value: Any) -> Iterator[str]:
    """What an article says that it is based on: another's publisher, else its address, else its
    name."""
    for part in value[:20] if isinstance(value, list) else [value]:
        if not isinstance(part, dict):
            yield from names(part)
            continue
        outlets = (part.get(key) for key in ("publisher", "sourceOrganization", "provider"))
        address = part.get("url") or part.get("@id")
        given = [name for outlet in outlets for name in names(outlet)]
        given += [address] if isinstance(address, str) and host(address) else []
        yield from (given or list(names(part)))[:1]


def _organisations(value: Any) -> set[str]:
    """The names in a JSON-LD value that are said to be of organisations."""
    parts = value if isinstance(value, list) else [value]
    return {
        name
        for part in parts
        if isinstance(part, dict) and str(part.get("@type")).endswith("Organization")
        for name in names(part)
    }


def _metas(tree: Any) -> Iterator[Credit]:
    for meta in tree.iter("meta"):
        key = (meta.get("name") or meta.get("property") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if key not in META or not content or len(content) > credits.LINE:
            continue
        if content.startswith(("http://", "https://")):
            if META[key] is CreditKind.BASED_ON and (site := host(content)):
                yield credits.credit(site, META[key], f"{key}: {content}")
            continue
        for name in credits.PARTS.split(re.sub(r"(?i)^by\s+", "", content)):
            if key in SURE or agencies.like_agency(name):
                yield credits.credit(name, META[key], f"{key}: {content}")


def _links(meta: Metadata, credited: set[str]) -> Iterator[Credit]:
    """A canonical link to another domain than the page's own, under the name that the page uses for
    that domain's outlet if it does."""
    home, canonical = host(meta.address), host(meta.canonical)
    if home and canonical and not same_site(home, canonical):
        name = next((n for n in credited if agencies.same_outlet(n, canonical)), canonical)
        yield credits.credit(name, CreditKind.CANONICAL, f"canonical: {meta.canonical}")


def _footer(lines: list[str], credited: set[str]) -> Iterator[Credit]:
    """Copyright lines at the foot of the page name its own company, unless they name an agency or
    somebody whom the page credits elsewhere or for "agency copy"."""
    for line in lines:
        reports = list(credits.reporting(line))
        yield from reports
        credited = credited | {credit.name for credit in reports}
        for found in credits.COPYRIGHT.finditer(line[-credits.WINDOW :]):
            name = agencies.canonical(credits.holder(found["name"]))
            lent = re.search(
                r"(?i)(?:agency|wire) (?:copy|content|material)\s*$", line[: found.start()]
            )
            if agencies.like_agency(name) or name in credited or (lent and agencies.is_name(name)):
                yield credits.credit(name, CreditKind.FOOTER, line[max(0, found.start() - 40) :])


def _lines(tree: Any) -> Lines:
    """Sorts the page's innermost blocks by place, leaving clutter out."""
    lines = Lines()
    articles = tree.findall(".//article")
    main = articles[0] if len(articles) == 1 else tree.find(".//main")
    waiting: list[tuple[Any, bool, bool]] = [(tree, main is None, False)]
    while waiting:
        element, in_main, in_footer = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in UNREAD:
            continue
        in_main = in_main or element is main
        marks = _marks(element, "class", "id", "aria-label")
        if element.tag not in ("html", "body", "main", "article") and _any(CLUTTER, marks):
            continue
        in_footer = in_footer or element.tag == "footer" or _any(FOOTERS, marks)
        _mark(element, lines)
        inner = [child for child in element if isinstance(child.tag, str)]
        if element.tag in BLOCKS and not any(_holds_block(child) for child in inner):
            for below in element.iterdescendants():
                _mark(below, lines)
            if text := _text(element):
                if in_footer:
                    lines.footer.append(text)
                elif in_main:
                    (lines.captions if element.tag == "figcaption" else lines.article).append(text)
        else:
            waiting.extend((child, in_main, in_footer) for child in reversed(inner))
    return lines


def _holds_block(element: Any) -> bool:
    return any(inner.tag in BLOCKS for inner in element.iter() if isinstance(inner.tag, str))


def _mark(element: Any, lines: Lines) -> None:
    """Keeps a short element that says by its class, its itemprop or its rel what it is."""
    marks = [
        mark for key in ("class", "itemprop", "rel") for mark in (element.get(key) or "").split()
    ]
    for pattern, place in (
        (SUPPLIERS, lines.suppliers),
        (CAPTIONS, lines.captions),
        (BYLINES, lines.bylines),
    ):
        if _any(pattern, marks) and (text := _shown(element)) and len(text) <= credits.LINE:
            place.append(text)
    if element.tag == "img" and (alt := _shown(element)):
        lines.captions.append(alt[-credits.LINE :])
    if "isBasedOn" in (element.get("itemprop") or "") and (address := element.get("href")):
        lines.bases.append(address)


def _shown(element: Any) -> str:
    """An element's words; of a picture those that stand for it."""
    if element.tag == "img":
        return " ".join((element.get("alt") or "").split())
    return _text(element, " ")


def _marks(element: Any, *keys: str) -> list[str]:
    return [mark for key in keys for mark in (element.get(key) or "").split()]


def _any(pattern: re.Pattern[str], marks: list[str]) -> bool:
    return any(pattern.fullmatch(mark) for mark in marks)


def _text(element: Any, between: str = "") -> str:
    return " ".join(between.join(element.itertext()).split())
