"""Inputs to readings, one article at a time; what is refused is said at once and counted."""

from collections.abc import Iterable, Iterator
from itertools import chain

from firsthand.faces.output import complain
from firsthand.faces.progress import Progress
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from firsthand.model.reading import Reading

REFUSED = 1
"""Exit code when some inputs were refused."""


class Flow:
    """One run over inputs, on `threads` cores (0: all). `refused` counts the inputs that couldn't
    be read so far."""

    def __init__(
        self, inputs: Iterable[str], *, force: bool = False, quiet: bool = False, threads: int = 0
    ):
        self._inputs, self._force, self._threads = inputs, force, threads
        self.progress = Progress(quiet=quiet)
        self.refused = 0

    @property
    def code(self) -> int:
        return REFUSED if self.refused else 0

    def articles(self) -> Iterator[Article]:
        from firsthand.intake.inputs import articles
        from firsthand.intake.options import IntakeOptions

        for item in articles(self._inputs, options=IntakeOptions(force_language=self._force)):
            if isinstance(item, InputError):
                self.refuse(item)
            else:
                yield item

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The model loads when the first article is there, so that a mistyped name fails fast."""
        waiting = iter(articles)
        first = next(waiting, None)
        if first is None:
            return
        from firsthand.reading.reader import Reader

        try:
            for reading in Reader(threads=self._threads).read_many(chain([first], waiting)):
                self.progress.step(reading.article.id)
                yield reading
        finally:
            self.progress.clear()

    def refuse(self, error: InputError) -> None:
        self.progress.clear()
        self.refused += 1
        complain(error)
