"""From evidence to judgement. A person's judgement of the same link goes before ours, always."""

import hashlib
from collections.abc import Mapping

from firsthand.linking.evidence import Clue
from firsthand.model.trace import Judgement, Link, LinkKind

SURE = {LinkKind.COPIES: 0.7, LinkKind.CITES: 0.6, LinkKind.SAME_SOURCE: 0.65}
"""The least score of a yes. Below it: unsure. Evidence that was never found makes no link."""


def link_id(source: str, target: str, kind: LinkKind) -> str:
    """The id of a link: 16 hexadecimal digits of its two ends and its kind, the same in every
    run."""
    return hashlib.sha256("\x1f".join((source, target, kind.value)).encode()).hexdigest()[:16]


def judge(clue: Clue, overruled: Mapping[str, Judgement]) -> Link:
    own = Judgement.YES if clue.score >= SURE[clue.kind] else Judgement.UNSURE
    held = overruled.get(link_id(clue.source, clue.target, clue.kind), own)
    return Link(clue.source, clue.target, clue.kind, held, clue.score, clue.reason, clue.evidence)
