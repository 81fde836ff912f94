"""What others published of claims: added, never changed."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from firsthand.ledger.tables import reviews
from firsthand.model.review import Review


def write(connection: Connection, found: Sequence[Review]) -> list[Review]:
    """Adds those that aren't there, and returns them."""
    there = set(read(connection))
    new = [each for each in dict.fromkeys(found) if each not in there]
    if new:
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        connection.execute(insert(reviews), [asdict(each) | {"added_at": now} for each in new])
    return new


def read(connection: Connection) -> list[Review]:
    rows = connection.execute(select(reviews).order_by(reviews.c.number))
    return [Review(r.claim, r.rating, r.author, r.url, r.published) for r in rows]
