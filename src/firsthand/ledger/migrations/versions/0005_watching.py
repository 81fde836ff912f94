"""Feeds that are watched, the items that were seen of them, and the claims that somebody has looked
at, as they stood then."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "feeds",
        *_texts("address"),
        *_texts("etag", "modified", "moved", "not_before", optional=True),
        *_ints("errors", "gone"),
        *_texts("visited_at"),
        sa.PrimaryKeyConstraint("address"),
    )
    op.create_table(
        "seen_items",
        *_texts("address", "item", "seen_at"),
        sa.PrimaryKeyConstraint("address", "item"),
    )
    op.create_table(
        "claims",
        *_texts("id", "text", "articles", "origins"),
        *_ints("support", "denial", "at_least", "at_most"),
        *_texts("looked_at"),
        sa.PrimaryKeyConstraint("id"),
    )


def _texts(*names: str, optional: bool = False) -> list[Any]:
    return [sa.Column(name, _TEXT, nullable=optional) for name in names]


def _ints(*names: str) -> list[Any]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]
