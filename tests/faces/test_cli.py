"""The commands: what they print, where, and with which exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from firsthand.faces.cli import run
from firsthand.model.article import Article
from firsthand.model.errors import InputError, WeightsError
from firsthand.model.reading import Reading
from firsthand.model.trace import Claim, Trace

Printed = pytest.CaptureFixture[str]

EMPTY = Trace(Claim("c", "the moon fell"), (), (), (), (), 0, 0, 0, 0)


@pytest.fixture(autouse=True)
def plain_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder and an environment that says nothing about firsthand."""
    monkeypatch.chdir(tmp_path)
    for name in ("FIRSTHAND_LEDGER", "FIRSTHAND_COLOUR", "FIRSTHAND_WIDTH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def news(doors: Any, reading: Reading, silent: Reading) -> Any:
    """Inputs ferry.txt and rain.txt can be read, and nothing.txt can't."""
    doors.given = {
        "ferry.txt": reading.article,
        "rain.txt": silent.article,
        "nothing.txt": InputError("nothing.txt", "no such file", "check the path"),
    }
    doors.readings = {"ferry": reading, "weather": silent}
    return doors


Tracing = Callable[..., None]


@pytest.fixture
def tracing(monkeypatch: pytest.MonkeyPatch) -> Tracing:
    def answer(*traces: Trace) -> None:
        room = SimpleNamespace(
            trace=lambda query, readings, overruled: traces[0],
            trace_all=lambda readings, overruled: iter(traces),
        )
        monkeypatch.setitem(sys.modules, "firsthand.linking.trace", room)

    return answer


# Reading


def test_read_prints_a_table(news: Any, capsys: Printed) -> None:
    assert run(["read", "ferry.txt"]) == 0
    out, err = capsys.readouterr()
    assert "  st4  The Lantern ‹ Marrow Line  denied\n       any door was open\n" in out
    assert "\x1b" not in out and err == ""


def test_a_refused_input_is_one_line_and_the_others_go_on(news: Any, capsys: Printed) -> None:
    assert run(["read", "ferry.txt", "nothing.txt", "rain.txt", "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["article"]["id"] for line in out.splitlines()] == ["ferry", "weather"]
    assert err == "firsthand: nothing.txt: no such file; check the path\n"


def test_jsonl_is_the_contract(news: Any, capsys: Printed) -> None:
    assert run(["read", "ferry.txt", "--format", "jsonl"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["schema"] == "firsthand/reading/1"
    assert [s["id"] for s in row["statements"]] == ["st1", "st2", "st3", "st4"]


def test_what_the_reader_is_less_sure_of_can_be_left_out(news: Any, capsys: Printed) -> None:
    assert run(["read", "ferry.txt", "--format", "jsonl", "--min-confidence", "0.5"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert [s["id"] for s in row["statements"]] == ["st1", "st3", "st4"]
    assert len(row["sources"]) == 4 and len(row["checks"]) == 1


@pytest.mark.parametrize("command", [["read"], ["audit"], ["add", "--ledger", "news.db"]])
def test_the_reader_gets_the_cores_that_were_asked_for(news: Any, command: list[str]) -> None:
    assert run(["--threads", "1", *command, "ferry.txt"]) == 0
    assert news.threads == 1


def test_statements_inside_statements_can_be_left_out(news: Any, capsys: Printed) -> None:
    assert run(["read", "ferry.txt", "--format", "jsonl", "--outermost"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert [s["id"] for s in row["statements"]] == ["st1", "st3", "st4"]


def test_an_inner_statement_moves_up_when_its_parent_is_left_out(
    news: Any, reading: Reading, capsys: Printed
) -> None:
    first, second, *rest = reading.statements
    sure = (replace(first, confidence=0.1), replace(second, confidence=0.9), *rest)
    news.readings["ferry"] = replace(reading, statements=sure)
    assert run(["read", "ferry.txt", "--format", "jsonl", "--min-confidence", "0.5"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["statements"][0]["id"] == "st2"
    assert row["statements"][0]["parent"] is None


def test_html_goes_to_a_file(news: Any, tmp_path: Path, capsys: Printed) -> None:
    assert run(["read", "ferry.txt", "--format", "html", "-o", "page.html"]) == 0
    assert capsys.readouterr().out == ""
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") and page.rstrip().endswith("</html>")


def test_an_output_that_cannot_be_written_is_wrong_usage(news: Any, capsys: Printed) -> None:
    assert run(["read", "ferry.txt", "-o", "no/such/folder.txt"]) == 2
    assert capsys.readouterr().err == (
        "firsthand: no/such/folder.txt: can't be written (No such file or directory); "
        "give --output another name\n"
    )


def test_a_lone_surrogate_is_printed_as_json_writes_it(
    news: Any, reading: Reading, tmp_path: Path
) -> None:
    odd = replace(reading, article=replace(reading.article, title="half \ud83d a smile"))
    news.readings["ferry"] = odd
    assert run(["read", "ferry.txt", "--format", "jsonl", "-o", "out.jsonl"]) == 0
    row = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert row["article"]["title"] == "half \ud83d a smile"


def test_force_reads_other_languages_too(news: Any) -> None:
    assert run(["read", "ferry.txt"]) == 0
    assert not news.forced
    assert run(["read", "ferry.txt", "--force"]) == 0
    assert news.forced


def test_the_model_is_not_loaded_when_nothing_can_be_read(
    news: Any, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    def missing(*, threads: int) -> None:
        raise WeightsError("the model is missing; install firsthand again")

    room = SimpleNamespace(Reader=missing)
    monkeypatch.setitem(sys.modules, "firsthand.reading.reader", room)
    assert run(["read", "nothing.txt"]) == 1
    assert "no such file" in capsys.readouterr().err
    assert run(["read", "ferry.txt"]) == 1
    assert capsys.readouterr().err == ("firsthand: the model is missing; install firsthand again\n")


def test_ctrl_c_is_one_line(news: Any, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    def stopped(inputs: object, *, options: object) -> Iterator[Article]:
        raise KeyboardInterrupt

    room = SimpleNamespace(articles=stopped)
    monkeypatch.setitem(sys.modules, "firsthand.intake.inputs", room)
    assert run(["read", "ferry.txt"]) == 130
    assert capsys.readouterr().err.strip() == "firsthand: stopped"


def test_a_reader_of_the_output_that_goes_away_is_no_error() -> None:
    program = (
        "from firsthand.faces.output import results\n"
        "from firsthand.faces.cli import app, run\n"
        "def many():\n"
        "    with results() as stream:\n"
        "        for n in range(100_000):\n"
        "            print('a line', n, file=stream)\n"
        "app.command()(many)\n"
        "raise SystemExit(run(['many']))\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert child.stdout and child.stderr
    child.stdout.readline()
    child.stdout.close()
    assert (child.wait(timeout=60), child.stderr.read()) == (0, b"")
    child.stderr.close()


# The ledger


def test_add_keeps_what_it_read_and_says_what_was_there(news: Any, capsys: Printed) -> None:
    assert run(["add", "--ledger", "news.db", "ferry.txt"]) == 0
    assert capsys.readouterr().out == "added 1 article to news.db\n"
    assert run(["add", "--ledger", "news.db", "ferry.txt", "rain.txt", "nothing.txt"]) == 1
    out, err = capsys.readouterr()
    assert out == "added 1 article to news.db; 1 was already there; 1 input refused\n"
    assert err == "firsthand: nothing.txt: no such file; check the path\n"


def test_add_reads_nothing_twice(news: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["add", "--ledger", "news.db", "ferry.txt", "-q"]) == 0
    monkeypatch.setitem(sys.modules, "firsthand.reading.reader", SimpleNamespace(Reader=None))
    assert run(["add", "--ledger", "news.db", "ferry.txt", "-q"]) == 0


def test_a_stopped_add_keeps_what_was_read(
    news: Any, monkeypatch: pytest.MonkeyPatch, capsys: Printed, reading: Reading
) -> None:
    class Reader:
        def __init__(self, *, threads: int):
            pass

        def read_many(self, articles: Iterator[Article]) -> Iterator[Reading]:
            yield reading
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "firsthand.reading.reader", SimpleNamespace(Reader=Reader))
    assert run(["add", "--ledger", "news.db", "ferry.txt", "rain.txt"]) == 130
    out, err = capsys.readouterr()
    assert out == "added 1 article to news.db\n"
    assert err.strip() == "firsthand: stopped"
    assert run(["articles", "--ledger", "news.db", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "ferry"


@pytest.fixture
def ledger(news: Any, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["add", "--ledger", "news.db", "ferry.txt", "rain.txt", "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    monkeypatch.setenv("FIRSTHAND_LEDGER", "news.db")


@pytest.mark.usefixtures("ledger")
def test_articles_are_listed(capsys: Printed) -> None:
    assert run(["articles"]) == 0
    assert capsys.readouterr().out == (
        "published   publisher    title                                    statements  id\n"
        "2 May 2024  The Lantern  Pilot says ferry sailed with doors open           4  ferry\n"
        "                         Rain                                              0  weather\n"
    )
    assert run(["articles", "ramp", "--source", "brann", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "ferry"


@pytest.mark.usefixtures("ledger")
def test_sources_are_listed(capsys: Printed) -> None:
    assert run(["sources", "--naming", "pseudonym"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Brann (pseudonym)   person           3         1  The Lantern",
        "a pilot · in ferry",
    ]
    assert run(["sources", "marrow", "--kind", "organisation", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "Marrow Line"


@pytest.mark.usefixtures("ledger")
def test_statements_are_found_by_what_happened(capsys: Printed) -> None:
    assert run(["statements", "--action", "saw the ramp", "--format", "jsonl"]) == 0
    assert [json.loads(row)["id"] for row in capsys.readouterr().out.splitlines()] == ["ferry#st3"]
    assert run(["statements", "--number", "forty cars", "--format", "jsonl"]) == 0
    assert "ferry#st2" in capsys.readouterr().out
    assert run(["statements", "--on", "2024-05-01"]) == 0
    assert capsys.readouterr().out.startswith("No statements match.")


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--number", "many"], "--number 'many' is no number"),
        (["--on", "2024-05-01", "--to", "2024-05-02"], "--on is one day"),
        (["--from", "May"], "'May' is no date"),
    ],
)
def test_a_wrong_filter_of_what_happened_is_one_line(
    capsys: Printed, flags: list[str], said: str
) -> None:
    assert run(["statements", *flags]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("ledger")
def test_statements_are_found_by_words_and_filters(capsys: Printed) -> None:
    assert run(["statements", "--polarity", "denied"]) == 0
    assert capsys.readouterr().out == (
        "2 May 2024 · ferry#st4\n"
        "  The Lantern ‹ Marrow Line\n"
        "  any door was open\n"
        "  indirect · denied · 90% sure\n\n"
    )
    assert run(["statements", "cars", "--source", "mate", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "ferry#st2"
    assert run(["statements", "--since", "2024-05-03", "--publisher", "lantern"]) == 0
    assert capsys.readouterr().out.startswith("No statements match.")


@pytest.mark.usefixtures("ledger")
def test_a_day_that_is_none_is_wrong_usage(capsys: Printed) -> None:
    assert run(["statements", "--since", "May"]) == 2
    assert capsys.readouterr().err == ("firsthand: 'May' is no date; write it like 2024-03-31\n")


# Tracing


@pytest.mark.usefixtures("ledger")
def test_a_trace_is_a_tree_with_the_articles_own_words(
    tracing: Tracing, trace: Trace, capsys: Printed
) -> None:
    tracing(trace)
    assert run(["trace", "the ferry sailed open"]) == 0
    out = capsys.readouterr().out
    assert "● Brann · spoke to Tidewater" in out
    assert "        “Pilot”" in out


@pytest.mark.usefixtures("ledger")
def test_a_trace_is_json(tracing: Tracing, trace: Trace, capsys: Printed) -> None:
    tracing(trace)
    assert run(["trace", "the ferry sailed open", "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["schema"], row["at_least"], row["at_most"]) == ("firsthand/trace/1", 1, 2)
    assert row["articles"][0]["lost"] == ["number", "verification"]


@pytest.mark.usefixtures("ledger")
def test_all_claims_are_a_line_each_or_one_page(
    tracing: Tracing, trace: Trace, capsys: Printed
) -> None:
    tracing(trace, trace)
    assert run(["trace", "--all", "--format", "json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert run(["trace", "--all", "--format", "html"]) == 0
    assert capsys.readouterr().out.count("<article") == 2


@pytest.mark.usefixtures("ledger")
def test_a_trace_that_finds_nothing_says_what_was_searched(
    tracing: Tracing, capsys: Printed
) -> None:
    tracing(EMPTY)
    assert run(["trace", "the moon fell"]) == 0
    assert capsys.readouterr().out.startswith("Nothing in 2 articles matches “the moon fell”.")


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("arguments", [[], [""], ["a claim", "--all"]])
def test_a_trace_takes_a_claim_or_all(arguments: list[str], capsys: Printed) -> None:
    assert run(["trace", *arguments]) == 2
    assert capsys.readouterr().err.startswith("firsthand: trace takes a claim or --all:")


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["raed"], "No such command 'raed'"),
        (["read"], "Missing argument 'INPUT"),
        (["read", "x", "--formt", "html"], "No such option"),
        (["read", "x", "--min-confidence", "2"], "Invalid value for '--min-confidence'"),
        (["articles"], "no ledger was named"),
    ],
)
def test_wrong_usage_is_one_line(arguments: list[str], line: str, capsys: Printed) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"firsthand: {line}") and err.count("\n") == 1


def test_a_question_to_a_ledger_that_is_not_there_creates_none(
    tmp_path: Path, capsys: Printed
) -> None:
    assert run(["sources", "--ledger", "no.db"]) == 1
    assert capsys.readouterr().err == (
        "firsthand: no.db: no such ledger; make it with firsthand add --ledger no.db INPUT...\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_another_programs_file_is_one_line(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "notes.txt").write_text("a shopping list\n" * 100)
    assert run(["articles", "--ledger", "notes.txt"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("firsthand: ") and "notes.txt" in err and err.count("\n") == 1


def test_version_and_help(capsys: Printed) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("firsthand 0.")
    assert run([]) == 0
    assert "Who says so, and how do they know?" in capsys.readouterr().out
    assert run(["read", "--help"]) == 0
    assert "--min-confidence" in capsys.readouterr().out
