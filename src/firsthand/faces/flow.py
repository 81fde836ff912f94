"""Inputs to readings, one article at a time; what is refused is said at once and counted."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from firsthand.faces.output import complain
from firsthand.faces.progress import Progress
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from firsthand.model.reading import Reading

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
REFUSED = 1
"""Exit code when some inputs were refused."""


class Flow:
    """One run over inputs. `refused` counts the inputs that couldn't be read so far. `columns` are
    those of tables, by field; `quiet`: no progress; `told`: what became of an archive's records is
    said at its end; `threads` is the number of cores to read with (0: all)."""

    def __init__(
        self,
        inputs: Iterable[str],
        *,
        force: bool = False,
        quiet: bool = False,
        told: bool | None = None,
        columns: Mapping[str, str] = NO_COLUMNS,
        threads: int = 0,
    ):
        self._inputs, self._force, self._columns = inputs, force, columns
        self._threads = threads
        self._told = not quiet if told is None else told
        self.progress = Progress(quiet=quiet)
        self.refused = 0

    @property
    def code(self) -> int:
        return REFUSED if self.refused else 0

    def articles(self) -> Iterator[Article]:
        from firsthand.intake.inputs import articles
        from firsthand.intake.options import IntakeOptions

        options = IntakeOptions(
            force_language=self._force,
            columns=self._columns,
            tell=self._tell if self._told else None,
        )
        for item in articles(self._inputs, options=options):
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

    def _tell(self, line: str) -> None:
        self.progress.clear()
        complain(line)

    def refuse(self, error: InputError) -> None:
        self.progress.clear()
        self.refused += 1
        complain(error)
