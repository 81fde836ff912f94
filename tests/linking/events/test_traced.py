"""A trace says what its articles say to have happened, each value with its places."""

from firsthand.linking.trace import trace
from firsthand.model.event import Field
from tests.linking.stories import shelf, story

POST = story(
    "post",
    "{?two people|Corvane Foods is in talks to buy Ellory Dairies for 40 million crowns}, two "
    "people said. Nothing was signed.",
    publisher="Capital Post",
    published="2031-05-13",
)
MINUTE = story(
    "minute",
    "{@Capital Post|Corvane Foods is to buy Ellory Dairies for 400 million crowns on Friday}, the "
    "Capital Post reported.",
    publisher="Market Minute",
    published="2031-05-14",
)


def test_values_of_a_claim_rest_on_their_places() -> None:
    found = trace("Corvane Foods is in talks to buy Ellory Dairies", shelf(POST, MINUTE))
    texts = {r.article.id: r.article.text for r in (POST, MINUTE)}
    values = {f: [v for v in found.claim.fields if v.field is f] for f in Field}
    assert [(v.value, v.articles) for v in values[Field.NUMBER]] == [
        ("40 million crowns", 1),
        ("400 million crowns", 1),
    ]
    assert [(v.value, v.articles) for v in values[Field.ACTION]] == [("buy Ellory Dairies", 2)]
    assert [v.value for v in values[Field.DATE]] == ["2031-05-16"]
    for each in values[Field.NUMBER]:
        [place] = each.evidence
        assert texts[place.article][slice(*place.span)] == each.value
    assert all(a.event is not None for a in found.articles)
