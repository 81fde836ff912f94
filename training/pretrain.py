"""Go on pretraining the encoder on raw news by masked language modelling (Devlin et al. 2019).

all-MiniLM-L6-v2 was last trained to compare sentences; this reminds it of words in their places,
and teaches it the features (case, quotation, paragraph) that the reader adds.
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from data import PAD, padded
from firsthand.reading.windows import CLS, SEP, pieces
from model import Config, Encoder, load_pretrained

MASK, ORDINARY = 103, 1000  # word pieces below 1000 stand for nothing
TEXTS = (
    "polnear/train.jsonl.gz",
    "fnc-1/bodies-train.jsonl.gz",
    "local-news/articles.jsonl.gz",
)


class Masked(nn.Module):
    """The encoder with a head that names the masked pieces; its output layer is the vocabulary."""

    def __init__(self, c: Config):
        super().__init__()
        self.encoder = Encoder(c)
        self.transform, self.norm = nn.Linear(c.hidden, c.hidden), nn.LayerNorm(c.hidden)
        self.bias = nn.Parameter(torch.zeros(c.vocabulary))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, at: Tensor) -> Tensor:
        """ids, features, mask, at (B, T); at is 1 where a piece is asked -> (asked, vocabulary)."""
        x = self.encoder(ids, features, mask)[at.bool()]
        return F.linear(self.norm(F.gelu(self.transform(x))), self.encoder.words.weight, self.bias)


def windows(shared: Path, tokenizer: Tokenizer, *, length: int) -> Iterator[tuple[np.ndarray, ...]]:
    """ids and features of every stretch of `length` pieces of the corpora's texts."""
    size = length - 2
    for name in TEXTS:
        with gzip.open(shared / "corpora" / name, "rt", encoding="utf8") as lines:
            for row in map(json.loads, lines):
                p = pieces(row["text"], tokenizer)
                for first in range(0, len(p), size):
                    ids = np.concatenate([[CLS], p.ids[first : first + size], [SEP]])
                    features = np.concatenate([[0], p.features[first : first + size], [0]])
                    if len(ids) > 32:
                        yield ids, features


def masked(ids: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """15 % of the pieces asked for: eight of ten masked, one another piece, one left as it is."""
    asked = (rng.random(ids.shape) < 0.15) & (ids >= ORDINARY)
    how = rng.random(ids.shape)
    other = rng.integers(ORDINARY, 30522, ids.shape)
    given = np.where(asked & (how < 0.8), MASK, np.where(asked & (how < 0.9), other, ids))
    return given, asked.astype(np.int64)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    ap.add_argument("--out", type=Path, required=True, help="the encoder's weights, a .pt file")
    ap.add_argument("--epochs", type=float, default=1.0)
    ap.add_argument("--batch", type=int, default=16)
    ap.add_argument("--length", type=int, default=256)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = ap.parse_args()
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = Masked(Config())
    load_pretrained(model.encoder, args.base / "model.safetensors")
    model.encoder.words.weight.requires_grad_(False)
    model.to(args.device).train()
    found = list(windows(args.shared, tokenizer, length=args.length))
    found.sort(key=lambda w: (len(w[0]) // 16, random.random()))
    parts = [found[i : i + args.batch] for i in range(0, len(found), args.batch)]
    learnt = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=args.rate, weight_decay=0.01)
    total = int(len(parts) * args.epochs)
    print(json.dumps({"batches": len(parts), "total": total}), flush=True)
    began, sums = time.time(), 0.0
    for step in range(total):
        if step % len(parts) == 0:
            random.shuffle(parts)
        some = parts[step % len(parts)]
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1.0, step / (0.06 * total)) * (1 - 0.98 * step / total)
        true = padded([ids for ids, _ in some], PAD)
        given, asked = masked(true, rng)
        tensor = lambda a: torch.from_numpy(a).to(args.device)
        real = (true != PAD).astype(np.int64)
        with torch.autocast(args.device, dtype=torch.bfloat16):
            logits = model(
                tensor(given),
                tensor(padded([f for _, f in some], 0)),
                tensor(real),
                tensor(asked),
            )
        loss = F.cross_entropy(logits.float(), tensor(true[asked.astype(bool)]))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 2.0)
        optimizer.step()
        sums += loss.item()
        if (step + 1) % 50 == 0:
            passed = round((time.time() - began) / (step + 1), 2)
            print(json.dumps({"step": step + 1, "loss": sums / 50, "s/step": passed}), flush=True)
            sums = 0.0
        if (step + 1) % 200 == 0 or step + 1 == total:
            args.out.parent.mkdir(parents=True, exist_ok=True)
            torch.save(model.encoder.state_dict(), args.out)


if __name__ == "__main__":
    main()
