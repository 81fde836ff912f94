"""The door of intake: strings that name inputs → Articles, one at a time.

An input that can't be read is yielded as an InputError, so that the others go on.
"""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from firsthand.intake.credits import credits_of_text
from firsthand.intake.feed import articles_of_feed
from firsthand.intake.formats import HEAD, KINDS, READ, Format, format_of
from firsthand.intake.html import article_of_html
from firsthand.intake.jsonl import articles_of_jsonl
from firsthand.intake.language import language_of
from firsthand.intake.options import IntakeOptions
from firsthand.intake.text import decode, refuse_other_formats, title_of
from firsthand.model.article import Article, text_digest
from firsthand.model.errors import InputError

__all__ = ["IntakeOptions", "articles"]

Found = Iterator[Article | InputError]

SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]+)://")


def articles(
    inputs: Iterable[str],
    *,
    options: IntakeOptions = IntakeOptions(),
) -> Found:
    """The articles of paths (text, HTML, feed, JSONL, directory), "-" and http(s) URLs, in the
    order of `inputs`, directories walked in sorted order; an InputError for each that can't be
    read. A language other than English is refused unless `options.force_language`."""
    for name in inputs:
        try:
            yield from _of_input(name, options)
        except InputError as error:
            yield error


def _of_input(name: str, options: IntakeOptions) -> Found:
    if name == "-":
        stream = options.stdin or sys.stdin.buffer
        yield from _of_stream(stream, name="standard input", id=None, suffix="", options=options)
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


def _of_url(url: str, scheme: str, options: IntakeOptions) -> Found:
    if scheme not in ("http", "https"):
        raise InputError(url, f"firsthand doesn't fetch {scheme}", "give an http or https address")
    from firsthand.intake.url import fetch

    page = fetch(url, options=options)
    yield from _of_stream(
        io.BytesIO(page.data),
        name=url,
        id=None,
        suffix="",
        options=options,
        url=page.url,
        declared=page.encoding,
    )


def _of_directory(directory: Path, options: IntakeOptions) -> Found:
    empty = True
    for path in _files(directory):
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


def _files(directory: Path) -> Iterator[Path | InputError]:
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
                yield from _files(path)
        elif path.suffix.lower() in READ and path.is_file():
            yield path


def _of_file(path: Path, options: IntakeOptions) -> Found:
    if "\0" in str(path):
        raise InputError(repr(str(path)), "is no path", "check the path")
    try:
        with path.open("rb") as stream:
            yield from _of_stream(
                stream, name=str(path), id=path.stem, suffix=path.suffix.lower(), options=options
            )
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(str(path), "no such file or directory", "check the path")
    if isinstance(error, PermissionError):
        return InputError(str(path), "may not be read", "check its permissions")
    return InputError(str(path), f"can't be read ({error.strerror or error})", "check the path")


def _of_stream(
    stream: BinaryIO,
    *,
    name: str,
    id: str | None,
    suffix: str,
    options: IntakeOptions,
    url: str | None = None,
    declared: str | None = None,
) -> Found:
    buffered = _buffered(stream)
    head = buffered.peek(HEAD)[:HEAD]
    refuse_other_formats(head, name=name)
    match format_of(head, suffix=suffix):
        case Format.JSONL:
            found = articles_of_jsonl(buffered, name=name, max_bytes=options.max_bytes)
        case Format.FEED:
            data = _all(buffered, name=name, most=options.max_bytes)
            found = articles_of_feed(data, name=name, options=options)
        case Format.HTML:
            data = _all(buffered, name=name, most=options.max_bytes)
            page = article_of_html(
                data, name=name, id=id, url=url, declared=declared, options=options
            )
            found = iter([page])
        case Format.TEXT:
            data = _all(buffered, name=name, most=options.max_bytes)
            text = decode(data, name=name, declared=declared)
            found = iter([_of_text(text, id=id, url=url)])
    for article in found:
        yield _in_english(article, name=name, options=options)


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream))


def _all(stream: BinaryIO, *, name: str, most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise InputError(name, f"holds more than {most:,} bytes", "split it, or give JSONL")
    return data


def _of_text(text: str, *, id: str | None, url: str | None) -> Article:
    return Article(
        id=id or text_digest(text),
        text=text,
        title=title_of(text),
        url=url,
        credits=credits_of_text(text),
    )


def _in_english(
    item: Article | InputError, *, name: str, options: IntakeOptions
) -> Article | InputError:
    if isinstance(item, InputError):
        return item
    language = item.language or language_of(item.text)
    if language not in (None, "en") and not options.force_language:
        problem = f"is not in English but in another language ({language})"
        place = (
            name if item.id in (Path(name).stem, text_digest(item.text)) else f"{name}, {item.id}"
        )
        return InputError(place, problem, "read it anyway with --force")
    return item if language == item.language else replace(item, language=language)
