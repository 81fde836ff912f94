"""A page as an answer: HTML for people, the same as JSON for programs, and neither twice."""

import json
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote, unquote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from firsthand.faces import bars, sourcing, wording
from firsthand.faces.environment import environment
from firsthand.faces.said import short
from firsthand.faces.web import addresses
from firsthand.faces.web.page import Json, Page
from firsthand.faces.web.site import Site
from firsthand.faces.web.static import stamped

if TYPE_CHECKING:
    from jinja2 import Environment

TITLE = 150
"""Characters of a claim in a list."""
BY = "firsthand_by"
"""The cookie that holds who judged last in this browser."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page. `json`: where the same is as JSON; `words`: what stands in the field
    for searching; `author`: who judges, as far as is known."""

    edit: bool
    json: str
    path: str
    words: str
    form_token: str
    author: str

    def here(self, query: dict[str, Any]) -> str:
        """This page's address with another query; empty values are left out."""
        kept = {name: value for name, value in query.items() if value not in (None, "")}
        return self.path + ("?" + urlencode(kept, errors="replace") if kept else "")


@dataclass(frozen=True, slots=True)
class Problem:
    """A page that says what went wrong, and what to do."""

    template: ClassVar[str] = "problem.html"
    status: int
    said: str

    def to_json(self) -> Json:
        return {"schema": "firsthand/problem/1", "status": self.status, "said": self.said}


def answer(request: Request, page: Page, *, status: int = 200) -> Response:
    if wants_json(request):
        return told(request, page.to_json(), status=status)
    site: Site = request.app.state.site
    html = _templates().get_template(page.template).render(page=page, frame=_frame(request, site))
    body = html.encode("utf-8", "replace")
    return _unless_known(request, body, "text/html; charset=utf-8", status)


def told(request: Request, found: Any, *, status: int = 200, write: bool = False) -> Response:
    """JSON. A lone surrogate leaves as its JSON escape. `write`: nothing to keep or to compare."""
    body = json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace")
    if write:
        return Response(
            body, status, media_type="application/json", headers={"Cache-Control": "no-store"}
        )
    return _unless_known(request, body, "application/json", status)


def wants_json(request: Request) -> bool:
    """Whether JSON is asked for: by `format=json`, or because HTML isn't accepted."""
    if request.url.path.startswith("/api/") or request.query_params.get("format") == "json":
        return True
    accepted = request.headers.get("accept", "")
    return "json" in accepted and "html" not in accepted


def _unless_known(request: Request, body: bytes, media: str, status: int) -> Response:
    if status != 200:
        return Response(body, status, media_type=media, headers={"Cache-Control": "no-store"})
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Vary": "Accept, Cookie", "Cache-Control": "private, no-cache"}
    known = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    if tag in [each.removeprefix("W/") for each in known] or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(body, status, media_type=media, headers=headers)


def _frame(request: Request, site: Site) -> Frame:
    query = [(k, v) for k, v in request.query_params.multi_items() if k != "format"]
    path = _path(request)
    return Frame(
        edit=site.options.edit,
        json=path + "?" + urlencode([*query, ("format", "json")], errors="replace"),
        path=path,
        words=request.query_params.get("q", "") if request.url.path == "/search" else "",
        form_token=site.form_token,
        author=unquote(request.cookies.get(BY, "")) or site.options.author,
    )


def _path(request: Request) -> str:
    """The path as it was asked for, percent-encoded. One that begins with two slashes would be
    another host's address."""
    raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    return "/" + str(raw, "ascii", "replace").lstrip("/")


@cache
def _templates() -> "Environment":
    found = environment("firsthand.faces.web")
    found.filters["short"] = partial(short, longest=TITLE)
    found.globals |= {
        "at": addresses,
        "bases": bars.BASES,
        "moment": wording.moment,
        "remarks": sourcing.remarks,
        "sourcing_size": sourcing.size,
        "speakers": bars.speakers,
        "stamped": stamped,
        "zip": zip,
    }
    return found
