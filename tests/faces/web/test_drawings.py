"""What is laid out in Python: a claim's counts, a source's statements over time."""

import pytest

from firsthand.faces.web.fans import MOST, fan
from firsthand.faces.web.strips import LANES, OTHERS, strip
from firsthand.ledger.rows import StatementRow
from firsthand.model.reading import Basis, Kind, Naming, Polarity, Quotation


def dots(looks: int, support: int, denial: int) -> tuple[int, int, int]:
    names = [dot.names for dot in fan(looks, support, denial).dots]
    return names.count("article"), names.count("origin"), names.count("denial")


def test_every_article_spreads_from_an_origin() -> None:
    drawn = fan(5, 2, 1)
    assert dots(5, 2, 1) == (5, 2, 1)
    assert len(drawn.strokes) == 5
    assert len({stroke.split("C")[0] for stroke in drawn.strokes}) == 2


def test_without_an_origin_nothing_spreads() -> None:
    assert fan(3, 0, 0).strokes == ()
    assert dots(0, 0, 0) == (0, 0, 0)


def test_many_are_drawn_in_proportion() -> None:
    assert dots(240, 24, 1) == (MOST, 1, 1)
    assert dots(24, 24, 0) == (MOST, MOST, 0)


def row(n: int, publisher: str | None, published: str | None, **given: object) -> StatementRow:
    fields: dict[str, object] = {
        "id": f"a{n}#st1", "article": f"a{n}", "title": None, "publisher": publisher, "url": None,
        "published": published, "words": "the ferry sailed", "content": (), "chain": ("Brann",),
        "sources": ("k",), "naming": Naming.NAMED, "quotation": Quotation.DIRECT,
        "kind": Kind.COMMUNICATION, "polarity": Polarity.ASSERTED, "basis": Basis.FIRSTHAND,
        "confidence": 0.9,
    }  # fmt: skip
    return StatementRow(**(fields | given))  # type: ignore[arg-type]


def test_time_runs_from_left_to_right_and_an_outlet_has_a_lane() -> None:
    drawn = strip(
        [
            row(1, "Dawn", None),
            row(2, "Dawn", "2031-03-03"),
            row(3, "Fleet", "2031-03-05", polarity=Polarity.DENIED),
        ]
    )
    assert [c.text for c in drawn.columns] == ["no date", "3 Mar 2031", "5 Mar 2031"]
    assert [lane.label.text for lane in drawn.lanes] == ["Dawn", "Fleet"]
    xs = [dot.x for dot in drawn.dots]
    assert xs == sorted(xs) and len(set(xs)) == 3
    assert drawn.dots[2].names == "firsthand denied"
    assert drawn.dots[2].address == "/articles/a3#st1"
    assert "Fleet, 5 Mar 2031, denies: the ferry sailed" in drawn.dots[2].about


def test_many_outlets_share_the_last_lane() -> None:
    rows = [row(n, f"Outlet {n}", "2031-03-03") for n in range(40)]
    drawn = strip(rows)
    assert len(drawn.lanes) == LANES
    assert OTHERS in [lane.label.text for lane in drawn.lanes]
    assert len(drawn.dots) == 40


@pytest.mark.parametrize("number", [1, 5, 6, 23])
def test_marks_of_one_cell_stay_in_their_lane_and_column(number: int) -> None:
    drawn = strip([row(n, "Dawn", "2031-03-03") for n in range(number)])
    [lane] = drawn.lanes
    assert len({(dot.x, dot.y) for dot in drawn.dots}) == number
    for dot in drawn.dots:
        assert lane.y + 6 < dot.y < lane.y + lane.height - 6
        assert drawn.columns[0].x < dot.x < drawn.width
