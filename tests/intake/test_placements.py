"""Where pages hide that a text is somebody else's: each place by itself, on a site with a name."""

import pytest

from tests.intake.conftest import PARAGRAPHS, page
from tests.intake.test_html import article, json_ld

SITE = "<meta property='og:site_name' content='Lisk Leader'>"
REST = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
ORGANISATION = {"@type": "Organization", "name": "Hesper"}
GRAPH = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": '
    '{"@id": "#h"}}, {"@type": "Organization", "@id": "#h", "name": "Hesper"}]}</script>'
)


def caption(words: str) -> str:
    return page(SITE, before=f"<figure><img src='q'><figcaption>{words}</figcaption></figure>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            page(SITE, before="<p class='byline'>By Hesper Newswire</p>"),
            ("Hesper Newswire", "byline"),
        ),
        (page(SITE, before="<a rel='author' href='/x'>Reuters</a>"), ("Reuters", "byline")),
        (
            page(
                SITE, before="<div class='article__byline'><i>By</i> <a>Orrin News Agency</a></div>"
            ),
            ("Orrin News Agency", "byline"),
        ),
        (
            page(SITE, before="<p>Orrin News Agency · 3 May 2024</p>"),
            ("Orrin News Agency", "byline"),
        ),
        (page(SITE, before="<img class='agency-logo' src='r' alt='Hesper'>"), ("Hesper", "byline")),
        (
            page(SITE, before="<b itemprop='sourceOrganization'>Hesper</b>"),
            ("Hesper", "byline"),
        ),
        (
            page(SITE + json_ld(author=[{"@type": "Person", "name": "Ana Lind"}, ORGANISATION])),
            ("Hesper", "structured_author"),
        ),
        (page(SITE + GRAPH), ("Hesper", "structured_author")),
        (page(SITE + json_ld(publisher={"name": "Reuters"})), ("Reuters", "structured_publisher")),
        (page(SITE + json_ld(provider=ORGANISATION)), ("Hesper", "structured_publisher")),
        (
            page(SITE + json_ld(copyrightHolder={"name": "Orrin News Agency"})),
            ("Orrin News Agency", "structured_publisher"),
        ),
        (
            page(SITE + json_ld(creditText="Bo Ek/AFP")),
            ("Agence France-Presse", "structured_publisher"),
        ),
        (page(SITE + json_ld(isBasedOn={"publisher": ORGANISATION})), ("Hesper", "based_on")),
        (
            page(SITE + json_ld(isBasedOn={"name": "Quay", "url": "https://hesper.example/a"})),
            ("hesper.example", "based_on"),
        ),
        (
            page(SITE, after="<a itemprop='isBasedOn' href='https://hesper.example/a'>more</a>"),
            ("hesper.example", "based_on"),
        ),
        (page(SITE + "<meta name='source' content='Hesper'>"), ("Hesper", "structured_publisher")),
        (
            page(SITE, body=f"<p><b>LISK</b> (Reuters) — {PARAGRAPHS[0]}</p>{REST}"),
            ("Reuters", "dateline"),
        ),
        (
            page(
                SITE, body=f"{REST}<p>{PARAGRAPHS[0]} (Reporting by Hesper; editing by Bo Ek)</p>"
            ),
            ("Hesper", "reporting_by"),
        ),
        (page(SITE, after="<p>Via Hesper</p>"), ("Hesper", "byline")),
        (
            page(SITE, after="<p class='copyright'>Copyright 2024 The Associated Press.</p>"),
            ("Associated Press", "footer"),
        ),
        (caption("The quay on Tuesday. (AP Photo/Bo Ek)"), ("Associated Press", "caption")),
        (caption("The quay. [Bo Ek/Reuters]"), ("Reuters", "caption")),
        (caption("The quay. Credit: Orrin News Agency"), ("Orrin News Agency", "caption")),
        (
            page(SITE, before="<img src='q' alt='The quay. Photo: Reuters'>"),
            ("Reuters", "caption"),
        ),
    ],
)
def test_a_credit_is_found_where_it_is(html: str, expected: tuple[str, str]) -> None:
    found = article(html)
    assert [(credit.name, credit.kind.value) for credit in found.credits] == [expected]
    assert found.publisher == "Lisk Leader"


def test_a_canonical_link_elsewhere_is_found_beside_a_name_of_the_site() -> None:
    found = article(
        page(SITE + "<link rel='canonical' href='https://hesper.example/q'>"),
        "https://lisk.example/q",
    )
    assert [(c.name, c.kind.value) for c in found.credits] == [("hesper.example", "canonical")]


@pytest.mark.parametrize(
    "html",
    [
        caption("The quay. (Lisk Leader/Bo Ek)"),
        caption("The quay [north/south]"),
        page(SITE, before="<img src='q' alt='The quay on Tuesday'>"),
        page(SITE + json_ld(publisher={"name": "Lisk Leader"}, author={"@id": "#nobody"})),
        page(SITE, after="<p>via the north gate</p>"),
        page(SITE + json_ld(creditText="Ana Lind", isBasedOn=[{}, 3, None])),
    ],
)
def test_what_only_looks_like_one_is_none(html: str) -> None:
    assert article(html).credits == ()
