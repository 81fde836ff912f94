"""An audit as people and programs get it: a table, JSON, a page with drawings."""

import json
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from firsthand.faces.audit_json import audit_to_json
from firsthand.faces.cli import run
from firsthand.faces.html import audit_page, reading_page
from firsthand.faces.settings import Colour, Settings
from firsthand.faces.terminal import console
from firsthand.faces.terminal_audit import print_audit
from firsthand.faces.terminal_reading import print_reading
from firsthand.linking.headline import Handling
from firsthand.linking.sourcing import audit
from firsthand.model.article import Article
from firsthand.model.errors import InputError
from firsthand.model.reading import Reading
from tests.faces.test_html import Page, text_of

Printed = pytest.CaptureFixture[str]

ROOT = Path(__file__).parents[2]

ONE = """\
Pilot says ferry sailed with doors open
The Lantern · 2 May 2024 · ferry
4 statements · 3 sources
  who speaks     █████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒  █ named 1  ▓ pseudonym 2  ▒ unnamed 1
  how they know  █████▒▒▒▒▒░░░░░░░░░░  █ first-hand 1  ▒ second-hand 1  ░ not said 2
  chains         █████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒  █ 1 link 1  ▓ 2 links 2  ▒ 3 links 1
  stance         asserted 3 · denied 1
  checked        3 of 4 statements (75%), 1 source: not verified 1
  headline       nothing to compare: no statement of the body says what it says


"""

SEVERAL = """\
All articles  2 articles · 4 statements · 3 sources
  who speaks     █████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒  █ named 1  ▓ pseudonym 2  ▒ unnamed 1
  how they know  █████▒▒▒▒▒░░░░░░░░░░  █ first-hand 1  ▒ second-hand 1  ░ not said 2
  chains         █████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒  █ 1 link 1  ▓ 2 links 2  ▒ 3 links 1
  stance         asserted 3 · denied 1
  checked        3 of 4 statements (75%), 1 source: not verified 1
  one source     no article rests on one; 1 credits nobody
  headlines      nothing to compare 2

Articles
Pilot says ferry sailed with doors open
The Lantern · 2 May 2024 · ferry · 4 statements · 3 sources
  who speaks  █████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒  █ named 1  ▓ pseudonym 2  ▒ unnamed 1

Rain
weather · 0 statements · 0 sources


"""


@pytest.fixture
def flat(reading: Reading) -> Reading:
    """A headline that states flatly what only the pilot says, and that nobody could verify."""
    article = reading.article
    title = "Ferry ramp was seen open"
    text = f"{title}\n\nThe ferry ramp was open, Brann told Tidewater. Nobody could verify it."
    start = text.index("The ferry")
    statement = replace(
        reading.statements[0], content=((start, start + 23),), cue=None, mention=None, hedges=()
    )
    check = replace(reading.checks[0], evidence=(text.index("Nobody"), len(text)))
    return replace(
        reading,
        article=replace(article, title=title, text=text),
        sources=tuple(replace(s, mentions=()) for s in reading.sources),
        statements=(statement,),
        checks=(check,),
    )


def printed(*readings: Reading, width: int = 90, colour: Colour = Colour.NEVER) -> str:
    stream = StringIO()
    print_audit(console(stream, Settings(colour=colour, width=width)), audit(readings))
    return stream.getvalue()


def page_of(*readings: Reading) -> str:
    return "".join(audit_page(audit(readings)))


# The table


def test_one_article_is_shown_whole(reading: Reading) -> None:
    assert printed(reading) == ONE


def test_several_are_summed_first(reading: Reading, silent: Reading) -> None:
    assert printed(reading, silent) == SEVERAL


def test_outlets_with_several_articles_are_summed(reading: Reading, silent: Reading) -> None:
    shown = printed(reading, reading, silent)
    outlets = shown[shown.index("Outlets") : shown.index("Articles")].splitlines()
    assert outlets[:3] == [
        "Outlets",
        "The Lantern  2 articles · 8 statements · 3 sources",
        "  who speaks     █████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒  █ named 2  ▓ pseudonym 4  ▒ unnamed 2",
    ]
    assert outlets[-2] == "publisher not known  1 article · 0 statements · 0 sources"


def test_an_article_on_one_source_says_which(flat: Reading) -> None:
    lines = " ".join(printed(flat, flat).split())
    assert "one source 2 of 2 articles rest on one" in lines
    assert "one source all of it comes from or through Brann (pseudonym)" in lines


def test_nothing_to_audit_is_said() -> None:
    assert printed() == "No articles: there is nothing to audit.\n\n"


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_screen(reading: Reading, silent: Reading, width: int) -> None:
    lines = printed(reading, silent, width=width).splitlines()
    assert max(len(line) for line in lines) <= width


def test_colour_only_where_it_is_wanted(reading: Reading) -> None:
    assert "\x1b[" not in printed(reading, colour=Colour.AUTO)
    assert "\x1b[36m█████\x1b[0m" in printed(reading, colour=Colour.ALWAYS)


# The headline, in an audit and in a reading


LOST = (
    "states as fact what the body attributes; in the body: Tidewater ‹ Brann (pseudonym) (st1); "
    "left out: “Nobody could verify it.”"
)


def test_a_headline_that_makes_a_fact_of_it_is_told(flat: Reading) -> None:
    assert audit([flat]).articles[0].headline.handling is Handling.STATES_AS_FACT
    assert f"headline {LOST}" in " ".join(printed(flat).split())
    assert f"headline {LOST}" in " ".join(printed(flat, flat).split())


def test_a_reading_tells_it_too(flat: Reading, reading: Reading) -> None:
    stream = StringIO()
    print_reading(console(stream, Settings(colour=Colour.NEVER)), flat)
    assert f"headline {LOST}" in " ".join(stream.getvalue().split())
    page = "".join(reading_page([flat]))
    assert f"The headline {LOST}" in text_of(page)
    assert '<a href="#a1-st1">states as fact' in page
    assert "The headline" not in text_of("".join(reading_page([reading])))


# JSON


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(keys(v) for v in value.values()))
    return set().union(*(keys(v) for v in value)) if isinstance(value, list) else set()


def test_every_field_and_value_of_the_json_is_described(flat: Reading) -> None:
    described = set(re.findall(r"`([^`\n]+)`", (ROOT / "docs" / "contract.md").read_text("utf-8")))
    row = audit_to_json(audit([flat]))
    assert row["schema"] == "firsthand/audit/1"
    lengths = {k for k in keys(row) if k.isdigit()}
    assert (keys(row) | {"firsthand/audit/1"}) - lengths - described == set()
    values = {h["handling"] for h in [row["articles"][0]["headline"]]}
    assert values <= described


def test_the_json_of_an_article(flat: Reading) -> None:
    row = audit_to_json(audit([flat]))["articles"][0]
    assert row["through"] == "s2"
    assert row["headline"] == {
        "text": "Ferry ramp was seen open", "place": [0, 24], "handling": "states_as_fact",
        "why": None, "words": [[0, 5], [6, 10], [20, 24]], "kept_by": None, "statement": "st1",
        "content": [[26, 49]], "dropped": [{"what": "verification", "span": [73, 96]}],
    }  # fmt: skip
    assert row["sourcing"]["naming"] == {"named": 0, "pseudonym": 1, "unnamed": 0, "nobody": 0}
    assert row["sourcing"]["chain_length"] == {"0": 0, "1": 0, "2": 1}


# The page


def test_a_bar_is_drawn_and_told(reading: Reading) -> None:
    page = page_of(reading)
    first = page[page.index("<svg") : page.index("</svg>")]
    assert "Who speaks: Pilot says ferry sailed with doors open</title>" in first
    assert "named 1, pseudonym 2, unnamed 1</desc>" in first
    assert re.findall(r'<rect class="(\w+)" x="([\d.]+)%" width="([\d.]+)%"', first) == [
        ("first", "0.000", "25.000"), ("second", "25.000", "50.000"), ("third", "75.000", "25.000"),
    ]  # fmt: skip
    assert "named 1 pseudonym 2 unnamed 1" in text_of(page.replace("</li>", " "))


def test_outlets_are_compared_when_there_are_several(reading: Reading, silent: Reading) -> None:
    assert "Who speaks, by outlet" not in page_of(reading, reading)
    page = page_of(reading, silent)
    assert "Who speaks, by outlet" in page
    assert "2 articles, 2 outlets" in text_of(page)


def test_ids_are_unique_and_labels_lead_to_them(reading: Reading, silent: Reading) -> None:
    made = page_of(reading, reading, silent)
    page = Page(made)
    assert len(page.ids) == len(set(page.ids))
    assert set(re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', made)) <= set(page.ids)


def test_nothing_is_fetched_and_nothing_runs(reading: Reading) -> None:
    made = page_of(reading)
    assert Page(made).tags & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert "url(" not in made and "@import" not in made and "src=" not in made


def test_what_an_article_says_is_never_mark_up(flat: Reading) -> None:
    bad = "<script>alert(1)</script>\"'>"
    article = replace(flat.article, title=bad, publisher=bad, id=bad, published=bad)
    sources = tuple(replace(s, name=bad) for s in flat.sources)
    page = page_of(replace(flat, article=article, sources=sources), flat)
    assert "<script" not in page
    Page(page)


def test_a_page_of_nothing_says_so() -> None:
    assert "No articles: there is nothing to audit." in text_of(page_of())


# The command


@pytest.fixture
def news(
    doors: Any, reading: Reading, silent: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Any:
    monkeypatch.chdir(tmp_path)
    for name in ("FIRSTHAND_LEDGER", "FIRSTHAND_COLOUR", "FIRSTHAND_WIDTH"):
        monkeypatch.delenv(name, raising=False)
    doors.given = {
        "ferry.txt": reading.article,
        "rain.txt": silent.article,
        "nothing.txt": InputError("nothing.txt", "no such file", "check the path"),
    }
    doors.readings = {"ferry": reading, "weather": silent}
    return doors


def ids(out: str) -> list[str]:
    return [article["id"] for article in json.loads(out)["articles"]]


def test_inputs_are_read_and_audited(news: Any, capsys: Printed) -> None:
    assert run(["--width", "90", "audit", "ferry.txt"]) == 0
    assert capsys.readouterr().out == ONE


def test_a_refused_input_is_one_line_and_the_others_go_on(news: Any, capsys: Printed) -> None:
    assert run(["audit", "nothing.txt", "ferry.txt", "rain.txt", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert ids(out) == ["ferry", "weather"]
    assert err == "firsthand: nothing.txt: no such file; check the path\n"


def test_a_ledger_is_audited_whole_or_one_publisher_of_it(news: Any, capsys: Printed) -> None:
    assert run(["add", "--ledger", "news.db", "ferry.txt", "rain.txt", "-q"]) == 0
    assert run(["audit", "--ledger", "news.db", "--format", "json"]) == 0
    assert ids(capsys.readouterr().out) == ["ferry", "weather"]
    assert run(["audit", "--ledger", "news.db", "--publisher", "lantern", "--format", "json"]) == 0
    assert ids(capsys.readouterr().out) == ["ferry"]
    assert run(["audit", "--ledger", "news.db", "--publisher", "nobody"]) == 0
    assert capsys.readouterr().out == "No articles: there is nothing to audit.\n\n"


def test_a_page_goes_to_a_file(news: Any, tmp_path: Path, capsys: Printed) -> None:
    assert run(["audit", "ferry.txt", "--format", "html", "-o", "audit.html"]) == 0
    assert capsys.readouterr().out == ""
    page = (tmp_path / "audit.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") and page.rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "nothing to audit was named; give inputs, or --ledger FILE"),
        (["ferry.txt", "--ledger", "news.db"], "audit takes inputs or a ledger, not both"),
        (["ferry.txt", "--publisher", "Lantern"], "--publisher chooses from a ledger's articles"),
    ],
)
def test_wrong_usage_is_one_line(
    news: Any, arguments: list[str], line: str, capsys: Printed
) -> None:
    assert run(["audit", *arguments]) == 2
    assert capsys.readouterr().err.startswith(f"firsthand: {line}")


def test_an_article_without_a_title_is_called_by_its_id(silent: Reading) -> None:
    bare = replace(silent, article=Article("weather", "Rain fell on the quay."))
    assert printed(bare).splitlines()[:2] == ["weather", "0 statements · 0 sources"]
