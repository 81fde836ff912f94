"""What `watch` remembers comes back, on both databases."""

from datetime import UTC, datetime, timedelta, timezone

from firsthand.ledger.store import Ledger
from firsthand.model.trace import Judgement, LinkKind, Standing
from firsthand.model.watching import FeedState

FEED = FeedState(
    address="https://lisk.example/f?a=1",
    etag='W/"x"',
    modified="Thu, 14 Mar 2024 07:00:00 GMT",
    moved="https://lisk.example/g",
    not_before=datetime(2024, 3, 14, 8, 15, tzinfo=UTC),
    errors=2,
    gone=True,
)
CLAIM = Standing(
    claim="the ministry’s port was shut",
    articles=frozenset(["a", "b\u2028"]),
    origins=frozenset(["supports Heron", "denies the ministry"]),
    support=1,
    denial=1,
    at_least=1,
    at_most=2,
)


def test_a_feed_comes_back_and_is_replaced(ledger: Ledger) -> None:
    assert ledger.feed(FEED.address) is None
    ledger.keep_feed(FEED)
    assert ledger.feed(FEED.address) == FEED
    bare = FeedState(FEED.address)
    ledger.keep_feed(bare)
    assert ledger.feed(FEED.address) == bare


def test_a_time_of_another_zone_is_kept_as_the_same_moment(ledger: Ledger) -> None:
    there = datetime(2024, 3, 14, 10, 15, tzinfo=timezone(timedelta(hours=2)))
    ledger.keep_feed(FeedState("https://lisk.example/f", not_before=there))
    kept = ledger.feed("https://lisk.example/f")
    assert kept and kept.not_before == there


def test_what_a_server_sends_may_be_no_text(ledger: Ledger) -> None:
    ledger.keep_feed(FeedState("https://lisk.example/f", etag="\x00\ud800"))
    kept = ledger.feed("https://lisk.example/f")
    assert kept and kept.etag == "\ufffd\ufffd"


def test_items_are_remembered_by_feed_as_long_as_it_has_them(ledger: Ledger) -> None:
    ledger.see("f", "one")
    ledger.see("f", "one")
    ledger.see("f", "two\x00\ud800")
    ledger.see("g", "three")
    assert [ledger.was_seen("f", key) for key in ("one", "two\x00\ud800", "three")] == [
        True, True, False,
    ]  # fmt: skip
    ledger.keep_feed(FeedState("f"))
    assert ledger.was_seen("f", "one")
    ledger.keep_feed(FeedState("f"), present=["two\x00\ud800", "four"])
    assert not ledger.was_seen("f", "one") and ledger.was_seen("f", "two\x00\ud800")
    assert ledger.was_seen("g", "three")


def test_a_claim_comes_back_as_it_stood_last(ledger: Ledger) -> None:
    assert ledger.claims() == []
    ledger.look_at(CLAIM)
    later = Standing("a claim", frozenset(), frozenset(), 0, 0, 0, 0)
    ledger.look_at(later)
    assert ledger.claims() == [later, CLAIM]
    grown = Standing(CLAIM.claim, frozenset("abc"), CLAIM.origins, 2, 0, 1, 3)
    ledger.look_at(grown)
    assert ledger.claims() == [later, grown]


def test_a_claim_of_any_length_is_kept(ledger: Ledger) -> None:
    long = Standing("shut " * 5000, frozenset(), frozenset(), 0, 0, 0, 0)
    ledger.look_at(long)
    assert ledger.claims() == [long]


def test_claims_with_a_judged_link_are_known(ledger: Ledger) -> None:
    from firsthand.ledger.rows import ShownLink

    shown = [
        ShownLink(id, LinkKind.CITES, "a", "b", Judgement.YES, "it says so", claim)
        for id, claim in (("k1", "one"), ("k2", "two"), ("k3", "one"))
    ]
    ledger.remember(shown)
    ledger.judge("k1", Judgement.NO, why="they differ", author="Ada Marrin")
    ledger.judge("k3", Judgement.NO, why="they differ", author="Ada Marrin")
    assert ledger.judged_claims() == ["one"]


def test_provenance_comes_back_and_stands_in_the_list(ledger: Ledger) -> None:
    from dataclasses import replace

    from firsthand.model.article import Article, Found, Method, Provenance
    from firsthand.model.reading import ReaderInfo, Reading

    kept = Provenance(
        "a.warc.gz, record 3",
        "ab" * 32,
        "2024-03-14T08:00:00Z",
        Found(title=Method.JSON_LD, language=Method.TEXT),
    )
    bare = Article("a", "Shut.")
    for article in (replace(bare, provenance=kept), replace(bare, id="b", provenance=None)):
        ledger.add(Reading(article, (), (), (), ReaderInfo("firsthand", "0", "0")))
    assert [r.article.provenance for r in ledger.readings()] == [kept, None]
    assert [row.provenance for row in ledger.articles()] == [kept, None]
