"""A claim is looked for where its words are; what is found is what looking everywhere finds."""

from collections.abc import Callable, Collection, Mapping

import pytest

from firsthand.linking import searching
from firsthand.linking.candidates import find, rarity
from firsthand.linking.protocol import Hits
from firsthand.linking.searching import forms, pages_for
from firsthand.linking.trace import trace
from firsthand.linking.words import words
from firsthand.model.reading import Reading
from tests.linking.stories import Shelf, shelf, story


class Indexed(Shelf):
    """A shelf with an index."""

    def holding(
        self,
        words: Mapping[str, Collection[str]],
        *,
        weigh: Callable[[int, int], float],
        most: int,
    ) -> Hits:
        held = {r.article.id: stems(r) & words.keys() for r in self.kept}
        counts = {w: sum(w in h for h in held.values()) for w in words}
        weights = {w: weigh(len(held), n) for w, n in counts.items()}
        shares = {id: sum(weights[w] for w in h) / sum(weights.values()) for id, h in held.items()}
        ranked = sorted((-share, id) for id, share in shares.items() if share)
        return Hits(len(held), counts, {id: -share for share, id in ranked[:most]})


def stems(reading: Reading) -> set[str]:
    return {w.stem for w in words(reading.article.text)}


CLAIM = "The ministry closed the port of Kessary"
PORT = "{#Interior Ministry|The ministry closed the port of Kessary on Sunday}, pilots said."
OTHERS = [story(f"other{n}", f"Tram {n} stood still, the town said.") for n in range(30)]
STORIES = [
    story("harbour", PORT, publisher="Harbour Magazine"),
    story(
        "daily", "The port of Kessary was closed by the ministry, the Harbour Magazine reported."
    ),
    story("hotel", "A hotel in Kessary is full of sailors."),
]


def test_a_small_store_is_looked_at_whole() -> None:
    looked = pages_for(CLAIM, Indexed((*STORIES, *OTHERS)))
    assert (len(looked.pages), looked.weights) == (33, None)


def test_of_a_large_one_the_likely_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "ALL", 10)
    monkeypatch.setattr(searching, "FEWEST", 1)
    looked = pages_for(CLAIM, Indexed((*STORIES, *OTHERS)))
    assert [p.id for p in looked.pages] == ["daily", "harbour"]
    assert looked.weights and looked.weights["port"] == rarity(33, 2)


def test_the_trace_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = trace(CLAIM, shelf(*STORIES, *OTHERS))
    assert [a.id for a in whole.articles] == ["daily", "harbour"]
    monkeypatch.setattr(searching, "ALL", 0)
    assert trace(CLAIM, Indexed((*STORIES, *OTHERS))) == whole


def test_weights_of_all_articles_decide_among_a_few() -> None:
    """Among two pages "port" tells nothing; among a thousand it does."""
    looked = pages_for(CLAIM, shelf(*STORIES[:2]))
    few = find("port of Kessary", looked.pages, weights={"port": rarity(1000, 2), "kessary": 0.1})
    assert {w.page.id for w in few} == {"harbour", "daily"}


def test_nothing_is_found_where_no_word_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "ALL", 0)
    assert trace("zebras", Indexed(tuple(OTHERS))).articles == ()


def test_a_word_is_asked_for_in_its_other_forms() -> None:
    assert forms("held 2") == {"2": ["2", "two"], "hold": ["held", "hold"]}
