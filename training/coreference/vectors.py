"""Frozen vectors of the reader's encoder for the words of a text, kept in a cache."""

import hashlib
import re
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from firsthand.reading.segments import sentences
from firsthand.reading.windows import framed, pieces, windows

sys.path.append(str(Path(__file__).parents[1]))
from model import Model

WORD = re.compile(r"\w+(?:[’'](?=\w)\w+)?|[^\w\s]")
LAYERS = (2, 5)
"""Which layers' outputs are taken, from 0: the last one has learnt attribution and little else."""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


class Words:
    """A text's words: spans (N, 2), the sentence of each (N,), vectors (N, D)."""

    def __init__(self, text: str, at: Ints, sentence: Ints, vectors: Floats):
        self.text, self.at, self.sentence, self.vectors = text, at, sentence, vectors

    def __len__(self) -> int:
        return len(self.at)


def words_of(text: str) -> tuple[Ints, Ints]:
    """Spans of words, a possessive ending apart, and the number of each one's sentence."""
    at = []
    for m in WORD.finditer(text):
        ending = re.search(r"[’']s$", m.group())
        cut = m.start() + ending.start() if ending else m.end()
        at += [(m.start(), cut)] + ([(cut, m.end())] if ending else [])
    spans = np.array(at, np.int64).reshape(-1, 2)
    ends = np.array([e for _, e in sentences(text)], np.int64)
    return spans, np.searchsorted(ends, spans[:, 1], side="left").astype(np.int64)


class Encoder:
    """The reader's encoder from a checkpoint; `cache` is a folder for what it has said."""

    def __init__(self, checkpoint: Path, tokenizer: Path, cache: Path):
        self.model = Model()
        self.model.load_state_dict(torch.load(checkpoint, map_location="cpu"), strict=False)
        self.model.eval()
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.digest = hashlib.sha256(checkpoint.read_bytes()).hexdigest()[:12]
        self.cache = cache
        cache.mkdir(parents=True, exist_ok=True)

    def __call__(self, text: str) -> Words:
        at, sentence = words_of(text)
        name = f"{hashlib.sha256(text.encode()).hexdigest()[:16]}-{self.digest}-{LAYERS}.npy"
        file = self.cache / name
        if not file.exists():
            np.save(file, self._encode(text, at).astype(np.float16))
        return Words(text, at, sentence, np.load(file).astype(np.float32))

    @torch.no_grad()
    def _encode(self, text: str, at: Ints) -> Floats:
        p = pieces(text, self.tokenizer)
        rows = np.zeros((len(p), len(LAYERS) * self.model.config.hidden), np.float32)
        for w in windows(p):
            ids, features = (torch.from_numpy(a) for a in framed(p, w))
            said = self._layers(ids, features)[0, 1:-1].numpy()
            first, last = w.keep_first - w.first, w.keep_last - w.first
            rows[w.keep_first : w.keep_last] = said[first:last]
        begin = np.searchsorted(p.ends, at[:, 0], side="right")
        end = np.maximum(np.searchsorted(p.starts, at[:, 1], side="left"), begin + 1)
        sums = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), np.cumsum(rows, 0)])
        end = np.minimum(end, len(rows))
        begin = np.minimum(begin, end - 1)
        means: Floats = (sums[end] - sums[begin]) / (end - begin)[:, None]
        return means

    def _layers(self, ids: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        e = self.model.encoder
        x = e.norm(e.words(ids) + e.places.weight[: ids.shape[1]] + e.features(features))
        kept = []
        for i, layer in enumerate(e.layers):
            x = layer(x, None)
            if i in LAYERS:
                kept.append(x)
        return torch.cat(kept, -1)
