"""firsthand export: what it writes, where, and what it says when it can't."""

import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.faces.cli import run
from firsthand.faces.export import sink
from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.ledger.store import Ledger
from firsthand.model.errors import UsageError
from firsthand.model.reading import Reading
from tests.faces.export.conftest import selected

Printed = pytest.CaptureFixture[str]
ONE_FILE = [f.name for f in FORMATS.values() if not (f.several or f.claim or f.binary)]
each_format = pytest.mark.parametrize("name", FORMATS)


@pytest.fixture(autouse=True)
def plain_place(tmp_path: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that holds news.db and an environment that says nothing about firsthand."""
    monkeypatch.chdir(tmp_path)
    for name in ("FIRSTHAND_LEDGER", "FIRSTHAND_COLOUR", "FIRSTHAND_WIDTH"):
        monkeypatch.delenv(name, raising=False)


def export(format: str, *more: str) -> int:
    return run(["export", "--ledger", "news.db", "--format", format, *more])


CLAIM = ("--claim", "any door was open")


# What is written


@each_format
def test_every_format_is_written(name: str, tmp_path: Path) -> None:
    assert export(name, *CLAIM, "-o", "out") == 0
    out = tmp_path / "out"
    assert out.is_dir() == FORMATS[name].several
    files = list(out.iterdir()) if out.is_dir() else [out]
    assert files and all(f.stat().st_size for f in files)
    assert [f for f in tmp_path.iterdir() if f.name.startswith(".")] == []


@pytest.mark.parametrize("name", ONE_FILE)
def test_one_file_goes_to_standard_output(name: str, capsys: Printed, tmp_path: Path) -> None:
    assert export(name) == 0
    shown = capsys.readouterr().out
    assert export(name, "-o", "out") == 0
    assert (tmp_path / "out").read_bytes().decode() == shown


def test_one_article(capsys: Printed) -> None:
    assert export("jsonl", "--article", "gull") == 0
    assert [json.loads(row)["article"]["id"] for row in capsys.readouterr().out.splitlines()] == [
        "gull"
    ]


def test_a_claim_brings_its_trace(capsys: Printed) -> None:
    assert export("jsonl", *CLAIM) == 0
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert rows[-1]["claim"]["text"] == "any door was open"
    assert {row["article"]["id"] for row in rows[:-1]} == {a["id"] for a in rows[-1]["articles"]}


def test_all_claims_bring_all_traces(capsys: Printed) -> None:
    assert export("jsonl", "--all-claims") == 0
    schemas = [json.loads(row)["schema"] for row in capsys.readouterr().out.splitlines()]
    assert schemas[:2] == ["firsthand/reading/1"] * 2
    assert set(schemas[2:]) == {"firsthand/trace/1"}


def test_every_claim_is_followed_once_however_many_files_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from firsthand.linking import trace

    times = []
    follow = trace.trace_all
    monkeypatch.setattr(trace, "trace_all", lambda *a, **k: times.append(1) or follow(*a, **k))
    assert export("csv", "--all-claims", "--redact", "-o", "out") == 0
    assert len(times) == 1


def test_without_text(capsys: Printed) -> None:
    assert export("jsonl", "--without-text") == 0
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [row["article"]["text"] for row in rows] == [None, None]


def test_a_zip_holds_what_the_folder_holds_and_is_the_same_each_time(tmp_path: Path) -> None:
    for out in ("tables", "one.zip", "two.zip"):
        assert export("csv", "-o", out) == 0
    with zipfile.ZipFile("one.zip") as archive:
        zipped = {name: archive.read(name) for name in archive.namelist()}
    assert zipped == {f.name: f.read_bytes() for f in (tmp_path / "tables").iterdir()}
    assert Path("one.zip").read_bytes() == Path("two.zip").read_bytes()


def test_redacted_exports_share_tokens_only_by_key(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("a key of many letters\n")
    for out, *more in (("1", "--redact-key", "key"), ("2", "--redact-key", "key"), ("3",)):
        assert export("jsonl", "--redact", "-o", out, *more) == 0
    one, two, three = (Path(name).read_text(encoding="utf-8") for name in "123")
    assert one == two != three
    assert "Brann" not in one + three


# What can't be


def told(capsys: Printed) -> str:
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1
    return err.removeprefix("firsthand: ").rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("jsonl", "--article", "nothing"),
         "--article nothing: news.db holds no such article; "
         "firsthand articles --ledger news.db lists the ids"),
        (("jsonl", "--claim", "the moon fell down"),
         "--claim 'the moon fell down': nothing in news.db matches it; "
         "use the articles' own words"),
        (("jsonl", "--claim", " "),
         '--claim is empty; give it a sentence: "the ministry closed the port"'),
        (("jsonl", "--claim", "x", "--article", "gull"),
         "--article, --claim and --all-claims: take one of them"),
        (("html",), "--format html is made of one claim; add --claim TEXT"),
        (("csv",), "--format csv makes several files; "
         "add --output FOLDER or --output FILE.zip"),
        (("docbin",), "--format docbin makes a binary file; add --output FILE"),
        (("docbin", "-o", "out", "--without-text"),
         "--format docbin is made of the articles' texts; leave out --without-text"),
        (("jsonl", "-o", "news.db"),
         "news.db: is there already; add --force or give --output another name"),
        (("jsonl", "-o", "no/such.jsonl"),
         "no/such.jsonl: can't be written (No such file or directory); "
         "give --output another name"),
        (("csv", "-o", "no/such/"),
         "no/such: can't be written (No such file or directory); give --output another name"),
        (("jsonl", "--redact-key", "news.db"), "--redact-key is for --redact; add that"),
        (("jsonl", "--redact", "--redact-key", "none"),
         "--redact-key none: can't be read (No such file or directory); give it a file"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line(
    arguments: tuple[str, ...], message: str, capsys: Printed
) -> None:
    assert export(*arguments) == 2
    assert told(capsys) == message


def test_a_format_that_is_not_there(capsys: Printed) -> None:
    assert export("xls") == 2
    assert told(capsys).startswith("--format xls: no such format; choose one of csv, tsv, parquet")


@pytest.mark.parametrize("name", [f.name for f in FORMATS.values() if f.extra])
def test_a_library_that_is_not_installed_is_named(
    name: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.faces.export.registry.find_spec", lambda _: None)
    library, extra = FORMATS[name].extra or ("", "")
    assert export(name, "-o", "out") == 2
    assert told(capsys) == (
        f"--format {name}: {library} isn't installed; pip install 'firsthand[{extra}]'"
    )
    assert not Path("out").exists()


def test_a_key_that_could_be_guessed(capsys: Printed, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("secret\n")
    assert export("jsonl", "--redact", "--redact-key", "key") == 2
    assert told(capsys) == "--redact-key key: holds 6 bytes; give it at least 16, random"


@each_format
def test_an_empty_ledger(name: str, capsys: Printed) -> None:
    Ledger.open("empty.db").close()
    given = ["--claim", "x"] if FORMATS[name].claim else []
    assert run(["export", "--ledger", "empty.db", "--format", name, "-o", "out", *given]) == 1
    assert told(capsys) == (
        "empty.db: holds no articles; put some in with firsthand add --ledger empty.db INPUT..."
    )
    assert not Path("out").exists()


def test_a_ledger_that_is_not_there(capsys: Printed) -> None:
    assert run(["export", "--ledger", "none.db", "--format", "jsonl"]) == 1
    assert told(capsys).startswith("none.db: no such ledger")
    assert not Path("none.db").exists()


# Replacing


def test_force_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    assert export("ris", "-o", "out", "--force") == 0
    assert "old" not in (tmp_path / "out").read_text()


def test_force_replaces_an_export_in_a_folder_and_nothing_else(
    capsys: Printed, tmp_path: Path
) -> None:
    assert export("brat", "-o", "out") == 0
    assert export("brat", "-o", "out", "--force") == 0
    (tmp_path / "out" / "mine.txt").write_text("mine")
    assert export("brat", "-o", "out", "--force") == 2
    assert told(capsys) == (
        "out: holds files that aren't of this export (mine.txt); give --output another name"
    )
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path, reading: Reading) -> None:
    def breaking() -> Iterator[Reading]:
        yield reading
        raise UsageError("half way")

    broken = replace(selected(reading), readings=breaking)
    for name, out in (("jsonl", "file"), ("csv", "folder"), ("csv", "file.zip")):
        with pytest.raises(UsageError, match="half way"):
            sink.export(broken, FORMATS[name], tmp_path / out, force=False)
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith("news.db")) == []


# Streams


@pytest.mark.parametrize("name", [f.name for f in FORMATS.values() if f.streams and not f.claim])
def test_what_streams_holds_no_ledger_in_memory(
    name: str, reading: Reading, tmp_path: Path
) -> None:
    """Peaks with 20 and with 200 articles of 20,000 characters, four megabytes in all."""
    long = replace(reading, article=replace(reading.article, text=reading.article.text * 80))

    def many(number: int) -> Selection:
        def readings() -> Iterator[Reading]:
            for n in range(number):
                yield replace(long, article=replace(long.article, id=f"a{n}"))

        return replace(selected(), readings=readings)

    peaks = []
    for number in (20, 200):
        tracemalloc.start()
        sink.export(many(number), FORMATS[name], tmp_path / f"{number}.zip", force=False)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 500_000
