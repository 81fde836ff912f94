"""Very long texts."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model.article import Article
from firsthand.reading import sections
from tests.reading.stories import READER, read, said


@given(st.integers(0, 400_000), st.sampled_from(["x", "word ", "A sentence. ", "A paragraph.\n\n"]))
def test_sections_cover_the_text(length: int, filler: str) -> None:
    text = (filler * (length // len(filler) + 1))[:length]
    found = sections.sections(text)
    assert [s for s, _ in found] == [0, *(e for _, e in found[:-1])]
    assert found[-1][1] == len(text)
    assert all(e - s <= sections.LONGEST for s, e in found)


def test_a_long_text_is_cut_where_a_paragraph_ends() -> None:
    paragraph = "The ship is blue. " * 100 + "\n"
    text = paragraph * 60
    assert all(text[end - 1] == "\n" for _, end in sections.sections(text))


def test_joined_sections_keep_their_words_and_share_their_named_sources() -> None:
    one = "Ana Reyes said the port was shut. A guard said ships waited.\n"
    two = "The gate is open, Ana Reyes said. A guard saw it, he said."
    first = read(
        one,
        said(one, "said", "Ana Reyes", "the port was shut"),
        said(one, "said#2", "A guard", "ships waited"),
    )
    second = read(
        two,
        said(two, "said", "Ana Reyes", "The gate is open"),
        said(two, "said#2", " he", "A guard saw it"),
    )
    whole = sections.joined(
        Article("a", one + two), [(0, first), (len(one), second)], reader=READER
    )
    assert [whole.words(s.content) for s in whole.statements] == [
        "the port was shut",
        "ships waited",
        "The gate is open",
        "A guard saw it",
    ]
    assert [s.id for s in whole.statements] == ["st1", "st2", "st3", "st4"]
    named = [s for s in whole.sources if s.name == "Ana Reyes"]
    assert [[whole.article.text[a:b] for a, b in s.mentions] for s in named] == [
        ["Ana Reyes", "Ana Reyes", " he"]
    ] or len(named) == 1
