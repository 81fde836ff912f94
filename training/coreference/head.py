"""Mentions and their antecedents over frozen word vectors (after Lee et al. 2017 and 2018).

Shapes: N words of a text, S spans, K kept ones, A antecedents a mention, D of a word's vector.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from coreference.features import FEATURES, pair_features
from coreference.vectors import Words

LONGEST = 16  # words
KEPT = 0.35  # spans that are kept, for each word
NEAREST = 60  # antecedents that a mention is compared with
BUCKETS = 10


@dataclass(frozen=True)
class Config:
    width: int = 768
    hidden: int = 128
    dropout: float = 0.3


@dataclass(frozen=True)
class Found:
    """Spans (S, 2) of words, half-open; scores (S,) of being a mention; the kept ones (K,) in
    order; links (K, A + 1) to the antecedents (K, A), the first column for none."""

    spans: Tensor
    scores: Tensor
    kept: Tensor
    antecedents: Tensor
    links: Tensor


class Head(nn.Module):
    def __init__(self, c: Config | None = None):
        super().__init__()
        c = c or Config()
        h = c.hidden
        self.config = c
        self.word = nn.Linear(c.width, h)
        self.start, self.end = nn.Linear(h, h), nn.Linear(h, h)
        self.inside, self.attend = nn.Linear(h, h, bias=False), nn.Linear(h, 1)
        self.widths = nn.Embedding(LONGEST + 1, h)
        self.mention = nn.Linear(h, 1)
        nn.init.constant_(self.mention.bias, -3.0)  # one span in sixty is a mention
        self.coarse = nn.Linear(h, h, bias=False)
        self.left, self.right = nn.Linear(h, h), nn.Linear(h, h, bias=False)
        self.product = nn.Linear(h, h, bias=False)
        self.features = nn.Linear(FEATURES, h, bias=False)
        self.distance = nn.Embedding(BUCKETS, h)
        self.link = nn.Linear(h, 1)
        self.dropout = nn.Dropout(c.dropout)

    def forward(self, words: Words) -> Found:
        spans = torch.from_numpy(candidates(words))
        vectors = self._spans(torch.from_numpy(words.vectors), spans)
        scores = self.mention(self.dropout(vectors))[:, 0]
        kept = self._kept(spans, scores.detach(), len(words))
        return self._linked(words, spans, scores, vectors, kept)

    def _spans(self, x: Tensor, spans: Tensor) -> Tensor:
        """(S, h) of words (N, D): both ends, what is between them, and how much that is."""
        x = F.gelu(self.word(self.dropout(x)))
        first, last = spans[:, 0], spans[:, 1] - 1
        weight = self.attend(x).clamp(-6, 6).exp()  # sums over a text are subtracted below
        nothing = torch.zeros(1, x.shape[1])
        sums = torch.cat([nothing, (weight * x).cumsum(0)])
        weights = torch.cat([nothing[:, :1], weight.cumsum(0)])
        part = (weights[spans[:, 1]] - weights[first]).clamp(min=1e-3)
        inside = (sums[spans[:, 1]] - sums[first]) / part
        ends = self.start(x)[first] + self.end(x)[last]
        return F.gelu(ends + self.inside(inside) + self.widths(spans[:, 1] - first))

    def _kept(self, spans: Tensor, scores: Tensor, count: int) -> Tensor:
        """The best spans that don't cross one another, in reading order."""
        left, ends, starts = int(KEPT * count) + 1, {}, {}
        chosen: list[int] = []
        pairs = spans.tolist()
        for i in scores.argsort(descending=True).tolist():
            s, e = pairs[i]
            crossed = any(ends.get(w, w) > e for w in range(s + 1, e)) or any(
                starts.get(w, w) < s for w in range(s + 1, e)
            )
            if crossed:
                continue
            chosen.append(i)
            ends[s] = max(ends.get(s, s), e)
            starts[e] = min(starts.get(e, e), s)
            if len(chosen) >= left:
                break
        chosen.sort(key=lambda i: (pairs[i][0], pairs[i][1]))
        return torch.tensor(chosen)

    def _linked(
        self, words: Words, spans: Tensor, scores: Tensor, vectors: Tensor, kept: Tensor
    ) -> Found:
        g, s, k = vectors[kept], scores[kept], len(kept)
        order = torch.arange(k)
        before = order[None, :] < order[:, None]
        rough = self.coarse(self.dropout(g)) @ g.T / g.shape[1] ** 0.5 + s[None, :] + s[:, None]
        rough = rough.masked_fill(~before, -1e9)
        top, at = rough.topk(min(NEAREST, k), 1)
        real = before.gather(1, at)
        facts = torch.from_numpy(
            pair_features(words, spans[kept].numpy(), np.arange(k)[:, None], at.numpy())
        )
        far = buckets(order[:, None] - at)
        h = self.left(g)[:, None] + self.right(g)[at] + self.product(g[:, None] * g[at])
        h = F.gelu(h + self.features(facts) + self.distance(far))
        fine = self.link(self.dropout(h))[..., 0] + top
        fine = fine.masked_fill(~real, -1e9)
        return Found(spans, scores, kept, at, torch.cat([torch.zeros(k, 1), fine], 1))


def candidates(words: Words) -> np.ndarray:
    """Spans (S, 2) of at most LONGEST words of one sentence."""
    n = len(words)
    starts = np.repeat(np.arange(n), LONGEST)
    ends = starts + np.tile(np.arange(1, LONGEST + 1), n)
    fits = ends <= n
    starts, ends = starts[fits], ends[fits]
    one = words.sentence[starts] == words.sentence[ends - 1]
    letter = np.array([words.text[a].isalnum() for a, _ in words.at])
    return np.stack([starts, ends], 1)[one & letter[starts]]


def buckets(far: Tensor) -> Tensor:
    """1, 2, 3, 4, then by powers of two."""
    far = far.clamp(min=1)
    return torch.where(far < 5, far - 1, (far.float().log2() + 2).long()).clamp(0, BUCKETS - 1)


def clusters(words: Words, found: Found) -> list[frozenset[tuple[int, int]]]:
    """The clusters of two mentions or more, as spans of the text."""
    of: dict[int, set[int]] = {}
    best = found.links.argmax(1).tolist()
    antecedents = found.antecedents.tolist()
    for i, column in enumerate(best):
        if column:
            j = antecedents[i][column - 1]
            joined = of.setdefault(j, {j})
            joined.add(i)
            of[i] = joined
    spans = found.spans[found.kept].tolist()
    at = words.at.tolist()
    made = {id(c): c for c in of.values()}
    return [
        frozenset((at[spans[i][0]][0], at[spans[i][1] - 1][1]) for i in c) for c in made.values()
    ]
