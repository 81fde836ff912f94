"""Parquet, read back by pyarrow: the same tables, with types and without escapes."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.faces.export.tables import tables
from firsthand.model.reading import Reading
from tests.faces.export.conftest import raw, selected

PARQUET = FORMATS["parquet"]


def read(selection: Selection) -> dict[str, Any]:
    return {
        name.removesuffix(".parquet"): parquet.read_table(BytesIO(made))
        for name, made in raw(selection, PARQUET).items()
        if isinstance(made, bytes)
    }


def test_every_table_is_there_with_its_rows(claim: Selection) -> None:
    found = read(claim)
    assert {
        name: [tuple(row.values()) for row in made.to_pylist()] for name, made in found.items()
    } == {table.name: list(table.rows(claim)) for table in tables()}


def test_columns_have_types(claim: Selection) -> None:
    found = read(claim)
    assert found["statements"].schema.field("confidence").type == pa.float64()
    assert found["chains"].schema.field("position").type == pa.int64()
    assert found["links"].schema.field("score").type == pa.float64()
    assert found["appearances"].schema.field("start").type == pa.int64()
    assert found["articles"].schema.field("text").type == pa.string()


def test_a_text_stands_as_it_is(reading: Reading) -> None:
    article = replace(reading.article, title="=1+1\t“a”\nb\\n")
    found = read(selected(replace(reading, article=article)))
    assert found["articles"].column("title").to_pylist() == ["=1+1\t“a”\nb\\n"]


def test_half_a_character_is_written_as_its_escape(reading: Reading) -> None:
    article = replace(reading.article, title="a \ud83d b")
    found = read(selected(replace(reading, article=article)))
    assert found["articles"].column("title").to_pylist() == ["a \\ud83d b"]


def test_a_table_without_rows_has_its_columns(silent: Reading) -> None:
    found = read(selected(silent))["statements"]
    assert (found.num_rows, found.column_names[:2]) == (0, ["id", "article"])


def test_many_rows_make_several_groups(reading: Reading) -> None:
    long = replace(reading.article, text=reading.article.text * 2000)
    many = [replace(reading, article=replace(long, id=f"a{n}")) for n in range(100)]
    made = raw(selected(*many), PARQUET)["articles.parquet"]
    assert isinstance(made, bytes)
    found = parquet.ParquetFile(BytesIO(made))
    assert found.num_row_groups > 1
    assert found.read().column("id").to_pylist() == [f"a{n}" for n in range(100)]
