"""CSV, TSV and Parquet with named columns, and what real tables do to them."""

import io
import sys
from datetime import date, datetime
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from firsthand.intake.inputs import IntakeOptions, articles
from firsthand.model.article import Article, Found, Method
from tests.intake.conftest import PARAGRAPHS
from tests.intake.feeds import Told, serving

STORY = "The guard told the magazine that he was on the gate of the quay."


def test_a_row_is_an_article(read) -> None:
    row = f'q1,Quay shut,"{STORY}",Lisk Leader,https://lisk.example/q,2024-03-14,Ana Lind,en-GB'
    table = f"id,Title,Body,Source,link,date,author,lang\n{row}\n"
    (found,) = read({"a.csv": table}, "a.csv")
    assert found == Article(
        id="q1",
        text=STORY,
        title="Quay shut",
        publisher="Lisk Leader",
        url="https://lisk.example/q",
        published="2024-03-14",
        authors=("Ana Lind",),
        language="en",
    )
    kept = found.provenance
    assert (kept.input, kept.digest) == ("a.csv, line 2", sha256(f"{row}\n".encode()).hexdigest())
    assert kept.found == Found(*[Method.FIELD] * 6)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_line_of_names(read, delimiter: str) -> None:
    table = delimiter.join(["id", "text"]) + "\n" + delimiter.join(["q1", STORY]) + "\n"
    assert [a.id for a in read({"a.csv": table}, "a.csv")] == ["q1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_a_table_in_another_encoding_or_with_a_mark_is_read(read, encoding: str) -> None:
    table = f'text,id\r\n"“It was shut,” she said at the café.",q1\r\n{STORY},q2\r\n'
    data = table.encode(encoding)
    data = b"\xfe\xff" + data if encoding == "utf-16-be" else data
    first, second = read({"a.csv": data}, "a.csv")
    assert (first.text, second.text) == ("“It was shut,” she said at the café.", STORY)


def test_lines_and_marks_inside_values_are_kept(read) -> None:
    table = 'text,id\n"Quay shut\n\n“No,” she said, and ""yes"".\nIt rained.",q1\n'
    (found,) = read({"a.csv": table}, "a.csv")
    assert found.text == 'Quay shut\n\n“No,” she said, and "yes".\nIt rained.'
    assert found.provenance.input == "a.csv, line 2"


def test_marks_in_the_middle_of_a_value_are_words(read) -> None:
    table = 'id,text\nq1,The 5" pipe was "shut" on the quay.\nq2,"The "old" quay was shut."\n'
    assert [a.text for a in read({"a.csv": table}, "a.csv")] == [
        'The 5" pipe was "shut" on the quay.',
        'The old" quay was shut."',
    ]


def test_a_mark_that_nobody_closes_costs_its_own_line(read) -> None:
    table = f'id,text\nq1,{STORY}\nq2,"The quay was shut.\nq3,{STORY}\nq4,{STORY}\n'
    first, error, third, fourth = read({"a.csv": table}, "a.csv")
    assert (first.id, third.id, fourth.id) == ("q1", "q3", "q4")
    assert error == (
        "a.csv, line 3: has a quotation mark that is never closed; "
        "double the marks inside a value, or close it"
    )
    assert fourth.provenance.input == "a.csv, line 5"


def test_many_open_marks_are_given_up_in_bounded_time(read) -> None:
    table = "id,text\n" + 'x","y\n' * 20_001
    found = read({"a.csv": table}, "a.csv")
    assert len(found) <= 40_000
    assert sum(isinstance(item, str) for item in found) == len(found)


def test_a_row_with_too_few_values_is_refused_alone(read) -> None:
    table = f"id,text\nq1\n\n,,\nq2,{STORY},extra\n,  \nq3,{STORY}\n"
    short, second, third = read({"a.csv": table}, "a.csv")
    assert short == (
        "a.csv, line 2: has 1 of the columns and none of them is the text; check its delimiters"
    )
    assert (second.id, third.id) == ("q2", "q3")


def test_a_row_that_is_too_long_is_refused_alone(read) -> None:
    table = f"id,text\nq1,{'x' * 2000}\nq2,{STORY}\n"
    long, second = read({"a.csv": table}, "a.csv", max_bytes=1000)
    assert long.startswith("a.csv, line 2: is longer than 1,000 characters")
    assert second.id == "q2"


def test_an_open_mark_in_a_large_table_swallows_nothing(read) -> None:
    rows = "".join(f"q{n},{STORY}\n" for n in range(100))
    table = f'id,text\nq,"open\n{rows}'
    first, *others = read({"a.csv": table}, "a.csv", max_bytes=2000)
    assert first.startswith("a.csv, line 2: has a quotation mark that is never closed")
    assert [a.id for a in others] == [f"q{n}" for n in range(100)]


def test_a_row_in_a_broken_encoding_is_refused_alone(read) -> None:
    filler = "".join(f"f{n},{STORY}\n" for n in range(5000))
    data = f"id,text\n{filler}".encode() + b"q1,caf\xe9 shut\n" + f"q2,{STORY}\n".encode()
    *_, broken, last = read({"a.csv": data}, "a.csv")
    assert broken == "a.csv, line 5002: is not valid UTF-8; convert the table to UTF-8"
    assert last.id == "q2"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            "id,headline\nq1,Quay\n",
            "has no column for the text among id, headline; say which one it is: "
            "--column text=NAME",
        ),
        ("id,text\n", "is a table without rows; give one with articles in it"),
        ("\n\n", "is empty; give a table with a line of names first"),
    ],
)
def test_a_table_that_holds_no_articles_is_refused(read, table: str, message: str) -> None:
    assert read({"a.csv": table}, "a.csv") == [f"a.csv: {message}"]


def test_columns_are_named_by_the_user(read) -> None:
    table = f"key,words,text\nq1,{STORY},no\n"
    (found,) = read({"a.csv": table}, "a.csv", columns={"text": "words", "id": "KEY"})
    assert (found.id, found.text) == ("q1", STORY)
    assert read({}, "a.csv", columns={"title": "head"}) == [
        "a.csv: has no column head; its columns are key, words, text"
    ]


def test_a_table_of_very_many_columns_is_read(read) -> None:
    table = "a," * 200_000 + "text\n" + "1," * 200_000 + f"{STORY}\n"
    assert [article.text for article in read({"a.csv": table}, "a.csv")] == [STORY]


def test_a_table_is_fetched_by_its_address() -> None:
    with serving() as server:
        server.told["/a.csv"] = Told(body=f"id,text\nq1,{STORY}\n")
        options = IntakeOptions(allow_private=True)
        (found,) = articles([server.url("/a.csv")], options=options)
    assert isinstance(found, Article) and (found.id, found.text) == ("q1", STORY)
    assert found.provenance and found.provenance.input == server.url("/a.csv, line 2")
    assert found.provenance.fetched


def parquet(**columns: object) -> bytes:
    data = io.BytesIO()
    pq.write_table(pa.table(columns), data, row_group_size=50)
    return data.getvalue()


def test_a_row_of_parquet_is_an_article(read) -> None:
    table = parquet(
        id=["q1", "q2"],
        body=[STORY, PARAGRAPHS[0]],
        date=[date(2024, 3, 14), None],
        author=[["Ana Lind", "Bo Ek"], []],
        other=[1, 2],
    )
    first, second = read({"a.parquet": table}, "a.parquet")
    assert (first.id, first.text, first.published, first.authors) == (
        "q1", STORY, "2024-03-14", ("Ana Lind", "Bo Ek"),
    )  # fmt: skip
    assert (second.published, second.authors) == (None, ())
    assert (first.provenance.input, first.provenance.digest) == ("a.parquet, row 1", None)


def test_parquet_streams_and_refuses_rows_alone(read) -> None:
    texts = [None if n % 10 == 3 else f"{STORY} {n}" for n in range(200)]
    when = [datetime(2024, 3, 14, 8, 0)] * 200
    found = read({"a": parquet(id=list(range(200)), text=texts, published=when)}, "a")
    assert [a.id for a in found if isinstance(a, Article)][:4] == ["0", "1", "2", "4"]
    assert found[3] == 'a, row 4: is an article without text; give it a "text"'
    assert (len(found), found[0].published) == (200, "2024-03-14T08:00:00")


def test_parquet_that_is_damaged_says_so(read) -> None:
    whole = parquet(text=[f"{STORY} {n}" for n in range(2000)])
    assert read({"a.parquet": whole[:-100]}, "a.parquet") == [
        "a.parquet: is Parquet without its end: the file is cut off; get a whole copy of it"
    ]
    lying = whole[:-8] + b"\xff\xff\xff\x7fPAR1"
    assert read({"a.parquet": lying}, "a.parquet") == [
        "a.parquet: is no Parquet that can be read; get a whole copy of it"
    ]
    holed = whole[:200] + bytes(len(whole) // 2) + whole[200 + len(whole) // 2 :]
    *_, error = read({"a.parquet": holed}, "a.parquet")
    assert str(error).startswith("a.parquet: is ")
    assert read({"a.parquet": parquet(title=["Quay"])}, "a.parquet") == [
        "a.parquet: has no column for the text among title; say which one it is: --column text=NAME"
    ]


def test_without_the_library_one_line_says_what_to_install(read, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert read({"a.parquet": parquet(text=[STORY])}, "a.parquet") == [
        "a.parquet: is Parquet, and pyarrow isn't installed; pip install 'firsthand[parquet]'"
    ]
