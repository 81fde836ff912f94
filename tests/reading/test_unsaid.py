"""What a network marks and nobody says: stories without a statement."""

import pytest

from tests.reading.stories import read, said


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Gunmen came, claiming the lives of twelve.", "claiming", "Gunmen", "the lives of twelve"),
        ("The Board almost never comments on fires.", "never comments on", "The Board", "fires"),
        (
            "The Board has not made any statement regarding fires.",
            "has not made any statement regarding",
            "The Board",
            "fires",
        ),
        ("Do you think the school is to blame?", "think", "you", "the school is to blame"),
        ("You’re gonna think it is wise.", "’re gonna think", "You", "it is wise"),
    ],
)
def test_nobody_says_it(text: str, cue: str, source: str, content: str) -> None:
    assert not read(text, said(text, cue, source, content)).statements


def test_whom_a_quotation_speaks_to_is_left() -> None:
    text = "“You think the school is to blame,” Hale said."
    found = [
        said(text, "said", "Hale", "“You think the school is to blame,”"),
        said(text, "think", "You", "the school is to blame"),
    ]
    assert len(read(text, *found).statements) == 2


def test_a_group_claims_an_attack() -> None:
    text = "Iron Lantern claimed the attack."
    assert read(text, said(text, "claimed", "Iron Lantern", "the attack")).statements
