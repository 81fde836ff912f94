"""What people hold of links, as the commands need it: by link, by name, and all of it in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from firsthand.faces.wording import chain, clean
from firsthand.ledger.rows import LinkJudgement, ShownLink, StatementJudgement, Verdict
from firsthand.model.errors import UsageError
from firsthand.model.reading import Polarity, Reading, Statement
from firsthand.model.span import overlap
from firsthand.model.trace import Judgement, LinkKind, Trace

if TYPE_CHECKING:
    from firsthand.ledger.store import Ledger

SHOWN = 8
"""Digits of a link's id that people see. Any beginning names the link as long as no other link
begins so, from `SHORTEST` on."""
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class JudgedLink:
    """A judgement beside the link that it is of. `counts`: it is the newest of that link. `kind`,
    `source`, `target`, `reason` and `claim` are None for a link that no trace has shown."""

    link: str
    judgement: Judgement
    why: str
    author: str
    when: datetime
    counts: bool
    kind: LinkKind | None
    source: str | None
    target: str | None
    reason: str | None
    claim: str | None


@dataclass(frozen=True, slots=True)
class JudgedStatement:
    """A judgement beside the statement that it is of. `counts`: it is the newest of that statement.
    `words` are its content's as the person has it, `chain` the names, outermost first."""

    statement: str
    judgement: Verdict
    why: str
    author: str
    when: datetime
    counts: bool
    words: str
    chain: tuple[str, ...]
    polarity: Polarity | None


@dataclass(frozen=True, slots=True)
class _Unknown:
    """What is known of a link that no trace has shown."""

    kind: None = None
    source: None = None
    target: None = None
    reason: None = None
    claim: None = None


def newest(judgements: Iterable[LinkJudgement]) -> dict[str, LinkJudgement]:
    """The judgement that counts, by link; `judgements` oldest first."""
    return {each.link: each for each in judgements}


def history(store: "Ledger", link: str | None) -> Iterator[JudgedLink]:
    """Every judgement of a link, or of all, the newest first."""
    written = list(store.judgements(link))
    counting = newest(written)
    shown = {each.id: each for each in store.links(link or "")} if written else {}
    for each in reversed(written):
        of = shown.get(each.link) or _Unknown()
        yield JudgedLink(
            link=each.link,
            judgement=each.judgement,
            why=each.why,
            author=each.author,
            when=each.when,
            counts=counting[each.link] is each,
            kind=of.kind,
            source=of.source,
            target=of.target,
            reason=of.reason,
            claim=of.claim,
        )


def statement_history(store: "Ledger", statement: str | None) -> Iterator[JudgedStatement]:
    """Every judgement of a statement, or of all, the newest first."""
    article = statement.rpartition("#")[0] if statement else None
    written = list(store.statement_judgements(article))
    last = {each.statement: each for each in written}
    articles = dict.fromkeys(each.article for each in written)
    readings = {r.article.id: r for r in store.readings(articles)}
    marked = {each.statement: each.marked for each in written if each.marked}
    for each in reversed(written):
        if statement in (None, each.statement):
            reading = readings[each.article]
            local = each.statement.rpartition("#")[2]
            read = next((s for s in reading.statements if s.id == local), None)
            found = each.marked or read or marked.get(each.statement)
            yield _beside(each, reading, found, counts=last[each.statement] is each)


def _beside(
    judged: StatementJudgement, reading: Reading, found: Statement | None, *, counts: bool
) -> JudgedStatement:
    return JudgedStatement(
        statement=judged.statement,
        judgement=judged.verdict,
        why=judged.why,
        author=judged.author,
        when=judged.when,
        counts=counts,
        words=reading.words(found.content) if found else "",
        chain=tuple(source.name for source in chain(reading, found)) if found else (),
        polarity=found.polarity if found else None,
    )


def about(trace: Trace, store: "Ledger") -> list[JudgedStatement]:
    """What counts of the statements that people judged and that bear on a claim: those where an
    article of the trace words it, and those that have half of its words, in other articles too."""
    from firsthand.linking.words import stems

    spans = {a.id: a.span for a in trace.articles}
    claim = stems(trace.claim.text)
    judged = [
        each for each in store.statement_judgements(newest=True) if each.verdict is not Verdict.KEPT
    ]
    readings = {r.article.id: r for r in store.readings([each.article for each in judged])}
    found: list[JudgedStatement] = []
    for each in judged:
        reading = readings[each.article]
        local = each.statement.rpartition("#")[2]
        said = each.marked or next((s for s in reading.statements if s.id == local), None)
        if said is None:
            continue
        place = spans.get(each.article, (0, 0))
        there = any(overlap(span, place) for span in said.content)
        if there or 2 * len(claim & stems(reading.words(said.content))) >= len(claim) > 0:
            found.append(_beside(each, reading, said, counts=True))
    return found


def statement_named(store: "Ledger", given: str) -> str:
    """Raises UsageError when no statement of that id was judged."""
    if any(each.statement == given for each in store.statement_judgements()):
        return given
    raise UsageError(
        f"statement {clean(given)!r}: nobody has judged it; firsthand judgements lists what was"
    )


def shown(trace: Trace) -> list[ShownLink]:
    """The links of a trace as a ledger remembers them."""
    names: Mapping[str, str] = {o.id: o.name for o in trace.origins}
    return [
        ShownLink(
            id=link.id,
            kind=link.kind,
            source=link.source,
            target=names.get(link.target, link.target),
            judgement=link.judgement,
            reason=link.reason,
            claim=trace.claim.text,
        )
        for link in trace.links
    ]


def link_named(store: "Ledger", given: str) -> str:
    """The id of the one link that was shown or judged and whose id begins so. Raises UsageError
    when there is none, or more than one."""
    prefix = given.strip().lower()
    if len(prefix) < SHORTEST:
        raise UsageError(
            f"link {clean(given)!r}: too short to name one; give {SHORTEST} or more of its id"
        )
    found = {each.id for each in store.links(prefix)}
    found |= {each.link for each in store.judgements() if each.link.startswith(prefix)}
    if prefix in found:
        return prefix
    if not found:
        raise UsageError(
            f"link {clean(given)!r}: no trace of {store.name} has shown one; "
            "firsthand trace CLAIM --links shows them with their ids"
        )
    if len(found) > 1:
        first = ", ".join(sorted(found)[:3])
        raise UsageError(f"link {clean(given)!r}: {len(found)} begin so ({first}); give more of it")
    return found.pop()
