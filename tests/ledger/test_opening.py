"""Whatever else is there instead of a ledger is named in one line and left alone."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from firsthand.ledger import upgrading
from firsthand.ledger.store import Ledger
from firsthand.ledger.upgrading import APPLICATION_ID
from firsthand.model.errors import LedgerError
from tests.ledger.stories import magazine

VERSIONS = Path(upgrading.__file__).parent / "migrations" / "versions"
NEWEST = max(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))


def refusal(where: str | Path, *, create: bool = True) -> str:
    with pytest.raises(LedgerError) as refused:
        Ledger.open(where, create=create)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_file_of_another_program_is_refused_and_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE articles (id)")
    other.close()
    before = path.read_bytes()
    assert refusal(path) == f"{path}: this is another program's database; give another place"
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["photos.db"]


def test_a_file_marked_as_another_programs_is_refused_without_any_table(tmp_path: Path) -> None:
    path = tmp_path / "marked.db"
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA application_id = 1")
    other.close()
    assert "another program's database" in refusal(path)


def test_a_ledger_from_a_newer_version_is_refused(where: str) -> None:
    with Ledger.open(where) as ledger, ledger._engine.begin() as connection:
        connection.execute(text("UPDATE firsthand_version SET version_num = '9999'"))
    said = refusal(where)
    known = f"(its tables are 9999, known are up to {NEWEST})"
    assert f"from a newer version of firsthand {known}" in said
    assert said.endswith("; upgrade firsthand")


def test_a_file_that_is_not_sqlite_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Port of Vell closed")
    assert refusal(path) == (
        f"{path}: this isn't a ledger (no SQLite file at all); give another file"
    )


def test_a_file_that_only_begins_like_sqlite_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert "it is damaged or another program's" in refusal(path)


def test_a_damaged_ledger_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Ledger.open(path) as ledger:
        ledger.add(magazine())
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    path.write_bytes(whole)
    assert "it is damaged" in refusal(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: this is a folder; give the name of a file"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "news.db"
    assert refusal(path) == f"{path}: there is no folder {path.parent}; make it first"


@pytest.mark.parametrize("name", ["a" * 5000, "news\x00.db", "news\ud800.db"])
def test_names_that_no_file_can_have_are_refused(tmp_path: Path, name: str) -> None:
    assert "no file can have this name; give another" in refusal(tmp_path / name)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("x")
    assert f"there is no folder {tmp_path / 'notes'}" in refusal(tmp_path / "notes" / "news.db")


def test_a_name_of_two_lines_is_told_in_one(tmp_path: Path) -> None:
    folder = tmp_path / "two\nlines"
    folder.mkdir()
    assert refusal(folder).endswith(r"two\nlines': this is a folder; give the name of a file")


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "this is no ordinary file" in refusal(tmp_path / "pipe")


def test_nothing_is_made_where_none_is_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    assert "there is no ledger here; `firsthand add --ledger FILE INPUT…`" in refusal(
        path, create=False
    )
    assert not path.exists()


def test_an_empty_file_becomes_a_ledger_only_when_one_is_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.touch()
    assert "there is no ledger here" in refusal(path, create=False)
    with Ledger.open(path) as ledger:
        assert ledger.count_articles() == 0


def test_an_empty_schema_becomes_a_ledger_only_when_one_is_to_be_made(postgresql: str) -> None:
    assert "there is no ledger here" in refusal(postgresql, create=False)
    with Ledger.open(postgresql) as ledger:
        assert ledger.count_articles() == 0


def test_a_schema_with_another_programs_articles_is_refused(postgresql: str) -> None:
    import psycopg

    with psycopg.connect(postgresql) as other:
        other.execute("CREATE TABLE articles (id text)")
    assert "this is another program's database" in refusal(postgresql)


def test_a_schema_may_hold_other_tables_beside(postgresql: str) -> None:
    import psycopg

    with psycopg.connect(postgresql) as other:
        other.execute("CREATE TABLE photographs (id text)")
    with Ledger.open(postgresql) as ledger:
        assert ledger.add(magazine())


@pytest.fixture
def as_somebody() -> Iterator[Path]:
    """A folder of ours, as somebody who may read in it and not write; root may do everything."""
    with tempfile.TemporaryDirectory() as folder:
        Ledger.open(Path(folder) / "news.db").close()
        os.chmod(Path(folder) / "news.db", 0o444)
        os.chmod(folder, 0o555)
        root = os.getuid() == 0
        if root:
            os.setresuid(65534, 65534, 0)
        yield Path(folder)
        if root:
            os.setresuid(0, 0, 0)
        os.chmod(folder, 0o755)


def test_a_place_without_permission_to_write_is_refused(as_somebody: Path) -> None:
    old, new = as_somebody / "news.db", as_somebody / "new.db"
    assert refusal(old) == (
        f"{old}: no permission for {old}; make it writable, or give another place"
    )
    assert refusal(new) == (
        f"{new}: no permission for {as_somebody}; make it writable, or give another place"
    )


@pytest.mark.parametrize("url", ["mysql://me:secret@host/news", "sqlite:///news.db", "://"])
def test_other_databases_are_refused(url: str) -> None:
    said = refusal(url)
    assert "no ledger is kept there; give a file name, or postgresql://" in said
    assert "secret" not in said


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:secret@127.0.0.1:1/news",
        "postgres://me:secret@127.0.0.1:1/news?password=secret",
        "postgresql://me:secret@127.0.0.1:port/news",
    ],
)
def test_a_server_that_does_not_answer_is_told_without_the_password(url: str) -> None:
    pytest.importorskip("psycopg", reason="needs the extra firsthand[postgresql]")
    said = refusal(url)
    assert said.startswith("postgres")
    assert "secret" not in said


def test_what_the_file_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    Ledger.open(path).close()
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert file.execute("SELECT version_num FROM firsthand_version").fetchone() == (NEWEST,)
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    file.close()


def test_connections_hold_foreign_keys(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "news.db") as ledger, ledger._reading() as connection:
        settings = ("foreign_keys", "synchronous", "busy_timeout")
        assert [connection.exec_driver_sql(f"PRAGMA {s}").scalar() for s in settings] == [
            1, 1, 30_000,
        ]  # fmt: skip


@pytest.mark.parametrize("name", ["100%.db", "a b?c#d.db", "naïve.db"])
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    with Ledger.open(str(tmp_path / name)) as ledger:
        assert ledger.add(magazine())
    assert (tmp_path / name).is_file()


def test_opening_a_ledger_that_is_there_does_not_load_the_migrations(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "news.db").close()
    program = (
        "import sys; from firsthand.ledger.store import Ledger\n"
        f"with Ledger.open({str(tmp_path / 'news.db')!r}) as ledger: ledger.count_articles()\n"
        "heavy = {'alembic', 'psycopg', 'sqlalchemy.orm', 'sqlalchemy.dialects.postgresql'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
