"""What the picture of a trace says, and how long it takes."""

import re
import time
from dataclasses import replace

import pytest

from firsthand.faces.html import trace_page
from firsthand.faces.outline import outline
from firsthand.faces.picture import Card, Picture, in_order, picture
from firsthand.faces.said import Said
from firsthand.faces.strokes import rounded
from firsthand.model.trace import (
    Claim,
    Judgement,
    Link,
    LinkKind,
    Loss,
    Lost,
    Origin,
    Side,
    Stance,
    Trace,
    TracedArticle,
)


def drawn(trace: Trace) -> Picture:
    return picture(trace, outline(trace))


def card(found: Picture, name: str) -> Card:
    (one,) = [c for c in found.cards if name in [w.text for w in c.words]]
    return one


def words(found: Picture, name: str) -> list[str]:
    return [w.text for w in card(found, name).words]


def test_a_box_says_who_what_and_what_was_lost(trace: Trace) -> None:
    assert words(drawn(trace), "The Gull") == [
        "The Gull",
        "The ferry, by The Gull",
        "asserts",
        "2 copies: The Lantern",
        "− lost: number, verification",
    ]
    assert words(drawn(trace), "The Bell")[2:] == [
        "asserts",
        "lineage not recorded",
        "5 perhaps same source: Brann",
    ]
    assert "in a circle of citations" in words(drawn(trace), "The Fog")


def test_an_origin_says_on_which_side_it_is(trace: Trace) -> None:
    assert words(drawn(trace), "Brann") == [
        "ORIGIN", "Brann", "spoke to Tidewater", "3 articles lead here",
    ]  # fmt: skip
    assert words(drawn(trace), "Marrow Line") == [
        "ORIGIN THAT DENIES IT", "Marrow Line", "1 article leads here",
    ]  # fmt: skip


def test_time_is_said_above_the_columns(trace: Trace) -> None:
    assert [(h.label, h.dated) for h in drawn(trace).headings] == [
        ("no date", False),
        ("1 May 2024", True),
        ("2 May 2024", True),
        ("3 May 2024", True),
        ("4 May 2024", True),
        ("5 May 2024", True),
    ]


def test_every_link_between_what_is_there_is_an_arrow_with_its_reason(trace: Trace) -> None:
    said = {(a.about, a.names) for a in drawn(trace).arrows}
    assert said == {
        ("1 cites: Tidewater. “told Tidewater magazine”", "cites forward yes plain"),
        ("2 copies: The Lantern. shares 92 % of its words", "copies forward yes plain"),
        ("3 cites: The Mist. “the Mist reports” (against their dates, or around a circle)",
         "cites backward yes plain"),
        ("4 cites: The Fog. “the Fog reports”", "cites forward yes plain"),
        ("5 perhaps same source: Brann. the same rare number", "same_source root unsure h0"),
    }  # fmt: skip


def test_an_arrow_from_a_denial_has_a_head_of_its_own_shape(trace: Trace) -> None:
    denied = replace(trace.links[0], source="ferry", target="o2")
    supported = replace(trace.links[0], source="tide", target="o1")
    found = drawn(replace(trace, links=(denied, supported)))
    heads = {a.names.split()[-1]: a.head.count("L") for a in found.arrows}
    assert heads == {"denies": 3, "h0": 2}


def test_a_link_without_a_date_at_one_end_is_marked(trace: Trace) -> None:
    undated = replace(trace.links[1], target="bell")
    (arrow,) = drawn(replace(trace, links=(undated,))).arrows
    assert "undated" in arrow.names and arrow.about.endswith("(one of the two has no date)")


def test_a_refused_link_is_no_arrow(trace: Trace) -> None:
    links = tuple(replace(link, judgement=Judgement.NO) for link in trace.links)
    assert drawn(replace(trace, links=links)).arrows == ()


def test_a_line_turns_its_corners_in_curves() -> None:
    assert rounded([(0, 0), (10, 0), (10, 20), (10, 20)]) == (
        "M0.0 0.0L5.0 0.0Q10.0 0.0 10.0 5.0L10.0 20.0"
    )
    assert rounded([(0, 0), (4, 0), (4, 1)]) == "M0.0 0.0L3.5 0.0Q4.0 0.0 4.0 0.5L4.0 1.0"


def many(number: int, *, outlets: int = 60) -> Trace:
    """A wire, its copies on the same day, and as many that each spoke to one of two sources."""
    origins = tuple(
        Origin(f"o{n}", name, "Hesper", side, "one person or body, known by name")
        for n, (name, side) in enumerate(
            [("Davin", Side.SUPPORTS), ("Joren Haldis", Side.SUPPORTS), ("Ministry", Side.DENIES)]
        )
    )
    articles, links = [], []
    for n in range(number):
        id, copy = f"a{n}", 0 < n < number // 2
        origin = "o0" if n < number // 2 else f"o{n % 3}"
        links.append(
            Link(id, "a0" if copy else origin, LinkKind.COPIES if copy else LinkKind.SAME_SOURCE,
                 Judgement.YES, 0.9, "92 words of it stand there word for word", ())
        )  # fmt: skip
        day = f"2024-03-{14 if copy else 13 + n % 19:02}"
        lost = (Loss(Lost.NUMBER, "about 300 people were held", "3,000 people were held"),)
        articles.append(
            TracedArticle(
                id, f"Ministry held prisoners at Kessary, part {n}", f"Outlet {n % outlets}",
                day if n else "2024-03-13", Stance.REPORTS, False, (), (0, 5), (),
                "a0" if copy else None, (origin,), lost,
            )
        )  # fmt: skip
    claim = Claim("c", "The ministry held prisoners at Kessary")
    return Trace(claim, tuple(articles), origins, tuple(links), (), 2, 1, 2, 2)


def test_a_few_articles_have_a_box_and_a_lane_each() -> None:
    found = drawn(many(20))
    assert len(found.cards) == 20 + 3
    assert len(found.lanes) == 20


def test_of_many_articles_those_that_are_alike_share_a_box() -> None:
    found = drawn(many(300))
    (stack,) = [c for c in found.cards if c.words[0].text == "149 articles"]
    assert stack.words[1].text.startswith("Outlet 1, Outlet 10, Outlet 40,")
    assert re.fullmatch(r"\d+–\d+ copies: Outlet 0", stack.words[-2].text)
    assert len([a for a in found.arrows if a.names.startswith("copies")]) == 1
    assert len(found.lanes) <= 24


@pytest.mark.parametrize("number", [1, 40, 41, 300])
def test_every_article_is_on_the_page_once(number: int) -> None:
    trace = many(number)
    shown = outline(trace)
    ids = [branch.article.id for branch in in_order(shown)]
    assert sorted(ids) == sorted(a.id for a in trace.articles)
    page = "".join(trace_page([(trace, Said())]))
    listed = re.findall(r'<li id="t1-(a\d+)"', page)
    assert len(listed) == len(set(listed)) == number
    assert set(re.findall(r'href="#t1-(a\d+)" tabindex', page)) <= set(listed)


def test_nothing_of_the_ledger_is_an_empty_picture() -> None:
    found = drawn(Trace(Claim("c", "c"), (), (), (), (), 0, 0, 0, 0))
    assert (found.cards, found.arrows, found.lanes, found.headings) == ((), (), (), ())


@pytest.mark.slow
def test_three_hundred_articles_take_less_than_a_second() -> None:
    trace = many(300)
    "".join(trace_page([(many(3), Said())]))
    began = time.process_time()
    "".join(trace_page([(trace, Said())]))
    assert time.process_time() - began < 1
