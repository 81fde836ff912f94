"""When a feed is asked again, and where: pure rules on what its server answered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from firsthand.intake.metadata import host
from firsthand.intake.url import Answer
from firsthand.model.watching import FeedState

LONGEST_BACKOFF = timedelta(days=1)
LONGEST_WAIT = timedelta(days=7)
"""A server may ask for more; a feed that isn't heard of for longer is forgotten by its readers."""
LOST = 3
"""Errors in a row at an address that a feed has moved to, after which the old one is tried."""


def due(state: FeedState, *, now: datetime) -> bool:
    return state.not_before is None or state.not_before <= now


def answered(state: FeedState, answer: Answer, *, now: datetime, every: timedelta) -> FeedState:
    """The state after this answer, its items read."""
    if answer.status in (200, 304):
        moved = answer.moved or state.moved
        fresh = answer.status == 200
        return replace(
            state,
            # A 304 may leave out what it was asked with.
            etag=answer.etag if fresh else answer.etag or state.etag,
            modified=answer.modified if fresh else answer.modified or state.modified,
            moved=None if moved == state.address else moved,
            not_before=_later(now, answer.wait),
            errors=0,
            gone=False,
        )
    if answer.status == 410:
        # Nobody comes back from there, save by mistake.
        return replace(state, gone=True, errors=state.errors + 1, not_before=now + LONGEST_WAIT)
    return failed(state, now=now, every=every, wait=answer.wait)


def failed(
    state: FeedState, *, now: datetime, every: timedelta, wait: float | None = None
) -> FeedState:
    """The state after an error: twice as long is waited each time, and as long as the server
    wants at least. `wait` in seconds."""
    errors = state.errors + 1
    backoff = now + min(every * 2 ** min(errors, 20), LONGEST_BACKOFF)
    asked = _later(now, wait)
    lost = state.moved is not None and errors >= LOST
    return replace(
        state,
        errors=errors,
        not_before=max(backoff, asked) if asked else backoff,
        moved=None if lost else state.moved,
        etag=None if lost else state.etag,
        modified=None if lost else state.modified,
    )


def in_turn(states: Iterable[FeedState]) -> Iterator[FeedState]:
    """The feeds with one of every host before the second of any, so that no host is asked twice
    in a row while another one is left."""
    waiting: dict[str | None, list[FeedState]] = {}
    for state in states:
        waiting.setdefault(host(state.moved or state.address), []).append(state)
    while waiting:
        for name in list(waiting):
            yield waiting[name].pop(0)
            if not waiting[name]:
                del waiting[name]


def _later(now: datetime, wait: float | None) -> datetime | None:
    return now + min(timedelta(seconds=wait), LONGEST_WAIT) if wait else None
