"""Who is "a senior official" in the first sentence and has a name in the second."""

import pytest

from firsthand.model.reading import Naming, Reading
from tests.reading.stories import chain, read, said

LEAD = "{who} says that the ministry closed the port.\n\n{then}"


def told(who: str, then: str, source: str, what: str = "the fax came at dawn") -> Reading:
    text = LEAD.format(who=who, then=f"{then} said that {what}.")
    return read(
        text,
        said(text, "says", who, "the ministry closed the port"),
        said(text, "said that", source, what),
    )


@pytest.mark.parametrize(
    ("who", "then", "name"),
    [
        (
            "A senior official at the port",
            "Joren Haldis, who was deputy harbour master,",
            "Joren Haldis",
        ),
        ("A shipping expert", "Ida Nor, professor of trade at Ostrin,", "Ida Nor"),
        ("A monitoring group", "The Velmara Harbour Watch", "Velmara Harbour Watch"),
        ("A group monitoring the coast", "Ada Hale, who runs the Harbour Watch,", "Ada Hale"),
    ],
)
def test_the_name_that_follows_is_whom_the_lead_means(who: str, then: str, name: str) -> None:
    assert chain(told(who, then, then.rstrip(",")), "the ministry closed") == [name]


@pytest.mark.parametrize(
    ("who", "then"),
    [
        ("A senior official at the port", "Joren Haldis, a baker,"),
        ("A source at the port", "Joren Haldis, the harbour master,"),
        ("A man", "Joren Haldis, the harbour master,"),
        ("A militant group", "The Harbour Watch"),
        ("A monitoring group", "The Interior Ministry"),
        ("Two officials at the port", "Joren Haldis, the harbour master,"),
        ("A port official", "Joren Haldis, another port official,"),
    ],
)
def test_a_name_that_need_not_be_theirs_is_not(who: str, then: str) -> None:
    reading = told(who, then, then.rstrip(","))
    (lead,) = [s for s in reading.statements if reading.words(s.content).startswith("the minis")]
    assert reading.source(lead.chain[-1]).naming is Naming.UNNAMED


def test_who_asked_for_anonymity_is_never_given_a_name() -> None:
    reading = told(
        "A senior official at the port",
        "Joren Haldis, the harbour master, who spoke on condition of anonymity for years,",
        "Joren Haldis, the harbour master,",
    )
    assert chain(reading, "the ministry closed") == ["senior official at the port"]


def test_a_name_that_was_there_before_is_somebody_else() -> None:
    text = (
        "Joren Haldis has run the port for years.\n\nA port official says that it is shut.\n\n"
        "Joren Haldis, the harbour master, said that the boom was sound."
    )
    reading = read(
        text,
        said(text, "says", "A port official", "it is shut"),
        said(text, "said", "Joren Haldis, the harbour master,", "the boom was sound"),
        said(text, "has run", "Joren Haldis", "the port for years"),
    )
    assert chain(reading, "it is shut") == ["port official"]
