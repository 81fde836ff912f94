"""What happened, in the exports; and that none of it tells who a kept-back source is."""

import csv
import io
import json
from dataclasses import replace

import pytest

from firsthand.faces.export.redact import redacted
from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.linking.events.event import Events
from firsthand.linking.events.merging import merged
from firsthand.model.article import Article
from firsthand.model.reading import (
    Basis,
    Kind,
    Naming,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)
from firsthand.model.trace import Claim, Stance, Trace, TracedArticle
from tests.faces.export.conftest import outputs, selected, written

TEXT = (
    "A cook said that Ode Marrin had locked up 300 people in Sollen on 3 May. "
    "The Marrow Line said that it had closed the pier at Lisk."
)
TOLD = "that Ode Marrin had locked up 300 people in Sollen on 3 May"
DENIED = "that it had closed the pier at Lisk"


def told(id: str, words: str, source: str) -> Statement:
    start = TEXT.index(words)
    return Statement(
        id, ((start, start + len(words)),), None, None, (source,), Quotation.INDIRECT,
        Kind.COMMUNICATION, Polarity.ASSERTED, Basis.UNSTATED, (), None, 0.9,
    )  # fmt: skip


@pytest.fixture
def pier() -> Selection:
    line = TEXT.index("The Marrow Line")
    reading = Reading(
        Article("pier", TEXT, publisher="The Lantern", published="2031-05-14"),
        (
            Source("s1", "cook", SourceKind.PERSON, Naming.UNNAMED, None, ((0, 6),)),
            Source("s2", "Marrow Line", SourceKind.ORGANISATION, Naming.NAMED, None,
                   ((line, line + 15),)),
        ),
        (told("st1", TOLD, "s1"), told("st2", DENIED, "s2")),
        (),
        ReaderInfo("firsthand", "0", "0"),
    )  # fmt: skip
    span = reading.statements[0].content[0]
    event = Events(reading).at([span])
    article = TracedArticle(
        "pier", None, "The Lantern", "2031-05-14", Stance.REPORTS, True, ("pier#st1",), span,
        ("cook",), None, (), (), event,
    )  # fmt: skip
    claim = Claim("c1", "They were held for days", merged({"pier": event}))
    return selected(reading, traces=[Trace(claim, (article,), (), (), (), 0, 0, 0, 0)])


def rows(selection: Selection, table: str) -> list[dict[str, str]]:
    made = outputs(selection, FORMATS["csv"])[f"{table}.csv"]
    return list(csv.DictReader(io.StringIO(made, newline="")))


def test_a_field_is_a_row_with_its_place(pier: Selection) -> None:
    found = [r for r in rows(pier, "events") if r["statement"] == "pier#st1"]
    assert [(r["field"], r["part"], r["value"]) for r in found] == [
        ("actor", "doer", "Ode Marrin"),
        ("actor", "receiver", "300 people"),
        ("action", "", "Ode Marrin | lock up | 300 people"),
        ("place", "", "Sollen"),
        ("date", "", "2031-05-03"),
        ("number", "", "300"),
        ("polarity", "", "asserted"),
    ]
    assert all(TEXT[slice(*map(int, r["span"].split(":")))] == r["words"] for r in found[:-1])
    assert (found[4]["anchor"], found[4]["rule"], found[4]["grain"]) == (
        "2031-05-14", "day-month", "day"
    )  # fmt: skip
    assert (found[5]["least"], found[5]["most"], found[5]["unit"]) == ("300", "300", "people")


def test_a_claims_values_have_their_articles(pier: Selection) -> None:
    [place] = [r for r in rows(pier, "claim_fields") if r["field"] == "place"]
    start = TEXT.index("Sollen")
    assert (place["value"], place["articles"]) == ("Sollen", "1")
    assert place["evidence"] == f"pier[{start}:{start + 6}]"


def test_every_value_of_the_tables_has_its_columns_type(pier: Selection) -> None:
    found = json.loads(outputs(pier, FORMATS["parquet"])["events.parquet"])
    assert [(r["value"], r["least"], r["unit"]) for r in found if r["field"] == "number"] == [
        ("300", 300.0, "people")
    ]


def test_json_lines_have_the_event_of_each_statement(pier: Selection) -> None:
    reading, trace = map(json.loads, written(pier, "jsonl").splitlines())
    assert reading["statements"][1]["event"]["actions"][0]["verb"] == "close"
    assert trace["articles"][0]["event"]["places"][0]["name"] == "Sollen"
    assert {"field": "number", "value": "300 people"}.items() <= trace["claim"]["fields"][5].items()


def test_schema_org_has_who_where_and_when(pier: Selection) -> None:
    graph = json.loads(written(pier, "schemaorg"))["@graph"]
    claim = next(each for each in graph if each["@type"] == "Claim")
    assert claim["about"] == [
        {"@type": "Thing", "name": "300 people"}, {"@type": "Thing", "name": "Ode Marrin"}
    ]  # fmt: skip
    assert claim["spatialCoverage"] == [{"@type": "Place", "name": "Sollen"}]
    assert claim["temporalCoverage"] == ["2031-05-03"]


def test_what_an_unnamed_source_told_is_not_told_by_the_events(pier: Selection) -> None:
    safe = redacted(pier, key=b"sixteen bytes or more")
    for selection in (safe, replace(safe, text=False)):
        for format in FORMATS.values():
            for name, text in outputs(selection, format).items():
                for words in ("Marrin", "Sollen", "2031-05-03", "lock up", "cook"):
                    assert words not in text, (format.name, name, words)


def test_what_a_named_source_told_stays(pier: Selection) -> None:
    safe = redacted(pier, key=b"sixteen bytes or more")
    assert "close | pier" in outputs(safe, FORMATS["csv"])["events.csv"]
    [trace] = safe.traces()
    assert trace.articles[0].event is not None
    assert trace.claim.fields == merged({trace.articles[0].id: trace.articles[0].event})
