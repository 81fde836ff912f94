"""W3C Web Annotations read back: a page, a collection, a list, or annotations a line each.

An annotation that `export` made keeps its id; another one is taken for a statement that the reader
missed when its target is an article of the ledger, by its IRI or web address. A page with any of
an article's exported annotations is the whole of that article; one with none takes nothing away.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import unquote

from firsthand.faces.annotated.marks import Mark, Marked, Place
from firsthand.faces.export.addresses import ROOT
from firsthand.faces.export.anchor import Quote
from firsthand.model.errors import InputError

_STATEMENT: Final = f"{ROOT}statement:"
_ARTICLE: Final = f"{ROOT}article:"
_TAGS: Final = ("quotation", "kind", "polarity", "basis")


def read(rows: Any, articles: Mapping[str, str]) -> Iterator[Marked | InputError]:
    """`articles` are ids by their web addresses."""
    found: dict[tuple[str, str | None], list[Mark]] = defaultdict(list)
    times: dict[tuple[str, str | None], datetime] = {}
    for row in _annotations(rows):
        try:
            article, mark = _mark(row, articles)
        except InputError as error:
            yield error
            continue
        author = _author(row.get("creator"))
        key = (article, author)
        found[key].append(mark)
        if when := moment(row.get("modified") or row.get("created")):
            times[key] = max(when, times.get(key, when))
    ours = {article for (article, _), marks in found.items() for mark in marks if mark.id}
    # Whole only where one hand marked it: of two annotators, neither has what the other has.
    alone = {a for a in ours if len([key for key in found if key[0] == a]) == 1}
    for (article, author), marks in found.items():
        yield Marked(
            article,
            tuple(marks),
            whole=article in alone,
            around=False,
            author=author,
            when=times.get((article, author)),
        )


def moment(written: Any) -> datetime | None:
    """A time as files write it; None where it isn't one, or has no zone."""
    try:
        when = datetime.fromisoformat(str(written))
    except ValueError:
        return None
    return when if when.tzinfo else None


def _annotations(rows: Any) -> Iterator[Any]:
    if isinstance(rows, list):
        for row in rows:
            yield from _annotations(row)
    elif isinstance(rows, dict) and isinstance(rows.get("first"), dict):
        yield from _annotations(rows["first"])
    elif isinstance(rows, dict) and isinstance(rows.get("items"), list):
        yield from _annotations(rows["items"])
    else:
        yield rows


def _mark(row: Any, articles: Mapping[str, str]) -> tuple[str, Mark]:
    """The article and the statement. Raises InputError for what is no annotation of an article."""
    if not isinstance(row, dict) or "target" not in row:
        raise InputError("annotation", f"has no target: {json.dumps(row)[:80]}")
    id = str(row.get("id") or "")
    targets = row["target"] if isinstance(row["target"], list) else [row["target"]]
    if id.startswith(_STATEMENT):
        article, _, local = unquote(id.removeprefix(_STATEMENT)).rpartition("#")
    else:
        article, local = _article(targets, articles, id), ""
    content = tuple(place for target in targets if (place := _place(target)))
    if not content:
        raise InputError(id or "annotation", "has no TextQuoteSelector; add one with its words")
    return article, Mark(local or None, content, choices=dict(_choices(row.get("body"))))


def _article(targets: list[Any], articles: Mapping[str, str], id: str) -> str:
    source = targets[0].get("source") if targets and isinstance(targets[0], dict) else None
    source = source.get("id") if isinstance(source, dict) else source
    source = str(source or "")
    if source.startswith(_ARTICLE):
        return unquote(source.removeprefix(_ARTICLE))
    if source not in articles:
        raise InputError(id or "annotation", f"its target {source!r} is no article of the ledger")
    return articles[source]


def _place(target: Any) -> Place | None:
    selectors = target.get("selector") if isinstance(target, dict) else None
    quoted, span = None, None
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        if not isinstance(selector, dict):
            continue
        if selector.get("type") == "TextQuoteSelector" and isinstance(selector.get("exact"), str):
            quoted = Quote(selector["exact"], _text(selector, "prefix"), _text(selector, "suffix"))
        elif selector.get("type") == "TextPositionSelector":
            ends = selector.get("start"), selector.get("end")
            if isinstance(ends[0], int) and isinstance(ends[1], int):
                span = ends[0], ends[1]
    return Place(quoted, span) if quoted else None


def _text(selector: Mapping[str, Any], name: str) -> str | None:
    value = selector.get(name)
    return value if isinstance(value, str) else None


def _choices(bodies: Any) -> Iterator[tuple[str, str]]:
    """ "polarity: denied" in a body for tagging."""
    for body in bodies if isinstance(bodies, list) else [bodies]:
        value = body.get("value") if isinstance(body, dict) else None
        name, _, choice = value.partition(":") if isinstance(value, str) else ("", "", "")
        if name.strip() in _TAGS:
            yield name.strip(), choice.strip()


def _author(creator: Any) -> str | None:
    if isinstance(creator, list):
        creator = creator[0] if creator else None
    if isinstance(creator, dict):
        creator = creator.get("name") or creator.get("nickname") or creator.get("id")
    return creator if isinstance(creator, str) and creator.strip() else None
