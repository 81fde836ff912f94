"""What teachers think of a batch of windows, and how far a student is from it.

Hinton, Vinyals and Dean (2015) for cue tags; for roles the exact cross-entropy between two linear
chains, as the chain's score is a sum over neighbouring tags (Wang et al. 2020, structure-level
knowledge distillation). Of several teachers each batch asks one: a cross-entropy is linear in what
is wanted, so that on average it is the mean of their opinions, at the price of one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from model import TEACHER, Model, cross_entropy, marginals

SURE = 0.3
"""From this probability on, a piece may be a cue's, and its roles are asked for."""


@dataclass(frozen=True)
class Batch:
    """B windows of T pieces: (B, T) each; mask is 1 for real pieces."""

    ids: Tensor
    features: Tensor
    mask: Tensor


@dataclass(frozen=True)
class Cues:
    """Q cues: which window each stands in, and its pieces [first, last) there; (Q,) each."""

    window: Tensor
    first: Tensor
    last: Tensor

    def __len__(self) -> int:
        return len(self.window)


@dataclass(frozen=True)
class Seen:
    """What a network makes of a batch, before cues are asked for their roles."""

    cue: Tensor
    spans: Tensor
    token: Tensor
    anchor: Tensor


@dataclass(frozen=True)
class Opinion:
    """cue (B, T, 6): probabilities of the three outer tags and of the three of any attribution;
    spans (B, T, 5); and of each cue the probabilities of its first tag (Q, 5) and of neighbouring
    tags (Q, T - 1, 5, 5)."""

    cue: Tensor
    spans: Tensor
    cues: Cues
    first: Tensor
    pairs: Tensor


Emit = Callable[[Model, Seen, Cues], Tensor]


def see(model: Model, batch: Batch) -> Seen:
    cue, spans, token, anchor = model.heads(model.encoder(batch.ids, batch.features, batch.mask))
    return Seen(cue.float(), spans.float(), token, anchor)


class Teachers:
    def __init__(self, paths: Sequence[Path], emit: Emit, device: str):
        self.models = []
        self.emit = emit
        for path in paths:
            model = Model(TEACHER)
            model.load_state_dict(torch.load(path, weights_only=True))
            self.models.append(model.to(device).eval())

    @torch.no_grad()
    def opinion(self, batch: Batch, teacher: int) -> Opinion:
        model = self.models[teacher % len(self.models)]
        seen = see(model, batch)
        cue = torch.cat([part.softmax(-1) for part in seen.cue.split(3, -1)], -1)
        cues = likely_cues(cue, batch.mask)
        first, pairs = cue.new_zeros(0, 5), cue.new_zeros(0, batch.ids.shape[1] - 1, 5, 5)
        if len(cues):
            chain = model.chain(self.emit(model, seen, cues), batch.mask[cues.window])
            first, pairs = marginals(*chain)
        return Opinion(cue, seen.spans.softmax(-1), cues, first, pairs)


def likely_cues(cue: Tensor, mask: Tensor) -> Cues:
    """Runs of pieces that may be a cue's by probabilities (B, T, 6), parted where one begins."""
    sure = torch.maximum(1 - cue[..., 0], 1 - cue[..., 3]) * mask >= SURE
    begins = torch.maximum(cue[..., 1] - cue[..., 2], cue[..., 4] - cue[..., 5]) > 0.2
    sure[:, 0] = sure[:, -1] = False  # no run goes on in the next row
    flat, cut = sure.flatten(), begins.flatten()
    starts = flat & (~flat.roll(1) | cut)
    ends = flat & (~flat.roll(-1) | starts.roll(-1))
    length = mask.shape[1]
    first, last = starts.nonzero()[:, 0], ends.nonzero()[:, 0]
    return Cues(first // length, first % length, last % length + 1)


def distance(
    student: Model, seen: Seen, batch: Batch, opinion: Opinion, emit: Emit
) -> dict[str, Tensor]:
    """Cross-entropies, weighed as the losses against what people marked are."""
    count = max(1, len(opinion.cues))
    real = batch.mask.bool()

    def soft(logits: Tensor, wanted: Tensor) -> Tensor:
        return -(wanted * F.log_softmax(logits, -1)).sum(-1)[real].sum() / count

    out = {
        "outer+": soft(seen.cue[..., :3], opinion.cue[..., :3]),
        "any+": soft(seen.cue[..., 3:], opinion.cue[..., 3:]),
        "spans+": 0.05 * soft(seen.spans, opinion.spans),
    }
    if len(opinion.cues):
        with torch.autocast(batch.ids.device.type, enabled=False):
            emissions = emit(student, seen, opinion.cues)
            chain = student.chain(emissions, batch.mask[opinion.cues.window])
            far = cross_entropy(chain, (opinion.first, opinion.pairs))
        out["roles+"] = 0.3 * far.sum() / count
    return out
