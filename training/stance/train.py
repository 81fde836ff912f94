"""Train the stance classifier on FNC-1's pairs; a checkpoint an epoch, picked up by a later run."""

import argparse
import itertools
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from data import PAD, padded
from firsthand.linking.stances.passages import shown, telling
from firsthand.reading.windows import CLS, SEP
from model import load_pretrained
from stance.augment import AGREE, DISAGREE, DISCUSS, beside, otherwise
from stance.corpus import STANCES, Pair, bodies, split
from stance.model import StanceModel
from stance.scorer import scores

PIECES, CLAIM_PIECES, CODE_POINTS = 176, 40, 760
DRAWN = {"unrelated": 1600, "discuss": 2200, "agree": 1700, "disagree": 1100}
"""Pairs of each stance an epoch; the rare one is drawn several times."""


Arrays = tuple[np.ndarray, np.ndarray]


class Encoded:
    """The sequences of pairs, each made once."""

    def __init__(self, texts: dict[str, str], tokenizer: Tokenizer):
        self.tokenizer, self.texts = tokenizer, texts
        self.kept: dict[tuple[str, str], Arrays] = {}

    def __getitem__(self, pair: Pair) -> Arrays:
        key = (pair.headline, pair.body)
        if key not in self.kept:
            self.kept[key] = sequence(pair.headline, self.texts[pair.body], self.tokenizer)
        return self.kept[key]


def sequence(claim: str, text: str, tokenizer: Tokenizer) -> tuple[np.ndarray, np.ndarray]:
    a = tokenizer.encode(claim, add_special_tokens=False).ids[:CLAIM_PIECES]
    spans = telling(claim, text, most=CODE_POINTS)
    b = tokenizer.encode(shown(text, spans), add_special_tokens=False).ids
    b = b[: PIECES - len(a) - 3]
    ids = np.array([CLS, *a, SEP, *b, SEP], np.int64)
    return ids, np.array([0] * (len(a) + 2) + [1] * (len(b) + 1), np.int64)


def drawn(
    pairs: Sequence[Pair], encoded: Encoded, rng: random.Random, *, made: float
) -> list[tuple[Arrays, int]]:
    """An epoch's sequences and their stances: `DRAWN` of each, a share `made` of those that
    disagree made of others, and a denial of something else in a tenth of the rest."""
    of = [[p for p in pairs if p.stance == k] for k in range(len(STANCES))]
    found: list[tuple[Arrays, int]] = []
    for k, name in enumerate(STANCES):
        want = DRAWN[name]
        if k == DISAGREE:
            for p in rng.sample([*of[AGREE], *of[DISCUSS]], round(made * want)):
                pair, text = otherwise(p, encoded.texts[p.body], rng)
                found.append((sequence(pair.headline, text, encoded.tokenizer), k))
            want -= round(made * want)
        while want > 0:
            for p in rng.sample(of[k], min(want, len(of[k]))):
                if made and k != DISAGREE and rng.random() < 0.1:
                    text = beside(encoded.texts[p.body], rng)
                    found.append((sequence(p.headline, text, encoded.tokenizer), k))
                else:
                    found.append((encoded[p], k))
            want -= len(of[k])
    rng.shuffle(found)
    return found


def in_batches(
    found: Sequence[tuple[Arrays, int]], size: int, rng: random.Random
) -> list[list[tuple[Arrays, int]]]:
    """Sequences of like length together, in random order."""
    out = []
    for first in range(0, len(found), 8 * size):
        some = sorted(found[first : first + 8 * size], key=lambda f: len(f[0][0]))
        out += [list(some[k : k + size]) for k in range(0, len(some), size)]
    rng.shuffle(out)
    return out


def arrays(rows: Sequence[tuple[np.ndarray, np.ndarray]]) -> tuple[torch.Tensor, ...]:
    ids, parts = (padded([r[k] for r in rows], PAD) for k in (0, 1))
    mask = padded([np.ones(len(r[0]), np.int64) for r in rows], 0)
    return tuple(map(torch.from_numpy, (ids, parts, mask)))


@torch.no_grad()
def logits(
    model: StanceModel, pairs: Sequence[Pair], encoded: Encoded, *, size: int = 32
) -> np.ndarray:
    model.eval()
    order = sorted(range(len(pairs)), key=lambda k: len(encoded[pairs[k]][0]))
    out = np.zeros((len(pairs), len(STANCES)), np.float32)
    for first in range(0, len(order), size):
        some = order[first : first + size]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out[some] = model(*arrays([encoded[pairs[k]] for k in some])).float().numpy()
    return out


def best_shift(found: np.ndarray, gold: Sequence[int]) -> np.ndarray:
    """What to add to the logits (N, 4) of the two rarer stances for the best mean of F1."""
    steps = np.arange(-2.0, 2.01, 0.25)
    best = max(
        itertools.product([0.0], [0.0], steps, steps),
        key=lambda s: (judged(found + np.array(s), gold)["macro"], -np.abs(s).sum()),
    )
    return np.array(best)


def judged(found: np.ndarray, gold: Sequence[int]) -> dict[str, float]:
    return scores(found.argmax(1).tolist(), gold)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    ap.add_argument(
        "--all",
        action="store_true",
        help="train on the choice part too, once everything is chosen",
    )
    ap.add_argument("--start", type=Path, help="a reader's or a stance checkpoint to begin with")
    ap.add_argument("--made", type=float, default=0.4, help="share of disagreement that is made")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--batch", type=int, default=24)
    ap.add_argument("--rate", type=float, default=1e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument(
        "--judge", type=int, default=2500, help="pairs of the choice part looked at after an epoch"
    )
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    folder = args.shared / "corpora/fnc-1"
    parts, texts = split(folder, chosen=args.all), bodies(folder)
    encoded = Encoded(texts, tokenizer)
    model = StanceModel()
    load_pretrained(model.encoder, args.base / "model.safetensors")
    if args.start:
        state = torch.load(args.start, weights_only=True)
        if "out.weight" in state:
            model.load_state_dict(state)
        else:
            own = {k.removeprefix("encoder."): v for k, v in state.items() if k[:8] == "encoder."}
            own["features.weight"] = torch.zeros_like(own["features.weight"])
            model.encoder.load_state_dict(own)
    model.encoder.words.weight.requires_grad_(False)
    groups = [
        {
            "params": [
                p
                for n, p in model.named_parameters()
                if n.startswith("encoder") and p.requires_grad
            ],
            "lr": args.rate,
            "weight_decay": 0.01,
        },
        {
            "params": [p for n, p in model.named_parameters() if not n.startswith("encoder")],
            "lr": 5 * args.rate,
            "weight_decay": 0.01,
        },
    ]
    optimizer = torch.optim.AdamW(groups)
    peaks = [g["lr"] for g in optimizer.param_groups]
    per_epoch = -(-sum(DRAWN.values()) // args.batch)
    total, step, done = per_epoch * args.epochs, 0, 0
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    last = args.out / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, done = state["average"], state["epoch"]
        rng.setstate(state["rng"])
        step = done * per_epoch
    sample = random.Random(3).sample(parts.choice, min(args.judge, len(parts.choice)))
    for epoch in range(done, args.epochs):
        model.train()
        began, lost = time.time(), 0.0
        order = drawn(parts.train, encoded, rng, made=args.made)
        for some in in_batches(order, args.batch, rng):
            warm, progress = min(1.0, step / (0.1 * total)), min(1.0, step / total)
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * warm * (1 - 0.98 * progress)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(*arrays([sequence for sequence, _ in some]))
            loss = F.cross_entropy(
                out.float(), torch.tensor([k for _, k in some]), label_smoothing=0.05
            )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            lost += loss.item()
            decay = min(0.995, (1 + step) / (20 + step))
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    if v.is_floating_point() and k != "encoder.words.weight":
                        average[k].lerp_(v, 1 - decay)
            n = step - per_epoch * epoch
            if n % 20 == 0:
                print(
                    json.dumps(
                        {
                            "step": step,
                            "of": total,
                            "loss": round(lost / n, 3),
                            "s/step": round((time.time() - began) / n, 2),
                        }
                    ),
                    flush=True,
                )
        torch.save(
            {
                "model": model.state_dict(),
                "average": average,
                "optimizer": optimizer.state_dict(),
                "epoch": epoch + 1,
                "rng": rng.getstate(),
            },
            last,
        )
        torch.save(average, args.out / f"epoch{epoch + 1}.pt")
        averaged = StanceModel()
        averaged.load_state_dict(average)
        found = logits(averaged, sample, encoded)
        gold = [p.stance for p in sample]
        shift = best_shift(found, gold)
        line = {
            "epoch": epoch + 1,
            "plain": judged(found, gold),
            "shifted": judged(found + shift, gold),
            "shift": shift.tolist(),
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
