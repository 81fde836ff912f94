"""The articles' own words for what a trace speaks of."""

from dataclasses import replace

from firsthand.faces.said import said, short
from firsthand.model.reading import Reading
from firsthand.model.trace import Evidence, Trace
from tests.faces.conftest import TEXT, at


def test_the_words_of_claims_and_links_come_from_the_texts(trace: Trace, reading: Reading) -> None:
    place = Evidence("ferry", at("told it that the mate"))
    elsewhere = Evidence("tide", (0, 4))
    links = (replace(trace.links[0], evidence=(place, elsewhere)), *trace.links[1:])
    found = said(replace(trace, links=links), [reading])
    assert found.claim == {"ferry": "Pilot"}
    assert found.evidence == {place: "told it that the mate"}
    assert TEXT.startswith("Pilot")


def test_long_words_are_cut_between_words() -> None:
    assert short("about forty\ncars were loose", longest=20) == "about forty cars …"
    assert short("about forty", longest=11) == "about forty"
