"""The network of pairs is the one that was published, or says that it isn't."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from firsthand.model.errors import WeightsError
from firsthand.reading.pairs import FOLDER, PairNetwork


def test_probabilities_of_its_labels() -> None:
    network = PairNetwork()
    found = network.probabilities("Wolves swam to Brask", ["Nobody has seen a wolf. " * 200, ""])
    assert found.shape == (len(network.labels),)
    assert np.isclose(found.sum(), 1, atol=1e-3)


def test_nothing_to_read_is_answered_too() -> None:
    assert PairNetwork().probabilities("", [""]).shape == (4,)


def test_damaged_or_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no usable model"):
        PairNetwork(tmp_path).probabilities("a", ["b"])
    for file in FOLDER.iterdir():
        shutil.copy(file, tmp_path / file.name)
    with (tmp_path / "pairs.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(WeightsError, match="not what was published"):
        PairNetwork(tmp_path).probabilities("a", ["b"])
