"""Feeds visited politely: what their servers may answer, and what is remembered of it."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from firsthand.intake.options import IntakeOptions
from firsthand.intake.polling import due, failed, in_turn
from firsthand.intake.watched import Visit, addresses, visit, walk
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from firsthand.model.version import VERSION
from firsthand.model.watching import FeedState
from tests.intake.feeds import RSS, Feeds, Told, rss, serving

NOW = datetime(2024, 3, 14, 8, 0, tzinfo=UTC)
EVERY = timedelta(minutes=15)
OPTIONS = IntakeOptions(allow_private=True, fetch_seconds=0.6)


@pytest.fixture
def feeds() -> Iterator[Feeds]:
    with serving() as found:
        yield found


def ask(state: FeedState | str, options: IntakeOptions = OPTIONS) -> Visit:
    known = FeedState(state) if isinstance(state, str) else state
    return visit(known, now=NOW, every=EVERY, options=options)


def ids(found: Visit) -> list[str]:
    return [item.id for _, item in found.items if isinstance(item, Article)]


def test_a_feed_is_asked_by_name_and_then_only_for_what_is_new(feeds: Feeds) -> None:
    feeds.told["/f"] = Told(
        body=rss(1, 2), headers={"ETag": '"v1"', "Last-Modified": "Thu, 14 Mar 2024 07:00:00 GMT"}
    )
    first = ask(feeds.url("/f"))
    again = ask(first.state)
    assert (ids(first), ids(again)) == (["q1", "q2"], [])
    assert (again.unchanged, again.problem) == (True, None)
    (_, plain), (_, conditional) = feeds.asked
    assert plain["user-agent"] == f"firsthand/{VERSION}" and "if-none-match" not in plain
    assert conditional["if-none-match"] == '"v1"'
    assert conditional["if-modified-since"] == "Thu, 14 Mar 2024 07:00:00 GMT"
    assert again.state == first.state


def test_an_item_has_a_new_key_when_its_words_change(feeds: Feeds) -> None:
    feeds.told["/f"] = Told(body=rss(1, 2))
    one = [key for key, _ in ask(feeds.url("/f")).items]
    feeds.told["/f"] = Told(body=rss(1, 2).replace("for a week", "for a month", 1))
    two = [key for key, _ in ask(feeds.url("/f")).items]
    assert one[0] != two[0] and one[1] == two[1]


def test_a_feed_that_moved_for_good_is_asked_there_and_one_that_did_not_is_not(
    feeds: Feeds,
) -> None:
    feeds.told["/new"] = Told(body=rss(1))
    for status, moved in ((301, feeds.url("/new")), (308, feeds.url("/new")), (302, None)):
        feeds.told["/old"] = Told(status, headers={"Location": "/new"})
        found = ask(feeds.url("/old"))
        assert (ids(found), found.state.moved) == (["q1"], moved), status
    feeds.asked.clear()
    ask(FeedState(feeds.url("/old"), moved=feeds.url("/new")))
    assert feeds.paths() == ["/new"]


def test_where_a_feed_that_moved_is_lost_the_old_address_is_tried_again() -> None:
    state = FeedState("https://a.example/", moved="https://b.example/", etag="x", errors=1)
    second = failed(state, now=NOW, every=EVERY)
    third = failed(second, now=NOW, every=EVERY)
    assert (second.moved, third.moved, third.etag) == ("https://b.example/", None, None)


def test_a_feed_that_is_gone_is_left_alone(feeds: Feeds) -> None:
    feeds.told["/f"] = Told(410)
    found = ask(feeds.url("/f"))
    assert (found.problem, found.state.gone) == ("the server answered 410 Gone", True)
    assert not due(found.state, now=NOW + timedelta(days=6))


@pytest.mark.parametrize(("status", "reason"), [(429, "Too Many Requests"), (503, "Service Un")])
def test_a_server_that_wants_to_be_left_alone_is(feeds: Feeds, status: int, reason: str) -> None:
    feeds.told["/f"] = Told(status, headers={"Retry-After": "7200"})
    found = ask(feeds.url("/f"))
    assert (found.problem or "").startswith(f"the server answered {status} {reason}")
    assert found.peace and found.state.not_before == NOW + timedelta(hours=2)
    assert not due(found.state, now=NOW + timedelta(minutes=119))
    assert due(found.state, now=NOW + timedelta(minutes=120))


def test_the_time_to_wait_may_be_a_date_or_nonsense_or_for_ever(feeds: Feeds) -> None:
    def waits(header: str) -> datetime:
        feeds.told["/f"] = Told(429, headers={"Retry-After": header})
        until = ask(feeds.url("/f")).state.not_before
        assert until
        return until

    assert waits("Fri, 31 Dec 2100 23:59:59 GMT") == NOW + timedelta(days=7)
    assert waits("99999999999999999999") == NOW + timedelta(days=7)
    for nonsense in ("soon", "-5", "Fri, 99 Dec 2100", "Thu, 01 Jan 1970 00:00:00 GMT"):
        assert waits(nonsense) == NOW + 2 * EVERY, nonsense


def test_errors_in_a_row_are_waited_out_longer_each_time_up_to_a_day() -> None:
    state, waits = FeedState("https://lisk.example/f"), []
    for _ in range(40):
        state = failed(state, now=NOW, every=EVERY)
        assert state.not_before
        waits.append(state.not_before - NOW)
    assert waits[:4] == [2 * EVERY, 4 * EVERY, 8 * EVERY, 16 * EVERY]
    assert (waits[-1], state.errors) == (timedelta(days=1), 40)


def test_a_success_forgets_the_errors(feeds: Feeds) -> None:
    feeds.told["/f"] = Told(body=rss(1))
    state = ask(FeedState(feeds.url("/f"), errors=5, not_before=NOW, gone=True)).state
    assert (state.errors, state.not_before, state.gone) == (0, None, False)


@pytest.mark.parametrize("told", [Told(hang=3.0), Told(drip=True)], ids=["silent", "dripping"])
def test_a_server_that_hangs_is_given_up(feeds: Feeds, told: Told) -> None:
    feeds.told["/f"] = told
    began = time.monotonic()
    found = ask(feeds.url("/f"))
    assert time.monotonic() - began < 2.5
    assert found.problem in ("can't be reached: the server is too slow", "took more than 0.6 s")
    assert found.state.errors == 1


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        (Told(404), "the server answered 404 Not Found"),
        (Told(500), "the server answered 500 Internal Server Error"),
        (Told(body="<html><p>Sign in</p></html>"), "is no RSS or Atom feed"),
        (Told(body=RSS.format(items="")), "is a feed without items"),
        (Told(301, headers={"Location": "/f"}), "can't be reached (Exceeded maximum allowed"),
        (Told(body="x" * 2000), "sends more than 1,000 bytes"),
    ],
)
def test_what_is_no_feed_is_an_error_of_the_feed(feeds: Feeds, told: Told, problem: str) -> None:
    feeds.told["/f"] = told
    options = IntakeOptions(allow_private=True, max_bytes=1000)
    found = ask(FeedState(feeds.url("/f"), etag='"kept"'), options)
    assert (found.problem or "").startswith(problem)
    assert (found.state.errors, found.state.etag) == (1, '"kept"')


def test_the_gate_stays_shut_for_private_addresses(feeds: Feeds) -> None:
    assert ask(feeds.url("/f"), IntakeOptions()).problem == (
        "leads to 127.0.0.1, an address that is not public"
    )


def test_an_item_in_another_language_or_without_text_is_refused(feeds: Feeds) -> None:
    french = "Le ministère a fermé le port mardi, et personne n'a dit pourquoi au conseil."
    items = f"<item><description>{french}</description></item><item><title>Empty</title></item>"
    feeds.told["/f"] = Told(body=RSS.replace("<language>en</language>", "").format(items=items))
    found = [str(item) for _, item in ask(feeds.url("/f")).items]
    assert "is not in English but in another language (fr)" in found[0]
    assert "item 2 (Empty): has no text" in found[1]


def test_hosts_take_turns() -> None:
    listed = ["https://a.example/1", "https://a.example/2", "https://b.example/1"]
    order = [state.address for state in in_turn([FeedState(address) for address in listed])]
    assert order == ["https://a.example/1", "https://b.example/1", "https://a.example/2"]


def test_a_list_is_text_or_opml_or_one_address(tmp_path: Path) -> None:
    text = tmp_path / "feeds.txt"
    text.write_text(
        "\ufeff# ours\nhttps://a.example/f  # the wire\n\n https://b.example/f\nhttps://a.example/f\n"
    )
    assert addresses(str(text), options=OPTIONS) == ["https://a.example/f", "https://b.example/f"]
    opml = tmp_path / "feeds.xml"
    opml.write_text("<opml><body><outline xmlUrl='https://c.example/f'/></body></opml>")
    assert addresses(str(opml), options=OPTIONS) == ["https://c.example/f"]
    assert addresses("https://d.example/f", options=OPTIONS) == ["https://d.example/f"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "can't be read (no such file or directory)"),
        ("", "is empty"),
        ("# nothing\n", "lists no feeds; write one http(s) URL a line"),
        ("feeds are here\n", "holds 'feeds are here', which is no address"),
        ("ftp://a.example/f\n", "holds 'ftp://a.example/f', which is no address"),
        (f"https://a.example/{'x' * 700}\n", "has an address of 718 characters"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, content: str | None, said: str) -> None:
    path = tmp_path / "feeds.txt"
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError) as refused:
        addresses(str(path), options=OPTIONS)
    assert str(refused.value).startswith(f"{path}: {said}")


def test_a_directory_gives_files_that_nobody_writes_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text("two")
    (tmp_path / "notes.ini").write_text("no")
    now = time.time()

    def found(at: float) -> list[str]:
        return [path.name for _, path in walk(tmp_path, now=at)]

    assert (found(now), found(now + 60), found(float("inf"))) == (
        [], ["a.txt", "b.txt"], ["a.txt", "b.txt"],
    )  # fmt: skip
    before = [key for key, _ in walk(tmp_path, now=now + 60)]
    (tmp_path / "a.txt").write_text("changed")
    after = [key for key, _ in walk(tmp_path, now=now + 60)]
    assert before[0] != after[0] and before[1] == after[1]
