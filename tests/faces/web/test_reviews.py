"""What others published of a claim, on its page and over the API: theirs, and in no count."""

from fastapi.testclient import TestClient

from firsthand.ledger.store import Ledger
from firsthand.model.review import Review
from tests.faces.web.test_api import TOKEN

CLAIM = "The ministry closed the port of Kessary"
CHECK = Review(CLAIM, "Unproven <b>", "Brask Check", "https://check.example/1", "2024-03-20")


def test_a_page_shows_a_review_as_its_authors_and_counts_as_before(
    site: TestClient, store: Ledger
) -> None:
    before = site.get("/claim", params={"q": CLAIM}, headers={"Accept": "application/json"}).json()
    store.keep_reviews([CHECK, Review("Wolves swam to Lisk", "False", "Brask Check")])
    page = site.get("/claim", params={"q": CLAIM}).text
    assert "What others published of this claim" in page
    assert "Brask Check, 20 Mar 2024: “Unproven &lt;b&gt;”" in page
    assert 'href="https://check.example/1"' in page
    assert "Wolves" not in page
    after = site.get("/claim", params={"q": CLAIM}, headers={"Accept": "application/json"}).json()
    assert [r["author"] for r in after["reviews"]] == ["Brask Check"]
    assert after | {"reviews": []} == before


def test_an_address_that_is_none_is_no_link(site: TestClient, store: Ledger) -> None:
    store.keep_reviews([Review(CLAIM, "x", "y", "javascript:alert(1)")])
    assert "javascript:" not in site.get("/claim", params={"q": CLAIM}).text


def test_the_api_lists_them_and_takes_one_with_the_token(
    site: TestClient, editor: TestClient, store: Ledger
) -> None:
    new = {"claim": CLAIM, "rating": "never happened", "by": "Ada Hale"}
    assert editor.post("/api/reviews", json=new).status_code == 401
    assert site.post("/api/reviews", json=new, headers=TOKEN).status_code == 405
    assert editor.post("/api/reviews", json=new, headers=TOKEN).status_code == 200
    assert editor.post("/api/reviews", json=new | {"by": " "}, headers=TOKEN).status_code == 422
    store.keep_reviews([Review("Wolves swam to Lisk", "False", "Brask Check")])
    listed = site.get("/api/reviews").json()
    assert [r["author"] for r in listed["rows"]] == ["Ada Hale", "Brask Check"]
    assert site.get("/api/reviews", params={"limit": 1}).json()["next"] == 1
    own = site.get("/api/reviews", params={"claim": CLAIM}).json()["rows"]
    assert [r["rating"] for r in own] == ["never happened"]
    trace = site.get("/api/trace", params={"claim": CLAIM}).json()
    assert [r["author"] for r in trace["reviews"]] == ["Ada Hale"]
