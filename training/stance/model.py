"""Claim and passages in one sequence, read together: a cross-encoder (Devlin et al. 2019)."""

import torch
from torch import Tensor, nn

from model import Config, Encoder
from stance.corpus import STANCES

CLAIM, PASSAGE = 0, 1


class StanceModel(nn.Module):
    """Logits (B, 4) over `STANCES` of ids and parts (B, T); part 0 is the claim's, 1 the text's."""

    def __init__(self, config: Config | None = None):
        super().__init__()
        c = config or Config()
        self.encoder = Encoder(c)
        self.pooled = nn.Linear(3 * c.hidden, c.hidden)
        self.dropout = nn.Dropout(0.1)
        self.out = nn.Linear(c.hidden, len(STANCES))

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.encoder(ids, parts, mask)
        seen = torch.ones_like(ids) if mask is None else mask
        mean = lambda here: (x * here[..., None]).sum(1) / here.sum(1, keepdim=True).clamp(min=1)
        claim, text = (mean(((parts == p) * seen).to(x.dtype)) for p in (CLAIM, PASSAGE))
        pooled = torch.cat([x[:, 0], claim, text], -1)
        return self.out(self.dropout(torch.tanh(self.pooled(pooled))))
