"""The door: every input gives articles or one clear line, and the others go on."""

import io
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.intake.inputs import IntakeOptions, articles
from firsthand.model.article import Article, text_digest
from firsthand.model.errors import InputError
from tests.intake.conftest import page

STORY = "Quay shut for a week\n\nThe guard told the magazine that he was on the gate of the quay.\n"
RSS = (
    "<rss version='2.0'><channel><item><guid>f1</guid>"
    "<description>Shut.</description></item></channel></rss>"
)


def from_stdin(data: bytes) -> list[Article | InputError]:
    return list(articles(["-"], options=IntakeOptions(stdin=io.BytesIO(data))))


def test_a_text_file_is_read_exactly_and_named_by_its_stem(read) -> None:
    assert read({"quay.txt": STORY}, "quay.txt") == [
        Article(id="quay", text=STORY, title="Quay shut for a week", language="en")
    ]


def test_a_directory_is_walked_in_sorted_order(read) -> None:
    found = read(
        {
            "b/two.md": STORY,
            "a.txt": STORY,
            "c.jsonl": '{"id": "j1", "text": "Shut."}',
            "d.xml": RSS,
            "e.html": page(),
            "README.md": STORY,
            ".hidden/x.txt": STORY,
            "notes.ini": "a=b",
        }
    )
    assert [article.id for article in found] == ["a", "two", "j1", "f1", "e"]


def test_a_directory_goes_on_after_a_file_that_is_refused(read) -> None:
    first, second = read({"a.txt": b"%PDF-1.7", "b.txt": STORY})
    assert first == "a.txt: is a PDF, not a text; save its text (pdftotext) and read that"
    assert second.id == "b"


def test_a_directory_without_articles_is_refused(tmp_path: Path) -> None:
    assert [str(error) for error in articles([str(tmp_path)])] == [
        f"{tmp_path}: is a directory without articles; "
        "firsthand reads .txt, .md, .html, .htm, .xml, .jsonl, .json, .csv, "
        ".tsv, .parquet, .warc, .warc.gz, .wacz"
    ]


@pytest.mark.parametrize(
    ("data", "id", "text"),
    [
        (b"The quay was shut.", text_digest("The quay was shut."), "The quay was shut."),
        (b'{"id": "j1", "text": "Shut."}\n', "j1", "Shut."),
        (RSS.encode(), "f1", "Shut."),
        (
            b"{not json} said the quay",
            text_digest("{not json} said the quay"),
            "{not json} said the quay",
        ),
    ],
)
def test_standard_input_is_told_by_its_content(data: bytes, id: str, text: str) -> None:
    assert [(article.id, article.text) for article in from_stdin(data)] == [(id, text)]


def test_a_page_on_standard_input_is_extracted() -> None:
    (article,) = from_stdin(page().encode())
    assert article.title == "Quay shut for a week" and article.id == text_digest(article.text)


def test_a_text_file_that_holds_markup_stays_text(read) -> None:
    (article,) = read({"a.txt": "<p>The quay was shut.</p>"}, "a.txt")
    assert article.text == "<p>The quay was shut.</p>"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.txt", None, "none.txt: no such file or directory; check the path"),
        ("a.txt", b"", "a.txt: is empty; give a file with an article in it"),
        ("a.html", b"", "a.html: is empty; give a file with an article in it"),
        (
            "a.html",
            b"%PDF-1.4",
            "a.html: is a PDF, not a text; save its text (pdftotext) and read that",
        ),
        (
            "a.xml",
            b"\x1f\x8b\x08",
            "a.xml: is a gzip archive, not a text; give text, HTML, a feed or JSONL",
        ),
        ("a", b"\x00\x01\x02", "a: is a binary file, not a text; give text, HTML, a feed or JSONL"),
        (
            "a.txt",
            "Le ministère a fermé le port mardi, et personne n'a dit pourquoi.".encode(),
            "a.txt: is not in English but in another language (fr); read it anyway with --force",
        ),
        (
            "a.jsonl",
            b'{"id": "q", "text": "Ferm\xc3\xa9.", "language": "fr"}',
            "a.jsonl, q: is not in English but in another language (fr); "
            "read it anyway with --force",
        ),
    ],
)
def test_bad_input_is_one_line(read, name: str, data: bytes | None, message: str) -> None:
    assert read({} if data is None else {name: data}, name) == [message]


def test_another_language_is_read_when_forced_and_says_so(read) -> None:
    text = "Le ministère a fermé le port mardi, et personne n'a dit pourquoi."
    (article,) = read({"a.txt": text}, "a.txt", force_language=True)
    assert (article.text, article.language) == (text, "fr")


def test_the_other_inputs_go_on(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(STORY)
    found = list(articles([str(tmp_path / "a.txt"), "x\0y", str(tmp_path / "b.txt")]))
    assert [type(item).__name__ for item in found] == ["InputError", "InputError", "Article"]


def test_five_megabytes_in_one_line_are_read_in_bounded_memory(read) -> None:
    line = "The guard told the magazine that he was on the gate of the quay. " * 80_000
    tracemalloc.start()
    (article,) = read({"long.txt": line}, "long.txt")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert article.text == line and most < 12 * len(line)


def test_a_file_beyond_the_limit_is_not_read(read) -> None:
    assert read({"a.txt": "x" * 1001}, "a.txt", max_bytes=1000) == [
        "a.txt: holds more than 1,000 bytes; split it, or give JSONL"
    ]


def test_the_door_opens_without_its_heavy_libraries(read, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    heavy = "trafilatura lxml httpx feedparser py3langid charset_normalizer htmldate".split()
    code = (
        "import sys; from firsthand.intake.inputs import articles; "
        f"a = list(articles([{str(tmp_path / 'a.txt')!r}])); "
        f"print(a[0].language, [m for m in {heavy!r} if m in sys.modules])"
    )
    path = {"PYTHONPATH": ":".join(place for place in sys.path if place)}
    done = subprocess.run([sys.executable, "-c", code], env=path, capture_output=True, text=True)
    assert done.stdout == "en []\n"


MARKUP = st.lists(
    st.sampled_from(
        [
            b"<html>",
            b"<rss>",
            b"<feed",
            b"<p>",
            b"</p>",
            b"<!--",
            b'<a href="',
            b"{",
            b'"text":',
            b'"x"',
            b"}",
            b"\n",
            b"<script>",
            b"&amp;",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"\0",
            b"By AP",
            b"(Reporting by ",
            b") - ",
        ]
    )
    | st.binary(max_size=20)
).map(b"".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP | st.binary(max_size=300))
def test_any_bytes_are_articles_or_errors(data: bytes) -> None:
    for item in from_stdin(data):
        if isinstance(item, Article):
            assert item.text.strip() and item.id
            item.text.encode("utf-8")
        else:
            assert isinstance(item, InputError) and "\n" not in str(item)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_text_comes_back_exactly(text: str) -> None:
    if text.strip() and not text.startswith(("\ufeff", "<", "{")):
        (item,) = articles(
            ["-"], options=IntakeOptions(stdin=io.BytesIO(text.encode()), force_language=True)
        )
        assert isinstance(item, Article) and item.text == text
