"""The door of this folder: a ledger → an application that shows it, for any ASGI server."""

from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from firsthand.faces.web.adding import Busy
from firsthand.faces.web.answers import Problem, answer
from firsthand.faces.web.api import api
from firsthand.faces.web.forms import Forbidden, forms
from firsthand.faces.web.guard import Guard
from firsthand.faces.web.routes import pages
from firsthand.faces.web.site import Options, site
from firsthand.faces.wording import clean
from firsthand.model.errors import FirsthandError, InputError, LedgerError, UsageError
from firsthand.model.version import VERSION

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger

_STATUS = (
    (Forbidden, 403),
    (Busy, 503),
    (InputError, 404),
    (UsageError, 422),
    (LedgerError, 503),
    (FirsthandError, 500),
)


def application(store: "Ledger", options: Options = Options()) -> FastAPI:
    """Pages of this ledger, and its API under /api. The ledger stays open as long as it is used;
    who opened it closes it."""
    app = FastAPI(
        title="firsthand",
        version=VERSION,
        summary="Who says so, and how do they know?",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.site = site(store, options)
    app.include_router(api(edit=options.edit))
    app.include_router(pages)
    app.include_router(forms)
    app.add_middleware(Guard, hosts=options.hosts)
    app.add_exception_handler(FirsthandError, _told)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    return app


def _told(request: Request, error: Exception) -> Response:
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    return answer(request, Problem(status, clean(str(error))), status=status)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"][1:]) or "request"
    return answer(request, Problem(422, clean(f"{name}: {first['msg']}")), status=422)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = "there is no such page" if error.status_code == 404 else str(error.detail)
    found = answer(request, Problem(error.status_code, said), status=error.status_code)
    found.headers.update(error.headers or {})
    return found
