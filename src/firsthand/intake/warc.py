"""WARC and WACZ → an Article an HTML answer, one at a time, with its address and the time of its
capture; damage is told, and counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from firsthand.intake.formats import IS_HTML
from firsthand.intake.html import article_of_html
from firsthand.intake.members import Bytes, Damaged
from firsthand.intake.metadata import is_iso
from firsthand.intake.options import IntakeOptions
from firsthand.intake.provenance import id_of
from firsthand.intake.warc_records import Raw, records
from firsthand.model.article import Article
from firsthand.model.errors import InputError

HTML = ("text/html", "application/xhtml+xml")
FRAME = 1 << 20
"""Bytes that the heads of a record may have beside its page."""
AGAIN = "get the file again"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that is no article, and why."""

    reason: str


def articles_of_warc(
    stream: Bytes, *, name: str, options: IntakeOptions
) -> Iterator[Article | InputError | Skipped]:
    """One item a record or stretch of damage. Raises InputError where the library is missing."""
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        advice = "pip install 'firsthand[warc]'"
        raise InputError(name, "is WARC, and fastwarc isn't installed", advice) from None
    found = records(stream, most=options.max_bytes + FRAME)
    for number, raw in enumerate(found, 1):
        place = f"{name}, record {number}"
        if isinstance(raw, Damaged):
            yield InputError(place, str(raw), AGAIN)
            continue
        try:
            yield _article(raw, ArchiveIterator, place=place, options=options)
        except InputError as error:
            yield error


def articles_of_wacz(
    stream: BinaryIO, *, name: str, options: IntakeOptions
) -> Iterator[Article | InputError | Skipped]:
    """The same for every WARC file in a WACZ package. Raises InputError for a broken package."""
    if not stream.seekable():
        raise InputError(name, "is WACZ, which can't be read from a pipe", "give its file name")
    try:
        with ZipFile(stream) as package:
            inner = [n for n in package.namelist() if n.endswith((".warc", ".warc.gz"))]
            if not inner:
                raise InputError(name, "is a package without WARC files", "give a WACZ")
            for path in inner:
                yield from _of_package(package, path, name=name, options=options)
    except BadZipFile as error:
        problem = f"is a package that can't be opened ({str(error)[:80]})"
        raise InputError(name, problem, AGAIN) from None


def _of_package(
    package: ZipFile, path: str, *, name: str, options: IntakeOptions
) -> Iterator[Article | InputError | Skipped]:
    place = f"{name}, {path.rpartition('/')[2]}"
    try:
        with package.open(path) as stream:
            yield from articles_of_warc(stream, name=place, options=options)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        problem = f"is damaged inside its package ({str(error)[:80]})"
        yield InputError(place, problem, AGAIN)


def _article(raw: Raw, iterator: Any, *, place: str, options: IntakeOptions) -> Article | Skipped:
    if raw.data is None:
        problem = f"holds {raw.size:,} bytes, more than {options.max_bytes:,}"
        raise InputError(place, problem, "save its page and read that")
    try:
        record = next(iterator(BytesIO(raw.data), parse_http=True, auto_decode="all"), None)
    except OSError as error:
        raise InputError(place, f"is no WARC record ({str(error)[:80]})", AGAIN) from None
    if record is None:
        raise InputError(place, "is no WARC record", AGAIN)
    if (kind := str(record.record_type)) != "response":
        return Skipped(f"of type {kind}")
    if record.http_headers is None or record.http_headers.status_code is None:
        return Skipped("no answer of a web server")
    if record.http_headers.status_code != 200:
        return Skipped("answers other than 200")
    kind = record.http_content_type
    if kind is not None and kind.lower() not in HTML:
        return Skipped("not HTML")
    address = record.headers.get("WARC-Target-URI", "").strip("<> ") or None
    shown = f"{place} ({address})" if address else place
    data = _payload(record, raw.data, iterator, place=shown, most=options.max_bytes)
    if kind is None and not IS_HTML.match(data[:4096].decode("latin-1")):
        return Skipped("not HTML")
    date = record.headers.get("WARC-Date", "")
    try:
        return article_of_html(
            data,
            name=place,
            id=id_of(address),
            url=address,
            declared=record.http_charset,
            fetched=date if is_iso(date) else None,
            options=options,
        )
    except InputError as error:
        raise InputError(shown, error.problem, error.advice) from None


def _payload(record: Any, raw: bytes, iterator: Any, *, place: str, most: int) -> bytes:
    """The page's bytes, codings of HTTP undone; as they stand where they only claim to be coded,
    which is how some archives store them."""
    try:
        data = record.reader.read(most + 1)
    except OSError:
        plain = next(iterator(BytesIO(raw), parse_http=True, auto_decode="none"))
        data = plain.reader.read(most + 1)
        if not IS_HTML.match(data[:4096].decode("latin-1")):
            problem = "has a body whose coding is broken or unknown"
            raise InputError(place, problem, "save its page and read that") from None
    if len(data) > most:
        raise InputError(place, f"holds more than {most:,} bytes", "save its page and read that")
    return bytes(data)
