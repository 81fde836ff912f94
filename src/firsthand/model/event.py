"""What is said to have happened: who, what, where, when, how many, each with its place in the text.

A field is what the words say and no more: a date that nothing resolves has no days, a pronoun that
nothing explains is nobody. Spans are places in `article.text`.
"""

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.reading import Naming, Polarity
from firsthand.model.span import Span


class Part(StrEnum):
    """An actor's part in what happened, where the clause shows it."""

    DOER = "doer"
    RECEIVER = "receiver"
    NAMED = "named"


class Grain(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Field(StrEnum):
    """The questions that a field answers: who, what, where, when, how many, and whether."""

    ACTOR = "actor"
    ACTION = "action"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    POLARITY = "polarity"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or some body. `name` is the fullest name in the article, else the description;
    `naming` as of a source: a description is `unnamed`."""

    span: Span
    name: str
    part: Part
    naming: Naming


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what an action has at one end: the words' place and what they name (None: a pronoun
    that nothing explains)."""

    span: Span
    name: str | None


@dataclass(frozen=True, slots=True)
class Action:
    """`verb` is the verb's base form as far as its ending shows it, with its particle ("take
    over"); "be" with what follows it ("be dead"). `doer` and `object` None: the clause doesn't
    show them."""

    span: Span
    verb: str
    doer: Party | None
    object: Party | None
    negated: bool


@dataclass(frozen=True, slots=True)
class Place:
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Date:
    """`start` and `end` are ISO 8601 days, both included; None where the words count from a day
    that isn't known. `anchor` is that day, None for a date that is whole by itself. `rule` names
    what was applied."""

    span: Span
    said: str
    start: str | None
    end: str | None
    grain: Grain
    anchor: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Number:
    """From `least` to `most`: "dozens" are 24 to 120; an exact number is both. `unit` is what is
    counted: a currency's sign or name, "%", "people", else the stems of the words, sorted."""

    span: Span
    said: str
    least: float
    most: float
    unit: str


@dataclass(frozen=True, slots=True)
class Whether:
    """How the words themselves put it: asserted, denied ("has not bought"), uncertain ("whether",
    "may have"). `span` holds the word that makes it so, None for asserted."""

    polarity: Polarity
    span: Span | None


@dataclass(frozen=True, slots=True)
class Event:
    """Each in reading order."""

    actors: tuple[Actor, ...]
    actions: tuple[Action, ...]
    places: tuple[Place, ...]
    dates: tuple[Date, ...]
    numbers: tuple[Number, ...]
    whether: Whether
