"""What people hold of links, as the commands need it: by link, by name, and all of it in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from firsthand.faces.wording import clean
from firsthand.ledger.rows import LinkJudgement, ShownLink
from firsthand.model.errors import UsageError
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
