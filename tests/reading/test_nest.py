"""From attributions to drafts: what is whose, and what is nobody's."""

from dataclasses import replace

import pytest

from firsthand.model.span import Span
from firsthand.reading.decode import Attribution
from firsthand.reading.nest import drafts
from firsthand.reading.segments import quotations, sentences


def place(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def found(
    text: str, source: str | None, cue: str, content: str, *, inside: bool = False
) -> Attribution:
    where = place(text, source) if source else None
    return Attribution(place(text, cue), where, (place(text, content),), 0.9, inside)


def made(text: str, *given: Attribution) -> list[tuple[str | None, str | None, str, int | None]]:
    """Source, cue, first content and parent of each draft."""

    def words(span: Span | None) -> str | None:
        return text[slice(*span)] if span else None

    return [
        (words(d.mention), words(d.cue), text[slice(*d.content[0])], d.parent)
        for d in drafts(text, given, quotations(text), sentences(text))
    ]


def test_a_content_that_ends_a_quotation_begins_it_too() -> None:
    text = "“They left by night. We know that they ran. If so, they are far,” Hale said."
    assert made(
        text,
        found(text, "We", "know", "that they ran", inside=True),
        found(text, "Hale", "said", "If so, they are far,”"),
    ) == [
        ("Hale", "said", "“They left by night. We know that they ran. If so, they are far,”", None),
        ("We", "know", "that they ran", 0),
    ]


def test_but_not_over_what_another_statement_has() -> None:
    text = "“Brann says it leaked. We sailed,” the mate said."
    assert made(
        text,
        found(text, "Brann", "says", "it leaked"),
        found(text, "the mate", "said", "We sailed,”"),
    ) == [("Brann", "says", "it leaked", None), ("the mate", "said", "We sailed,”", None)]


def test_a_cue_cut_in_two_by_a_surer_content_is_none() -> None:
    text = "Many take the old quarrel personally."
    sure = found(text, "Many", "take", "the old quarrel")
    cut = replace(found(text, "Many", "quarrel personally", "the old"), confidence=0.5)
    assert made(text, sure, cut) == [("Many", "take", "the old quarrel", None)]


def test_quoted_as_saying_is_one() -> None:
    text = "“It leaked,” he is quoted by Tidewater as saying."
    quoted = found(text, "he", "is quoted", "“It leaked,”")
    saying = replace(found(text, "he", "saying", "“It leaked,”"), confidence=0.5)
    assert made(text, quoted, saying) == [("he", "saying", "“It leaked,”", None)]


def test_words_that_stand_in_nobodys_words_are_nobodys() -> None:
    text = "The sign read “We believe that it floats” for years."
    assert made(text, found(text, "We", "believe", "that it floats", inside=True)) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "who", "as_cue"),
    [
        ("It is believed that he ran.", "It", "is believed", "that he ran", None, "is believed"),
        ("It said that he ran.", "It", "said", "that he ran", "It", "said"),
        ("“He ran,” said Ana Reyes.", "Reyes", "Ana", "“He ran,”", "Ana Reyes", "said"),
        ("They were told that he ran.", "They", "were told", "that he ran", None, "were told"),
        ("They told us that he ran.", "They", "told", "that he ran", "They", "told"),
        ("Nobody said that he ran.", "Nobody", "said", "that he ran", None, "said"),
        (
            "The navy had no firm evidence to suggest that he ran.",
            "no firm evidence", "to suggest", "that he ran", None, "no firm evidence to suggest",
        ),
        ("The evidence suggests that he ran.", "The evidence", "suggests", "that he ran",
         "The evidence", "suggests"),
    ],
)  # fmt: skip
def test_nobody_and_nothing_are_no_sources(
    text: str, source: str, cue: str, content: str, who: str | None, as_cue: str
) -> None:
    assert made(text, found(text, source, cue, content)) == [(who, as_cue, content, None)]
