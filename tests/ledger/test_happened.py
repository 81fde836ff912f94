"""Statements are found by what they say to have happened, the same on both databases."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import text

from firsthand.ledger import happened
from firsthand.ledger.rows import Counted, StatementFilter
from firsthand.ledger.store import Ledger
from firsthand.linking.events.event import Events
from firsthand.model.reading import Naming
from tests.ledger.stories import said, source

HERON = source("s1", "Heron", naming=Naming.PSEUDONYM)


@pytest.fixture
def press(ledger: Ledger) -> Ledger:
    for one in (
        said("dawn", "Corvane Foods bought the dairy in Kessary for 40 million crowns on Tuesday",
             HERON, published="2031-05-14"),
        said("echo", "the Velmara police arrested three guards last week", HERON,
             published="2031-05-14"),
        said("fleet", "Ellory Dairies was bought by Corvane Foods for 400 million crowns",
             published="2031-05-15"),
        said("gull", "it rose by 40 per cent on Tuesday"),
    ):  # fmt: skip
        ledger.add(one)
    return ledger


def ids(ledger: Ledger, wanted: StatementFilter) -> list[str]:
    return [row.article for row in ledger.statements(wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (StatementFilter(actor="corvane"), ["dawn", "fleet"]),
        (StatementFilter(actor="corvane", place="KESSARY"), ["dawn"]),
        (StatementFilter(action="arrest guards"), ["echo"]),
        (StatementFilter(action="buy"), ["dawn", "fleet"]),
        (StatementFilter(place="corvane"), []),
        (StatementFilter(place="%"), []),
        (StatementFilter(actor=""), []),
        (StatementFilter(happened_from=date(2031, 5, 13), happened_to=date(2031, 5, 13)), ["dawn"]),
        (StatementFilter(happened_to=date(2031, 5, 11)), ["echo"]),
        (StatementFilter(happened_from=date(2031, 5, 12)), ["dawn"]),
        (StatementFilter(number=Counted(40, 40)), ["gull"]),
        (StatementFilter(number=Counted(40, 40, ("%",))), ["gull"]),
        (StatementFilter(number=Counted(4e7, 4e7, ("crowns",))), ["dawn"]),
        (StatementFilter(number=Counted(1, 5)), ["echo"]),
        (StatementFilter(number=Counted(4e7, 4e8, ("ship",))), []),
    ],
)
def test_filters_look_at_what_happened(
    press: Ledger, wanted: StatementFilter, found: list[str]
) -> None:
    assert ids(press, wanted) == found
    assert [
        reading.article.id
        for reading in press.readings()
        if any(happened.holds(wanted, Events(reading).of(s)) for s in reading.statements)
    ] == found


def test_a_date_that_nothing_resolves_is_on_no_day(press: Ledger) -> None:
    wide = StatementFilter(happened_from=date(1, 1, 1), happened_to=date(9999, 12, 31))
    assert "gull" not in ids(press, wide)


def forget(ledger: Ledger) -> None:
    """The ledger as an older version left it."""
    with ledger._writing() as connection:
        connection.execute(text("DELETE FROM event_fields"))
        connection.execute(text("DELETE FROM article_events"))


def test_older_articles_get_their_fields_when_somebody_searches(press: Ledger) -> None:
    forget(press)
    assert len(ids(press, StatementFilter())) == 4
    assert ids(press, StatementFilter(actor="corvane")) == ["dawn", "fleet"]


def test_older_articles_get_their_fields_with_the_next_one(press: Ledger, where: str) -> None:
    forget(press)
    with Ledger.open(where) as again:
        again.add(said("hull", "nothing happened"))
        with again._reading() as connection:
            assert happened.complete(connection)
        assert kept(again) == {"dawn", "echo", "fleet", "gull", "hull"}


def test_fields_by_other_rules_are_made_anew(
    press: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(rows(press))
    monkeypatch.setattr(happened, "RULES", happened.RULES + 1)
    assert ids(press, StatementFilter(actor="corvane")) == ["dawn", "fleet"]
    assert sorted(rows(press)) == before


def kept(ledger: Ledger) -> set[str]:
    return {article for article, *_ in rows(ledger)}


def rows(ledger: Ledger) -> Iterator[tuple[str, str, str]]:
    query = "SELECT article_id, field, value FROM event_fields"
    with ledger._reading() as connection:
        yield from ((row[0], row[1], row[2]) for row in connection.execute(text(query)))
