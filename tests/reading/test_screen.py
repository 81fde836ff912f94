"""Patterns that say quickly where they don't fit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading import checks, outlets, pseudonyms, venues
from firsthand.reading.screen import Screened, any_case, needed

TABLES = [
    *((p.words, p.example) for p in (*outlets.SHOWN, *outlets.OURS, *pseudonyms.PATTERNS)),
    *((p.words, p.example) for p in checks.PATTERNS),
    *((w.words, w.example) for w in venues.BEFORE),
]


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("told (?:the|a) paper", {" paper"}),
        ("(?:harbour|port) (?:shut|closed)", {"harbour", "port"}),
        ("(?:un)?verified", {"verified"}),
        (r"[Ss]poke (?:\w+ )?to", {"spoke "}),
        (r"(?:said|\w+ed) it", {" it"}),
        ("comment|commented", {"comment"}),
        (r"\w+|x", set()),
        ("(?:a|b*)", set()),
    ],
)
def test_what_a_pattern_needs(words: str, letters: set[str]) -> None:
    assert needed(words) == letters


@pytest.mark.parametrize(("words", "example"), TABLES, ids=lambda x: x[:40])
def test_no_table_screens_out_its_examples(words: str, example: str) -> None:
    screened = Screened(words, re.IGNORECASE)
    assert screened.letters
    assert screened.may_fit(example.lower())
    assert not screened.may_fit("")


@given(
    st.sampled_from(["(?:ab|b)c+", "a(?:b|c){1,3}d?", "(?:a|bc)?[Bb]d", "[ab]c|dd", "(ab)*c"]),
    st.text("abcdAB", max_size=12),
)
def test_what_is_screened_out_does_not_match(words: str, text: str) -> None:
    screened = Screened(words)
    if screened.words.search(text):
        assert screened.may_fit(text.lower())
    assert bool(screened.search(text)) == bool(re.search(words, text))


def test_in_any_case() -> None:
    ways = any_case(["told him", "tip", r"saw\w*"])
    pattern = re.compile(rf"\b(?:{ways})\b")
    assert pattern.findall("He TOLD HIM. Tip; sAWn, told her") == ["TOLD HIM", "Tip", "sAWn"]
