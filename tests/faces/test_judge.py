"""A person overrules a link, from the terminal to the count: the ledger and linking as they are,
readings written by hand."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.faces.cli import run
from firsthand.ledger.store import Ledger
from firsthand.model.errors import LedgerError
from firsthand.model.reading import Reading
from firsthand.model.trace import Judgement
from tests.linking.closure import CLAIM, COURIER, MAGAZINE, STAR
from tests.linking.stories import story

BODY = (
    "The ministry closed the port of Kessary on Sunday and let no ship in or out for four days "
    "while pilots and crane drivers were sent home at noon without a word of explanation."
)
WIRE = story(
    "wire",
    BODY + " {Ilka Brandt (a pilot)|The ministry closed the port of Kessary}, Ilka Brandt said.",
    publisher="Hesper",
    published="2024-03-13",
)
POST = story("post", BODY, publisher="Northgate Post", published="2024-03-14")

Said = Callable[..., str]


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LOGNAME", "USER", "USERNAME", "FIRSTHAND_BY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FIRSTHAND_LEDGER", "news.db")
    keep(MAGAZINE, STAR)


def keep(*readings: Reading) -> None:
    with Ledger.open("news.db") as store:
        for reading in readings:
            store.add(reading)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """What a command prints when all goes well."""

    def printed(*arguments: str) -> str:
        capsys.readouterr()
        assert run(list(arguments)) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return printed


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Said:
    """The one line of a command that is wrong."""

    def complained(*arguments: str, code: int = 2) -> str:
        capsys.readouterr()
        assert run(list(arguments)) == code
        out, err = capsys.readouterr()
        assert out == "" and err.count("\n") == 1
        return err.removeprefix("firsthand: ").removesuffix("\n")

    return complained


def traced(said: Said) -> Any:
    return json.loads(said("trace", CLAIM, "--format", "json"))


def link(said: Said, source: str, kind: str) -> str:
    (found,) = [k["id"] for k in traced(said)["links"] if (k["from"], k["kind"]) == (source, kind)]
    return str(found)


def support(said: Said) -> tuple[int, int, int]:
    row = traced(said)
    return row["independent_support"], row["at_least"], row["at_most"]


def test_a_no_changes_the_count_and_a_later_yes_changes_it_back(said: Said) -> None:
    guard = link(said, "star", "same_source")
    assert support(said)[0] == 1
    assert said("judge", guard, "no", "--why", "the Star spoke to him itself", "--by", "Ada") == (
        f"{guard[:8]} judged no by Ada: star same source Davin\n"
    )
    assert support(said)[0] == 2
    assert said("judge", guard[:8], "yes", "--why", "it didn't", "--by", "Jo") == (
        f"{guard[:8]} judged yes by Jo (before: no, by Ada): star same source Davin\n"
    )
    assert support(said)[0] == 1


def test_unsure_widens_the_interval(said: Said) -> None:
    guard = link(said, "star", "same_source")
    assert support(said) == (1, 1, 1)
    said("judge", guard, "unsure", "--why", "both would say so", "--by", "Ada")
    assert support(said) == (1, 1, 2)


def test_articles_that_come_later_leave_it_as_it_is(said: Said) -> None:
    guard = link(said, "star", "same_source")
    said("judge", guard, "no", "--why", "the Star spoke to him itself", "--by", "Ada")
    keep(COURIER, WIRE, POST)
    row = traced(said)
    assert [k["id"] for k in row["overruled"]] == [guard]
    assert {k["judgement"] for k in row["links"]} <= {"yes", "unsure"}
    origins = {a["id"]: set(a["origins"]) for a in row["articles"]}
    assert origins["star"].isdisjoint(origins["magazine"])


def test_no_to_a_copy_leaves_it_without_what_it_copied(said: Said) -> None:
    keep(WIRE, POST)
    copies = link(said, "post", "copies")
    before = {a["id"]: a["origins"] for a in traced(said)["articles"]}
    assert before["post"] == before["wire"] != []
    said("judge", copies, "no", "--why", "both printed the harbour's own notice", "--by", "Ada")
    after = {a["id"]: (a["copy_of"], a["origins"]) for a in traced(said)["articles"]}
    assert after["post"] == (None, [])
    said("judge", copies, "yes", "--why", "there was no such notice", "--by", "Ada")
    assert {a["id"]: a["origins"] for a in traced(said)["articles"]} == before


def test_the_tree_names_links_and_tells_who_overruled_them(said: Said) -> None:
    shown = said("trace", CLAIM, "--links")
    named = re.findall(r"\b([0-9a-f]{8})  Davin  same source: ", shown)
    assert len(named) == 2
    assert re.findall(r"\b[0-9a-f]{8}  ", said("trace", CLAIM)) == []
    said("judge", named[1], "no", "--why", "the Star spoke to him itself", "--by", "Ada")
    [line] = re.findall(r"^Judged no\n.*\n  (.*(?:\n  .*)*)", said("trace", CLAIM), re.MULTILINE)
    assert line.startswith(f"{named[1]}  Sollen Star and Davin  same source: ")
    assert "no, says Ada" in line and " ".join(line.split()).endswith("spoke to him itself")


def test_the_page_tells_it_too(said: Said) -> None:
    guard = link(said, "star", "same_source")
    said("judge", guard, "no", "--why", "the Star spoke to him itself", "--by", "Ada")
    page = said("trace", CLAIM, "--format", "html")
    assert "Judged no" in page and "the Star spoke to him itself" in page


def test_every_judgement_is_listed_and_what_was_replaced_stays(said: Said) -> None:
    guard = link(said, "star", "same_source")
    said("judge", guard, "no", "--why", "the Star spoke to him itself", "--by", "Ada")
    said("judge", guard, "yes", "--why", "it didn't", "--by", "Jo")
    rows = [json.loads(line) for line in said("judgements", "--format", "jsonl").splitlines()]
    assert [(r["author"], r["judgement"], r["why"], r["counts"]) for r in rows] == [
        ("Jo", "yes", "it didn't", True),
        ("Ada", "no", "the Star spoke to him itself", False),
    ]
    assert {(r["link"], r["kind"], r["source"], r["target"], r["claim"]) for r in rows} == {
        (guard, "same_source", "star", "Davin", CLAIM)
    }
    listed = said("judgements", guard[:6])
    assert "· Jo · yes\n" in listed and "· Ada · no, replaced since\n" in listed
    assert f"  {guard[:8]}  star  same source  Davin" in listed


def test_nobody_has_judged_yet(said: Said) -> None:
    assert said("judgements").startswith("Nobody has judged anything yet")
    assert said("judgements", "--format", "jsonl") == ""


def test_who_judges_may_stand_in_the_environment(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = link(said, "star", "same_source")
    monkeypatch.setenv("USER", "amrand")
    assert "judged no by amrand" in said("judge", guard, "no", "--why", "own reporting")
    monkeypatch.setenv("FIRSTHAND_BY", "Ada Marrin")
    assert "judged yes by Ada Marrin" in said("judge", guard, "yes", "--why", "not so")


def test_a_link_that_no_trace_has_shown_is_refused(refused: Said) -> None:
    assert refused("judge", "4f2a91c0", "no", "--why", "x", "--by", "Ada") == (
        "link '4f2a91c0': no trace of news.db has shown one; "
        "firsthand trace CLAIM --links shows them with their ids"
    )
    assert refused("judge", "4f", "no", "--why", "x", "--by", "Ada") == (
        "link '4f': too short to name one; give 4 or more of its id"
    )
    assert "no trace of news.db has shown one" in refused("judgements", "4f2a91c0")


def test_the_beginning_of_two_ids_names_neither(said: Said, refused: Said) -> None:
    with Ledger.open("news.db") as store:
        for id in ("abcd0001", "abcd0002"):
            store.judge(id, Judgement.NO, why="x", author="Ada")
    assert refused("judge", "abcd", "no", "--why", "x", "--by", "Ada") == (
        "link 'abcd': 2 begin so (abcd0001, abcd0002); give more of it"
    )
    assert said("judge", "abcd0002", "yes", "--why", "x", "--by", "Ada") == (
        "abcd0002 judged yes by Ada (before: no, by Ada)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["maybe", "--why", "x", "--by", "Ada"], "Invalid value for 'VERDICT'"),
        (["no", "--by", "Ada"], "Missing option '--why'"),
        (["no", "--why", " ", "--by", "Ada"], "--why is empty; give the reason"),
        (["no", "--why", "x"], "nobody is named as the judge; add --by NAME or set FIRSTHAND_BY"),
        (["no", "--why", "x", "--by", " "], "nobody is named as the judge"),
    ],
)
def test_wrong_usage_is_one_line(
    said: Said, refused: Said, arguments: list[str], line: str
) -> None:
    guard = link(said, "star", "same_source")
    assert refused("judge", guard, *arguments).startswith(line)
    assert said("judgements", "--format", "jsonl") == ""


def test_a_ledger_that_is_not_there_is_not_made(refused: Said, tmp_path: Path) -> None:
    given = ["judge", "4f2a91c0", "no", "--why", "x", "--by", "Ada", "--ledger", "no.db"]
    assert refused(*given, code=1).startswith("no.db: no such ledger; ")
    assert refused("judgements", "--ledger", "no.db", code=1).startswith("no.db: no such ledger; ")
    assert not (tmp_path / "no.db").exists()


def test_a_ledger_that_cannot_be_written_still_shows_its_traces(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(store: Ledger, shown: Iterator[Any]) -> None:
        raise LedgerError("news.db: the database says: disk is full")

    monkeypatch.setattr(Ledger, "remember", full)
    assert run(["trace", CLAIM, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)["links"]) == 2
    assert err == (
        "firsthand: news.db: the database says: disk is full. The links shown can't be judged by "
        "their ids until then\n"
    )
