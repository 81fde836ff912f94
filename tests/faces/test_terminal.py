"""What the terminal shows, as it is printed to a pipe."""

from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest

from firsthand.faces.judged import JudgedLink
from firsthand.faces.said import Said
from firsthand.faces.settings import Colour, Settings
from firsthand.faces.terminal import console
from firsthand.faces.terminal_judgements import print_judgements
from firsthand.faces.terminal_reading import print_reading
from firsthand.faces.terminal_trace import print_nothing, print_trace
from firsthand.ledger.rows import LinkJudgement
from firsthand.model.reading import Reading
from firsthand.model.trace import Judgement, LinkKind, Trace

READING = """\
Pilot says ferry sailed with doors open
The Lantern · 2 May 2024 · by Odile Marsh · ferry
https://lantern.example/ferry
credits Northwire · footer · “(Reporting by Northwire)”

Sources  4
  s2  Brann (pseudonym)  person        a pilot · 2 statements
  s1  Tidewater          outlet        magazine
  s3  mate (unnamed)     person        1 statement
  s4  Marrow Line        organisation  1 statement

Statements  4
  st1  The Lantern ‹ Tidewater ‹ Brann (pseudonym)  told
       the mate had said “about forty cars were loose”
       mixed · asserted · secondhand · 90% sure

  st2      The Lantern ‹ Tidewater ‹ Brann (pseudonym) ‹ mate (unnamed)  had
           said
           about forty cars were loose
           direct · asserted · hedged by “about” · 40% sure

  st3  The Lantern ‹ Tidewater ‹ Brann (pseudonym)  said
       “I saw the ramp,”
       direct · asserted · firsthand · 90% sure

  st4  The Lantern ‹ Marrow Line  denied
       any door was open
       indirect · denied · 90% sure

Checks  1
  not verified  by Tidewater · about Brann (pseudonym)
                Tidewater could not verify the account

"""

TRACE = """\
The ferry sailed with its doors open
6 articles look like confirmation; 1 independent origin stands behind them (at
least 1, at most 2)
1 independent origin denies it

Origins that support it
● Brann · spoke to Tidewater
  spoke to Tidewater under that name
└── 1 May 2024  Tidewater  The ferry, by Tidewater
    reports · credits Brann
    └── 2 May 2024  The Lantern  The ferry, by The Lantern
        reports · credits Tidewater, Brann
        cites: “told Tidewater magazine”
        “sailed with doors open”
        └── 3 May 2024  The Gull  The ferry, by The Gull
            asserts
            copies: shares 92 % of its words
            lost number        about forty cars were loose → 400 cars were loose
            lost verification  Tidewater could not verify the account → left out

Origins that deny it
● Marrow Line
  its own word
  also in The Lantern

Lineage not recorded
○ These lead to no origin, and raise no count.
├── 4 May 2024  The Fog  The ferry, by The Fog
│   reports
│   └── 5 May 2024  The Mist  The ferry, by The Mist
│       reports
│       cites: “the Fog reports”
└── undated  The Bell  The ferry, by The Bell
    asserts

Circles
These cite each other: no origin is established by it.
  The Fog → The Mist → The Fog

Not settled
  The Bell and Brann  perhaps same source: the same rare number

"""


def shown(reading: Reading, *, colour: Colour = Colour.NEVER, width: int = 80) -> str:
    stream = StringIO()
    print_reading(console(stream, Settings(colour=colour, width=width)), reading)
    return stream.getvalue()


def shown_trace(trace: Trace, **given: Any) -> str:
    stream = StringIO()
    said = Said({"ferry": "sailed with doors open"})
    print_trace(console(stream, Settings(width=80)), trace, said=said, **given)
    return stream.getvalue()


def test_a_reading(reading: Reading) -> None:
    assert shown(reading) == READING


def test_a_trace(trace: Trace) -> None:
    assert shown_trace(trace) == TRACE


LINKS = """\
    └── 2 May 2024  The Lantern  The ferry, by The Lantern
        reports · credits Tidewater, Brann
        4f2a91c0  Tidewater  cites: “told Tidewater magazine”
        “sailed with doors open”
        └── 3 May 2024  The Gull  The ferry, by The Gull
            asserts
            77aa00bb  The Lantern  copies: shares 92 % of its words; yes, says
            Ada (4 Mar 2031): same typos
"""
NO = """\
Judged no
These were links, and take no part any more.
  4f2a91c0  The Lantern and Tidewater  cites: “told Tidewater magazine”; no,
  says Ada (4 Mar 2031): same typos
"""


def _judged(trace: Trace, *, no: bool = False) -> tuple[Trace, dict[str, LinkJudgement]]:
    """The story with ids on two links, one of them judged."""
    cites, copies, *rest = trace.links
    cites = replace(cites, id="4f2a91c000000000")
    copies = replace(copies, id="77aa00bb00000000")
    if no:
        cites = replace(cites, judgement=Judgement.NO)
    on = cites if no else copies
    when = datetime(2031, 3, 4, 12, tzinfo=UTC)
    held = LinkJudgement(on.id, on.judgement, "same typos", "Ada", when)
    return replace(trace, links=(cites, copies, *rest)), {on.id: held}


def test_links_are_shown_with_their_ids_and_who_judged_them(trace: Trace) -> None:
    named, judged = _judged(trace)
    assert LINKS in shown_trace(named, judged=judged, links=True)
    assert "4f2a91c0" not in shown_trace(named, judged=judged)


def test_what_was_judged_no_is_shown_with_its_author(trace: Trace) -> None:
    refused, judged = _judged(trace, no=True)
    assert NO in shown_trace(refused, judged=judged)
    assert "Judged no" not in shown_trace(trace)


JUDGEMENTS = """\
4 Mar 2031 12:00 UTC · Jo · yes
  4f2a91c0  lantern  copies  gull  92 words of it
  why: same typos
  shown for “the ferry left open”

4 Mar 2031 11:00 UTC · Ada · no, replaced since
  4f2a91c0  lantern  copies  gull  92 words of it
  why: own reporting
  shown for “the ferry left open”

4 Mar 2031 10:00 UTC · Jo · unsure
  a copies  a link that no trace has shown
  why: who knows

"""


def test_judgements_are_listed_with_what_they_are_of() -> None:
    def row(hour: int, author: str, verdict: Judgement, why: str, counts: bool) -> JudgedLink:
        when = datetime(2031, 3, 4, hour, tzinfo=UTC)
        of = (LinkKind.COPIES, "lantern", "gull", "92 words of it", "the ferry left open")
        return JudgedLink("4f2a91c000000000", verdict, why, author, when, counts, *of)

    unknown = JudgedLink(
        "a copies b", Judgement.UNSURE, "who knows", "Jo",
        datetime(2031, 3, 4, 10, tzinfo=UTC), True, None, None, None, None, None,
    )  # fmt: skip
    stream = StringIO()
    print_judgements(
        console(stream, Settings(width=80)),
        [
            row(12, "Jo", Judgement.YES, "same typos", True),
            row(11, "Ada", Judgement.NO, "own reporting", False),
            unknown,
        ],
    )
    assert stream.getvalue() == JUDGEMENTS


def test_where_nobody_judged_it_says_how() -> None:
    stream = StringIO()
    print_judgements(console(stream, Settings(width=100)), [])
    assert stream.getvalue() == (
        "Nobody has judged anything yet: firsthand judge --help, firsthand import --help\n"
    )


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_screen(reading: Reading, width: int) -> None:
    assert max(len(line) for line in shown(reading, width=width).splitlines()) <= width


def test_colour_only_where_it_is_wanted(reading: Reading) -> None:
    assert "\x1b[" not in shown(reading, colour=Colour.AUTO)
    coloured = shown(reading, colour=Colour.ALWAYS)
    assert "\x1b[31mdenied\x1b[0m" in coloured
    assert "\x1b[1mMarrow Line\x1b[0m" in coloured


def test_a_page_cannot_steer_the_terminal(reading: Reading) -> None:
    hostile = replace(reading.article, title="\x1b]0;gone\x07Pilot [red]says[/red]")
    lines = shown(replace(reading, article=hostile)).splitlines()
    assert lines[0] == "]0;gonePilot [red]says[/red]"


def test_a_reading_without_statements_says_so(silent: Reading) -> None:
    assert shown(silent) == (
        "Rain\nweather\n\nNobody is credited with anything: no statements were found.\n\n"
    )


def test_a_trace_that_finds_nothing_says_what_was_searched() -> None:
    stream = StringIO()
    print_nothing(console(stream, Settings()), "the moon\x1b fell", articles=12)
    first, *advice = stream.getvalue().splitlines()
    assert first == "Nothing in 12 articles matches “the moon fell”."
    assert "firsthand statements WORDS" in " ".join(advice)


def test_an_empty_ledger_says_how_to_fill_it() -> None:
    stream = StringIO()
    print_nothing(console(stream, Settings()), "anything", articles=0)
    assert stream.getvalue() == (
        "The ledger holds no articles yet: firsthand add --ledger FILE INPUT…\n"
    )
