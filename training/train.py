"""Train the reader on PolNeAR; a checkpoint an epoch, picked up again by a later run."""

import argparse
import hashlib
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from data import IGNORE, PAD, Example, batches, encode, examples, load, load_whole, padded, wrapped
from firsthand.reading.viterbi import distance_buckets
from model import Model, load_pretrained

ROLE_HEAD = ("roles.", "heads.token.", "heads.anchor.")
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def losses(model: Model, found: list[Example]) -> dict[str, Tensor]:
    """Sums over the batch divided by its cues: a window full of speech weighs by what it holds."""
    device = next(model.parameters()).device
    tensor = lambda a: torch.from_numpy(a).to(device)
    ids = tensor(padded([e.ids for e in found], PAD))
    features = tensor(padded([e.features for e in found], 0))
    mask = tensor(padded([np.ones(len(e.ids), np.int64) for e in found], 0))
    x = model.encoder(ids, features, mask)
    cue, spans, token, anchor = model.heads(x)
    cue, spans = cue.float(), spans.float()
    rows = [(row, *c) for row, e in enumerate(found) for c in e.cues]
    count = max(1, len(rows))
    tags = lambda arrays: tensor(padded(arrays, IGNORE))
    entropy = lambda logits, gold: (
        F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="sum")
        / count
    )
    out = {
        "outer": entropy(cue[..., :3], tags([e.outer for e in found])),
        "any": entropy(cue[..., 3:], tags([e.any for e in found])),
        "spans": 0.05 * entropy(spans, tags([e.spans for e in found])),
    }
    if rows:
        window, first, last = (torch.tensor([r[i] for r in rows], device=device) for i in range(3))
        gold = padded([r[3] for r in rows], 0)
        gold = np.pad(gold, ((0, 0), (0, ids.shape[1] - gold.shape[1])))
        # The emissions grow with training until bfloat16's rounding is larger than what is left
        # to learn: in bfloat16 the roles' loss rose sixfold in the sixth epoch.
        with torch.autocast(device.type, enabled=False):
            emissions = model.roles(
                token.float()[window],
                model.anchors(anchor.float(), window, first, last),
                tensor(distance_buckets(first.cpu().numpy(), last.cpu().numpy(), ids.shape[1])),
            )
        out["roles"] = 0.3 * model.role_nll(emissions, tensor(gold), mask[window]).sum() / count
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument(
        "--base",
        type=Path,
        required=True,
        help="folder of all-MiniLM-L6-v2: model.safetensors and tokenizer.json",
    )
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=10)
    ap.add_argument("--batch", type=int, default=16)
    ap.add_argument("--length", type=int, default=256)
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--start", type=Path, help="weights to go on from, with a fresh schedule")
    ap.add_argument("--new-roles", action="store_true", help="but begin the role head anew")
    ap.add_argument("--labels", type=Path, default=Path(__file__).parent / "labels")
    ap.add_argument("--wrap", type=float, default=0.1)
    ap.add_argument("--repeat", type=int, default=1, help="times an epoch has the whole articles")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)

    weights = args.base / "model.safetensors"
    if (digest := hashlib.sha256(weights.read_bytes()).hexdigest()) != BASE_SHA256:
        raise SystemExit(f"{weights}: sha256 {digest}, wanted {BASE_SHA256}")
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = Model()
    load_pretrained(model.encoder, weights)
    if args.start:
        began = torch.load(args.start, weights_only=True)
        keep = {k: v for k, v in began.items() if not (args.new_roles and k.startswith(ROLE_HEAD))}
        model.load_state_dict(keep, strict=not args.new_roles)
    model.encoder.words.weight.requires_grad_(False)
    model.to(args.device)

    corpora = args.shared / "corpora"
    documents = load(
        corpora / "polnear/train.jsonl.gz", labels=args.labels / "polnear-inner.jsonl.gz"
    )
    whole = load_whole(corpora / "fnc-1/bodies-train.jsonl.gz", args.labels / "fnc-1.jsonl.gz")
    documents += whole * args.repeat
    # weight decay on matrices alone, as in BERT
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, p in model.named_parameters():
        if p.requires_grad:
            pretrained = name.startswith("encoder") and "features" not in name
            groups.setdefault(
                (args.rate if pretrained else args.head_rate, 0.01 if p.dim() > 1 else 0.0), []
            ).append(p)
    optimizer = torch.optim.AdamW(
        [{"params": p, "lr": lr, "weight_decay": wd} for (lr, wd), p in groups.items()]
    )
    peaks = [g["lr"] for g in optimizer.param_groups]
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}

    done = 0
    last = args.out / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, done = state["average"], state["epoch"]
        rng.setstate(state["rng"])
    per_epoch = len(
        batches(
            examples(
                [encode(d, tokenizer) for d in documents], random.Random(0), length=args.length
            ),
            random.Random(0),
            size=args.batch,
        )
    )
    total, step = per_epoch * args.epochs, per_epoch * done
    print(
        json.dumps({"windows batches": per_epoch, "total": total, "from epoch": done}), flush=True
    )
    for epoch in range(done, args.epochs):
        encoded = [encode(wrapped(d, rng, share=args.wrap), tokenizer) for d in documents]
        model.train()
        began, sums = time.time(), {}
        for found in batches(examples(encoded, rng, length=args.length), rng, size=args.batch):
            progress = min(1.0, step / total)
            warm = min(1.0, step / (0.06 * total))
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * warm * (1 - 0.98 * progress)
            with torch.autocast(args.device, dtype=torch.bfloat16):
                parts = losses(model, found)
            loss = sum(parts.values())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            step += 1
            decay = min(0.998, (1 + step) / (20 + step))
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    if v.is_floating_point() and k != "encoder.words.weight":
                        average[k].lerp_(v, 1 - decay)
            for k, v in parts.items():
                sums[k] = sums.get(k, 0.0) + v.item()
            if step % 20 == 0:
                n = step - per_epoch * epoch
                print(
                    json.dumps(
                        {
                            "step": step,
                            **{k: round(v / max(n, 1), 3) for k, v in sums.items()},
                            "s/step": round((time.time() - began) / max(n, 1), 2),
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


if __name__ == "__main__":
    main()
