"""A small ledger behind pages: one port closed, by three accounts, with a copy and an outlet's
correction; and, for what a browser does, a server of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from firsthand.faces.web.app import application
from firsthand.faces.web.site import Options
from firsthand.ledger.store import Ledger
from tests.linking.closure import COURIER, MAGAZINE, STAR
from tests.linking.stories import story

BODY = (
    "The ministry closed the port of Kessary on Sunday and let no ship in or out for four days "
    "while pilots and crane drivers were sent home at noon without a word of explanation."
)
WIRE = story(
    "wire",
    BODY + " {Ilka Brandt (a pilot)|The ministry closed the port of Kessary}, Ilka Brandt said.",
    publisher="Hesper",
    published="2024-03-13",
)
POST = story("post", BODY, publisher="Northgate Post", published="2024-03-14")
DENIAL = story(
    "denial",
    "{#Ministry of the Interior|The ministry closed the port of Kessary|denied}, the Ministry of "
    "the Interior said.",
    publisher="Velmara Chronicle",
    published="2024-03-17",
)
NO_DATE = story("undated", "{Ode Marrin|The ferry sailed}, Ode Marrin said.")
ALL = (MAGAZINE, STAR, COURIER, WIRE, POST, DENIAL, NO_DATE)

Open = Callable[..., TestClient]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "news.db") as opened:
        for reading in ALL:
            opened.add(reading)
        yield opened


@pytest.fixture
def open_site(store: Ledger) -> Open:
    """A client of a site over the ledger; keywords are its options."""

    def opened(**options: object) -> TestClient:
        app = application(store, Options(**options))  # type: ignore[arg-type]
        return TestClient(app, base_url="http://localhost", follow_redirects=False)

    return opened


@pytest.fixture
def site(open_site: Open) -> TestClient:
    return open_site()


@pytest.fixture
def editor(open_site: Open) -> TestClient:
    return open_site(edit=True, token="open-sesame")


def form_token(client: TestClient) -> str:
    return str(client.app.state.site.form_token)  # type: ignore[attr-defined]
