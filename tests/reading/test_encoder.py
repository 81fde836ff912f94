"""The network gives the same numbers on every processor."""

import numpy as np

from firsthand.reading.reader import Reader
from firsthand.reading.windows import framed, pieces, windows

TEXT = (
    "“We never saw the letter,” Mara Holt told the Lantern on Tuesday, and added that nobody at "
    "the ministry had."
)
MEANT = "860ff5cf620a9092", [6.25, -4.27, -6.02, 4.95, -2.12, -5.57]
"""A model, and what its integers make of the text's last word, without any sum cut off."""
CLOSE = 0.15  # processors differ by a hundredth; sums cut off at 16 bits by 0.36


def test_no_sum_of_the_integer_products_is_cut_off() -> None:
    reader = Reader(threads=1)
    p = pieces(TEXT, reader._tokenizer)
    cues = reader._network.encode(*framed(p, windows(p)[0])).cues[0]
    digest, last = MEANT
    assert reader.info.model == digest, "other weights: write their numbers into MEANT"
    assert np.abs(cues[-3] - last).max() < CLOSE
