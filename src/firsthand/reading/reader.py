"""The reader: an article in, a reading out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from firsthand.model.article import Article, text_digest
from firsthand.model.reading import ReaderInfo, Reading
from firsthand.model.version import VERSION
from firsthand.reading.assemble import assemble
from firsthand.reading.decode import Attribution, Thresholds, attributions, batch
from firsthand.reading.sections import joined, sections
from firsthand.reading.windows import Pieces, Window, pieces, windows

WINDOWS = 16  # windows through the encoder at once: bounds the memory whatever the text


class Reader:
    """Reads articles. Loading takes the time, so make one and keep it; it may be shared by threads.

    `weights` is a folder with a trained model (None: the one that is installed with firsthand);
    `threads` the number of processor cores that one call may use (0: all).
    Raises WeightsError where the model is missing or damaged.
    """

    def __init__(self, weights: Path | None = None, *, threads: int = 0):
        from tokenizers import Tokenizer

        from firsthand.reading import weights as shipped
        from firsthand.reading.encoder import OnnxNetwork

        found = shipped.load(weights or shipped.BUNDLED)
        self._network = OnnxNetwork(found, threads=threads)
        self._tokenizer = Tokenizer.from_file(str(found.file("tokenizer.json")))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._thresholds = Thresholds(outer=found.outer, inner=found.inner, grow=found.grow)
        self.info = ReaderInfo("firsthand", VERSION, found.digest)

    def read(self, article: Article | str) -> Reading:
        """The reading of one article, or of a bare text (its id is then the text's digest)."""
        if isinstance(article, str):
            article = Article(text_digest(article), article)
        # a lone surrogate is no character that can be encoded: it is read as "?", in its place
        plain = article.text.encode("utf-8", "replace").decode("utf-8")
        if plain != article.text:
            return replace(self.read(replace(article, text=plain)), article=article)
        spans = sections(article.text)
        if len(spans) == 1:
            return self._section(article)
        parts = [
            (start, self._section(replace(article, text=article.text[start:end])))
            for start, end in spans
        ]
        return joined(article, parts, reader=self.info)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Readings in the order of the articles, one article in memory at a time."""
        return map(self.read, articles)

    def _section(self, article: Article) -> Reading:
        return assemble(article, self._find(article.text), reader=self.info)

    def _find(self, text: str) -> list[Attribution]:
        p = pieces(text, self._tokenizer)
        found: list[Attribution] = []
        for some in _batches(windows(len(p))):
            found.extend(self._decode(p, some))
        return found

    def _decode(self, p: Pieces, some: list[Window]) -> list[Attribution]:
        encoded = self._network.encode(*batch(p, some))
        return attributions(p, some, encoded, network=self._network, thresholds=self._thresholds)


def _batches(found: list[Window]) -> Iterator[list[Window]]:
    for start in range(0, len(found), WINDOWS):
        yield found[start : start + WINDOWS]
