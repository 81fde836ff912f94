"""The fields of several articles on one claim as values, each with the places that it rests on.

Values that differ stand side by side; which of them holds isn't said. A name is another's short
form where one fuller name has it, and only one. Descriptions are one value where they have the same
words, which doesn't say that they are one person; a pseudonym is one value with itself alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.linking.names import key, same_body
from firsthand.linking.words import stem
from firsthand.model.event import Action, Date, Event, Field, Number
from firsthand.model.reading import Naming
from firsthand.model.span import Span
from firsthand.model.trace import Evidence, FieldValue


@dataclass(frozen=True, slots=True)
class _Said:
    """One field of one article. `same`: those with the same one are one value."""

    same: str
    shown: str
    evidence: Evidence


def merged(events: Mapping[str, Event]) -> tuple[FieldValue, ...]:
    """`events` by article id. By field, then those of the most articles first."""
    found: list[FieldValue] = []
    for field, said in (
        (Field.ACTOR, _actors(events)),
        (Field.ACTION, _each(events, lambda e: [(a.span, *_action(a)) for a in e.actions])),
        (
            Field.PLACE,
            _each(events, lambda e: [(p.span, _plain(p.name), p.name) for p in e.places]),
        ),
        (Field.DATE, _each(events, lambda e: [(d.span, _days(d), _shown(d)) for d in e.dates])),
        (Field.NUMBER, _numbers(events)),
        (Field.POLARITY, _whether(events)),
    ):
        found += _values(field, said)
    return tuple(found)


def _values(field: Field, said: Iterable[_Said]) -> list[FieldValue]:
    groups: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        groups[one.same].append(one)
    values = [
        FieldValue(field, _commonest(group), tuple(dict.fromkeys(s.evidence for s in group)))
        for group in groups.values()
    ]
    return sorted(values, key=lambda v: (-v.articles, v.value))


def _commonest(group: Sequence[_Said]) -> str:
    shown = [s.shown for s in group]
    return max(sorted(set(shown)), key=lambda s: (shown.count(s), len(s)))


def _each(
    events: Mapping[str, Event], made: Callable[[Event], Iterable[tuple[Span, str, str]]]
) -> Iterator[_Said]:
    for id in sorted(events):
        for span, same, shown in made(events[id]):
            yield _Said(same, shown, Evidence(id, span))


def _actors(events: Mapping[str, Event]) -> Iterator[_Said]:
    every = [(id, a) for id in sorted(events) for a in events[id].actors]
    pseudonyms = {_plain(a.name) for _, a in every if a.naming is Naming.PSEUDONYM}
    named = sorted(
        {a.name for _, a in every if a.naming is Naming.NAMED}, key=lambda n: (-len(key(n)), n)
    )
    full = {name: _fullest(name, named, pseudonyms) for name in named}
    for id, a in every:
        where = Evidence(id, a.span)
        if a.naming is Naming.NAMED:
            name = full[a.name]
            yield _Said(" ".join(key(name)), name, where)
        else:
            words = [stem(w) for w in key(a.name)]
            yield _Said(f"{a.naming.value} {' '.join(words)}", a.name, where)


def _fullest(name: str, named: Sequence[str], pseudonyms: frozenset[str] | set[str]) -> str:
    """The one name that says more and nothing else; the name itself where there are two."""
    if _plain(name) in pseudonyms:
        return name
    longer = [
        other
        for other in named
        if len(key(other)) > len(key(name))
        and same_body(name, other)
        and _plain(other) not in pseudonyms
    ]
    widest = longer[:1]
    return widest[0] if widest and all(same_body(o, widest[0]) for o in longer) else name


def _action(action: Action) -> tuple[str, str]:
    object = action.object.name if action.object and action.object.name else ""
    last = stem(key(object)[-1]) if object else ""
    verb = f"not {action.verb}" if action.negated else action.verb
    return f"{verb} {last}", f"{verb} {object}".strip()


def _days(date: Date) -> str:
    return f"{date.start}/{date.end}" if date.start else _plain(date.said)


def _shown(date: Date) -> str:
    if date.start is None or date.end is None:
        return date.said
    return date.start if date.start == date.end else f"{date.start}/{date.end}"


def _numbers(events: Mapping[str, Event]) -> Iterator[_Said]:
    """Amounts of one unit are one value where they have the same ends."""
    units: dict[str, str] = {}
    for id in sorted(events):
        for n in events[id].numbers:
            unit = next((u for u in units if _counts_same(u, n)), n.unit)
            units.setdefault(unit, unit)
            yield _Said(f"{n.least:g}-{n.most:g} {unit}", n.said, Evidence(id, n.span))


def _counts_same(unit: str, number: Number) -> bool:
    return bool(set(unit.split()) & set(number.unit.split()))


def _whether(events: Mapping[str, Event]) -> Iterator[_Said]:
    for id in sorted(events):
        whether = events[id].whether
        if whether.span:
            yield _Said(whether.polarity.value, whether.polarity.value, Evidence(id, whether.span))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
