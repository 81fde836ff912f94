"""Environment and flags, read once."""

from io import StringIO

import pytest

from firsthand.faces.settings import Colour, Settings, settings
from firsthand.model.errors import UsageError


def test_an_empty_environment_gives_the_defaults() -> None:
    assert settings({}) == Settings(ledger=None, colour=Colour.AUTO, width=None)


def test_the_environment_is_heard() -> None:
    given = {"FIRSTHAND_LEDGER": "news.db", "FIRSTHAND_COLOUR": "always", "FIRSTHAND_WIDTH": "90"}
    assert settings(given) == Settings("news.db", Colour.ALWAYS, 90)


def test_who_judges_is_named_or_logged_in() -> None:
    assert settings({"USER": "amrand"}).author == "amrand"
    assert settings({"USER": "amrand", "FIRSTHAND_BY": "Ada Marrin"}).author == "Ada Marrin"
    assert settings({"FIRSTHAND_BY": ""}).author is None


def test_cores_are_all_unless_a_number_is_given() -> None:
    assert settings({}).threads == 0
    assert settings({"FIRSTHAND_THREADS": "1"}).threads == 1
    assert settings({"FIRSTHAND_THREADS": "1"}, threads=2).threads == 2


def test_flags_win() -> None:
    given = {"FIRSTHAND_COLOUR": "always", "FIRSTHAND_WIDTH": "90", "NO_COLOR": "1"}
    assert settings(given, colour=Colour.NEVER, width=60) == Settings(None, Colour.NEVER, 60)


@pytest.mark.parametrize("given", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_colour_gets_none(given: dict[str, str]) -> None:
    assert settings(given).colour is Colour.NEVER


@pytest.mark.parametrize(
    "given",
    [{"FIRSTHAND_COLOUR": "red"}, {"FIRSTHAND_WIDTH": "wide"}, {"FIRSTHAND_THREADS": "two"}],
)
def test_what_cannot_be_understood_is_named(given: dict[str, str]) -> None:
    (name,) = given
    with pytest.raises(UsageError, match=name):
        settings(given)


def test_colour_follows_the_stream_unless_it_was_asked_for() -> None:
    assert not Settings().colourful(StringIO())
    assert Settings(colour=Colour.ALWAYS).colourful(StringIO())
