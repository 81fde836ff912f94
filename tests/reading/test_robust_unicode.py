"""No text makes the reader fail, and what it finds lies in the text."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model.contract import reading_from_json, reading_to_json
from firsthand.reading.capitals import cased
from firsthand.reading.reader import Reader
from firsthand.reading.segments import paragraphs, passages, quotations, sentences

READER = Reader(threads=1)

MARKS = "\"'“”„‘’‚«»‹›「」『』＂`´"
COMBINING = "\u0301\u0308\u20dd\u0345\u1ab0"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u202d\u2066\u2069\u200f\u200e\u061c"
BLANKS = "\u00a0\u2028\u2029\u0085\u3000\u000b\u000c\u001c\t\r\n "
CONTROL = "\x00\x01\x07\x08\x1b\x7f\x9f"
LETTERS = "aŁİıßǅﬁſΣςאع漢😀👩🏽\U0001f1e9\U000e0041\ud800\udfff\uffff\U0010ffff"
WORDS = [
    " said ",
    "Ana Reyes ",
    "he told the Gazette ",
    "HALE: ",
    "Q: ",
    "“No,” ",
    "\n\n",
    "• ",
    "1. ",
    " - Mayor Oss",
    "THE PORT IS SHUT ",
    "(LAUGHTER)",
    "reportedly ",
    "According to the ministry, ",
    "the port is shut. ",
]
HURTFUL = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(MARKS + COMBINING + UNSEEN + BLANKS + CONTROL + LETTERS),
    ),
    max_size=60,
).map("".join)


def assert_read(text: str) -> None:
    reading = READER.read(text)
    assert reading.article.text == text
    ids = {s.id for s in reading.sources}
    for statement in reading.statements:
        assert statement.content and set(statement.chain) <= ids
        spans = [*statement.content, *(s for s in (statement.cue, statement.mention) if s)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(statement.content) == sorted(statement.content)
    assert reading_from_json(reading_to_json(reading)) == reading


@settings(max_examples=60, deadline=None)
@given(HURTFUL)
def test_hurtful_characters_among_news(text: str) -> None:
    assert_read(text)


@settings(max_examples=300, deadline=None)
@given(HURTFUL)
def test_the_shape_of_any_text(text: str) -> None:
    assert len(cased(text)) == len(text)
    assert cased(cased(text)) == cased(text)
    lines, bodies = paragraphs(text), passages(text)
    assert [end for _, end in lines] == [end for _, end in bodies]
    assert all(line[0] <= body[0] < body[1] for line, body in zip(lines, bodies, strict=True))
    for found in (quotations(text), sentences(text.encode("utf-8", "replace").decode())):
        assert all(0 <= s < e <= len(text) for s, e in found)
        assert found == sorted(found)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        '"a" ' * 1500,
        '"a ' * 1500,
        "“" * 3000,
        "'" * 3000,
        "“No,” he said. " * 200,
        '"a" \n' * 1000,
        "HALE: no\n" * 400,
        "Hale: I go\nOss: You go\n" * 150,
        "• a\n" * 1000,
        "a" * 20_000,
        "A" * 1500,
        "e\u0301" * 5000,
        "a\u200b" * 5000,
        "😀" * 3000,
        " " * 20_000 + "x",
        "(" * 3000,
        "said " * 800,
        "\u202eAna Reyes\u202c said “\u200fno\u200e.” " * 60,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_thousands_of_a_kind(text: str) -> None:
    assert_read(text)
