"""What others published of claims comes back, on both databases."""

import pytest

from firsthand.ledger.store import Ledger
from firsthand.model.errors import InputError
from firsthand.model.review import Review

ONE = Review("Wolves swam to Lisk", "Unproven", "Brask Check", "https://x.example", "2024-03-18")
TYPED = Review("Wolves swam to Lisk", "nonsense\u2028", "Ada")


def test_reviews_come_back_in_the_order_of_adding_each_once(ledger: Ledger) -> None:
    assert ledger.keep_reviews([ONE, ONE]) == [ONE]
    assert ledger.keep_reviews([TYPED, ONE]) == [TYPED]
    assert ledger.reviews() == [ONE, TYPED]


def test_words_that_no_database_keeps_are_refused(ledger: Ledger) -> None:
    with pytest.raises(InputError):
        ledger.keep_reviews([TYPED, Review("x", "y\x00", "z")])
    assert ledger.reviews() == []
