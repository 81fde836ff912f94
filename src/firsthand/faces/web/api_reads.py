"""The same reads as JSON under /api, with the filters of the lists.

Lists come in parts, `next` being the offset of the next one. Every answer to a read has an ETag.
"""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from firsthand.faces.happened import counted, verb_first
from firsthand.faces.web import addresses
from firsthand.faces.web.answers import told
from firsthand.faces.web.claims import KnownClaim
from firsthand.faces.web.page import Json, Part, shown
from firsthand.faces.web.pages import lists
from firsthand.faces.web.pages.article import reading_of
from firsthand.faces.web.pages.link import link as link_page
from firsthand.faces.web.pages.lists import judged_to_json
from firsthand.faces.web.pages.outlet import outlet as outlet_page
from firsthand.faces.web.pages.source import source as source_page
from firsthand.faces.web.routes import site_of
from firsthand.ledger.rows import (
    ArticleFilter,
    ArticleRow,
    OutletRow,
    Published,
    SourceFilter,
    SourceRow,
    StatementFilter,
    StatementRow,
)
from firsthand.linking.reviewed import of_claim
from firsthand.model.contract import reading_to_json, trace_to_json
from firsthand.model.reading import Kind, Naming, Polarity, SourceKind
from firsthand.model.review import Review

Row = TypeVar("Row")

MOST_ROWS = 500


class Rows(BaseModel, Generic[Row]):
    """A part of a list. `next` and `previous` are offsets, null where there is nothing more."""

    rows: list[Row]
    next: int | None
    previous: int | None


class ProblemBody(BaseModel):
    """What went wrong, in a sentence that says what to do."""

    schema_: str = Field(alias="schema")
    status: int
    said: str


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": ProblemBody, "description": said}
    for status, said in {
        400: "the request can't be understood",
        404: "nothing has this id",
        422: "a parameter or a field isn't as it has to be",
        503: "the ledger can't be reached just now, or too much is being read",
    }.items()
}

Offset = Annotated[int, Query(ge=0, le=1_000_000, description="Rows to leave out first.")]
Limit = Annotated[int, Query(ge=1, le=MOST_ROWS, description="Rows at most.")]
Words = Annotated[
    str | None,
    Query(max_length=1_000, description='Words that all have to be there; "in a row" in quotes.'),
]
Publisher = Annotated[str | None, Query(max_length=200, description="Words of its name.")]
Since = Annotated[date | None, Query(description="Published on that day or later.")]
Until = Annotated[date | None, Query(description="Published on that day or earlier.")]
Id = Annotated[
    str,
    Path(
        min_length=1,
        max_length=2_000,
        description='Percent-encoded whole; "~" before one that begins with "." or "~".',
    ),
]
ClaimText = Annotated[
    str, Query(min_length=1, max_length=1_000, description="A short sentence, in any words.")
]

reads = APIRouter(prefix="/api", tags=["reads"], responses=PROBLEMS)


@reads.get("/articles", response_model=Rows[ArticleRow], summary="Articles, by date")
def list_articles(
    request: Request,
    text: Words = None,
    source: Words = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    part = Part(offset, limit)
    wanted = ArticleFilter(
        text=text,
        source=source,
        publisher=publisher,
        since=since,
        until=until,
        offset=offset,
        limit=part.asked,
    )
    return _rows(request, list(site_of(request).store.articles(wanted)), part)


@reads.get(
    "/articles/{id:path}",
    response_model=dict[str, Any],
    summary="An article with its reading: firsthand/reading/1",
)
def one_article(request: Request, id: Id) -> Response:
    return told(request, reading_to_json(reading_of(site_of(request), addresses.id_of(id))))


@reads.get("/statements", response_model=Rows[StatementRow], summary="Who said what, where")
def list_statements(
    request: Request,
    text: Words = None,
    source: Words = None,
    key: Annotated[str | None, Query(max_length=2_000, description="A source's key.")] = None,
    article: Annotated[str | None, Query(max_length=500, description="An article's id.")] = None,
    naming: Naming | None = None,
    kind: Kind | None = None,
    polarity: Polarity | None = None,
    actor: Annotated[
        str | None, Query(max_length=200, description="Somebody in what happened.")
    ] = None,
    action: Annotated[
        str | None, Query(max_length=200, description="A verb, and to whom or what.")
    ] = None,
    place: Annotated[str | None, Query(max_length=200, description="Where it happened.")] = None,
    happened_from: Annotated[date | None, Query(description="It happened then or later.")] = None,
    happened_to: Annotated[date | None, Query(description="It happened then or earlier.")] = None,
    number: Annotated[
        str | None, Query(max_length=200, description="How many: 300, 40 million crowns.")
    ] = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    part = Part(offset, limit)
    wanted = StatementFilter(
        text=text,
        source=source,
        key=key,
        article=article,
        naming=naming,
        kind=kind,
        polarity=polarity,
        actor=actor,
        action=verb_first(action),
        place=place,
        happened_from=happened_from,
        happened_to=happened_to,
        number=counted(number, name="number"),
        publisher=publisher,
        since=since,
        until=until,
        offset=offset,
        limit=part.asked,
    )
    return _rows(request, list(site_of(request).store.statements(wanted)), part)


@reads.get("/sources", response_model=Rows[SourceRow], summary="Sources, the most credited first")
def list_sources(
    request: Request,
    name: Words = None,
    kind: SourceKind | None = None,
    naming: Naming | None = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    part = Part(offset, limit)
    wanted = SourceFilter(
        name=name,
        kind=kind,
        naming=naming,
        publisher=publisher,
        since=since,
        until=until,
        offset=offset,
        limit=part.asked,
    )
    return _rows(request, list(site_of(request).store.sources(wanted)), part)


@reads.get(
    "/sources/{key:path}",
    response_model=dict[str, Any],
    summary="A source by its key: what it said, through whom, what was checked",
)
def one_source(request: Request, key: Id, offset: Offset = 0, limit: Limit = 50) -> Response:
    page = source_page(site_of(request), addresses.id_of(key), Part(offset, limit))
    return told(request, page.to_json())


@reads.get("/outlets", response_model=Rows[OutletRow], summary="Outlets, the largest first")
def list_outlets(request: Request, offset: Offset = 0, limit: Limit = 50) -> Response:
    part = Part(offset, limit)
    wanted = Published(offset=offset, limit=part.asked)
    return _rows(request, list(site_of(request).store.outlets(wanted)), part)


@reads.get(
    "/outlets/{name:path}",
    response_model=dict[str, Any],
    summary="An outlet's sourcing: firsthand/audit/1",
)
def one_outlet(request: Request, name: Id) -> Response:
    return told(request, outlet_page(site_of(request), addresses.id_of(name)).to_json())


@reads.get("/claims", response_model=Rows[KnownClaim], summary="The claims counted so far")
def list_claims(request: Request, offset: Offset = 0, limit: Limit = 50) -> Response:
    found = lists.claims(site_of(request), Part(offset, limit)).shown
    return told(request, _part(found.rows, found.next, found.previous))


@reads.get(
    "/trace",
    response_model=dict[str, Any],
    summary="A claim followed to its origins: firsthand/trace/1",
)
def trace(request: Request, claim: ClaimText) -> Response:
    found = trace_to_json(site_of(request).traces.of(claim).trace)
    return told(request, found | {"reviews": [asdict(r) for r in _reviews(request, claim)]})


@reads.get(
    "/link",
    response_model=dict[str, Any],
    summary="A link of a claim's trace: both texts, and who judged it",
)
def one_link(
    request: Request, claim: ClaimText, link: Annotated[str, Query(max_length=64)]
) -> Response:
    return told(request, link_page(site_of(request), claim, link).to_json())


@reads.get(
    "/judgements",
    response_model=Rows[dict[str, Any]],
    summary="What people held of links, the newest first",
)
def list_judgements(request: Request, offset: Offset = 0, limit: Limit = 50) -> Response:
    found = lists.judgements(site_of(request), Part(offset, limit)).shown
    rows = [judged_to_json(row) for row in found.rows]
    return told(request, {"rows": rows, "next": found.next, "previous": found.previous})


@reads.get(
    "/reviews",
    response_model=Rows[Review],
    summary="What others published of claims, or of one; theirs, and in no count",
)
def list_reviews(
    request: Request,
    claim: Annotated[str | None, Query(max_length=1_000)] = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    part = Part(offset, limit)
    return _rows(request, _reviews(request, claim)[offset : offset + part.asked], part)


def _reviews(request: Request, claim: str | None) -> list[Review]:
    every = site_of(request).store.reviews()
    return every if claim is None else of_claim(claim, every)


def _rows(request: Request, found: list[Any], part: Part) -> Response:
    cut = shown(found, part)
    return told(request, _part(cut.rows, cut.next, cut.previous))


def _part(rows: tuple[Any, ...], next: int | None, previous: int | None) -> Json:
    return {"rows": [asdict(row) for row in rows], "next": next, "previous": previous}
