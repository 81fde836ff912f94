"""What a page declares about itself: JSON-LD, then OpenGraph and meta tags, then microdata."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from firsthand.intake import agencies, language
from firsthand.model.article import Found, Method

ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Review|LiveBlogPosting)$")
NODES = 2000
"""The most JSON-LD objects that are looked at; a real page has some tens."""
URL = re.compile(r"https?://\S+")
SITE = re.compile(r"(?P<head>.+?\S)\s+(?P<bar>[|–—-])\s+(?P<site>[^|–—]{2,60})")
BY = re.compile(r"(?i)^(?:by|from)\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is declared; None or empty where nothing is. `address` is the page's own URL where
    something other than the canonical link gives it; `url` is the canonical one unless that leads
    to another site, whose article this is a copy of. `article` is the JSON-LD object of the article
    as the page holds it, for the scan for credits."""

    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    url: str | None
    address: str | None
    canonical: str | None
    language: str | None
    article: dict[str, Any]
    found: Found


def metadata(tree: Any, *, url: str | None) -> Metadata:
    """The declarations of a parsed page that came from `url` (None: from a file)."""
    article, metas = _article(tree), _metas(tree)
    item = _microdata(tree)
    site = metas.get("og:site_name")
    publisher, by_publisher = _first_of(
        *(
            (Method.JSON_LD, name)
            for name in names(article.get("publisher"))
            if not _lent(name, site=site)
        ),
        *_of_metas(metas, "og:site_name", "application-name", "dc.publisher"),
    )
    address, by_address = _first_of(
        (Method.ADDRESS, url),
        (Method.OPENGRAPH, web_address(metas.get("og:url"))),
        (Method.JSON_LD, web_address(_address(article))),
    )
    canonical = _canonical(tree)
    elsewhere = host(address) and not same_site(host(canonical), host(address))
    use_canonical = bool(canonical) and not elsewhere
    title, by_title = _title(tree, article, metas, item, publisher)
    authors, by_authors = _authors(article, metas, item)
    published, by_published = _published(article, metas, item)
    spoken, by_language = _first_of(
        (Method.JSON_LD, _text(article.get("inLanguage"))),
        (Method.LANG, tree.get("lang")),
        *_of_metas(metas, "og:locale"),
    )
    code = language.code(spoken)
    return Metadata(
        title=title,
        publisher=publisher,
        authors=authors,
        published=published,
        url=canonical if use_canonical else address,
        address=address,
        canonical=canonical,
        language=code,
        article=article,
        found=Found(
            title=by_title,
            publisher=by_publisher,
            url=Method.CANONICAL if use_canonical else by_address,
            published=by_published,
            authors=by_authors,
            language=by_language if code else None,
        ),
    )


def _lent(publisher: str, *, site: str | None) -> bool:
    """Whether JSON-LD names an agency as the publisher on a site that calls itself otherwise: then
    it credits the agency, and the site has published it."""
    return bool(site and agencies.known(publisher) and not agencies.same_outlet(publisher, site))


def names(value: Any) -> Iterator[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        if name := " ".join(value.split()):
            yield name
    elif isinstance(value, list):
        for part in value[:50]:
            if not isinstance(part, list):
                yield from names(part)
    elif isinstance(value, dict):
        yield from names(value.get("name") if isinstance(value.get("name"), str) else None)


def _article(tree: Any) -> dict[str, Any]:
    """The JSON-LD object of the article; empty when the page has none."""
    objects = list(json_ld(tree))
    for found in objects:
        kinds = found.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str) and ARTICLE_TYPE.search(kind):
                return {key: _resolved(value, objects) for key, value in found.items()}
    return {}


def _resolved(value: Any, objects: list[dict[str, Any]]) -> Any:
    """The object that stands elsewhere in the page's JSON-LD where only its @id is given."""
    if isinstance(value, list):
        return [_resolved(part, objects) for part in value[:50] if not isinstance(part, list)]
    if isinstance(value, dict) and set(value) == {"@id"}:
        return next((o for o in objects if o is not value and o.get("@id") == value["@id"]), value)
    return value


def json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of a page's JSON-LD, those of its graphs and main entities among them."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            waiting = [json.loads((script.text or "").strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(NODES):
            if not waiting:
                break
            found = waiting.pop(0)
            if isinstance(found, list):
                waiting.extend(found[:NODES])
            elif isinstance(found, dict):
                yield found
                waiting.extend(
                    found[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if key in found
                )


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if key and content:
            metas.setdefault(key.strip().lower(), content)
    return metas


def _microdata(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iterfind(".//*[@itemprop]"):
        value = element.get("datetime") or element.get("content")
        text = value or " ".join(" ".join(element.itertext()).split())
        if text and len(text) < 400:
            found.setdefault(element.get("itemprop").lower(), []).append(text)
    return found


def _title(
    tree: Any,
    article: dict[str, Any],
    metas: dict[str, str],
    item: dict[str, list[str]],
    publisher: str | None,
) -> tuple[str | None, Method | None]:
    headings = [_inner(h) for h in tree.iter("h1")]
    whole = tree.find(".//title")
    title, method = _first_of(
        (Method.JSON_LD, _text(article.get("headline"))),
        *_of_metas(metas, "og:title", "twitter:title"),
        *((Method.MICRODATA, headline) for headline in item.get("headline", [])),
        (Method.PAGE, headings[0] if len(headings) == 1 else None),
        (Method.PAGE, _inner(whole) if whole is not None else None),
    )
    return _without_site(title, publisher) if title else None, method


def _without_site(title: str, publisher: str | None) -> str:
    found = SITE.fullmatch(title)
    if found is None:
        return title
    mine = agencies.same_outlet(found["site"], publisher) if publisher else found["bar"] == "|"
    return found["head"] if mine else title


def _authors(
    article: dict[str, Any], metas: dict[str, str], item: dict[str, list[str]]
) -> tuple[tuple[str, ...], Method | None]:
    declared, method = list(names(article.get("author"))), Method.JSON_LD
    if not declared:
        keys = ("author", "byl", "article:author", "dc.creator", "parsely-author")
        author, by = _first_of(*_of_metas(metas, *keys))
        declared = [author] if author else item.get("author", [])[:10]
        method = by or Method.MICRODATA
    parts = [part for name in declared for part in re.split(r"\s*;\s*|\s+and\s+", BY.sub("", name))]
    authors = tuple(dict.fromkeys(part for part in parts if part and not URL.match(part)))
    return authors, method if authors else None


def _published(
    article: dict[str, Any], metas: dict[str, str], item: dict[str, list[str]]
) -> tuple[str | None, Method | None]:
    keys = (
        "article:published_time",
        "date",
        "dc.date",
        "dc.date.issued",
        "pubdate",
        "datepublished",
    )
    declared = [
        (Method.JSON_LD, _text(article.get("datePublished"))),
        *_of_metas(metas, *keys),
        *((Method.MICRODATA, value) for value in item.get("datepublished", [])),
    ]
    return _first_of(*((by, value) for by, value in declared if value and is_iso(value)))


def is_iso(value: str) -> bool:
    """Whether this is an ISO 8601 date or date and time."""
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            parse(value)
        except ValueError:
            continue
        return len(value) >= 8
    return False


def _canonical(tree: Any) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return web_address(link.get("href"))
    return None


def _address(article: dict[str, Any]) -> str | None:
    page = article.get("mainEntityOfPage")
    return _first(
        _text(article.get("url")), _text(page.get("@id")) if isinstance(page, dict) else _text(page)
    )


def host(url: str | None) -> str | None:
    """The host of a URL without "www."; None for what has none."""
    try:
        found = urlsplit(url or "").hostname
    except ValueError:
        return None
    return found.removeprefix("www.") if found else None


def same_site(one: str | None, other: str | None) -> bool:
    """Whether one host is the other or stands below it."""
    if not (one and other):
        return one == other
    return one == other or one.endswith("." + other) or other.endswith("." + one)


def web_address(value: str | None) -> str | None:
    """The value where it is an http(s) URL and nothing else."""
    return value.strip() if value and URL.fullmatch(value.strip()) else None


def _text(value: Any) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _inner(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _first_of(*found: tuple[Method, str | None]) -> tuple[str | None, Method | None]:
    return next(((value, method) for method, value in found if value), (None, None))


def _of_metas(metas: dict[str, str], *keys: str) -> Iterable[tuple[Method, str | None]]:
    for key in keys:
        graph = key.startswith(("og:", "article:"))
        yield (Method.OPENGRAPH if graph else Method.META), metas.get(key)
