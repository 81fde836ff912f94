"""Texts, names and requests that mean harm, or are merely huge."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from firsthand.faces.web import addresses
from firsthand.faces.web.guard import MOST_SENT
from firsthand.ledger.store import Ledger
from tests.faces.web.conftest import Open
from tests.linking.stories import story

LIVE = "<script>alert(1)</script><img src=x onerror=alert(1)>"
QUOTED = "\"'><svg onload=alert(1)>"


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("localhost:8740", 200), ("127.0.0.1:8740", 200), ("[::1]:8740", 200),
     ("192.0.2.7", 200), ("news.example", 400), ("localhost.news.example", 400), ("", 400)],
)  # fmt: skip
def test_a_name_that_others_can_point_here_is_refused(
    site: TestClient, host: str, status: int
) -> None:
    assert site.get("/", headers={"host": host}).status_code == status


def test_a_name_that_is_allowed_is_answered(open_site: Open) -> None:
    named = open_site(hosts=("desk.example",))
    assert named.get("/", headers={"host": "desk.example:80"}).status_code == 200


@pytest.mark.parametrize("live", [LIVE, QUOTED])
def test_mark_up_in_an_article_stays_text(store: Ledger, open_site: Open, live: str) -> None:
    store.add(
        story(
            f"bad {live}",
            f"The port of {live} closed. {{Ode {live}|The quay of Vell shut {live}}}, he said.",
            publisher=f"Outlet {live}",
            published=live,
        )
    )
    site = open_site(edit=True)
    source = next(row for row in store.sources() if live in row.name)
    for path in (
        "/",
        "/articles",
        "/sources",
        "/outlets",
        "/search?q=" + quote(live),
        "/claim?q=" + quote(live + " The quay of Vell shut"),
        "/claim/map?q=" + quote("The quay of Vell shut"),
        addresses.article(f"bad {live}"),
        addresses.source(source.key),
        addresses.outlet(f"Outlet {live}"),
    ):
        page = site.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text and "<img src=x" not in page.text, path
        assert "<svg onload" not in page.text, path


def test_every_answer_forbids_what_comes_from_elsewhere(site: TestClient) -> None:
    for path in ("/", "/nothing", "/static/site.js", "/api/articles"):
        headers = site.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_asks_another_host_for_anything(site: TestClient) -> None:
    import re

    for path in ("/", "/claims", "/articles/magazine", "/claim?q=port", "/claim/map?q=port"):
        page = site.get(path).text
        loaded = re.findall(r'(?:src|href)="([^"]+)"[^>]*?(?:>|rel=)', page)
        assert loaded
        assert [at for at in loaded if "://" in at or at.startswith("//")] == []


def test_a_path_that_looks_like_a_host_is_no_link_to_it(site: TestClient) -> None:
    page = site.get("http://localhost//elsewhere.example/x")
    assert page.status_code == 404
    assert "//elsewhere.example" not in page.text


def test_a_claim_that_is_too_long_is_said(site: TestClient) -> None:
    back = site.get("/claim?q=" + "x" * 2_000)
    assert back.status_code == 422
    assert "give a short sentence" in back.text


@pytest.mark.parametrize("query", ["offset=-1", "offset=x", "offset=99999999999999999999"])
def test_a_part_that_is_none_is_said(site: TestClient, query: str) -> None:
    assert site.get(f"/articles?{query}").status_code == 422


@pytest.mark.parametrize("claim", ["\0", "%", "…", "🦆", "a" * 999, "' OR 1=1 --", '"'])
def test_any_words_are_a_claim(site: TestClient, claim: str) -> None:
    assert site.get("/claim?q=" + quote(claim)).status_code == 200
    assert site.get("/search?q=" + quote(claim)).status_code == 200


def test_more_than_a_file_may_hold_is_not_taken(editor: TestClient) -> None:
    def endless() -> "object":
        for _ in range(MOST_SENT // 100_000 + 2):
            yield b"x" * 100_000

    said = editor.post("/articles", headers={"content-length": str(MOST_SENT + 1)}, content=b"x")
    assert said.status_code == 413
    form = {"content-type": "application/x-www-form-urlencoded"}
    streamed = editor.post("/articles", content=endless(), headers=form)  # type: ignore[arg-type]
    assert streamed.status_code == 413


def test_an_address_that_would_run_is_no_link(store: Ledger, open_site: Open) -> None:
    from dataclasses import replace

    bad = story("runs", "{Ode Marrin|The ferry sailed}, Ode Marrin said.")
    store.add(replace(bad, article=replace(bad.article, url="javascript:alert(1)")))
    assert "javascript:" not in open_site().get("/articles/runs").text


def test_a_very_long_article_is_shown(store: Ledger, open_site: Open) -> None:
    words = "The harbour master said nothing of it to anybody. " * 8_000
    store.add(story("long", words + "{Ode Marrin|The ferry sailed}, Ode Marrin said."))
    page = open_site().get("/articles/long")
    assert page.status_code == 200 and len(page.text) > 400_000
