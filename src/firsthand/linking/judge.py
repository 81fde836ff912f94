"""From evidence to judgement. A person's judgement of the same link goes before ours, always."""

import hashlib
from collections.abc import Iterable, Mapping

from firsthand.linking.evidence import Clue
from firsthand.model.span import Span
from firsthand.model.trace import Judgement, Link, LinkKind

SURE = {LinkKind.COPIES: 0.7, LinkKind.CITES: 0.6, LinkKind.SAME_SOURCE: 0.65}
"""The least score of a yes. Below it: unsure. Evidence that was never found makes no link."""


class Overruled:
    """What people hold of links, by the names that a link may go by: articles that come later can
    make an origin known by another name, and the judgement stays with the link."""

    def __init__(self, judgements: Mapping[str, Judgement]):
        """`judgements` in the order in which they were written: the last one counts."""
        self._held = {id: (at, judgement) for at, (id, judgement) in enumerate(judgements.items())}

    def __bool__(self) -> bool:
        return bool(self._held)

    def of(self, ids: Iterable[str]) -> tuple[str, Judgement] | None:
        """The id that was judged last of these, and what is held of it."""
        judged = [(self._held[id], id) for id in ids if id in self._held]
        if not judged:
            return None
        (_, judgement), id = max(judged)
        return id, judgement


def link_id(source: str, target: str, kind: LinkKind, *, place: Span | None = None) -> str:
    """The id of a link: 16 hexadecimal digits of its two ends, its kind and where in `source` it
    is said (None: the whole text). The same in every run, however the claim is worded."""
    where = "" if place is None else f"\x1f{place[0]}-{place[1]}"
    made = "\x1f".join((source, target, kind.value)) + where
    return hashlib.sha256(made.encode()).hexdigest()[:16]


def copy_ids(copy: str, original: str) -> tuple[str, str]:
    """The ids of a copy: as it stands, and the other way round. Who denies the one denies both."""
    return (
        link_id(copy, original, LinkKind.COPIES),
        link_id(original, copy, LinkKind.COPIES),
    )


def judge(clue: Clue, ids: Iterable[str], overruled: Overruled) -> Link:
    """`ids`: the names that the link may go by, its own first. A link that a person judged keeps
    the id under which that was done."""
    own = Judgement.YES if clue.score >= SURE[clue.kind] else Judgement.UNSURE
    names = iter(ids)
    first = next(names)
    id, held = overruled.of([first, *names] if overruled else ()) or (first, own)
    return Link(
        clue.source, clue.target, clue.kind, held, clue.score, clue.reason, clue.evidence, id
    )
