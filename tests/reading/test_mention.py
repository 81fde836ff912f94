"""The words that name a source, taken apart."""

import pytest

from firsthand.model.reading import Naming, SourceKind
from firsthand.reading.kinds import is_outlet
from firsthand.reading.mention import parse

PERSON, ORGANISATION, GROUP = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GROUP
OUTLET, DOCUMENT = SourceKind.OUTLET, SourceKind.DOCUMENT


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Harbour board spokesman Ed Vance", "Ed Vance", PERSON),
        ("navy press secretary Rear Adm. John Oster", "John Oster", PERSON),
        ("Rep. Dana Hale (R-Ariz.)", "Dana Hale", PERSON),
        ("Idris Nasri, a senior official from Corva", "Idris Nasri", PERSON),
        ("the miller’s father, Michael", "Michael", PERSON),
        ("the Ministry of the Interior", "Ministry of the Interior", ORGANISATION),
        ("MGR", "MGR", ORGANISATION),
        ("Marl & Pike", "Marl & Pike", ORGANISATION),
        ("The Evening Gazette", "Evening Gazette", OUTLET),
        ("the privately owned Longwatch newspaper", "Longwatch", OUTLET),
        ("Hale and Oster", "Hale and Oster", GROUP),
    ],
)
def test_named(words: str, name: str, kind: SourceKind) -> None:
    parsed = parse(words)
    assert (parsed.name, parsed.kind, parsed.naming) == (name, kind, Naming.NAMED)


@pytest.mark.parametrize(
    ("words", "description", "head", "kind"),
    [
        ("a senior harbour official", "senior harbour official", "official", PERSON),
        ("FBI agents", "FBI agents", "agents", GROUP),
        (
            "Two of the country's top officials",
            "two of the country's top officials",
            "officials",
            GROUP,
        ),
        ("an official who fled the area", "official who fled the area", "official", PERSON),
        ("A 2014 study", "2014 study", "study", DOCUMENT),
        ("sources", "sources", "sources", GROUP),
    ],
)
def test_described(words: str, description: str, head: str, kind: SourceKind) -> None:
    parsed = parse(words)
    assert (parsed.name, parsed.description, parsed.head, parsed.kind) == (
        None,
        description,
        head,
        kind,
    )


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("statements from the country’s defence ministry", "the country’s defence ministry"),
        ("Ana Hale’s letter", "Ana Hale"),
        ("the Evening Gazette report", "Evening Gazette"),
    ],
)
def test_what_somebody_wrote_is_theirs(words: str, owner: str) -> None:
    assert parse(words).owner == owner


def test_a_nickname_in_a_description_is_a_pseudonym() -> None:
    parsed = parse("the militant known as “Wolf”")
    assert (parsed.name, parsed.naming, parsed.kind) == ("Wolf", Naming.PSEUDONYM, PERSON)


@pytest.mark.parametrize(
    "name", ["The Guardian", "BBC Radio", "Fox News Sunday", "longwatch.com", "Daily Echo"]
)
def test_outlets(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["Ana Hale", "Interior Ministry", "Corvane Foods", "Ostrin"])
def test_no_outlets(name: str) -> None:
    assert not is_outlet(name)
