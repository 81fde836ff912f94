"""The network that holds a claim and words of a text against each other, in ONNX Runtime.

A cross-encoder (Devlin et al. 2019): both in one sequence, [CLS] claim [SEP] text [SEP].
"""

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.model.errors import WeightsError
from firsthand.reading.runtime import session
from firsthand.reading.viterbi import Floats
from firsthand.reading.windows import CLS, SEP

FOLDER = Path(__file__).parent / "stances"
TOKENIZER = Path(__file__).parent / "weights" / "tokenizer.json"
"""The reader's: both networks begin from one base model."""


class PairNetwork:
    """Loaded when it is first asked; safe to use from several threads. Raises WeightsError then
    where the model is missing or damaged."""

    def __init__(self, folder: Path = FOLDER):
        self._folder = folder

    @property
    def code_points(self) -> int:
        """How much of a text it can look at, in code points."""
        return int(self._card["code_points"])

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self._card["stances"])

    def probabilities(self, claim: str, texts: Sequence[str]) -> Floats:
        """(4,) of `labels`, by the mean over what it makes of each of these words of one text; what
        doesn't fit into the sequence is left out at the end."""
        card = self._card
        logits = np.mean([self._logits(claim, text) for text in dict.fromkeys(texts)], 0)
        shifted = (logits + np.array(card["shift"])) / card["temperature"]
        raised = np.exp(shifted - shifted.max())
        found: Floats = (raised / raised.sum()).astype(np.float32)
        return found

    def _logits(self, claim: str, text: str) -> Floats:
        words = self._tokenizer.encode_batch([claim, text], add_special_tokens=False)
        first = words[0].ids[: self._card["claim_pieces"]]
        second = words[1].ids[: self._card["pieces"] - len(first) - 3]
        ids = np.array([[CLS, *first, SEP, *second, SEP]], np.int64)
        parts = np.zeros_like(ids)
        parts[0, len(first) + 2 :] = 1
        (logits,) = self._session.run(["logits"], {"ids": ids, "parts": parts})
        found: Floats = logits[0]
        return found

    @cached_property
    def _card(self) -> dict[str, Any]:
        try:
            card: dict[str, Any] = json.loads((self._folder / "model.json").read_text("utf8"))
            found = hashlib.sha256((self._folder / "pairs.onnx").read_bytes()).hexdigest()
            whole = found == card["sha256"]
        except (OSError, KeyError, ValueError) as error:
            raise WeightsError(
                f"no usable model in {self._folder} ({error}); reinstall firsthand"
            ) from error
        if not whole:
            raise WeightsError(f"{self._folder} is not what was published; reinstall firsthand")
        return card

    @cached_property
    def _session(self) -> Any:
        assert self._card
        return session(self._folder / "pairs.onnx")

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        found = Tokenizer.from_file(str(TOKENIZER))
        found.no_padding()
        found.no_truncation()
        return found
