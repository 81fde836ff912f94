"""Words that fit their boxes, whatever font draws them."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.lettering import fitted, width


def test_words_are_broken_between_lines_and_cut_at_the_last() -> None:
    text = "Velmara closed its biggest port to hide prisoners, guard reveals"
    assert fitted(text, 12, within=170, lines=3) == [
        "Velmara closed its biggest",
        "port to hide prisoners,",
        "guard reveals",
    ]
    assert fitted(text, 12, within=170, lines=2) == [
        "Velmara closed its biggest",
        "port to hide prisoners, gu…",
    ]


def test_a_word_that_is_too_long_is_broken() -> None:
    assert fitted("a" * 30, 10, within=100, lines=3) == ["a" * 15, "a" * 15]


def test_nothing_takes_no_line() -> None:
    assert fitted(" ", 12, within=100, lines=2) == []


def test_wide_letters_take_more_room() -> None:
    assert width("港", 10) > width("m", 10) > width("a", 10) > width("i", 10)
    assert width("a", 10, bold=True) > width("a", 10)
    assert width("e\u0301", 10) == width("e", 10)


@given(st.text(max_size=200), st.integers(1, 4), st.booleans())
def test_no_line_is_wider_than_its_box(text: str, lines: int, bold: bool) -> None:
    found = fitted(text, 12, within=120, lines=lines, bold=bold)
    assert len(found) <= lines
    assert all(width(line, 12, bold=bold) <= 120 for line in found)
    whole = "".join(text.split())
    kept = "".join("".join(found).split())
    assert kept == whole or whole.startswith(kept.removesuffix("…"))
