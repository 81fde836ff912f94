"""One round over what is watched: ask, read what is new, keep it, and remember."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.faces.output import complain
from firsthand.faces.wording import moment
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from firsthand.model.watching import FeedState

if TYPE_CHECKING:
    from firsthand.intake.linked import LinkedPages
    from firsthand.intake.options import IntakeOptions
    from firsthand.ledger.store import Ledger
    from firsthand.linking.following import Gain
    from firsthand.reading.reader import Reader

PAUSE = 2.0
"""Seconds between two questions to one host."""


@dataclass(frozen=True, slots=True)
class New:
    """An article that wasn't in the ledger before."""

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    statements: int


@dataclass(slots=True)
class Round:
    """What came of one round. `left`: feeds that aren't to be asked yet; `failed`: feeds that gave
    an error; `refused`: items that couldn't be read."""

    when: datetime
    asked: int = 0
    unchanged: int = 0
    left: int = 0
    failed: int = 0
    refused: int = 0
    new: list[New] = field(default_factory=list)


class Watching:
    """Visits to feeds and directories on behalf of one ledger. `pages`: of an item the page is read
    that it links to, where that may be fetched. `clock` gives the time in UTC; `sleep` waits for
    seconds."""

    def __init__(
        self,
        store: "Ledger",
        *,
        options: "IntakeOptions",
        every: timedelta,
        pages: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._store, self._options, self._every = store, options, every
        self._clock, self._sleep = clock, sleep
        self._asked_at: dict[str | None, datetime] = {}
        self._reader: Reader | None = None
        self._pages = self._linked() if pages else None

    def round(self, feeds: Sequence[str]) -> Round:
        """One visit to each feed that may be asked."""
        from firsthand.intake.metadata import host
        from firsthand.intake.polling import due, in_turn

        done = Round(self._clock())
        if self._pages is not None:
            self._pages.forget()
        states = [self._store.feed(address) or FeedState(address) for address in feeds]
        held: set[str | None] = set()
        for state in in_turn(states):
            at = host(state.moved or state.address)
            if at in held or not due(state, now=self._clock()):
                done.left += 1
                continue
            self._pause(at)
            if self._visit(state, done):
                held.add(at)
        return done

    def directory(self, path: Path, *, settled: bool) -> Round:
        """One walk through a directory; `settled`: every file is read, also one that may still be
        written."""
        from firsthand.intake.watched import articles_of_file, walk

        done = Round(self._clock())
        address = f"directory {path.resolve()}"
        now = float("inf") if settled else self._clock().timestamp()
        present = []
        for key, file in walk(path, now=now):
            present.append(key)
            if self._store.was_seen(address, key):
                continue
            if isinstance(file, InputError):
                self._take(file, done)
            else:
                done.asked += 1
                for item in articles_of_file(file, options=self._options):
                    self._take(item, done)
            self._store.see(address, key)
        self._store.keep_feed(FeedState(address), present=present)
        return done

    def gains(self, done: Round) -> "Iterator[Gain]":
        """The claims that somebody has looked at and that gained something; how each stands now is
        kept when it is asked for the next."""
        from firsthand.linking.following import gains, standing
        from firsthand.linking.trace import trace

        if not done.new:
            return
        overruled = self._store.overruled()
        known = self._store.claims()
        for gain in gains(known, self._store, new=[n.id for n in done.new], overruled=overruled):
            yield gain
            self._store.look_at(gain.after)
        # One that was judged before claims were kept is followed from here on.
        for claim in set(self._store.judged_claims()) - {each.claim for each in known}:
            self._store.look_at(standing(trace(claim, self._store, overruled=overruled)))

    def _visit(self, state: FeedState, done: Round) -> bool:
        """Whether the server wants to be left alone, with all of its feeds."""
        from firsthand.intake.watched import visit

        now = self._clock()
        found = visit(state, now=now, every=self._every, options=self._options)
        done.asked += 1
        done.unchanged += found.unchanged
        if found.state.moved and found.state.moved != state.moved:
            complain(f"{state.address}: has moved for good to {found.state.moved}; asked there now")
        present = []
        for key, item in found.items:
            present.append(key)
            if not self._store.was_seen(state.address, key):
                self._take(self._whole(item), done)
                self._store.see(state.address, key)
        # Only now: an ETag kept before its items were would lose those behind an interruption.
        self._store.keep_feed(found.state, present=present)
        if found.problem:
            done.failed += 1
            complain(f"{state.address}: {found.problem}; {_what_next(found.state)}")
        return found.peace

    def _linked(self) -> "LinkedPages":
        from firsthand.intake.linked import LinkedPages

        return LinkedPages(self._options, pause=self._pause)

    def _whole(self, item: Article | InputError) -> Article | InputError:
        """The page that the item links to; the item itself where there is none to be read."""
        from firsthand.intake.feed import Textless

        if self._pages is None or not isinstance(item, Article | Textless) or not item.url:
            return item
        if isinstance(item, Article) and self._store.has(item):
            return item
        try:
            return self._pages.of(item.url, item if isinstance(item, Article) else None)
        except InputError as error:
            if isinstance(item, Textless):
                return error
            complain(f"{error}; what the feed has of it is read instead")
            return item

    def _pause(self, host: str | None) -> None:
        now = self._clock()
        last = self._asked_at.get(host)
        if last is not None and (left := PAUSE - (now - last).total_seconds()) > 0:
            self._sleep(left)
        self._asked_at[host] = self._clock()

    def _take(self, item: Article | InputError, done: Round) -> None:
        """Reads and keeps an article that isn't there yet."""
        if isinstance(item, InputError):
            done.refused += 1
            complain(item)
            return
        if self._store.has(item):
            return
        if self._reader is None:
            from firsthand.reading.reader import Reader

            self._reader = Reader()
        reading = self._reader.read(item)
        try:
            added = self._store.add(reading)
        except InputError as error:
            done.refused += 1
            complain(error)
            return
        if added:
            done.new.append(
                New(
                    id=self._store.find(item) or item.id,
                    title=item.title,
                    publisher=item.publisher,
                    url=item.url,
                    published=item.published,
                    statements=len(reading.statements),
                )
            )


def _what_next(state: FeedState) -> str:
    if state.gone:
        return "it won't come back, so take it off the list"
    when = f"asked again after {moment(state.not_before)}" if state.not_before else ""
    row = f" ({state.errors} errors in a row)" if state.errors > 1 else ""
    return when + row
