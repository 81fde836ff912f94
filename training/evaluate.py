"""Score a checkpoint on PolNeAR's development set, by the decoder that users run."""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from data import Document, load
from firsthand.reading.decode import Attribution, Thresholds, attributions
from firsthand.reading.network import Encoded, Network, Rows
from firsthand.reading.windows import framed, pieces, windows
from model import SIZES, Model, like


class TorchNetwork:
    """The decoder's view of a model that is still in training."""

    def __init__(self, model: Model):
        self.model = model.eval()
        self.transitions = model.roles.transitions.detach().numpy()
        self.start = model.roles.start.detach().numpy()

    @torch.no_grad()
    def encode(self, ids: np.ndarray, features: np.ndarray) -> Encoded:
        x = self.model.encoder(torch.from_numpy(ids), torch.from_numpy(features))
        cue, _, token, _ = self.model.heads(x)
        return Encoded(cue.numpy(), token.numpy(), x.numpy())

    @torch.no_grad()
    def roles(self, token: np.ndarray, cues: np.ndarray, rows: Rows) -> np.ndarray:
        anchor = self.model.heads.anchor(torch.from_numpy(cues))
        asked = map(torch.from_numpy, (rows.at, rows.cue, rows.buckets))
        return self.model.roles.rows(torch.from_numpy(token), anchor, *asked).numpy()


def read(
    text: str, network: Network, tokenizer: Tokenizer, thresholds: Thresholds
) -> list[Attribution]:
    p = pieces(text, tokenizer)
    w = windows(p)
    if not w:
        return []
    encoded = [network.encode(*framed(p, one)) for one in w]
    return attributions(p, w, encoded, network=network, thresholds=thresholds)


def score(
    documents: list[Document], found: list[list[Attribution]], scorer: Path
) -> dict[str, float]:
    sys.path.insert(0, str(scorer.parent))
    from attribution import Tally

    tally = Tally()
    for d, predicted in zip(documents, found, strict=True):
        gold = [{"source": a.source, "cue": a.cue, "content": a.content} for a in d.attributions]
        tally.add(
            d.text,
            gold,
            [
                {"source": [a.source] if a.source else [], "cue": [a.cue], "content": a.content}
                for a in predicted
            ],
        )
    return tally.rows()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--size", choices=SIZES, default="small")
    ap.add_argument("--rounded", action="store_true", help="with int8's rounding")
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--tokenizer", type=Path, required=True)
    ap.add_argument("--outer", type=float, nargs="+", default=[0.3, 0.5, 0.6, 0.7])
    ap.add_argument("--inner", type=float, nargs="+", default=[2.0])
    args = ap.parse_args()
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    state = torch.load(args.checkpoint, weights_only=True)
    state = state.get("average", state)
    model = like(state) if args.size == "small" else Model(SIZES[args.size])
    model.load_state_dict(state)
    if args.rounded:
        model.round()
    network = TorchNetwork(model)
    documents = load(args.shared / "corpora/polnear/dev.jsonl.gz")
    for outer in args.outer:
        for inner in args.inner:
            found = [
                read(d.text, network, tokenizer, Thresholds(outer=outer, inner=inner))
                for d in documents
            ]
            print(
                outer,
                inner,
                json.dumps(score(documents, found, args.shared / "score/attribution.py")),
                flush=True,
            )


if __name__ == "__main__":
    main()
