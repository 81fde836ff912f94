"""What a person says of a link: it goes before our own judgement, and stays with the link."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.judge import Overruled, link_id
from firsthand.linking.trace import trace
from firsthand.model.reading import Reading
from firsthand.model.trace import Judgement, Link, LinkKind, Trace
from tests.linking.closure import CLAIM, COURIER, MAGAZINE, STAR
from tests.linking.stories import shelf, story

LEADER = story(
    "leader",
    "{@Longwatch|The ministry closed the port of Kessary for four days}, Longwatch magazine "
    "reports.",
    publisher="Lisk Leader",
    published="2024-03-14",
)
REGISTER = story(
    "register",
    "{Haldis (the deputy harbour master)|The ministry closed the port of Kessary by fax}, Haldis "
    "said on Monday.",
    publisher="Quayside Register",
    published="2024-03-17",
)
BODY = (
    "The ministry closed the port of Kessary on Sunday and let no ship in or out for four days "
    "while pilots and crane drivers were sent home at noon without a word of explanation."
)
WIRE = story(
    "wire",
    BODY + " {Ilka Brandt (a pilot)|The ministry closed the port of Kessary}, Ilka Brandt said.",
    publisher="Hesper",
    published="2024-03-13",
)
POST = story("post", BODY, publisher="Northgate Post", published="2024-03-14")


def of(*readings: Reading, no: str = "", claim: str = CLAIM, **held: Judgement) -> Trace:
    judged = {no: Judgement.NO} if no else {}
    return trace(claim, shelf(*readings), overruled=judged | held)


def link(found: Trace, source: str, kind: LinkKind) -> Link:
    (one,) = [k for k in found.links if (k.source, k.kind) == (source, kind)]
    return one


def origins(found: Trace) -> Mapping[str, tuple[str, ...]]:
    return {a.id: a.origins for a in found.articles}


def test_no_to_one_source_makes_two_and_yes_makes_them_one_again() -> None:
    together = of(MAGAZINE, STAR)
    guard = link(together, "star", LinkKind.SAME_SOURCE)
    assert together.independent_support == 1
    apart = of(MAGAZINE, STAR, no=guard.id)
    assert apart.independent_support == 2
    (own,) = origins(apart)["star"]
    assert own not in origins(apart)["magazine"]
    reasons = {o.id: "told apart from others by a person" in o.reason for o in apart.origins}
    assert [id for id, told in reasons.items() if told] == [own]
    assert of(MAGAZINE, STAR, **{guard.id: Judgement.YES}) == together


def test_the_link_stays_readable_and_says_what_it_rested_on() -> None:
    guard = link(of(MAGAZINE, STAR), "star", LinkKind.SAME_SOURCE)
    apart = of(MAGAZINE, STAR, no=guard.id)
    kept, new = [k for k in apart.links if k.source == "star"][::-1]
    assert (kept.id, kept.judgement) == (guard.id, Judgement.NO)
    assert (kept.reason, kept.evidence) == (guard.reason, guard.evidence)
    assert kept.target in origins(apart)["magazine"]
    assert (new.judgement, new.target) == (Judgement.YES, origins(apart)["star"][0])


def test_no_to_what_is_left_too_leaves_the_article_without_an_origin() -> None:
    guard = link(of(MAGAZINE, STAR), "star", LinkKind.SAME_SOURCE)
    apart = of(MAGAZINE, STAR, no=guard.id)
    own = next(k for k in apart.links if k.source == "star" and k.judgement is Judgement.YES)
    none = of(MAGAZINE, STAR, **{guard.id: Judgement.NO, own.id: Judgement.NO})
    assert (origins(none)["star"], none.independent_support) == ((), 1)


def test_a_named_source_can_be_told_apart_from_its_namesake() -> None:
    haldis = link(of(COURIER, REGISTER), "register", LinkKind.SAME_SOURCE)
    assert of(COURIER, REGISTER).independent_support == 1
    assert of(COURIER, REGISTER, no=haldis.id).independent_support == 2


def test_no_to_a_citation_takes_the_lineage_away_and_adds_nothing() -> None:
    cites = link(of(MAGAZINE, LEADER), "leader", LinkKind.CITES)
    found = of(MAGAZINE, LEADER, no=cites.id)
    assert (origins(found)["leader"], found.independent_support) == ((), 1)
    assert link(found, "leader", LinkKind.CITES).judgement is Judgement.NO


def test_no_to_a_copy_takes_what_it_had_from_there() -> None:
    before = of(WIRE, POST)
    copies = link(before, "post", LinkKind.COPIES)
    assert origins(before)["post"] == origins(before)["wire"] != ()
    found = of(WIRE, POST, no=copies.id)
    assert {a.id: a.copy_of for a in found.articles} == {"wire": None, "post": None}
    assert origins(found)["post"] == ()
    kept = link(found, "post", LinkKind.COPIES)
    assert (kept.id, kept.judgement, kept.target) == (copies.id, Judgement.NO, "wire")


def test_no_to_a_copy_holds_in_both_directions() -> None:
    other = link_id("wire", "post", LinkKind.COPIES)
    assert {a.copy_of for a in of(WIRE, POST, no=other).articles} == {None}


def test_yes_says_which_of_two_is_the_copy() -> None:
    reverse = link_id("wire", "post", LinkKind.COPIES)
    found = of(WIRE, POST, **{reverse: Judgement.YES})
    assert {a.id: a.copy_of for a in found.articles} == {"wire": "post", "post": None}


def test_unsure_widens_the_interval_and_leaves_the_best_value() -> None:
    guard = link(of(MAGAZINE, STAR), "star", LinkKind.SAME_SOURCE)
    found = of(MAGAZINE, STAR, **{guard.id: Judgement.UNSURE})
    assert (found.independent_support, found.at_least, found.at_most) == (1, 1, 2)
    assert link(found, "star", LinkKind.SAME_SOURCE).judgement is Judgement.UNSURE


@pytest.mark.parametrize(
    "claim", ["Ministry closed Kessary port", "Kessary's port was closed by the ministry"]
)
def test_a_judgement_holds_however_the_claim_is_worded(claim: str) -> None:
    guard = link(of(MAGAZINE, STAR), "star", LinkKind.SAME_SOURCE)
    assert of(MAGAZINE, STAR, claim=claim).independent_support == 1
    assert of(MAGAZINE, STAR, claim=claim, no=guard.id).independent_support == 2


def test_a_judgement_survives_a_fuller_name_that_comes_later() -> None:
    """What the origin is called, and with it its id, is another one then."""
    short = story(
        "evening",
        "{Haldis (the deputy harbour master)|The ministry closed the port of Kessary}, Haldis told "
        "the Evening Sentinel.",
        publisher="Evening Sentinel",
        published="2024-03-18",
    )
    before = of(REGISTER, short)
    haldis = link(before, "evening", LinkKind.SAME_SOURCE)
    assert [o.name for o in before.origins] == ["Haldis"]
    assert "Joren Haldis" in {o.name for o in of(REGISTER, short, COURIER).origins}
    later = of(REGISTER, short, COURIER, no=haldis.id)
    kept = [k for k in later.links if k.judgement is Judgement.NO]
    assert [k.id for k in kept] == [haldis.id]
    assert later.independent_support == of(REGISTER, short, COURIER).independent_support + 1


ALL = (MAGAZINE, STAR, LEADER, COURIER, REGISTER, WIRE, POST)
LINKS = of(*ALL).links


def test_every_link_has_an_id_of_its_own() -> None:
    assert len({k.id for k in LINKS}) == len(LINKS)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(LINKS), st.sampled_from(Judgement), st.permutations(ALL))
def test_a_judged_link_is_there_once_as_judged_whatever_the_order(
    judged: Link, verdict: Judgement, arrived: list[Reading]
) -> None:
    found = of(*arrived, **{judged.id: verdict})
    assert [k.judgement for k in found.links if k.id == judged.id] == [verdict]
    assert found.at_least <= found.independent_support <= found.at_most


def test_of_several_names_of_a_link_the_one_judged_last_counts() -> None:
    held = Overruled({"old": Judgement.NO, "new": Judgement.YES, "other": Judgement.NO})
    assert held.of(["new", "old"]) == held.of(["old", "new"]) == ("new", Judgement.YES)
    assert held.of(["neither"]) is None
