"""What is to be watched: a list of feeds (text or OPML), one feed, or a directory of articles; and
one visit to each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from firsthand.intake.feed import items_of_feed
from firsthand.intake.formats import IS_OPML
from firsthand.intake.inputs import articles, files
from firsthand.intake.opml import feeds_of_opml
from firsthand.intake.options import IntakeOptions
from firsthand.intake.polling import answered, failed
from firsthand.intake.stream import in_english
from firsthand.intake.text import decode
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from firsthand.model.watching import FeedState

ADDRESS = re.compile(r"(?i)https?://\S+")
LONGEST_ADDRESS = 600
"""Characters: what a database can index."""
SETTLED = 2.0
"""Seconds for which a file has to be left alone before it is read: it may still be written."""

Item = tuple[str, Article | InputError]
"""A key that an item keeps as long as its words stay what they are, and its article."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit gave. `state` counts when all items were read. `problem`: why there are no
    items (None: nothing went wrong). `unchanged`: the server says that nothing is new. `peace`: it
    wants to be left alone."""

    state: FeedState
    items: Iterator[Item]
    problem: str | None = None
    unchanged: bool = False
    peace: bool = False


def addresses(listed: str, *, options: IntakeOptions) -> list[str]:
    """The feeds' addresses in a list: a line each in a text file ("#" begins a remark), or OPML; an
    address alone is its own list. Raises InputError."""
    if ADDRESS.fullmatch(listed):
        return [listed]
    try:
        data = Path(listed).read_bytes()
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or "no path"
        advice = "give a text file with an address a line, OPML, or a directory"
        raise InputError(listed, f"can't be read ({problem.lower()})", advice) from None
    if IS_OPML.match(data[:4096].decode("latin-1").lstrip("\xef\xbb\xbf")):
        found = feeds_of_opml(data, name=listed, options=options)
    else:
        lines = decode(data, name=listed).splitlines()
        found = [line.split(" #")[0].strip() for line in lines if not line.lstrip().startswith("#")]
    for address in (found := [each for each in found if each]):
        if not ADDRESS.fullmatch(address):
            problem = f"holds {address[:80]!r}, which is no address"
            raise InputError(listed, problem, "write one http(s) URL a line")
        if len(address) > LONGEST_ADDRESS:
            problem = f"has an address of {len(address):,} characters"
            raise InputError(listed, problem, f"give one of {LONGEST_ADDRESS} at most")
    if not found:
        raise InputError(listed, "lists no feeds", "write one http(s) URL a line")
    return list(dict.fromkeys(found))


def visit(state: FeedState, *, now: datetime, every: timedelta, options: IntakeOptions) -> Visit:
    """Asks a feed what is new."""
    from firsthand.intake.url import ask

    address = state.moved or state.address
    try:
        answer = ask(address, etag=state.etag, modified=state.modified, options=options)
        after = answered(state, answer, now=now, every=every)
        if answer.status != 200:
            status = f"{answer.status} {answer.reason}".strip()
            problem = None if answer.status == 304 else f"the server answered {status}"
            return Visit(
                after,
                iter(()),
                problem,
                unchanged=answer.status == 304,
                peace=answer.status in (429, 503),
            )
        found = items_of_feed(answer.data, name=address, options=options, at=answer.fetched)
        items = [(key, in_english(item, name=address, options=options)) for key, item in found]
        return Visit(after, iter(items))
    except InputError as error:
        return Visit(failed(state, now=now, every=every), iter(()), error.problem)


def walk(directory: Path, *, now: float) -> Iterator[tuple[str, Path | InputError]]:
    """The files of a directory that may be articles and are no longer written to, each with a key
    that changes when the file does; an InputError for what can't be looked into. `now` in seconds
    since 1970 (infinity: every file)."""
    for path in files(directory):
        if isinstance(path, InputError):
            yield str(path), path
            continue
        try:
            found = path.stat()
        except OSError:  # Gone since the directory was read.
            continue
        if found.st_mtime <= now - SETTLED:
            yield f"{path.relative_to(directory)}\n{found.st_size}\n{found.st_mtime_ns}", path


def articles_of_file(path: Path, *, options: IntakeOptions) -> Iterator[Article | InputError]:
    return articles([str(path)], options=options)
