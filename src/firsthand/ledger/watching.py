"""What `watch` remembers: feeds and their items, and the claims that somebody has looked at."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, delete, select, text

from firsthand.ledger.admission import replaced
from firsthand.ledger.tables import claims, feeds, judgements, links, seen_items
from firsthand.model.trace import Standing
from firsthand.model.watching import FeedState

_AT_A_TIME = 500


def read_feed(connection: Connection, address: str) -> FeedState | None:
    row = connection.execute(select(feeds).where(feeds.c.address == address)).one_or_none()
    if row is None:
        return None
    return FeedState(
        address=row.address,
        etag=row.etag,
        modified=row.modified,
        moved=row.moved,
        not_before=datetime.fromisoformat(row.not_before) if row.not_before else None,
        errors=row.errors,
        gone=bool(row.gone),
    )


def write_feed(connection: Connection, state: FeedState, *, present: Collection[str]) -> None:
    """In place of what was kept of this feed. `present`: the keys of its items; of those that it no
    longer has nothing need be remembered (none given: all stay)."""
    before = state.not_before
    _put(
        connection,
        feeds,
        {
            "address": state.address,
            "etag": _kept(state.etag),
            "modified": _kept(state.modified),
            "moved": _kept(state.moved),
            "not_before": before.astimezone(UTC).isoformat(timespec="seconds") if before else None,
            "errors": state.errors,
            "gone": int(state.gone),
            "visited_at": _now(),
        },
    )
    if present:
        items = {_digest(key) for key in present}
        query = select(seen_items.c.item).where(seen_items.c.address == state.address)
        left = sorted(set(connection.scalars(query)) - items)
        for start in range(0, len(left), _AT_A_TIME):
            part = left[start : start + _AT_A_TIME]
            here = seen_items.c.address == state.address
            connection.execute(delete(seen_items).where(here, seen_items.c.item.in_(part)))


def was_seen(connection: Connection, address: str, key: str) -> bool:
    query = select(seen_items.c.item).where(
        seen_items.c.address == address, seen_items.c.item == _digest(key)
    )
    return connection.scalar(query) is not None


def see(connection: Connection, address: str, key: str) -> None:
    _put(connection, seen_items, {"address": address, "item": _digest(key), "seen_at": _now()})


def write_claim(connection: Connection, standing: Standing) -> None:
    """In place of how the claim stood before."""
    words = replaced(standing.claim)
    _put(
        connection,
        claims,
        {
            "id": _digest(words),
            "text": words,
            "articles": _list(standing.articles),
            "origins": _list(replaced(name) for name in standing.origins),
            "support": standing.support,
            "denial": standing.denial,
            "at_least": standing.at_least,
            "at_most": standing.at_most,
            "looked_at": _now(),
        },
    )


def read_claims(connection: Connection) -> Iterator[Standing]:
    """Those that were looked at, by their words."""
    for row in connection.execute(select(claims).order_by(claims.c.text)):
        yield Standing(
            claim=row.text,
            articles=frozenset(json.loads(row.articles)),
            origins=frozenset(json.loads(row.origins)),
            support=row.support,
            denial=row.denial,
            at_least=row.at_least,
            at_most=row.at_most,
        )


def judged_claims(connection: Connection) -> list[str]:
    """The claims on which people judged a link, whether or not they are among those kept."""
    query = select(links.c.claim).join(judgements, judgements.c.link == links.c.id).distinct()
    return sorted(connection.scalars(query))


def _put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """The row in place of the one with its key, also beside another process that writes it."""
    key = [column.name for column in table.primary_key]
    changed = ", ".join(f"{name} = excluded.{name}" for name in row if name not in key)
    connection.execute(
        text(
            f"INSERT INTO {table.name} ({', '.join(row)})"
            f" VALUES ({', '.join(f':{name}' for name in row)})"
            f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}"
        ),
        dict(row),
    )


def _list(names: Iterable[str]) -> str:
    return json.dumps(sorted(names), ensure_ascii=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _kept(value: str | None) -> str | None:
    return None if value is None else replaced(value)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
