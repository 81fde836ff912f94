"""Who is meant: short stories with the source of each statement."""

import pytest

from firsthand.model.reading import Naming, SourceKind
from tests.reading.stories import chain, read, said


def test_a_last_name_is_the_full_name_before_it() -> None:
    text = "Harbour master Ana Reyes said the port was shut. It would stay shut, Reyes said."
    reading = read(
        text,
        said(text, "said", "Harbour master Ana Reyes", "the port was shut"),
        said(text, "said#2", "Reyes#2", "It would stay shut"),
    )
    assert chain(reading, "It would") == ["Ana Reyes"]
    assert len(reading.sources) == 1


def test_a_pronoun_is_the_latest_speaker_that_fits() -> None:
    text = "Ana Reyes said the port was shut. She said ships were waiting."
    reading = read(
        text,
        said(text, "said", "Ana Reyes", "the port was shut"),
        said(text, "said#2", "She", "ships were waiting"),
    )
    assert chain(reading, "ships") == ["Ana Reyes"]


def test_a_pronoun_does_not_take_a_name_of_the_other_gender() -> None:
    text = "Ana Reyes said the port was shut. She met Peter Holm. She said ships were waiting."
    reading = read(
        text,
        said(text, "said", "Ana Reyes", "the port was shut"),
        said(text, "said#2", "She#2", "ships were waiting"),
    )
    assert chain(reading, "ships") == ["Ana Reyes"]


def test_a_role_is_the_person_who_was_called_so() -> None:
    text = "Sen. Ana Reyes said the port was shut. The senator blamed the navy."
    reading = read(
        text,
        said(text, "said", "Sen. Ana Reyes", "the port was shut"),
        said(text, "blamed", "The senator", "the navy"),
    )
    assert chain(reading, "the navy") == ["Ana Reyes"]


def test_an_unnamed_official_stays_unnamed() -> None:
    text = "Ana Reyes said the port was shut. A senior official said it was open. The official gave no reason, he said."
    reading = read(
        text,
        said(text, "said", "Ana Reyes", "the port was shut"),
        said(text, "said#2", "A senior official", "it was open"),
        said(text, "said#3", " he", "The official gave no reason"),
    )
    official = reading.source(reading.statements[1].chain[-1])
    assert (official.name, official.naming) == ("senior official", Naming.UNNAMED)


def test_an_acronym_is_the_body_it_shortens() -> None:
    text = "The Harbour Safety Board said it was open. HSB said it would stay so."
    reading = read(
        text,
        said(text, "said", "The Harbour Safety Board", "it was open"),
        said(text, "said#2", "HSB", "it would stay so"),
    )
    assert chain(reading, "it would") == ["Harbour Safety Board"]


def test_we_inside_a_quotation_is_its_speaker() -> None:
    text = "“We know the gate was shut,” Ana Reyes said."
    reading = read(
        text,
        said(text, "said", "Ana Reyes", "“We know the gate was shut,”"),
        said(text, "know", "We", "the gate was shut"),
    )
    assert chain(reading, "the gate") == ["Ana Reyes"]


def test_his_sister_is_the_one_whom_the_article_names() -> None:
    text = "His sister said he was at sea. His sister Lucy Holm wept."
    reading = read(text, said(text, "said", "His sister", "he was at sea"))
    assert chain(reading, "he was") == ["Lucy Holm"]


def test_two_sources_under_one_cue_are_one() -> None:
    text = "Reyes and Holm said the port was shut."
    reading = read(text, said(text, "said", "Reyes and Holm", "the port was shut"))
    assert [(s.name, s.kind) for s in reading.sources] == [("Reyes and Holm", SourceKind.GROUP)]


def test_a_pronoun_without_anybody_before_it_stays_as_it_is() -> None:
    text = "He said the port was shut."
    reading = read(text, said(text, "said", "He", "the port was shut"))
    assert [(s.name, s.naming) for s in reading.sources] == [("He", Naming.UNNAMED)]


# A pseudonym is never joined to another name: one story for each way in which it could happen.


def test_a_pseudonym_is_said_to_be_one() -> None:
    text = "A guard, using the pseudonym Tarek, said the gate was shut. Tarek said he had the key."
    reading = read(
        text,
        said(text, "said", "A guard, using the pseudonym Tarek,", "the gate was shut"),
        said(text, "said#2", "Tarek#2", "he had the key"),
    )
    assert [(s.name, s.naming) for s in reading.sources] == [("Tarek", Naming.PSEUDONYM)]


def test_a_description_takes_the_pseudonym_that_the_article_gives_it() -> None:
    text = "The guard said the gate was shut. The magazine calls him Davin for his safety. Davin had the key, he said."
    reading = read(
        text,
        said(text, "said", "The guard", "the gate was shut"),
        said(text, "said#2", "he", "Davin had the key"),
    )
    assert [(s.name, s.naming, s.description) for s in reading.sources] == [
        ("Davin", Naming.PSEUDONYM, "guard")
    ]


@pytest.mark.parametrize("other", ["Tarek Oster", "Yusuf Tarek", "Tarek Hale"])
def test_a_pseudonym_is_not_a_part_of_somebodys_name(other: str) -> None:
    text = f"A guard, using the pseudonym Tarek, said the gate was shut. Minister {other} said it was open."
    reading = read(
        text,
        said(text, "said", "A guard, using the pseudonym Tarek,", "the gate was shut"),
        said(text, "said#2", f"Minister {other}", "it was open"),
    )
    assert chain(reading, "the gate") == ["Tarek"]
    assert chain(reading, "it was open") == [other]


def test_a_full_name_before_does_not_take_the_pseudonym_in() -> None:
    text = "Minister Yusuf Tarek said it was open. A guard who goes by Tarek said it was shut. Tarek had the key, he said."
    reading = read(
        text,
        said(text, "said", "Minister Yusuf Tarek", "it was open"),
        said(text, "said#2", "A guard who goes by Tarek", "it was shut"),
    )
    assert {(s.name, s.naming) for s in reading.sources} == {
        ("Yusuf Tarek", Naming.NAMED),
        ("Tarek", Naming.PSEUDONYM),
    }


def test_a_named_person_never_becomes_the_pseudonym_that_stands_after() -> None:
    text = "Ana Reyes said the gate was shut. The magazine calls her Wren to protect her. Wren left, she said."
    reading = read(text, said(text, "said", "Ana Reyes", "the gate was shut"))
    assert [(s.name, s.naming) for s in reading.sources] == [("Ana Reyes", Naming.NAMED)]


def test_a_definite_description_does_not_reach_a_pseudonym_that_was_called_otherwise() -> None:
    text = (
        "A guard, using the pseudonym Tarek, said the gate was shut. The minister said it was open."
    )
    reading = read(
        text,
        said(text, "said", "A guard, using the pseudonym Tarek,", "the gate was shut"),
        said(text, "said#2", "The minister", "it was open"),
    )
    assert chain(reading, "it was open") == ["minister"]


def test_an_acronym_in_parentheses_is_the_name_before_it() -> None:
    text = "The Union of Dockers in Velmara (UDV) said it was shut. UDV said it would stay so."
    reading = read(
        text,
        said(text, "said", "The Union of Dockers in Velmara (UDV)", "it was shut"),
        said(text, "said#2", "UDV#2", "it would stay so"),
    )
    assert [s.name for s in reading.sources] == ["Union of Dockers in Velmara"]


def test_a_mention_that_cuts_a_name_in_two_is_the_whole_name() -> None:
    text = "The Mail on Sunday reported that the port was shut."
    reading = read(text, said(text, "reported", "The Mail", "that the port was shut"))
    assert [s.name for s in reading.sources] == ["The Mail on Sunday"]


def test_an_outlets_reporter_is_named_without_the_outlet() -> None:
    text = "The port is shut, the Gazette’s Ann Hale reports."
    reading = read(text, said(text, "reports", "the Gazette’s Ann Hale", "The port is shut"))
    assert [(s.name, s.description) for s in reading.sources] == [("Ann Hale", "Gazette’s")]


def test_the_ministry_is_the_one_that_was_named() -> None:
    text = "The Interior Ministry shut the port. The ministry says it is safe."
    reading = read(text, said(text, "says", "The ministry", "it is safe"))
    assert [s.name for s in reading.sources] == ["Interior Ministry"]


def test_a_pronoun_is_no_place() -> None:
    text = "Pellow Street: “I thought it was thunder”\n\nIlka Corran was there. “I ran,” she said."
    reading = read(
        text,
        said(text, ":", "Pellow Street", "“I thought it was thunder”"),
        said(text, "said", "she", "“I ran,”"),
    )
    assert chain(reading, "“I ran") == ["Ilka Corran"]


def test_a_mention_with_its_relative_clause_is_the_same_source() -> None:
    text = "A man who says that he guarded the shed has described how ships came."
    reading = read(
        text,
        said(text, "has described", "A man who says that he guarded the shed", "how ships came"),
        said(text, "says", "A man", "that he guarded the shed"),
    )
    assert len(reading.sources) == 1
