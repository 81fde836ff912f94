"""Articles are linked as they are added; traces don't read the others again."""

import random
from collections.abc import Collection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from firsthand.ledger import copying
from firsthand.ledger.store import Ledger
from firsthand.ledger.tables import article_runs, copies, stem_counts
from firsthand.linking import arriving
from firsthand.linking.candidates import rarity
from firsthand.linking.searching import forms
from firsthand.model.article import Article
from tests.ledger.stories import reading

WIRE = (
    "The ministry closed the port of Vell on Sunday and no ship was let in or out for four days, "
    "agents in the town said. Pilots were sent home at noon. A notice on the gate of the eastern "
    "mole spoke of works on the boom."
)
OTHER = (
    "Four people were hurt when a wall fell on the tram stop in Pellow Street, the fire service "
    "said on Tuesday night."
)


def add(ledger: Ledger, **texts: str) -> None:
    for id, words in texts.items():
        ledger.add(reading(Article(id, words)))


def kept(ledger: Ledger) -> list[tuple[str, str, int, float]]:
    with ledger._reading() as connection:
        rows = connection.execute(select(copies).order_by(*copies.primary_key.columns))
        return [tuple(row) for row in rows]


def test_a_copy_is_linked_when_it_is_added(ledger: Ledger) -> None:
    add(ledger, wire=WIRE, other=OTHER, daily=f"VELL - {WIRE} The hotel is full.")
    assert kept(ledger) == [("daily", "wire", 46, 1.0)]
    assert ledger.copies(["wire", "other", "daily"]) == [("daily", "wire")]
    assert ledger.copies(["wire", "other"]) == []


def test_adding_twice_links_once(ledger: Ledger) -> None:
    add(ledger, wire=WIRE, daily=f"VELL - {WIRE}")
    before = kept(ledger)
    add(ledger, wire=WIRE, daily=f"VELL - {WIRE}")
    assert kept(ledger) == before


def test_of_articles_that_are_not_there_nothing_is_known(ledger: Ledger) -> None:
    add(ledger, wire=WIRE)
    assert ledger.copies(["wire", "nowhere"]) is None
    assert ledger.copies([]) == []


def test_articles_of_an_older_ledger_are_linked_by_the_next_add(where: str) -> None:
    with Ledger.open(where) as ledger:
        add(ledger, wire=WIRE, daily=f"VELL - {WIRE}", other=OTHER)
        known, counts = kept(ledger), words(ledger)
        with ledger._writing() as connection:
            for table in ("copies", "article_runs", "article_shingles", "stem_counts"):
                connection.execute(text(f"DELETE FROM {table}"))
    with Ledger.open(where) as ledger:
        assert ledger.copies(["wire", "daily"]) is None
        assert ledger.holding(forms("the port"), weigh=rarity, most=9) is None
        add(ledger, empty="")
        assert (kept(ledger), words(ledger)) == (known, counts)


def words(ledger: Ledger) -> dict[str, int]:
    with ledger._reading() as connection:
        return {row.stem: row.articles for row in connection.execute(select(stem_counts))}


def test_a_stopped_linking_of_older_articles_goes_on(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(where) as ledger:
        add(ledger, wire=WIRE, daily=f"VELL - {WIRE}", weekly=f"{WIRE} So it was.")
        known = kept(ledger)
        with ledger._writing() as connection:
            for table in ("copies", "article_runs", "article_shingles", "stem_counts"):
                connection.execute(text(f"DELETE FROM {table}"))
        with ledger._writing() as connection:
            assert copying.link_older(connection, 1) == 1
    with Ledger.open(where) as ledger:
        add(ledger, other=OTHER)
        assert kept(ledger) == known


def test_a_crowd_is_linked_to_the_same_few_on_the_way_and_back(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arriving, "CROWD", 2)
    ids = [f"paper{n}" for n in range(9)]
    for id in sorted(ids, key=arriving.rank_of, reverse=True):
        add(ledger, **{id: WIRE})
    few = sorted(ids, key=arriving.rank_of)[:2]
    wanted = {(min(a, b), max(a, b)) for a in few for b in ids if a != b}
    assert {row[:2] for row in kept(ledger)} == wanted


SENTENCES = [
    " ".join(
        random.Random(k).choices("port ship mole boom gate pilot noon dock rope".split(), k=25)
    )
    for k in range(8)
]
STORIES = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=2, max_size=6
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stories=STORIES, order=st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_no_pair_and_no_count(
    tmp_path_factory: pytest.TempPathFactory, stories: list[list[str]], order: random.Random
) -> None:
    texts = {f"a{n}": " ".join(parts) for n, parts in enumerate(stories)}
    shuffled = list(texts)
    order.shuffle(shuffled)
    assert added(tmp_path_factory, texts, texts) == added(tmp_path_factory, texts, shuffled)


def added(
    folders: pytest.TempPathFactory, texts: dict[str, str], order: Collection[str]
) -> tuple[object, ...]:
    with Ledger.open(folders.mktemp("order") / "news.db") as ledger:
        add(ledger, **{id: texts[id] for id in order})
        hits = ledger.holding(forms("the pilot of the port"), weigh=rarity, most=3)
        return kept(ledger), words(ledger), hits and (hits.counts, list(hits.shares.items()))


# Words


def test_articles_come_by_the_weight_of_the_words_that_they_hold(ledger: Ledger) -> None:
    add(ledger, wire=WIRE, other=OTHER, third="A ship lay in port, the town said.", fourth="No.")
    hits = ledger.holding(forms("The port was closed"), weigh=rarity, most=9)
    assert hits
    assert (hits.articles, dict(hits.counts)) == (4, {"clos": 1, "port": 2})
    assert list(hits.shares) == ["wire", "third"]
    assert hits.shares["wire"] == 1.0


def test_forms_that_the_index_stems_otherwise_are_looked_for(ledger: Ledger) -> None:
    add(ledger, a="Two men were seized.", b="The seizure of 2 men", c="Nothing")
    hits = ledger.holding(forms("They seize two"), weigh=rarity, most=9)
    assert hits
    assert list(hits.shares) == ["a", "b"]


def test_among_equals_the_first_ids_stay(ledger: Ledger) -> None:
    add(ledger, **{id: f"A port in {id}." for id in ("d", "b", "c", "a")}, best="A closed port.")
    hits = ledger.holding(forms("closed port"), weigh=rarity, most=3)
    assert hits
    assert list(hits.shares) == ["best", "a", "b"]


def test_words_that_nobody_holds_find_nothing(ledger: Ledger) -> None:
    add(ledger, wire=WIRE)
    for claim in ("", "zebras", '"*()^', "’’’"):
        hits = ledger.holding(forms(claim), weigh=rarity, most=3)
        assert hits
        assert hits.shares == {}


def test_runs_are_indexed_once_each(ledger: Ledger) -> None:
    add(ledger, shanty="way hey and up she rises " * 3000)
    with ledger._reading() as connection:
        assert (connection.scalar(select(func.count()).select_from(article_runs)) or 0) < 10
