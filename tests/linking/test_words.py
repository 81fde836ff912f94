import itertools

from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.words import sentences, stem, stems, words


def told(text: str) -> list[str]:
    return [text[s:e] for s, e in sentences(text)]


def test_a_sentence_ends_at_its_mark_and_its_closing_quotation_mark() -> None:
    assert told('Gen. Orlo said "No." He left. The U.S. paid.') == [
        'Gen. Orlo said "No."',
        "He left.",
        "The U.S. paid.",
    ]


def test_a_headline_is_a_sentence_without_a_mark() -> None:
    assert told("Port closed\n\nNobody knows why.") == ["Port closed", "Nobody knows why."]


def test_forms_of_a_word_have_one_stem() -> None:
    for forms in (
        "closed closes closing closure",
        "fractured fractures fracturing",
        "hold held",
        "tore torn tear",
    ):
        assert len({stem(w) for w in forms.split()}) == 1


def test_numbers_in_words_and_digits_are_one() -> None:
    assert stem("eleven") == stem("11")
    assert stem("1,200") == "1200"


def test_words_that_say_nothing_are_left_out() -> None:
    assert [w.stem for w in words("The minister said that it was closed")] == ["minist", "clos"]


@given(st.text(max_size=300))
def test_sentences_and_words_lie_in_the_text_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(text[w.span[0] : w.span[1]] for w in words(text))


def test_close_by_is_not_closed() -> None:
    assert [w.stem for w in words("as close as I am")] == ["near"]
    assert [w.stem for w in words("they close ports")] == [stem("close"), stem("ports")]


PIECES = st.sampled_from(
    [
        "Close",
        " as close as I am",
        "the port",
        "closed",
        "two",
        "held",
        "it’s",
        " 1,200 ",
        ".",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=8), st.integers(0, 40), st.integers(0, 40))
def test_stems_without_places_are_those_with(pieces: list[str], start: int, length: int) -> None:
    text = " ".join(pieces)
    span = (min(start, len(text)), min(start + length, len(text)))
    assert stems(text, span) == {w.stem for w in words(text, span)}
    assert stems(text) == {w.stem for w in words(text)}
    some = frozenset({"near", "port", "2"})
    assert stems(text, span, among=some) == stems(text, span) & some
    closed = frozenset({stem("close"), "hold"})
    assert stems(text, among=closed) == stems(text) & closed
