import pytest

from firsthand.model.article import Article, text_digest

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Lisk Leader</title><language>en-gb</language>{items}</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lisk Leader</title>
<entry><title type="html">Quay &lt;b&gt;shut&lt;/b&gt;</title><id>tag:lisk,1</id>
<link href="https://lisk.example/q"/><published>2024-03-14T08:00:00Z</published>
<author><name>Ana Lind</name></author>
<content type="html">&lt;p&gt;The quay was shut, and nobody said why.&lt;/p&gt;</content>
</entry></feed>"""


def item(fields: str) -> str:
    return RSS.format(items=f"<item>{fields}</item>")


def test_an_item_becomes_an_article_headline_first(read) -> None:
    feed = item(
        "<title>Ferries &amp;amp; quays &lt;b&gt;shut&lt;/b&gt;</title><guid>q1</guid>"
        "<link>https://lisk.example/q</link><dc:creator>Ana Lind</dc:creator>"
        "<pubDate>Fri, 22 Mar 2024 17:30:00 +0100</pubDate><description>Short.</description>"
        "<content:encoded><![CDATA[<p>The quay was <b>shut</b>.</p><script>x()</script>"
        "<p>“Nobody<br>said why,” she said.</p>]]></content:encoded>"
    )
    assert read({"feed.xml": feed}, "feed.xml") == [
        Article(
            id="q1",
            text="Ferries & quays shut\n\nThe quay was shut.\n“Nobody\nsaid why,” she said.",
            title="Ferries & quays shut",
            publisher="Lisk Leader",
            url="https://lisk.example/q",
            published="2024-03-22T17:30:00+01:00",
            authors=("Ana Lind",),
            language="en",
        )
    ]


def test_atom_is_read_too(read) -> None:
    (found,) = read({"feed.atom": ATOM}, "feed.atom")
    assert (found.id, found.title, found.published, found.authors, found.text) == (
        "tag:lisk,1",
        "Quay shut",
        "2024-03-14T08:00:00Z",
        ("Ana Lind",),
        "Quay shut\n\nThe quay was shut, and nobody said why.",
    )


def test_the_outlet_that_an_item_came_from_is_a_credit(read) -> None:
    feed = item(
        "<title>Quay</title><description>The quay was shut.</description>"
        "<source url='https://hesper.example/rss'>Hesper</source>"
    )
    (found,) = read({"feed.xml": feed}, "feed.xml")
    assert [(c.name, c.kind.value) for c in found.credits] == [("Hesper", "structured_publisher")]
    assert found.id == text_digest("Quay\n\nThe quay was shut.")


def test_an_item_without_text_is_refused_and_the_others_are_read(read) -> None:
    feed = RSS.format(
        items="<item><title>Empty</title><link>https://lisk.example/e</link></item>"
        "<item><guid>q2</guid><description>The quay was shut.</description></item>"
    )
    first, second = read({"feed.xml": feed}, "feed.xml")
    assert first == "feed.xml, item 1 (Empty): has no text; read the page that it links to"
    assert second.id == "q2"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (RSS.format(items=""), "is a feed without items; give a feed with articles in it"),
        (
            "<?xml version='1.0'?><urlset><url/></urlset>",
            "is no RSS or Atom feed; give a feed with articles in it",
        ),
        ("<rss", "is no RSS or Atom feed; give a feed with articles in it"),
    ],
)
def test_what_is_no_feed_is_refused(read, data: str, message: str) -> None:
    assert read({"feed.xml": data}, "feed.xml") == [f"feed.xml: {message}"]


def test_entities_neither_explode_nor_read_files(read, tmp_path) -> None:
    (tmp_path / "secret").write_text("the secret words")
    bomb = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 9))
    feed = (
        f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY l0 'x'>{bomb}"
        f"<!ENTITY f SYSTEM 'file://{tmp_path}/secret'>]>"
        "<rss version='2.0'><channel><title>L</title><item><title>&l8;</title>"
        "<description>The quay was shut. &f;</description></item></channel></rss>"
    )
    assert read({"feed.xml": feed}, "feed.xml") == [
        "feed.xml: declares entities of its own, which no feed needs; "
        "read the pages that it links to"
    ]
