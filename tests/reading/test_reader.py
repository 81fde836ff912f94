"""The installed model on short texts: what must come out whatever the text is."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model.article import Article
from firsthand.model.contract import reading_from_json, reading_to_json
from firsthand.model.errors import WeightsError
from firsthand.model.reading import Quotation, Reading
from firsthand.reading.reader import Reader

READER = Reader(threads=1)


def said_by(reading: Reading) -> list[tuple[list[str], str]]:
    """Of each statement its chain's names and its content's words."""
    return [
        ([reading.source(id).name for id in s.chain], reading.words(s.content))
        for s in reading.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port will stay shut until Sunday, harbour master Ana Reyes said on Tuesday.",
            (["Ana Reyes"], "The port will stay shut until Sunday"),
        ),
        ("“The port is shut,” said Ana Reyes.", (["Ana Reyes"], "“The port is shut,”")),
        ('"The port is shut," Ana Reyes said.', (["Ana Reyes"], '"The port is shut,"')),
        (
            "According to the ministry, the port is shut.",
            (["ministry"], "the port is shut"),
        ),
    ],
)
def test_one_sentence(text: str, expected: tuple[list[str], str]) -> None:
    assert said_by(READER.read(text)) == [expected]


def test_a_quotation_without_its_second_mark_is_read() -> None:
    reading = READER.read('"The port is shut, Ana Reyes said.\n\nShips are waiting.')
    assert all(
        0 <= s < e <= len(reading.article.text) for st in reading.statements for s, e in st.content
    )


def test_a_quotation_is_direct_and_an_account_indirect() -> None:
    reading = READER.read("“The port is shut,” Ana Reyes said.\n\nShips were waiting, Reyes said.")
    assert [s.quotation for s in reading.statements] == [Quotation.DIRECT, Quotation.INDIRECT]


def test_a_text_that_says_nothing_of_anybody_has_no_statements() -> None:
    assert READER.read("The ship is blue. It has two masts.").statements == ()
    assert READER.read("").statements == ()


def test_a_long_document_is_read_to_its_end() -> None:
    filler = "The ship is blue and it has two masts. " * 12 + "\n\n"
    text = filler * 80 + "“The port is shut,” said Ana Reyes."
    assert said_by(READER.read(text))[-1] == (["Ana Reyes"], "“The port is shut,”")


def test_reading_twice_and_from_several_threads_gives_the_same() -> None:
    texts = [
        f"“Shed {n} is shut,” said Ana Reyes. Ships wait, the ministry said." for n in range(8)
    ]
    once = [READER.read(t) for t in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(READER.read, texts)) == once


def test_read_many_keeps_the_order_and_does_not_read_ahead_without_end() -> None:
    taken = []

    def articles() -> object:
        for n in range(1000):
            taken.append(n)
            yield Article(str(n), "Ships wait, the ministry said.")

    readings = READER.read_many(articles())  # type: ignore[arg-type]
    assert [next(readings).article.id for _ in range(3)] == ["0", "1", "2"]
    assert len(taken) < 50


def test_the_json_holds_everything() -> None:
    reading = READER.read("“The port is shut,” said Ana Reyes. The navy could not confirm this.")
    assert reading_from_json(reading_to_json(reading)) == reading


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from('"“”‘’ \nHe said.')), max_size=400)
)
def test_any_text_is_read(text: str) -> None:
    reading = READER.read(text)
    ids = {s.id for s in reading.sources}
    for statement in reading.statements:
        assert statement.content and set(statement.chain) <= ids
        spans = [*statement.content, *(s for s in (statement.cue, statement.mention) if s)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert 0 <= statement.confidence <= 1


def test_a_missing_or_changed_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"no usable model in .*; reinstall firsthand"):
        Reader(tmp_path)


def test_a_lone_surrogate_keeps_its_place() -> None:
    text = "“The \ud800 port is shut,” said Ana Reyes."
    assert said_by(READER.read(text)) == [(["Ana Reyes"], "“The \ud800 port is shut,”")]
