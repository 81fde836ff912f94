"""What a person does with the pages, in a real Chromium; screenshots go to build/screenshots."""

import json
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from firsthand.faces.demo import corpus_inputs
from firsthand.faces.flow import Flow
from firsthand.faces.web import addresses
from firsthand.faces.web.app import application
from firsthand.faces.web.site import Options
from firsthand.ledger.store import Ledger
from tests.faces.web.conftest import ALL
from tests.linking.closure import CLAIM

playwright = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
SHOTS = Path(__file__).resolve().parents[3] / "build" / "screenshots"
WIDTHS = {"phone": 390, "desktop": 1280}
STORY = "Velmara's Interior Ministry closed the port of Kessary"
TEXT = """\
Ferry left with open doors, pilot says

The ferry left the quay of Vell with its doors open, the pilot Ode Marrin told the Lantern.

“I saw the ramp,” she said. The Marrow Line denied that any door was open.
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium isn't installed (apt install chromium)"),
]


class Served:
    """A server of its own on loopback, in a thread."""

    def __init__(self, store: Ledger, options: Options):
        import uvicorn

        app = application(store, options)
        self.site = app.state.site
        config = uvicorn.Config(app, port=0, log_level="warning", lifespan="off")
        listening = config.bind_socket()
        listening.listen()
        self.at = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([listening],), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as driver:
        # Debian's Chromium refuses its sandbox to root, as whom continuous integration runs.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The bundled articles, only shown."""
    with Ledger.open(tmp_path_factory.mktemp("shown") / "news.db") as store:
        flow = Flow(corpus_inputs(), quiet=True)
        for reading in flow.readings(flow.articles()):
            store.add(reading)
        served = Served(store, Options(edit=True))
        served.site.claims.now(wait=120)
        yield served
        served.stop()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Served]:
    """The small ledger, to be edited."""
    with Ledger.open(tmp_path / "news.db") as store:
        for reading in ALL:
            store.add(reading)
        served = Served(store, Options(edit=True))
        yield served
        served.stop()


@pytest.fixture
def page(browser: "playwright.Browser") -> Iterator["playwright.Page"]:
    """A window that fails the test when the page asks another host, or its scripts break."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    opened.on("request", lambda r: None if "//127.0.0.1:" in r.url else wrong.append(r.url))
    yield opened
    context.close()
    assert wrong == []


def pages_of(served: Served) -> dict[str, str]:
    trace = served.site.traces.of(STORY).trace
    copy = next(link for link in trace.links if link.kind.value == "copies")
    return {
        "start": "/",
        "search": "/search?q=port",
        "claims": "/claims",
        "claim": addresses.claim(STORY),
        "link": addresses.link(STORY, copy.id),
        "map": addresses.claim_map(STORY),
        "articles": "/articles",
        "article": "/articles/kessary-post",
        "article-narrowed": "/articles/kessary-post?polarity=denied",
        "sources": "/sources",
        "source": addresses.source("named:outlet:longwatch"),
        "outlets": "/outlets",
        "outlet": addresses.outlet("Capital Dispatch"),
        "judgements": "/judgements",
        "api": "/api",
        "nothing": "/claim?q=zebra",
    }


def counted(page: "playwright.Page") -> int:
    return int(page.locator("#counts .best .big").inner_text())


def test_an_article_is_pasted_and_read(page: "playwright.Page", small: Served) -> None:
    page.goto(small.at)
    page.get_by_label("Text, the headline").fill(TEXT)
    page.get_by_label("Publisher").fill("The Lantern")
    page.locator("#published").fill("2031-03-04")
    page.get_by_role("button", name="Read and keep").first.click()
    page.wait_for_url(re.compile("/articles/"), timeout=120_000)
    assert page.get_by_role("heading", level=1).inner_text().endswith("pilot says")
    assert page.locator("aside").get_by_text("Ode Marrin").first.is_visible()
    mark = page.locator(".text p:not(.legend) .content").last
    tip = mark.locator(".tip").first
    assert not tip.is_visible()
    mark.hover()
    assert tip.is_visible()
    assert "The Lantern ‹ Marrow Line" in tip.inner_text()
    page.mouse.move(0, 0)
    mark.locator(".number").first.focus()
    assert tip.is_visible()


def test_a_claim_is_found_compared_judged_and_counted_anew(
    page: "playwright.Page", small: Served
) -> None:
    page.goto(small.at)
    page.get_by_label("A claim in a short sentence").fill("port of Kessary")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Follow this as a claim").click()
    page.goto(small.at + "/claim?q=" + quote(CLAIM))
    assert counted(page) == 3
    star = next(
        link.id for link in small.site.traces.of(CLAIM).trace.links if link.source == "star"
    )
    arrow = page.locator(f'.drawn a[data-link="{star}"]')
    arrow.focus()
    peek = page.locator("#peek")
    peek.get_by_text("Sollen Star").first.wait_for()
    assert peek.locator("del, ins, mark").count() > 0
    peek.get_by_role("link", name="Open or judge this link").click()
    page.get_by_label("No: these are two").check()
    page.get_by_label("The reason").fill("they spoke to another guard")
    page.get_by_label("Your name").fill("Ada Marsh")
    page.get_by_role("button", name="Judge", exact=True).click()
    page.locator("#counts").wait_for()
    assert counted(page) == 4
    assert "there were 3 independent origins before" in page.locator("p.told").inner_text()
    page.get_by_text("they spoke to another guard").first.wait_for()
    page.go_back()
    page.get_by_role("heading", name="Who judged it").wait_for()
    page.go_back()
    page.wait_for_function("document.querySelector('#counts .best .big').innerText === '4'")


ON_THE_ARROW = """arrow => {
  arrow.scrollIntoView({ block: "center", inline: "center" });
  const line = arrow.querySelector(".reach");
  for (let share = 0.05; share < 1; share += 0.05) {
    const on = line.getPointAtLength(share * line.getTotalLength());
    const at = on.matrixTransform(line.getScreenCTM());
    const top = document.elementFromPoint(at.x, at.y);
    if (top && top.closest("a") === arrow) return [at.x, at.y];
  }
}"""
"""Where no other arrow lies over it."""


def test_pointing_at_an_arrow_lays_the_texts_side_by_side(
    page: "playwright.Page", corpus: Served
) -> None:
    page.goto(corpus.at + addresses.claim(STORY))
    page.mouse.move(*page.locator(".drawn a:has(.copies)").first.evaluate(ON_THE_ARROW))
    page.locator("#peek .pair").first.wait_for()
    page.locator("#peek").get_by_text("word for word").wait_for()
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / "claim-pointed-at.png")
    page.mouse.move(1, 1)  # what lay under the pointer would be pointed at again
    page.keyboard.press("Escape")
    page.locator("#peek").wait_for(state="hidden")


def test_everything_can_be_read_and_judged_without_scripts(
    browser: "playwright.Browser", small: Served
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(small.at + "/claim?q=" + quote(CLAIM))
        assert counted(page) == 3
        page.locator("#list").get_by_role("link", name="compare the texts").first.click()
        page.get_by_role("heading", name="Does this link hold?").wait_for()
        page.get_by_label("Unsure: it can’t be told").check()
        page.get_by_label("The reason").fill("it can't be told")
        page.get_by_label("Your name").fill("Ada Marsh")
        page.get_by_role("button", name="Judge", exact=True).click()
        assert "Ada Marsh judged that link unsure" in page.locator("p.told").inner_text()
        page.goto(small.at + "/articles/magazine?source=s1")
        page.locator(".text .content").first.hover()
        page.locator(".tip").first.wait_for()


def test_the_keyboard_reaches_the_page_and_its_arrows(
    page: "playwright.Page", corpus: Served
) -> None:
    page.goto(corpus.at + addresses.claim(STORY))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Skip to the page"
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('svg.drawn') !== null"):
            break
    assert page.evaluate("document.activeElement.hasAttribute('data-link')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(
    browser: "playwright.Browser", corpus: Served, scheme: "playwright.ColorScheme"
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe isn't installed")
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        # What differs between light and dark are the colours.
        rules = {} if scheme == "light" else {"runOnly": ["color-contrast"]}
        found = {}
        for name, path in pages_of(corpus).items():
            page.goto(corpus.at + path)
            page.evaluate("document.fonts.ready")
            seen = axe.Axe().run(page, options=rules).response["violations"]
            ids = [violation["id"] for violation in seen]
            if ids:
                found[name] = ids
        assert found == {}
        page.goto(corpus.at + "/")
        page.evaluate("document.querySelector('label[for=ask]').remove()")
        page.evaluate("document.querySelector('#ask').placeholder = ''")
        ids = [violation["id"] for violation in axe.Axe().run(page).response["violations"]]
        assert ids == ["label"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", WIDTHS)
def test_every_page_fits_its_width(
    browser: "playwright.Browser", corpus: Served, device: str, scheme: "playwright.ColorScheme"
) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    size = {"width": WIDTHS[device], "height": 860}
    with browser.new_context(viewport=size, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        for name, path in pages_of(corpus).items():
            page.goto(corpus.at + path)
            page.evaluate("document.fonts.ready")
            if name == "map":
                page.wait_for_selector("#map[data-drawn]")
            assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[device], name
            page.screenshot(path=SHOTS / f"{name}-{device}-{scheme}.png", full_page=True)


def many(articles: int) -> str:
    """What a view of so many articles is drawn from."""
    nodes = [
        {"id": f"o{n}", "type": "origin", "name": f"Origin {n}", "detail": "", "stance": "supports",
         "address": ""}
        for n in range(3)
    ] + [
        {"id": f"a{n}", "type": "article", "name": f"Outlet {n % 40}", "detail": f"Story {n}",
         "stance": "reports", "address": f"/articles/a{n}"}
        for n in range(articles)
    ]  # fmt: skip
    links = [
        {"id": f"k{n}", "from": f"o{n % 3}" if n % 4 == 0 else f"a{n // 4 * 4}", "to": f"a{n}",
         "kind": "cites", "judgement": "yes", "reason": "", "address": "/claim/link",
         "denies": False}
        for n in range(articles)
    ]  # fmt: skip
    return json.dumps({"schema": "firsthand/map/1", "nodes": nodes, "links": links})


def test_three_hundred_articles_are_folded_found_and_zoomed(
    page: "playwright.Page", corpus: Served
) -> None:
    page.route("**/claim/map?*format=json*", lambda route: route.fulfill(body=many(300)))
    page.goto(corpus.at + addresses.claim_map(STORY))
    page.wait_for_selector("#map[data-drawn]")
    told = page.locator("#map-told")
    # 75 articles that others depend on, three that depend on each of them in one box, 3 origins.
    assert told.inner_text() == "153 boxes, 150 arrows"
    page.get_by_label("Fold what stands alike").uncheck()
    page.wait_for_function("document.querySelector('#map-told').value.startsWith('303 boxes')")
    # Promised: a second, on a machine that does nothing else meanwhile.
    assert int(page.locator("#map").get_attribute("data-drawn") or "0") < 8_000
    page.get_by_label("Find").fill("story 299")
    page.wait_for_function("document.querySelector('#map-told').value === '1 found'")
    page.get_by_role("button", name="Zoom in").click()
    page.screenshot(path=SHOTS / "map-found.png")


def test_the_server_answers_while_a_text_is_read(small: Served) -> None:
    import httpx

    token = small.site.form_token
    form = {"token": token, "text": TEXT * 60}
    reading = threading.Thread(
        target=lambda: httpx.post(small.at + "/articles", data=form, timeout=300)
    )
    reading.start()
    time.sleep(0.2)
    answered = 0
    while reading.is_alive():
        assert httpx.get(small.at + "/articles", timeout=60).status_code == 200
        answered += 1
    assert answered > 2
