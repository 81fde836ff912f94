"""What is remembered of a feed, or of a directory that is watched, from one visit to the next."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FeedState:
    """`address` as the list of feeds gives it; `moved` is where the feed is asked since it moved
    for good. `etag` and `modified` are what its server said last. `not_before`, in UTC: it is left
    alone until then (None: it may be asked). `errors` counts those since the last success. `gone`:
    its server said that it won't come back."""

    address: str
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None
    not_before: datetime | None = None
    errors: int = 0
    gone: bool = False
