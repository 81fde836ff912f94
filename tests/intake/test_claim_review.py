"""Fact-checks that others published: schema.org's ClaimReview, wherever it stands."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.intake.claim_review import reviews_of
from firsthand.model.errors import InputError
from firsthand.model.review import Review

CHECK: dict[str, Any] = {
    "@type": "ClaimReview",
    "claimReviewed": "Wolves swam to  Lisk",
    "author": {"@type": "Organization", "name": "Brask Check"},
    "reviewRating": {"@type": "Rating", "alternateName": "Unproven", "ratingValue": 3},
    "datePublished": "2024-03-18T09:00:00Z",
    "url": "https://check.example/wolves",
}
KEPT = Review(
    "Wolves swam to Lisk", "Unproven", "Brask Check", "https://check.example/wolves", "2024-03-18"
)


def found(value: Any) -> list[Review | InputError]:
    return list(reviews_of(json.dumps(value).encode(), name="checks.json"))


@pytest.mark.parametrize(
    "held",
    [
        CHECK,
        [CHECK],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, CHECK]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [CHECK]}]},
        CHECK | {"@type": ["Review", "ClaimReview"]},
    ],
)
def test_wherever_it_stands(held: Any) -> None:
    assert found(held) == [KEPT]


def test_a_line_each() -> None:
    lines = "\n".join([json.dumps(CHECK), json.dumps(CHECK | {"claimReviewed": "Gulls can read"})])
    held = list(reviews_of(lines.encode(), name="checks.jsonl"))
    assert [r.claim for r in held if isinstance(r, Review)] == [KEPT.claim, "Gulls can read"]


def test_in_a_page() -> None:
    page = (
        "<html><head><script type='application/ld+json'>"
        + json.dumps({"@graph": [CHECK]})
        + "</script></head><body><h1>Did wolves swim?</h1></body></html>"
    )
    assert list(reviews_of(page.encode(), name="page.html")) == [KEPT]


@pytest.mark.parametrize(
    ("rating", "words"),
    [
        ({"name": "Mostly false"}, "Mostly false"),
        ({"ratingValue": 2, "bestRating": 5}, "2 of 5"),
        ({"ratingValue": "4"}, "4"),
        ("Satire", "Satire"),
        ([{}, {"alternateName": "False"}], "False"),
    ],
)
def test_a_rating_is_given_in_the_authors_words(rating: Any, words: str) -> None:
    (one,) = found(CHECK | {"reviewRating": rating})
    assert isinstance(one, Review)
    assert one.rating == words


@pytest.mark.parametrize("gone", ["claimReviewed", "author", "reviewRating"])
def test_one_that_lacks_something_is_refused_alone(gone: str) -> None:
    broken, whole = found([{k: v for k, v in CHECK.items() if k != gone}, CHECK])
    assert isinstance(broken, InputError)
    assert str(broken) == f"checks.json, ClaimReview 1: has no {gone}; it is left out"
    assert whole == KEPT


def test_an_address_and_a_date_that_are_none_are_left_out() -> None:
    (one,) = found(CHECK | {"url": "javascript:alert(1)", "datePublished": "last week"})
    assert isinstance(one, Review)
    assert (one.url, one.published) == (None, None)


@pytest.mark.parametrize("data", [b"", b"Wolves", b"{", b'{"@type": "Article"}', b"<p>Wolves</p>"])
def test_where_there_is_none_that_is_said(data: bytes) -> None:
    with pytest.raises(InputError):
        list(reviews_of(data, name="checks"))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*CHECK, "item"]), inner),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_whatever_stands_in_it(value: Any) -> None:
    try:
        held = list(reviews_of(json.dumps([CHECK, value]).encode(), name="checks"))
    except InputError:
        return
    assert KEPT in held
