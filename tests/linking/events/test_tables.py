"""Every entry of the tables finds its own example."""

import pytest

from firsthand.linking.events.dates import RULES, Rule, dates
from firsthand.linking.events.numbers import MEASURES, Measure, numbers


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_dates(rule: Rule) -> None:
    [found] = dates(rule.example, (0, len(rule.example)), published="2031-05-14T10:00:00Z")
    assert (found.rule, found.start, found.end) == (rule.name, *rule.days)
    assert found.anchor == ("2031-05-14" if rule.relative else None)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_dates_without_a_day_to_count_from(rule: Rule) -> None:
    [found] = dates(rule.example, (0, len(rule.example)), published=None)
    assert (found.start, found.end) == ((None, None) if rule.relative else rule.days)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.example)
def test_numbers(measure: Measure) -> None:
    [found] = numbers(measure.example, (0, len(measure.example)))
    assert (found.least, found.most, found.unit) == (*measure.number[:1] * 2, measure.number[1])
