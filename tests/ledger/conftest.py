"""Every test that takes `where` or `ledger` runs on SQLite and on PostgreSQL."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.ledger.store import Ledger

VARIABLE = "FIRSTHAND_TEST_POSTGRESQL"
SERVER = os.environ.get(VARIABLE)
ABSENT = f"{VARIABLE} names no server (postgresql://user:password@host/database)"


@pytest.fixture
def postgresql() -> Iterator[str]:
    """The URL of an empty schema of our own, gone afterwards."""
    if not SERVER:
        pytest.skip(ABSENT)
    import psycopg

    schema = f"ledger_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {schema}".encode())
        yield f"{SERVER}{'&' if '?' in SERVER else '?'}options=-csearch_path%3D{schema}"
        server.execute(f"DROP SCHEMA {schema} CASCADE".encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    return str(request.getfixturevalue("postgresql"))


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger.open(where) as opened:
        yield opened
