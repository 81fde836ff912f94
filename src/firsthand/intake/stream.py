"""The bytes of one input → its articles, by its format."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from firsthand.intake.credits import credits_of_text
from firsthand.intake.formats import HEAD, Format, format_of
from firsthand.intake.language import language_of
from firsthand.intake.options import IntakeOptions
from firsthand.intake.provenance import provenance
from firsthand.intake.text import decode, refuse_other_formats, title_of
from firsthand.model.article import Article, Found, Method, text_digest
from firsthand.model.errors import InputError

Items = Iterator[Article | InputError]
T = TypeVar("T")

BUFFER = 1 << 18
"""The beginning of a table tells its encoding, so the more of it the better."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known of an input before it is read. `id`: of its article, where it holds one alone.
    `suffix`: in small letters. `declared`: its encoding. `fetched`: when, if from a server."""

    name: str
    id: str | None = None
    suffix: str = ""
    url: str | None = None
    declared: str | None = None
    fetched: str | None = None


def articles_of_stream(stream: BinaryIO, opened: Opened, *, options: IntakeOptions) -> Items:
    """The articles of one input, each in English or refused. A list of feeds has none itself."""
    buffered = _buffered(stream)
    head = buffered.peek(HEAD)[:HEAD]
    name, fetched = opened.name, opened.fetched
    kind = format_of(head, suffix=opened.suffix)
    match kind:
        case Format.WARC | Format.WACZ:
            yield from _of_archive(buffered, kind, opened, options=options)
            return
        case Format.PARQUET:
            from firsthand.intake.parquet import articles_of_parquet

            if not buffered.seekable():
                problem = "is Parquet, which can't be read from a pipe"
                raise InputError(name, problem, "give its file name")
            found: Iterable[Article | InputError] = articles_of_parquet(
                buffered,
                name=name,
                max_bytes=options.max_bytes,
                chosen=options.columns,
                fetched=fetched,
            )
        case _:
            refuse_other_formats(head, name=name)
            found = _of_text_format(buffered, kind, opened, options=options)
    for article in found:
        yield in_english(article, name=name, options=options)


def _of_text_format(
    stream: io.BufferedReader, kind: Format, opened: Opened, *, options: IntakeOptions
) -> Iterable[Article | InputError]:
    name, fetched = opened.name, opened.fetched
    if kind is Format.JSONL:
        from firsthand.intake.jsonl import articles_of_jsonl

        return articles_of_jsonl(stream, name=name, max_bytes=options.max_bytes, fetched=fetched)
    if kind is Format.CSV:
        from firsthand.intake.csv_table import articles_of_csv

        return articles_of_csv(
            stream,
            name=name,
            max_bytes=options.max_bytes,
            chosen=options.columns,
            fetched=fetched,
        )
    data = _all(stream, name=name, most=options.max_bytes)
    if kind is Format.HTML:
        from firsthand.intake.html import article_of_html

        page = article_of_html(
            data,
            name=name,
            id=opened.id,
            url=opened.url,
            declared=opened.declared,
            fetched=fetched,
            options=options,
        )
        return [page]
    if kind is Format.FEED:
        from firsthand.intake.feed import articles_of_feed

        return articles_of_feed(data, name=name, options=options, fetched=fetched)
    if kind is Format.JSON:
        from firsthand.intake.json_document import articles_of_json

        return articles_of_json(data, name=name, options=options, fetched=fetched)
    if kind is Format.NEWSML:
        from firsthand.intake.newsml import articles_of_newsml

        return articles_of_newsml(data, name=name, options=options, fetched=fetched)
    if kind is Format.OPML:
        from firsthand.intake.opml import articles_of_opml

        return articles_of_opml(data, name=name, options=options)
    return [_of_text(data, opened)]


def _of_archive(
    stream: io.BufferedReader, kind: Format, opened: Opened, *, options: IntakeOptions
) -> Items:
    from firsthand.intake.tally import Tally
    from firsthand.intake.warc import articles_of_wacz, articles_of_warc

    tally = Tally()
    read = articles_of_wacz if kind is Format.WACZ else articles_of_warc
    items = read(stream, name=opened.name, options=options)
    yield from tally.counted(in_english(i, name=opened.name, options=options) for i in items)
    if options.tell:
        options.tell(tally.line(opened.name))


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream), BUFFER)


def _all(stream: BinaryIO, *, name: str, most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise InputError(name, f"holds more than {most:,} bytes", "split it, or give JSONL")
    return data


def _of_text(data: bytes, opened: Opened) -> Article:
    text = decode(data, name=opened.name, declared=opened.declared)
    title = title_of(text)
    found = Found(title=Method.TEXT if title else None, url=Method.ADDRESS if opened.url else None)
    return Article(
        id=opened.id or text_digest(text),
        text=text,
        title=title,
        url=opened.url,
        credits=credits_of_text(text),
        provenance=provenance(data, name=opened.name, found=found, fetched=opened.fetched),
    )


def in_english(item: Article | T, *, name: str, options: IntakeOptions) -> Article | InputError | T:
    """The item, an article in another language refused unless that is allowed."""
    if not isinstance(item, Article):
        return item
    language = item.language or language_of(item.text)
    if language not in (None, "en") and not options.force_language:
        problem = f"is not in English but in another language ({language})"
        place = (
            name if item.id in (Path(name).stem, text_digest(item.text)) else f"{name}, {item.id}"
        )
        return InputError(place, problem, "read it anyway with --force")
    return item if language == item.language else _spoken(item, language)


def _spoken(article: Article, language: str | None) -> Article:
    """The article in a language that its text tells."""
    kept = article.provenance
    if kept is not None:
        kept = replace(kept, found=replace(kept.found, language=Method.TEXT))
    return replace(article, language=language, provenance=kept)
