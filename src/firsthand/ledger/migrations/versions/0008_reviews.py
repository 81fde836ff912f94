"""What others published of claims: fact-checks."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "reviews",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("claim", "rating", "author")),
        sa.Column("url", _TEXT, nullable=True),
        sa.Column("published", _TEXT, nullable=True),
        sa.Column("added_at", _TEXT, nullable=False),
        sqlite_autoincrement=True,
    )
