"""What people hold of statements, beside what they hold of links."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "statement_judgements",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        *_texts("statement"),
        sa.Column("article_id", _TEXT, sa.ForeignKey("articles.id"), nullable=False),
        *_texts("verdict"),
        sa.Column("marked", _TEXT, nullable=True),
        *_texts("why", "author", "judged_at"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statement_judgements_article_id", "statement_judgements", ["article_id"])
    if op.get_bind().dialect.name == "postgresql":
        # The function is that of the judgements of links.
        op.execute(
            "CREATE TRIGGER statement_judgements_no_change"
            " BEFORE UPDATE OR DELETE OR TRUNCATE ON statement_judgements"
            " FOR EACH STATEMENT EXECUTE FUNCTION judgements_keep()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER statement_judgements_no_{change.lower()}"
            f" BEFORE {change} ON statement_judgements"
            " BEGIN SELECT RAISE(ABORT, 'judgements are never changed, only added'); END"
        )


def _texts(*names: str) -> list[Any]:
    return [sa.Column(name, _TEXT, nullable=False) for name in names]
