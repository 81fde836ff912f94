"""One police force, by whatever words."""

from firsthand.linking.trace import trace
from firsthand.model.trace import Trace
from tests.linking.stories import shelf, story

CLAIM = "Two men robbed the Kessary ferry office of its takings"
SAID = "Two men robbed the Kessary ferry office of its takings"


def told(*who: str) -> Trace:
    """A trace of as many articles, each by another outlet, that have the claim from these."""
    made = [
        story(f"a{k}", f"{{{w}|{SAID}}}, it was said on Sunday by {k} o’clock.", publisher=p)
        for k, (w, p) in enumerate(zip(who, ("Brask Courier", "Lisk Leader", "Star"), strict=False))
    ]
    return trace(CLAIM, shelf(*made))


def test_police_without_a_name_are_the_force_that_the_other_article_names() -> None:
    found = told("#Kessary police", "?police")
    assert [(o.name) for o in found.origins] == ["Kessary police"]
    assert (found.independent_support, found.at_least, found.at_most) == (1, 1, 1)


def test_officers_speak_for_their_force() -> None:
    ranked = told("#Kessary Police Department", "Ada Hale (Lt., of the Kessary Police Department)")
    assert [o.name for o in ranked.origins] == ["Kessary Police Department"]
    spokesman = told("#Kessary Police Department", "?Kessary police spokesman")
    assert [o.name for o in spokesman.origins] == ["Kessary Police Department"]


def test_two_towns_have_two_forces() -> None:
    found = told("#Kessary police", "#Brask police", "?police")
    assert found.independent_support == 3  # which of the two the third means, no text says


def test_a_sheriff_is_not_the_towns_police() -> None:
    assert told("#Kessary police", "#Kessary County Sheriff’s Office").independent_support == 2


def test_an_officer_without_a_name_who_does_not_speak_for_the_force_stays_apart() -> None:
    found = told("#Kessary police", "?police source")
    assert {o.name for o in found.origins} == {"Kessary police", "police source"}


def test_a_pseudonym_is_joined_to_no_force() -> None:
    found = told("#Kessary police", "~Davin (police officer)")
    assert {o.name for o in found.origins} == {"Kessary police", "Davin"}


def test_other_ranks_are_other_bodies() -> None:
    found = told("#Kessary police", "Ada Hale (fire department captain)")
    assert found.independent_support == 2
    alone = told("Ada Hale (Capt.)", "Joren Haldis (Capt.)")
    assert {o.name for o in alone.origins} == {"Ada Hale", "Joren Haldis"}
