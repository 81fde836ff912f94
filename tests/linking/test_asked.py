"""What a claim asks, of what was pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.asked import asked
from firsthand.linking.trace import trace
from tests.linking.stories import shelf, story


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Quay shut in Lisk for a week - Lisk Leader News", "Quay shut in Lisk for a week"),
        ("Quay shut in Lisk for a week | KLSK", "Quay shut in Lisk for a week"),
        (
            "Quay shut in Lisk - KLSK-TV Lisk, Brask | Lisk News, Weather & Sports",
            "Quay shut in Lisk",
        ),
        ("Quay shut in Lisk – lisk.com", "Quay shut in Lisk"),
        ("Quay shut in Lisk - and the ferry with it", "Quay shut in Lisk - and the ferry with it"),
        ("The Lisk-Brask ferry is late", "The Lisk-Brask ferry is late"),
        ("Shut - Lisk News", "Shut - Lisk News"),
        ("", ""),
    ],
)
def test_the_sites_name_at_the_end_is_no_part_of_it(typed: str, words: str) -> None:
    assert asked(typed) == words


@given(st.text())
def test_whatever_is_typed_is_kept_from_its_beginning(typed: str) -> None:
    assert typed.startswith(asked(typed))


def test_a_pasted_headline_finds_its_articles_and_stays_as_it_was_typed() -> None:
    told = story("a", "{Ada Hale|The quay in Lisk was shut for a week}, Ada Hale said.")
    typed = "Quay in Lisk shut for a week - KLSK.com | Lisk Area News, Weather & Sports"
    found = trace(typed, shelf(told))
    assert [a.id for a in found.articles] == ["a"]
    assert found.claim.text == typed
