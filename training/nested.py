"""Label attributions inside contents by reading each content as a text of its own.

PolNeAR marks outermost attributions only. A content read alone has its inner attributions
outermost, which is what a trained model knows. What it is sure of becomes a label, what it doubts
is left out of the loss, and the rest of the content becomes a known negative.
"""

import argparse
import json
from pathlib import Path

from data import load
from firsthand.reading.decode import Thresholds
from firsthand.reading.reader import Reader

DOUBT, SURE = 0.15, 0.8
LEAST = 25  # code points of a content that is worth reading


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--weights", type=Path, required=True, help="a folder as export.py writes it")
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    reader = Reader(args.weights)
    reader._thresholds = Thresholds(outer=DOUBT, inner=2.0, grow=DOUBT)
    with args.out.open("w", encoding="utf8") as out:
        for document in load(args.shared / "corpora/polnear/train.jsonl.gz"):
            sure, doubtful = [], []
            for start, end in (s for a in document.attributions for s in a.content):
                if end - start < LEAST:
                    continue
                move = lambda spans, by=start: [[s + by, e + by] for s, e in spans]
                for a in reader._find(document.text[start:end]):
                    if a.confidence < SURE:
                        doubtful += move([a.cue])
                    else:
                        sure.append(
                            {
                                "source": move([a.source] if a.source else []),
                                "cue": move([a.cue]),
                                "content": move(a.content),
                            }
                        )
            row = {"id": document.id, "sure": sure, "doubtful": doubtful}
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
