"""brat standoff, read back, against the rules of its documentation."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.export.addresses import filename
from firsthand.faces.export.brat import Bound, annotations, bound
from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from firsthand.model.reading import ReaderInfo, Reading
from tests.faces.conftest import STATEMENTS
from tests.faces.export.conftest import outputs

LINE = re.compile(
    r"T\d+\t(Content|Cue|Mention) \d+ \d+(;\d+ \d+)*\t[^\t\n]+"
    r"|A\d+\t(Quotation|Kind|Polarity|Basis) T\d+ [A-Z][a-z]+"
    r"|R\d+\t(Credits|Says) Arg1:T\d+ Arg2:T\d+"
    r"|#\d+\tAnnotatorNotes T\d+\t[^\t\n]*"
)


def checked(lines: list[str], text: str) -> list[Bound]:
    """The text-bound annotations of lines that keep the format's rules."""
    assert [line for line in lines if not LINE.fullmatch(line.removesuffix("\n"))] == []
    found = list(bound(lines))
    for annotation in found:
        parts = [text[start:end] for start, end in annotation.spans]
        assert annotation.words == " ".join(parts).replace("\t", " ")
        assert not any("\n" in part for part in parts)
    ids = [line.split("\t")[0] for line in lines]
    assert len(set(ids)) == len(ids)
    named = re.findall(r"^[AR#].*?\t\S+ (?:Arg1:)?(T\d+)(?: Arg2:(T\d+))?", "".join(lines), re.M)
    assert {id for pair in named for id in pair if id} <= {a.id for a in found}
    return found


def test_an_article_gives_its_text_and_its_annotations(claim: Selection, reading: Reading) -> None:
    made = outputs(claim, FORMATS["brat"])
    assert sorted(made) == ["annotation.conf", "ferry.ann", "ferry.txt", "gull.ann", "gull.txt"]
    assert made["ferry.txt"] == reading.article.text
    found = checked(made["ferry.ann"].splitlines(keepends=True), reading.article.text)
    contents = [a for a in found if a.type == "Content"]
    assert [a.spans for a in contents] == [s.content for s in reading.statements]


def test_what_one_statement_gives(reading: Reading) -> None:
    denial = replace(reading, statements=reading.statements[3:])
    assert list(annotations(denial)) == [
        "T1\tContent 203 220\tany door was open\n",
        "A1\tQuotation T1 Indirect\n",
        "A2\tKind T1 Communication\n",
        "A3\tPolarity T1 Denied\n",
        "A4\tBasis T1 Unstated\n",
        "#1\tAnnotatorNotes T1\tst4 · The Lantern ‹ Marrow Line · 0.90\n",
        "T2\tCue 191 197\tdenied\n",
        "R1\tCredits Arg1:T2 Arg2:T1\n",
        "T3\tMention 175 190\tThe Marrow Line\n",
        "R2\tSays Arg1:T3 Arg2:T1\n",
    ]


def test_the_configuration_knows_what_is_used(claim: Selection) -> None:
    made = outputs(claim, FORMATS["brat"])
    conf, ann = made["annotation.conf"], made["ferry.ann"]
    assert re.findall(r"^\[(\w+)\]$", conf, re.MULTILINE) == [
        "entities", "relations", "events", "attributes",
    ]  # fmt: skip
    for name, value in set(re.findall(r"^A\d+\t(\w+) T\d+ (\w+)$", ann, re.MULTILINE)):
        assert re.search(rf"^{name}\tArg:Content, Value:\S*\b{value}\b", conf, re.MULTILINE)


def test_an_annotation_over_two_lines_is_in_fragments(reading: Reading) -> None:
    text = "“One,\r\n\n  two,” she said."
    end = text.index(" she")
    statement = replace(reading.statements[2], content=((0, end),), cue=None, mention=None)
    over = Reading(Article("a", text), reading.sources, (statement,), (), reading.reader)
    [content] = checked(list(annotations(over)), text)
    assert content.words == "“One, two,”"
    assert content.spans == ((0, 5), (10, end))


def test_without_text_there_are_annotations_only(claim: Selection) -> None:
    assert sorted(outputs(replace(claim, text=False), FORMATS["brat"])) == [
        "annotation.conf", "ferry.ann", "gull.ann",
    ]  # fmt: skip


def test_a_broken_line_is_told() -> None:
    with pytest.raises(InputError, match="not a text-bound annotation"):
        list(bound(["T1 Content 0 4 words\n"]))


@given(st.text("ab \n\r\t\u2028“", min_size=1, max_size=40), st.data())
def test_any_place_of_any_text_is_kept(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    statement = replace(STATEMENTS[3], content=((start, end),), cue=None, mention=None, chain=())
    reading = Reading(Article("a", text), (), (statement,), (), ReaderInfo("firsthand", "0", "0"))
    found = checked(list(annotations(reading)), text)
    spans = [span for annotation in found for span in annotation.spans]
    kept = "".join(text[s:e] for s, e in spans)
    assert "".join(kept.split()) == "".join(text[start:end].split())
    assert all(start <= s < e <= end and text[s:e].strip() == text[s:e] for s, e in spans)


# File names


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("ferry-2", "ferry-2"),
        ("Ferry", "Ferry-be3152d00da3"),
        ("../../etc/passwd", None),
        ("..", None),
        ("con/é", None),
        ("x" * 400, None),
    ],
)
def test_an_id_becomes_a_file_name(id: str, name: str | None) -> None:
    made = filename(id)
    assert name in (None, made)
    assert re.fullmatch(r"[\w%-][\w.%-]{0,140}", made, re.ASCII)


IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=150) | st.text(
    "aA./%-", min_size=1, max_size=4
)


@given(IDS, IDS)
def test_two_ids_never_share_a_file(one: str, other: str) -> None:
    assert (filename(one).casefold() == filename(other).casefold()) == (one == other)
