"""Which address is which page. What takes time runs in threads, so that others are answered."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from firsthand.faces.web import addresses
from firsthand.faces.web.answers import answer
from firsthand.faces.web.page import Page, Part
from firsthand.faces.web.pages import lists
from firsthand.faces.web.pages.article import Narrowing, article
from firsthand.faces.web.pages.claim import claim
from firsthand.faces.web.pages.described import described
from firsthand.faces.web.pages.link import link
from firsthand.faces.web.pages.map import MapPage
from firsthand.faces.web.pages.outlet import outlet
from firsthand.faces.web.pages.search import search
from firsthand.faces.web.pages.source import source
from firsthand.faces.web.pages.start import start
from firsthand.faces.web.site import Site
from firsthand.faces.web.static import held
from firsthand.model.errors import InputError
from firsthand.model.reading import Polarity

pages = APIRouter(include_in_schema=False)
READ = ["GET", "HEAD"]
A_PAGE = 50

Words = Annotated[str, Query(max_length=5_000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
LinkId = Annotated[str, Query(alias="link", max_length=64)]


def site_of(request: Request) -> Site:
    found: Site = request.app.state.site
    return found


def _part(offset: int) -> Part:
    return Part(offset, A_PAGE)


@pages.api_route("/", methods=READ)
def first(request: Request) -> Response:
    return answer(request, start(site_of(request)))


@pages.api_route("/search", methods=READ)
def searched(request: Request, q: Words = "") -> Response:
    return answer(request, search(site_of(request), q.strip()))


@pages.api_route("/claims", methods=READ)
def every_claim(request: Request, offset: Offset = 0) -> Response:
    return answer(request, lists.claims(site_of(request), _part(offset)))


@pages.api_route("/claim", methods=READ)
def one_claim(
    request: Request,
    q: Words = "",
    judged: str = "",
    was: Annotated[int | None, Query(ge=0, le=1_000_000)] = None,
) -> Response:
    page: Page
    if not q.strip():
        page = search(site_of(request), "")
    else:
        page = claim(site_of(request), q, just=judged, was=was)
    return answer(request, page)


@pages.api_route("/claim/link", methods=READ)
def one_link(request: Request, q: Words = "", link_id: LinkId = "") -> Response:
    return answer(request, link(site_of(request), q, link_id))


@pages.api_route("/claim/map", methods=READ)
def one_map(request: Request, q: Words = "") -> Response:
    return answer(request, MapPage(site_of(request).traces.of(q).trace))


@pages.api_route("/articles", methods=READ)
def every_article(request: Request, q: Words = "", offset: Offset = 0) -> Response:
    return answer(request, lists.articles(site_of(request), q.strip(), _part(offset)))


@pages.api_route("/articles/{id:path}", methods=READ)
def one_article(
    request: Request,
    id: str,
    source: Annotated[str, Query(max_length=200)] = "",
    depth: Annotated[str, Query(pattern=r"^\d{0,3}$")] = "",
    polarity: str = "",
) -> Response:
    asked = next((p for p in Polarity if p.value == polarity), None)
    narrowing = Narrowing(source or None, int(depth) if depth else None, asked)
    return answer(request, article(site_of(request), addresses.id_of(id), narrowing))


@pages.api_route("/sources", methods=READ)
def every_source(request: Request, q: Words = "", offset: Offset = 0) -> Response:
    return answer(request, lists.sources(site_of(request), q.strip(), _part(offset)))


@pages.api_route("/sources/{key:path}", methods=READ)
def one_source(request: Request, key: str, offset: Offset = 0) -> Response:
    return answer(request, source(site_of(request), addresses.id_of(key), _part(offset)))


@pages.api_route("/outlets", methods=READ)
def every_outlet(request: Request, offset: Offset = 0) -> Response:
    return answer(request, lists.outlets(site_of(request), _part(offset)))


@pages.api_route("/outlets/{name:path}", methods=READ)
def one_outlet(request: Request, name: str) -> Response:
    return answer(request, outlet(site_of(request), addresses.id_of(name)))


@pages.api_route("/judgements", methods=READ)
def every_judgement(request: Request, offset: Offset = 0) -> Response:
    return answer(request, lists.judgements(site_of(request), _part(offset)))


@pages.api_route("/api", methods=READ)
def the_api(request: Request) -> Response:
    found = described(request.app.openapi(), edit=site_of(request).options.edit)
    return answer(request, found)


@pages.api_route("/static/{path:path}", methods=READ)
def file(path: str) -> Response:
    if path not in held():
        raise InputError(path[:100], "there is no such file")
    data, media = held()[path]
    # The address has a digest of the file in it, so that it never stands for another one.
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(data, media_type=media, headers=kept)
