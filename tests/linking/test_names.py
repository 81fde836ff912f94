import pytest

from firsthand.linking.names import is_outlet, same_body, same_description, same_outlet, same_person


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the Lantern", "the Daily Lantern"),
        ("the Free Ferry", "The Ostrin Free-Ferry"),
        ("lantern.co.uk", "Lantern"),
        ("Longwatch", "Longwatch magazine"),
        ("Hesper news agency", "Hesper"),
        ("the Brask Post", "Post"),
    ],
)
def test_one_outlet_under_two_names(a: str, b: str) -> None:
    assert same_outlet(a, b) and same_outlet(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Brask magazine", "Brask Post"), ("the Brask Times", "the Brask Post"), ("KNB", "KNBC")],
)
def test_two_outlets_of_one_place(a: str, b: str) -> None:
    assert not same_outlet(a, b)


def test_persons_by_surname_and_what_else_is_said() -> None:
    assert same_person("Mr Haldis", "Joren Haldis")
    assert not same_person("Joren Haldis", "Tilda Haldis")


def test_bodies_by_what_one_says_less() -> None:
    assert same_body("the Interior Ministry", "Velmara's Interior Ministry")
    assert same_body("Corvane", "Corvane Foods")
    assert not same_body("Interior Ministry", "Finance Ministry")


def test_descriptions_may_be_one_if_their_roles_are() -> None:
    assert same_description("a senior official", "one official")
    assert not same_description("an official", "a guard")


def test_a_name_that_shows_an_outlet() -> None:
    assert is_outlet("Brask Evening Sentinel")
    assert is_outlet("lantern.co.uk")
    assert not is_outlet("Joren Haldis")
