"""Which bytes an article came from, and how each of its fields was found. Articles that an older
version added have neither."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "provenance",
        _article(),
        *_texts("input"),
        *_texts("digest", "fetched", optional=True),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.create_table(
        "found",
        _article(),
        *_texts("field", "method"),
        sa.PrimaryKeyConstraint("article_id", "field"),
    )


def _article() -> sa.Column[str]:
    return sa.Column("article_id", _TEXT, sa.ForeignKey("articles.id"), nullable=False)


def _texts(*names: str, optional: bool = False) -> list[Any]:
    return [sa.Column(name, _TEXT, nullable=optional) for name in names]
