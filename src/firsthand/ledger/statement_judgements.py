"""What people hold of statements: added, never changed; the newest counts, the others stay."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, false, func, insert, select

from firsthand.ledger.admission import keepable
from firsthand.ledger.rows import StatementJudgement, Verdict
from firsthand.ledger.tables import statement_judgements as table
from firsthand.model.contract import statement_from_json, statement_to_json


def write(connection: Connection, judged: Sequence[StatementJudgement]) -> None:
    rows = [_row(each) for each in judged]
    if rows:
        connection.execute(insert(table).inline(), rows)


def history(
    connection: Connection, article: str | None, *, newest: bool = False
) -> Iterator[StatementJudgement]:
    """Every judgement of an article's statements, or of all, in the order in which they were
    written; with `newest`, the last one of each statement."""
    query = select(table).order_by(table.c.number)
    if article is not None:
        query = query.where(table.c.article_id == article if keepable(article) else false())
    if newest:
        last = select(func.max(table.c.number)).group_by(table.c.statement)
        query = query.where(table.c.number.in_(last))
    for row in connection.execute(query):
        yield StatementJudgement(
            statement=row.statement,
            verdict=Verdict(row.verdict),
            marked=statement_from_json(json.loads(row.marked)) if row.marked else None,
            why=row.why,
            author=row.author,
            when=datetime.fromisoformat(row.judged_at),
        )


def _row(judged: StatementJudgement) -> dict[str, str | None]:
    marked = judged.marked
    return {
        "statement": judged.statement,
        "article_id": judged.article,
        "verdict": judged.verdict.value,
        "marked": json.dumps(statement_to_json(marked)) if marked else None,
        "why": judged.why,
        "author": judged.author,
        "judged_at": judged.when.astimezone(UTC).isoformat(timespec="microseconds"),
    }
