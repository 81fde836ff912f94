"""What a plain text file becomes: its own words and nothing else."""

import pytest

from firsthand.intake.text import decode, title_of
from firsthand.model.errors import InputError


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            b"\xef\xbb\xbfThe quay was shut.\r\nNobody said why.\r",
            "The quay was shut.\nNobody said why.\n",
        ),
        ("“Shut,” she said.".encode(), "“Shut,” she said."),
        ("“Shut,” she said.".encode("utf-16"), "“Shut,” she said."),
        ("The quay was shut.".encode("utf-16-le"), "The quay was shut."),
        ("The café’s owner said “no” twice.".encode("cp1252"), "The café’s owner said “no” twice."),
        ("Fines of £500 were paid.".encode("latin-1"), "Fines of £500 were paid."),
        (b"  two  spaces\t\n\n\nand lines ", "  two  spaces\t\n\n\nand lines "),
    ],
)
def test_the_encoding_is_found_and_nothing_but_newlines_is_touched(data: bytes, text: str) -> None:
    assert decode(data, name="a.txt") == text


def test_a_declared_encoding_settles_what_is_not_utf_8() -> None:
    data = "Министерство закрыло порт.".encode("koi8-r")
    assert decode(data, name="a.txt", declared="KOI8-R") == "Министерство закрыло порт."


def test_an_unknown_declaration_is_passed_over() -> None:
    assert decode(b"Shut.", name="a.txt", declared="no-such-encoding") == "Shut."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt: is empty; give a file with an article in it"),
        (b" \n\t\n", "a.txt: is empty; give a file with an article in it"),
        (b"%PDF-1.7\nx", "a.txt: is a PDF, not a text; save its text (pdftotext) and read that"),
        (
            b"PK\x03\x04abc",
            "a.txt: is a ZIP or office document, not a text; give text, HTML, a feed or JSONL",
        ),
        (
            b"ab\x00\x01\x02cd",
            "a.txt: is a binary file, not a text; give text, HTML, a feed or JSONL",
        ),
        (
            b"ab\x01\x02\x03cd",
            "a.txt: is a binary file, not a text; give text, HTML, a feed or JSONL",
        ),
        (
            "“Shut,” she said. “Why?” – nobody knew".encode() + b"\xe2\x80",
            "a.txt: is not valid UTF-8, and its encoding can't be told; convert it to UTF-8",
        ),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refused:
        decode(data, name="a.txt")
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Quay shut for a week\n\nThe quay was shut.", "Quay shut for a week"),
        ("# Quay shut\n\nThe quay was shut.", "Quay shut"),
        ("Who shut the quay?\n \nNobody said.", "Who shut the quay?"),
        ("The quay was shut.\n\nNobody said why.", None),
        ("The quay was shut\nand nobody said why", None),
        ("By Ana Lind\n\nThe quay was shut.", None),
        ("Quay shut for a week\n\n", None),
        ("x" * 151 + "\n\nThe quay was shut.", None),
    ],
)
def test_a_title_is_a_short_first_line_that_stands_alone(text: str, title: str | None) -> None:
    assert title_of(text) == title
