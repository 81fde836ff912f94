import pytest

from firsthand.linking.stance import attributes, corrects, denied_work, denies, withholds
from firsthand.linking.worded import claim_stems

CLAIM = claim_stems("The ministry closed the port of Kessary")


def against(text: str, *, covered: float = 0.5, about: bool = True) -> bool:
    whole = (0, len(text))
    return denies(text, [whole], sentence=whole, stems=CLAIM, covered=covered, about=about)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that it had closed the port.",
        "The report was a work of fiction.",
        "The story is rubbish, his publicist said.",
        "The ministry never closed the port of Kessary.",
        "The figure is not accurate.",
        "The pilots dispute that the ministry closed the port.",
        "That the ministry closed the port is disputed.",
    ],
)
def test_words_against_a_claim(text: str) -> None:
    assert against(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry closed the port of Kessary.",
        "The ministry did not deny that it had closed the port.",
        "He closed the port; the weather was not right for sailing.",
        "His mind is made up, a friend said.",
        "The ministry declined to comment on the port.",
        "The ministry denied the port a permit for the closure.",
        "The request of the port of Kessary for help was denied by the ministry.",
        "The ministry closed the port of Kessary after a dispute with the pilots.",
    ],
)
def test_words_that_are_not_against_it(text: str) -> None:
    assert not against(text)


def test_the_report_is_another_report_where_the_article_is_about_something_else() -> None:
    assert not against("The report was a work of fiction.", covered=0.0, about=False)


def test_the_outlet_whose_report_is_denied_and_the_one_that_heard_the_denial() -> None:
    text = "The story in the Lantern is rubbish, she told the Post."
    lantern, post = text.index("Lantern"), text.index("Post")
    assert denied_work(text, (0, len(text)), (lantern, lantern + 7))
    assert not denied_work(text, (0, len(text)), (post, post + 4))


def test_given_to_a_report_or_held_at_a_distance() -> None:
    for text in (
        "The port is shut, according to the Post.",
        "The port is reportedly shut.",
        "A report says so.",
    ):
        assert attributes(text, (0, len(text)))
    text = "The ministry closed the port and sent the pilots home."
    assert not attributes(text, (0, len(text)))


def test_taking_back() -> None:
    assert corrects("That report should not have been published in the form in which it was.")
    assert not corrects("The ministry closed the port.")


@pytest.mark.parametrize(
    "text",
    [
        "It was not aware of any closure of the port of Kessary.",
        "She could not confirm that the port of Kessary was closed.",
        "We have no information on the port of Kessary.",
    ],
)
def test_who_cannot_tell_denies_nothing_and_supports_nothing(text: str) -> None:
    assert withholds(text)
    assert not against(text)


def test_what_would_follow_is_not_said_to_be_so() -> None:
    assert withholds("“If the port was closed, somebody has made a mistake.”")
    assert not withholds("The port was closed, and nobody said if it was a mistake.")


def test_an_outlets_own_report_is_denied_by_whatever_words() -> None:
    text = "The ministry has called the Lantern’s report “a work of fiction”."
    at = text.index("Lantern")
    assert denied_work(text, (0, len(text)), (at, at + 7))


def test_what_a_source_says_that_others_say_is_not_its_own_word() -> None:
    assert withholds("It has been rumoured that the ministry closed the port.")
    assert not withholds("The ministry closed the port, and a rumour was born.")
