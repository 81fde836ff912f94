"""Which bytes an article was read from, and how each field was found in them."""

import json
from hashlib import sha256

from firsthand.intake.html import article_of_html
from firsthand.intake.inputs import IntakeOptions, articles
from firsthand.model.article import Found, Method, Provenance
from firsthand.model.contract import provenance_from_json, reading_to_json
from firsthand.model.reading import ReaderInfo, Reading
from tests.intake.conftest import page

WHOLE = Found(
    title=Method.JSON_LD,
    publisher=Method.OPENGRAPH,
    url=Method.CANONICAL,
    published=Method.META,
    authors=Method.MICRODATA,
    language=Method.LANG,
)


def provenance(html: str, url: str | None = None) -> Provenance:
    kept = article_of_html(html.encode(), name="folder/q.html", id="q", url=url).provenance
    assert kept
    return kept


def declared() -> str:
    headline = json.dumps({"@type": "NewsArticle", "headline": "Quay shut for a week"})
    return page(
        f"<script type='application/ld+json'>{headline}</script>".replace("'", '"')
        + "<meta property='og:site_name' content='Lisk Leader'>"
        + "<meta name='date' content='2024-03-14'>"
        + "<link rel='canonical' href='https://lisk.example/quay'>",
        before="<p itemprop='author'>Ana Lind</p>",
    ).replace("<html>", "<html lang='en'>")


def test_every_field_says_how_it_was_found() -> None:
    kept = provenance(declared())
    assert kept.found == WHOLE
    assert (kept.input, kept.fetched) == ("q.html", None)
    assert kept.digest == sha256(declared().encode()).hexdigest()


def test_what_is_guessed_is_said_to_be() -> None:
    html = page(before="<p class='date'>Wednesday, 20 March 2024</p>")
    assert provenance(html, "https://lisk.example/q").found == Found(
        title=Method.PAGE, published=Method.PAGE, url=Method.ADDRESS
    )


def test_an_unknown_field_has_no_method() -> None:
    assert provenance(page()).found == Found(title=Method.PAGE)


def test_a_declared_language_that_is_no_code_was_not_found_there(tmp_path) -> None:
    (tmp_path / "q.html").write_text(page().replace("<html>", "<html lang='?'>"))
    (found,) = articles([str(tmp_path / "q.html")])
    assert found.provenance.found.language is Method.TEXT


def test_a_text_file_guesses_its_title_and_language_from_its_words(read) -> None:
    text = "Quay shut for a week\n\nThe guard told the magazine that he was on the gate.\n"
    (found,) = read({"quay.txt": text}, "quay.txt")
    assert found.provenance == Provenance(
        "quay.txt",
        sha256(text.encode()).hexdigest(),
        None,
        Found(title=Method.TEXT, language=Method.TEXT),
    )


def test_a_line_of_json_has_its_own_digest(read) -> None:
    line = '{"id": "j1", "text": "Shut.", "publisher": "Lisk Leader"}'
    (found,) = read({"a.jsonl": f"\n{line}\n"}, "a.jsonl")
    assert found.provenance == Provenance(
        "a.jsonl, line 2",
        sha256(line.encode()).hexdigest(),
        None,
        Found(publisher=Method.FIELD),
    )


def test_an_item_of_a_feed_has_the_digest_of_the_feed(read) -> None:
    feed = (
        "<rss version='2.0'><channel><title>Lisk Leader</title><item><title>Quay</title>"
        "<description>The quay was shut.</description></item></channel></rss>"
    )
    (found,) = read({"feed.xml": feed}, "feed.xml")
    assert found.provenance.digest == sha256(feed.encode()).hexdigest()
    assert found.provenance.found == Found(title=Method.FIELD, publisher=Method.FIELD)


def test_a_file_s_name_that_is_no_text_is_made_one(tmp_path) -> None:
    (tmp_path / "q\udcff.txt").write_bytes(b"Shut.")
    found = list(articles([str(tmp_path)], options=IntakeOptions()))
    assert found[0].provenance.input == "q?.txt"


def test_the_json_gives_it_back() -> None:
    article = article_of_html(declared().encode(), name="q.html", id="q")
    printed = reading_to_json(Reading(article, (), (), (), ReaderInfo("firsthand", "0", "0")))
    kept = printed["article"]["provenance"]
    assert kept["found"] == {
        "title": "json_ld", "publisher": "opengraph", "url": "canonical", "published": "meta",
        "authors": "microdata", "language": "lang",
    }  # fmt: skip
    assert provenance_from_json(json.loads(json.dumps(kept))) == article.provenance
