"""The spaCy component: `nlp.add_pipe("firsthand")` gives every Doc its statements.

spaCy imports this file by its entry point whenever a pipeline is made, wanted or not: so it does
nothing until the component is asked for.
"""

import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from firsthand.faces.narrowing import confident
from firsthand.faces.spacy_doc import DocCheck, DocReading, DocSource, DocStatement, on_doc
from firsthand.model.article import Article, text_digest
from firsthand.model.contract import reading_from_json, reading_to_json
from firsthand.model.errors import UsageError
from firsthand.model.reading import Reading

if TYPE_CHECKING:
    from firsthand.reading.reader import Reader


class Firsthand:
    """Reads each Doc's text as it is, and keeps the reading on the Doc.

    `threads` and `min_confidence` are those of `firsthand.Reader` and `firsthand read`. The model
    loads with the first Doc, once; several threads may use one component.
    """

    def __init__(self, *, threads: int = 0, min_confidence: float = 0.0):
        self._threads, self._least = threads, min_confidence
        self._lock = Lock()
        self._reader: Reader | None = None

    def __call__(self, doc: Doc) -> Doc:
        return self._kept(doc, self.reader.read(_article(doc)))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:
        """The same for many, in their order; `batch_size` is for the reader to choose."""
        waiting: deque[Doc] = deque()

        def articles() -> Iterator[Article]:
            for doc in stream:
                waiting.append(doc)
                yield _article(doc)

        for reading in self.reader.read_many(articles()):
            yield self._kept(waiting.popleft(), reading)

    @property
    def reader(self) -> "Reader":
        with self._lock:
            if self._reader is None:
                from firsthand.reading.reader import Reader

                self._reader = Reader(threads=self._threads)
            return self._reader

    def __reduce__(self) -> tuple[Callable[[], "Firsthand"], tuple[()]]:
        """Another process (`n_process`) loads the model itself."""
        return partial(Firsthand, threads=self._threads, min_confidence=self._least), ()

    def _kept(self, doc: Doc, reading: Reading) -> Doc:
        doc._.firsthand = reading_to_json(confident(reading, least=self._least))
        return doc


def _article(doc: Doc) -> Article:
    return Article(text_digest(doc.text), doc.text)


# What a Doc keeps is the JSON, which goes wherever Docs go (`to_bytes`, DocBin, other processes, a
# copy); spans are made when they are asked for, on whatever tokens the Doc has by then.


def _laid(doc: Doc) -> DocReading:
    row: dict[str, Any] | None = doc._.firsthand
    return on_doc(doc, reading_from_json(row)) if row else DocReading((), (), ())


def sources(doc: Doc) -> tuple[DocSource, ...]:
    return _laid(doc).sources


def statements(doc: Doc) -> tuple[DocStatement, ...]:
    return _laid(doc).statements


def checks(doc: Doc) -> tuple[DocCheck, ...]:
    return _laid(doc).checks


def extend() -> None:
    """Declare `doc._.firsthand`, `sources`, `statements` and `checks`.

    Raises UsageError when one of the names has been declared by somebody else.
    """
    _declare("firsthand", getter=None)
    for getter in (sources, statements, checks):
        _declare(getter.__name__, getter=getter)


def _declare(name: str, *, getter: Callable[[Doc], Any] | None) -> None:
    if not Doc.has_extension(name):
        Doc.set_extension(name, **({"getter": getter} if getter else {"default": None}))
    elif Doc.get_extension(name) != (None, None, getter, None):
        raise UsageError(
            f"doc._.{name} is declared by something else; "
            f'take it back with Doc.remove_extension("{name}") before adding firsthand'
        )


def make(nlp: Language, name: str, threads: int, min_confidence: float) -> Firsthand:
    """The factory behind `nlp.add_pipe("firsthand", config={...})`.

    Raises UsageError for a value that can't be meant.
    """
    if threads < 0:
        raise UsageError(f"{name}: threads is {threads}; set it to 1 or more, or to 0 for all")
    if not 0 <= min_confidence <= 1:
        raise UsageError(f"{name}: min_confidence is {min_confidence}; set it between 0 and 1")
    if nlp.lang not in ("en", "xx"):
        warnings.warn(
            f"{name}: the reader has learnt from English only; this pipeline is for {nlp.lang!r}",
            stacklevel=2,
        )
    extend()
    return Firsthand(threads=threads, min_confidence=min_confidence)


Language.factory(
    "firsthand",
    default_config={"threads": 0, "min_confidence": 0.0},
    assigns=["doc._.firsthand", "doc._.sources", "doc._.statements", "doc._.checks"],
    func=make,
)
