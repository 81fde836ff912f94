"""Incidents are drawn the same way each time; a line says what the trace counted."""

from incidents import drawn, line

ARTICLES = [
    {"id": "c", "incident": 1, "published": "2031-03-02", "text": "Later.", "title": None},
    {"id": "b", "incident": 1, "published": "2031-03-01", "text": "First.", "title": None},
    {"id": "a", "incident": 2, "published": None, "text": "Alone.", "title": None},
    {"id": "d", "incident": 3, "published": "2031-03-04", "text": "One.", "title": None},
    {"id": "e", "incident": 3, "published": "2031-03-04", "text": "Two.", "title": None},
]


def test_incidents_of_several_articles_the_earliest_first() -> None:
    found = drawn(ARTICLES)
    assert {i: [a["id"] for a in told] for i, told in found.items()} == {
        "1": ["b", "c"],
        "3": ["d", "e"],
    }
    assert list(drawn(ARTICLES)) == list(found)


def test_an_interval_is_shown_where_there_is_one() -> None:
    trace = {
        "articles": [{}, {}],
        "independent_support": 2,
        "at_least": 1,
        "at_most": 2,
        "independent_denial": 0,
    }
    assert line("17", ARTICLES[:3], trace) == "| 17 | 3 | 2 | 2 (1–2) | 0 |"
    assert line("17", ARTICLES[:3], trace | {"at_least": 2}) == "| 17 | 3 | 2 | 2 | 0 |"
