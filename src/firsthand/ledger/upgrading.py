"""Whose database it is, of which version; and the way from there to this one."""

import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from firsthand.ledger.tables import metadata
from firsthand.model.errors import LedgerError

# "fsth": SQLite's own place for saying whose file it is (offset 68 of the header).
APPLICATION_ID = 0x66737468
_MIGRATIONS = Path(__file__).parent / "migrations"
# Any number, the same in every process: whoever holds it migrates.
_LOCK = 0x66737468
_TRIES = 50


def prepare(engine: Engine, *, name: str, create: bool) -> None:
    """Makes the ledger, or brings an older one to this version, where that is needed.

    Nothing of another program's file or schema is touched. Raises LedgerError.
    """
    with engine.connect() as connection:
        if _standing(connection, name=name, create=create) != _revisions()[-1]:
            connection.rollback()
            _migrate(connection.execution_options(writes=True), name=name)
    if engine.dialect.name == "sqlite":
        _set_wal(engine)


def _standing(connection: Connection, *, name: str, create: bool) -> str | None:
    """The revision of the ledger that is there; None where there is nothing yet.

    Raises LedgerError where something else is there, or nothing and none is to be made.
    """
    ours, theirs = _whose(connection)
    if theirs:
        raise LedgerError(f"{name}: this is another program's database; give another place")
    if not ours:
        if not create:
            raise LedgerError(f"{name}: there is no ledger here; `firsthand add` makes one")
        return None
    revision = connection.scalar(text("SELECT version_num FROM firsthand_version"))
    if revision not in _revisions():
        raise LedgerError(
            f"{name}: this ledger is from a newer version of firsthand (its tables are "
            f"{str(revision)[:20]}, known are up to {_revisions()[-1]}); upgrade firsthand"
        )
    return str(revision)


def _whose(connection: Connection) -> tuple[bool, bool]:
    """Whether a ledger is there, and whether something of another program."""
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
        held = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
        ours = mark == APPLICATION_ID and "firsthand_version" in held
        return ours, not ours and bool(mark or held)
    # One query, so one moment: between two another process may make the ledger, and its tables
    # would be taken for another program's.
    query = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    held = set(connection.scalars(query))
    ours = "firsthand_version" in held
    return ours, not ours and not metadata.tables.keys().isdisjoint(held)


def _revisions() -> list[str]:
    return sorted(path.name[:4] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def _migrate(connection: Connection, *, name: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        # Another process may have made it while this one waited for the lock.
        if _standing(connection, name=name, create=True) == _revisions()[-1]:
            return
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        command.upgrade(config, "head")


def _set_wal(engine: Engine) -> None:
    # Outside of any transaction, and on the driver: SQLite refuses it inside one.
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        for left in reversed(range(_TRIES)):
            cursor.execute("PRAGMA journal_mode")
            if cursor.fetchone() == ("wal",):
                break
            try:
                cursor.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError:
                # SQLite doesn't wait for another process that switches at this moment.
                if not left:
                    raise
                time.sleep(0.1)
        cursor.close()
    finally:
        raw.close()
