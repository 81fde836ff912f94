"""Every page: what it shows, the same as JSON at its address, and nothing sent twice."""

import re
import time
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.difference import difference
from firsthand.faces.web import addresses
from firsthand.faces.web.pages.link import Pair
from firsthand.ledger.store import Ledger
from tests.faces.web.conftest import Open
from tests.linking.closure import CLAIM
from tests.linking.stories import story

CLAIM_PAGE = "/claim?q=" + quote(CLAIM)
DAVIN = "own:magazine#s1"

PAGES = [
    ("/", "firsthand/start/1"),
    ("/search?q=port", "firsthand/search/1"),
    ("/claims", "firsthand/claims/1"),
    ("/articles", "firsthand/articles/1"),
    ("/articles/magazine", "firsthand/reading/1"),
    ("/sources", "firsthand/sources/1"),
    (addresses.source(DAVIN), "firsthand/source/1"),
    ("/outlets", "firsthand/outlets/1"),
    ("/outlets/Longwatch", "firsthand/audit/1"),
    (CLAIM_PAGE, "firsthand/trace/1"),
    ("/claim/map?q=" + quote(CLAIM), "firsthand/map/1"),
    ("/judgements", "firsthand/judgements/1"),
    ("/api", "firsthand/api/1"),
]
each_page = pytest.mark.parametrize(("path", "schema"), PAGES, ids=[p for p, _ in PAGES])


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@each_page
def test_a_page_says_the_same_as_json_at_its_address(
    site: TestClient, path: str, schema: str
) -> None:
    html = site.get(path, headers={"accept": "text/html,*/*;q=0.8"})
    assert html.status_code == 200
    assert html.headers["content-type"] == "text/html; charset=utf-8"
    assert len(re.findall("<h1", html.text)) == 1
    asked = site.get(path, headers={"accept": "application/json"})
    assert asked.json()["schema"] == schema
    linked = re.search(r'rel="alternate" type="application/json" href="([^"]+)"', html.text)
    assert linked
    address = linked[1].replace("&amp;", "&")
    # The claims are counted beside the requests: between two of them the list may grow, once.
    for _ in range(100):
        if site.get(address).json() == asked.json():
            return
        time.sleep(0.1)
        asked = site.get(path, headers={"accept": "application/json"})
    raise AssertionError(f"{address} and {path} differ")


@each_page
def test_what_a_browser_has_is_not_sent_again(site: TestClient, path: str, schema: str) -> None:
    site.app.state.site.claims.now(wait=30)  # type: ignore[attr-defined]
    first = site.get(path)
    again = site.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert site.head(path).status_code == 200


def test_the_start_page_says_how_many_claims_stand_on_one_origin(site: TestClient) -> None:
    site.app.state.site.claims.now(wait=30)  # type: ignore[attr-defined]
    shown = site.get("/", headers={"accept": "application/json"}).json()
    assert shown["articles"] == 7
    assert shown["new"][0]["id"] == "undated"
    assert shown["claims_current"] is True
    assert shown["claims"]["total"] >= 1
    assert "single origin" in site.get("/").text


def test_a_claim_shows_its_origins_beside_what_looks_like_confirmation(site: TestClient) -> None:
    trace = site.get(CLAIM_PAGE, headers={"accept": "application/json"}).json()
    page = text_of(site.get(CLAIM_PAGE).text)
    assert trace["independent_support"] == 3
    assert "3 independent origins stand behind it" in page
    assert "5 articles look like confirmation" in page
    assert "1 independent origin denies it" in page


def test_a_claim_says_who_what_and_where(site: TestClient) -> None:
    fields = site.get(CLAIM_PAGE).text.partition('<dl class="answers">')[2].partition("</dl>")[0]
    assert text_of(fields).startswith("who ministry 6 articles")
    for line in ("what close port of Kessary 6 articles", "where Kessary 6 articles"):
        assert line in text_of(fields)


def test_every_arrow_leads_to_the_two_texts(site: TestClient) -> None:
    page = site.get(CLAIM_PAGE).text
    drawn = re.findall(r'<a href="([^"]+)" data-link="(\w+)"', page)
    trace = site.get(CLAIM_PAGE, headers={"accept": "application/json"}).json()
    assert {link for _, link in drawn} == {link["id"] for link in trace["links"]}
    for path, _ in drawn:
        assert site.get(path.replace("&amp;", "&")).status_code == 200


def test_a_link_marks_the_words_that_one_of_the_two_lacks(site: TestClient, store: Ledger) -> None:
    trace = site.get(CLAIM_PAGE, headers={"accept": "application/json"}).json()
    copy = next(link for link in trace["links"] if link["kind"] == "copies")
    assert (copy["from"], copy["to"]) == ("post", "wire")
    shown = site.get(
        addresses.link(CLAIM, copy["id"]), headers={"accept": "application/json"}
    ).json()
    assert shown["before"]["name"] == "Hesper"
    assert shown["after"]["name"] == "Northgate Post"
    pairs = [(pair["before"], pair["after"]) for pair in shown["pairs"]]
    same = [{"words": BODY_WORDS, "changed": False}]
    assert (same, same) in pairs
    assert len(pairs) == len({str(pair) for pair in pairs})


def test_what_two_texts_share_is_marked_where_they_share_little() -> None:
    before, after = difference(
        "A guard told Longwatch that the port was shut", "The port closed, Ode Marrin says of it"
    )
    pair = Pair("The claim", tuple(before), tuple(after))
    assert not pair.alike
    assert [p.words for p in pair.after if pair.marks(p)] == ["The port"]
    before, after = difference("about forty cars were loose", "about 400 cars were loose")
    near = Pair("The claim", tuple(before), tuple(after))
    assert near.alike
    assert [p.words for p in near.after if near.marks(p)] == ["400"]


def test_an_arrow_shows_what_was_lost_along_it(store: Ledger, open_site: Open) -> None:
    store.add(
        story(
            "louder",
            BODY_WORDS.replace("four days", "forty days"),
            publisher="Sollen Sun",
            published="2024-03-18",
        )
    )
    site = open_site()
    trace = site.get(CLAIM_PAGE, headers={"accept": "application/json"}).json()
    lost = {a["id"]: a["lost"] for a in trace["articles"]}["louder"]
    copy = next(k for k in trace["links"] if (k["from"], k["kind"]) == ("louder", "copies"))
    shown = site.get(
        addresses.link(CLAIM, copy["id"]), headers={"accept": "application/json"}
    ).json()
    labels = [pair["label"] for pair in shown["pairs"]]
    assert lost
    assert [f"Lost on the way: {what}" for what in lost] == [
        each for each in dict.fromkeys(labels) if each.startswith("Lost")
    ]


BODY_WORDS = (
    "The ministry closed the port of Kessary on Sunday and let no ship in or out for four days "
    "while pilots and crane drivers were sent home at noon without a word of explanation."
)


def test_an_article_is_narrowed_to_a_source_a_depth_a_stance(site: TestClient) -> None:
    def ids(query: str) -> list[str]:
        shown = site.get(f"/articles/magazine?{query}", headers={"accept": "application/json"})
        return [s["id"] for s in shown.json()["statements"]]

    assert ids("") == ["st1", "st2"]
    assert ids("source=s1&depth=1") == ["st1", "st2"]
    assert ids("depth=2") == []
    assert ids("polarity=denied") == []
    assert "0 of 2 statements" in text_of(site.get("/articles/magazine?polarity=denied").text)


def test_an_article_shows_chain_and_headline_verdict_without_scripts(site: TestClient) -> None:
    page = site.get("/articles/magazine").text
    assert 'role="tooltip" id="tip-st1"' in page
    assert "Longwatch ‹ Davin (pseudonym)" in page
    assert "Nothing to compare" in page


def test_a_pseudonym_has_its_page_and_nothing_that_points_to_a_person(site: TestClient) -> None:
    page = site.get(addresses.source(DAVIN))
    shown = site.get(addresses.source(DAVIN), headers={"accept": "application/json"}).json()
    assert shown["source"]["article"] == "magazine"
    assert {s["article"] for s in shown["statements"]} == {"magazine"}
    assert "never joined to anybody else" in text_of(page.text)
    others = re.findall(r'href="(/sources/[^"?]+)"', page.text)
    assert {addresses.source(DAVIN)} == set(others)


def test_a_named_source_is_followed_across_outlets(store: Ledger, open_site: Open) -> None:
    store.add(
        story(
            "later",
            "{@Hesper > Joren Haldis|The port is open}, Joren Haldis told Hesper.",
            publisher="The Lantern",
            published="2024-04-02",
        )
    )
    site = open_site()
    key = "named:person:joren haldis"
    shown = site.get(addresses.source(key), headers={"accept": "application/json"}).json()
    assert [s["article"] for s in shown["statements"]] == ["courier", "later"]
    assert [t["name"] for t in shown["through"]] == ["Hesper"]
    page = site.get(addresses.source(key)).text
    assert page.count('class="lane-name"') == 2


def test_an_outlet_that_no_article_names_has_its_page_too(site: TestClient) -> None:
    assert addresses.outlet(None) == "/outlets/~"
    assert "Publisher not known" in site.get("/outlets/~").text


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/articles/none", "/sources/none", "/outlets/none", "/claim/link?q=x&link=0",
     "/static/none.css", "/static/../app.py", "/static/%2e%2e/app.py"],
)  # fmt: skip
def test_what_is_not_there_is_said_on_a_page_and_as_json(site: TestClient, path: str) -> None:
    page = site.get(path)
    assert page.status_code == 404
    assert "Nothing is here" in page.text
    assert site.get(path, headers={"accept": "application/json"}).json()["status"] == 404


def test_search_finds_statements_sources_articles(site: TestClient) -> None:
    found = site.get("/search?q=haldis", headers={"accept": "application/json"}).json()
    assert [s["name"] for s in found["sources"]] == ["Joren Haldis"]
    assert [a["id"] for a in found["articles"]] == ["courier"]
    assert [s["id"] for s in found["statements"]] == ["courier#st1"]
    assert "Nothing in the ledger has these words" in site.get("/search?q=zzz").text


def test_a_list_comes_in_parts(store: Ledger, open_site: Open) -> None:
    for n in range(60):
        store.add(story(f"n{n}", f"{{Ode Marrin|Ferry {n} sailed}}, Ode Marrin said."))
    site = open_site()
    first = site.get("/articles", headers={"accept": "application/json"}).json()
    assert (len(first["rows"]), first["next"], first["previous"]) == (50, 50, None)
    rest = site.get("/articles?offset=50", headers={"accept": "application/json"}).json()
    assert (len(rest["rows"]), rest["next"], rest["previous"]) == (17, None, 0)
    assert 'rel="next" href="/articles?offset=50"' in site.get("/articles").text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
def test_an_id_comes_back_from_its_address(id: str) -> None:
    from urllib.parse import unquote

    segment = addresses.segment(id)
    assert "/" not in segment and segment not in ("", ".", "..")
    assert addresses.id_of(unquote(segment)) == id


@pytest.mark.parametrize("id", ["..", ".", "a/b", "~x", "a b?c#d&e", "ä", "x.json"])
def test_an_article_is_found_whatever_its_id(store: Ledger, open_site: Open, id: str) -> None:
    store.add(story(id, "{Ode Marrin|The ferry sailed}, Ode Marrin said."))
    site = open_site()
    found = site.get(addresses.article(id), headers={"accept": "application/json"})
    assert found.json()["article"]["id"] == id
    page = site.get(addresses.article(id)).text
    for linked in re.findall(r'href="([^"]+format=json)"', page):
        assert site.get(linked.replace("&amp;", "&")).json() == found.json()
