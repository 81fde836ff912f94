"""What statements say to have happened: a row a field, and by which rules an article's were made.

The tables start empty. The articles that are there get their rows with the next `add`, or when
somebody searches by a field (happened.py).
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "event_fields",
        sa.Column("statement_id", _TEXT, sa.ForeignKey("statements.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("article_id", _TEXT, sa.ForeignKey("articles.id"), nullable=False),
        *_columns(_TEXT, "field", "value", "value_words"),
        *_columns(_TEXT, "part", optional=True),
        *_columns(sa.Integer(), "span_start", "span_end", optional=True),
        *_columns(_TEXT, "first_day", "last_day", "grain", optional=True),
        *_columns(sa.Double(), "least", "most", optional=True),
        *_columns(_TEXT, "unit", optional=True),
        sa.PrimaryKeyConstraint("statement_id", "position"),
    )
    op.create_index("ix_event_fields_article_id", "event_fields", ["article_id"])
    op.create_index("ix_event_fields_first_day", "event_fields", ["first_day"])
    op.create_table(
        "article_events",
        sa.Column(
            "number",
            _NUMBER,
            sa.ForeignKey("articles.number"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("rules", sa.Integer, nullable=False),
    )


def _columns(kind: Any, *names: str, optional: bool = False) -> list[Any]:
    return [sa.Column(name, kind, nullable=optional) for name in names]
