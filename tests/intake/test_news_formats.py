"""ninjs, NewsML-G2 and OPML: headline, body, byline, date and credit; and hostile XML."""

import json

import pytest

from firsthand.intake.opml import feeds_of_opml
from firsthand.intake.options import IntakeOptions
from firsthand.intake.xml import Refused, parsed
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from tests.intake.conftest import PARAGRAPHS

HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
BODY = "\n".join(PARAGRAPHS)


def ninjs(**fields: object) -> str:
    item = {
        "uri": "https://hesper.example/n1",
        "type": "text",
        "versioncreated": "2024-03-14T08:00:00Z",
        "language": "en-GB",
        "headline": "Quay shut for a week",
        "byline": "By Ana Lind and Bo Ek, Orrin News Agency",
        "copyrightholder": "Hesper",
        "body_text": "short",
        "body_xhtml": HTML,
        **fields,
    }
    return json.dumps({key: value for key, value in item.items() if value is not None})


EXPECTED = Article(
    id="https://hesper.example/n1",
    text=f"Quay shut for a week\n\n{BODY}",
    title="Quay shut for a week",
    publisher="Hesper",
    url="https://hesper.example/n1",
    published="2024-03-14T08:00:00Z",
    authors=("Ana Lind", "Bo Ek"),
    language="en",
)


def credited(article: Article) -> list[tuple[str, str]]:
    return [(credit.name, credit.kind.value) for credit in article.credits]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"byline": None, "by": "Ana Lind and Bo Ek, Orrin News Agency"},
        {
            "headline": None,
            "headlines": [
                {"role": "short", "value": "Quay"},
                {"role": "main", "value": "Quay shut for a week"},
            ],
            "body_xhtml": None,
            "bodies": [{"role": "main", "contenttype": "text/html", "value": HTML}],
        },
        {"body_xhtml": None, "body_text": BODY},
        {
            "body_xhtml": None,
            "versioncreated": None,
            "contentCreated": "2024-03-14T08:00:00Z",
            "copyrightholder": None,
            "copyrightHolder": "Hesper",
            "bodies": [{"contentType": "text/html", "value": HTML}],
        },
    ],
    ids=["1", "by", "2", "plain", "3"],
)
def test_ninjs_of_every_version_is_read(read, changed: dict[str, object]) -> None:
    (found,) = read({"n.json": ninjs(**changed)}, "n.json")
    assert found == Article(**{
        name: getattr(EXPECTED, name) for name in EXPECTED.__slots__ if name != "credits"
    }, credits=found.credits)  # fmt: skip
    assert credited(found) == [("Orrin News Agency", "byline")]


def test_ninjs_credits_its_sources(read) -> None:
    item = ninjs(byline=None, infosources=[{"name": "Orrin News"}], creditline="Hesper/AFP")
    (found,) = read({"n.json": item}, "n.json")
    assert ("Orrin News", "structured_publisher") in credited(found)


def test_an_array_and_a_line_each_are_read_item_by_item(read) -> None:
    one, two = ninjs(uri="urn:1"), ninjs(uri="urn:2")
    picture = ninjs(uri="urn:3", type="picture", body_text=None, body_xhtml=None)
    broken = json.dumps(["no object"])
    array = f"\ufeff[{one}, {picture}, {broken}, {two}]"
    found = read({"n.json": array}, "n.json")
    assert [item.id for item in found if isinstance(item, Article)] == ["urn:1", "urn:2"]
    assert [item for item in found if isinstance(item, str)] == [
        'n.json, object 2: is a picture without a text; give ninjs, or objects with a "text"',
        'n.json, object 3: is not a JSON object; give ninjs, or objects with a "text"',
    ]
    assert [item.id for item in read({"n.ninjs": f"{one}\n{two}\n"}, "n.ninjs")] == [
        "urn:1", "urn:2",
    ]  # fmt: skip
    assert [item.id for item in read({"n": array.lstrip(chr(0xFEFF))}, "n")[:1]] == ["urn:1"]


def test_plain_objects_in_an_array_are_read_too(read) -> None:
    (found,) = read({"a.json": '[{"id": "j1", "text": "The quay was shut."}]'}, "a.json")
    assert (found.id, found.text) == ("j1", "The quay was shut.")


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (ninjs(pubstatus="canceled"), "is canceled by its publisher; leave it out"),
        ("[]", 'is an empty array; give ninjs, or objects with a "text"'),
        ("3", 'is not a JSON object; give ninjs, or objects with a "text"'),
        ("[" * 100_000, 'is nested too deeply; give ninjs, or objects with a "text"'),
        (
            ninjs(body_xhtml="<div>" * 1000),
            "the page has more than 250 tags inside each other, which no article needs; "
            "save its text and read that",
        ),
    ],
)
def test_what_is_no_news_item_is_refused(read, item: str, message: str) -> None:
    assert read({"n.json": item}, "n.json") == [f"n.json: {message}"]


NAR = "http://iptc.org/std/nar/2006-10-01/"


def newsml(guid: str = "urn:h1", kind: str = "text", status: str = "usable", body: str = "") -> str:
    inline = body or (
        '<inlineXML contenttype="application/xhtml+xml">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body>{HTML}</body></html></inlineXML>"
    )
    return f"""<newsItem guid="{guid}" standard="NewsML-G2" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:{kind}"/>
<provider qcode="nprov:hsp"><name>Hesper</name></provider>
<versionCreated>2024-03-15T08:00:00Z</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><contentCreated>2024-03-14T08:00:00Z</contentCreated>
<creditline>Orrin News Agency</creditline><by>By Ana Lind</by>
<headline>Quay <em>shut</em> for a week</headline></contentMeta>
<contentSet>{inline}</contentSet></newsItem>"""


def message(*items: str) -> str:
    return (
        f'<?xml version="1.0"?><newsMessage xmlns="{NAR}"><header/><itemSet>'
        f"{''.join(items)}</itemSet></newsMessage>"
    )


def test_a_newsml_g2_message_of_several_items_is_read_item_by_item(read) -> None:
    whole = message(
        newsml(),
        newsml("urn:p", "picture"),
        '<packageItem guid="urn:pack"/>',
        newsml("urn:h2", status="canceled"),
        newsml("urn:h3", body="<inlineXML/>"),
        newsml("https://hesper.example/h4"),
    )
    first, cancelled, empty, last = read({"m.xml": whole}, "m.xml")
    assert first == Article(
        id="urn:h1",
        text=f"Quay shut for a week\n\n{BODY}",
        title="Quay shut for a week",
        publisher="Hesper",
        published="2024-03-14T08:00:00Z",
        authors=("Ana Lind",),
        language="en",
        credits=first.credits,
    )
    assert credited(first) == [("Orrin News Agency", "structured_publisher")]
    assert cancelled == "m.xml, item 2: is canceled by its publisher; leave it out"
    assert empty == "m.xml, item 3: has no text; leave it out"
    assert (last.id, last.url) == ("https://hesper.example/h4", "https://hesper.example/h4")


def test_a_single_item_with_a_prefix_and_nitf_is_read(read) -> None:
    nitf = (
        '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/">'
        "<body><body.head><hedline><hl1>Quay</hl1></hedline><byline>By X</byline></body.head>"
        f"<body.content>{HTML}</body.content></body></nitf></inlineXML>"
    )
    plain = newsml(body=nitf).replace("<newsItem", f'<newsItem xmlns="{NAR}"')
    (found,) = read({"m.xml": plain}, "m.xml")
    assert found.text == f"Quay shut for a week\n\n{BODY}"


def test_inline_data_is_read(read) -> None:
    data = f'<inlineData contenttype="text/plain">{BODY}</inlineData>'
    (found,) = read({"m": message(newsml(body=data))}, "m")
    assert found.text == f"Quay shut for a week\n\n{BODY}"


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (message(newsml(kind="picture")), "has 1 items and no text among them; give NewsML-G2"),
        (message(newsml())[:-30], "is broken XML ("),
        (f'<packageItem xmlns="{NAR}"/>', "is no NewsML-G2; give NewsML-G2"),
        (message("<a>" * 5000), "is broken XML ("),
    ],
)
def test_what_is_no_newsml_with_a_text_is_refused(read, whole: str, said: str) -> None:
    (error,) = read({"m.xml": whole}, "m.xml")
    assert error.startswith(f"m.xml: {said}")


def bomb(root: str, inner: str, secret: str) -> str:
    levels = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 9))
    return (
        f"<?xml version='1.0'?><!DOCTYPE {root} [<!ENTITY l0 'xxxxxxxxxx'>{levels}"
        f"<!ENTITY f SYSTEM 'file://{secret}'>]>" + inner
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_neither_explode_nor_read_files(read, tmp_path, encoding: str) -> None:
    (tmp_path / "secret").write_text("the secret words")
    inner = f'<newsMessage xmlns="{NAR}"><itemSet>{newsml().replace("Quay ", "&l8; &f; ")}'
    whole = bomb("newsMessage", inner + "</itemSet></newsMessage>", f"{tmp_path}/secret")
    outline = '<opml><body><outline xmlUrl="https://lisk.example/&l8;"/></body></opml>'
    lists = bomb("opml", outline, f"{tmp_path}/secret")
    for name, text in (("m.xml", whole), ("l.opml", lists)):
        (error,) = read({name: text.encode(encoding)}, name)
        assert "secret words" not in error and "xxxxxxxxxx" not in error
        with pytest.raises(Refused, match=r"^(?:declares entities|is broken XML)"):
            parsed(text.encode(encoding))


def test_even_one_harmless_entity_is_refused() -> None:
    with pytest.raises(Refused, match=r"^declares entities of its own, which no news needs$"):
        parsed(b'<!DOCTYPE opml [<!ENTITY a "b">]><opml>&a;</opml>')


OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
<outline text="Wires"><outline text="North"><outline type="rss" text="Hesper"
 xmlUrl="https://hesper.example/rss" htmlUrl="https://hesper.example/"/></outline>
<outline text="Lisk" XMLURL=" https://lisk.example/feed?a=1&amp;b=2 "/></outline>
<outline text="no feed" htmlUrl="https://x.example/"/>
<outline text="again" xmlUrl="https://hesper.example/rss"/>
<outline xmlUrl="feed://brask.example/rss"/></body></opml>"""


def feeds(text: str) -> list[str]:
    return feeds_of_opml(text.encode(), name="l.opml", options=IntakeOptions())


def test_nested_outlines_are_a_list_of_feeds_each_once() -> None:
    assert feeds(OPML) == [
        "https://hesper.example/rss",
        "https://lisk.example/feed?a=1&b=2",
        "http://brask.example/rss",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<opml><body><outline text='x'/></body></opml>", "is OPML without feeds"),
        ("<opml><body>", "is broken XML"),
        ("<html/>", "is no OPML"),
        ("<opml>" + "<outline>" * 100_000, "is broken XML"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError, match=f"^l.opml: {said}"):
        feeds(text)
