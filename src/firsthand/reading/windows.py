"""Text to windows of word pieces: the arrays that the encoder reads.

Shapes: W windows, T word pieces a window (padded). A word piece has a half-open span of the text
and one feature id that restores what an uncased vocabulary throws away.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from firsthand.reading.segments import passages, quotations

CLS, SEP, PAD = 101, 102, 0
BLOCK = 20_000  # characters handed to the tokenizer at once, so that memory stays bounded
NEAR = 48  # pieces that a window may be longer or shorter by, to part between paragraphs
FEATURES = 32  # case (4) x quotation (4) x paragraph start (2)

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's word pieces, without special tokens: four arrays of one length N."""

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `first` to `last` (half-open) of a text, read together.

    `keep_first` to `keep_last` are those that this window sees best: every piece of the text is
    kept by exactly one window.
    """

    first: int
    last: int
    keep_first: int
    keep_last: int


def pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    blocks = list(_blocks(text))
    encoded = tokenizer.encode_batch([text[s:e] for s, e in blocks], add_special_tokens=False)
    ids, spans, starts_paragraph = [], [], []
    for (block_start, _), encoding in zip(blocks, encoded, strict=True):
        if not encoding.ids:
            continue
        ids.append(np.array(encoding.ids, np.int64))
        spans.append(np.array(encoding.offsets, np.int64).reshape(-1, 2) + block_start)
        flags = np.zeros(len(encoding.ids), np.int64)
        flags[0] = 1
        starts_paragraph.append(flags)
    if not ids:
        none = np.zeros(0, np.int64)
        return Pieces(none, none, none, none)
    at = np.concatenate(spans)
    features = _features(text, at[:, 0], at[:, 1], np.concatenate(starts_paragraph))
    return Pieces(np.concatenate(ids), at[:, 0], at[:, 1], features)


def windows(pieces: Pieces, *, length: int = 256, context: int = 16) -> list[Window]:
    """As few windows as can be, of at most `length` pieces with the two special tokens, each with
    `context` pieces of its neighbours. They part where a paragraph begins, if one does near an even
    share: a statement seldom goes beyond its paragraph."""
    count, size = len(pieces), length - 2
    if count <= size:
        return [Window(0, count, 0, count)] if count else []
    number = -(-(count - 2 * context) // (size - 2 * context))
    begins = np.flatnonzero(pieces.features & 1)
    borders = [0]
    for left in range(number, 1, -1):
        even = borders[-1] + round((count - borders[-1]) / left)
        most = borders[-1] + size - (2 if borders[-1] else 1) * context
        least = count - (left - 1) * (size - 2 * context) - context
        near = begins[(begins >= max(least, even - NEAR)) & (begins <= min(most, even + NEAR))]
        borders.append(
            int(min(near, key=lambda at: abs(at - even), default=min(max(even, least), most)))
        )
    borders.append(count)
    return [
        Window(max(0, a - context), min(count, b + context), a, b)
        for a, b in itertools.pairwise(borders)
    ]


def framed(pieces: Pieces, window: Window) -> tuple[Ints, Ints]:
    """ids, features (1, T) of one window, between [CLS] and [SEP].

    Windows go through the encoder one by one: in int8 a window's numbers would depend on those
    that it shares a batch with, and a batch is no faster on a processor.
    """
    ids = np.full((1, window.last - window.first + 2), SEP, np.int64)
    features = np.zeros_like(ids)
    ids[0, 0] = CLS
    ids[0, 1:-1] = pieces.ids[window.first : window.last]
    features[0, 1:-1] = pieces.features[window.first : window.last]
    return ids, features


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, the long ones parted at white space (or anywhere, where there is none)."""
    for start, end in passages(text):
        while end - start > BLOCK:
            cut = text.rfind(" ", start + BLOCK // 2, start + BLOCK)
            cut = cut if cut > start else start + BLOCK
            yield start, cut
            start = cut
        yield start, end


def _features(text: str, starts: Ints, ends: Ints, starts_paragraph: Ints) -> Ints:
    """Feature id of each piece: case * 8 + quotation * 2 + paragraph start.

    case: 0 lower or none, 1 capital first, 2 all capitals, 3 digit;
    quotation: 0 outside, 1 inside, 2 opening mark, 3 closing mark.
    """
    characters = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.int64)
    small = np.minimum(characters, 0xFFFF)
    upper = np.concatenate([[0], np.cumsum(_UPPER[small])])
    first_upper = _UPPER[small[starts]]
    all_upper = (upper[ends] - upper[starts] == ends - starts) & (ends - starts > 1)
    case = np.where(all_upper, 2, first_upper)
    case = np.where(_DIGIT[small[starts]], 3, case)
    quoted = np.zeros(len(text) + 1, np.int64)
    for start, end in quotations(text):
        quoted[start:end] = 1
        quoted[start] = 2
        quoted[end - 1] = 3 if end - start > 1 and not text[end - 1].isalnum() else 1
    return case * 8 + quoted[starts] * 2 + starts_paragraph


def _table(test: str) -> npt.NDArray[np.int64]:
    return np.array([getattr(chr(i), test)() for i in range(0x10000)], np.int64)


_UPPER = _table("isupper")
_DIGIT = _table("isdigit")
