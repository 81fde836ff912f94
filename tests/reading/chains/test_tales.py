"""Tales of many kinds of news, each read with its whole chains."""

import pytest

from tests.reading.chains import (
    checking,
    conflict,
    crime,
    finance,
    names,
    politics,
    pseudonyms,
    science,
    sport,
    stage,
    unseen,
)
from tests.reading.chains.tale import Tale, told

TALES = [
    *politics.TALES,
    *crime.TALES,
    *sport.TALES,
    *science.TALES,
    *finance.TALES,
    *conflict.TALES,
    *stage.TALES,
    *names.TALES,
    *pseudonyms.TALES,
    *checking.TALES,
    *unseen.TALES,
]


@pytest.mark.parametrize("tale", TALES, ids=lambda t: t.about)
def test_tale(tale: Tale) -> None:
    assert told(tale) == tale


def test_no_two_tales_are_about_the_same() -> None:
    assert len({t.about for t in TALES}) == len(TALES) >= 60
