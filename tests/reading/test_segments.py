"""Paragraphs, sentences and quotations of a text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading.segments import paragraphs, quotations, sentences


def words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[s:e] for s, e in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The port is shut,” she said.", ["“The port is shut,”"]),
        (
            '"The port is shut," she said. "It stays shut."',
            ['"The port is shut,"', '"It stays shut."'],
        ),
        ("«The port is shut», she said.", ["«The port is shut»"]),
        ("‘The port is shut,’ she said.", ["‘The port is shut,’"]),
        ("The port's gate wasn't shut, she said.", []),
        ('"It goes on\n\n"and ends here," she said.', ['"It goes on', '"and ends here,"']),
        ('A 6" pipe burst.', []),
        ("„Der Hafen“ is his name for it.", ["„Der Hafen“"]),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert words(text, quotations(text)) == found


def test_a_sentence_does_not_end_at_a_title_or_inside_a_quotation() -> None:
    text = "Gov. Ana Reyes spoke. “It is shut. It stays shut,” she said.\n\nThe U.S. agreed."
    assert words(text, sentences(text)) == [
        "Gov. Ana Reyes spoke.",
        "“It is shut. It stays shut,” she said.",
        "The U.S. agreed.",
    ]


@given(st.text(alphabet=st.sampled_from("MB. \n\"“”‘’'«»,\u2028\u00a0\u3000é")))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    for found in (paragraphs(text), quotations(text), sentences(text)):
        assert all(0 <= s < e <= len(text) for s, e in found)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))


def test_a_list_of_quotations_is_the_callers_own() -> None:
    text = "“The sheds were empty,” she said."
    quotations(text).clear()
    assert quotations(text) == [(0, 23)]
