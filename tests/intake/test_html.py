"""Pages with clutter, declarations and credits; and those that no parser should meet."""

import json
import os
import time

import pytest

from firsthand.intake.html import article_of_html
from firsthand.intake.options import IntakeOptions
from firsthand.intake.process import Parser, parser
from firsthand.model.article import Credit, CreditKind
from firsthand.model.errors import InputError
from tests.intake.conftest import PARAGRAPHS, page


def article(html: str | bytes, url: str | None = None, declared: str | None = None):
    data = html.encode() if isinstance(html, str) else html
    return article_of_html(data, name="q.html", id="q", url=url, declared=declared)


def credits(html: str) -> list[tuple[str, str]]:
    return [(credit.name, credit.kind.value) for credit in article(html).credits]


def json_ld(**fields: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_the_text_is_the_headline_then_the_paragraphs_one_a_line() -> None:
    clutter = "<div class='newsletter'><p>Like this? Sign up to our letter.</p></div>"
    assert article(page(after=clutter)).text == "Quay shut for a week\n\n" + "\n".join(PARAGRAPHS)


def test_what_a_page_declares_is_kept() -> None:
    found = article(
        page(
            json_ld(
                headline="Quay shut for a week",
                datePublished="2024-03-14T07:15:00+01:00",
                author=[{"@type": "Person", "name": "Ana Lind"}, "Bo Ek"],
                publisher={"@type": "Organization", "name": "The Lisk Leader"},
                inLanguage="en-GB",
            )
            + "<title>Quay shut - Lisk Leader</title>"
            + "<link rel='canonical' href='https://lisk.example/quay'>"
        )
    )
    assert (
        found.title,
        found.publisher,
        found.published,
        found.url,
        found.authors,
        found.language,
    ) == (
        "Quay shut for a week",
        "The Lisk Leader",
        "2024-03-14T07:15:00+01:00",
        "https://lisk.example/quay",
        ("Ana Lind", "Bo Ek"),
        "en",
    )


def test_meta_tags_stand_in_for_json_ld() -> None:
    found = article(
        page(
            "<meta property='og:title' content='Quay shut | Lisk Leader'>"
            "<meta property='og:site_name' content='Lisk Leader'>"
            "<meta property='article:published_time' content='2024-03-14'>"
            "<meta name='author' content='By Ana Lind and Bo Ek'>"
        )
    )
    assert (found.title, found.publisher, found.published, found.authors) == (
        "Quay shut",
        "Lisk Leader",
        "2024-03-14",
        ("Ana Lind", "Bo Ek"),
    )


def test_nothing_is_guessed() -> None:
    found = article(page())
    assert (found.publisher, found.published, found.url, found.authors) == (None, None, None, ())


def test_a_date_in_the_markup_is_found_where_none_is_declared() -> None:
    assert (
        article(page(before="<p class='date'>Wednesday, 20 March 2024</p>")).published
        == "2024-03-20"
    )


def test_broken_json_ld_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "headline</script>'
    deep = f'<script type="application/ld+json">{"[" * 50_000}</script>'
    assert article(page(broken + deep)).title == "Quay shut for a week"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (page(before="<p class='byline'>By Hesper</p>"), [("Hesper", "byline")]),
        (page(before="<p>By Ana Lind, Orrin News Agency</p>"), [("Orrin News Agency", "byline")]),
        (page(before="<span class='agency'>Hesper</span>"), [("Hesper", "byline")]),
        (
            page(body="<p>LISK, 3 May (Hesper) - " + "</p><p>".join(PARAGRAPHS)),
            [("Hesper", "dateline")],
        ),
        (page(after="<p>(Reporting by Hesper)</p>"), [("Hesper", "reporting_by")]),
        (page(after="<p>[With agencies]</p>"), [("agencies", "reporting_by")]),
        (
            page(after="<figure><figcaption>The quay. Photo: Bo Ek/Hesper</figcaption></figure>"),
            [("Hesper", "caption")],
        ),
        (
            page(json_ld(author={"@type": "Organization", "name": "Hesper"})),
            [("Hesper", "structured_author")],
        ),
        (page(json_ld(author="Orrin News Agency")), [("Orrin News Agency", "structured_author")]),
        (
            page(json_ld(sourceOrganization={"name": "Hesper"})),
            [("Hesper", "structured_publisher")],
        ),
        (page(json_ld(isBasedOn="https://www.hesper.example/a")), [("hesper.example", "based_on")]),
        (
            page("<meta name='original-source' content='https://hesper.example/a'>"),
            [("hesper.example", "based_on")],
        ),
        (
            page(after="<footer><p>© 2024 Hesper News Agency. All rights reserved.</p></footer>"),
            [("Hesper News Agency", "footer")],
        ),
        (page(after="<footer><p>Agency copy © Hesper 2024</p></footer>"), [("Hesper", "footer")]),
    ],
)
def test_credits_are_found_wherever_a_page_puts_them(
    html: str, expected: list[tuple[str, str]]
) -> None:
    assert credits(html) == expected


def test_a_canonical_link_to_another_site_is_a_credit_and_not_the_page_s_address() -> None:
    found = article(
        page(
            "<meta property='og:url' content='https://lisk.example/quay'>"
            "<link rel='canonical' href='https://www.hesper.example/quay'>"
        )
    )
    assert found.url == "https://lisk.example/quay"
    assert found.credits == (
        Credit(
            "hesper.example", CreditKind.CANONICAL, "canonical: https://www.hesper.example/quay"
        ),
    )


def test_the_page_s_own_outlet_and_clutter_are_no_credits() -> None:
    own = (
        json_ld(publisher={"name": "Lisk Leader"}, author="Lisk Leader")
        + "<meta property='og:url' content='https://www.lisk.example/quay'>"
        + "<link rel='canonical' href='https://lisk.example/quay'>"
    )
    related = "<div class='related'><p>OSTRIN (Hesper) - Another story.</p></div>"
    footer = "<footer><p>© 2024 Northgate Holdings Ltd</p></footer>"
    assert (
        credits(page(own, before="<p class='byline'>By Ana Lind</p>", after=related + footer)) == []
    )


def test_the_declared_encoding_is_used() -> None:
    html = page().replace("utf-8", "windows-1251").replace("Voss", "Восс")
    data = html.replace("“", '"').replace("”", '"').encode("windows-1251")
    assert "said Mirela Восс, who" in article(data).text


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (
            "<html><body><div id='app'></div><script>go()</script></body></html>",
            "it shows only 0 characters of text and may be filled in by a script",
        ),
        (
            "<html>" + "<p></p>" * 30,
            "it shows only 0 characters of text and may be filled in by a script",
        ),
    ],
)
def test_a_page_without_main_text_is_an_error_with_its_reason(html: str, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        article(html)
    assert str(refused.value) == (
        f"q.html: no main text could be extracted: {reason}; save the article's text and read that"
    )


def test_pages_at_the_limits_are_read_or_refused_within_seconds() -> None:
    began = time.monotonic()
    read = refused = 0
    for html in (
        page(body="<div>" * 240 + PARAGRAPHS[0] + "</div>" * 240),
        page(body="<p>" + PARAGRAPHS[0] * 20_000),
        page(
            body="".join(
                f"<p {' '.join(f'a{i}=1' for i in range(400))}>{PARAGRAPHS[0]} {n}</p>"
                for n in range(20)
            )
        ),
    ):
        try:
            article(html)
            read += 1
        except InputError:
            refused += 1
    assert (read + refused, time.monotonic() - began < 20) == (3, True)


def test_a_page_that_hangs_its_parser_is_given_up_and_the_next_one_is_read() -> None:
    with pytest.raises(InputError) as refused:
        article_of_html(
            page().encode(), name="q.html", id="q", options=IntakeOptions(page_seconds=0.0)
        )
    assert (
        str(refused.value)
        == "q.html: took more than 0 s to parse; save the article's text and read that"
    )
    assert article(page()).title == "Quay shut for a week"


def test_one_child_serves_many_pages_and_is_replaced_when_it_ends() -> None:
    own = Parser()
    job = {"kind": "page", "html": page(), "url": None}
    own.answer(job, name="a", seconds=20)
    first = own._child
    own.answer(job, name="b", seconds=20)
    assert first is not None and own._child is first
    os.kill(first.pid, 9)
    first.wait()
    assert own.answer(job, name="c", seconds=20)["title"] == "Quay shut for a week"
    own.close()
    assert parser() is parser()


def test_an_interrupted_page_leaves_no_answer_for_the_next_one(monkeypatch) -> None:
    own = Parser()

    class Interrupted:
        def readline(self) -> str:
            raise KeyboardInterrupt

        def close(self) -> None:
            pass

    child = own._running()
    monkeypatch.setattr(child, "stdout", Interrupted())
    monkeypatch.setattr(child, "communicate", child.wait)
    with pytest.raises(KeyboardInterrupt):
        own.answer({"kind": "page", "html": page(), "url": None}, name="a", seconds=20)
    other = page().replace("Quay shut", "Ferry late")
    answer = own.answer({"kind": "page", "html": other, "url": None}, name="b", seconds=20)
    assert answer["title"] == "Ferry late for a week"
    own.close()
