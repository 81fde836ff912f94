"""A headline against its body, in invented articles of many kinds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.headline import Handling, Why, compare
from firsthand.linking.headline_marks import (
    AGAINST,
    ANNOUNCING,
    DISTANT,
    RESERVE,
    SAYING,
    Mark,
    labels,
    marks,
)
from firsthand.model.reading import Kind, Polarity, Reading
from firsthand.model.trace import Lost
from tests.linking.headlines import Said, article

INTENDS, BELIEVES = Kind.INTENTION, Kind.BELIEF

KEEPS = {
    "politics, says": article(
        "Mayor misled council over bridge loan, auditor says",
        "The mayor of Lisk misled the council over the loan for the bridge, auditor Ode Marrin "
        "said on Monday.",
        Said("Ode Marrin", "said", "The mayor of Lisk misled the council over the loan for the "
             "bridge"),
    ),
    "politics, quotation marks alone": article(
        "Mayor ‘misled council’ over bridge loan",
        "The mayor of Lisk misled the council over the loan for the bridge, auditor Ode Marrin "
        "said on Monday.",
        Said("Ode Marrin", "said", "The mayor of Lisk misled the council over the loan for the "
             "bridge"),
    ),
    "crime, a label before": article(
        "Police: baker set fire to own shop",
        "The baker set fire to his own shop for the insurance money, police said.",
        Said("police", "said", "The baker set fire to his own shop for the insurance money"),
    ),
    "crime, a label after": article(
        "Baker set fire to own shop: police",
        "The baker set fire to his own shop for the insurance money, police said.",
        Said("police", "said", "The baker set fire to his own shop for the insurance money"),
    ),
    "crime, allegedly": article(
        "Baker allegedly set fire to own shop",
        "Prosecutors claim that the baker set fire to his own shop.",
        Said("Prosecutors", "claim", "the baker set fire to his own shop"),
    ),
    "crime, a source of the article as label": article(
        "Hanna Sorrel: baker was asleep during fire",
        "The baker was asleep during the fire, Hanna Sorrel told the court.",
        Said("Hanna Sorrel", "told", "The baker was asleep during the fire"),
    ),
    "sport, report": article(
        "Rovers to sell keeper Tamm to Brask: report",
        "Rovers have agreed to sell keeper Ivo Tamm to Brask, the Ostrin Echo reported.",
        Said("Ostrin Echo", "reported", "Rovers have agreed to sell keeper Ivo Tamm to Brask"),
    ),
    "sport, report in brackets": article(
        "Rovers sell keeper Tamm to Brask (report)",
        "Rovers have agreed to sell keeper Ivo Tamm to Brask, the Ostrin Echo reported.",
        Said("Ostrin Echo", "reported", "Rovers have agreed to sell keeper Ivo Tamm to Brask"),
    ),
    "sport, a question": article(
        "Is keeper Tamm leaving Rovers for Brask?",
        "Keeper Ivo Tamm is leaving Rovers for Brask, the Ostrin Echo reported.",
        Said("Ostrin Echo", "reported", "Keeper Ivo Tamm is leaving Rovers for Brask"),
    ),
    "sport, rumour": article(
        "Rumour has keeper Tamm leaving Rovers for Brask",
        "Keeper Ivo Tamm is leaving Rovers for Brask, it is rumoured.",
        Said("", "is rumoured", "Keeper Ivo Tamm is leaving Rovers for Brask"),
    ),
    "science, may": article(
        "Sea snail venom may stop chronic pain",
        "Venom of a sea snail stops chronic pain in mice, Dr Pell Aubin said.",
        Said("Pell Aubin", "said", "Venom of a sea snail stops chronic pain in mice"),
    ),
    "science, study finds": article(
        "Coffee drinkers sleep an hour less, study finds",
        "People who drink coffee after noon sleep an hour less, according to a study.",
        Said("study", "according to", "People who drink coffee after noon sleep an hour less"),
    ),
    "finance, a plan by whoever plans it": article(
        "Corvane to close Lisk dairy by June",
        "Corvane plans to close its dairy in Lisk by June.",
        Said("Corvane", "plans", "to close its dairy in Lisk by June", kind=INTENDS),
    ),
    "finance, announced by whoever does it": article(
        "Savings Fund cuts growth forecast for Velmara",
        "The Savings Fund announced on Tuesday that it would cut its growth forecast for Velmara.",
        Said("Savings Fund", "announced", "it would cut its growth forecast for Velmara"),
    ),
    "finance, in talks": article(
        "Corvane in talks to buy Ellory Dairies",
        "Corvane is in talks to buy Ellory Dairies, two people familiar with them said.",
        Said("?two people", "said", "Corvane is in talks to buy Ellory Dairies"),
    ),
    "finance, the word of the body": article(
        "Watchdog forbids sale of Ellory cheese in schools",
        "A new rule forbids the sale of Ellory cheese in schools.",
        Said("rule", "forbids", "the sale of Ellory cheese in schools", kind=INTENDS),
    ),
    "conflict, claims": article(
        "Rebels claim they shot down transport plane near Ostrin",
        "Rebels said that they had shot down a transport plane near Ostrin.",
        Said("Rebels", "said", "they had shot down a transport plane near Ostrin"),
    ),
    "conflict, a figure in quotation marks": article(
        "Port held ‘3,000 prisoners’ in fish store",
        "The port held 3,000 prisoners in a fish store, the Star reported.",
        Said("Star", "reported", "The port held 3,000 prisoners in a fish store"),
    ),
    "conflict, a denial is kept by denying": article(
        "Ministry denies shelling village school",
        "The ministry denied that it had shelled the village school.",
        Said("ministry", "denied", "it had shelled the village school",
             polarity=Polarity.DENIED),
    ),
}  # fmt: skip

DROPS = {
    "politics, said": article(
        "Mayor misled council over bridge loan",
        "The mayor of Lisk misled the council over the loan for the bridge, auditor Ode Marrin "
        "said on Monday.",
        Said("Ode Marrin", "said", "The mayor of Lisk misled the council over the loan for the "
             "bridge"),
    ),
    "politics, the title is no part of the text": article(
        "Mayor misled council over bridge loan",
        "Ode Marrin said that the mayor of Lisk misled the council over the loan for the bridge.",
        Said("Ode Marrin", "said", "the mayor of Lisk misled the council over the loan for the "
             "bridge"),
        apart=True,
    ),
    "crime, a place before a colon credits nobody": article(
        "Ostrin: Baker set fire to own shop",
        "The baker set fire to his own shop for the insurance money, police in Ostrin said.",
        Said("police", "said", "The baker set fire to his own shop for the insurance money"),
    ),
    "crime, a quoted name is no quotation": article(
        "Captain of ‘Marrow Gull’ slept during crash with pier",
        "The captain of the Marrow Gull slept during the crash with the pier, Hanna Sorrel told "
        "the court. The Marrow Gull was towed.",
        Said("Hanna Sorrel", "told",
             "The captain of the Marrow Gull slept during the crash with the pier"),
    ),
    "crime, the source is only what it is about": article(
        "Davin guarded prisoners inside port warehouse",
        "Davin told Longwatch that he guarded prisoners inside a warehouse in the port.",
        Said("Longwatch > ~Davin", "told", "he guarded prisoners inside a warehouse in the port"),
    ),
    "sport, the month of May": article(
        "Keeper Tamm leaves Rovers for Brask in May",
        "Keeper Ivo Tamm leaves Rovers for Brask in May, his agent Jun Orrel said.",
        Said("Jun Orrel", "said", "Keeper Ivo Tamm leaves Rovers for Brask in May"),
    ),
    "sport, a title that is claimed": article(
        "Aldous claims third rowing title after storm",
        "Aldous had won a third rowing title after the storm, organisers said.",
        Said("organisers", "said", "Aldous had won a third rowing title after the storm"),
    ),
    "science, according to": article(
        "Sea snail venom stops chronic pain",
        "According to Dr Pell Aubin, venom of a sea snail stops chronic pain in mice.",
        Said("Pell Aubin", "According to", "venom of a sea snail stops chronic pain in mice"),
    ),
    "finance, an outlet told so": article(
        "Corvane sacks half of Lisk dairy workers",
        "Corvane has sacked half of the workers of its dairy in Lisk, the Ostrin Echo reported, "
        "citing a manager.",
        Said("Ostrin Echo", "reported",
             "Corvane has sacked half of the workers of its dairy in Lisk"),
    ),
    "conflict, an official of no name": article(
        "Army shelled village school near Ostrin",
        "The army shelled a village school near Ostrin, a senior official said.",
        Said("?senior official", "said", "The army shelled a village school near Ostrin"),
    ),
}  # fmt: skip

STATES = {
    "politics, claimed": article(
        "Mayor took bribes from bridge builders",
        "A former clerk claimed that the mayor took bribes from the builders of the bridge.",
        Said("?former clerk", "claimed", "the mayor took bribes from the builders of the bridge"),
    ),
    "politics, a plan as done": article(
        "Council closes swimming pool in Brask",
        "The council wants to close the swimming pool in Brask, a member said.",
        Said("?member", "wants", "to close the swimming pool in Brask", kind=INTENDS),
    ),
    "crime, allegedly in the body": article(
        "Baker set fire to own shop",
        "The baker allegedly set fire to his own shop, police said.",
        Said("police", "said", "The baker allegedly set fire to his own shop", hedge="allegedly"),
    ),
    "crime, suspected": article(
        "Ferry clerk stole harbour fees",
        "Police suspect that the ferry clerk stole the harbour fees.",
        Said("Police", "suspect", "the ferry clerk stole the harbour fees", kind=BELIEVES),
    ),
    "sport, it is rumoured of nobody": article(
        "Keeper Tamm leaving Rovers for Brask",
        "It is rumoured that keeper Ivo Tamm is leaving Rovers for Brask.",
        Said("", "is rumoured", "keeper Ivo Tamm is leaving Rovers for Brask"),
    ),
    "science, believed": article(
        "Sea snail venom stops chronic pain",
        "Researchers believe that venom of the sea snail stops chronic pain.",
        Said("Researchers", "believe", "venom of the sea snail stops chronic pain",
             kind=BELIEVES),
    ),
    "finance, expected": article(
        "Corvane profit doubles after dairy sale",
        "Analysts expect the profit of Corvane to double after the dairy sale.",
        Said("Analysts", "expect", "the profit of Corvane to double after the dairy sale",
             kind=BELIEVES),
    ),
    "finance, could not say": article(
        "Fire destroyed records of Ellory loans",
        "The bank could not say whether the fire destroyed records of the Ellory loans.",
        Said("bank", "could not say", "whether the fire destroyed records of the Ellory loans",
             polarity=Polarity.UNCERTAIN),
    ),
    "conflict, nobody could verify": article(
        "Army held 300 prisoners in fish store",
        "The army held 300 prisoners in a fish store, a man called Davin told Longwatch. His "
        "account could not be independently verified.",
        Said("Longwatch > ~Davin", "told", "The army held 300 prisoners in a fish store"),
        unverified=("His account could not be independently verified", "~Davin"),
    ),
}  # fmt: skip

NOTHING = {
    "the body says so itself": (
        article(
            "Fire destroys bakery in Lisk harbour",
            "A fire destroyed a bakery in the harbour of Lisk on Monday. The fire destroyed the "
            "bakery within an hour, police said.",
            Said("police", "said", "The fire destroyed the bakery within an hour"),
        ),
        Why.OWN_VOICE,
    ),
    "the statements are about something else": (
        article(
            "Fire destroys bakery in Lisk harbour",
            "The mayor said that the tram would be late on Sunday.",
            Said("mayor", "said", "the tram would be late on Sunday"),
        ),
        Why.NOT_ATTRIBUTED,
    ),
    "only names in common": (
        article(
            "Why Corvane needs Ellory Dairies",
            "Corvane and Ellory Dairies share a lawyer, Hanna Sorrel said. “Corvane pays Ellory "
            "Dairies well,” she said.",
            Said("Hanna Sorrel", "said", "Corvane and Ellory Dairies share a lawyer"),
        ),
        Why.NOT_ATTRIBUTED,
    ),
    "the headline says the contrary": (
        article(
            "No, the keeper is not leaving Rovers for Brask",
            "Keeper Ivo Tamm is leaving Rovers for Brask, the Echo reported. He laughed.",
            Said("Echo", "reported", "Keeper Ivo Tamm is leaving Rovers for Brask"),
        ),
        Why.NOT_ATTRIBUTED,
    ),
    "the body denies what the headline says": (
        article(
            "Army shelled village school near Ostrin",
            "The army denied that it had shelled the village school near Ostrin.",
            Said("army", "denied", "it had shelled the village school near Ostrin",
                 polarity=Polarity.DENIED),
        ),
        Why.NOT_ATTRIBUTED,
    ),
    "a story that “isn't true” is no support": (
        article(
            "Dairy removes cheese and butter from menu",
            "The story that the dairy removes cheese and butter from its menu is not true, he "
            "said.",
            Said("?he", "said",
                 "The story that the dairy removes cheese and butter from its menu is not true"),
        ),
        Why.NOT_ATTRIBUTED,
    ),
    "nobody says anything": (
        article("Rain falls on the quay of Lisk", "It rained on the quay."),
        Why.NOT_ATTRIBUTED,
    ),
}  # fmt: skip


@pytest.mark.parametrize("reading", KEEPS.values(), ids=KEEPS)
def test_a_headline_that_keeps_the_attribution(reading: Reading) -> None:
    found = compare(reading)
    assert (found.handling, found.statement) == (Handling.KEEPS, "st1")
    assert found.kept_by and found.dropped == ()


@pytest.mark.parametrize("reading", DROPS.values(), ids=DROPS)
def test_a_headline_that_drops_it(reading: Reading) -> None:
    found = compare(reading)
    assert (found.handling, found.statement) == (Handling.DROPS, "st1")
    assert found.kept_by is None
    assert {d.what for d in found.dropped} == {Lost.ATTRIBUTION}


@pytest.mark.parametrize("reading", STATES.values(), ids=STATES)
def test_a_headline_that_makes_a_fact_of_it(reading: Reading) -> None:
    found = compare(reading)
    assert (found.handling, found.statement) == (Handling.STATES_AS_FACT, "st1")
    assert {d.what for d in found.dropped} & {Lost.HEDGE, Lost.VERIFICATION}


@pytest.mark.parametrize(("reading", "why"), NOTHING.values(), ids=NOTHING)
def test_nothing_to_compare(reading: Reading, why: Why) -> None:
    found = compare(reading)
    assert (found.handling, found.why) == (Handling.NOTHING, why)
    assert found.statement is None and found.words == ()


def test_the_words_of_both_are_places() -> None:
    found = compare(STATES["conflict, nobody could verify"])
    text = STATES["conflict, nobody could verify"].article.text
    assert [found.text[slice(*span)] for span in found.words] == [
        "Army", "held", "300", "prisoners", "fish", "store",
    ]  # fmt: skip
    assert found.place == (0, 37)
    assert [text[slice(*span)] for span in found.content] == [
        "The army held 300 prisoners in a fish store"
    ]
    assert [(d.what, text[slice(*d.span)]) for d in found.dropped] == [
        (Lost.ATTRIBUTION, "Davin"),
        (Lost.ATTRIBUTION, "told"),
        (Lost.VERIFICATION, "His account could not be independently verified"),
    ]
    assert [source.name for source in found.chain] == ["Longwatch", "Davin"]


def test_a_title_apart_from_the_text_has_no_place_in_it() -> None:
    found = compare(DROPS["politics, the title is no part of the text"])
    assert found.place is None
    assert found.text[slice(*found.words[0])] == "Mayor"


def test_a_text_without_a_headline() -> None:
    reading = article("The port was shut.", "It was shut, he said.", Said("?he", "said", "It was"))
    assert compare(reading).why is Why.NO_HEADLINE


def test_a_headline_without_a_body() -> None:
    reading = article("Rain falls on the quay", "Rain falls on the quay", apart=True)
    assert compare(reading).why is Why.NOT_ATTRIBUTED


def test_of_several_statements_the_firmest_counts() -> None:
    reading = article(
        "Baker set fire to own shop",
        "The baker set fire to his own shop, neighbours suspect. An hour later police said that "
        "the baker had set his own shop on fire.",
        Said("neighbours", "suspect", "The baker set fire to his own shop"),
        Said("police", "said", "the baker had set his own shop on fire"),
    )
    found = compare(reading)
    assert (found.handling, found.statement) == (Handling.DROPS, "st2")


def test_of_equally_firm_statements_the_longest_chain_counts() -> None:
    body = "The magazine reported that a guard said that 300 prisoners were kept in the fish store."
    reading = article(
        "300 prisoners kept in fish store",
        body,
        Said("magazine", "reported", "a guard said that 300 prisoners were kept in the fish store"),
        Said("magazine > ?guard", "said", "300 prisoners were kept in the fish store"),
    )
    assert [s.name for s in compare(reading).chain] == ["magazine", "guard"]


def test_the_headline_repeated_as_a_line_is_no_voice() -> None:
    reading = article(
        "Baker set fire to own shop",
        "Baker set fire to own shop\n\nThe baker set fire to his own shop, police said.",
        Said("police", "said", "The baker set fire to his own shop"),
    )
    assert compare(reading).handling is Handling.DROPS


def test_a_cue_that_the_reader_saw_in_the_headline_keeps_it() -> None:
    reading = article(
        "Guard hints prisoners slept in fish store",
        "The prisoners slept in the fish store, a guard said.",
        Said("?guard", "said", "The prisoners slept in the fish store"),
    )
    found = compare(reading)
    assert found.kept_by and found.text[slice(*found.kept_by)] == "hints"


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_is_answered(headline: str, body: str) -> None:
    told = Said("?she", "said", "He sold it")
    reading = article("Mayor sold the bridge to Corvane", "He sold it, she said.", told)
    odd = replace(reading.article, title=headline, text=reading.article.text + body)
    found = compare(replace(reading, article=odd))
    assert all(0 <= a < b <= len(found.text) for a, b in found.words)


# The tables


@pytest.mark.parametrize("mark", [*SAYING, *RESERVE], ids=lambda m: m.example)
def test_every_mark_finds_its_example(mark: Mark) -> None:
    found = mark.pattern().search(mark.example)
    assert found
    assert found.span() in list(marks(mark.example, sources=()))


@pytest.mark.parametrize("mark", [DISTANT, ANNOUNCING], ids=["distant", "announcing"])
def test_every_table_of_cues_finds_its_example(mark: Mark) -> None:
    assert mark.pattern().search(mark.example)


@pytest.mark.parametrize(
    "headline",
    [
        "Tornado claims three lives",
        "Aldous claims rowing title",
        "Theresa May resigns",
        "Ferry returns in May",
        "May 3 march draws thousands",
        "Bridge reopens on May Day",
        "Man denied bail over fire",
        "Missing girl found alive",
        "Report card shows schools slipping",
        "Ostrin: 30 killed in flood",
        "Watch: tram jumps the rails",
        "Storm, hail and floods",
        "Three hurt as scaffolding falls on tram stop",
    ],
)
def test_what_keeps_nothing(headline: str) -> None:
    found = [headline[slice(*span)] for span in marks(headline, sources=())]
    assert found == []


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Police: baker set fire to own shop", "Police"),
        ("Former fire chief – baker was asleep", "Former fire chief"),
        ("Baker was asleep: Sorrel", "Sorrel"),
        ("Baker was asleep - sources", "sources"),
        ("Baker was asleep (report)", "report"),
        ("Baker was asleep, official", "official"),
    ],
)
def test_a_label_that_credits(headline: str, label: str) -> None:
    found = [headline[slice(*span)] for span in labels(headline, sources=["Hanna Sorrel"])]
    assert found == [label]


@pytest.mark.parametrize(
    "words", ["did not sell", "never sold", "isn’t sold", "denies", "a hoax", "refuses"]
)
def test_words_to_the_contrary(words: str) -> None:
    assert AGAINST.search(words)
    assert not AGAINST.search("sold the knot, noted the note")
