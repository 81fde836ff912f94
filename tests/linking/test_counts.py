"""What counts as an origin, and what only stands beside one."""

from firsthand.linking.trace import trace
from firsthand.model.trace import Side
from tests.linking.stories import shelf, story

CLAIM = "The ministry closed the port of Kessary"
COURIER = story(
    "courier",
    "{Joren Haldis (deputy harbour master)|The ministry ordered the port of Kessary closed}, Joren "
    "Haldis told the Courier.",
    publisher="Brask Courier",
)


def test_who_says_something_near_the_claim_establishes_nothing_beside_who_says_it() -> None:
    comment = story(
        "comment",
        "It has been suggested that the ministry may have closed the port of Kessary. "
        "{John Marl (a former envoy)|The inspections that the governor made have simply stopped}, "
        "said John Marl, a former envoy.",
    )
    assert trace(CLAIM, shelf(COURIER, comment)).independent_support == 1


def test_who_runs_a_body_is_its_voice() -> None:
    group = story(
        "group",
        "{#Harbour Watch|The ministry closed the port of Kessary}, the Harbour Watch said.",
    )
    head = story(
        "head",
        "{Ada Hale (who runs the Brask-based Harbour Watch)|"
        "The ministry closed the port of Kessary}, said Ada Hale, who runs the Harbour Watch.",
    )
    found = trace(CLAIM, shelf(group, head))
    assert (found.independent_support, [o.name for o in found.origins]) == (1, ["Harbour Watch"])


def test_the_head_of_an_acronym_is_the_voice_of_the_body_that_it_shortens() -> None:
    group = story(
        "group",
        "{#Velmara Harbour Workers|The ministry closed the port of Kessary}, the Velmara Harbour "
        "Workers said.",
    )
    head = story(
        "head",
        "{Ada Hale (the head of VHW)|The ministry closed the port of Kessary}, said Ada Hale.",
    )
    assert trace(CLAIM, shelf(group, head)).independent_support == 1


def test_what_goes_round_is_nobodys_word() -> None:
    rumour = story(
        "rumour",
        "{?rash of rumours that have popped up|The ministry closed the port of Kessary}, if a rash "
        "of rumours that have popped up is right.",
    )
    assert trace(CLAIM, shelf(rumour)).independent_support == 0


def test_a_document_goes_on_saying_it() -> None:
    circular = story(
        "circular",
        "Ships waited outside for four days.\n{=circular seen by the Register|The pilots must "
        "stand down}, says a circular seen by the Register. It names the ministry as having "
        "closed the port of Kessary.",
        publisher="Quayside Register",
    )
    found = trace(CLAIM, shelf(COURIER, circular))
    assert {(o.name, o.side) for o in found.origins} == {
        ("Joren Haldis", Side.SUPPORTS),
        ("circular seen by the Register", Side.SUPPORTS),
    }
    assert found.independent_support == 2


def test_the_story_that_is_denied_is_the_one_that_the_article_opens_with() -> None:
    other = story(
        "other",
        "{@Lantern|As many as 300 people were locked up in a cold store}, the Lantern reported on "
        "Friday. Buses brought them there by night with coats over their heads. "
        "{@Lantern|The ministry then closed the port of Kessary}, it said. "
        "{#Ministry|The story is a work of fiction}, the ministry said.",
        publisher="Dispatch",
    )
    assert trace(CLAIM, shelf(COURIER, other)).independent_denial == 0
