"""How ONNX Runtime is asked to run a network, the same for each of ours."""

from pathlib import Path
from typing import Any


def session(graph: Path, **settings: Any) -> Any:
    """An onnxruntime.InferenceSession that uses the thread that calls it and no other.

    `settings` go to it as they are. The import takes a third of a second, so it waits until here.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # memory patterns are kept for each shape seen: with texts of all lengths they only grow
    options.enable_mem_pattern = False
    # a processor without VNNI cuts sums of two products of integers off at 16 bits: it would read
    # otherwise than the others
    options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], **settings
    )
