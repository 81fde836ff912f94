"""The tables, read back by the standard library's reader."""

import csv
import io
from dataclasses import replace

import pytest

from firsthand.faces.export.cells import plain
from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.model.reading import Reading
from tests.faces.export.conftest import outputs, selected

NAMES = [
    "articles", "sources", "statements", "chains", "events", "checks", "claims", "claim_fields",
    "appearances", "origins", "links",
]  # fmt: skip


def read(selection: Selection, format: str) -> dict[str, list[dict[str, str]]]:
    """Rows by column, by table."""
    made = outputs(selection, FORMATS[format])
    options = (
        {"delimiter": ","} if format == "csv" else {"delimiter": "\t", "quoting": csv.QUOTE_NONE}
    )
    tables = {}
    for name, text in made.items():
        rows = list(csv.reader(io.StringIO(text, newline=""), **options))  # type: ignore[arg-type]
        assert {len(row) for row in rows} == {len(rows[0])}
        assert len(text.splitlines()) == len(rows)
        table = name.removesuffix(f".{format}")
        tables[table] = [dict(zip(rows[0], map(plain, row), strict=True)) for row in rows[1:]]
    return tables


both = pytest.mark.parametrize("format", ["csv", "tsv"])


@both
def test_one_file_a_table(claim: Selection, format: str) -> None:
    assert list(read(claim, format)) == NAMES


@both
def test_a_statement_with_its_places(claim: Selection, reading: Reading, format: str) -> None:
    row = read(claim, format)["statements"][1]
    assert row["id"] == "ferry#st2"
    assert row["words"] == "about forty cars were loose"
    assert row["chain"] == "Tidewater ‹ Brann ‹ mate"
    assert (row["quotation"], row["confidence"], row["parent"]) == ("direct", "0.4", "ferry#st1")
    start, end = map(int, row["content"].split(":"))
    assert reading.article.text[start:end] == row["words"]
    assert row["cue_words"] == "had said"


@both
def test_ids_join_the_tables(claim: Selection, format: str) -> None:
    tables = read(claim, format)
    sources, statements = ({row["id"] for row in tables[t]} for t in ("sources", "statements"))
    assert {row["source"] for row in tables["chains"]} <= sources
    assert {row["statement"] for row in tables["chains"]} <= statements
    assert [row["source"] for row in tables["chains"] if row["statement"] == "ferry#st2"] == [
        "ferry#s1", "ferry#s2", "ferry#s3",
    ]  # fmt: skip
    articles = {row["id"] for row in tables["articles"]}
    assert {row["article"] for row in tables["appearances"]} == articles == {"ferry", "gull"}
    assert {row["claim"] for row in tables["links"]} == {"c1"}


@both
def test_a_link_has_its_reason_and_places(claim: Selection, format: str) -> None:
    row = read(claim, format)["links"][0]
    assert (row["id"], row["from"], row["to"]) == ("0123456789abcdef", "gull", "ferry")
    assert (row["kind"], row["judgement"], row["score"]) == ("copies", "yes", "0.9123")
    assert row["reason"] == "shares “cars were loose”"


@both
def test_a_text_comes_back_whole(claim: Selection, reading: Reading, format: str) -> None:
    assert read(claim, format)["articles"][0]["text"] == reading.article.text


@both
def test_without_text_the_words_of_statements_stay(claim: Selection, format: str) -> None:
    tables = read(replace(claim, text=False), format)
    assert {row["text"] for row in tables["articles"]} == {""}
    assert tables["statements"][1]["words"] == "about forty cars were loose"


@both
def test_a_hostile_title_stays_a_title(reading: Reading, format: str) -> None:
    title = '=HYPERLINK("https://evil.example","go")\n\t"'
    hostile = replace(reading, article=replace(reading.article, title=title))
    made = outputs(selected(hostile), FORMATS[format])[f"articles.{format}"]
    assert "\t=" not in made and ',"=' not in made
    assert read(selected(hostile), format)["articles"][0]["title"] == title


def test_numbers_are_bare_and_text_is_quoted_in_csv(claim: Selection) -> None:
    assert outputs(claim, FORMATS["csv"])["claims.csv"] == (
        '"id","text","articles","independent_support","at_least","at_most","independent_denial"\r\n'
        '"c1","About forty cars were loose on the ferry",2,1,1,1,0\r\n'
    )
