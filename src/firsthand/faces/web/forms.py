"""What people send from the pages: articles, and what they hold of links. Only with --edit.

A form counts when it holds the token that stands in these pages' forms alone and when no other
site's page sent it.
"""

import hmac
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from firsthand.faces.web import addresses
from firsthand.faces.web.adding import MOST_BYTES, Added, Given
from firsthand.faces.web.answers import BY, answer
from firsthand.faces.web.pages.link import link
from firsthand.faces.web.pages.start import start
from firsthand.faces.web.routes import site_of
from firsthand.faces.web.site import Site
from firsthand.faces.wording import clean
from firsthand.model.errors import UsageError
from firsthand.model.trace import Judgement

forms = APIRouter(include_in_schema=False)

LONGEST_WHY: Final = 2_000
LONGEST_NAME: Final = 200
_YEAR_S: Final = 365 * 86_400


class Forbidden(UsageError):
    """The user's: this may not be done here."""


@forms.post("/articles")
async def add(request: Request) -> Response:
    form = await _form(request)
    site = site_of(request)
    file = form.get("file")
    data = await file.read() if isinstance(file, UploadFile) and file.filename else b""
    return await run_in_threadpool(_added, request, site, form, data)


def _added(request: Request, site: Site, form: FormData, data: bytes) -> Response:
    given = Given(
        title=_field(form, "title", 500),
        publisher=_field(form, "publisher", LONGEST_NAME),
        published=_field(form, "published", 40),
    )
    file, text, url = form.get("file"), _field(form, "text"), _field(form, "url", 5_000)
    if isinstance(file, UploadFile) and file.filename:
        added = site.adding.file(file.filename, data, given)
    elif url.strip():
        added = site.adding.address(url, given)
    elif text.strip():
        added = site.adding.text(text, given)
    else:
        added = Added((), ("nothing was given: paste a text, give an address, or choose a file",))
    if len(added.kept) == 1 and not added.refused:
        return RedirectResponse(addresses.article(added.kept[0].id), 303)
    if added.kept and not added.refused:
        return RedirectResponse("/articles", 303)
    kept = [f"kept: {clean(k.title or k.id)}" for k in added.kept]
    page = start(site, told=(*added.refused, *kept), pasted=text)
    return answer(request, page, status=200 if added.kept else 422)


@forms.post("/claim/link")
async def judge(request: Request) -> Response:
    form = await _form(request)
    return await run_in_threadpool(_judged, request, site_of(request), form)


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says of a link."""

    verdict: str
    why: str
    by: str

    @property
    def problem(self) -> str:
        if self.verdict not in set(Judgement):
            return "Say whether the link holds: yes, no or unsure."
        if not self.why:
            return "Give the reason, in a sentence: it stays beside the judgement."
        if not self.by:
            return "Give your name: it stays beside the judgement."
        return ""


def _judged(request: Request, site: Site, form: FormData) -> Response:
    claim, id = _field(form, "q", 5_000), _field(form, "link", 64)
    said = Said(
        _field(form, "verdict", 20),
        _field(form, "why", LONGEST_WHY).strip(),
        clean(_field(form, "by", LONGEST_NAME)),
    )
    page = link(site, claim, id, told=said.problem, why=said.why)
    if said.problem:
        return answer(request, page, status=422)
    was = page.trace.independent_support
    site.store.judge(id, Judgement(said.verdict), why=said.why, author=said.by)
    to = f"{addresses.claim(claim)}&judged={quote(id, safe='')}&was={was}#counts"
    done = RedirectResponse(to, 303)
    done.set_cookie(BY, quote(said.by), max_age=_YEAR_S, httponly=True, samesite="strict")
    return done


async def _form(request: Request) -> FormData:
    """Raises Forbidden for a form that isn't from these pages, or where nothing may be changed."""
    site = site_of(request)
    if not site.options.edit:
        raise Forbidden("this ledger is only shown here; start firsthand serve with --edit")
    _refuse_other_sites(request)
    form = await request.form(max_files=1, max_fields=20, max_part_size=MOST_BYTES)
    token = _field(form, "token", 200)
    if not hmac.compare_digest(token.encode(), site.form_token.encode()):
        raise Forbidden("this form is older than the server; go back, load the page anew, send it")
    return form


def _refuse_other_sites(request: Request) -> None:
    origin = request.headers.get("origin")
    same = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    if not same or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise Forbidden("this form was sent by another site's page")


def _field(form: FormData, name: str, longest: int | None = None) -> str:
    """Raises UsageError for more characters than that."""
    found = form.get(name)
    value = found if isinstance(found, str) else ""
    if longest is not None and len(value) > longest:
        raise UsageError(f"{name}: {len(value):,} characters; give {longest:,} at most")
    return value.replace("\x00", "")
