"""Each format, exported, edited as its program would, and read back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from firsthand.faces.annotated import annotation, brat, label_studio
from firsthand.faces.annotated.marks import Marked
from firsthand.faces.export.registry import FORMATS
from firsthand.model.errors import InputError
from firsthand.model.reading import Reading
from tests.faces.export.conftest import raw, selected, written

URL = "https://lantern.example/ferry"


def one(found: Any) -> Marked:
    [marked] = found
    assert isinstance(marked, Marked)
    return marked


def refused(found: Any) -> str:
    [error] = found
    assert isinstance(error, InputError)
    return str(error)


# brat


@pytest.fixture
def folder(tmp_path: Path, reading: Reading) -> Path:
    for name, made in raw(selected(reading), FORMATS["brat"]).items():
        (tmp_path / name).write_text(str(made), encoding="utf-8")
    return tmp_path


def lines(folder: Path, change: Callable[[str], str]) -> None:
    file = folder / "ferry.ann"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def test_brat_gives_statements_with_cue_mention_and_choices(folder: Path) -> None:
    marked = one(brat.read(folder, {"ferry": "ferry"}))
    assert [m.id for m in marked.marks] == ["st1", "st2", "st3", "st4"]
    denial = marked.marks[3]
    assert [p.quote.exact for p in (*denial.content, denial.cue, denial.mention) if p] == [
        "any door was open", "denied", "The Marrow Line",
    ]  # fmt: skip
    assert denial.choices == {
        "quotation": "indirect", "kind": "communication", "polarity": "denied", "basis": "unstated",
    }  # fmt: skip
    assert (marked.whole, marked.around) == (True, True)


def test_brat_without_its_texts_has_words_and_places(folder: Path) -> None:
    (folder / "ferry.txt").unlink()
    [place] = one(brat.read(folder / "ferry.ann", {"ferry": "ferry"})).marks[3].content
    assert (place.quote.exact, place.quote.prefix, place.span) == (
        "any door was open", None, (203, 220),
    )  # fmt: skip


def test_brat_s_text_is_read_as_it_is(folder: Path) -> None:
    (folder / "ferry.txt").write_bytes(b"One line.\r\nAnother.\r\n")
    (folder / "ferry.ann").write_text("T1\tContent 11 18\tAnother\n")
    [place] = one(brat.read(folder, {"ferry": "ferry"})).marks[0].content
    assert (place.quote.prefix, place.quote.exact) == ("One line.\r\n", "Another")


def test_brat_s_new_annotation_has_no_id(folder: Path) -> None:
    lines(folder, lambda s: s + "T99\tContent 0 5\tPilot\nA99\tPolarity T99 Uncertain\n")
    new = one(brat.read(folder, {"ferry": "ferry"})).marks[4]
    assert (new.id, new.choices, new.cue) == (None, {"polarity": "uncertain"}, None)


def test_what_brat_should_not_have_is_one_line(folder: Path) -> None:
    assert refused(brat.read(folder, {})).endswith(
        "the ledger holds no article that is exported so"
    )
    lines(folder, lambda s: s + "T99\tContent x y\tPilot\n")
    assert "not a text-bound annotation: 'T99\\tContent x y\\tPilot'" in refused(
        brat.read(folder, {"ferry": "ferry"})
    )
    (folder / "ferry.ann").write_bytes(b"\xff\xfe")
    assert refused(brat.read(folder, {"ferry": "ferry"})).endswith("save it as brat does")


# Web Annotations


def page(reading: Reading) -> Any:
    return json.loads(written(selected(reading), "annotation"))


def test_a_page_gives_statements_with_quotes_and_choices(reading: Reading) -> None:
    marked = one(annotation.read(page(reading), {}))
    assert (marked.article, marked.whole, marked.around) == ("ferry", True, False)
    denial = marked.marks[3]
    assert denial.id == "st4" and denial.choices["polarity"] == "denied"
    [place] = denial.content
    assert (place.quote.exact, place.span) == ("any door was open", (203, 220))
    assert place.quote.prefix == reading.article.text[171:203]


@pytest.mark.parametrize(
    "shape", [lambda p: p["items"], lambda p: {"first": p}, lambda p: [p]], ids=str
)
def test_pages_lists_and_collections_are_taken(reading: Reading, shape: Any) -> None:
    assert len(one(annotation.read(shape(page(reading)), {})).marks) == 4


def test_an_annotation_from_elsewhere_adds_and_takes_nothing_away() -> None:
    mine = {
        "type": "Annotation",
        "creator": {"name": "Ada"},
        "created": "2031-03-04T12:00:00Z",
        "body": {"type": "TextualBody", "purpose": "tagging", "value": "polarity: denied"},
        "target": {
            "source": URL,
            "selector": {"type": "TextQuoteSelector", "exact": "ferry sailed"},
        },
    }
    marked = one(annotation.read(mine, {URL: "ferry"}))
    assert (marked.article, marked.author, marked.whole) == ("ferry", "Ada", False)
    assert marked.when is not None and marked.when.year == 2031
    [mark] = marked.marks
    assert (mark.id, mark.choices, mark.content[0].quote.exact, mark.content[0].span) == (
        None, {"polarity": "denied"}, "ferry sailed", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"a": 1}, 'annotation: has no target: {"a": 1}'),
        (7, "annotation: has no target: 7"),
        ({"target": "https://else.example/"},
         "annotation: its target '' is no article of the ledger"),
        ({"id": "x", "target": {"source": "https://else.example/"}},
         "x: its target 'https://else.example/' is no article of the ledger"),
        ({"target": {"source": URL}},
         "annotation: has no TextQuoteSelector; add one with its words"),
    ],
)  # fmt: skip
def test_what_is_no_annotation_is_one_line(row: Any, message: str) -> None:
    assert refused(annotation.read(row, {URL: "ferry"})) == message


# Label Studio


def task(reading: Reading, **given: Any) -> Any:
    [made] = json.loads(str(raw(selected(reading), FORMATS["label-studio"])["tasks.json"]))
    [prediction] = made.pop("predictions")
    return made | {"annotations": [{"result": prediction["result"], **given}]}


def test_label_studio_gives_statements(reading: Reading) -> None:
    jo = {"first_name": "Jo", "last_name": "Quill", "email": "jo@post.example"}
    made = task(reading, completed_by=jo, updated_at="2031-03-04T12:00:00Z")
    marked = one(label_studio.read([made]))
    assert (marked.author, marked.article, len(marked.marks)) == ("Jo Quill", "ferry", 4)
    denial = marked.marks[3]
    assert [p.quote.exact for p in (*denial.content, denial.cue, denial.mention) if p] == [
        "any door was open", "denied", "The Marrow Line",
    ]  # fmt: skip
    assert (denial.id, denial.choices["polarity"]) == ("st4", "denied")


def test_ids_that_label_studio_made_anew_are_nobody_s(reading: Reading) -> None:
    made = json.loads(json.dumps(task(reading)).replace("st4.", "Q9x"))
    denial = one(label_studio.read(made)).marks[3]
    assert (denial.id, denial.choices["polarity"], denial.cue is not None) == (None, "denied", True)


def test_offsets_in_utf_16_units_are_understood(reading: Reading) -> None:
    made = task(reading)
    made["data"]["text"] = "🚢🚢" + made["data"]["text"]
    for row in made["annotations"][0]["result"]:
        for end in ("start", "end"):
            if "value" in row:
                row["value"][end] += 4
    [place] = one(label_studio.read(made)).marks[3].content
    assert place.span == (205, 222)


def test_what_nobody_submitted_is_nothing(reading: Reading) -> None:
    made = task(reading, was_cancelled=True)
    assert list(label_studio.read([made, made | {"annotations": []}])) == []
    assert refused(label_studio.read([{"data": {"text": "x"}}])) == (
        "task 1: has no text and article in its data"
    )
