"""The network in ONNX Runtime: the decoder's view of the weights that ship."""

import numpy as np

from firsthand.reading.network import Encoded, Rows
from firsthand.reading.runtime import session
from firsthand.reading.viterbi import Floats, Ints
from firsthand.reading.weights import Weights


class OnnxNetwork:
    """Both graphs in one process; safe to use from several threads (an ONNX session is).

    A call uses the thread that makes it and no other: cores are better used side by side, one call
    each, than together on one call (1.9 times as fast on two cores, against 1.3).
    """

    def __init__(self, weights: Weights):
        self._encoder, self._roles = (
            # its one operator for sum and norm adds up number by number: five times as slow
            session(weights.file(name), disabled_optimizers=["SkipLayerNormFusion"])
            for name in ("encoder.onnx", "roles.onnx")
        )
        self.transitions: Floats = np.array(weights.transitions, np.float32)
        self.start: Floats = np.array(weights.start, np.float32)

    def encode(self, ids: Ints, features: Ints) -> Encoded:
        said = self._encoder.run(["cues", "token", "hidden"], {"ids": ids, "features": features})
        return Encoded(*said)

    def roles(self, token: Floats, cues: Floats, rows: Rows) -> Floats:
        asked = {
            "token": token,
            "cues": cues,
            "at": rows.at,
            "cue": rows.cue,
            "buckets": rows.buckets,
        }
        (emissions,) = self._roles.run(["emissions"], asked)
        return np.array(emissions)
