import io
import json

from firsthand.intake.jsonl import articles_of_jsonl
from firsthand.model.article import Article, Credit, CreditKind, text_digest


def read(*lines: object, max_bytes: int = 10_000):
    data = b"\n".join(x if isinstance(x, bytes) else json.dumps(x).encode() for x in lines)
    found = articles_of_jsonl(io.BytesIO(data), name="a.jsonl", max_bytes=max_bytes)
    return [x if isinstance(x, Article) else str(x) for x in found]


def test_the_fields_present_are_kept_and_the_text_is_exactly_the_field() -> None:
    assert read(
        {
            "id": "q1",
            "text": " Quay shut.\r\n",
            "title": "Quay",
            "publisher": "Lisk Leader",
            "url": "https://lisk.example/q",
            "published": "2024-03-14",
            "authors": ["Ana Lind"],
            "language": "en-GB",
            "wire": "AP",
            "other": 1,
        }
    ) == [
        Article(
            id="q1",
            text=" Quay shut.\r\n",
            title="Quay",
            publisher="Lisk Leader",
            url="https://lisk.example/q",
            published="2024-03-14",
            authors=("Ana Lind",),
            language="en",
            credits=(Credit("Associated Press", CreditKind.STRUCTURED_PUBLISHER, "wire: AP"),),
        )
    ]


def test_without_an_id_the_digest_of_the_text_is_the_id() -> None:
    assert [article.id for article in read({"text": "Shut."}, {"id": 7, "text": "Open."})] == [
        text_digest("Shut."),
        "7",
    ]


def test_a_broken_line_is_refused_by_its_number_and_the_others_go_on() -> None:
    fields = 'give one object with a "text" a line'
    assert read(
        {"id": "a", "text": "Shut."},
        b'{"id": "b", "text": "Op',
        b"",
        b"[1]",
        b'{"text": "\xff"}',
        {"id": "c", "title": "No text"},
        {"id": "d", "text": "  "},
        {"id": "e", "text": 5},
        b'{"text": "\\ud800"}',
        b"[" * 9_000,
        {"text": "x" * 10_000},
        {"id": "z", "text": "Open."},
    ) == [
        Article(id="a", text="Shut."),
        f"a.jsonl, line 2: is not JSON (column 21: Unterminated string starting at); {fields}",
        f"a.jsonl, line 4: is not a JSON object; {fields}",
        "a.jsonl, line 5: is not valid UTF-8; JSON is UTF-8: convert it",
        'a.jsonl, line 6: is an article without text; give it a "text"',
        'a.jsonl, line 7: is an article without text; give it a "text"',
        'a.jsonl, line 8: has a "text" that is not a string; give a string or null',
        'a.jsonl, line 9: has half a surrogate pair in "text"; write whole characters',
        f"a.jsonl, line 10: is nested too deeply; {fields}",
        "a.jsonl, line 11: is longer than 10,000 bytes; split the article",
        Article(id="z", text="Open."),
    ]


def test_a_file_of_blank_lines_is_empty() -> None:
    assert read(b"", b"  ") == ['a.jsonl: is empty; give one object with a "text" a line']


def test_lines_are_read_one_at_a_time() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:
            line = b'{"text": "Shut."}\n'
            buffer[: len(line)] = line
            return len(line)

    found = articles_of_jsonl(io.BufferedReader(Endless()), name="-", max_bytes=100)
    assert [next(found).text for _ in range(3)] == ["Shut."] * 3
