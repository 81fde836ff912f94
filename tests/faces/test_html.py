"""Pages: one file, no request, nothing from an article taken for mark-up."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from firsthand.faces.environment import web_address
from firsthand.faces.html import reading_page, trace_page
from firsthand.faces.said import Said
from firsthand.ledger.rows import LinkJudgement
from firsthand.model.reading import Reading
from firsthand.model.trace import Claim, Evidence, Judgement, Trace

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
    for made in (page_of(reading), "".join(trace_page([(trace, Said())]))):
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


def trace_page_of(trace: Trace, **given: Any) -> str:
    said = Said(
        {"gull": "“400 cars were loose”"},
        {Evidence("ferry", (0, 5)): "A pilot told Tidewater", Evidence("tide", (3, 9)): "I saw it"},
    )
    return "".join(trace_page([(trace, said)], **given))


def test_a_trace_counts_articles_beside_origins(trace: Trace) -> None:
    page = trace_page_of(trace)
    counted = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page)[:3]
    assert counted == [
        ("articles look like confirmation", "6"),
        ("independent origin stands behind them", "1 <small>at least 1, at most 2</small>"),
        ("independent origin denies it", "1"),
    ]


def test_a_trace_is_a_list_with_its_losses_word_by_word(trace: Trace) -> None:
    page = trace_page_of(trace)
    assert "<del>about forty</del> cars were loose" in page
    assert "<ins>400</ins> cars were loose" in page
    assert "<blockquote>400 cars were loose</blockquote>" in page
    assert "The Fog → The Mist → The Fog" in text_of(page)
    Page(page)


def test_every_link_is_listed_by_its_number_with_the_words_it_rests_on(trace: Trace) -> None:
    cites, *rest = trace.links
    evidence = (Evidence("ferry", (0, 5)), Evidence("tide", (3, 9)), Evidence("lost", (0, 1)))
    cites = replace(cites, id="4f2a91c000000000", evidence=evidence)
    text = text_of(trace_page_of(replace(trace, links=(cites, *rest))))
    assert (
        "1 Tidewater — cites: “told Tidewater magazine” 4f2a91c0 The Lantern: A pilot told "
        "Tidewater Tidewater: I saw it"
    ) in text
    assert "2 The Lantern — copies: shares 92 % of its words" in text
    assert "5 Brann — perhaps same source: the same rare number" in text


def test_aligned_passages_that_are_the_same_stand_once(trace: Trace) -> None:
    copies = replace(
        trace.links[1], evidence=(Evidence("gull", (0, 9)), Evidence("ferry", (2, 11)))
    )
    same = Said({}, dict.fromkeys(copies.evidence, "cars were loose on the deck"))
    shown = replace(trace, links=(trace.links[0], copies, *trace.links[2:]))
    text = text_of("".join(trace_page([(shown, same)])))
    assert text.count("cars were loose on the deck") == 1
    assert "in both: cars were loose on the deck" in text


def test_what_a_person_judged_is_told_with_author_and_reason(trace: Trace) -> None:
    no = replace(trace.links[0], id="4f2a91c000000000", judgement=Judgement.NO)
    when = datetime(2031, 3, 4, 12, tzinfo=UTC)
    judged = {no.id: LinkJudgement(no.id, Judgement.NO, "<b>own", "Ada", when)}
    page = trace_page_of(replace(trace, links=(no, *trace.links[1:])), judged=judged)
    assert "Judged no" in page
    assert "no, says Ada (4 Mar 2031): &lt;b&gt;own" in page


def test_the_picture_says_the_same_to_whoever_does_not_see_it(trace: Trace) -> None:
    page = trace_page_of(trace)
    svg = page[page.index('<svg class="drawn"') : page.index("</svg>")]
    assert 'role="img" aria-labelledby="t1-title t1-desc"' in svg
    assert '<title id="t1-title">Where it comes from: The ferry sailed' in svg
    assert '<desc id="t1-desc">6 articles look like confirmation; 1 independent origin' in svg
    for said in ("ORIGIN THAT DENIES IT", "no date", "2 copies: The Lantern", "− lost: number,"):
        assert said in svg


def test_pictures_of_several_claims_have_names_of_their_own(trace: Trace) -> None:
    page = Page("".join(trace_page([(trace, Said()), (trace, Said())])))
    assert len(page.ids) == len(set(page.ids))
    inner = [target[1:] for target in page.targets if target.startswith("#")]
    assert inner and set(inner) <= set(page.ids)


def test_what_a_trace_says_is_never_mark_up(trace: Trace) -> None:
    bad = "<script>alert(1)</script>\"'>"
    articles = tuple(
        replace(a, title=bad, publisher=bad, published=bad, via=(bad,)) for a in trace.articles
    )
    origins = tuple(replace(o, name=bad, contact=bad, reason=bad) for o in trace.origins)
    links = tuple(replace(k, reason=bad, id=bad) for k in trace.links)
    page = trace_page_of(
        replace(trace, articles=articles, origins=origins, links=links,
                claim=Claim(bad, bad))
    )  # fmt: skip
    assert "<script" not in page
    Page(page)


def test_no_claims_is_said() -> None:
    assert "The ledger holds no claims." in text_of("".join(trace_page([])))
