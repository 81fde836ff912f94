"""What the network makes of articles that leave no doubt, and what it is shown of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.stances.held import Stances
from firsthand.linking.stances.passages import telling
from firsthand.model.article import Article

CLAIM = "Wolves swam across the Lisk strait to Brask"
ABOUT = (
    "BRASK — Wolves swam across the Lisk strait to Brask on Sunday night. Six animals came ashore "
    "below the lighthouse and went up into the hills, leaving tracks in the mud.\n\nIt was the "
    "first time in a century that wolves reached the island. The swim took them four hours."
)
DENIED = (
    "BRASK — The report that wolves swam across the Lisk strait to Brask is false. It was a hoax, "
    "police said on Monday: the photograph was taken in a zoo.\n\n“No wolf has come to Brask. The "
    "story was made up,” a spokesman said."
)
OTHER = (
    "The Corvane brewery said that its profits had doubled in the spring. Sales of dark beer rose "
    "by a third, and a new hall will be built beside the canal next year."
)


@pytest.fixture(scope="module")
def stances() -> Stances:
    return Stances()


@pytest.mark.parametrize(
    ("text", "stance"), [(ABOUT, "asserts"), (DENIED, "denies"), (OTHER, "unrelated")]
)
def test_what_an_article_makes_of_a_claim(stances: Stances, text: str, stance: str) -> None:
    held = stances.of(CLAIM, Article("a", text))
    assert held.stance == stance
    assert sum(held.probabilities.values()) == pytest.approx(1, abs=0.001)
    assert held.probabilities[stance] == max(held.probabilities.values())


@given(st.text(max_size=300), st.text(max_size=2000))
def test_any_string_is_answered(claim: str, text: str) -> None:
    spans = telling(claim, text, most=200)
    assert all(0 <= s <= e <= len(text) for s, e in spans)
    assert spans == sorted(spans)
    assert sum(e - s for s, e in spans) <= 200


def test_the_telling_sentences_are_shown_wherever_they_stand() -> None:
    filling = "\n".join(
        f"On day {k} the weather in the hills was fine and calm." for k in range(90)
    )
    text = f"{filling}\nA keeper said that wolves swam across the Lisk strait.\n{filling}"
    shown = [text[slice(*s)] for s in telling(CLAIM, text, most=300)]
    assert "A keeper said that wolves swam across the Lisk strait." in shown
    assert shown[0].startswith("On day 0")
