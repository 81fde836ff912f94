"""The network in ONNX Runtime: the decoder's view of the weights that ship."""

import numpy as np
import onnxruntime

from firsthand.reading.decode import Encoded, Floats, Ints
from firsthand.reading.weights import Weights


class OnnxNetwork:
    """Both graphs in one process; safe to use from several threads (an ONNX session is).

    `threads` are those of one call; 0 lets the runtime choose.
    """

    def __init__(self, weights: Weights, *, threads: int = 0):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # memory patterns are kept for each shape seen: with windows of all lengths they only grow
        options.enable_mem_pattern = False
        self._encoder, self._roles = (
            onnxruntime.InferenceSession(
                weights.file(name), options, providers=["CPUExecutionProvider"]
            )
            for name in ("encoder.onnx", "roles.onnx")
        )
        self.transitions: Floats = np.array(weights.transitions, np.float32)
        self.start: Floats = np.array(weights.start, np.float32)

    def encode(self, ids: Ints, features: Ints, mask: Ints) -> Encoded:
        cues, token, anchor = self._encoder.run(
            ["cues", "token", "anchor"], {"ids": ids, "features": features, "mask": mask}
        )
        return Encoded(cues, token, anchor)

    def roles(self, token: Floats, anchor: Floats, buckets: Ints) -> Floats:
        (emissions,) = self._roles.run(
            ["emissions"], {"token": token, "anchor": anchor, "buckets": buckets}
        )
        return np.array(emissions)
