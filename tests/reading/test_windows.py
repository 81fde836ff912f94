"""Word pieces and windows."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from firsthand.reading import weights
from firsthand.reading.windows import Pieces, pieces, windows

TOKENIZER = Tokenizer.from_file(str(weights.BUNDLED / "tokenizer.json"))
TOKENIZER.no_padding()
TOKENIZER.no_truncation()


def features(text: str) -> list[tuple[str, int, int, int]]:
    """Of each piece its words, case, quotation and paragraph start."""
    p = pieces(text, TOKENIZER)
    rows = zip(p.starts.tolist(), p.ends.tolist(), p.features.tolist(), strict=True)
    return [(text[s:e], f // 8, f // 2 % 4, f % 2) for s, e, f in rows]


def test_pieces_keep_case_quotation_and_paragraph() -> None:
    assert features("UN says\n“It 7”") == [
        ("UN", 2, 0, 1),
        ("says", 0, 0, 0),
        ("“", 0, 2, 1),
        ("It", 1, 1, 0),
        ("7", 3, 1, 0),
        ("”", 0, 3, 0),
    ]


def test_a_text_without_words_has_no_pieces() -> None:
    assert len(pieces(" \n\n ", TOKENIZER)) == 0
    assert windows(pieces("", TOKENIZER)) == []


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_unicode_text_has_pieces_inside_it(text: str) -> None:
    p: Pieces = pieces(text, TOKENIZER)
    assert ((p.starts >= 0) & (p.starts <= p.ends) & (p.ends <= len(text))).all()


def paragraphs(*lengths: int) -> Pieces:
    """Pieces of paragraphs of these lengths."""
    features = np.concatenate([[1] + [0] * (n - 1) for n in lengths])
    empty = np.zeros(len(features), np.int64)
    return Pieces(empty, empty, empty, features)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=40))
def test_every_piece_is_kept_by_exactly_one_window(lengths: list[int]) -> None:
    found = windows(paragraphs(*lengths))
    assert [w.keep_first for w in found] == [0, *(w.keep_last for w in found[:-1])]
    assert found[-1].keep_last == sum(lengths)
    assert all(w.first <= w.keep_first < w.keep_last <= w.last for w in found)
    assert all(w.last - w.first <= 254 for w in found)


def test_windows_part_between_paragraphs() -> None:
    first, second = windows(paragraphs(100, 70, 90, 120))
    assert (first.keep_last, second.keep_first) == (170, 170)
    assert (first.last, second.first) == (186, 154)


def test_a_long_paragraph_is_parted_evenly() -> None:
    assert [w.keep_first for w in windows(paragraphs(400))] == [0, 200]
