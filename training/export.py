"""A checkpoint to what users install: two ONNX graphs (encoder in int8), tokenizer, model.json."""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from model import Model, like


class Rows(nn.Module):
    """An embedding in int8 with a scale for each row: one for the whole table, as ONNX Runtime's
    quantisation has it, is set by the few longest vectors and rounds the others ten times more."""

    def __init__(self, words: nn.Embedding):
        super().__init__()
        scale = words.weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (words.weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        return F.embedding(ids, self.rows).float() * F.embedding(ids, self.scale)


class EncoderGraph(nn.Module):
    def __init__(self, model: Model, *, int8: bool):
        super().__init__()
        self.encoder, self.heads = model.encoder, model.heads
        if int8:
            self.encoder.words = Rows(self.encoder.words)

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.encoder(ids, features)
        cue, _, token, _ = self.heads(hidden)
        return cue, token, hidden


class RolesGraph(nn.Module):
    def __init__(self, model: Model):
        super().__init__()
        self.roles, self.anchor = model.roles, model.heads.anchor

    def forward(self, token: Tensor, cues: Tensor, *rows: Tensor) -> Tensor:
        return self.roles.rows(token, self.anchor(cues), *rows)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--tokenizer", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--outer", type=float, default=0.5)
    ap.add_argument("--inner", type=float, default=0.5)
    ap.add_argument("--sourceless", type=float, default=0.5)
    ap.add_argument("--grow", type=float, default=0.35)
    ap.add_argument(
        "--source-bonus", type=float, default=0.0, help="score of a source's first piece"
    )
    ap.add_argument("--fp32", action="store_true", help="leave the encoder in fp32, to compare")
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.checkpoint, weights_only=True)
    state = state.get("average", state)
    model = like(state)
    model.load_state_dict(state)
    model.eval()
    with torch.no_grad():
        model.roles.additive.bias[1] += args.source_bonus
    h = model.config.role_hidden
    ids = torch.ones(2, 16, dtype=torch.long)
    full = args.out / "encoder.fp32.onnx"
    torch.onnx.export(
        EncoderGraph(model, int8=not args.fp32).eval(),
        (ids, ids * 0),
        str(full),
        input_names=["ids", "features"],
        output_names=["cues", "token", "hidden"],
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
        dynamic_axes={
            k: {0: "windows", 1: "pieces"} for k in ("ids", "features", "cues", "token", "hidden")
        },
    )
    row = torch.arange(24)
    torch.onnx.export(
        RolesGraph(model).eval(),
        (torch.zeros(32, 2 * h), torch.zeros(2, model.config.hidden), row, row // 12, row),
        str(args.out / "roles.onnx"),
        input_names=["token", "cues", "at", "cue", "buckets"],
        output_names=["emissions"],
        opset_version=17,
        dynamo=False,
        dynamic_axes={
            "token": {0: "pieces"},
            "cues": {0: "cues"},
            **{k: {0: "rows"} for k in ("at", "cue", "buckets", "emissions")},
        },
    )
    if args.fp32:
        full.rename(args.out / "encoder.onnx")
    else:
        # The heads stay in fp32: a thirtieth of the arithmetic, and half of what rounding costs.
        products = [n.name for n in onnx.load(full).graph.node if n.op_type == "MatMul"]
        quantize_dynamic(
            full,
            args.out / "encoder.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=[name for name in products if name.startswith("/heads/")],
        )
        full.unlink()
    shutil.copy(args.tokenizer, args.out / "tokenizer.json")
    card = {
        "sha256": {
            n: hashlib.sha256((args.out / n).read_bytes()).hexdigest()
            for n in ("encoder.onnx", "roles.onnx", "tokenizer.json")
        },
        "transitions": model.roles.transitions.tolist(),
        "start": model.roles.start.tolist(),
        "thresholds": {
            "outer": args.outer,
            "inner": args.inner,
            "sourceless": args.sourceless,
            "grow": args.grow,
        },
    }
    (args.out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
