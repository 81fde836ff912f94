"""What an annotator changed: an article's marks against its reading, as judgements of statements.

Places are found again in the ledger's text as `anchor` does, and what is orphaned judges nothing.
Who is credited is never taken from words that an annotator typed, only from where a mention was
marked: a pseudonym or an unnamed source can't get another name this way.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

from firsthand.faces.annotated.marks import Mark, Marked, Place
from firsthand.faces.export.anchor import Anchored, Anchoring, anchor
from firsthand.ledger.corrected import corrected
from firsthand.ledger.rows import StatementJudgement, Verdict
from firsthand.model.errors import InputError
from firsthand.model.reading import Basis, Kind, Polarity, Quotation, Reading, Statement
from firsthand.model.span import Span, overlap

_CHOICES: Final[dict[str, type[StrEnum]]] = {
    "quotation": Quotation,
    "kind": Kind,
    "polarity": Polarity,
    "basis": Basis,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """`judged` may be written as it stands; `standing` are judgements of others that the file knows
    nothing of, or takes back; `orphaned` are the words of marks that weren't found again, `moved`
    counts those that were found elsewhere."""

    judged: tuple[StatementJudgement, ...]
    standing: tuple[StatementJudgement, ...]
    moved: int
    orphaned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A mark in the ledger's text."""

    mark: Mark
    content: tuple[Span, ...]
    beside: Mapping[str, Span | None]
    """Cue and mention, without what is orphaned."""
    moved: bool


def compare(
    marked: Marked,
    reading: Reading,
    judged: Iterable[StatementJudgement],
    *,
    why: str,
    author: str,
    when: datetime,
    restore: bool = False,
) -> Compared:
    """`judged` are the newest judgements of the article's statements. A statement that stands as it
    was left before is judged no further. One that stands as the reader had it may come from an
    export older than somebody else's judgement: that is taken back with `restore` only. Raises
    InputError for a choice that there isn't."""
    text = reading.article.text
    read = {s.id: s for s in reading.statements}
    before = {each.statement.rpartition("#")[2]: each for each in judged}
    now = {s.id: s for s in corrected(reading, before.values()).statements}
    found, lost = _found(marked, text)
    written: list[tuple[str, Verdict, Statement | None, str]] = []
    seen = {mark.id for mark in lost if mark.id}
    places = {_lines(text, s.content): s.id for s in (*read.values(), *now.values())}
    for each in found:
        id = each.mark.id or places.get(_lines(text, each.content))
        base = now.get(id or "") or read.get(id or "")
        made = _made(each, base, reading, around=marked.around)
        seen.add(made.id)
        if made.id in now and _same(made, now[made.id], text):
            continue
        if base is None:
            written.append((made.id, Verdict.ADDED, made, why))
        elif made.id in read and _same(made, read[made.id], text):
            written.append((made.id, Verdict.KEPT, None, why))
        else:
            told = _told(made, now.get(made.id) or base, text)
            verdict = Verdict.CHANGED if made.id in read else Verdict.ADDED
            written.append((made.id, verdict, made, f"{why}: {told}" if told else why))
    if marked.whole and all(mark.id for mark in lost):
        gone = (id for id, s in now.items() if id not in seen and _lines(text, s.content))
        written += [(id, Verdict.REMOVED, None, why) for id in gone]
    standing = [
        before[id]
        for id, verdict, _, _ in written
        if id in before and before[id].author != author and not restore
        if verdict is Verdict.KEPT or (verdict is Verdict.REMOVED and id not in read)
    ]
    return Compared(
        tuple(
            StatementJudgement(f"{reading.article.id}#{id}", verdict, made, said, author, when)
            for id, verdict, made, said in written
            if before.get(id) not in standing
        ),
        tuple(standing),
        sum(each.moved for each in found),
        tuple(" … ".join(place.quote.exact for place in mark.content) for mark in lost),
    )


def _found(marked: Marked, text: str) -> tuple[list[_Found], list[Mark]]:
    """The marks whose contents were found again, and those that weren't."""
    found, lost = [], []
    for mark in marked.marks:
        anchored = [_anchored(place, text) for place in mark.content]
        spans = [a.span for a in anchored if a.span is not None]
        if not spans or len(spans) < len(anchored):
            lost.append(mark)
            continue
        around = {
            name: _anchored(place, text).span if place else None
            for name, place in (("cue", mark.cue), ("mention", mark.mention))
        }
        gone = {name for name in around if around[name] is None and getattr(mark, name)}
        beside = {name: span for name, span in around.items() if name not in gone}
        moved = any(a.state is Anchoring.MOVED for a in anchored)
        found.append(_Found(mark, tuple(spans), beside, moved))
    return found, lost


def _anchored(place: Place, text: str) -> Anchored:
    """Words whose surroundings the file doesn't tell stand where it says, or can't be told."""
    known = place.quote.prefix is not None or place.quote.suffix is not None
    if not known and place.span and text[slice(*place.span)] == place.quote.exact:
        return Anchored(Anchoring.EXACT, place.span)
    return anchor(place.quote, text, span=place.span)


def _made(each: _Found, base: Statement | None, reading: Reading, *, around: bool) -> Statement:
    """The statement as the annotator has it; what the file doesn't tell stays as it was."""
    text, given = reading.article.text, dict(_chosen(each.mark))
    content = _lines(text, each.content)
    if base is None:
        base = _new(content, text)
    made: Statement = replace(base, **given)
    if _lines(text, base.content) != content:
        made = replace(made, content=content)
    if around:
        beside: dict[str, Any] = {
            name: _beside(getattr(base, name), now, text) for name, now in each.beside.items()
        }
        made = replace(made, **beside)
    if made.mention is not None and made.mention != base.mention:
        made = replace(made, chain=_chain(made.mention, made.chain, reading))
    return made


def _new(content: tuple[Span, ...], text: str) -> Statement:
    """One that the reader had missed, named by its place: marked twice, it is the same."""
    id = "a" + sha256(repr(content).encode()).hexdigest()[:8]
    whole = " ".join(text[start:end] for start, end in content)
    quoted = whole[:1] in "“\"‘'" and whole[-1:] in "”\"’'" and len(whole) > 1
    return Statement(
        id=id,
        content=content,
        cue=None,
        mention=None,
        chain=(),
        quotation=Quotation.DIRECT if quoted else Quotation.INDIRECT,
        kind=Kind.COMMUNICATION,
        polarity=Polarity.ASSERTED,
        basis=Basis.UNSTATED,
        hedges=(),
        parent=None,
        confidence=1.0,
    )


def _chosen(mark: Mark) -> Iterator[tuple[str, Any]]:
    for name, value in mark.choices.items():
        try:
            yield name, _CHOICES[name](value)
        except ValueError:
            known = ", ".join(each.value for each in _CHOICES[name])
            raise InputError(
                mark.id or "a new statement", f"its {name} is {value!r}; choose one of {known}"
            ) from None


def _beside(before: Span | None, now: Span | None, text: str) -> Span | None:
    """A cue or mention that covers the same words is the same."""
    old, new = (_lines(text, (span,)) if span else () for span in (before, now))
    return before if old == new else now


def _chain(mention: Span, before: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """The source that is mentioned there, with those through whom it came where it is the same one;
    nobody where the article doesn't say who that is."""
    there = [s.id for s in reading.sources if any(overlap(mention, m) for m in s.mentions)]
    if before and before[-1] in there:
        return before
    return (there[0],) if len(there) == 1 else ()


def _same(one: Statement, other: Statement, text: str) -> bool:
    """Whether two say the same, whatever the white space at the ends of their places."""
    alike = replace(one, content=other.content, parent=other.parent) == replace(
        other,
        cue=_beside(one.cue, other.cue, text),
        mention=_beside(one.mention, other.mention, text),
    )
    return alike and _lines(text, one.content) == _lines(text, other.content)


def _told(made: Statement, before: Statement, text: str) -> str:
    """ "polarity asserted → denied, content"."""
    choices = [
        f"{name} {getattr(before, name).value} → {getattr(made, name).value}"
        for name in _CHOICES
        if getattr(before, name) is not getattr(made, name)
    ]
    parts: Mapping[str, bool] = {
        "content": _lines(text, before.content) != _lines(text, made.content),
        "cue": before.cue != made.cue,
        "mention": before.mention != made.mention,
        "chain": before.chain != made.chain,
    }
    return ", ".join([*choices, *(name for name, changed in parts.items() if changed)])


def _lines(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The places without white space at their ends; those with nothing else between are one."""
    made: list[Span] = []
    for start, end in sorted(spans):
        words = text[start:end]
        if not words.strip():
            continue
        start, end = end - len(words.lstrip()), start + len(words.rstrip())
        if made and not text[made[-1][1] : start].strip():
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return tuple(made)
