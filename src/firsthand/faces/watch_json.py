"""A round of `watch` for programs."""

from collections.abc import Sequence
from dataclasses import asdict

from firsthand.faces.watching import Round
from firsthand.linking.following import Gain
from firsthand.model.contract import Json
from firsthand.model.trace import Standing

SCHEMA = "firsthand/watch/1"


def round_to_json(done: Round, gains: Sequence[Gain]) -> Json:
    counts = {k: getattr(done, k) for k in ("asked", "unchanged", "left", "failed", "refused")}
    return {
        "schema": SCHEMA,
        "when": done.when.isoformat(timespec="seconds"),
        **counts,
        "new": [asdict(each) for each in done.new],
        "gains": [_gain(each) for each in gains],
    }


def _gain(gain: Gain) -> Json:
    return {
        "claim": gain.after.claim,
        "articles": [{"id": a.id, "stance": a.stance.value} for a in gain.articles],
        "origins": [
            {"name": o.name, "contact": o.contact, "side": o.side.value} for o in gain.origins
        ],
        "before": _counts(gain.before),
        "after": _counts(gain.after),
    }


def _counts(standing: Standing) -> Json:
    return {
        "articles": len(standing.articles),
        "independent_support": standing.support,
        "independent_denial": standing.denial,
        "at_least": standing.at_least,
        "at_most": standing.at_most,
    }
