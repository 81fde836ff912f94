"""What every page is made from: the ledger, what was made of it before, and what may be done."""

from dataclasses import dataclass
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from firsthand.faces.web.adding import Adding
from firsthand.faces.web.claims import Claims
from firsthand.faces.web.traces import Traces

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Options:
    """`edit`: articles may be added and links judged. `hosts`: names that the pages may be called
    by, beside localhost and addresses in figures. `author`: who judges, where nobody says ("":
    nobody). `token`: what a program has to show to write over the API (None: one is made)."""

    edit: bool = False
    hosts: tuple[str, ...] = ()
    author: str = ""
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """`form_token` stands in every form of these pages, and no other site can know it."""

    store: "Ledger"
    options: Options
    traces: Traces
    claims: Claims
    adding: Adding
    form_token: str
    api_token: str


def site(store: "Ledger", options: Options) -> Site:
    return Site(
        store=store,
        options=options,
        traces=Traces(store, remember=options.edit),
        claims=Claims(store),
        adding=Adding(store),
        form_token=token_urlsafe(24),
        api_token=options.token or token_urlsafe(24),
    )
