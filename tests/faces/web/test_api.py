"""The API: reads, writes with a token, and no request that it answers with an error of its own."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    response_schema_conformance,
    status_code_conformance,
)

from firsthand.faces.web import addresses
from firsthand.faces.web.app import application
from firsthand.faces.web.site import Options
from firsthand.ledger.store import Ledger
from tests.faces.web.conftest import ALL
from tests.linking.closure import CLAIM

CHECKS = [not_a_server_error, response_schema_conformance, status_code_conformance]
HOST = {"host": "localhost"}
TOKEN = {"authorization": "Bearer open-sesame"}


def rows(client: TestClient, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return [row.get("id", row.get("name")) for row in answer.json()["rows"]]


def test_reads_have_the_filters_of_the_lists(site: TestClient) -> None:
    assert rows(site, "/api/articles?publisher=sollen") == ["star"]
    assert rows(site, "/api/articles?since=2024-03-16&until=2024-03-17") == ["courier", "denial"]
    assert rows(site, "/api/statements?polarity=denied") == ["denial#st1"]
    assert rows(site, "/api/statements?article=undated") == ["undated#st1"]
    happened = "actor=ministry&action=ordered&place=kessary"
    assert rows(site, f"/api/statements?{happened}") == ["courier#st1"]
    assert rows(site, "/api/statements?number=4+days") == ["magazine#st1"]
    assert rows(site, "/api/statements?happened_from=2024-03-01&happened_to=2024-03-31") == []
    assert site.get("/api/statements?number=many").json()["said"] == (
        "number 'many' is no number; write it like 300 or '40 million crowns'"
    )
    assert rows(site, "/api/sources?naming=pseudonym") == ["Davin"]
    assert rows(site, "/api/outlets?limit=2") == ["Brask Courier", "Hesper"]


def test_a_list_says_where_it_goes_on(site: TestClient) -> None:
    first = site.get("/api/articles?limit=4").json()
    assert (len(first["rows"]), first["next"], first["previous"]) == (4, 4, None)
    last = site.get("/api/articles?limit=4&offset=4").json()
    assert (len(last["rows"]), last["next"], last["previous"]) == (3, None, 0)
    assert site.get("/api/articles?limit=501").status_code == 422


def test_a_reading_a_trace_a_source_are_the_published_json(site: TestClient) -> None:
    assert site.get("/api/articles/star").json()["schema"] == "firsthand/reading/1"
    trace = site.get("/api/trace?claim=" + quote(CLAIM))
    assert trace.json()["schema"] == "firsthand/trace/1"
    known = {"if-none-match": trace.headers["etag"]}
    assert site.get("/api/trace?claim=" + quote(CLAIM), headers=known).status_code == 304
    key = addresses.segment("own:magazine#s1")
    assert site.get(f"/api/sources/{key}").json()["source"]["name"] == "Davin"
    assert site.get("/api/articles/none").json() == {
        "schema": "firsthand/problem/1",
        "status": 404,
        "said": "none: the ledger holds no such article",
    }


def test_writing_takes_the_token(editor: TestClient, site: TestClient, store: Ledger) -> None:
    link = editor.get("/api/trace?claim=" + quote(CLAIM)).json()["links"][0]["id"]
    new = {"link": link[:8], "judgement": "unsure", "why": "it can't be told", "by": "Ada"}
    assert editor.post("/api/judgements", json=new).status_code == 401
    wrong = {"authorization": "Bearer guessed"}
    assert editor.post("/api/judgements", json=new, headers=wrong).status_code == 401
    assert site.post("/api/judgements", json=new, headers=TOKEN).status_code == 405
    done = editor.post("/api/judgements", json=new, headers=TOKEN)
    assert (done.json()["link"], done.json()["judgement"]) == (link, "unsure")
    assert [j.author for j in store.judgements()] == ["Ada"]


def test_what_is_added_without_text_or_address_is_refused(editor: TestClient) -> None:
    for body in ({}, {"text": "x", "address": "https://lantern.example/1"}):
        back = editor.post("/api/articles", json=body, headers=TOKEN)
        assert back.status_code == 422
        assert "one of the two" in back.json()["said"]


def test_the_description_names_every_operation(site: TestClient, editor: TestClient) -> None:
    read = site.get("/api/openapi.json").json()["paths"]
    assert {m for methods in read.values() for m in methods} == {"get"}
    both = editor.get("/api/openapi.json").json()["paths"]
    assert set(both["/api/articles"]) == {"get", "post"}
    page = editor.get("/api").text
    assert all(path in page for path in both)


class FakeReader:
    def read(self, article: object) -> object:
        from firsthand.model.reading import ReaderInfo, Reading

        return Reading(article, (), (), (), ReaderInfo("firsthand", "0", "abc"))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """A server that may write."""
    where = tmp_path_factory.mktemp("fuzzed") / "news.db"
    with Ledger.open(where) as store:
        for reading in ALL:
            store.add(reading)
        app = application(store, Options(edit=True, token="open-sesame"))
        app.state.site.adding._loaded = FakeReader  # the model isn't what is tried here
        app.state.site.claims.now(wait=60)
        yield app


METHODS = [
    (method, path)
    for path, methods in application(None, Options(edit=True)).openapi()["paths"].items()  # type: ignore[arg-type]
    for method in methods
]


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("method", "path"), METHODS)
def test_no_request_is_answered_with_a_server_error(
    app: FastAPI, method: str, path: str, mode: GenerationMode
) -> None:
    """Schemathesis makes requests of the API's own description, right ones and wrong ones, and
    holds the answers to it."""
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HOST)

    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    @settings(
        max_examples=20,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def tried(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=HOST | TOKEN, checks=CHECKS)

    tried()
