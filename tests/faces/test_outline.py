"""Traces as trees: each article under what it depends on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.faces.outline import Branch, outline
from firsthand.faces.said import Said
from firsthand.model.trace import (
    Claim,
    Judgement,
    Link,
    LinkKind,
    Side,
    Stance,
    Trace,
    TracedArticle,
)

Shape = dict[str, "Shape"]


def shape(branches: Iterable[Branch]) -> Shape:
    return {branch.article.id: shape(branch.below) for branch in branches}


def test_an_origin_leads_down_to_its_articles(trace: Trace) -> None:
    (supports, (davin,)), (denies, (line,)) = outline(trace).roots
    assert (supports, denies) == (Side.SUPPORTS, Side.DENIES)
    assert shape(davin.branches) == {"tide": {"ferry": {"gull": {}}}}
    assert shape(line.branches) == {}


def test_an_article_of_two_origins_stands_in_full_only_once(trace: Trace) -> None:
    (_, (davin,)), (_, (line,)) = outline(trace).roots
    assert shape(davin.branches) == {"tide": {"ferry": {"gull": {}}}}
    assert (line.branches, line.also, line.answered) == ((), ("The Lantern",), ())


def test_an_article_that_denies_stands_under_who_denies(trace: Trace) -> None:
    articles = [replace(a, stance=Stance.DENIES) if a.id == "ferry" else a for a in trace.articles]
    (_, (davin,)), (_, (line,)) = outline(replace(trace, articles=tuple(articles))).roots
    assert shape(line.branches) == {"ferry": {}}
    assert shape(davin.branches) == {"tide": {}, "gull": {}}
    assert (davin.also, davin.answered) == ((), ("The Lantern",))


def test_articles_that_name_nobody_stand_apart(trace: Trace) -> None:
    assert shape(outline(trace).unrecorded) == {"bell": {}, "fog": {"mist": {}}}


def test_circles_and_open_links_are_told_by_name(trace: Trace) -> None:
    shown = outline(trace)
    assert shown.circles == (("The Fog", "The Mist"),)
    assert [(a, b, link.reason) for a, b, link in shown.open] == [
        ("The Bell", "Brann", "the same rare number")
    ]


def test_a_link_judged_no_places_nothing(trace: Trace) -> None:
    links = tuple(replace(link, judgement=Judgement.NO) for link in trace.links)
    (_, (davin,)), _ = outline(replace(trace, links=links)).roots
    assert shape(davin.branches) == {"tide": {}, "ferry": {}, "gull": {}}


def test_an_article_shows_its_own_words(trace: Trace) -> None:
    (_, (davin,)), _ = outline(trace, Said({"ferry": "Pilot"})).roots
    assert davin.branches[0].below[0].words == "Pilot"


def test_links_are_numbered_as_they_come_and_said_by_name(trace: Trace) -> None:
    shown = outline(trace)
    (_, (davin,)), _ = shown.roots
    assert list(_tied([*davin.branches, *shown.unrecorded])) == [
        ("ferry", 1, "Tidewater"),
        ("gull", 2, "The Lantern"),
        ("fog", 3, "The Mist"),
        ("mist", 4, "The Fog"),
        ("bell", 5, "Brann"),
    ]


def _tied(branches: Iterable[Branch]) -> Iterator[tuple[str, int, str]]:
    for b in branches:
        yield from ((b.article.id, tie.number, tie.name) for tie in b.ties)
        yield from _tied(b.below)


def test_a_link_judged_no_is_told_apart(trace: Trace) -> None:
    first, *rest = trace.links
    refused = replace(first, judgement=Judgement.NO)
    gone = replace(first, target="o9", judgement=Judgement.NO)
    shown = outline(replace(trace, links=(refused, gone, *rest)))
    assert [(a, b) for a, b, _ in shown.refused] == [
        ("The Lantern", "Tidewater"),
        ("The Lantern", "an origin that is left no more"),
    ]


def test_a_long_line_of_copies_is_drawn_with_few_levels(trace: Trace) -> None:
    links = [Link(f"a{n}", f"a{n - 1}", LinkKind.COPIES, Judgement.YES, 1.0, "", ()) for n in
             range(1, 3000)]  # fmt: skip
    shown = outline(_of([f"a{n}" for n in range(3000)], links))
    depth, level = 0, shown.unrecorded
    while level:
        depth, level = depth + 1, level[0].below
    assert depth == 7


ids = st.sampled_from("abcdef")


@given(st.lists(st.tuples(ids, ids, st.sampled_from(LinkKind)), max_size=20))
def test_every_article_stands_somewhere_once_whatever_the_links(
    pairs: list[tuple[str, str, LinkKind]],
) -> None:
    links = [Link(a, b, kind, Judgement.YES, 0.5, "", ()) for a, b, kind in pairs]
    assert sorted(_all(outline(_of("abcdef", links)).unrecorded)) == list("abcdef")


def _all(branches: Iterable[Branch]) -> list[str]:
    return [id for b in branches for id in [b.article.id, *_all(b.below)]]


def _of(names: Iterable[str], links: Iterable[Link]) -> Trace:
    articles = tuple(
        TracedArticle(n, None, n, None, Stance.REPORTS, False, (), (0, 0), (), None, (), ())
        for n in names
    )
    return Trace(Claim("c", "c"), articles, (), tuple(links), (), 0, 0, 0, 0)
