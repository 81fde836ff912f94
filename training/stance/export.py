"""A stance checkpoint to what users install: one ONNX graph in int8, model.json with its digest."""

import argparse
import hashlib
import json
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from export import Rows
from stance.corpus import STANCES
from stance.model import StanceModel
from stance.train import CLAIM_PIECES, CODE_POINTS, PIECES


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--shift", type=float, nargs=len(STANCES), default=[0.0] * len(STANCES))
    ap.add_argument("--temperature", type=float, default=1.0)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = StanceModel()
    model.load_state_dict(torch.load(args.checkpoint, weights_only=True))
    model.encoder.words = Rows(model.encoder.words)
    ids = torch.ones(1, 16, dtype=torch.long)
    full = args.out / "fp32.onnx"
    torch.onnx.export(
        model.eval(),
        (ids, ids * 0),
        str(full),
        input_names=["ids", "parts"],
        output_names=["logits"],
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
        dynamic_axes={k: {0: "pairs", 1: "pieces"} for k in ("ids", "parts")},
    )
    quantize_dynamic(
        full,
        args.out / "pairs.onnx",
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
    )
    full.unlink()
    card = {
        "sha256": hashlib.sha256((args.out / "pairs.onnx").read_bytes()).hexdigest(),
        "stances": STANCES,
        "shift": args.shift,
        "temperature": args.temperature,
        "pieces": PIECES,
        "claim_pieces": CLAIM_PIECES,
        "code_points": CODE_POINTS,
    }
    (args.out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
