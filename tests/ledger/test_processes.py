"""Several processes at one ledger, and processes that die."""

import signal
import subprocess
import sys

import pytest
from sqlalchemy import text

from firsthand.ledger.store import Ledger
from tests.ledger.stories import said, source

# Adds five articles and is killed inside of the fourth, when half of its rows are written.
DYING = """
import os, signal, sys
from sqlalchemy import event
from firsthand.ledger.store import Ledger
from tests.ledger.stories import said, source
ledger = Ledger.open(sys.argv[1])
for n in range(5):
    if n == 3:
        @event.listens_for(ledger._engine, "after_cursor_execute")
        def die(connection, cursor, statement, *_):
            if "INSERT INTO statements" in statement:
                os.kill(os.getpid(), signal.SIGKILL)
    ledger.add(said(f"a{n}", f"words {n}", source("s1", f"Source {n}")))
    print(n, flush=True)
"""
ADDING = """
import sys
from firsthand.ledger.store import Ledger
from tests.ledger.stories import said, source
with Ledger.open(sys.argv[1]) as ledger:
    print(sum(ledger.add(said(f"a{n}", f"words {n}", source("s1", "S"))) for n in range(20)))
"""


def start(program: str, where: str) -> "subprocess.Popen[str]":
    path = f"import sys; sys.path[:0] = {sys.path!r}\n"
    return subprocess.Popen(
        [sys.executable, "-c", path + program, where],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_run_loses_the_article_in_hand_and_goes_on_from_there(where: str) -> None:
    process = start(DYING, where)
    printed, errors = process.communicate(timeout=600)
    assert (process.returncode, printed) == (-signal.SIGKILL, "0\n1\n2\n"), errors

    with Ledger.open(where, create=False) as ledger:
        assert [r.article.id for r in ledger.readings()] == ["a0", "a1", "a2"]
        assert [row.name for row in ledger.sources()] == ["Source 0", "Source 1", "Source 2"]
        again = [said(f"a{n}", f"words {n}", source("s1", f"Source {n}")) for n in range(5)]
        assert [ledger.add(r) for r in again] == [False, False, False, True, True]
        assert list(ledger.readings()) == again
        assert ledger.count_statements() == 5


def test_a_killed_run_leaves_a_sound_file(tmp_path: object) -> None:
    where = f"{tmp_path}/news.db"
    start(DYING, where).communicate(timeout=600)
    with Ledger.open(where) as ledger, ledger._reading() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        for what in ("article", "source", "statement"):
            number = connection.scalar(text(f"SELECT max(rowid) FROM {what}_search"))
            assert number == 3


def test_two_processes_make_and_fill_one_ledger_at_once(where: str) -> None:
    processes = [start(ADDING, where) for _ in range(2)]
    done = [process.communicate(timeout=600) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], done
    assert sum(int(printed) for printed, _ in done) == 20
    with Ledger.open(where, create=False) as ledger:
        assert ledger.count_articles() == ledger.count_statements() == 20


def test_a_ledger_that_another_holds_is_told_in_one_line(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firsthand.model.errors import LedgerError

    monkeypatch.setattr("firsthand.ledger.opening._WAIT_S", 0.1)
    with (
        Ledger.open(f"{tmp_path}/news.db") as one,
        Ledger.open(f"{tmp_path}/news.db") as other,
        one._writing(),
        pytest.raises(LedgerError, match="another program is writing to it; try again"),
    ):
        other.add(said("a", "words"))
