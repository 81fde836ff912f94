"""Which format a file is in, and what it may call an article."""

from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.faces.annotated.files import known, read
from firsthand.ledger.store import Ledger
from firsthand.model.reading import Reading


def test_an_address_of_two_articles_names_neither(ledger: Path, reading: Reading) -> None:
    with Ledger.open(ledger) as store:
        assert known(store).addresses["https://lantern.example/ferry"] == "ferry"
        again = replace(reading.article, id="ferry-2", text=reading.article.text + "More.\n")
        store.add(replace(reading, article=again))
        found = known(store)
    assert "https://lantern.example/ferry" not in found.addresses
    assert found.files == {"ferry": "ferry", "ferry-2": "ferry-2", "gull": "gull"}


@pytest.mark.parametrize(
    ("name", "made", "format"),
    [
        ("a.json", '[{"data": {}}]', "Label Studio"),
        ("a.json", '{"data": {}}', "Label Studio"),
        ("a.jsonld", '{"items": [{}]}', "Web Annotations"),
        ("a.jsonl", '{"target": "x"}\n{"target": "y"}\n', "Web Annotations"),
        ("a.ann", "T1\tContent 0 1\tA\n", "brat"),
    ],
)
def test_a_format_is_seen_from_the_file(
    name: str, made: str, format: str, tmp_path: Path, ledger: Path
) -> None:
    (tmp_path / name).write_text(made)
    with Ledger.open(ledger) as store:
        assert {found for found, _ in read(tmp_path / name, known(store))} == {format}
