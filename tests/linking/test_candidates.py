import pytest

from firsthand.linking.candidates import find
from firsthand.linking.worded import core_stems, page
from firsthand.model.reading import Reading
from tests.linking.stories import story

PORT = story(
    "port",
    "The ministry closed the port of Kessary on Sunday. Nobody knows why. Agents were angry.",
)
NUMBER = story("number", "Kessary's port was closed by the ministry for five days, agents said.")
TRAM = story(
    "tram",
    "A wall fell on the tram stop in Pellow Street. Three people were hurt in the evening rush.",
)
REGATTA = story(
    "regatta",
    "The regatta of Kessary will sail in June. A ministry gave the prize money this year.",
)


def found(query: str, *readings: Reading) -> list[str]:
    return sorted(w.page.id for w in find(query, [page(r) for r in readings]))


def test_articles_that_word_the_claim_with_or_without_a_statement() -> None:
    assert found("the ministry closed the port of Kessary", PORT, NUMBER, TRAM, REGATTA) == [
        "number",
        "port",
    ]


def test_another_number_does_not_exclude() -> None:
    assert "number" in found(
        "the ministry closed the port of Kessary for four days", PORT, NUMBER, TRAM
    )


def test_nothing_matches_nothing() -> None:
    assert found("a goose was fined for parking", PORT, NUMBER, TRAM) == []


def test_the_same_in_a_ledger_of_many() -> None:
    filler = [
        story(
            f"f{k}",
            f"The council of Brask talked about bins number {k} and the budget of the library.",
        )
        for k in range(200)
    ]
    assert found("the ministry closed the port of Kessary", PORT, NUMBER, TRAM, *filler) == [
        "number",
        "port",
    ]


def test_an_article_that_quotes_the_same_words_follows() -> None:
    teller = story(
        "teller",
        'The ministry closed the port of Kessary. "I opened the gate for them all," a guard said.',
    )
    hider = story(
        "hider", 'The port of Kessary was shut up. "I opened the gate for them all," said one man.'
    )
    assert found("the ministry closed the port of Kessary", teller, hider, TRAM) == [
        "hider",
        "teller",
    ]


def test_words_that_nobody_quotes_bring_no_article_with_them() -> None:
    """The same five words in a writer's own voice are no common speaker's."""
    teller = story(
        "teller",
        'The ministry closed the port of Kessary. "I opened the gate for them all," a guard said.',
    )
    other = story(
        "other", "The port of Kessary was shut up. I opened the gate for them all myself."
    )
    assert found("the ministry closed the port of Kessary", teller, other, TRAM) == ["teller"]


def test_the_span_is_where_the_claim_is_worded() -> None:
    (w,) = find("ministry closed port Kessary", [page(PORT)])
    assert w.page.text[slice(*w.span)] == "The ministry closed the port of Kessary on Sunday."


def test_what_happened_are_the_words_that_are_no_names_and_no_numbers_verbs_before_all() -> None:
    assert core_stems("Velmara closed 11 ports") == {"clos": 2.0, "port": 1.0}
    assert core_stems("Velmara Kessary") == {"velmara": 1.0, "kessar": 1.0}


def test_an_article_on_the_same_people_that_says_nothing_of_what_all_others_say() -> None:
    others = [
        story(
            f"o{k}",
            f"Velmara’s Ministry closed and sealed the port of Kessary, agent number {k} said.",
        )
        for k in range(4)
    ]
    leader = story(
        "leader",
        "A guard of Velmara’s Ministry spoke of the port of Kessary and of what he saw there.",
    )
    assert found("Velmara’s Ministry closed and sealed the port of Kessary", leader, *others) == [
        "o0", "o1", "o2", "o3",
    ]  # fmt: skip


@pytest.mark.parametrize(("share", "ids"), [(0.53, ["all"]), (0.6, ["all", "some"])])
def test_in_a_large_store_an_article_has_to_say_more_than_half(
    share: float, ids: list[str]
) -> None:
    pages = [
        page(story("all", "Gulls sank the ferry.")),
        page(story("some", "Somebody sank a barge there.")),
    ]
    weights = {"sink": share, "gull": (1 - share) / 2, "ferr": (1 - share) / 2}
    found = find("gulls sank ferry", pages, weights=weights)
    assert sorted(w.page.id for w in found) == ids
