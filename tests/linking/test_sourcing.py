"""What stands behind statements, counted: an article, an outlet, all of them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.headline import Handling
from firsthand.linking.sourcing import Audit, Speaker, audit, through
from firsthand.model.reading import Basis, Check, Outcome, Polarity, Reading
from tests.linking.stories import story

LAMP = story(
    "lamp",
    "{@Lamp > ~Davin|The sheds were full}, Davin told Lamp. {@Lamp > ~Davin > ?officer|About 300}, "
    "an officer had told him. {#Interior Ministry|Nobody was held|denied}, the ministry said.",
    publisher="The Leader",
)
STAR = story(
    "star",
    "{@Lamp|Sheds full of people}, Lamp reports. {@Lamp > ~Davin|They came by bus}.",
    publisher="Leader",
)
RAIN = story("rain", "Rain fell.", publisher=None)


def checked(reading: Reading, *checks: tuple[str | None, Outcome]) -> Reading:
    return replace(reading, checks=tuple(Check(None, out, about, (0, 4)) for about, out in checks))


def test_who_speaks_and_through_how_many() -> None:
    s = audit([LAMP]).total
    assert (s.articles, s.statements, s.sources) == (1, 3, 3)
    assert s.speakers == {
        Speaker.NAMED: 1, Speaker.PSEUDONYM: 1, Speaker.UNNAMED: 1, Speaker.NOBODY: 0,
    }  # fmt: skip
    assert s.lengths == {0: 0, 1: 1, 2: 1, 3: 1}
    assert s.polarities == {Polarity.ASSERTED: 2, Polarity.DENIED: 1, Polarity.UNCERTAIN: 0}
    assert s.bases == {
        Basis.FIRSTHAND: 0, Basis.SECONDHAND: 0, Basis.DOCUMENT: 0, Basis.UNSTATED: 3,
    }  # fmt: skip


def test_a_statement_of_nobody_has_no_source_and_no_chain() -> None:
    first = replace(LAMP.statements[0], chain=(), basis=Basis.DOCUMENT)
    s = audit([replace(LAMP, statements=(first, *LAMP.statements[1:]))]).total
    assert s.speakers[Speaker.NOBODY] == 1
    assert s.lengths[0] == 1
    assert s.bases[Basis.DOCUMENT] == 1


def test_a_check_of_a_source_checks_what_came_from_and_through_it() -> None:
    davin = next(s.id for s in LAMP.sources if s.name == "Davin")
    s = audit([checked(LAMP, (davin, Outcome.UNVERIFIED), (None, Outcome.NO_COMMENT))]).total
    assert (s.checked, s.checked_sources) == (2, 1)
    assert s.outcomes == {
        Outcome.CONFIRMED: 0, Outcome.UNVERIFIED: 1, Outcome.DISPUTED: 0, Outcome.NO_COMMENT: 1,
    }  # fmt: skip


def test_a_check_of_a_statement_checks_that_one() -> None:
    s = audit([checked(LAMP, ("st3", Outcome.CONFIRMED))]).total
    assert (s.checked, s.checked_sources) == (1, 0)


def test_all_through_one_magazine_is_one_source() -> None:
    found = through(STAR)
    assert found and found.name == "Lamp"
    assert through(LAMP) is None
    assert through(RAIN) is None


def test_the_innermost_source_in_every_chain_is_named() -> None:
    reading = story("a", "{@Lamp > ~Davin|It was full}. {@Lamp > ~Davin > ?officer|About 300}.")
    found = through(reading)
    assert found and found.name == "Davin"


def test_articles_on_one_source_and_on_none_are_counted() -> None:
    s = audit([LAMP, STAR, RAIN]).total
    assert (s.articles, s.single_source, s.unsourced) == (3, 1, 1)


def test_a_named_source_counts_once_over_articles_and_no_other_does() -> None:
    # Lamp in both is one; Davin of one article is never joined to Davin of the other.
    assert [a.sourcing.sources for a in audit([LAMP, STAR]).articles] == [3, 2]
    assert audit([LAMP, STAR]).total.sources == 3 + 2
    twice = [STAR, replace(STAR, article=replace(STAR.article, id="star-2"))]
    assert audit(twice).total.sources == 3


def test_the_police_of_two_articles_are_two() -> None:
    readings = [story(id, "{#police|The shop burnt}, police said.") for id in ("a", "b")]
    assert audit(readings).total.sources == 2


def test_an_outlet_is_summed_under_one_name_and_the_unknown_stands_last() -> None:
    found = audit([RAIN, LAMP, STAR])
    assert [(o.publisher, o.sourcing.articles) for o in found.outlets] == [
        ("The Leader", 2), (None, 1),
    ]  # fmt: skip
    assert [a.id for a in found.articles] == ["rain", "lamp", "star"]


def test_headlines_are_counted() -> None:
    s = audit([LAMP, RAIN]).total
    assert s.headlines == {
        Handling.KEEPS: 0, Handling.DROPS: 0, Handling.STATES_AS_FACT: 0, Handling.NOTHING: 2,
    }  # fmt: skip


def test_nothing_is_an_audit_too() -> None:
    found: Audit = audit([])
    assert (found.total.articles, found.total.lengths, found.outlets) == (0, {0: 0}, ())


@given(st.permutations([LAMP, STAR, RAIN]))
def test_the_order_of_articles_changes_no_sum(readings: list[Reading]) -> None:
    assert audit(readings).total == audit([LAMP, STAR, RAIN]).total


@given(st.lists(st.sampled_from([LAMP, STAR, RAIN])))
def test_every_statement_is_in_every_sum_once(readings: list[Reading]) -> None:
    s = audit(readings).total
    sums = [s.speakers, s.bases, s.polarities, s.lengths]
    assert {sum(counts.values()) for counts in sums} == {s.statements}
    assert sum(s.headlines.values()) == s.articles == len(readings)
