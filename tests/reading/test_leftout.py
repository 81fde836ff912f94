"""What is no statement though the network takes it for one."""

import pytest

from firsthand.model.span import Span
from firsthand.reading.decode import Attribution
from firsthand.reading.leftout import left_out, released


def place(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "out"),
    [
        ("The port declined to comment.", "The port", "declined", "to comment", True),
        ("Hale declined to comment on the fire.", "Hale", "declined", "to comment on the fire", True),
        ("Hale has not commented on the fire.", "Hale", "has not commented on", "the fire", True),
        ("Aides are not commenting publicly on it.", "Aides", "are not commenting publicly on", "it", True),
        ("Hale commented on the fire.", "Hale", "commented on", "the fire", False),
        ("Hale declined to say who lit it.", "Hale", "declined to say", "who lit it", False),
        ("Hale refused to leave.", "Hale", "refused", "to leave", False),
    ],
)  # fmt: skip
def test_that_nobody_commented_is_no_statement(
    text: str, source: str, cue: str, content: str, out: bool
) -> None:
    a = Attribution(place(text, cue), place(text, source), (place(text, content),), 0.9)
    assert left_out(text, a, [a], sentences=[(0, len(text))]) is out


@pytest.mark.parametrize(
    ("content", "inside", "out"),
    [("the cracks", True, True), ("that it cracked", True, False), ("the cracks", False, False)],
)
def test_what_somebody_saw_is_a_statement_of_what_they_know_at_most(
    content: str, inside: bool, out: bool
) -> None:
    text = f"“I didn’t see {content},” Hale said."
    a = Attribution(place(text, "didn’t see"), (1, 2), (place(text, content),), 0.9, inside)
    assert left_out(text, a, [a], sentences=[(0, len(text))]) is out


@pytest.mark.parametrize(
    ("content", "out"),
    [("Brann to protect him", True), ("Brann", True), ("Brann a liar", False), ("a halt", False)],
)
def test_a_name_that_is_given_is_no_claim(content: str, out: bool) -> None:
    text = f"Tidewater is calling {content}."
    a = Attribution(place(text, "is calling"), place(text, "Tidewater"), (place(text, content),), 1)
    assert left_out(text, a, [a], sentences=[(0, len(text))]) is out


def test_what_stood_inside_something_left_out_stands_by_itself() -> None:
    text = "Tidewater reported that it leaked, citing two officials."
    inner = Attribution(
        place(text, "reported"),
        place(text, "Tidewater"),
        (place(text, "that it leaked"),),
        0.9,
        True,
    )
    outer = Attribution(
        place(text, "citing"), place(text, "two officials"), (place(text, text[:33]),), 0.6
    )
    assert released(text, [inner], [inner, outer])[0].inside is False
    assert released(text, [inner, outer], [inner, outer])[0].inside is True
