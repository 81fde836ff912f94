"""A claim is looked for where its words are; what is found is what looking everywhere finds."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking import searching
from firsthand.linking import words as cutting
from firsthand.linking.candidates import find, rarity
from firsthand.linking.protocol import Hits
from firsthand.linking.searching import carrying, forms, likely
from firsthand.linking.trace import trace
from firsthand.linking.worded import Worded, page
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

    def texts(self, ids: Collection[str]) -> list[tuple[str, str]]:
        return [(r.article.id, r.article.text) for r in self.readings(ids)]


def ids(found: Iterable[Worded]) -> list[str]:
    return sorted(w.page.id for w in found)


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


def test_a_small_store_is_looked_at_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Indexed((*STORIES, *OTHERS))
    monkeypatch.setattr(Indexed, "texts", lambda *_: pytest.fail("asked for some"))
    assert ids(carrying(CLAIM, store)) == ["daily", "harbour"]


def test_of_a_large_one_the_likely_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "FEWEST", 1)
    hits = Indexed((*STORIES, *OTHERS)).holding(forms(CLAIM), weigh=rarity, most=9)
    assert sorted(likely(hits)) == ["daily", "harbour"]
    assert sorted(hits.shares) == ["daily", "harbour", "hotel"]


def test_readings_are_fetched_for_those_that_carry_the_claim(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The hotel's text is looked at, its reading isn't."""
    asked: list[str] = []

    class Telling(Indexed):
        def readings(self, ids: Iterable[str] | None = None) -> Iterator[Reading]:
            wanted = list(ids or ())
            asked.extend(wanted)
            return super().readings(wanted)

        def texts(self, ids: Collection[str]) -> list[tuple[str, str]]:
            return [(r.article.id, r.article.text) for r in self.kept if r.article.id in ids]

    monkeypatch.setattr(searching, "ALL", 10)
    carrying(CLAIM, Telling((*STORIES, *OTHERS)))
    assert sorted(asked) == ["daily", "harbour"]


def test_the_trace_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = trace(CLAIM, shelf(*STORIES, *OTHERS))
    assert [a.id for a in whole.articles] == ["daily", "harbour"]
    monkeypatch.setattr(searching, "ALL", 0)
    assert trace(CLAIM, Indexed((*STORIES, *OTHERS))) == whole


def test_weights_of_all_articles_decide_among_a_few() -> None:
    """Among two pages "port" tells nothing; among a thousand it does."""
    pages = [page(r) for r in STORIES[:2]]
    few = find("port of Kessary", pages, weights={"port": rarity(1000, 2), "kessary": 0.1})
    assert {w.page.id for w in few} == {"harbour", "daily"}


def test_nothing_is_found_where_no_word_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "ALL", 0)
    assert trace("zebras", Indexed(tuple(OTHERS))).articles == ()


def test_a_word_is_asked_for_in_its_other_forms() -> None:
    assert forms("held 2") == {"2": ["2", "two"], "hold": ["held", "hold"]}


WORDS = "two 2 held hold holding closed close near Straße 300 3,000 port o’Neil said İ".split()
MARKED = "Two men held at a port near Straße, 3,000 or 300, closed by O'Neil"


@given(st.lists(st.sampled_from([*WORDS, "\n", ". The", "as close as", "the"]), max_size=30))
def test_what_is_skimmed_says_what_all_of_its_sentences_say(said: list[str]) -> None:
    """Sentences that say nothing of the claim may be fewer; none is lost between two that do."""
    text, own = " ".join(said), cutting.stems(MARKED)
    every = [cutting.stems(text, s, among=own) for s in cutting.sentences(text)]
    skimmed = searching._skimmed("a", text, own).stems
    assert [s for s in skimmed if s] == [s for s in every if s]
    assert [p for p in pairwise(skimmed) if all(p)] == [p for p in pairwise(every) if all(p)]
