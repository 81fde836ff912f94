"""What changed between two wordings."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.difference import difference


def test_only_the_words_that_changed_are_marked() -> None:
    before, after = difference("about 300 people were held", "3,000 people were held")
    assert before == [("about 300", True), ("people were held", False)]
    assert after == [("3,000", True), ("people were held", False)]


def test_case_and_quotation_marks_are_no_change() -> None:
    before, after = difference("“It sailed,”", "it sailed")
    assert before == [("“It sailed,”", False)]
    assert after == [("it sailed", False)]


def test_what_was_left_out_has_nothing_after_it() -> None:
    assert difference("could not verify", None) == ([("could not verify", True)], [])


words = st.lists(st.text("ab.“”", min_size=1, max_size=3), max_size=8).map(" ".join)


@given(words, words)
def test_the_pieces_give_the_wordings_back(before: str, after: str) -> None:
    old, new = difference(before, after)
    assert " ".join(piece.words for piece in old) == before
    assert " ".join(piece.words for piece in new) == after
