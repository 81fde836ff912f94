"""What people hold of links is added and never changed."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from firsthand.ledger.rows import LinkJudgement
from firsthand.ledger.store import Ledger
from firsthand.model.errors import InputError
from firsthand.model.trace import Judgement

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def test_the_newest_counts_and_the_others_stay_readable(ledger: Ledger) -> None:
    ledger.judge("a copies b", Judgement.NO, why="own reporting", author="Ada", when=NOON)
    ledger.judge("b cites c", Judgement.UNSURE, why="", author="Jo", when=NOON)
    # Written later on a machine whose clock is late: still the newest.
    earlier = datetime(2031, 3, 4, 12, tzinfo=timezone(timedelta(hours=1)))
    ledger.judge("a copies b", Judgement.YES, why="same typos", author="Jo", when=earlier)

    assert ledger.overruled() == {"a copies b": Judgement.YES, "b cites c": Judgement.UNSURE}
    assert list(ledger.judgements("a copies b")) == [
        LinkJudgement("a copies b", Judgement.NO, "own reporting", "Ada", NOON),
        LinkJudgement("a copies b", Judgement.YES, "same typos", "Jo", NOON - timedelta(hours=1)),
    ]
    assert [judged.author for judged in ledger.judgements()] == ["Ada", "Jo", "Jo"]


def test_judgements_are_dated_when_no_date_is_given(ledger: Ledger) -> None:
    before = datetime.now(UTC)
    ledger.judge("a copies b", Judgement.NO, why="", author="Ada")
    [judged] = ledger.judgements()
    assert before <= judged.when <= datetime.now(UTC)


def test_a_ledger_without_judgements_overrules_nothing(ledger: Ledger) -> None:
    assert ledger.overruled() == {}
    assert list(ledger.judgements("a copies b")) == []
    assert list(ledger.judgements("\x00")) == []


@pytest.mark.parametrize("change", ["UPDATE judgements SET why = 'x'", "DELETE FROM judgements"])
def test_the_database_itself_refuses_to_change_one(ledger: Ledger, change: str) -> None:
    ledger.judge("a copies b", Judgement.NO, why="own reporting", author="Ada", when=NOON)
    with (
        pytest.raises(DBAPIError, match="judgements are never changed, only added"),
        ledger._engine.begin() as connection,
    ):
        connection.execute(text(change))
    assert [judged.why for judged in ledger.judgements()] == ["own reporting"]


def test_a_judgement_with_characters_that_cannot_be_kept_is_refused(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="judgement of 'a copies b': holds a NUL"):
        ledger.judge("a copies b", Judgement.NO, why="\x00", author="Ada")


def test_links_of_any_length_can_be_judged(ledger: Ledger) -> None:
    link = "".join(chr(0x20000 + n) for n in range(5000))
    ledger.judge(link, Judgement.NO, why="", author="Ada")
    assert ledger.overruled() == {link: Judgement.NO}


def test_a_judgement_is_written_through_to_the_disk(tmp_path: object) -> None:
    """Seen from inside the transaction: 2 is FULL, 1 is NORMAL."""
    with Ledger.open(f"{tmp_path}/news.db") as ledger:
        with ledger._writing(durably=True) as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        with ledger._writing() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 1
