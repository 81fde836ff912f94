"""Who, what, where, when and how many, as a claim's articles have it: a line a question."""

from dataclasses import dataclass
from typing import Final

from firsthand.faces.wording import clean, count, day
from firsthand.model.event import Field
from firsthand.model.trace import FieldValue, Trace

QUESTIONS: Final = {
    Field.ACTOR: "who",
    Field.ACTION: "what",
    Field.PLACE: "where",
    Field.DATE: "when",
    Field.NUMBER: "how many",
    Field.POLARITY: "worded as",
}
MOST: Final = 5
"""Values that a line shows."""
ALONE: Final = 3
"""Values of one article only that a line shows."""
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """One value with how many articles say so, and their outlets."""

    words: str
    articles: str
    outlets: str


@dataclass(frozen=True, slots=True)
class Answers:
    """A question with its values, those of the most articles first; `more` aren't shown."""

    question: str
    values: tuple[Shown, ...]
    more: int


def answers(trace: Trace) -> list[Answers]:
    """Questions that no article answers are left out."""
    outlets = {a.id: clean(a.publisher or a.id) for a in trace.articles}
    found = []
    for field, question in QUESTIONS.items():
        values = [v for v in trace.claim.fields if v.field is field]
        if kept := _kept(values):
            shown = tuple(_shown(v, outlets, first=n == 0) for n, v in enumerate(kept))
            found.append(Answers(question, shown, len(values) - len(kept)))
    return found


def _kept(values: list[FieldValue]) -> list[FieldValue]:
    several = [v for v in values if v.articles > 1]
    return several[:MOST] if len(several) >= ALONE else values[:ALONE]


def _shown(value: FieldValue, outlets: dict[str, str], *, first: bool) -> Shown:
    words = _dated(value.value) if value.field is Field.DATE else clean(value.value)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    ids = dict.fromkeys(e.article for e in value.evidence)
    many = count(value.articles, "article") if first else str(value.articles)
    return Shown(words, many, ", ".join(outlets.get(id, id) for id in ids))


def _dated(value: str) -> str:
    """ "2031-05-05/2031-05-11" as "5 May 2031 to 11 May 2031"."""
    return " to ".join(day(part) for part in value.split("/"))
