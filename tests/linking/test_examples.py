"""The bundled corpus: gold readings in, the claim families of the gold out."""

import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from firsthand.linking.trace import trace
from firsthand.model.contract import reading_from_json
from firsthand.model.reading import Reading
from firsthand.model.trace import Side, Trace
from tests.linking.stories import shelf

GOLD = Path(__file__).parents[2] / "examples" / "gold"
FAMILIES = {
    family["family"]: family
    for family in map(json.loads, (GOLD / "families.jsonl").read_text("utf-8").splitlines())
}


def _readings() -> dict[str, Reading]:
    """The gold readings, with the publishers that the gold families know."""
    publishers = {a["id"]: a["publisher"] for f in FAMILIES.values() for a in f["articles"]}
    found = {}
    for line in (GOLD / "readings.jsonl").read_text("utf-8").splitlines():
        reading = reading_from_json(json.loads(line))
        a = reading.article
        known = replace(a, publisher=a.publisher or publishers.get(a.id))
        found[a.id] = replace(reading, article=known)
    return found


READINGS = _readings()
TRACES = {name: trace(f["claim"], shelf(*READINGS.values())) for name, f in FAMILIES.items()}


def gold_articles(name: str) -> dict[str, Mapping[str, Any]]:
    return {
        a["id"]: a
        for a in FAMILIES[name]["articles"]
        if a["id"] in READINGS and a["stance"] != "off_topic"
    }


def origins(found: Trace, side: Side) -> set[str]:
    return {o.name for o in found.origins if o.side is side}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_article_of_a_family_is_found_with_its_stance(name: str) -> None:
    found = {a.id: a.stance.value for a in TRACES[name].articles}
    assert found == {id: a["stance"] for id, a in gold_articles(name).items()}


@pytest.mark.parametrize("name", FAMILIES)
def test_copies(name: str) -> None:
    gold = {id: a["copy_of"] for id, a in gold_articles(name).items()}
    assert {a.id: a.copy_of for a in TRACES[name].articles if a.id in gold} == gold


@pytest.mark.parametrize("name", ["kessary-detainees", "kessary-closure"])
def test_the_counts_of_the_seed_story(name: str) -> None:
    family, found = FAMILIES[name], TRACES[name]
    low, high = family["support_range"]
    assert low <= found.independent_support <= high
    assert found.independent_denial == family["independent_denial"]
    assert found.at_least <= found.independent_support <= found.at_most


def test_who_held_prisoners_at_kessary_according_to_whom() -> None:
    found = TRACES["kessary-detainees"]
    assert origins(found, Side.SUPPORTS) == {"Davin", "Joren Haldis"}
    assert origins(found, Side.DENIES) == {"Interior Ministry"}
    assert {o.contact for o in found.origins if o.name == "Davin"} == {"Longwatch"}


@pytest.mark.parametrize("name", ["kessary-detainees", "corvane-ellory"])
def test_who_goes_back_to_a_common_origin(name: str) -> None:
    gold = gold_articles(name)
    sided = {o["id"] for o in FAMILIES[name]["origins"] if o["side"] != "other"}
    wanted = {
        (a, b) for a, b in combinations(sorted(gold), 2)
        if set(gold[a]["origins"]) & set(gold[b]["origins"]) & sided
    }  # fmt: skip
    held = {a.id: set(a.origins) for a in TRACES[name].articles}
    assert {(a, b) for a, b in combinations(sorted(gold), 2) if held[a] & held[b]} == wanted


def test_what_the_star_lost_of_the_guard_s_account() -> None:
    (star,) = (a for a in TRACES["kessary-detainees"].articles if a.id == "kessary-star")
    lost = {x.what.value: (x.before, x.after) for x in star.lost}
    assert set(lost) == {"attribution", "hedge", "number", "person", "verification"}
    assert lost["number"] == ("300 people", "THREE THOUSAND prisoners")
    assert "verify" in lost["verification"][0]


@pytest.mark.parametrize("name", ["kessary-detainees", "corvane-ellory", "pellow-street"])
def test_nothing_else_was_lost(name: str) -> None:
    gold = {id: set(a["lost"]) for id, a in gold_articles(name).items()}
    assert {
        a.id: {x.what.value for x in a.lost} for a in TRACES[name].articles if a.id in gold
    } == gold


def test_the_claim_s_words_are_where_the_trace_says() -> None:
    for found in TRACES.values():
        for article in found.articles:
            start, end = article.span
            assert READINGS[article.id].article.text[start:end].strip()
        for link in found.links:
            for place in link.evidence:
                assert READINGS[place.article].article.text[slice(*place.span)].strip()
