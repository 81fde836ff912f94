"""Articles arrive in any order; who shares text with whom is the same in the end."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking import arriving
from firsthand.linking.arriving import Holder, arrive, rank_of
from firsthand.linking.shingles import Shingled, looked_up, shared, shingled


class Drawer:
    """An index in memory; articles are known by the number of their arrival."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.pairs: set[tuple[int, int]] = set()
        self.asked = 0
        self._texts: list[Shingled] = []
        self._runs: dict[int, list[Holder]] = {}

    def first(self, runs: Sequence[int], most: int) -> Mapping[int, Sequence[Holder]]:
        return {run: self._runs[run][:most] for run in runs if run in self._runs}

    def holders(self, run: int) -> Sequence[Holder]:
        return self._runs[run]

    def texts(self, keys: Iterable[int]) -> Mapping[int, Shingled]:
        found = {key: self._texts[key] for key in keys}
        self.asked += len(found)
        return found

    def copies(self, key: int) -> Collection[int]:
        return {a + b - key for a, b in self.pairs if key in (a, b)}

    def add(self, id: str, text: str) -> None:
        read, key = shingled(text), len(self.ids)
        arrived = arrive(read, looked_up(read), rank_of(id), self)
        self.pairs -= set(arrived.parted)
        self.pairs |= {(other, key) for other, _ in arrived.copies}
        self.ids.append(id)
        self._texts.append(read)
        for run in looked_up(read):
            self._runs.setdefault(run, []).append(Holder(rank_of(id), key))
            self._runs[run].sort()

    def copied(self) -> set[frozenset[str]]:
        return {frozenset((self.ids[a], self.ids[b])) for a, b in self.pairs}


def drawer(texts: Mapping[str, str], order: Iterable[str] | None = None) -> Drawer:
    made = Drawer()
    for id in order or texts:
        made.add(id, texts[id])
    return made


def said(first: int, words: int) -> str:
    """Words that no two stretches of which are alike."""
    return " ".join(str(n) for n in range(first, first + words))


def test_a_copy_is_linked_when_it_arrives_and_a_stranger_is_not() -> None:
    texts = {
        "wire": said(0, 60),
        "paper": f"Kessary today {said(10, 50)}",
        "other": said(1000, 60),
    }
    assert drawer(texts).copied() == {frozenset(("paper", "wire"))}


def test_one_common_sentence_makes_no_copy() -> None:
    common = said(0, 15)
    texts = {id: f"{common} {said(1000 * n, 200)}" for n, id in enumerate("ab", start=1)}
    assert drawer(texts).copied() == set()


def test_everybody_in_a_crowd_is_linked_to_the_same_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "CROWD", 3)
    texts = {f"paper {n}": said(0, 40) for n in range(12)}
    few = sorted(texts, key=rank_of)[:3]
    wanted = {frozenset((a, b)) for a in few for b in texts if a != b}
    assert drawer(texts).copied() == wanted
    assert drawer(texts, sorted(texts, key=rank_of, reverse=True)).copied() == wanted


def test_boilerplate_costs_no_more_when_there_is_more_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arriving, "CROWD", 4)
    made = Drawer()
    asked = []
    for n in range(1, 201):
        before = made.asked
        made.add(f"page {n}", f"{said(0, 20)} {said(1000 * n, 200)}")
        asked.append(made.asked - before)
    assert sum(asked[-100:]) / 100 < 20


CORE = st.integers(0, 5).map(lambda n: said(1000 * n, 30))
TEXTS = st.lists(
    st.lists(CORE | st.integers(10, 99).map(lambda n: said(1000 * n, 12)), min_size=1, max_size=4),
    min_size=1,
    max_size=14,
).map(lambda parts: {f"a{n}": " ".join(p) for n, p in enumerate(parts)})


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[dict[str, str], list[str]]:
    texts = draw(TEXTS)
    return texts, draw(st.permutations(list(texts)))


@settings(max_examples=80, deadline=None)
@given(arrivals(), st.integers(1, 4))
def test_the_order_of_arrival_changes_nothing(
    drawn: tuple[dict[str, str], list[str]], crowd: int
) -> None:
    texts, order = drawn
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arriving, "CROWD", crowd)
        assert drawer(texts, order).copied() == drawer(texts).copied()


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.integers(1, 4))
def test_kept_are_the_pairs_that_meet_now(texts: dict[str, str], crowd: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arriving, "CROWD", crowd)
        assert drawer(texts).copied() == set(meeting(texts, crowd))


def meeting(texts: Mapping[str, str], crowd: int) -> Iterator[frozenset[str]]:
    """By the definition: pairs with enough in common of which one is among the first holders of
    a run of both."""
    read = {id: shingled(text) for id, text in texts.items()}
    runs = {id: set(looked_up(text)) for id, text in read.items()}
    for a, b in combinations(texts, 2):
        meet = any(
            {a, b} & set(sorted((x for x in texts if run in runs[x]), key=rank_of)[:crowd])
            for run in runs[a] & runs[b]
        )
        if meet and shared(read[a], read[b]).enough:
            yield frozenset((a, b))
