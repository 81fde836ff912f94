from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.copies import SharedText, copied_from, shared_texts

WIRE = (
    "The ministry closed the port of Kessary on Sunday and no ship was let in or out for four "
    "days, agents in the town "
    "said. Pilots were sent home at noon. A notice on the gate of the eastern mole spoke of works "
    "on the boom."
)
PAPER = (
    "KESSARY - "
    + WIRE
    + " The town's only hotel is full of sailors who play cards and complain about the soup."
)
OTHER = (
    "Four people were hurt when a wall fell on the tram stop in Pellow Street, the fire service "
    "said on Tuesday night."
)


def test_a_paper_that_prints_the_wire() -> None:
    (shared,) = shared_texts({"wire": WIRE, "paper": PAPER, "other": OTHER})
    assert (shared.a, shared.b) == ("paper", "wire")
    assert shared.containment == 1.0
    longest = shared.passages[0]
    assert PAPER[slice(*longest.here)] == WIRE[slice(*longest.there)] == WIRE[:-1]


def test_two_papers_that_quote_the_same_words_share_no_text() -> None:
    quote = (
        '"We rang the duty desk at the ministry and they told us that it was the boom, but there '
        'was nothing wrong with it"'
    )
    a = f"{quote}, the harbour master said, before he walked home through the rain, without a hat."
    b = f"An angry official in the harbour of Kessary has spoken. {quote}, he told us on Monday."
    assert shared_texts({"a": a, "b": b}) == []


def test_what_came_later_is_the_copy() -> None:
    shared = SharedText("a", "b", 40, 0.9, ())
    rank = {"a": ("a",), "b": ("b",)}
    assert copied_from(
        [shared], rank=rank, credits={}, later=lambda x, y: (x, y) == ("a", "b")
    ) == {"a": shared}
    assert copied_from(
        [shared], rank=rank, credits={}, later=lambda x, y: (x, y) == ("b", "a")
    ) == {"b": shared}


def test_a_refrain_without_end_is_no_work_without_end() -> None:
    shanty = "way hey and up she rises " * 3000
    assert len(shared_texts({"a": shanty, "b": shanty + "early"})) <= 1


def test_a_chain_of_copies_has_one_head() -> None:
    ab, bc = SharedText("a", "b", 40, 0.9, ()), SharedText("b", "c", 40, 0.5, ())
    rank = {x: (x,) for x in "abc"}
    assert copied_from([bc, ab], rank=rank, credits={}, later=lambda x, y: False) == {
        "b": ab,
        "c": bc,
    }


def test_a_copy_of_what_it_credits_though_it_shares_more_with_another_copy() -> None:
    wire, twin = SharedText("c", "wire", 40, 0.6, ()), SharedText("b", "c", 40, 0.7, ())
    other = SharedText("b", "wire", 40, 0.9, ())
    rank = {"wire": (0,), "b": (1,), "c": (1,)}
    found = copied_from(
        [wire, twin, other], rank=rank, credits={"c": {"wire"}}, later=lambda x, y: False
    )
    assert found == {"b": other, "c": wire}


WORDS = st.lists(st.integers(10, 9999).map(str), unique=True, min_size=25, max_size=80)


@given(WORDS, st.integers(0, 10), st.integers(0, 10))
def test_whoever_holds_the_whole_text_is_found_and_its_passages_are_equal(
    core: list[str], first: int, last: int
) -> None:
    before, after = ["ship"] * first, ["gate"] * last
    a, b = " ".join(core), " ".join([*before, *core, *after])
    (shared,) = shared_texts({"a": a, "b": b})
    assert shared.containment == 1.0
    for p in shared.passages:
        assert a[slice(*p.here)] == b[slice(*p.there)]


def test_one_paragraph_quoted_of_another_paper_is_a_quotation() -> None:
    said = (
        "intelligence reports of the missing ferries went round the harbour offices of the coast "
        "for two weeks and had a warning that one of them could be filled with goats and sent "
        "across the strait on the day of the regatta"
    )
    first = f"The Beacon has learnt more. {said.capitalize()}, it is feared. " + "So it ran. " * 30
    quoting = f"What does the Beacon say? “{said.capitalize()}.” " + " ".join(
        f"We walked to pier {k} and saw a ferry there." for k in range(18)
    )
    assert shared_texts({"a": first, "b": quoting}) == []
    printing = quoting.replace("“", "").replace("”", "")
    assert [(s.a, s.b) for s in shared_texts({"a": first, "b": printing})] == [("a", "b")]


def test_a_text_that_everybody_printed_is_copied_by_all_but_one() -> None:
    texts = {f"paper{k:02}": WIRE for k in range(60)}
    found = shared_texts(texts)
    assert {s.containment for s in found} == {1.0}
    originals = copied_from(
        found, rank=dict.fromkeys(texts, ()), credits={}, later=lambda a, b: False
    )
    assert sorted(originals) == sorted(texts)[1:]


def test_what_stands_under_every_article_makes_none_a_copy() -> None:
    foot = "Mail this page to a friend, print it, or write to the desk that answers all letters."
    texts = {
        f"page{k:02}": " ".join(f"w{k}x{n}" for n in range(90)) + f"\n{foot}\n{foot[5:]}"
        for k in range(60)
    }
    assert shared_texts(texts) == []
