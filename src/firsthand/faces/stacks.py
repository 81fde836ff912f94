"""Which articles share a box of the picture, which outlets a lane, which links an arrow."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.faces.outline import Branch, Tie
from firsthand.faces.periods import Timeline
from firsthand.faces.wording import clean

MANY = 40
"""Of more articles than this, those that are alike share a box, if at least `ALIKE` can share one,
and boxes have no headlines."""
ALIKE = 3
LANES = 24
"""Of more outlets than this, those with the fewest articles share lanes; of many articles, half as
many keep their own."""

SHARED = "other outlets"


@dataclass(frozen=True, slots=True)
class Port:
    """Where the arrows of links of one kind from one thing come in: one, or one for each article
    that shares a box."""

    target: str
    ties: tuple[Tie, ...]


def stacks(branches: Sequence[Branch], time: Timeline) -> list[list[Branch]]:
    """The articles of each box, in the list's order."""
    needed = {tie.link.target for b in branches for tie in b.ties}
    groups: dict[object, list[Branch]] = defaultdict(list)
    for b in branches:
        a = b.article
        alike: object = (
            time.of.get(a.published or ""),
            frozenset((t.link.target, t.link.kind, t.link.judgement) for t in b.ties),
            (a.stance, a.hedged, a.origins),
        )
        groups[a.id if a.id in needed else alike].append(b)
    if len(branches) <= MANY:
        return [[b] for b in branches]
    return [
        stack for g in groups.values() for stack in ([g] if len(g) >= ALIKE else [[b] for b in g])
    ]


def lanes(stacks: Sequence[Sequence[Branch]], *, most: int) -> list[str]:
    """A lane for each outlet; where they are more than that, for those that are depended on and
    have the most articles, and one for the others."""
    own = [outlet(s[0]) if len(s) == 1 else SHARED for s in stacks]
    if len(set(own)) <= most:
        return own
    needed = Counter(tie.link.target for s in stacks for b in s for tie in b.ties)
    weight = Counter[str]()
    for lane, stack in zip(own, stacks, strict=True):
        weight[lane] += 1 + needed[stack[0].article.id]
    kept = {lane for lane, _ in sorted(weight.items(), key=lambda w: (-w[1], w[0]))[: most - 1]}
    return [lane if lane in kept else SHARED for lane in own]


def ports(stack: Sequence[Branch]) -> list[Port]:
    if len(stack) == 1:
        return [Port(tie.link.target, (tie,)) for tie in stack[0].ties]
    shared: dict[object, list[Tie]] = defaultdict(list)
    for b in stack:
        for tie in b.ties:
            shared[tie.link.target, tie.link.kind].append(tie)
    return [Port(ties[0].link.target, tuple(ties)) for ties in shared.values()]


def outlet(branch: Branch) -> str:
    return clean(branch.article.publisher or branch.article.id)
