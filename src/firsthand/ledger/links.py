"""Links as traces showed them: added once, never changed. A judgement names one by its id, and
this says what that was, whatever later traces make of the texts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, select, text

from firsthand.ledger.admission import replaced
from firsthand.ledger.rows import ShownLink
from firsthand.ledger.tables import links
from firsthand.model.trace import Judgement, LinkKind

_ASKED = 500
"""Ids in one query; SQLite takes no more than 999 values in its older builds."""


def unknown(connection: Connection, shown: Iterable[ShownLink]) -> list[ShownLink]:
    """Those that aren't kept yet, each once."""
    wanted = list({link.id: link for link in shown}.values())
    known: set[str] = set()
    for at in range(0, len(wanted), _ASKED):
        ids = [link.id for link in wanted[at : at + _ASKED]]
        known.update(connection.scalars(select(links.c.id).where(links.c.id.in_(ids))))
    return [link for link in wanted if link.id not in known]


def write(connection: Connection, shown: Sequence[ShownLink]) -> None:
    """What another process has written in the meantime stays."""
    shown_at = datetime.now(UTC).isoformat(timespec="seconds")
    rows = [_row(link, shown_at) for link in shown]
    names = list(rows[0]) if rows else []
    query = text(
        f"INSERT INTO links ({', '.join(names)}) VALUES ({', '.join(f':{n}' for n in names)})"
        " ON CONFLICT (id) DO NOTHING"
    )
    if rows:
        connection.execute(query, rows)


def read(connection: Connection, prefix: str) -> Iterator[ShownLink]:
    """Those whose id begins so, in the order in which they were first shown."""
    query = select(links).where(links.c.id.startswith(prefix, autoescape=True))
    for row in connection.execute(query.order_by(links.c.number)):
        yield ShownLink(
            id=row.id,
            kind=LinkKind(row.kind),
            source=row.source,
            target=row.target,
            judgement=Judgement(row.judgement),
            reason=row.reason,
            claim=row.claim,
        )


def _row(link: ShownLink, shown_at: str) -> dict[str, str]:
    return {
        "id": link.id,
        "kind": link.kind.value,
        "source": link.source,
        "target": replaced(link.target),
        "judgement": link.judgement.value,
        "reason": replaced(link.reason),
        "claim": replaced(link.claim),
        "shown_at": shown_at,
    }
