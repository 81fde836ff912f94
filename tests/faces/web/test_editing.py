"""What people send from the pages, and what is refused."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from firsthand.faces.web import addresses
from firsthand.faces.web.adding import MOST_CHARACTERS, plain_name
from firsthand.ledger.store import Ledger
from firsthand.model.article import Article
from firsthand.model.reading import ReaderInfo, Reading
from firsthand.model.trace import Judgement
from tests.faces.web.conftest import Open, form_token
from tests.linking.closure import CLAIM

JSON = {"accept": "application/json"}


class FakeReader:
    """Reads without a model: nobody says anything."""

    def read(self, article: Article) -> Reading:
        return Reading(article, (), (), (), ReaderInfo("firsthand", "0", "abc"))


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("firsthand.faces.web.adding.Adding._loaded", lambda self: FakeReader())
    yield


def link_of(client: TestClient, source: str) -> str:
    trace = client.get("/claim?q=" + quote(CLAIM), headers=JSON).json()
    return next(link["id"] for link in trace["links"] if link["from"] == source)


def judged(client: TestClient, **given: str) -> "object":
    form = {
        "token": form_token(client),
        "q": CLAIM,
        "link": given.get("link") or link_of(client, "star"),
        "verdict": "no",
        "why": "they spoke to another guard",
        "by": "Ada Marsh",
    }
    return client.post("/claim/link", data=form | given)


def test_a_judgement_changes_the_count_at_once(editor: TestClient, store: Ledger) -> None:
    done = judged(editor)
    assert done.status_code == 303  # type: ignore[attr-defined]
    page = editor.get(done.headers["location"]).text  # type: ignore[attr-defined]
    words = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "there were 3 independent origins before, and now are 4" in words
    assert "they spoke to another guard" in words
    [kept] = store.judgements()
    assert (kept.author, kept.judgement) == ("Ada Marsh", Judgement.NO)


def test_who_judged_what_stays_visible(editor: TestClient) -> None:
    link = link_of(editor, "star")
    judged(editor, link=link)
    judged(editor, link=link, verdict="unsure", by="Bo Lind", why="it can't be told")
    rows = editor.get("/judgements", headers=JSON).json()["rows"]
    assert [(r["author"], r["judgement"], r["counts"]) for r in rows] == [
        ("Bo Lind", "unsure", True),
        ("Ada Marsh", "no", False),
    ]
    page = editor.get(addresses.link(CLAIM, rows[0]["link"])).text
    assert "Ada Marsh" in page and "replaced since" in page
    assert 'value="Bo Lind"' in page


@pytest.mark.parametrize(
    ("lacking", "said"), [("why", "Give the reason"), ("by", "Give your name"), ("verdict", "yes")]
)
def test_a_judgement_without_a_reason_or_a_name_is_sent_back(
    editor: TestClient, store: Ledger, lacking: str, said: str
) -> None:
    back = judged(editor, **{lacking: " "})
    assert back.status_code == 422  # type: ignore[attr-defined]
    assert said in back.text  # type: ignore[attr-defined]
    assert not list(store.judgements())


def test_a_reader_writes_nothing(site: TestClient, store: Ledger) -> None:
    before = store.state()
    page = site.get(addresses.link(CLAIM, link_of(site, "star"))).text
    assert 'method="post"' not in page and 'method="post"' not in site.get("/").text
    assert not list(store.links())
    assert judged(site).status_code == 403  # type: ignore[attr-defined]
    assert site.post("/articles", data={"text": "x"}).status_code == 403
    assert store.state() == before


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://elsewhere.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
     {"sec-fetch-site": "same-site"}],
)  # fmt: skip
def test_another_sites_form_is_refused(
    editor: TestClient, store: Ledger, headers: dict[str, str]
) -> None:
    form = {"token": form_token(editor), "text": "The ferry sailed."}
    assert editor.post("/articles", data=form, headers=headers).status_code == 403
    assert store.count_articles() == 7


def test_a_form_without_this_servers_token_is_refused(editor: TestClient, store: Ledger) -> None:
    for token in ("", "guessed"):
        done = editor.post("/articles", data={"token": token, "text": "The ferry sailed."})
        assert done.status_code == 403
    assert store.count_articles() == 7


def added(client: TestClient, *, file: tuple[str, bytes] | None = None, **given: str) -> "object":
    files = {"file": file} if file else None
    return client.post("/articles", data={"token": form_token(client), **given}, files=files)


def test_a_pasted_text_is_kept_and_shown(editor: TestClient, store: Ledger) -> None:
    text = "The ferry sailed early\n\nIt left the quay at noon and nobody was told of it.\n"
    done = added(editor, text=text, publisher="The Lantern", published="2031-03-04")
    assert done.status_code == 303  # type: ignore[attr-defined]
    shown = editor.get(done.headers["location"], headers=JSON).json()["article"]  # type: ignore[attr-defined]
    assert shown["text"] == text
    assert (shown["title"], shown["publisher"], shown["published"]) == (
        "The ferry sailed early",
        "The Lantern",
        "2031-03-04",
    )
    assert added(editor, text=text).status_code == 303  # type: ignore[attr-defined]
    assert store.count_articles() == 8


def test_a_file_is_read_as_what_it_holds(editor: TestClient, store: Ledger) -> None:
    rows = b'{"id": "a1", "text": "The ferry sailed."}\n{"id": "a2", "text": "It came back."}\n'
    done = added(editor, file=("../../rows.jsonl", rows))
    assert done.headers["location"] == "/articles"  # type: ignore[attr-defined]
    assert {"a1", "a2"} <= {row.id for row in store.articles()}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": "  "}, "nothing was given"),
        ({"url": "file:///etc/passwd"}, "give an http or https address"),
        ({"url": "http://127.0.0.1/"}, "127.0.0.1"),
        ({"url": "http://localhost:8740/"}, "localhost"),
        ({"text": "x" * (MOST_CHARACTERS + 1)}, "1,000,000 at most"),
        ({"file": ("a.pdf", b"%PDF-1.7 ...")}, "a.pdf: is a PDF"),
        ({"file": ("a.txt", b"\x00\x01\x02")}, "a.txt: is a binary file"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_adds_nothing(
    editor: TestClient, store: Ledger, given: dict[str, object], said: str
) -> None:
    back = added(editor, **given)  # type: ignore[arg-type]
    assert back.status_code == 422  # type: ignore[attr-defined]
    assert said in back.text  # type: ignore[attr-defined]
    assert "/tmp" not in back.text  # type: ignore[attr-defined]
    assert store.count_articles() == 7


@pytest.mark.parametrize(
    ("name", "plain"),
    [("../../etc/passwd", "passwd"), ("C:\\news\\story one.txt", "story-one.txt"),
     ("..", "article"), (".hidden", "hidden"), ("", "article"), ("a\x00b\n.txt", "a-b-.txt")],
)  # fmt: skip
def test_a_files_name_leads_nowhere(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_a_link_of_another_claim_cannot_be_judged(editor: TestClient) -> None:
    assert judged(editor, link="0123456789abcdef").status_code == 404  # type: ignore[attr-defined]


def test_a_claims_trace_is_made_once_until_the_ledger_changes(
    open_site: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firsthand.linking import trace as room

    made: list[str] = []
    real = room.trace

    def counted(query: str, *rest: object, **more: object) -> object:
        made.append(query)
        return real(query, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "trace", counted)
    editor = open_site(edit=True)
    for _ in range(3):
        editor.get("/claim?q=" + quote(CLAIM))
    assert made == [CLAIM]
    judged(editor)
    editor.get("/claim?q=" + quote(CLAIM))
    assert made == [CLAIM, CLAIM]
