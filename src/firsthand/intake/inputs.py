"""The door of intake: strings that name inputs → Articles, one at a time.

An input that can't be read is yielded as an InputError, so that the others go on.
"""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from firsthand.intake.formats import KINDS, NAMED_ONLY, READ, suffix_of
from firsthand.intake.options import IntakeOptions
from firsthand.intake.provenance import id_of
from firsthand.intake.stream import BUFFER, Items, Opened, articles_of_stream
from firsthand.model.errors import InputError

__all__ = ["IntakeOptions", "articles", "files"]

SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]+)://")


def articles(
    inputs: Iterable[str],
    *,
    options: IntakeOptions = IntakeOptions(),
) -> Items:
    """The articles of paths (files of the formats in formats.py, and directories of them), "-" and
    http(s) URLs, in the order of `inputs`, directories walked in sorted order; an InputError for
    each that can't be read. A language other than English is refused unless
    `options.force_language`."""
    for name in inputs:
        try:
            yield from _of_input(name, options)
        except InputError as error:
            yield error


def _of_input(name: str, options: IntakeOptions) -> Items:
    if name == "-":
        stream = options.stdin or sys.stdin.buffer
        yield from articles_of_stream(stream, Opened("standard input"), options=options)
    elif scheme := SCHEME.match(name):
        yield from _of_url(name, scheme.group(1).lower(), options)
    elif _is_directory(name):
        yield from _of_directory(Path(name), options)
    else:
        yield from _of_file(Path(name), options)


def _is_directory(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except ValueError:  # A NUL in the name.
        return False


def _of_url(url: str, scheme: str, options: IntakeOptions) -> Items:
    if scheme not in ("http", "https"):
        raise InputError(url, f"firsthand doesn't fetch {scheme}", "give an http or https address")
    from firsthand.intake.url import fetch

    page = fetch(url, options=options)
    ending = suffix_of(urlsplit(page.url).path)
    opened = Opened(
        url,
        id=id_of(page.url),
        suffix=ending if ending in NAMED_ONLY else "",
        url=page.url,
        declared=page.encoding,
        fetched=page.fetched,
    )
    yield from articles_of_stream(io.BytesIO(page.data), opened, options=options)


def _of_directory(directory: Path, options: IntakeOptions) -> Items:
    empty = True
    for path in files(directory):
        empty = False
        if isinstance(path, InputError):
            yield path
            continue
        try:
            yield from _of_file(path, options)
        except InputError as error:
            yield error
    if empty:
        advice = f"firsthand reads {KINDS}"
        raise InputError(str(directory), "is a directory without articles", advice)


def files(directory: Path) -> Iterator[Path | InputError]:
    """The readable files below, in sorted order; hidden ones and READMEs are no articles."""
    try:
        entries = sorted(directory.iterdir())
    except OSError as error:
        yield _unreadable(directory, error)
        return
    for path in entries:
        if path.name.startswith((".", "README")):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from files(path)
        elif path.name.lower().endswith(READ) and path.is_file():
            yield path


def _of_file(path: Path, options: IntakeOptions) -> Items:
    if "\0" in str(path):
        raise InputError(repr(str(path)), "is no path", "check the path")
    try:
        with path.open("rb", BUFFER) as stream:
            opened = Opened(str(path), id=path.stem, suffix=suffix_of(path.name))
            yield from articles_of_stream(stream, opened, options=options)
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(str(path), "no such file or directory", "check the path")
    if isinstance(error, PermissionError):
        return InputError(str(path), "may not be read", "check its permissions")
    return InputError(str(path), f"can't be read ({error.strerror or error})", "check the path")
