"""What people give to a page, into the ledger: a pasted text, an address, a file."""

import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING

from firsthand.faces.wording import clean
from firsthand.model.article import Article, text_digest
from firsthand.model.errors import FirsthandError, InputError

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger
    from firsthand.reading.reader import Reader

MOST_BYTES = 10_000_000
"""Of a file or a page that is added here; `firsthand add` takes more."""
MOST_CHARACTERS = 1_000_000
MOST_ARTICLES = 200
"""Of one file."""
AT_ONCE = 2
"""Texts that are read side by side; who comes then waits `PATIENCE` seconds."""
PATIENCE = 20.0


class Busy(FirsthandError):
    """The user's: too much is being read just now."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who adds an article says of it; "" is unknown."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that is in the ledger now. `new`: it wasn't before."""

    id: str
    title: str | None
    new: bool


@dataclass(frozen=True, slots=True)
class Added:
    kept: tuple[Kept, ...]
    refused: tuple[str, ...]


class Adding:
    """May be shared by threads. The model is loaded when it is first needed."""

    def __init__(self, store: "Ledger"):
        self._store = store
        self._reader: Reader | None = None
        self._loading = Lock()
        self._places = BoundedSemaphore(AT_ONCE)

    def text(self, text: str, given: Given = Given()) -> Added:
        if len(text) > MOST_CHARACTERS:
            problem = f"has {len(text):,} characters; here are {MOST_CHARACTERS:,} at most"
            return Added((), (f"the text: {problem}; use firsthand add",))
        data = text.encode("utf-8", "replace")
        return self._add(self._articles("-", stdin=io.BytesIO(data)), given)

    def address(self, url: str, given: Given = Given()) -> Added:
        wanted = url.strip()
        if not re.match(r"(?i)https?://", wanted):
            return Added((), (f"{clean(wanted)[:200]}: give an http or https address",))
        return self._add(self._articles(wanted), replace(given, url=""))

    def file(self, name: str, data: bytes, given: Given = Given()) -> Added:
        with TemporaryDirectory() as folder:
            path = os.path.join(folder, plain_name(name))
            with open(path, "wb") as file:
                file.write(data)
            found = self._add(self._articles(path), given)
        return replace(
            found, refused=tuple(r.replace(path, plain_name(name)) for r in found.refused)
        )

    def _articles(
        self, name: str, *, stdin: io.BytesIO | None = None
    ) -> Iterator[Article | InputError]:
        from firsthand.intake.inputs import articles
        from firsthand.intake.options import IntakeOptions

        return articles([name], options=IntakeOptions(stdin=stdin, max_bytes=MOST_BYTES))

    def _add(self, found: Iterator[Article | InputError], given: Given) -> Added:
        if not self._places.acquire(timeout=PATIENCE):
            raise Busy("other articles are being read just now; try again in a minute")
        try:
            kept: list[Kept] = []
            refused: list[str] = []
            for item in found:
                if len(kept) + len(refused) == MOST_ARTICLES:
                    refused.append(
                        f"the rest: here are {MOST_ARTICLES} articles at most; use firsthand add"
                    )
                    break
                try:
                    if isinstance(item, InputError):
                        raise item
                    kept.append(self._keep(_told(item, given)))
                except InputError as error:
                    refused.append(clean(str(error)))
            return Added(tuple(kept), tuple(refused))
        finally:
            self._places.release()

    def _keep(self, article: Article) -> Kept:
        there = self._store.find(article)
        if there is not None:
            return Kept(there, article.title, new=False)
        self._store.add(self._loaded().read(article))
        return Kept(self._store.find(article) or article.id, article.title, new=True)

    def _loaded(self) -> "Reader":
        from firsthand.reading.reader import Reader

        with self._loading:
            if self._reader is None:
                # A core is left for whoever looks at pages meanwhile.
                self._reader = Reader(threads=max(1, (os.cpu_count() or 1) - 1))
            return self._reader


def plain_name(name: str) -> str:
    """The name of a file without any folder, in letters, digits, dots and dashes."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    return re.sub(r"[^\w.-]+", "-", last).lstrip(".")[-100:] or "article"


def _told(article: Article, given: Given) -> Article:
    """The article, with what somebody says of it where it is silent itself; the title is theirs."""
    return replace(
        article,
        id=given.id or article.id or text_digest(article.text),
        title=clean(given.title) or article.title,
        publisher=article.publisher or clean(given.publisher) or None,
        published=article.published or given.published.strip() or None,
        url=article.url or given.url.strip() or None,
    )
