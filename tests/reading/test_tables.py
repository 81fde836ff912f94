"""Every entry of the tables of patterns finds its own example."""

import re

import pytest

from firsthand.reading import checks, cues, outlets, pseudonyms
from firsthand.reading.kinds import SHARE
from firsthand.reading.names import Names
from firsthand.reading.venues import AFTER_CUE, BEFORE, CITING, QUOTES, Way


@pytest.mark.parametrize("pattern", pseudonyms.PATTERNS, ids=lambda p: p.example)
def test_pseudonyms(pattern: pseudonyms.Pattern) -> None:
    match = re.search(pattern.words, pattern.example)
    assert match and match.group("name").rstrip(".,") == pattern.name


@pytest.mark.parametrize("pattern", [*outlets.SHOWN, *outlets.OURS], ids=lambda p: p.example)
def test_outlets(pattern: outlets.Pattern) -> None:
    match = re.search(pattern.words, pattern.example)
    assert match and match.group("name") == pattern.name
    assert pattern.name.removeprefix("The ").casefold() in outlets.outlets(pattern.example, Names())


@pytest.mark.parametrize("pattern", checks.PATTERNS, ids=lambda p: p.example)
def test_checks(pattern: checks.Pattern) -> None:
    found = checks.find(pattern.example, [(0, len(pattern.example))])
    assert [f.outcome for f in found] == [pattern.outcome]


@pytest.mark.parametrize("way", AFTER_CUE, ids=lambda w: w.example)
def test_ways_after_the_cue(way: Way) -> None:
    match = re.match(way.words, way.example.split("|")[1].join([" ", ""]))
    assert match and match.group("outlet").startswith(way.outlet)


@pytest.mark.parametrize("way", BEFORE, ids=lambda w: w.example)
def test_ways_in_the_sentence(way: Way) -> None:
    match = re.search(way.words, way.example)
    assert match and match.group("outlet").rstrip(",").startswith(way.outlet)


@pytest.mark.parametrize("family", cues.KINDS, ids=lambda f: f.example)
def test_kinds(family: cues.Family[cues.Kind]) -> None:
    assert cues.kind(family.example, "that it was shut") is family.value


@pytest.mark.parametrize("family", [cues.DENYING, cues.DOUBTING], ids=lambda f: f.example)
def test_polarities(family: cues.Family[cues.Polarity]) -> None:
    assert cues.polarity(family.example, "that it was shut") is family.value


@pytest.mark.parametrize("family", cues.BASES, ids=lambda f: f.example)
def test_bases(family: cues.Family[cues.Basis]) -> None:
    assert cues.basis(family.example, "the clerk") is family.value


@pytest.mark.parametrize(
    ("cue", "content", "polarity"),
    [
        ("said", "the port was shut", "asserted"),
        ("did not deny", "the port was shut", "asserted"),
        ("could not say", "whether the port was shut", "uncertain"),
        ("asked", "whether the port was shut", "uncertain"),
        ("asked for", "his release", "asserted"),
        ("has asked", "for the records", "asserted"),
        ("refused", "to open the port", "denied"),
        ("said", "if the port is shut, ships will wait", "asserted"),
    ],
)
def test_polarity_of_cue_and_content(cue: str, content: str, polarity: str) -> None:
    assert cues.polarity(cue, content).value == polarity


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("The Gazette, citing ", "The Gazette"),
        ("On Monday the Gazette quoted ", "the Gazette"),
        ("Radio Sollen has cited ", "Radio Sollen"),
    ],
)
def test_an_outlet_that_cites_the_mention_after_it(words: str, outlet: str) -> None:
    match = QUOTES.search(words)
    assert match and match.group("outlet") == outlet


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The Gazette reported, citing two officials.", "two officials."),
        ("The Gazette quoted Otto Brandt as saying it held.", "Otto Brandt"),
    ],
)
def test_whom_an_outlet_cites(words: str, who: str) -> None:
    match = CITING.search(words)
    assert match and match.group("who") == who


@pytest.mark.parametrize(
    "words",
    [
        "52 percent of voters",
        "nearly eight of 10 women",
        "a majority of nurses",
        "dozens of divers",
    ],
)
def test_shares_and_numbers_of_people(words: str) -> None:
    assert SHARE.match(words.removeprefix("a "))


@pytest.mark.parametrize(
    "words", ["Senate majority leader", "the percentage", "Group Nine", "third man"]
)
def test_no_shares(words: str) -> None:
    assert not SHARE.match(words)
