"""Train the reader on PolNeAR and the project's labels; a checkpoint an epoch, picked up again by a
later run. With teachers (readers of a larger network, trained by this same script) it learns their
opinion of every window too, of texts in which nobody has marked anything as well."""

import argparse
import hashlib
import json
import random
import time
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from data import (
    IGNORE,
    PAD,
    Document,
    Encoded,
    Example,
    batches,
    encode,
    examples,
    load,
    load_raw,
    load_whole,
    padded,
    wrapped,
)
from distil import Batch, Cues, Seen, Teachers, distance, see
from firsthand.reading.viterbi import distance_buckets
from model import SIZES, Model, load_pretrained

ROLE_HEAD = ("roles.", "heads.token.", "heads.anchor.")
BASE_SHA256 = {
    "small": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "base": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}
"""Of the weights to begin with: all-MiniLM-L6-v2 is what ships, all-mpnet-base-v2 what teaches."""


def emissions(model: Model, seen: Seen, cues: Cues) -> Tensor:
    """Role scores (Q, T, 5), in fp32: they grow with training until bfloat16's rounding is larger
    than what is left to learn (in bfloat16 the roles' loss rose sixfold in the sixth epoch)."""
    device = seen.token.device
    with torch.autocast(device.type, enabled=False):
        first, last = (x.cpu().numpy()[:, None] for x in (cues.first, cues.last))
        buckets = distance_buckets(first, last, np.arange(seen.token.shape[1]))
        return model.roles(
            seen.token.float()[cues.window],
            model.anchors(seen.anchor.float(), cues.window, cues.first, cues.last),
            torch.from_numpy(buckets).to(device),
        )


def on_device(found: list[Example], device: str) -> Batch:
    tensor = lambda a: torch.from_numpy(a).to(device, non_blocking=True)
    return Batch(
        tensor(padded([e.ids for e in found], PAD)),
        tensor(padded([e.features for e in found], 0)),
        tensor(padded([np.ones(len(e.ids), np.int64) for e in found], 0)),
    )


def losses(model: Model, seen: Seen, batch: Batch, found: list[Example]) -> dict[str, Tensor]:
    """Sums over the batch divided by its cues: a window full of speech weighs by what it holds."""
    device = batch.ids.device
    tensor = lambda a: torch.from_numpy(a).to(device, non_blocking=True)
    rows = [(row, *c) for row, e in enumerate(found) for c in e.cues]
    count = max(1, len(rows))
    tags = lambda arrays: tensor(padded(arrays, IGNORE))
    entropy = lambda logits, gold: (
        F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="sum")
        / count
    )
    out = {
        "outer": entropy(seen.cue[..., :3], tags([e.outer for e in found])),
        "any": entropy(seen.cue[..., 3:], tags([e.any for e in found])),
        "spans": 0.05 * entropy(seen.spans, tags([e.spans for e in found])),
    }
    if rows:
        cues = Cues(*(torch.tensor([r[i] for r in rows], device=device) for i in range(3)))
        gold = padded([r[3] for r in rows], 0)
        gold = np.pad(gold, ((0, 0), (0, batch.ids.shape[1] - gold.shape[1])))
        scores = emissions(model, seen, cues)
        with torch.autocast(device.type, enabled=False):
            nll = model.role_nll(scores, tensor(gold), batch.mask[cues.window])
        out["roles"] = 0.3 * nll.sum() / count
    return out


def epoch_of(
    documents: list[Document],
    raw: list[Encoded],
    tokenizer: Tokenizer,
    *,
    wrap: float,
    length: int,
    size: int,
    seed: str,
) -> list[list[Example]]:
    """An epoch's batches: the same for the same seed."""
    rng = random.Random(seed)
    encoded = [encode(wrapped(d, rng, share=wrap), tokenizer) for d in documents]
    return batches(examples(encoded + raw, rng, length=length), rng, size=size)


def untouched(shared: Path, labels: Path) -> list[Document]:
    """News in which nothing is marked, and no article of a development set."""
    corpora = shared / "corpora"
    fnc = corpora / "fnc-1/bodies-train.jsonl.gz"
    known = {
        d.id
        for name in ("fnc-1", "fnc-1-held")
        for d in load_whole(fnc, labels / f"{name}.jsonl.gz")
    }
    for name in ("chains-dev", "families-dev"):
        for line in (corpora / f"{name}.jsonl").read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            articles = (
                [a["id"] for a in row["articles"]] if "articles" in row else [row["article"]["id"]]
            )
            known |= {str(i).removeprefix("fnc_") for i in articles}
    return load_raw(fnc, without=frozenset(known)) + load_raw(
        corpora / "local-news/articles.jsonl.gz"
    )


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument(
        "--base",
        type=Path,
        required=True,
        help="folder of the base model: model.safetensors (not read with --start), tokenizer.json",
    )
    ap.add_argument(
        "--tokenizer", type=Path, help="all-MiniLM-L6-v2's, if it isn't in the folder of the base"
    )
    ap.add_argument("--size", choices=SIZES, default="small", help="base: a teacher")
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
    ap.add_argument("--teachers", type=Path, nargs="+", default=[], help="checkpoints of size base")
    ap.add_argument(
        "--gold", type=float, default=1.0, help="weight of what people marked, beside the teachers"
    )
    ap.add_argument(
        "--minutes", type=float, help="stop after so many, with rates that fall to their end"
    )
    ap.add_argument("--rounded", action="store_true", help="learn with int8's rounding")
    ap.add_argument("--dropout", type=float, default=0.1)
    ap.add_argument("--keep", type=int, default=1, help="a checkpoint every so many epochs")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_float32_matmul_precision("high")

    tokenizer = Tokenizer.from_file(str(args.tokenizer or args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    corpora = args.shared / "corpora"
    documents = load(
        corpora / "polnear/train.jsonl.gz", labels=args.labels / "polnear-inner.jsonl.gz"
    )
    whole = load_whole(corpora / "fnc-1/bodies-train.jsonl.gz", args.labels / "fnc-1.jsonl.gz")
    documents += whole * args.repeat
    unread = untouched(args.shared, args.labels) if args.teachers else []
    raw = [encode(d, tokenizer) for d in unread]
    # The next epoch is made ready beside this one, by a process that is forked before CUDA starts.
    pool = ProcessPoolExecutor(1, get_context("fork"))

    def ready(epoch: int) -> "Future[list[list[Example]]]":
        return pool.submit(
            epoch_of,
            documents,
            raw,
            tokenizer,
            wrap=args.wrap,
            length=args.length,
            size=args.batch,
            seed=f"{args.seed} {epoch}",
        )

    coming = ready(0)
    model = Model(replace(SIZES[args.size], dropout=args.dropout))
    if args.start:
        began = torch.load(args.start, weights_only=True)
        keep = {k: v for k, v in began.items() if not (args.new_roles and k.startswith(ROLE_HEAD))}
        model.load_state_dict(keep, strict=not args.new_roles)
    else:
        weights = args.base / "model.safetensors"
        if (digest := hashlib.sha256(weights.read_bytes()).hexdigest()) != BASE_SHA256[args.size]:
            raise SystemExit(f"{weights}: sha256 {digest}, wanted {BASE_SHA256[args.size]}")
        load_pretrained(model.encoder, weights)
    if args.rounded:
        model.round()
    model.encoder.words.weight.requires_grad_(False)
    model.to(args.device)
    teachers = Teachers(args.teachers, emissions, args.device) if args.teachers else None

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
    learnt = [p for ps in groups.values() for p in ps]
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}

    done = 0
    last = args.out / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, done = state["average"], state["epoch"]
        if done >= args.epochs:
            raise SystemExit(f"{last}: has its {done} epochs")
        coming = ready(done)
    moving = [
        (average[k], v)
        for k, v in model.state_dict().items()
        if v.is_floating_point() and k != "encoder.words.weight"
    ]
    per_epoch = len(coming.result())
    total, step = per_epoch * args.epochs, per_epoch * done
    print(json.dumps({"batches": per_epoch, "total": total, "from epoch": done}), flush=True)
    started = time.time()

    def progress() -> float:
        if args.minutes:
            return (time.time() - started) / (60 * args.minutes)
        return step / total

    for epoch in range(done, args.epochs):
        if progress() >= 1:
            break
        parts_of_epoch = coming.result()
        if epoch + 1 < args.epochs:
            coming = ready(epoch + 1)
        model.train()
        began, sums, seen_steps = time.time(), {}, 0
        for found in parts_of_epoch:
            done_of_all = progress()
            if done_of_all >= 1:
                break
            warm = min(1.0, done_of_all / 0.06)
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * warm * (1 - 0.98 * done_of_all)
            batch = on_device(found, args.device)
            with torch.autocast(args.device, dtype=torch.bfloat16):
                seen = see(model, batch)
                parts = losses(model, seen, batch, found)
                loss = args.gold * sum(parts.values())
                if teachers:
                    opinion = teachers.opinion(batch, step)
                    far = distance(model, seen, batch, opinion, emissions)
                    loss = loss + sum(far.values())
                    parts |= far
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learnt, 2.0)
            optimizer.step()
            step, seen_steps = step + 1, seen_steps + 1
            decay = min(0.998, (1 + step) / (20 + step))
            with torch.no_grad():
                torch._foreach_lerp_([a for a, _ in moving], [v for _, v in moving], 1 - decay)
            for k, v in parts.items():
                sums[k] = sums.get(k, 0.0) + v.detach()
            if step % 50 == 0:
                means = {k: round(float(v) / seen_steps, 3) for k, v in sums.items()}
                took = round((time.time() - began) / seen_steps, 3)
                print(json.dumps({"step": step, **means, "s/step": took}), flush=True)
        if (epoch + 1) % args.keep == 0 or epoch + 1 == args.epochs or progress() >= 1:
            state = {"model": model.state_dict(), "average": average, "epoch": epoch + 1}
            torch.save({**state, "optimizer": optimizer.state_dict()}, last)
            torch.save(average, args.out / f"epoch{epoch + 1}.pt")
    pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    main()
