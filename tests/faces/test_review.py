"""firsthand review, reviews, and where what they keep shows."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.faces.cli import run

Printed = pytest.CaptureFixture[str]
Said = Callable[..., str]
CLAIM = "The ferry was cancelled"


@pytest.fixture
def said(tmp_path: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> Said:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIRSTHAND_LEDGER", str(ledger))
    for name in ("FIRSTHAND_BY", "LOGNAME", "USER", "USERNAME", "FIRSTHAND_COLOUR"):
        monkeypatch.delenv(name, raising=False)

    def of(*arguments: str, code: int = 0, err: bool = False) -> str:
        capsys.readouterr()
        assert run(arguments) == code
        return str(capsys.readouterr()[err])

    return of


def check(**changed: object) -> str:
    return json.dumps(
        {
            "@type": "ClaimReview",
            "claimReviewed": CLAIM,
            "author": {"name": "Brask Check"},
            "reviewRating": {"alternateName": "Unproven"},
            "datePublished": "2024-03-18",
        }
        | changed
    )


def test_a_published_review_shows_beside_its_claim_and_counts_for_nothing(said: Said) -> None:
    before = json.loads(said("trace", CLAIM, "--format", "json"))
    Path("checks.jsonl").write_text(check() + "\n" + check(claimReviewed="Gulls read"))
    assert said("review", "checks.jsonl") == (
        "Brask Check, 18 Mar 2024: “Unproven”: “The ferry was cancelled”\n"
        "Brask Check, 18 Mar 2024: “Unproven”: “Gulls read”\n"
    )
    assert said("review", "checks.jsonl", err=True) == (
        "firsthand: 0 reviews kept, 2 there already\n"
    )
    after = json.loads(said("trace", CLAIM, "--format", "json"))
    assert [r["author"] for r in after["reviews"]] == ["Brask Check"]
    assert before == after | {"reviews": []}
    tree = said("trace", CLAIM)
    assert "What others published of this claim" in tree
    assert "change no count" in tree
    assert "“Unproven”" in said("trace", CLAIM, "--format", "html")
    assert "Gulls read" in said("reviews")
    assert "Gulls read" not in said("reviews", CLAIM)


def test_what_a_person_types_carries_the_name(said: Said) -> None:
    typed = ("review", "--claim", CLAIM, "--rating", "never happened")
    assert "--by NAME" in said(*typed, code=2, err=True)
    assert said(*typed, "--by", "Ada Hale").endswith("“never happened”\n")
    (row,) = map(json.loads, said("reviews", "--format", "jsonl").splitlines())
    assert (row["author"], row["rating"], row["url"]) == ("Ada Hale", "never happened", None)


@pytest.mark.parametrize(
    "arguments",
    [
        ("review",),
        ("review", "--claim", CLAIM),
        ("review", "--claim", CLAIM, "--rating", " "),
        ("review", "x.json", "--claim", CLAIM, "--rating", "no", "--by", "Ada"),
        ("review", "--claim", CLAIM, "--rating", "no", "--by", "Ada", "--url", "javascript:x"),
    ],
)
def test_wrong_usage_is_one_line(said: Said, arguments: tuple[str, ...]) -> None:
    assert said(*arguments, code=2, err=True).count("\n") == 1


def test_a_file_that_holds_none_is_refused_and_the_others_go_on(said: Said) -> None:
    Path("a.txt").write_text("Wolves")
    Path("b.json").write_text(check())
    assert "“Unproven”" in said("review", "a.txt", "gone.json", "b.json", code=1)
    assert said("reviews").count("Brask Check") == 1
