"""firsthand watch: rounds over feeds and directories, what they print, and what they remember."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from firsthand.faces import watching as watching_module
from firsthand.faces.cli import run
from firsthand.faces.watching import Round, Watching
from firsthand.intake.options import IntakeOptions
from firsthand.ledger.store import Ledger
from firsthand.linking.following import standing
from firsthand.linking.trace import trace
from tests.intake.feeds import RSS, Feeds, Told, rss, serving

EVERY = timedelta(minutes=15)
CLAIM = "Corvane Foods is in talks to buy Ellory Dairies"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def feeds() -> Iterator[Feeds]:
    with serving() as found:
        yield found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "news.db") as opened:
        yield opened


class Time:
    """A clock that goes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = datetime(2024, 3, 14, 8, 0, tzinfo=UTC)
        self.slept: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += timedelta(seconds=seconds)


def watched(store: Ledger, clock: Time | None = None) -> Watching:
    kept = clock or Time()
    options = IntakeOptions(allow_private=True)
    return Watching(store, options=options, every=EVERY, clock=kept, sleep=kept.sleep)


def new(done: Round) -> list[str]:
    return [article.id for article in done.new]


def test_a_round_keeps_what_is_new_and_the_next_says_that_nothing_is(
    feeds: Feeds, store: Ledger
) -> None:
    feeds.told["/f"] = Told(body=rss(1, 2), headers={"ETag": '"1"'})
    first = watched(store).round([feeds.url("/f")])
    again = watched(store).round([feeds.url("/f")])
    assert (new(first), first.new[0].publisher) == (["q1", "q2"], "Lisk Leader")
    assert (again.asked, again.unchanged, new(again)) == (1, 1, [])
    feeds.told["/f"] = Told(body=rss(2, 3), headers={"ETag": '"2"'})
    assert new(watched(store).round([feeds.url("/f")])) == ["q3"]
    assert store.count_articles() == 3


def test_one_host_is_asked_slowly_and_left_when_it_says_so(feeds: Feeds, store: Ledger) -> None:
    clock = Time()
    feeds.told |= {"/a": Told(body=rss(1)), "/b": Told(429, headers={"Retry-After": "60"})}
    done = watched(store, clock).round([feeds.url(path) for path in ("/a", "/b", "/c")])
    assert (feeds.paths(), clock.slept) == (["/a", "/b"], [2.0])
    assert (done.asked, done.failed, done.left) == (2, 1, 1)
    clock.now += timedelta(seconds=61)
    assert watched(store, clock).round([feeds.url("/b")]).left == 1  # and the backoff of an error
    clock.now += 2 * EVERY
    assert watched(store, clock).round([feeds.url("/b")]).asked == 1


def test_what_goes_wrong_is_one_line_and_the_others_go_on(
    feeds: Feeds, store: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    feeds.told |= {
        "/gone": Told(410),
        "/old": Told(301, headers={"Location": "/new"}),
        "/new": Told(body=rss(1)),
    }
    done = watched(store).round([feeds.url(path) for path in ("/gone", "/lost", "/old")])
    assert (done.failed, new(done)) == (2, ["q1"])
    assert capsys.readouterr().err.replace(feeds.base, "").splitlines() == [
        "firsthand: /gone: the server answered 410 Gone; it won't come back, so take it off the "
        "list",
        "firsthand: /lost: the server answered 404 Not Found; asked again after "
        "14 Mar 2024 08:30 UTC",
        "firsthand: /old: has moved for good to /new; asked there now",
    ]


def test_an_item_that_is_refused_is_told_once(
    feeds: Feeds, store: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    feeds.told["/f"] = Told(body=RSS.format(items="<item><title>Empty</title></item>"))
    assert watched(store).round([feeds.url("/f")]).refused == 1
    assert "item 1 (Empty): has no text" in capsys.readouterr().err
    assert watched(store).round([feeds.url("/f")]).refused == 0
    assert capsys.readouterr().err == ""


def test_an_interruption_between_items_loses_none(
    feeds: Feeds, store: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    feeds.told["/f"] = Told(body=rss(1, 2, 3), headers={"ETag": '"1"'})
    real, calls = Ledger.add, []

    def stopped(self: Ledger, reading: object) -> bool:
        calls.append(reading)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, reading)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "add", stopped)
    with pytest.raises(KeyboardInterrupt):
        watched(store).round([feeds.url("/f")])
    assert (store.count_articles(), store.feed(feeds.url("/f"))) == (1, None)
    assert new(watched(store).round([feeds.url("/f")])) == ["q2", "q3"]


def test_a_directory_is_read_as_it_fills(store: Ledger, tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text("The guard told the magazine that he was on the gate.")
    (place / "b.csv").write_text("id,text\nb1,The guard told the magazine that it was shut.\nb2,\n")
    done = watched(store).directory(place, settled=True)
    assert (new(done), done.refused) == (["a", "b1"], 1)
    again = watched(store).directory(place, settled=True)
    assert (again.asked, new(again), again.refused) == (0, [], 0)
    (place / "c.txt").write_text("The ministry denied that the quay was shut on that day.")
    assert new(watched(store).directory(place, settled=True)) == ["c"]


def test_a_directory_that_is_gone_is_told_once_and_watched_on(
    store: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "in"
    place.mkdir()
    assert watched(store).directory(place, settled=True).refused == 0
    place.rmdir()
    told = [watched(store).directory(place, settled=True).refused for _ in range(2)]
    assert told == [1, 0]
    assert capsys.readouterr().err == (
        f"firsthand: {place}: no such file or directory; check the path\n"
    )
    place.mkdir()
    (place / "a.txt").write_text("The guard told the magazine that he was on the gate.")
    assert new(watched(store).directory(place, settled=True)) == ["a"]


def test_a_claim_that_was_traced_says_what_it_gained(
    store: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "in"
    place.mkdir()
    for name in ("corvane-minute.html", "kessary-post.html"):
        (place / name).write_bytes((EXAMPLES / "pages" / name).read_bytes())
    watching = watched(store)
    watching.directory(place, settled=True)
    before = standing(trace(CLAIM, store))
    store.look_at(before)
    for name in ("corvane-gazette.html", "kessary-coastline.html"):
        (place / name).write_bytes((EXAMPLES / "pages" / name).read_bytes())
    done = watching.directory(place, settled=True)
    (gain,) = watching.gains(done)
    assert [article.id for article in gain.articles] == ["corvane-gazette"]
    assert gain.after.articles == before.articles | {"corvane-gazette"}
    assert gain.after.denial > before.denial
    assert store.claims() == [gain.after]
    assert list(watching.gains(done)) == []


def test_a_round_without_anything_new_traces_nothing(store: Ledger) -> None:
    store.look_at(standing(trace(CLAIM, store)))
    assert list(watched(store).gains(Round(Time().now))) == []


# The command


@pytest.fixture
def private(monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate takes loopback for a public address."""
    monkeypatch.setattr("firsthand.intake.url.is_public", lambda address: True)
    monkeypatch.setattr(watching_module, "PAUSE", 0.0)


def test_once_prints_what_is_new_and_then_that_nothing_is(
    feeds: Feeds, tmp_path: Path, private: None, capsys: pytest.CaptureFixture[str]
) -> None:
    feeds.told["/f"] = Told(body=rss(1), headers={"ETag": '"1"'})
    listed, ledger = tmp_path / "feeds.txt", tmp_path / "n.db"
    listed.write_text(f"{feeds.url('/f')}\n")
    command = ["watch", str(listed), "--ledger", str(ledger), "--once"]
    assert run(command) == 0
    head, *rest = capsys.readouterr().out.splitlines()
    assert head.endswith(" UTC · 1 feed asked · 1 new article")
    assert rest == ["  Lisk Leader · Quay 1 shut · 1 statement", "    q1"]
    assert run(command) == 0
    assert capsys.readouterr().out.endswith(" UTC · 1 feed asked · 1 unchanged · nothing new\n")
    assert run([*command, "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def test_once_says_by_its_code_that_a_feed_failed(
    feeds: Feeds, tmp_path: Path, private: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["watch", feeds.url("/no"), "--ledger", str(tmp_path / "n.db"), "--once"]) == 1
    printed = capsys.readouterr()
    assert printed.out.endswith(" UTC · 1 feed asked · 1 failed · nothing new\n")
    assert "404 Not Found; asked again after" in printed.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["x.txt"], "x.txt: can't be read (no such file or directory); give a text file with an"),
        (["https://a.example/f", "--every", "5"], "--every 5: write a number and s, m, h or d"),
        (["https://a.example/f", "--every", "5s"], "--every 5s: is too often; 1m is the least"),
        ([".", "--every", "0s"], "--every 0s: is too often; 1s is the least"),
    ],
)
def test_wrong_usage_is_one_line(
    given: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["watch", *given, "--ledger", str(tmp_path / "n.db"), "--once"]) in (1, 2)
    assert capsys.readouterr().err.startswith(f"firsthand: {said}")


def test_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    program = "from firsthand.faces.cli import main; main()"
    command = [sys.executable, "-c", program, "watch", str(place), "--ledger", str(tmp_path / "n")]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert child.stderr
    assert child.stderr.readline() == f"firsthand: watching {place} every 15m; Ctrl-C ends it\n"
    threading.Event().wait(1.0)
    began = time.monotonic()
    os.kill(child.pid, signal.SIGINT)
    assert child.wait(10) == 130
    assert time.monotonic() - began < 3
    assert child.stderr.read() == "firsthand: stopped\n"


def test_tracing_a_claim_makes_it_known(store: Ledger, tmp_path: Path) -> None:
    watched(store).directory(EXAMPLES / "pages", settled=True)
    assert store.claims() == []
    assert run(["trace", CLAIM, "--ledger", str(tmp_path / "news.db")]) == 0
    assert [known.claim for known in store.claims()] == [CLAIM]
    assert run(["trace", "nothing of the kind ever", "--ledger", str(tmp_path / "news.db")]) == 0
    assert len(store.claims()) == 1
