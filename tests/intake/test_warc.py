"""Web archives: pages out, everything else counted, damage told, and the rest read."""

import gzip
import io
import re
import sys
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from firsthand.intake.inputs import IntakeOptions, articles
from firsthand.intake.members import CUT_OFF
from firsthand.model.article import Article, Found, Method
from firsthand.model.errors import InputError
from tests.intake.archives import INFO, OK, REQUEST, http, packed, record, story
from tests.intake.conftest import PARAGRAPHS, page


class Read:
    def __init__(self, path: Path, data: bytes, **options: object):
        path.write_bytes(data)
        self.told: list[str] = []
        given = IntakeOptions(tell=self.told.append, **options)  # type: ignore[arg-type]
        items = list(articles([str(path)], options=given))
        self.pages = [item for item in items if isinstance(item, Article)]
        self.titles = [page.title for page in self.pages]
        self.errors = [
            str(item).replace(f"{path.parent}/", "")
            for item in items
            if isinstance(item, InputError)
        ]
        self.told = [line.replace(f"{path.parent}/", "") for line in self.told]

    def counts(self) -> tuple[int, int, int, int]:
        """in, read, skipped, failed; the first is the sum of the others."""
        numbers = re.search(
            r": ([\d,]+) records? = ([\d,]+) read \+ ([\d,]+) skipped.* \+ ([\d,]+) failed",
            self.told[0],
        )
        assert numbers
        whole, read, skipped, failed = (int(n.replace(",", "")) for n in numbers.groups())
        assert whole == read + skipped + failed
        assert (read, failed) == (len(self.pages), len(self.errors))
        return whole, read, skipped, failed


@pytest.fixture
def archive(tmp_path: Path):
    def read(data: bytes, name: str = "a.warc.gz", **options: object) -> Read:
        return Read(tmp_path / name, data, **options)

    return read


def title(number: int) -> str:
    return f"Quay {number} shut for a week"


def test_a_page_keeps_its_address_and_the_time_of_its_capture(archive) -> None:
    (found,) = archive(packed(INFO, REQUEST, story(1))).pages
    assert (found.id, found.url) == ("https://lisk.example/1", "https://lisk.example/1")
    assert found.text == title(1) + "\n\n" + "\n".join(PARAGRAPHS)
    kept = found.provenance
    assert (kept.input, kept.fetched) == ("a.warc.gz, record 3", "2024-03-14T08:00:00Z")
    assert kept.found == Found(title=Method.PAGE, url=Method.ADDRESS, language=Method.TEXT)


def test_the_digest_is_that_of_the_page_as_it_was_sent(archive) -> None:
    html = page().encode()
    coded = http(gzip.compress(html), OK + "Content-Encoding: gzip\r\n")
    plain, packed_page = archive(packed(record(http(html)), record(coded))).pages
    assert plain.provenance.digest == packed_page.provenance.digest


def test_only_html_answers_are_read_and_the_others_are_counted(archive) -> None:
    picture = record(http(b"GIF8", "HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\n"))
    moved = record(http(b"", "HTTP/1.1 301 Moved\r\nLocation: /y\r\n"))
    found = archive(packed(INFO, REQUEST, story(1), picture, moved, REQUEST))
    assert found.titles == [title(1)]
    assert found.told == [
        "a.warc.gz: 6 records = 1 read + 5 skipped (1 answers other than 200, 1 not HTML, "
        "2 of type request, 1 of type warcinfo) + 0 failed"
    ]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a", "a.bin"])
def test_an_archive_is_known_by_what_it_holds(archive, name: str) -> None:
    assert archive(INFO + story(1) + story(2), name).titles == [title(1), title(2)]
    assert archive(packed(INFO, story(1)), name).titles == [title(1)]
    assert archive(gzip.compress(INFO + story(1) + story(2)), name).titles == [title(1), title(2)]


def test_the_same_text_from_two_addresses_is_two_articles(archive) -> None:
    one = record(http(page().encode()), url="https://lisk.example/a")
    other = record(http(page().encode()), url="https://brask.example/b")
    assert [a.id for a in archive(packed(one, other)).pages] == [
        "https://lisk.example/a",
        "https://brask.example/b",
    ]


@pytest.mark.parametrize("cut", [1, 8, 9, 200])
def test_a_file_that_is_cut_off_says_so(archive, cut: int) -> None:
    found = archive(packed(INFO, *map(story, range(20)))[:-cut])
    assert found.titles == [title(n) for n in range(19)]
    assert found.errors == [f"a.warc.gz, record 21: {CUT_OFF}; get the file again"]
    assert found.counts() == (21, 19, 1, 1)


def test_wherever_a_file_is_cut_off_nothing_is_lost_silently(archive) -> None:
    records = [story(n) for n in range(3)]
    whole, ends, at = packed(*records), [], 0
    for each in records:
        ends.append(at := at + len(packed(each)))
    for cut in range(3, len(whole), 37):
        read = sum(end <= cut for end in ends)
        failed = cut not in ends
        assert archive(whole[:cut]).counts() == (read + failed, read, 0, failed), cut


def test_a_plain_file_that_is_cut_off_says_so(archive) -> None:
    found = archive((INFO + story(1) + story(2))[:-40], "a.warc")
    assert found.titles == [title(1)]
    assert found.counts() == (3, 1, 1, 1)


def test_a_damaged_member_is_one_failure_and_the_next_is_read(archive) -> None:
    members = [packed(story(n)) for n in range(5)]
    middle = bytearray(members[2])
    middle[len(middle) // 2] ^= 0xFF
    found = archive(b"".join([*members[:2], bytes(middle), *members[3:]]))
    assert found.titles == [title(n) for n in (0, 1, 3, 4)]
    assert found.errors[0].startswith("a.warc.gz, record 3: is damaged: its c")
    assert found.counts() == (5, 4, 0, 1)


def test_every_flipped_byte_of_a_member_is_noticed(archive) -> None:
    members = [packed(story(n)) for n in range(3)]
    # Behind the header of the member, whose time and system no checksum covers.
    for at in range(10, len(members[1]), 61):
        middle = bytearray(members[1])
        middle[at] ^= 0x55
        found = archive(members[0] + bytes(middle) + members[2])
        assert (found.titles, len(found.errors)) == ([title(0), title(2)], 1), at
        assert found.counts() == (3, 2, 0, 1), at


def test_a_wrong_checksum_is_noticed_before_the_page_is_handed_on(archive) -> None:
    member = bytearray(packed(story(1)))
    member[-8] ^= 1
    found = archive(bytes(member) + packed(story(2)))
    assert found.titles == [title(2)]
    assert found.errors == [
        "a.warc.gz, record 1: is damaged: its checksum doesn't fit; get the file again"
    ]


def test_rubbish_between_members_is_told(archive) -> None:
    found = archive(packed(story(1)) + b"\0" * 9 + b"rubbish" * 100 + packed(story(2)) + b"end")
    assert found.titles == [title(1), title(2)]
    assert found.errors == [
        "a.warc.gz, record 2: can't be found in 700 bytes that are no compressed record; "
        "get the file again",
        "a.warc.gz, record 4: can't be found in 3 bytes that are no compressed record; "
        "get the file again",
    ]


@pytest.mark.parametrize("pack", [gzip.compress, bytes], ids=["one member", "plain"])
def test_a_record_that_lies_about_its_length_costs_itself_alone(archive, pack) -> None:
    lying = record(http(page().encode()), length=len(http(page().encode())) + 300)
    found = archive(pack(story(1) + lying + story(2) + story(3)))
    assert found.titles == [title(1), title(2), title(3)]
    assert found.errors == ["a.warc.gz, record 2: doesn't end where it says; get the file again"]
    assert found.counts() == (4, 3, 0, 1)


def test_a_record_without_a_length_or_head_is_passed_over(archive) -> None:
    headless = story(9).replace(b"Content-Length", b"Content-Size", 1)
    found = archive(story(1) + headless + b"noise\r\n" + story(2), "a.warc")
    assert found.titles == [title(1), title(2)]
    assert found.errors == ["a.warc, record 2: doesn't say how long it is; get the file again"]


def test_a_huge_record_is_refused_in_bounded_memory(archive) -> None:
    huge = record(http(b"<p>" + b"a" * 60_000_000))
    data = packed(story(1), huge, story(2))
    tracemalloc.start()
    found = archive(data, max_bytes=1_000_000)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.titles == [title(1), title(2)]
    assert "record 2: holds 60,000,0" in found.errors[0]
    assert found.counts() == (3, 2, 0, 1) and most < 20_000_000


def test_a_page_that_unpacks_to_too_much_is_refused(archive) -> None:
    bomb = http(gzip.compress(b"<p>" * 20_000_000), OK + "Content-Encoding: gzip\r\n")
    found = archive(packed(record(bomb), story(2)), max_bytes=1_000_000)
    assert found.titles == [title(2)]
    assert found.errors == [
        "a.warc.gz, record 1 (https://lisk.example/quay): holds more than 1,000,000 bytes; "
        "save its page and read that"
    ]


def test_a_page_that_only_claims_to_be_coded_is_read_as_it_stands(archive) -> None:
    html = page().encode()
    for head in ("Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n"):
        assert len(archive(packed(record(http(html, OK + head)))).pages) == 1, head


def test_a_page_in_a_broken_coding_is_one_failure(archive) -> None:
    broken = http(b"\x28\xb5\x2f\xfd???", OK + "Content-Encoding: zstd\r\n")
    assert archive(packed(record(broken), story(1))).errors == [
        "a.warc.gz, record 1 (https://lisk.example/quay): has a body whose coding is broken or "
        "unknown; save its page and read that"
    ]


def test_a_page_without_an_article_is_named_by_its_address(archive) -> None:
    empty = record(http(b"<html><body><div id='app'></div></body></html>"))
    (error,) = archive(packed(empty)).errors
    assert error.startswith(
        "a.warc.gz, record 1 (https://lisk.example/quay): no main text could be extracted: "
    )


def test_another_language_fails_and_is_counted(archive) -> None:
    french = "Le ministère a fermé le port mardi, et personne n'a dit pourquoi au conseil. " * 6
    html = page(body=f"<p>{french}</p>").replace("Quay shut for a week", "Le quai fermé")
    assert archive(packed(record(http(html.encode())), story(1))).counts() == (2, 1, 0, 1)


def wacz(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("datapackage.json", "{}")
        for name, content in members.items():
            package.writestr(f"archive/{name}.warc.gz", content)
    return data.getvalue()


def test_a_package_is_read_file_by_file(archive) -> None:
    found = archive(wacz(a=packed(INFO, story(1)), b=packed(story(2))[:-5]), "c.wacz")
    assert found.titles == [title(1)]
    assert found.pages[0].provenance.input == "c.wacz, a.warc.gz, record 2"
    assert found.errors == [f"c.wacz, b.warc.gz, record 1: {CUT_OFF}; get the file again"]
    assert found.counts() == (3, 1, 1, 1)


def test_a_damaged_package_says_so(archive) -> None:
    whole = wacz(a=packed(story(1)))
    assert archive(whole[:-30], "c.wacz").errors == [
        "c.wacz: is a package that can't be opened (File is not a zip file); get the file again"
    ]
    at = whole.index(b"\x1f\x8b") + 40
    flipped = archive(whole[:at] + b"XX" + whole[at + 2 :], "c.wacz")
    assert flipped.pages == [] and len(flipped.errors) >= 1
    assert archive(wacz(), "c.wacz").errors == [
        "c.wacz: is a package without WARC files; give a WACZ"
    ]


def test_an_archive_comes_through_a_pipe_but_a_package_does_not() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, data: bytes):
            self._data = io.BytesIO(data)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            return self._data.readinto(buffer)

    def through(data: bytes) -> list[Article | InputError]:
        return list(articles(["-"], options=IntakeOptions(stdin=Pipe(data))))  # type: ignore[arg-type]

    assert [a.title for a in through(packed(story(1), story(2)))] == [title(1), title(2)]
    assert [str(e) for e in through(wacz(a=packed(story(1))))] == [
        "standard input: is WACZ, which can't be read from a pipe; give its file name"
    ]


def test_without_the_library_one_line_says_what_to_install(archive, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert archive(packed(story(1))).errors == [
        "a.warc.gz: is WARC, and fastwarc isn't installed; pip install 'firsthand[warc]'"
    ]


def test_a_directory_holds_archives_too(read) -> None:
    found = read(
        {"b.warc.gz": packed(story(1)), "a.txt": "The quay was shut.", "x.tar.gz": b"\x1f"}
    )
    assert [item.id for item in found] == ["a", "https://lisk.example/1"]


def test_an_ordinary_gzip_or_zip_is_refused_as_before(read) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("a.txt", "x")
    assert read({"a.gz": gzip.compress(b"text"), "a.zip": data.getvalue()}, "a.gz") == [
        "a.gz: is a gzip archive, not a text; give text, HTML, a feed or JSONL"
    ]
    assert read({}, "a.zip") == [
        "a.zip: is a ZIP or office document, not a text; give text, HTML, a feed or JSONL"
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"\x1f\x8b\x08" * 50_000,
        b"\x1f\x8b\x08\x00" * 50_000,
        b"WARC/1.0\r\n" * 500_000,
        b"WARC/1.0\r\nContent-Length: 999999999999999999\r\n\r\nx",
        gzip.compress(b"WARC/1.0\r\nContent-Length: 300000000\r\n\r\n" + bytes(30_000_000)),
    ],
    ids=["magic", "members", "heads", "length", "bomb"],
)
def test_hostile_archives_are_told_within_seconds(archive, data: bytes) -> None:
    began = time.monotonic()
    whole, read, skipped, failed = archive(data).counts()
    assert (read, skipped) == (0, 0) and 0 < whole == failed < 200
    assert time.monotonic() - began < 10
