"""The reader: an article in, a reading out."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from firsthand.model.article import Article, text_digest
from firsthand.model.reading import ReaderInfo, Reading
from firsthand.model.version import VERSION
from firsthand.reading.assemble import assemble
from firsthand.reading.capitals import cased
from firsthand.reading.decode import (
    Attribution,
    Calibration,
    Thresholds,
    attributions,
)
from firsthand.reading.network import Encoded
from firsthand.reading.sections import joined, sections
from firsthand.reading.viterbi import Ints
from firsthand.reading.windows import Window, framed, pieces, windows

Encode = Callable[[Sequence[tuple[Ints, Ints]]], Iterator[Encoded]]


AHEAD = 2  # articles that wait for each core
WINDOWS = 16  # windows whose arrays are held at once: bounds the memory whatever the text


class Reader:
    """Reads articles. Loading takes the time, so make one and keep it; it may be shared by threads.

    `weights` is a folder with a trained model (None: the one that is installed with firsthand);
    `threads` the number of processor cores that reading may use (0: all).
    Raises WeightsError where the model is missing or damaged.
    """

    def __init__(self, weights: Path | None = None, *, threads: int = 0):
        from tokenizers import Tokenizer

        from firsthand.reading import weights as shipped
        from firsthand.reading.encoder import OnnxNetwork

        found = shipped.load(weights or shipped.BUNDLED)
        self._threads = threads or os.cpu_count() or 1
        self._network = OnnxNetwork(found)
        self._tokenizer = Tokenizer.from_file(str(found.file("tokenizer.json")))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._thresholds = Thresholds(
            outer=found.outer, inner=found.inner, sourceless=found.sourceless, grow=found.grow
        )
        self._calibration = Calibration(**found.calibration)
        self.info = ReaderInfo("firsthand", VERSION, found.digest)

    def read(self, article: Article | str) -> Reading:
        """The reading of one article, or of a bare text (its id is then the text's digest)."""
        return self._read(article, self._spread)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Readings in the order of the articles, a few articles in memory at a time.

        Each core reads an article of its own; the encoder holds no lock.
        """
        read = partial(self._read, encode=self._encode)
        if self._threads == 1:
            yield from map(read, articles)
            return
        with ThreadPoolExecutor(self._threads) as pool:
            waiting: deque[Future[Reading]] = deque()
            try:
                for article in articles:
                    waiting.append(pool.submit(read, article))
                    if len(waiting) > AHEAD * self._threads:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:  # whoever stops asking must not wait for what is left
                for future in waiting:
                    future.cancel()

    def _read(self, article: Article | str, encode: Encode) -> Reading:
        if isinstance(article, str):
            article = Article(text_digest(article), article)
        # a lone surrogate is no character that can be encoded: it is read as "?", in its place;
        # a text in capitals is read in small letters
        plain = cased(article.text.encode("utf-8", "replace").decode("utf-8"))
        if plain != article.text:
            return replace(self._read(replace(article, text=plain), encode), article=article)
        spans = sections(article.text)
        if len(spans) == 1:
            return self._section(article, encode)
        parts = [
            (start, self._section(replace(article, text=article.text[start:end]), encode))
            for start, end in spans
        ]
        return joined(article, parts, reader=self.info)

    def _section(self, article: Article, encode: Encode) -> Reading:
        return assemble(article, self._find(article.text, encode), reader=self.info)

    def _find(self, text: str, encode: Encode) -> list[Attribution]:
        p = pieces(text, self._tokenizer)
        found: list[Attribution] = []
        for some in batched(windows(p), WINDOWS):
            found += attributions(
                p,
                some,
                list(encode([framed(p, w) for w in some])),
                network=self._network,
                thresholds=self._thresholds,
                calibration=self._calibration,
            )
        return found

    def _encode(self, some: Sequence[tuple[Ints, Ints]]) -> Iterator[Encoded]:
        return (self._network.encode(ids, features) for ids, features in some)

    def _spread(self, some: Sequence[tuple[Ints, Ints]]) -> Iterator[Encoded]:
        """The same, dealt out to the cores."""
        if len(some) == 1 or self._threads == 1:
            return self._encode(some)
        with ThreadPoolExecutor(self._threads) as pool:
            return pool.map(self._network.encode, *zip(*some, strict=True))


def batched(found: Sequence[Window], size: int) -> Iterator[Sequence[Window]]:
    for start in range(0, len(found), size):
        yield found[start : start + size]
