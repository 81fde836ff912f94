"""From a path or URL to a ledger of this version, or to one line that says why not."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from firsthand.ledger.upgrading import prepare
from firsthand.model.errors import LedgerError

_HEADER = b"SQLite format 3\0"
_POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")
_WAIT_S = 30


def open_engine(where: str | Path, *, create: bool) -> tuple[Engine, str]:
    """An engine on a ledger at this version, made or migrated where that is needed; and what to
    call it in messages.

    Nothing of another program's file or schema is touched. Raises LedgerError.
    """
    url = _postgresql_url(where)
    if url is None:
        path, name = Path(where), _shown(Path(where))
        if problem := _path_problem(path, create=create):
            raise LedgerError(f"{name}: {problem}")
        engine = _sqlite_engine(path)
    else:
        engine, name = _postgresql_engine(url), _name_of(url)
    try:
        with told(name):
            prepare(engine, name=name, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine, name


def _name_of(url: URL) -> str:
    """How a database is called in messages: without its password."""
    return url.set(query={}).render_as_string(hide_password=True)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turns what a database says into one line. Raises LedgerError."""
    try:
        yield
    except DBAPIError as error:
        said = (str(error.orig).strip().splitlines() or ["no reason given"])[0]
        raise LedgerError(f"{name}: the database says: {said}; {_advice(said)}") from error


@contextmanager
def durable(connection: Connection) -> Iterator[None]:
    """What is committed inside is on the disk, also when the power fails (SQLite; PostgreSQL does
    so anyway). Has to stand around the transaction."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.cursor()
    driver.execute("PRAGMA synchronous=FULL")
    try:
        yield
    finally:
        driver.execute("PRAGMA synchronous=NORMAL")
        driver.close()


def _advice(said: str) -> str:
    if "locked" in said:
        return "another program is writing to it; try again when that has ended"
    if "not a database" in said or "malformed" in said:
        return "it is damaged or another program's; give another file, or a copy of this one"
    if "readonly" in said or "unable to open" in said:
        return "make the file and its folder writable, or give another place"
    if "disk is full" in said or "No space" in said:
        return "make room on the disk, then go on: what was added is kept"
    return "see to that and try again"


def _postgresql_url(where: str | Path) -> URL | None:
    if isinstance(where, Path) or "://" not in where:
        return None
    scheme = where.split("://", 1)[0]
    wanted = "give a file name, or postgresql://user:password@host/database"
    if scheme not in _POSTGRESQL:
        raise LedgerError(f"{scheme}://…: no ledger is kept there; {wanted}")
    try:
        return make_url(where).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        # The URL isn't repeated: what can't be parsed may hold a password anywhere.
        raise LedgerError(f"{scheme}://…: not a well-formed URL; {wanted}") from error


def _path_problem(path: Path, *, create: bool) -> str | None:
    folder = path.absolute().parent
    try:
        there = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        there = None
    except PermissionError:
        return _no_permission(folder)
    except (OSError, ValueError):
        return "no file can have this name; give another"
    if there and stat.S_ISDIR(there.st_mode):
        return "this is a folder; give the name of a file"
    if there and not stat.S_ISREG(there.st_mode):
        return "this is no ordinary file; give the name of one"
    if there and there.st_size:
        return _file_problem(path)
    return _nothing_problem(folder, create=create)


def _nothing_problem(folder: Path, *, create: bool) -> str | None:
    if not create:
        return "there is no ledger here; `firsthand add --ledger FILE INPUT…` makes one"
    if not folder.is_dir():
        return f"there is no folder {_shown(folder)}; make it first"
    return None if os.access(folder, os.W_OK) else _no_permission(folder)


def _file_problem(path: Path) -> str | None:
    for place in (path, path.absolute().parent):
        if not os.access(place, os.R_OK | os.W_OK):
            return _no_permission(place)
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            return "this isn't a ledger (no SQLite file at all); give another file"
    return None


def _no_permission(place: Path) -> str:
    return f"no permission for {_shown(place)}; make it writable, or give another place"


def _shown(path: Path) -> str:
    # A name may hold line ends and worse; a message is one line.
    return str(path) if str(path).isprintable() else ascii(str(path))


def _sqlite_engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())), connect_args={"timeout": _WAIT_S}
    )
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _on_sqlite_connect(connection: sqlite3.Connection, _record: Any) -> None:
    # Left to itself, the driver begins transactions late and ends them early; we begin them.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=NORMAL")
    # Up to 256 MB: an article is looked up, and stored, at a hundred places of a large index.
    connection.execute("PRAGMA cache_size=-262144")
    # 64 MB: these places are written once for many articles and not once for each.
    connection.execute("PRAGMA wal_autocheckpoint=16384")


def _on_sqlite_begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another has written.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql_engine(url: URL) -> Engine:
    try:
        return create_engine(url, connect_args={"connect_timeout": _WAIT_S})
    except ImportError as error:
        raise LedgerError(
            f"{_name_of(url)}: psycopg isn't installed; pip install 'firsthand[postgresql]'"
        ) from error
