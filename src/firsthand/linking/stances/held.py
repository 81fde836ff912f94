"""What a whole article makes of a sentence that somebody puts to it: asserts it, reports it, denies
it, or has nothing to do with it.

Learnt from FNC-1's pairs of headline and body (training/stance). In a trace the rules of
`linking.stance` decide, which see who says what; this asks no ledger and needs no statement.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from firsthand.linking.stances.passages import LOOKS, shown, telling
from firsthand.linking.words import stems
from firsthand.model.article import Article
from firsthand.model.span import Span
from firsthand.model.trace import Stance
from firsthand.reading.pairs import PairNetwork

UNRELATED = "unrelated"
CALLED: Mapping[str, str] = {
    "unrelated": UNRELATED,
    "discuss": Stance.REPORTS.value,
    "agree": Stance.ASSERTS.value,
    "disagree": Stance.DENIES.value,
}
"""FNC-1's words → ours."""

FAR = 0.2
"""An article with less of the claim's words is most likely on something else, whatever its kind."""
LESS_LIKELY = 20.0
"""By so much against being on it: e to the power of 3. Both were chosen on the choice part."""


@dataclass(frozen=True, slots=True)
class Held:
    """`stance` is "unrelated" or a `Stance`'s value, the likeliest; `probabilities` of each sum to
    1; `looked_at` are the sentences of the text that were held against the claim."""

    claim: str
    article: Article
    stance: str
    probabilities: dict[str, float]
    looked_at: tuple[Span, ...]


class Stances:
    """Loading takes the time, so make one and keep it; it may be shared by threads. Raises
    WeightsError where the model is missing or damaged."""

    @cached_property
    def _network(self) -> PairNetwork:
        return PairNetwork()

    def of(self, claim: str, article: Article) -> Held:
        network = self._network
        looks = [
            telling(claim, article.text, most=network.code_points, look=look) for look in LOOKS
        ]
        found = network.probabilities(claim, [shown(article.text, s) for s in looks]).tolist()
        weighed = {CALLED[n]: p for n, p in zip(network.labels, found, strict=True)}
        wanted = stems(claim)
        if len(wanted & stems(article.text)) < FAR * len(wanted):
            weighed[UNRELATED] *= LESS_LIKELY
        total = sum(weighed.values())
        by_name = {name: round(p / total, 4) for name, p in weighed.items()}
        best = max(by_name, key=lambda n: by_name[n])
        return Held(claim, article, best, by_name, tuple(sorted(set().union(*looks))))
