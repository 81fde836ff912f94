"""Train and score the coreference head on GUM, with the encoder frozen.

cd training && python -m coreference.train --gum ../../shared/corpora/gum --checkpoint FILE
    --tokenizer FILE --out FILE [--epochs 20]
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from coreference import scorer
from coreference.corpus import Document, documents
from coreference.head import Found, Head, clusters
from coreference.vectors import Encoder, Words


def gold_of(words: Words, spans: Tensor, d: Document) -> Tensor:
    """(S,) the cluster of each span, from 1; 0 where it is no mention."""
    at = words.at
    first = {int(s): i for i, (s, _) in enumerate(at)}
    last = {int(e): i for i, (_, e) in enumerate(at)}
    wanted = {
        (first[s], last[e] + 1): c for (s, e), c in d.mentions.items() if s in first and e in last
    }
    return torch.tensor([wanted.get((s, e), 0) for s, e in spans.tolist()])


def loss_of(found: Found, gold: Tensor) -> Tensor:
    """Of mentions, and of antecedents: the likelihood of any right one (Lee et al. 2017)."""
    is_mention = (gold > 0).float()
    mentions = torch.nn.functional.binary_cross_entropy_with_logits(
        found.scores, is_mention, reduction="sum"
    )
    kept = gold[found.kept]
    right = (kept[found.antecedents] == kept[:, None]) & (kept[:, None] > 0)
    right &= found.links[:, 1:] > -1e8
    none = ~right.any(1, keepdim=True)
    allowed = torch.cat([none, right], 1)
    likely = torch.logsumexp(found.links.masked_fill(~allowed, -1e9), 1)
    antecedents = (torch.logsumexp(found.links, 1) - likely).sum()
    return (0.5 * mentions + antecedents) / max(int(is_mention.sum()), 1)


@torch.no_grad()
def measured(head: Head, read: list[tuple[Document, Words]]) -> dict[str, float]:
    head.eval()
    return scorer.scores((d.clusters, clusters(w, head(w))) for d, w in read)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("gum", "checkpoint", "tokenizer", "out"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--cache", type=Path, default=Path("runs/coreference"))
    ap.add_argument("--epochs", type=int, default=20)
    ap.add_argument("--rate", type=float, default=1e-3)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    torch.set_num_threads(1)
    random.seed(args.seed), torch.manual_seed(args.seed), np.random.seed(args.seed)
    encoder = Encoder(args.checkpoint, args.tokenizer, args.cache)
    parts = {
        part: [
            (d, encoder(d.text)) for d in documents(args.gum / f"ontonotes-style-{part}.conllu.gz")
        ]
        for part in ("train", "dev")
    }
    head = Head()
    optimiser = torch.optim.AdamW(head.parameters(), lr=args.rate, weight_decay=0.01)
    steps = args.epochs * len(parts["train"])
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, args.rate, total_steps=steps)
    golds: dict[str, Tensor] = {}
    best = 0.0
    for epoch in range(1, args.epochs + 1):
        head.train()
        began, total = time.time(), 0.0
        for d, w in random.sample(parts["train"], len(parts["train"])):
            found = head(w)
            if d.name not in golds:
                golds[d.name] = gold_of(w, found.spans, d)
            loss = loss_of(found, golds[d.name])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        rows = measured(head, parts["dev"])
        shown = " ".join(f"{k} {v:.1f}" for k, v in rows.items())
        print(
            f"epoch {epoch}: loss {total / len(golds):.3f}, {shown}, {time.time() - began:.0f} s",
            flush=True,
        )
        if rows["conll"] > best:
            best = rows["conll"]
            torch.save(head.state_dict(), args.out)


if __name__ == "__main__":
    main()
