"""Whom a text credits: known agencies and, by the shape of the line, unknown ones."""

import pytest

from firsthand.intake.agencies import same_outlet
from firsthand.intake.credits import credits_of_text

STORY = "Quay shut for a week\n\n{head}\n\nNobody in the harbour office said why.\n\n{tail}"


def credits(head: str = "It was cold.", tail: str = "It rained.", publisher: str | None = None):
    found = credits_of_text(STORY.format(head=head, tail=tail), publisher=publisher)
    return [(credit.name, credit.kind.value) for credit in found]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("OSTRIN, March 14 (Hesper) - The quay is shut.", [("Hesper", "dateline")]),
        ("PORT SABLE, 3 May (Orrin News) – The quay is shut.", [("Orrin News", "dateline")]),
        ("LONDON (Reuters) - The quay is shut.", [("Reuters", "dateline")]),
        ("New Quay (AP) — The quay is shut.", [("Associated Press", "dateline")]),
        (
            "LISK (Hesper/AFP) — The quay is shut.",
            [("Hesper", "dateline"), ("Agence France-Presse", "dateline")],
        ),
        ("LISK, 3 May /PRNewswire/ -- Quays.", [("PR Newswire", "dateline")]),
        ("By Hesper", [("Hesper", "byline")]),
        ("By Ana Lind and Hesper Newswire", [("Hesper Newswire", "byline")]),
        ("By Ana Lind for Hesper", [("Hesper", "byline")]),
        ("By Reuters Staff", [("Reuters", "byline")]),
        ("Orrin News Agency", [("Orrin News Agency", "byline")]),
    ],
)
def test_the_head_of_a_text_credits_an_agency(head: str, expected: list[tuple[str, str]]) -> None:
    assert credits(head=head) == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("(Reporting by Bo Ek in Ostrin; Editing by Cy Dal)", [("Bo Ek", "reporting_by")]),
        ("(Reporting by Hesper)", [("Hesper", "reporting_by")]),
        (
            "(Additional reporting by Bo Ek in Lisk, Westmark, and Cy Dal)",
            [("Bo Ek", "reporting_by"), ("Cy Dal", "reporting_by")],
        ),
        ("[With agencies]", [("agencies", "reporting_by")]),
        ("(With inputs from PTI)", [("Press Trust of India", "reporting_by")]),
        ("Additional material from Market Minute.", [("Market Minute", "reporting_by")]),
        (
            "The Associated Press contributed to this report.",
            [("Associated Press", "reporting_by")],
        ),
        ("(Hesper)", [("Hesper", "byline")]),
        ("Source: Hesper", [("Hesper", "byline")]),
        (
            "This article was first published in The Lisk Leader on May 3.",
            [("Lisk Leader", "based_on")],
        ),
        ("© 2024 Hesper News Agency. All rights reserved.", [("Hesper News Agency", "footer")]),
        ("Photo: Ana Lind/Hesper", [("Hesper", "caption")]),
    ],
)
def test_the_tail_of_a_text_credits_others(tail: str, expected: list[tuple[str, str]]) -> None:
    assert credits(tail=tail) == expected


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Lind",
        "By Ana Lind, political editor",
        "By the Sollen Star foreign desk",
        "By ANA LIND, Lisk Evening Sentinel",
        "LISK — The quay (the old one) - was shut.",
        "John Oak (Labour) - 1,200 votes",
        "NATO (North Atlantic Treaty Organisation) - a pact",
        "With winter coming, the harbour's stock fell.",
        "— Ana",
        "Ana Lind contributed to this report.",
        "Photo: Ana Lind",
        "© 2024 Northgate Media",
        "The ministry told the Hesper news agency that the quay was shut.",
    ],
)
def test_what_only_looks_like_a_credit_is_none(line: str) -> None:
    assert credits(head=line) == []
    assert credits(tail=line) == []


def test_an_outlet_beside_a_name_is_a_credit_once_the_publisher_is_known_to_be_another() -> None:
    byline = "By ANA LIND, Lisk Evening Sentinel"
    assert credits(head=byline, publisher="The Brask Courier") == [
        ("Lisk Evening Sentinel", "byline")
    ]
    assert credits(head=byline, publisher="Evening Sentinel") == []


def test_the_page_s_own_agency_is_no_credit() -> None:
    assert credits(head="LISK (Hesper) - The quay is shut.", publisher="Hesper") == []
    assert credits(head="LISK (Reuters) - The quay is shut.", publisher="reuters.com") == []


def test_the_evidence_is_the_line() -> None:
    text = STORY.format(head="It was cold.", tail="(Reporting by Hesper)")
    assert credits_of_text(text)[0].evidence == "(Reporting by Hesper)"


def test_one_outlet_has_several_names() -> None:
    assert same_outlet("The Lisk Leader", "liskleader.com")
    assert same_outlet("AP", "The Associated Press")
    assert not same_outlet("The Press", "Associated Press")
    assert not same_outlet("Lisk Leader", "Lisk Evening Sentinel")
