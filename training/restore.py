"""What users install back to a checkpoint: export.py's graphs, their int8 weights as numbers.

Rounding them once more changes nothing, so that training with `--rounded` goes on where the model
that ships stands. The head for spans, which only helps training, is not in the graphs: it is zero.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from model import ROLE_TAGS

Arrays = dict[str, np.ndarray]
PARTS = ("query", "key", "value", "output", "up", "down")


def arrays(graph: onnx.GraphProto) -> Arrays:
    return {i.name: numpy_helper.to_array(i) for i in graph.initializer}


def product(graph: onnx.GraphProto, name: str) -> np.ndarray:
    """The weights (outputs, inputs) of the matrix product whose node's name begins so."""
    known = arrays(graph)
    for node in graph.node:
        if node.name.startswith(name) and node.op_type in ("MatMul", "MatMulInteger"):
            weights = known[node.input[1]]
            if node.op_type == "MatMulInteger":
                scale = known[node.input[1].removesuffix("_quantized") + "_scale"]
                weights = weights.astype(np.float32) * scale
            return weights.T
    raise SystemExit(f"no product {name} in the graph")


def encoder(graph: onnx.GraphProto) -> Arrays:
    known = arrays(graph)
    state = {k: v for k, v in known.items() if k.startswith(("encoder.", "heads."))}
    rows, scale = (state.pop(f"encoder.words.{k}") for k in ("rows", "scale"))
    state["encoder.words.weight"] = rows.astype(np.float32) * scale
    layers = 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layers."))
    for layer in range(layers):
        for part in PARTS:
            name = f"encoder/layers.{layer}/{part}/MatMul"
            state[f"encoder.layers.{layer}.{part}.weight"] = product(graph, f"/{name}")
    for head in ("cue", "token"):
        state[f"heads.{head}.weight"] = product(graph, f"/heads/{head}/MatMul")
    return state


def roles(graph: onnx.GraphProto) -> Arrays:
    known = arrays(graph)
    state = {k: v for k, v in known.items() if k.startswith("roles.")}
    state |= {f"heads.anchor.{k}": known[f"anchor.{k}"] for k in ("weight", "bias")}
    for part in ("additive", "multiplicative"):
        state[f"roles.{part}.weight"] = product(graph, f"/{part}/MatMul")
    (conv,) = (n for n in graph.node if n.op_type == "Conv")
    state["roles.neighbours.weight"] = known[conv.input[1]][:, :, 0]
    return state


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path, help="with encoder.onnx, roles.onnx and model.json")
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    graphs = (onnx.load(args.folder / f"{n}.onnx").graph for n in ("encoder", "roles"))
    state = encoder(next(graphs)) | roles(next(graphs))
    card = json.loads((args.folder / "model.json").read_text(encoding="utf8"))
    state |= {f"roles.{k}": np.array(card[k], np.float32) for k in ("transitions", "start")}
    hidden = state["heads.cue.weight"].shape[1]
    state["heads.spans.weight"] = np.zeros((ROLE_TAGS, hidden), np.float32)
    state["heads.spans.bias"] = np.zeros(ROLE_TAGS, np.float32)
    torch.save({k: torch.from_numpy(v.copy()) for k, v in state.items()}, args.out)


if __name__ == "__main__":
    main()
