"""Links that a trace showed are kept as they first stood, and found by the beginning of an id."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import create_engine

from firsthand.ledger import upgrading
from firsthand.ledger.rows import ShownLink
from firsthand.ledger.store import Ledger
from firsthand.model.trace import Judgement, LinkKind

COPY = ShownLink(
    id="ab12cd34ab12cd34",
    kind=LinkKind.COPIES,
    source="lantern",
    target="gull",
    judgement=Judgement.YES,
    reason="92 words of it stand in gull word for word",
    claim="The ferry sailed with its doors open",
)
SAME = replace(COPY, id="ab99000000000000", kind=LinkKind.SAME_SOURCE, target="Brann")


def test_a_link_is_kept_as_it_was_first_shown(ledger: Ledger) -> None:
    ledger.remember([COPY, SAME, COPY])
    ledger.remember([replace(COPY, reason="95 words of it", claim="The ferry left open")])
    assert list(ledger.links()) == [COPY, SAME]


def test_a_link_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.remember([SAME, COPY])
    assert list(ledger.links("ab1")) == [COPY]
    assert list(ledger.links("ab")) == [SAME, COPY]
    assert list(ledger.links("%")) == list(ledger.links("a_")) == []


def test_a_claim_that_cannot_be_kept_whole_is_kept_with_what_is_missing_marked(
    ledger: Ledger,
) -> None:
    ledger.remember([replace(COPY, claim="half \ud83d a ferry\x00")])
    assert [link.claim for link in ledger.links()] == ["half � a ferry�"]


def test_many_links_are_remembered_at_once(ledger: Ledger) -> None:
    many = [replace(COPY, id=f"{n:016x}") for n in range(1300)]
    ledger.remember(many[:700])
    ledger.remember(many)
    assert [link.id for link in ledger.links()] == [link.id for link in many]


def test_a_ledger_of_the_first_version_gets_the_table_and_keeps_what_it_has(
    tmp_path: Path,
) -> None:
    where = tmp_path / "news.db"
    _first_version(where, "INSERT INTO judgements VALUES (1, 'a copies b', 'no', 'own reporting', "
                   "'Ada', '2031-03-04T12:00:00.000000+00:00')")  # fmt: skip
    with Ledger.open(where) as upgraded:
        upgraded.remember([COPY])
        assert list(upgraded.links()) == [COPY]
        assert upgraded.overruled() == {"a copies b": Judgement.NO}


def _first_version(where: Path, *statements: str) -> None:
    """A ledger as the first version made it."""
    from alembic import command
    from alembic.config import Config

    engine = create_engine(f"sqlite:///{where}")
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option(
            "script_location", str(Path(upgrading.__file__).parent / "migrations")
        )
        connection.exec_driver_sql(f"PRAGMA application_id={upgrading.APPLICATION_ID}")
        command.upgrade(config, "0001")
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
