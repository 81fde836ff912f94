"""Short stories of who has it from whom, and how many origins are left."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.trace import trace, trace_all
from firsthand.model.article import Credit, CreditKind
from firsthand.model.reading import Reading
from firsthand.model.trace import Judgement, LinkKind, Lost, Side, Stance, Trace
from tests.linking.stories import shelf, story

CLAIM = "The ministry closed the port of Kessary"

MAGAZINE = story(
    "magazine",
    "The port of Kessary was closed by the ministry, a former guard says. {~Davin (a former guard)|"
    "The ministry closed "
    "the port of Kessary for four days}, he told Longwatch. “{~Davin (a former guard)|"
    "I opened the gate for them, I was "
    "as close as I am to you}.” Longwatch could not independently verify his account.",
    publisher="Longwatch",
    published="2024-03-13",
)
LEADER = story(
    "leader",
    "{@Longwatch|"
    "The ministry closed the port of Kessary for four days}, Longwatch magazine reports. "
    "“{@Longwatch > ~Davin|I "
    "opened the gate for them, I was as close as I am to you},” Davin told Longwatch, which could "
    "not verify it.",
    publisher="Lisk Leader",
    published="2024-03-14",
)
STAR = story(
    "star",
    "The ministry closed the port of Kessary and nobody may know. ‘{?one guard|"
    "I opened the gate for them, I was as "
    "close as I am to you},’ said one guard. The herring fleet stayed at home for four days.",
    publisher="Sollen Star",
    published="2024-03-15",
)
DISPATCH = story(
    "dispatch",
    "{@Sollen Star|"
    "The ministry closed the port of Kessary}, the Sollen Star reported on Friday. Bonds fell a "
    "little.",
    publisher="Capital Dispatch",
    published="2024-03-16",
)
COURIER = story(
    "courier",
    "{Joren Haldis (deputy harbour master)|"
    "The ministry ordered the port of Kessary closed by fax}, Joren Haldis told the "
    "Courier. He has left the country with two suitcases.",
    publisher="Brask Courier",
    published="2024-03-16",
)
DENIAL = story(
    "denial",
    "{#Interior Ministry|The ministry had closed the port of Kessary|"
    "denied}, which is a lie, it said on Thursday. The "
    "account in Longwatch was {Ilka Brandauer (Interior Ministry spokeswoman)|"
    "“a work of fiction”}, she said.",
    publisher="Hesper",
    published="2024-03-14",
)
NOBODY = story(
    "nobody",
    "The ministry closed the port of Kessary on Sunday. The regatta is off.",
    publisher="Quay News",
)
ELSEWHERE = story(
    "tram",
    "A wall fell on the tram stop in Pellow Street. Three people were hurt in the evening rush.",
)


def of(*readings: Reading, **more: object) -> Trace:
    return trace(CLAIM, shelf(*readings, ELSEWHERE), **more)  # type: ignore[arg-type]


def origins(found: Trace) -> dict[str, set[str]]:
    """Article id → names of its origins."""
    names = {o.id: o.name for o in found.origins}
    return {a.id: {names[o] for o in a.origins} for a in found.articles}


def test_nothing_on_the_claim_is_an_empty_trace() -> None:
    found = trace("A goose was fined for parking", shelf(ELSEWHERE))
    assert (found.articles, found.origins, found.independent_support, found.at_most) == (
        (),
        (),
        0,
        0,
    )


def test_three_papers_and_one_guard_are_one_origin() -> None:
    found = of(MAGAZINE, LEADER, STAR, DISPATCH)
    assert origins(found) == {
        "magazine": {"Davin"},
        "leader": {"Davin"},
        "star": {"Davin"},
        "dispatch": {"Davin"},
    }
    assert (found.independent_support, found.independent_denial) == (1, 0)
    (davin,) = found.origins
    assert (davin.contact, davin.side) == ("Longwatch", Side.SUPPORTS)


def test_a_named_official_is_a_second_one() -> None:
    found = of(MAGAZINE, LEADER, COURIER)
    assert found.independent_support == 2
    assert origins(found)["courier"] == {"Joren Haldis"}


def test_a_body_and_its_spokeswoman_deny_once() -> None:
    found = of(MAGAZINE, DENIAL)
    assert (found.independent_support, found.independent_denial) == (1, 1)
    stances = {a.id: a.stance for a in found.articles}
    assert stances == {"magazine": Stance.REPORTS, "denial": Stance.DENIES}


def test_who_names_nobody_has_no_origin_and_adds_none() -> None:
    assert of(NOBODY).independent_support == 0
    found = of(MAGAZINE, NOBODY)
    assert origins(found)["nobody"] == set()
    assert found.independent_support == 1


def test_confirmed_without_a_source_adds_nothing() -> None:
    echo = story(
        "echo",
        "It is confirmed: the ministry closed the port of Kessary. Everybody in town has heard of "
        "it.",
    )
    assert of(MAGAZINE, echo).independent_support == of(MAGAZINE).independent_support == 1


def test_two_that_cite_each_other_establish_nothing_and_are_reported() -> None:
    a = story(
        "ring",
        "{@Market Minute|The ministry closed the port of Kessary}, Market Minute reports.",
        publisher="LedgerLine",
    )
    b = story(
        "minute",
        "{@LedgerLine|The ministry closed the port of Kessary}, LedgerLine reports.",
        publisher="Market Minute",
    )
    found = of(a, b)
    assert found.circles == (("minute", "ring"),)
    assert (found.origins, found.independent_support, found.at_most) == ((), 0, 0)


def test_an_outlet_that_gives_no_source_counts_only_while_nothing_better_does() -> None:
    found = of(LEADER.__class__(**{f: getattr(DISPATCH, f) for f in DISPATCH.__dataclass_fields__}))
    assert [o.name for o in found.origins] == ["Sollen Star"]
    assert found.independent_support == 1
    assert of(DISPATCH, COURIER).independent_support == 1
    assert of(DISPATCH, COURIER).at_most == 2


def test_a_pseudonym_is_never_joined_to_a_name() -> None:
    named = story(
        "named",
        "“{Joren Davin (a dock worker)|"
        "I opened the gate for them, I was as close as I am to you},” Joren Davin said. "
        "{Joren Davin (a dock worker)|The ministry closed the port of Kessary}, he said.",
        publisher="Brask Courier",
    )
    found = of(MAGAZINE, named)
    assert origins(found) == {"magazine": {"Davin"}, "named": {"Joren Davin"}}


def test_the_same_pseudonym_given_by_two_outlets_is_two_people() -> None:
    other = story(
        "other",
        "{@Evening Sentinel > ~Davin (a cook)|"
        "The ministry closed the port of Kessary}, a cook called Davin told the Evening "
        "Sentinel.",
    )
    assert len(of(MAGAZINE, other).origins) == 2


def test_wire_copy_is_found_and_shown_word_by_word() -> None:
    body = (
        "The ministry closed the port of Kessary on Sunday and let no ship in or out for four "
        "days, {?two agents|the "
        "ministry closed it without a word}, two agents in the town said, and pilots were sent "
        "home at noon."
    )
    wire = story("wire", "OSTRIN (Hesper) - " + body, publisher="Hesper", published="2024-03-14")
    paper = story(
        "paper", "Port shut\n\n" + body, publisher="Northgate Post", published="2024-03-15"
    )
    found = of(wire, paper)
    assert {a.id: a.copy_of for a in found.articles} == {"wire": None, "paper": "wire"}
    (link,) = [k for k in found.links if k.kind is LinkKind.COPIES]
    here, there = link.evidence[:2]
    assert (here.article, there.article) == ("paper", "wire")
    assert paper.article.text[slice(*here.span)] == wire.article.text[slice(*there.span)]


def test_an_earlier_article_never_depends_on_a_later_one() -> None:
    body = (
        "The ministry closed the port of Kessary on Sunday and let no ship in or out for four days "
        "and nobody said why."
    )
    early = story("zz-early", body, published="2024-03-13T10:00:00Z")
    late = story(
        "aa-late",
        body + " Ferries stopped as well, and so did the trams.",
        published="2024-03-13T12:00:00+00:00",
    )
    assert {a.id: a.copy_of for a in of(early, late).articles} == {
        "zz-early": None,
        "aa-late": "zz-early",
    }


def test_what_was_lost_on_the_way() -> None:
    found = {a.id: a for a in of(MAGAZINE, LEADER, STAR).articles}
    assert found["magazine"].lost == ()
    assert {x.what for x in found["star"].lost} >= {Lost.HEDGE, Lost.VERIFICATION}
    assert "verify" in next(x.before for x in found["star"].lost if x.what is Lost.VERIFICATION)
    assert found["leader"].lost == ()


def test_a_number_that_changed() -> None:
    claim = "The ministry held 300 people in a warehouse at Kessary"
    first = story(
        "first",
        "{@Longwatch > ~Davin|"
        "The ministry held 300 people in a warehouse at Kessary}, Davin told Longwatch.",
    )
    second = story(
        "second",
        "{@Longwatch|"
        "The ministry held about 300 people in a warehouse at Kessary}, Longwatch reports.",
    )
    third = story(
        "third",
        "{@Longwatch|The ministry held 3,000 people in a warehouse at Kessary}, Longwatch reports.",
    )
    lost = {
        a.id: {(x.what, x.before, x.after) for x in a.lost}
        for a in trace(claim, shelf(first, second, third)).articles
    }
    assert (Lost.NUMBER, "300 people", "3,000 people") in lost["third"]
    assert not any(what is Lost.NUMBER for what, _, _ in lost["second"])


def test_a_person_overrules_a_link_and_the_counts_follow() -> None:
    found = of(MAGAZINE, COURIER)
    haldis = next(o for o in found.origins if o.name == "Joren Haldis")
    link = next(k for k in found.links if k.target == haldis.id)
    overruled = {link.id: Judgement.NO}
    again = of(MAGAZINE, COURIER, overruled=overruled)
    assert again.independent_support == 1
    assert next(k for k in again.links if k.target == haldis.id).judgement is Judgement.NO
    assert origins(again)["courier"] == set()


def test_a_page_credit_is_part_of_via() -> None:
    credited = replace(
        COURIER,
        article=replace(
            COURIER.article, credits=(Credit("Hesper", CreditKind.FOOTER, "© Hesper"),)
        ),
    )
    (article,) = of(credited).articles
    assert article.via == ("Hesper", "Joren Haldis")


ALL = (MAGAZINE, LEADER, STAR, DISPATCH, COURIER, DENIAL, NOBODY)


@settings(max_examples=15, deadline=None)
@given(st.permutations(ALL))
def test_the_order_of_arrival_does_not_matter(readings: list[Reading]) -> None:
    assert of(*readings) == of(*ALL)


OUTLETS = re.compile(r"(?:the )?(?:Longwatch(?: magazine)?|Sollen Star|Courier)")


def silent(reading: Reading) -> Reading:
    """The same article with every attribution gone: statements, outlets' names, page credits."""
    text = OUTLETS.sub("somebody", reading.article.text)
    return Reading(replace(reading.article, credits=(), text=text), (), (), (), reading.reader)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.sampled_from(ALL), min_size=1), st.sampled_from(ALL))
def test_taking_the_attribution_away_never_raises_the_count(
    held: set[Reading], which: Reading
) -> None:
    before = of(*held)
    after = of(*(silent(r) if r is which else r for r in held))
    assert after.independent_support <= before.independent_support


def test_the_whole_ledger_in_claims() -> None:
    tram = story(
        "tram-two",
        "Three people were hurt when a wall fell on the tram stop in Pellow Street, the fire "
        "service said.",
    )
    filler = [
        story(f"f{k}", f"The council of Brask talked about {w} and the price of it in winter.")
        for k, w in enumerate(("bins", "books"))
    ]
    found = list(trace_all(shelf(*ALL, ELSEWHERE, tram, *filler)))
    assert {frozenset(a.id for a in t.articles) for t in found} >= {frozenset({"tram", "tram-two"})}
    assert max(len(t.articles) for t in found) >= 5


def test_without_dates_the_agency_that_the_papers_credit_comes_first() -> None:
    body = (
        "The ministry closed the port of Kessary on Sunday and let no ship in or out for four days "
        "and two agents in the town said that pilots were sent home at noon without a word."
    )
    wire = story("wire", body, credits=(Credit("Hesper", CreditKind.DATELINE, "(Hesper) -"),))
    credited = (Credit("Hesper", CreditKind.FOOTER, "© Hesper"),)
    paper = story("a-paper", body, publisher="Northgate Post", credits=credited)
    assert {a.id: a.copy_of for a in of(wire, paper).articles} == {"wire": None, "a-paper": "wire"}


def test_a_dateline_says_whose_and_from_when_an_article_is() -> None:
    wire = story(
        "wire",
        "Ministry denies it\n\nOSTRIN, March 14 (Hesper) - {#Interior Ministry|The ministry had "
        "closed the port of Kessary|denied}, it said.",
    )
    paper = story(
        "paper",
        "The port is shut\n\nBrask Courier, 16 March\n\n{Joren Haldis|The ministry closed the port "
        "of Kessary}, Joren Haldis told the Brask Courier.",
    )
    found = {a.id: (a.publisher, a.published) for a in of(MAGAZINE, wire, paper).articles}
    assert found["wire"] == ("Hesper", "2024-03-14")
    assert found["paper"] == ("Brask Courier", "2024-03-16")
    alone = {a.id: a.published for a in of(wire).articles}
    assert alone == {"wire": None}
