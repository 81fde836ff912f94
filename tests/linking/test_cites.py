from firsthand.linking.cites import citations, first_place, staff, trusted
from firsthand.linking.outlets import masthead, outlet_name, outlet_names
from tests.linking.stories import story


def credited(text: str, *names: str) -> list[str]:
    return [c.name for c in citations(text, names)]


def test_outlets_are_known_by_name_and_by_introduction() -> None:
    r = story(
        "a",
        "The port is shut, Longwatch magazine reports. The Brask Post and the website Ferrynews "
        "said so too.",
    )
    assert {"Longwatch", "Brask Post", "Ferrynews"} <= outlet_names(r)


def test_reporting_telling_and_crediting() -> None:
    names = ("Longwatch", "Brask Post", "Hesper")
    assert credited("According to Longwatch, the port is shut.", *names) == ["Longwatch"]
    assert credited("A guard told the Brask Post that the port is shut.", *names) == ["Brask Post"]
    assert credited("The port is shut, Hesper reported on Sunday.", *names) == ["Hesper"]


def test_an_outlet_that_is_only_there_is_not_credited() -> None:
    assert credited("The guard walked past Longwatch on his way to the mole.", "Longwatch") == []


def test_not_having_spoken_to_an_outlet_is_no_credit() -> None:
    assert (
        credited("He had not spoken to Longwatch and did not know its source.", "Longwatch") == []
    )


def test_the_newspaper_is_the_one_named_last() -> None:
    assert (
        credited("The Brask Post reported it. The newspaper said the port is shut.", "Brask Post")
        == ["Brask Post"] * 2
    )


def test_a_line_of_its_own_at_the_end_credits_the_whole_text() -> None:
    found = citations(
        "The port is shut and nobody knows why, for now.\n\nThis article first appeared in "
        "Longwatch.",
        ["Longwatch"],
    )
    assert [(c.name, c.line) for c in found] == [("Longwatch", True)]


def test_reporters_belong_to_their_outlet() -> None:
    assert staff("Longwatch's Renske Aldous saw the pass.", ["Longwatch"]) == {
        "Renske Aldous": "Longwatch"
    }


def test_generic_words_name_no_outlet() -> None:
    assert outlet_name("a Velmarian newspaper") is None
    assert outlet_name("Sollen's largest newspaper") is None
    assert outlet_name("the Velmarian daily Ostrin Post") == "Ostrin Post"


def test_a_country_before_newspaper_is_no_outlet() -> None:
    texts = [
        "Velmara newspaper says port is shut. Velmara is a country. The weather in Velmara is mild."
    ]
    assert trusted({"Velmara", "Brask Post"}, texts) == {"Brask Post"}


def test_an_outlets_common_words_are_found_in_any_case_its_own_as_they_are() -> None:
    text = "The Brask newspaper reports rain, and the ostrin News reports none."
    names = ["Brask Newspaper", "Ostrin News"]
    assert [c.name for c in citations(text, names)] == ["Brask Newspaper"]
    assert first_place("From brask-news", "Brask News") is None
    assert first_place("From Brask-news", "Brask News") == (5, 15)


def test_the_head_of_a_text_says_whose_it_is() -> None:
    assert masthead("Port shut\n\nOSTRIN, March 14 (Hesper) - The port is shut.", ()) == "Hesper"
    assert (
        masthead(
            "Port shut\n\nBy A. Hale\nLongwatch, March issue\n\nThe port is shut.", ("Longwatch",)
        )
        == "Longwatch"
    )
    assert (
        masthead("Port shut\n\nAs Longwatch reports,\n\nthe port is shut.", ("Longwatch",)) is None
    )
