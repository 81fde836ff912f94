"""Pages: one file, no request, nothing from an article taken for mark-up."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from firsthand.faces.html import reading_page, trace_page, web_address
from firsthand.model.reading import Reading
from firsthand.model.trace import Trace

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """The tags of a page; fails when they don't nest."""

    def __init__(self, page: str):
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.targets += [given["href"] or ""] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(*readings: Reading) -> str:
    return "".join(reading_page(readings))


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", page).split())


def test_the_article_is_there_with_its_marks_in_place(reading: Reading) -> None:
    page = page_of(reading)
    assert (
        '<span class="mention h3 " title="Marrow Line">The Marrow Line</span> '
        '<span class="cue h3 denied" title="cue">denied</span> that '
        '<span class="content h3 denied" id="a1-st4" '
        'title="The Lantern ‹ Marrow Line · indirect · denied">'
        '<a class="number" href="#a1-card-st4">st4</a>any door was open</span>.'
    ) in page
    assert "<h1>Pilot says ferry sailed with doors open</h1>" in page


def test_each_source_has_a_card_with_what_it_said(reading: Reading) -> None:
    page = page_of(reading)
    card = page[page.index('id="a1-s2"') : page.index('id="a1-s1"')]
    assert re.findall(r'id="a1-card-(st\d)"', card) == ["st1", "st3"]
    assert "pseudonym" in card and "a pilot" in card and "Passed on" in card
    assert "Not verified by Tidewater about Brann (pseudonym)" in text_of(page)


def test_every_link_inside_the_page_leads_somewhere_and_ids_are_unique(reading: Reading) -> None:
    page = Page(page_of(reading, reading))
    assert len(page.ids) == len(set(page.ids))
    inner = [target[1:] for target in page.targets if target.startswith("#")]
    assert inner and set(inner) <= set(page.ids)


def test_nothing_is_fetched_and_nothing_runs(reading: Reading, trace: Trace) -> None:
    for made in (page_of(reading), "".join(trace_page([(trace, {})]))):
        page = Page(made)
        assert page.tags & {"script", "link", "img", "iframe", "object", "form"} == set()
        assert "url(" not in made and "@import" not in made and "src=" not in made


def test_what_an_article_says_is_never_mark_up(reading: Reading) -> None:
    bad = "<script>alert(1)</script>\"'>"
    article = replace(
        reading.article, title=bad, text=reading.article.text + bad, publisher=bad, id=bad,
        authors=(bad,), published=bad, language=bad, url="javascript:alert(1)",
    )  # fmt: skip
    sources = tuple(replace(s, name=bad, description=bad) for s in reading.sources)
    page = page_of(replace(reading, article=article, sources=sources))
    assert "<script" not in page
    assert "javascript:" not in page
    Page(page)


@pytest.mark.parametrize(
    ("url", "kept"),
    [("https://a.example/x", True), ("HTTP://a.example", True), ("javascript:x", False),
     (" javascript:x", False), ("data:text/html,x", False), (None, False)],
)  # fmt: skip
def test_only_web_addresses_can_be_followed(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else "")


def test_a_reading_without_statements_says_so(silent: Reading) -> None:
    assert "no statements were found" in text_of(page_of(silent))
    assert "No article could be read." in text_of(page_of())


def test_a_trace_is_a_tree_with_its_losses_word_by_word(trace: Trace) -> None:
    page = "".join(trace_page([(trace, {"gull": "400 cars were loose"})]))
    text = text_of(page)
    assert "6 articles look like confirmation; 1 independent origin stands behind them" in text
    assert "<del>about forty</del> cars were loose" in page
    assert "<ins>400</ins> cars were loose" in page
    assert "<blockquote>400 cars were loose</blockquote>" in page
    assert "The Fog → The Mist → The Fog" in text
    Page(page)


def test_no_claims_is_said() -> None:
    assert "The ledger holds no claims." in text_of("".join(trace_page([])))
