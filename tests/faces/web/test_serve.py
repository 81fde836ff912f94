"""The command: what it prints, what it refuses, and that it answers."""

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from firsthand.faces.cli import run
from firsthand.faces.web.claims import Claims
from firsthand.ledger.store import Ledger
from tests.faces.web.conftest import ALL


@pytest.fixture
def news(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "news.db") as store:
        store.add(ALL[0])
    return tmp_path / "news.db"


def test_it_prints_its_address_and_answers_there(news: Path) -> None:
    program = "import sys; from firsthand.faces.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", program, "serve", "--ledger", str(news), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = process.stdout.readline()
        at = said.split()[0]
        assert at.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(at + "articles", timeout=60) as answer:
            assert "Longwatch" in answer.read().decode()
        process.terminate()
    assert "shows" in said and "token" not in said


def test_a_port_that_is_taken_is_one_line(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(["serve", "--ledger", str(news), "--port", port]) == 2
    assert capsys.readouterr().err == (
        f"firsthand: 127.0.0.1:{port} can't be listened on; is another server there? "
        "Give another --port\n"
    )


def test_without_its_libraries_it_says_what_to_install(
    news: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fastapi", None)
    assert run(["serve", "--ledger", str(news)]) == 2
    assert "pip install 'firsthand[serve]'" in capsys.readouterr().err


def test_claims_are_counted_behind_and_again_when_the_ledger_has_changed(news: Path) -> None:
    with Ledger.open(news) as store:
        claims = Claims(store)
        counted, current = claims.now(wait=60)
        assert counted and current and counted.claims == ()
        for reading in ALL[1:]:
            store.add(reading)
        before, current = claims.now()
        assert before == counted and not current
        after, current = claims.now(wait=60)
        assert after and current and after.claims
        assert after.supported >= after.single


def test_a_ledger_that_is_too_large_is_not_clustered_by_looking(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.faces.web.claims.MOST_ARTICLES", 0)
    with Ledger.open(news) as store:
        counted, _ = Claims(store).now(wait=60)
        assert counted and counted.claims is None
