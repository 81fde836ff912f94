"""The article's text with its marks: nested, crossing, over the end of a paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.marks import Close, Mark, Open, Role, Token, Words, marks, paragraphs, tokens
from firsthand.model.reading import Reading


def drawn(text: str, *found: Mark) -> list[str]:
    """Paragraphs with marks as brackets; a mark that goes on begins with "+"."""
    ordered = sorted(found, key=lambda m: (m.span[0], -m.span[1]))
    return ["".join(map(_drawn, paragraph)) for paragraph in tokens(text, ordered)]


def _drawn(token: Token) -> str:
    if isinstance(token, Words):
        return token.text
    if isinstance(token, Close):
        return "]"
    return "[" if token.first else "[+"


def mark(start: int, end: int) -> Mark:
    return Mark((start, end), Role.CONTENT, f"{start}-{end}", None)


def test_inner_marks_lie_inside_outer_ones() -> None:
    assert drawn("he said she left", mark(0, 16), mark(8, 16), mark(0, 2)) == [
        "[[he] said [she left]]"
    ]


def test_marks_that_cross_are_closed_and_opened_again() -> None:
    assert drawn("one two three", mark(0, 7), mark(4, 13)) == ["[one [two]][+ three]"]


def test_a_mark_goes_on_in_the_next_paragraph() -> None:
    assert drawn("one two\n\nthree four", mark(4, 14)) == ["one [two]", "[+three] four"]


def test_lines_are_paragraphs_where_there_are_no_blank_ones() -> None:
    assert paragraphs("Head\nbody\nmore") == [(0, 4), (5, 9), (10, 14)]
    assert paragraphs("Head\nby me\n\nbody") == [(0, 10), (12, 16)]


def test_a_line_longer_than_a_screen_is_a_paragraph_of_its_own() -> None:
    body = "It had been shut since March, the port authority said in a notice to all mariners. " * 2
    assert drawn(f"Head\n\n{body}\n{body}") == ["Head", body, body]


def test_lines_wrapped_by_hand_are_joined_and_short_ones_are_kept() -> None:
    long = "a line that somebody wrapped by hand at eighty columns or so"
    assert drawn(f"{long}\n{long}\n\nLISK\nmonday") == [f"{long} {long}", "LISK\nmonday"]


def test_the_marks_of_a_reading_show_whose_they_are(reading: Reading) -> None:
    found = [(m.role.value, m.owner, m.source) for m in marks(reading)]
    assert found[:6] == [
        ("mention", "s2", "s2"),
        ("mention", "s1", "s1"),
        ("mention", "s2", "s2"),
        ("cue", "st1", "s2"),
        ("content", "st1", "s2"),
        ("mention", "s3", "s3"),
    ]
    assert ("check", "check1", "s1") in found


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text("ab \n", min_size=1, max_size=40))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    found = [mark(*sorted(span)) for span in draw(st.lists(spans, max_size=8))]
    kept = [m for m in found if m.span[0] < m.span[1]]
    return text, sorted(kept, key=lambda m: (m.span[0], -m.span[1]))


@given(texts())
def test_marks_always_nest_and_no_word_is_lost(given_: tuple[str, list[Mark]]) -> None:
    text, found = given_
    shown = list(tokens(text, found))
    assert [
        "".join(token.text for token in paragraph if isinstance(token, Words))
        for paragraph in shown
    ] == [text[start:end] for start, end in paragraphs(text)]
    for paragraph in shown:
        depth = 0
        for token in paragraph:
            depth += isinstance(token, Open) - isinstance(token, Close)
            assert depth >= 0
        assert depth == 0


@given(texts())
def test_each_mark_covers_exactly_its_words(given_: tuple[str, list[Mark]]) -> None:
    text, found = given_
    covered: dict[str, str] = {}
    for paragraph in tokens(text, found):
        stack: list[str] = []
        for token in paragraph:
            if isinstance(token, Open):
                stack.append(token.mark.owner)
            elif isinstance(token, Close):
                stack.pop()
            else:
                for owner in set(stack):
                    covered[owner] = covered.get(owner, "") + token.text
    for m in found:
        inside = [text[max(a, m.span[0]) : min(b, m.span[1])] for a, b in paragraphs(text)]
        assert covered.get(m.owner, "") == "".join(inside)
