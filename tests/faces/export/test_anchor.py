"""Places found again in texts that were edited: exact, moved or orphaned, never guessed."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.export.anchor import Anchored, Anchoring, Quote, anchor, quote
from firsthand.model.span import Span

TEXT = (
    "The port was closed on Sunday, the harbour master said. No ship came in. "
    "A spokesman denied it. “It was open,” he said. Nobody else would say more of the port."
)
ORPHANED = Anchored(Anchoring.ORPHANED, None)


def at(text: str, words: str, *, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def again(words: str, text: str, *, nth: int = 0) -> Anchored:
    """Where words of TEXT are found in `text`."""
    span = at(TEXT, words, nth=nth)
    return anchor(quote(TEXT, span), text, span=span)


def test_an_unchanged_text_is_exact() -> None:
    assert again("No ship came in", TEXT) == Anchored(Anchoring.EXACT, at(TEXT, "No ship came in"))


def test_words_before_it_move_it() -> None:
    edited = "CORRECTED — " + TEXT
    assert again("No ship came in", edited) == Anchored(
        Anchoring.MOVED, at(edited, "No ship came in")
    )


def test_a_change_far_behind_leaves_it_exact() -> None:
    edited = TEXT.replace("Nobody else", "No one else at all")
    assert again("No ship came in", edited).state is Anchoring.EXACT


def test_one_changed_letter_orphans_it() -> None:
    edited = TEXT.replace("No ship came in", "No ships came in")
    assert again("No ship came in", edited) == ORPHANED


def test_what_was_taken_out_is_orphaned() -> None:
    assert again("No ship came in", TEXT.replace("No ship came in. ", "")) == ORPHANED


def test_one_changed_side_is_no_matter() -> None:
    edited = TEXT.replace("A spokesman denied it.", "The ministry denied everything.")
    found = again("No ship came in", edited)
    assert found == Anchored(Anchoring.EXACT, at(TEXT, "No ship came in"))


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them() -> None:
    edited = "It has been said. " + TEXT
    assert again("said", edited, nth=1) == Anchored(Anchoring.MOVED, at(edited, "said", nth=2))


def test_words_that_stand_twice_in_the_same_surroundings_are_orphaned() -> None:
    span = at(TEXT, "No ship came in")
    assert anchor(quote(TEXT, span), "x" + TEXT + TEXT) == ORPHANED


def test_twice_in_the_same_surroundings_but_once_where_it_was_is_exact() -> None:
    span = at(TEXT, "No ship came in")
    assert anchor(quote(TEXT, span), TEXT + TEXT, span=span) == Anchored(Anchoring.EXACT, span)


def test_short_words_in_other_surroundings_are_not_guessed() -> None:
    assert again("port", "A bottle of port stood on the table.") == ORPHANED


def test_short_words_at_the_same_place_in_another_text_are_not_guessed() -> None:
    assert again("port", "All port wine is sweet, and so on and on.") == ORPHANED


def test_long_words_that_stand_once_are_themselves_anywhere() -> None:
    words = "closed on Sunday, the harbour master said"
    elsewhere = f"Reports that it was {words} were wrong."
    assert again(words, elsewhere) == Anchored(Anchoring.MOVED, at(elsewhere, words))


def test_a_quote_without_surroundings_counts_by_its_length() -> None:
    assert anchor(Quote("port"), TEXT.replace("of the port", "")) == ORPHANED
    words = "closed on Sunday, the harbour master said"
    assert anchor(Quote(words), TEXT) == Anchored(Anchoring.MOVED, at(TEXT, words))


def test_nothing_is_nowhere() -> None:
    assert anchor(Quote("", "a", "b"), "ab") == ORPHANED


SMALL = st.text("ab ", max_size=40)


@given(st.data(), SMALL.filter(bool), SMALL)
def test_whatever_is_found_is_the_words(data: st.DataObject, text: str, other: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = anchor(quote(text, (start, end)), other, span=(start, end))
    assert (found.span is None) == (found.state is Anchoring.ORPHANED)
    if found.span:
        assert other[slice(*found.span)] == text[start:end]
    assert (found.state is Anchoring.EXACT) == (found.span == (start, end))


@given(st.data(), SMALL.filter(bool))
def test_an_unchanged_text_is_always_exact(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = anchor(quote(text, (start, end)), text, span=(start, end))
    assert found == Anchored(Anchoring.EXACT, (start, end))
