"""What programs may send: articles, and judgements of links. Only with --edit and a token."""

import hmac
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field

from firsthand.faces import reviewing
from firsthand.faces.judged import history, link_named
from firsthand.faces.web.adding import MOST_CHARACTERS, Given, Kept
from firsthand.faces.web.answers import told
from firsthand.faces.web.api_reads import PROBLEMS, ProblemBody
from firsthand.faces.web.pages.lists import judged_to_json
from firsthand.faces.web.routes import site_of
from firsthand.model.errors import UsageError
from firsthand.model.trace import Judgement


class NewArticle(BaseModel):
    """An article to read and keep: its `text`, or its web `address`."""

    text: str | None = Field(None, max_length=MOST_CHARACTERS)
    address: str | None = Field(None, max_length=5_000)
    id: str = Field("", max_length=500)
    title: str = Field("", max_length=500)
    publisher: str = Field("", max_length=200)
    published: str = Field("", max_length=40)
    url: str = Field("", max_length=5_000)


class AddedBody(BaseModel):
    """What is kept now, and what was refused, each with its reason."""

    kept: list[Kept]
    refused: list[str]


class NewJudgement(BaseModel):
    """What somebody holds of a link, named by its id or the beginning of it."""

    link: str = Field(min_length=4, max_length=64)
    judgement: Judgement
    why: str = Field(min_length=1, max_length=2_000)
    by: str = Field(min_length=1, max_length=200)


class NewReview(BaseModel):
    """What somebody holds of a claim, in their own words."""

    claim: str = Field(min_length=1, max_length=1_000)
    rating: str = Field(min_length=1, max_length=500)
    by: str = Field(min_length=1, max_length=200)
    url: str | None = Field(None, max_length=5_000)


_bearer = HTTPBearer(auto_error=False, description="The token that firsthand serve --edit prints.")


def _may_write(
    request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> None:
    wanted = site_of(request).api_token
    if given is None or not hmac.compare_digest(given.credentials.encode(), wanted.encode()):
        raise HTTPException(
            401,
            "send the token that firsthand serve --edit printed: Authorization: Bearer TOKEN",
            headers={"WWW-Authenticate": "Bearer"},
        )


writes = APIRouter(
    prefix="/api",
    tags=["writes"],
    dependencies=[Depends(_may_write)],
    responses=PROBLEMS
    | {
        401: {"model": ProblemBody, "description": "no token, or not the right one"},
        413: {"description": "too much was sent"},
    },
)


@writes.post("/articles", response_model=AddedBody, summary="Read an article and keep it")
def add_article(request: Request, new: NewArticle) -> Response:
    """200 when something is kept now, whether it is new or was there."""
    adding = site_of(request).adding
    given = Given(new.title, new.publisher, new.published, new.url, new.id)
    if (new.text is None) == (new.address is None):
        raise UsageError("give text or address, one of the two")
    found = (
        adding.address(new.address or "", given)
        if new.text is None
        else adding.text(new.text, given)
    )
    if not found.kept:
        raise UsageError("; ".join(found.refused))
    return told(
        request,
        {"kept": [asdict(k) for k in found.kept], "refused": list(found.refused)},
        write=True,
    )


@writes.post("/judgements", response_model=dict[str, Any], summary="Say whether a link holds")
def add_judgement(request: Request, new: NewJudgement) -> Response:
    """Nothing that was held before is changed; the newest judgement of a link counts."""
    store = site_of(request).store
    if not new.why.strip() or not new.by.strip():
        raise UsageError("give a reason and a name: both stay beside the judgement")
    link = link_named(store, new.link)
    store.judge(link, new.judgement, why=new.why.strip(), author=new.by.strip())
    return told(request, judged_to_json(next(history(store, link))), write=True)


@writes.post("/reviews", response_model=dict[str, Any], summary="Keep a review of a claim")
def add_review(request: Request, new: NewReview) -> Response:
    """Shown as theirs beside the claim; it changes no count."""
    review = reviewing.typed(new.claim, new.rating, author=new.by, url=new.url)
    site_of(request).store.keep_reviews([review])
    return told(request, asdict(review), write=True)
