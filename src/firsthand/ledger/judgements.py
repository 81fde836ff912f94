"""What people hold of links: added, never changed; the newest counts, the others stay readable."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, false, func, insert, select

from firsthand.ledger.admission import keepable
from firsthand.ledger.rows import LinkJudgement
from firsthand.ledger.tables import judgements
from firsthand.model.trace import Judgement


def write(connection: Connection, judged: LinkJudgement) -> None:
    connection.execute(
        insert(judgements).values(
            link=judged.link,
            judgement=judged.judgement.value,
            why=judged.why,
            author=judged.author,
            judged_at=judged.when.astimezone(UTC).isoformat(timespec="microseconds"),
        )
    )


def history(connection: Connection, link: str | None) -> Iterator[LinkJudgement]:
    """Every judgement of a link, or of all, in the order in which they were written."""
    query = select(judgements).order_by(judgements.c.number)
    if link is not None:
        query = query.where(judgements.c.link == link if keepable(link) else false())
    for row in connection.execute(query):
        yield LinkJudgement(
            link=row.link,
            judgement=Judgement(row.judgement),
            why=row.why,
            author=row.author,
            when=datetime.fromisoformat(row.judged_at),
        )


def newest(connection: Connection) -> dict[str, Judgement]:
    """The judgement that counts, by link: the one written last, whatever the clocks said. In the
    order in which they were written."""
    last = select(func.max(judgements.c.number)).group_by(judgements.c.link)
    query = (
        select(judgements.c.link, judgements.c.judgement)
        .where(judgements.c.number.in_(last))
        .order_by(judgements.c.number)
    )
    return {row.link: Judgement(row.judgement) for row in connection.execute(query)}
