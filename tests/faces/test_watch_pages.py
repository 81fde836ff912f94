"""firsthand watch --pages, and its rounds as JSON: a feed's pages, fetched as a robot ought to."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from firsthand.faces.cli import run
from firsthand.faces.watch_json import round_to_json
from firsthand.faces.watching import Round, Watching
from firsthand.intake.options import IntakeOptions
from firsthand.ledger.store import Ledger
from firsthand.linking.following import standing
from firsthand.linking.trace import trace
from tests.intake.feeds import RSS, Feeds, Told, serving

PAGE = (
    "<html lang='en'><head><title>Quay shut for a week</title></head><body><article>"
    "<h1>Quay shut for a week</h1>"
    "<p>LISK — The main quay at Lisk was shut on Tuesday, the harbour master said.</p>"
    "<p>“Nobody will land here before next week,” Ada Hale, the harbour master, told the Leader. "
    "The ferry office said that its boats would sail from Brask until then.</p>"
    "<p>Passengers who had come for the morning boat were taken to Brask by bus, and the fish "
    "market was moved to the car park behind the customs house.</p></article></body></html>"
)
ROBOTS = "User-agent: *\nDisallow: /private*\n"


@pytest.fixture
def feeds() -> Iterator[Feeds]:
    with serving() as found:
        yield found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "news.db") as opened:
        yield opened


def item(feeds: Feeds, path: str, words: str = "The quay was shut, it was said.") -> str:
    told = f"<description>{words}</description>" if words else ""
    return (
        f"<item><guid>q{path}</guid><title>Quay</title><link>{feeds.url(path)}</link>{told}</item>"
    )


def seen(feeds: Feeds, store: Ledger, *items: str) -> Round:
    feeds.told["/f"] = Told(body=RSS.format(items="".join(items)))
    watching = Watching(
        store,
        options=IntakeOptions(allow_private=True),
        every=timedelta(minutes=15),
        pages=True,
        sleep=lambda _: None,
    )
    return watching.round([feeds.url("/f")])


def text(store: Ledger, id: str) -> str:
    return next(store.readings([id])).article.text


def test_the_page_is_read_in_place_of_the_items_words(feeds: Feeds, store: Ledger) -> None:
    feeds.told |= {"/robots.txt": Told(body=ROBOTS), "/quay": Told(body=PAGE)}
    done = seen(feeds, store, item(feeds, "/quay"))
    assert [(n.id, n.publisher) for n in done.new] == [("q/quay", "Lisk Leader")]
    assert "Nobody will land here" in text(store, "q/quay")
    assert feeds.paths() == ["/f", "/robots.txt", "/quay"]
    again = seen(feeds, store, item(feeds, "/quay"))
    assert (again.new, feeds.paths()[3:]) == ([], ["/f"])  # seen is seen


@pytest.mark.parametrize("robots", [Told(body=ROBOTS), Told(503), Told(429)])
def test_what_may_not_be_fetched_is_read_as_the_feed_has_it(
    feeds: Feeds, store: Ledger, robots: Told, capsys: pytest.CaptureFixture[str]
) -> None:
    feeds.told |= {"/robots.txt": robots, "/private-quay": Told(body=PAGE)}
    seen(feeds, store, item(feeds, "/private-quay"))
    assert text(store, "q/private-quay").endswith("The quay was shut, it was said.")
    assert "/private-quay" not in feeds.paths()
    assert "robots.txt asks not to fetch it; what the feed has of it" in capsys.readouterr().err


def test_a_page_that_is_gone_costs_only_itself(feeds: Feeds, store: Ledger) -> None:
    feeds.told["/quay"] = Told(body=PAGE)  # and no robots.txt: everything may be fetched
    done = seen(feeds, store, item(feeds, "/gone"), item(feeds, "/quay"))
    assert [n.id for n in done.new] == ["q/gone", "q/quay"]
    assert "Nobody will land here" in text(store, "q/quay")


def test_an_item_without_words_has_those_of_its_page(feeds: Feeds, store: Ledger) -> None:
    feeds.told["/quay"] = Told(body=PAGE)
    done = seen(feeds, store, item(feeds, "/quay", words=""), item(feeds, "/gone", words=""))
    assert (len(done.new), done.refused) == (1, 1)
    assert "Nobody will land here" in text(store, done.new[0].id)


def test_a_round_as_json(feeds: Feeds, store: Ledger) -> None:
    feeds.told["/quay"] = Told(body=PAGE)
    store.look_at(standing(trace("The main quay at Lisk was shut", store)))
    done = seen(feeds, store, item(feeds, "/quay"))
    watching = Watching(store, options=IntakeOptions(), every=timedelta(minutes=15))
    row = round_to_json(done, list(watching.gains(done)))
    assert (row["schema"], row["asked"], row["new"][0]["id"]) == ("firsthand/watch/1", 1, "q/quay")
    (gain,) = row["gains"]
    assert [a["id"] for a in gain["articles"]] == ["q/quay"]
    assert (gain["before"]["articles"], gain["after"]["articles"]) == (0, 1)
    assert gain["origins"][0]["side"] == "supports"


def test_the_command_prints_a_round_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "quay.txt").write_text("The quay was shut, Ada Hale said on Tuesday.\n")
    at = ["watch", os.fspath(tmp_path / "in"), "--ledger", os.fspath(tmp_path / "n.db"), "--once"]
    assert run([*at, "--format", "jsonl"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["asked"], [n["id"] for n in row["new"]], row["gains"]) == (1, ["quay"], [])
