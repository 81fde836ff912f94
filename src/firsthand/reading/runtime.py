"""How ONNX Runtime is asked to run a network, the same for each of ours."""

import functools
from pathlib import Path
from typing import Any

import numpy as np

_ROW, _COLUMN = 255, 127  # the largest numbers that an integer product meets
_PRODUCT = (
    b"\x08\x08"  # an ONNX file: y (2 rows) = MatMulInteger(a (2 rows of 4), b (4 times _COLUMN))
    b':X\n\x18\n\x01a\n\x01b\x12\x01y"\rMatMulInteger\x12\x01g'
    b"*\x0f\x08\x04\x08\x01\x10\x03B\x01bJ\x04\x7f\x7f\x7f\x7f"
    b"Z\x13\n\x01a\x12\x0e\n\x0c\x08\x02\x12\x08\n\x02\x08\x02\n\x02\x08\x04"
    b"b\x13\n\x01y\x12\x0e\n\x0c\x08\x06\x12\x08\n\x02\x08\x02\n\x02\x08\x01"
    b"B\x02\x10\r"
)


def session(graph: Path, **settings: Any) -> Any:
    """An onnxruntime.InferenceSession that uses the thread that calls it and no other.

    `settings` go to it as they are. The import takes a third of a second, so it waits until here.
    """
    return _session(str(graph), whole=cuts_off(), **settings)


@functools.cache
def cuts_off() -> bool:
    """Whether this processor's sums of two integer products end at 16 bits, as without VNNI.

    It would read otherwise than the others, so there sums are kept whole, at a fifth more time.
    Keeping them where they are whole already would take twice the time with VNNI: so one product
    is tried, which takes less than the rest of opening a network by far.
    """
    rows = np.full((2, 4), _ROW, np.uint8)
    (found,) = _session(_PRODUCT, whole=False).run(["y"], {"a": rows})
    return bool((found != 4 * _ROW * _COLUMN).any())


def _session(graph: str | bytes, *, whole: bool, **settings: Any) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # memory patterns are kept for each shape seen: with texts of all lengths they only grow
    options.enable_mem_pattern = False
    if whole:
        options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], **settings
    )
