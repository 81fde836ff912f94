"""Links as traces showed them, so that people can name one and see later what it was."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "links",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        *_texts("id", "kind", "source", "target", "judgement", "reason", "claim", "shown_at"),
        sa.UniqueConstraint("id"),
    )


def _texts(*names: str) -> list[Any]:
    return [sa.Column(name, _TEXT, nullable=False) for name in names]
