"""The bundled corpus traced in a ledger, by its index: as from a list, which is looked at whole."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from firsthand.ledger.store import Ledger
from firsthand.linking import searching
from firsthand.linking.protocol import Readings
from firsthand.linking.trace import trace
from firsthand.model.contract import reading_from_json
from firsthand.model.reading import Reading
from tests.ledger.stories import READER

GOLD = Path(__file__).parents[2] / "examples" / "gold"


@dataclass(frozen=True)
class Listed(Readings):
    kept: tuple[Reading, ...]

    def readings(self, ids: object = None) -> Iterator[Reading]:
        return iter(self.kept)


def lines(name: str) -> list[str]:
    return (GOLD / name).read_text("utf-8").splitlines()


READINGS = tuple(
    replace(reading_from_json(json.loads(line)), reader=READER) for line in lines("readings.jsonl")
)
CLAIMS = [json.loads(line)["claim"] for line in lines("families.jsonl")]


@pytest.mark.parametrize("all", [0, 300], ids=["by the index", "looked at whole"])
def test_every_claim_has_the_same_trace(
    ledger: Ledger, all: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "ALL", all)
    for reading in READINGS:
        ledger.add(reading)
    for claim in CLAIMS:
        expected = trace(claim, Listed(READINGS))
        assert expected.articles
        assert trace(claim, ledger) == expected
