"""The trained model: where it is, whether it is whole, and what it was trained for."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.model.errors import WeightsError

BUNDLED = Path(__file__).parent / "weights"
FILES = ("encoder.onnx", "roles.onnx", "tokenizer.json")
CARD = "model.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """A verified folder of weights; `digest` (SHA-256 over its files, 16 digits) names it.

    `transitions` (5, 5) and `start` (5,) are the role tagger's scores; `outer`, `inner`,
    `sourceless` and `grow` the cue thresholds that were tuned with these weights (see Thresholds);
    `calibration` the curves of decode's Calibration.
    """

    folder: Path
    digest: str
    transitions: list[list[float]]
    start: list[float]
    outer: float
    inner: float
    sourceless: float
    grow: float
    calibration: dict[str, tuple[float, float]]

    def file(self, name: str) -> Path:
        return self.folder / name


def load(folder: Path = BUNDLED) -> Weights:
    """The weights in `folder`, every file checked against the digest in its model.json.

    Raises WeightsError where a file is missing or is not the one that was published.
    """
    try:
        card: dict[str, Any] = json.loads((folder / CARD).read_text(encoding="utf8"))
        published = card["sha256"]
        for name in FILES:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if found != published[name]:
                raise WeightsError(
                    f"{folder / name} is not the published file; reinstall firsthand"
                )
    except (OSError, KeyError, ValueError) as error:
        raise WeightsError(f"no usable model in {folder} ({error}); reinstall firsthand") from error
    digest = hashlib.sha256("".join(published[n] for n in FILES).encode()).hexdigest()[:16]
    curves = {k: (float(a), float(b)) for k, (a, b) in card.get("calibration", {}).items()}
    return Weights(
        folder,
        digest,
        card["transitions"],
        card["start"],
        **card["thresholds"],
        calibration=curves,
    )
