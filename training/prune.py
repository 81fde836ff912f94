"""A checkpoint to one with fewer feed-forward units, as near to it as can be, from unmarked text.

First, layer by layer, the units that say least are left out and the weights of the others are set
by least squares, so that the layer's output stays what it was (as in He, Zhang and Sun 2017). Then
all layers learn to give the vectors of the whole model, with int8's rounding (see Product): no
label is needed, and no teacher but the model itself. The heads stay as they are.
"""

import argparse
import copy
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from data import load_raw
from firsthand.reading.windows import framed, pieces, windows
from model import Layer, Model, like
from train import untouched

Window = tuple[np.ndarray, np.ndarray]
SAMPLE = 400  # windows that the least squares are solved on
DAMPED = 1e-3  # of the mean square of a unit, added for the least squares


def seen(shared: Path, labels: Path, tokenizer: Tokenizer) -> list[Window]:
    """Every text that may be learnt from, in the windows that users' texts are read in."""
    corpora = shared / "corpora"
    texts = [d.text for d in untouched(shared, labels)]
    texts += [d.text for d in load_raw(corpora / "polnear/train.jsonl.gz")]
    found = []
    for text in texts:
        p = pieces(text, tokenizer)
        found += [framed(p, w) for w in windows(p)]
    return [w for w in found if w[0].shape[1] >= 32]


def batches(found: list[Window], size: int, rng: random.Random) -> list[tuple[Tensor, Tensor]]:
    """Windows of nearly one length, cut to the shortest: nothing is padded, as in what ships."""
    order = sorted(found, key=lambda w: (w[0].shape[1], rng.random()))
    out = []
    for start in range(0, len(order) - size + 1, size):
        some = order[start : start + size]
        length = min(w[0].shape[1] for w in some)
        ids, features = (np.concatenate([w[i][:, :length] for w in some]) for i in (0, 1))
        out.append((torch.from_numpy(ids), torch.from_numpy(features)))
    rng.shuffle(out)
    return out


def layers(model: Model, ids: Tensor, features: Tensor) -> Iterator[Tensor]:
    """What each layer gives, (B, T, D)."""
    e = model.encoder
    x = e.norm(e.words(ids) + e.places.weight[: ids.shape[1]] + e.features(features))
    for layer in e.layers:
        x = layer(x, None)
        yield x


@torch.no_grad()
def pruned(model: Model, units: int, some: list[tuple[Tensor, Tensor]]) -> Model:
    """The model with `units` in each feed-forward layer, by least squares on `some` windows."""
    state = {k: v.clone() for k, v in model.state_dict().items()}
    for i, layer in enumerate(model.encoder.layers):
        products, sums = moments(model, layer, some)
        weight, bias = layer.down.weight.double(), layer.down.bias.double()
        kept = keep(products, weight, units)
        inner = products[kept][:, kept]
        inner = inner + torch.eye(units) * DAMPED * inner.diagonal().mean()
        new = torch.linalg.solve(inner, products[kept] @ weight.T).T
        name = f"encoder.layers.{i}"
        state[f"{name}.up.weight"] = layer.up.weight[kept]
        state[f"{name}.up.bias"] = layer.up.bias[kept]
        state[f"{name}.down.weight"] = new.float()
        # what is left out on average
        state[f"{name}.down.bias"] = (bias + weight @ sums - new @ sums[kept]).float()
        lost = error(products, weight, new, kept)
        print(json.dumps({"layer": i, "lost of the output": round(lost, 4)}), flush=True)
    small = like(state)
    small.load_state_dict(state)
    return small


def moments(model: Model, layer: Layer, some: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    """Mean products (U, U) of a layer's units about their means, and the means (U,)."""
    units = layer.up.out_features
    products, sums, count = torch.zeros(units, units).double(), torch.zeros(units).double(), 0
    hook = layer.down.register_forward_pre_hook(lambda _, x: said.append(x[0]))
    for ids, features in some:
        said: list[Tensor] = []
        for _ in layers(model, ids, features):
            if said:
                break
        rows = said[0].flatten(0, 1).double()
        products += rows.T @ rows
        sums += rows.sum(0)
        count += len(rows)
    hook.remove()
    mean = sums / count
    return products / count - mean[:, None] * mean, mean


def keep(products: Tensor, weight: Tensor, units: int) -> Tensor:
    """Which units stay: one after the other, the one whose absence the rest can best make up for
    is left out (backward elimination, by the inverse as in Hassibi and Stork 1993)."""
    alive = torch.ones(len(products), dtype=torch.bool)
    damped = products + torch.eye(len(products)) * DAMPED * products.diagonal().mean()
    inverse, weight = torch.linalg.inv(damped), weight.clone()
    for _ in range(len(products) - units):
        cost = weight.square().sum(0) / inverse.diagonal()
        cost[~alive] = torch.inf
        out = int(cost.argmin())
        column, own = inverse[:, out].clone(), inverse[out, out].clone()
        weight -= weight[:, out, None] * column / own
        inverse -= column[:, None] * column / own
        inverse[out, out] = 1.0  # out for good; its cost is infinite
        alive[out] = False
    return alive.nonzero()[:, 0]


def error(products: Tensor, weight: Tensor, new: Tensor, kept: Tensor) -> float:
    """The share of the output's variance that is lost."""
    off = weight.clone()
    off[:, kept] -= new
    total = (weight @ products * weight).sum()
    return float((off @ products * off).sum() / total)


def distance(small: Model, wanted: list[Tensor], ids: Tensor, features: Tensor) -> Tensor:
    """How far its layers' vectors are from those of the whole model, and what its heads make of
    the last: a mean of shares of variance."""
    found = list(layers(small, ids, features))
    parts = [F.mse_loss(a, b) / b.var() for a, b in zip(found, wanted, strict=True)]
    for head in (small.heads.cue, small.heads.token, small.heads.anchor):
        a, b = head(found[-1]), head(wanted[-1])
        parts.append(F.mse_loss(a, b) / b.var())
    return torch.stack(parts).mean()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--tokenizer", type=Path, required=True)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--labels", type=Path, default=Path(__file__).parent / "labels")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--units", type=int, default=1152, help="of each feed-forward layer")
    ap.add_argument("--minutes", type=float, default=60, help="of learning")
    ap.add_argument("--batch", type=int, default=8)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    state = torch.load(args.checkpoint, weights_only=True)
    whole = like(state)
    whole.load_state_dict(state)
    whole.eval()
    found = seen(args.shared, args.labels, tokenizer)
    rng.shuffle(found)
    held, found = found[:160], found[160:]
    held = batches(held, args.batch, rng)
    first = args.out / "pruned.pt"
    if not first.exists():
        small = pruned(whole, args.units, batches(found[:SAMPLE], args.batch, rng))
        torch.save(small.state_dict(), first)
    state = torch.load(first, weights_only=True)
    small = like(state)
    small.load_state_dict(state)
    small.round()
    small.eval()  # no dropout: there is one right answer to every window
    learnt = list(small.encoder.layers.parameters())
    for p in small.parameters():
        p.requires_grad_(False)
    for p in learnt:
        p.requires_grad_(True)
    optimizer = torch.optim.AdamW(learnt, lr=args.rate, weight_decay=0.0, betas=(0.9, 0.98))
    average = copy.deepcopy(small)
    moving = list(zip(average.encoder.layers.parameters(), learnt, strict=True))

    @torch.no_grad()
    def off(model: Model) -> float:
        far = [distance(model, list(layers(whole, *b)), *b) for b in held]
        return round(float(torch.stack(far).mean()), 5)

    print(json.dumps({"windows": len(found), "held, at first": off(small)}), flush=True)
    began, step, done, sums = time.time(), 0, 0.0, 0.0
    while done < 1:
        for ids, features in batches(found, args.batch, rng):
            done = (time.time() - began) / (60 * args.minutes)
            if done >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = args.rate * min(1.0, step / 200) * (1 - 0.98 * done)
            with torch.no_grad():
                wanted = list(layers(whole, ids, features))
            loss = distance(small, wanted, ids, features)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learnt, 1.0)
            optimizer.step()
            step += 1
            decay = min(0.998, (1 + step) / (20 + step))
            with torch.no_grad():
                torch._foreach_lerp_([a for a, _ in moving], [v for _, v in moving], 1 - decay)
            sums += float(loss.detach())
            if step % 100 == 0:
                took = round((time.time() - began) / step, 3)
                print(
                    json.dumps({"step": step, "far": round(sums / 100, 5), "s/step": took}),
                    flush=True,
                )
                sums = 0.0
            if step % 500 == 0:
                print(json.dumps({"held, average": off(average)}), flush=True)
                torch.save(average.state_dict(), args.out / "last.pt")
    print(json.dumps({"held, average": off(average)}), flush=True)
    torch.save(average.state_dict(), args.out / "last.pt")


if __name__ == "__main__":
    main()
