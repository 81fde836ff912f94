"""What people hold of statements is added and never changed, and readings follow it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from firsthand.ledger.corrected import Corrected
from firsthand.ledger.rows import StatementJudgement, Verdict
from firsthand.ledger.store import Ledger
from firsthand.model.errors import InputError, LedgerError
from firsthand.model.reading import Polarity, Reading, Statement
from tests.faces.conftest import ARTICLE, CHECK, SOURCES, STATEMENTS, at, statement
from tests.faces.conftest import reading as reading  # the fixture

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
ADDED = statement("a1", "Pilot says", chain=("s2",), mention=at("A pilot"))
DENIAL = replace(STATEMENTS[0], polarity=Polarity.DENIED)


def held(
    id: str, verdict: Verdict, marked: Statement | None = None, *, author: str = "Ada"
) -> StatementJudgement:
    return StatementJudgement(f"ferry#{id}", verdict, marked, "seen", author, NOON)


def left(ledger: Ledger) -> Reading:
    [found] = Corrected(ledger).readings()
    return found


def test_what_was_written_comes_back(ledger: Ledger, reading: Reading) -> None:
    ledger.add(reading)
    written = [
        held("st1", Verdict.CHANGED, DENIAL),
        held("st2", Verdict.REMOVED),
        held("a1", Verdict.ADDED, ADDED, author="Jo"),
        held("st2", Verdict.KEPT, author="Jo"),
    ]
    ledger.judge_statements(written[:2])
    ledger.judge_statements(written[2:])
    assert list(ledger.statement_judgements()) == written
    assert list(ledger.statement_judgements("ferry")) == written
    assert (
        list(ledger.statement_judgements("gull")) == list(ledger.statement_judgements("\0")) == []
    )
    assert list(ledger.statement_judgements(newest=True)) == [written[0], *written[2:]]


def test_readings_follow_the_newest_and_the_ledger_keeps_what_was_read(
    ledger: Ledger, reading: Reading
) -> None:
    ledger.add(reading)
    ledger.judge_statements(
        [held("st1", Verdict.CHANGED, DENIAL), held("a1", Verdict.ADDED, ADDED)]
    )
    ledger.judge_statements([held("st4", Verdict.REMOVED)])
    assert left(ledger).statements == (DENIAL, *STATEMENTS[1:3], ADDED)
    assert [r.statements for r in ledger.readings()] == [STATEMENTS]
    ledger.judge_statements([held("st4", Verdict.KEPT), held("a1", Verdict.REMOVED)])
    assert left(ledger).statements == (DENIAL, *STATEMENTS[1:])
    assert [r.article for r in ledger.readings()] == [ARTICLE]


def test_what_stands_in_a_removed_statement_moves_up(ledger: Ledger, reading: Reading) -> None:
    about = replace(CHECK, about="st1")
    ledger.add(replace(reading, checks=(about,)))
    ledger.judge_statements([held("st1", Verdict.REMOVED)])
    found = left(ledger)
    assert [(s.id, s.parent) for s in found.statements] == [
        ("st2", None), ("st3", None), ("st4", None),
    ]  # fmt: skip
    assert [c.about for c in found.checks] == [None]
    assert found.sources == SOURCES


def test_a_trace_has_the_same_doors_open(ledger: Ledger, reading: Reading) -> None:
    from firsthand.linking.protocol import Searched

    ledger.add(reading)
    assert isinstance(Corrected(ledger), Searched)


@pytest.mark.parametrize(
    "change", ["UPDATE statement_judgements SET why = 'x'", "DELETE FROM statement_judgements"]
)
def test_the_database_itself_refuses_to_change_one(
    ledger: Ledger, reading: Reading, change: str
) -> None:
    ledger.add(reading)
    ledger.judge_statements([held("st2", Verdict.REMOVED)])
    with (
        pytest.raises(DBAPIError, match="judgements are never changed, only added"),
        ledger._engine.begin() as connection,
    ):
        connection.execute(text(change))
    assert [each.why for each in ledger.statement_judgements()] == ["seen"]


def test_all_or_nothing(ledger: Ledger, reading: Reading) -> None:
    ledger.add(reading)
    elsewhere = replace(held("st1", Verdict.REMOVED), statement="nowhere#st1")
    with pytest.raises(LedgerError):
        ledger.judge_statements([held("st2", Verdict.REMOVED), elsewhere])
    with pytest.raises(InputError, match="judgement of 'ferry#st2': holds a NUL"):
        ledger.judge_statements([replace(held("st2", Verdict.REMOVED), why="\0")])
    assert list(ledger.statement_judgements()) == []
