"""The migrations make the tables that the code thinks there are."""

import re
from pathlib import Path
from typing import Any

from sqlalchemy import inspect

from firsthand.ledger.store import Ledger
from firsthand.ledger.tables import metadata

SEARCH = ("article_search", "source_search", "statement_search")


def test_migrated_tables_are_the_tables_of_the_code(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(thing: Any, name: str | None, kind: str, reflected: bool, _other: Any) -> bool:
        hashed = name in ("ix_sources_group_key", "ix_judgements_link")
        table = name if kind == "table" else thing.table.name
        return not (hashed or str(table).startswith((*SEARCH, "firsthand_version")))

    with ledger._engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def test_the_tables_are_these(ledger: Ledger) -> None:
    names = [n for n in inspect(ledger._engine).get_table_names() if "_search_" not in n]
    assert sorted(names) == [
        "article_events", "article_runs", "article_search", "article_shingles", "articles",
        "chain_links", "checks", "claims", "copies", "credits", "event_fields", "feeds",
        "firsthand_version", "found", "judgements", "links", "provenance", "reviews", "seen_items",
        "source_search", "sources", "statement_judgements", "statement_search", "statements",
        "stem_counts",
    ]  # fmt: skip


def test_foreign_keys_of_the_tables_are_there(ledger: Ledger) -> None:
    found = {
        (table, key["constrained_columns"][0], key["referred_table"])
        for table in metadata.tables
        for key in inspect(ledger._engine).get_foreign_keys(table)
    }
    assert found == {
        ("credits", "article_id", "articles"),
        ("provenance", "article_id", "articles"),
        ("found", "article_id", "articles"),
        ("sources", "article_id", "articles"),
        ("statements", "article_id", "articles"),
        ("statements", "parent_id", "statements"),
        ("chain_links", "statement_id", "statements"),
        ("chain_links", "source_id", "sources"),
        ("article_shingles", "number", "articles"),
        ("copies", "article_id", "articles"),
        ("copies", "other_id", "articles"),
        ("article_events", "number", "articles"),
        ("event_fields", "article_id", "articles"),
        ("event_fields", "statement_id", "statements"),
        ("checks", "article_id", "articles"),
        ("checks", "by_id", "sources"),
        ("checks", "about_source_id", "sources"),
        ("checks", "about_statement_id", "statements"),
        ("statement_judgements", "article_id", "articles"),
    }


def test_migrations_follow_each_other_by_number_and_lie_in_the_package() -> None:
    import firsthand.ledger.upgrading as upgrading

    versions = Path(upgrading.__file__).parent / "migrations" / "versions"
    found = sorted(versions.glob("[0-9]*.py"))
    made = [re.search(r'revision = "(\d+)"\ndown_revision = (\S+)', p.read_text()) for p in found]
    numbers = [path.name[:4] for path in found]
    assert [(m[1], m[2]) for m in made if m] == [
        (number, f'"{before}"' if before else "None")
        for number, before in zip(numbers, ["", *numbers], strict=False)
    ]
