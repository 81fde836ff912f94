"""What counts as an origin, and what only stands beside one."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.trace import trace
from firsthand.model.article import Credit, CreditKind
from firsthand.model.reading import Reading
from firsthand.model.trace import LinkKind, Side
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


def test_a_negation_of_something_else_denies_nothing() -> None:
    other = story(
        "other",
        "The port of Kessary was shut for four days. {Casimir Rell (minister)|The ministry closed "
        "the port|denied}, Casimir Rell said. {Ilka Brandauer|No person was ever detained at the "
        "port of Kessary}, said Ilka Brandauer.",
    )
    found = trace(CLAIM, shelf(COURIER, other))
    denying = {o.name for o in found.origins if o.side is Side.DENIES}
    assert denying == {"Casimir Rell"}


def test_what_is_denied_is_what_the_statement_says_and_not_what_the_article_opens_with() -> None:
    other = story(
        "other",
        "The ministry closed the port of Kessary on Sunday, a harbour official says. "
        "{#Ministry|that anybody was held in the warehouse|denied}, the ministry said.",
    )
    assert trace(CLAIM, shelf(COURIER, other)).independent_denial == 0


def test_two_bodies_named_together_are_neither_of_them() -> None:
    both = story(
        "both",
        "{#Corvane|It is in talks to buy Ellory Dairies|denied}, Corvane told the exchange. "
        "{Maud Ekely (Ellory’s chairwoman)|It is in talks to buy Ellory Dairies|denied}, Ellory’s "
        "chairwoman, Maud Ekely, said. It was all that Corvane and Ellory said.",
    )
    pair = story(
        "pair",
        "Corvane is in talks to buy Ellory Dairies, a paper wrote. {#Corvane and Ellory|"
        "It is in talks to buy Ellory Dairies|denied}, they said.",
    )
    found = trace("Corvane is in talks to buy Ellory Dairies", shelf(both, pair))
    assert {"Corvane", "Maud Ekely"} <= {o.name for o in found.origins}


def test_the_ministry_of_a_headline_is_the_one_ministry_of_the_others() -> None:
    headline = story(
        "headline",
        "{#Ministry|The ministry had closed the port of Kessary|denied}, the ministry said.",
    )
    full = story(
        "full",
        "{#Velmara’s Interior Ministry|The ministry had closed the port of Kessary|denied}, it "
        "said.",
    )
    wire = story(
        "wire",
        "{#Interior Ministry|The ministry had closed the port of Kessary|denied}, it said.",
    )
    assert trace(CLAIM, shelf(COURIER, headline, full, wire)).independent_denial == 1


# Which of two origins is independent, and why.


def reasons(*readings: Reading) -> dict[str, str]:
    return {o.name: o.reason for o in trace(CLAIM, shelf(*readings)).origins}


def test_one_origin_alone_is_not_compared() -> None:
    assert "independen" not in reasons(COURIER)["Joren Haldis"]


def test_two_papers_that_each_heard_somebody_have_two_independent_origins() -> None:
    other = story(
        "other",
        "{Ida Nor (pilot)|The ministry closed the port of Kessary}, Ida Nor told the Register.",
        publisher="Quayside Register",
    )
    found = reasons(COURIER, other)
    assert found["Joren Haldis"].endswith("independent: Brask Courier heard it itself")
    assert found["Ida Nor"].endswith("independent: Quayside Register heard it itself")


def test_two_whom_one_paper_heard_are_not_shown_to_be_independent() -> None:
    both = story(
        "both",
        "{Joren Haldis|The ministry closed the port of Kessary}, Joren Haldis said. {Ida Nor|The "
        "ministry closed the port of Kessary}, said Ida Nor.",
        publisher="Brask Courier",
    )
    found = trace(CLAIM, shelf(both))
    assert (found.independent_support, found.at_least, found.at_most) == (2, 1, 2)
    told = sorted(o.reason.split("; ")[-1] for o in found.origins)
    assert told == [
        "independence not established: Brask Courier heard others too",
        "independent: Brask Courier heard it itself",
    ]


def test_what_is_known_through_another_paper_is_not_shown_to_be_independent() -> None:
    through = story(
        "through",
        "{@Lantern > ?harbour official|The ministry closed the port of Kessary}, a harbour "
        "official told the Lantern.",
        publisher="Dispatch",
    )
    found = reasons(COURIER, through)
    assert found["harbour official"].endswith(
        "independence not established: it is known only through Lantern"
    )


def test_a_document_beside_its_likely_giver_is_not_counted_for_itself() -> None:
    both = story(
        "both",
        "{Joren Haldis|The ministry closed the port of Kessary}, Joren Haldis said. {=copy of the "
        "order|The ministry closes the port of Kessary}, says a copy of the order.",
        publisher="Brask Courier",
    )
    found = trace(CLAIM, shelf(both))
    assert (found.independent_support, found.at_most) == (1, 2)


def test_who_copies_heard_nobody() -> None:
    words = (
        "{Joren Haldis|The ministry ordered the port of Kessary closed by fax}, Joren Haldis said. "
        "He left the country with two suitcases and a box of carbon copies last week, and went to "
        "live with a cousin of his wife in a small house behind the ropeworks in Brask."
    )
    wire = story("wire", words, publisher="Hesper", published="2024-03-14")
    copy = story("copy", words, publisher="Northgate Post", published="2024-03-15")
    found = trace(CLAIM, shelf(wire, copy))
    assert [(o.name, o.contact) for o in found.origins] == [("Joren Haldis", "Hesper")]


# Copies with and without the line that says whose they are.

BODY = (
    "{?harbour official|The ministry closed the port of Kessary with a chain across the mole}, a "
    "harbour official said on Sunday. Eleven ships waited in the roads until the pilots were told "
    "to go home, and the agents of two lines asked for their money back before the week was over."
)
WIRE = story("wire", BODY, publisher="Hesper", published="2024-03-14")
COPIES = tuple(
    story(
        f"copy{k}",
        f"{BODY} {own}\n\n(Reporting by Hesper)",
        publisher=paper,
        published=f"2024-03-{15 + k}",
        credits=(Credit("Hesper", CreditKind.FOOTER, "© Hesper"),),
    )
    for k, (paper, own) in enumerate(
        [("Northgate Post", "Rain is forecast."), ("Lisk Leader", "The regatta is off.")]
    )
)


def uncredited(reading: Reading) -> Reading:
    article = reading.article
    text = article.text.removesuffix("\n\n(Reporting by Hesper)")
    return replace(reading, article=replace(article, text=text, credits=()))


@settings(max_examples=25, deadline=None)
@given(
    st.sets(st.sampled_from((WIRE, *COPIES, COURIER)), min_size=1),
    st.sets(st.sampled_from(COPIES)),
)
def test_taking_a_credit_line_away_never_raises_a_count(
    held: set[Reading], bare: set[Reading]
) -> None:
    before = trace(CLAIM, shelf(*held))
    after = trace(CLAIM, shelf(*(uncredited(r) if r in bare else r for r in held)))
    assert after.independent_support <= before.independent_support
    assert after.at_most <= before.at_most


def test_the_unnamed_source_of_a_copy_is_the_one_of_the_wire() -> None:
    found = trace(CLAIM, shelf(WIRE, *map(uncredited, COPIES)))
    assert [(o.name, o.contact) for o in found.origins] == [("harbour official", "Hesper")]
    assert {a.id: a.copy_of for a in found.articles} == {
        "wire": None, "copy0": "wire", "copy1": "wire",
    }  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.permutations(["2024-03-14", "2024-03-15", "2024-03-16"]), st.booleans())
def test_no_article_copies_or_loses_from_a_later_one(days: list[str], credited: bool) -> None:
    dated = [
        replace(r, article=replace(r.article, published=day))
        for r, day in zip((WIRE, *COPIES), days, strict=True)
    ]
    found = trace(CLAIM, shelf(*(r if credited else uncredited(r) for r in dated)))
    when = {a.id: a.published or "" for a in found.articles}
    assert all(when[a.copy_of] <= when[a.id] for a in found.articles if a.copy_of)
    first = min(when, key=lambda id: when[id])
    assert next(a for a in found.articles if a.id == first).lost == ()


def test_the_words_of_somebody_named_are_not_counted_again_for_an_unnamed_one() -> None:
    words = "They told me it was the boom and nothing was wrong with it"
    named = story(
        "named",
        f"{{Joren Haldis|The ministry closed the port of Kessary}}, Joren Haldis said. "
        f"“{{Joren Haldis|{words}}},” he said.",
        publisher="Brask Courier",
    )
    hiding = story(
        "hiding",
        f"{{?port official|The ministry closed the port of Kessary}}, a port official said. "
        f"“{{?port official|{words}}},” he said.",
        publisher="Star",
    )
    found = trace(CLAIM, shelf(named, hiding))
    assert (found.independent_support, found.at_most) == (1, 2)
    reason = next(o.reason for o in found.origins if o.name == "port official")
    assert reason.endswith("somebody with a name is quoted with the same words")


def test_reports_with_a_capital_are_nobody() -> None:
    bare = story(
        "bare",
        "{#Reports|The ministry closed the port of Kessary}. Reports said no more than that.",
    )
    assert trace(CLAIM, shelf(bare)).independent_support == 0


def test_who_credits_nobody_and_copies_shows_its_own_words_too() -> None:
    bare = story(
        "bare",
        WIRE.article.text.replace(", a harbour official said on Sunday", " on Sunday"),
        publisher="Lisk Leader",
        published="2024-03-16",
    )
    found = trace(CLAIM, shelf(WIRE, bare))
    (link,) = (k for k in found.links if k.source == "bare" and k.kind is LinkKind.SAME_SOURCE)
    assert [e.article for e in link.evidence] == ["bare", "wire"]
    assert "credits nobody" in link.reason


def test_who_only_reports_is_the_publishers_own() -> None:
    """As a station ends its story: "Jennifer Hale reports."."""
    told = story(
        "told",
        "{#Harbour Watch|The ministry closed the port of Kessary}, the Harbour Watch said. "
        "{Jennifer Hale|The ministry closed the port of Kessary}, Jennifer Hale reports.",
        publisher="KLSK",
    )
    at = told.article.text.index("reports")
    statements = tuple(
        replace(s, cue=(at, at + 7)) if told.source(s.chain[-1]).name == "Jennifer Hale" else s
        for s in told.statements
    )
    found = trace(CLAIM, shelf(replace(told, statements=statements)))
    assert [o.name for o in found.origins] == ["Harbour Watch"]
