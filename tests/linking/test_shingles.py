"""Runs of words as hashes: what they count is what comparing word by word counts."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.copies import compare, text_of
from firsthand.linking.shingles import (
    WITHIN,
    compared,
    looked_up,
    packed,
    shared,
    shingled,
    unpacked,
)

WIRE = (
    "The ministry closed the port of Kessary on Sunday and no ship was let in or out for four "
    "days, agents in the town said. Pilots were sent home at noon. A notice on the gate of the "
    "eastern mole spoke of works on the boom."
)


def test_a_paper_that_prints_the_wire_holds_all_of_it() -> None:
    found = shared(shingled(WIRE), shingled(f"KESSARY - {WIRE} The hotel is full."))
    assert (found.words, found.containment, found.enough) == (46, 1.0, True)


def test_what_both_quote_is_not_shared() -> None:
    quote = '"We rang the duty desk at the ministry and they told us that it was only the boom"'
    a = shingled(f"{quote}, the harbour master said before he walked home through the rain.")
    b = shingled(f"An angry official has spoken to the town. {quote}, he told us on Monday.")
    assert shared(a, b).words == 0
    assert set(looked_up(a)).isdisjoint(looked_up(b))


def test_the_hashes_are_those_that_ledgers_keep() -> None:
    """When this changes, add a migration that empties what is kept of them."""
    text = shingled("No ship left the port of Kessary on Sunday night")
    assert [f"{run:016x}" for run in text.runs] == [
        "a0ded74ff65c6699",
        "d70dcf161989c69f",
        "c6d3e4589540dea2",
        "e2d417ff2f270631",
        "f28af117734cc97d",
    ]
    assert text.words == 10


def test_a_text_shorter_than_a_run_has_none() -> None:
    short = shingled("No ship left.")
    assert (len(short.runs), looked_up(short)) == (0, [])
    assert compared(short, [shingled(WIRE)]) == compared(shingled(WIRE), [short]) == {}
    assert compared(short, []) == {}
    assert shared(short, shingled(WIRE)).words == 0


def test_a_refrain_is_no_copy() -> None:
    shanty = shingled("Way hey and up she rises. " * 30)
    paper = shingled("They sang way hey and up she rises all the way to the harbour, and no more.")
    assert not shared(shanty, paper).enough


def test_runs_come_back_as_they_were_kept() -> None:
    text = shingled(f'"Quoted words are no part of any run that counts here," he said. {WIRE}')
    back = unpacked(packed(text))
    assert (back.runs.tolist(), back.words) == (text.runs.tolist(), text.words)


WORDS = st.lists(st.sampled_from("port ship mole boom gate pilot noon dock".split()), max_size=60)
UNIQUE = st.lists(st.integers(10, 9999).map(str), unique=True, min_size=WITHIN + 5, max_size=40)


@given(WORDS, WORDS)
def test_the_count_is_the_same_either_way_round(a: list[str], b: list[str]) -> None:
    x, y = shingled(" ".join(a)), shingled(" ".join(b))
    assert shared(x, y) == shared(y, x)


@given(UNIQUE, UNIQUE, st.integers(0, 30))
def test_it_is_what_comparing_word_by_word_finds(a: list[str], b: list[str], cut: int) -> None:
    x, y = " ".join(a), " ".join([*b, *a[cut:]])
    exact = compare("x", "y", text_of(x), text_of(y))
    found = shared(shingled(x), shingled(y))
    assert (found.words, found.containment) == (exact.words, exact.containment)


@given(WORDS, WORDS)
def test_what_is_enough_is_found_from_both_sides(a: list[str], b: list[str]) -> None:
    x, y = shingled(" ".join(a)), shingled(" ".join(b))
    assert (0 in compared(x, [y])) == (0 in compared(y, [x])) == shared(x, y).enough


@given(UNIQUE, UNIQUE, UNIQUE)
def test_a_stretch_that_two_texts_share_is_looked_up_in_both(
    a: list[str], core: list[str], b: list[str]
) -> None:
    x, y = shingled(" ".join([*a, *core])), shingled(" ".join([*core, *b]))
    assert set(looked_up(x)) & set(looked_up(y))
