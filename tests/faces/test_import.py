"""firsthand import, and where what it brought shows: statements, traces, exports, judgements."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from firsthand.faces.cli import run

Printed = pytest.CaptureFixture[str]
Said = Callable[..., str]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that holds news.db and a brat export of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIRSTHAND_LEDGER", "news.db")
    for name in ("FIRSTHAND_BY", "LOGNAME", "USER", "USERNAME", "FIRSTHAND_COLOUR"):
        monkeypatch.delenv(name, raising=False)
    assert run(["export", "--format", "brat", "-o", "brat"]) == 0


@pytest.fixture
def said(capsys: Printed) -> Said:
    """What a command prints on standard output, or with `err` on standard error."""

    def of(*arguments: str, code: int = 0, err: bool = False) -> str:
        capsys.readouterr()
        assert run(arguments) == code
        return str(capsys.readouterr()[err])

    return of


def edit(change: Callable[[str], str], name: str = "ferry") -> None:
    file = Path("brat") / f"{name}.ann"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def without_last(lines: str) -> str:
    """The denial taken away, with everything that hangs on it."""
    return lines[: re.search(r"^T\d+\tContent 203 220", lines, re.MULTILINE).start()]  # type: ignore[union-attr]


def rows(printed: str) -> list[Any]:
    return [json.loads(line) for line in printed.splitlines()]


def test_an_export_that_nobody_touched_judges_nothing(said: Said) -> None:
    for format, out in (("annotation", "page.jsonld"), ("brat", "brat.zip")):
        run(["export", "--format", format, "-o", out])
    for file in ("brat", "brat.zip", "page.jsonld"):
        assert said("import", file, "--by", "Ada") == ""
        assert said("import", file, "--by", "Ada", err=True) == "firsthand: 0 judgements\n"


def test_what_was_changed_becomes_judgements(said: Said) -> None:
    edit(without_last)
    edit(lambda s: s.replace("Polarity T1 Denied", "Polarity T1 Asserted"), "gull")
    assert said("import", "brat", "--by", "Ada", "--dry-run") == (
        "ferry#st4 removed by Ada: marked in brat\n"
        "gull#st1 changed by Ada: marked in brat: polarity denied → asserted\n"
    )
    assert said("judgements").startswith("Nobody has judged")
    assert said("import", "brat", "--by", "Ada", err=True) == (
        "firsthand: 2 judgements: 1 changed, 1 removed\n"
    )
    assert said("import", "brat", "--by", "Ada") == ""


def test_a_removed_statement_is_listed_as_such_and_never_lost(said: Said) -> None:
    edit(without_last)
    said("import", "brat", "--by", "Ada")
    *others, denial = rows(said("statements", "--article", "ferry", "--format", "jsonl"))
    assert [row["judged"] for row in others] == [None] * 3
    judged = denial["judged"]
    assert (denial["words"], judged["verdict"], judged["author"]) == (
        "any door was open", "removed", "Ada",
    )  # fmt: skip
    assert "removed by Ada (" in said("statements", "--article", "ferry")
    assert "; left out of counts and traces" in said("statements", "--article", "ferry")


def test_counts_and_exports_leave_it_out_and_the_trace_says_so(said: Said) -> None:
    claim = "any door was open"
    before = rows(said("trace", claim, "--format", "json"))[0]
    assert (before["independent_denial"], before["judged_statements"]) == (1, [])
    edit(without_last)
    edit(lambda s: "", "gull")
    said("import", "brat", "--by", "Ada")
    after = rows(said("trace", claim, "--format", "json"))[0]
    assert after["independent_denial"] == 0
    assert [(j["statement"], j["judgement"], j["author"]) for j in after["judged_statements"]] == [
        ("ferry#st4", "removed", "Ada"), ("gull#st1", "removed", "Ada"),
    ]  # fmt: skip
    tree = said("trace", claim)
    assert "Statements that people judged\nremoved by Ada, left out · " in tree
    assert "ferry#st4  Marrow Line  denied  “any door was open”" in tree
    page = said("trace", claim, "--format", "html")
    assert "<h2>Statements that people judged</h2>" in page
    assert "ferry#st4, Marrow Line, denied: “any door was open”." in page
    [gull] = rows(said("export", "--format", "jsonl", "--article", "gull"))
    assert gull["statements"] == []
    assert "2 statements" not in said("audit", "--ledger", "news.db", "--publisher", "Gull")


def test_an_added_statement_is_listed_last_and_found_by_its_words(said: Said) -> None:
    edit(lambda s: s + "T90\tContent 11 39\tferry sailed with doors open\n"
                       "T91\tMention 0 5\tPilot\nR90\tSays Arg1:T91 Arg2:T90\n")  # fmt: skip
    assert said("import", "brat", "--by", "Ada").startswith("ferry#a")
    assert rows(said("statements", "--format", "jsonl"))[-1]["words"] == (
        "ferry sailed with doors open"
    )
    assert len(rows(said("statements", "sailed", "--format", "jsonl"))) == 1
    assert rows(said("statements", "sailed", "--format", "jsonl", "--publisher", "Gull")) == []
    assert rows(said("statements", "sailed", "--format", "jsonl", "--polarity", "denied")) == []
    assert len(rows(said("statements", "--format", "jsonl", "--limit", "2"))) == 2
    [sailed] = rows(said("statements", "--action", "sail", "--format", "jsonl"))
    assert (sailed["judged"]["verdict"], sailed["words"]) == (
        "added", "ferry sailed with doors open"
    )  # fmt: skip
    for other in (("--actor", "Mayor"), ("--on", "2031-05-14"), ("--number", "40 cars")):
        found = rows(said("statements", *other, "--format", "jsonl"))
        assert sailed["id"] not in [row["id"] for row in found]
    [ferry] = rows(said("export", "--format", "jsonl", "--article", "ferry"))
    assert len(ferry["statements"]) == 5


def test_an_export_after_it_comes_back_as_it_is(said: Said) -> None:
    edit(without_last)
    edit(lambda s: s + "T90\tContent 11 39\tferry sailed with doors open\n")
    said("import", "brat", "--by", "Ada")
    run(["export", "--format", "brat", "-o", "again"])
    assert said("import", "again", "--by", "Jo", err=True) == "firsthand: 0 judgements\n"


def test_everything_that_was_held_is_listed(said: Said) -> None:
    whole = Path("brat/ferry.ann").read_text(encoding="utf-8")
    edit(without_last)
    said("import", "brat", "--by", "Ada")
    edit(lambda _: whole)
    said("import", "brat", "--by", "Ada")
    kept, removed = rows(said("judgements", "--format", "jsonl"))
    assert (kept["judgement"], kept["counts"], removed["judgement"], removed["counts"]) == (
        "kept", True, "removed", False,
    )  # fmt: skip
    assert (kept["words"], kept["chain"]) == ("any door was open", ["Marrow Line"])
    shown = said("judgements", "ferry#st4")
    assert " · Ada · removed, replaced since\n" in shown
    assert "  ferry#st4  Marrow Line  denied  “any door was open”\n  why: marked in brat" in shown


def test_somebody_else_s_judgement_is_left_unless_asked(said: Said) -> None:
    whole = Path("brat/ferry.ann").read_text(encoding="utf-8")
    edit(without_last)
    said("import", "brat", "--by", "Ada")
    edit(lambda _: whole)
    assert said("import", "brat", "--by", "Jo", err=True).startswith(
        "firsthand: brat: ferry#st4 stands there as before Ada judged it removed; "
        "that is left, --restore takes it back\n"
    )
    assert said("import", "brat", "--by", "Jo", "--restore") == (
        "ferry#st4 kept by Jo: marked in brat\n"
    )


def test_a_redacted_export_brings_nothing_back_and_unmasks_nobody(said: Said) -> None:
    run(["export", "--format", "brat", "--redact", "-o", "shared"])
    shown = said("import", "shared", "--by", "Ada", err=True)
    assert "orphaned" in shown and shown.endswith("firsthand: 0 judgements; 2 moved; 3 orphaned\n")


def test_names_typed_by_an_annotator_name_nobody(said: Said) -> None:
    edit(lambda s: s.replace("mate (unnamed)", "John Vale").replace("Brann (pseudonym)", "J. Vale"))
    assert said("import", "brat", "--by", "Ada") == ""
    assert "Vale" not in said("export", "--format", "jsonl")


def test_who_annotated_has_to_be_named(said: Said) -> None:
    edit(without_last)
    assert said("import", "brat", code=2, err=True) == (
        "firsthand: nobody is named as the annotator; add --by NAME or set FIRSTHAND_BY\n"
    )


@pytest.mark.parametrize(
    ("name", "made", "problem"),
    [
        ("none.json", None, "can't be read (No such file or directory); give a folder"),
        ("text", "hello\n", "is in no format that is known here; give a folder"),
        ("page.json", '{"a": 1}', 'annotation: has no target: {"a": 1}'),
        ("other.json", '{"data": {"text": "x", "article": "none"}, "annotations": [{}]}',
         "none: news.db holds no such article"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_one_line_and_the_others_go_on(
    name: str, made: str | None, problem: str, said: Said
) -> None:
    if made is not None:
        Path(name).write_text(made)
    edit(without_last)
    first, last = said("import", name, "brat", "--by", "Ada", code=1, err=True).splitlines()
    assert first.startswith(f"firsthand: {name}: {problem}")
    assert last == "firsthand: 1 judgement: 1 removed"
