"""What the terminal shows, as it is printed to a pipe."""

from dataclasses import replace
from io import StringIO

import pytest

from firsthand.faces.settings import Colour, Settings
from firsthand.faces.terminal import console
from firsthand.faces.terminal_reading import print_reading
from firsthand.faces.terminal_trace import print_nothing, print_trace
from firsthand.model.reading import Reading
from firsthand.model.trace import Trace

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
    reports · via Brann
    └── 2 May 2024  The Lantern  The ferry, by The Lantern
        reports, hedged · via Tidewater ‹ Brann
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
└── 2 May 2024  The Lantern  The ferry, by The Lantern  (above)

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


def shown_trace(trace: Trace) -> str:
    stream = StringIO()
    words = {"ferry": "sailed with doors open"}
    print_trace(console(stream, Settings(width=80)), trace, words=words)
    return stream.getvalue()


def test_a_reading(reading: Reading) -> None:
    assert shown(reading) == READING


def test_a_trace(trace: Trace) -> None:
    assert shown_trace(trace) == TRACE


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
