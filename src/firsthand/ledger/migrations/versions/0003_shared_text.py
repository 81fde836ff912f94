"""Shared text: the index of runs of words, and the pairs of articles that it found. And how many
articles hold a word, by its stem.

The tables start empty. The articles that are there are linked by the next `add` (copying.py).
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "article_shingles",
        sa.Column(
            "number",
            _NUMBER,
            sa.ForeignKey("articles.number"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("runs", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "article_runs",
        *(_key(name, kind) for name, kind in _RUNS),
        sa.PrimaryKeyConstraint("run", "rank", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies",
        *(_article(name) for name in ("article_id", "other_id")),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("containment", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "other_id"),
    )
    op.create_index("ix_copies_other_id", "copies", ["other_id"])
    op.create_table(
        "stem_counts",
        sa.Column("stem", _TEXT, primary_key=True),
        sa.Column("articles", sa.Integer, nullable=False),
    )


_RUNS = (("run", sa.BigInteger()), ("rank", sa.BigInteger()), ("number", _NUMBER))


def _key(name: str, kind: Any) -> sa.Column[int]:
    return sa.Column(name, kind, nullable=False, autoincrement=False)


def _article(name: str) -> sa.Column[str]:
    return sa.Column(name, _TEXT, sa.ForeignKey("articles.id"), nullable=False)
