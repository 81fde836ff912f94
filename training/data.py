"""PolNeAR to training windows: word pieces with cue tags and, for every attribution, role tags."""

import gzip
import json
import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from firsthand.model.span import Span
from firsthand.reading.windows import CLS, PAD, SEP, Pieces, pieces

O, B_SOURCE, B_CONTENT = 0, 1, 3
IGNORE = -100


@dataclass(frozen=True)
class Attribution:
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    inner: bool = False  # stands inside another one's content, by construction (wrapping)


@dataclass(frozen=True)
class Document:
    id: str
    text: str
    attributions: list[Attribution] = field(default_factory=list)


def load(path: Path) -> list[Document]:
    documents = []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            for annotation in row["annotations"].values():
                found = [
                    Attribution(*([tuple(s) for s in a[k]] for k in ("source", "cue", "content")))
                    for a in annotation
                ]
                documents.append(
                    Document(row["id"], row["text"], [a for a in found if a.cue and a.content])
                )
    return documents


# Wrapping makes nested attributions, which PolNeAR does not annotate: a sentence that is wholly one
# attribution becomes the content of another. {} is the sentence without its full stop.
OUTER_SOURCES = [
    "the newspaper",
    "a local radio station",
    "the agency",
    "Reuters",
    "the Associated Press",
    "the magazine",
    "CNN",
    "the Daily Mail",
    "a person familiar with the matter",
    "two officials",
    "his lawyer",
    "her brother",
    "the report",
    "state television",
    "the Guardian",
    "a former aide",
    "court documents",
    "The Washington Post",
    "Al Jazeera",
    "the site",
    "a police source",
    "the committee",
    "Mr. Hale",
    "Anna Lindqvist",
    "sources close to the talks",
    "Fox News",
    "BuzzFeed",
]
WRAPPERS = [
    (
        "{s} {c} that {}.",
        [
            "reported",
            "said",
            "claimed",
            "wrote",
            "reports",
            "says",
            "told reporters",
            "has learned",
        ],
    ),
    ("{}, {s} {c}.", ["reported", "said", "reports", "claimed", "says", "wrote"]),
    ("{}, {c} {s}.", ["according to", "citing", "reported", "said"]),
    ("According to {s}, {}.", None),
    ("{s} {c} {}.", ["says", "said", "believes", "reports", "thinks"]),
]


def wrapped(document: Document, rng: random.Random, *, share: float) -> Document:
    """The document with a share of its one-attribution sentences inside another attribution."""
    text, made = document.text, []
    edits: list[tuple[int, int, str, int, Attribution, Attribution]] = []
    for a in document.attributions:
        spans = a.source + a.cue + a.content
        start, end = min(s for s, _ in spans), max(e for _, e in spans)
        whole = (
            text[end : end + 1] == "."
            and (start == 0 or text[start - 1] in "\n ")
            and "\n" not in text[start:end]
        )
        alone = not any(
            b is not a
            and min(s for s, _ in b.source + b.cue + b.content) < end + 1
            and start < max(e for _, e in b.source + b.cue + b.content)
            for b in document.attributions
        )
        if not (
            whole
            and alone
            and end - start < 400
            and (start == 0 or text[start - 2 : start - 1] in (".", "”", '"', "\n", "?", "!"))
            and rng.random() < share
        ):
            continue
        pattern, cues = rng.choice(WRAPPERS)
        source, cue = rng.choice(OUTER_SOURCES), rng.choice(cues) if cues else "According to"
        new, outer, shift = wrap(pattern, source=source, cue=cue, sentence=text[start:end])
        edits.append((start, end + 1, new, shift, outer, a))
    if not edits:
        return document
    edits.sort(key=lambda e: e[0])
    out, at, moved = [], 0, []
    edited = {id(e[5]) for e in edits}
    offset = 0
    shifts: list[tuple[int, int]] = []
    for start, end, new, shift, outer, a in edits:
        out.append(text[at:start])
        offset_before = offset
        place = lambda spans, by: [(s + by, e + by) for s, e in spans]
        made.append(
            Attribution(
                *(place(x, start + offset_before) for x in (outer.source, outer.cue, outer.content))
            )
        )
        made.append(
            Attribution(
                *(place(x, offset_before + shift) for x in (a.source, a.cue, a.content)), inner=True
            )
        )
        out.append(new)
        at = end
        offset += len(new) - (end - start)
        shifts.append((end, offset))
    out.append(text[at:])

    def by(position: int) -> int:
        return next((o for e, o in reversed(shifts) if position >= e), 0)

    for a in document.attributions:
        if id(a) not in edited:
            moved.append(
                Attribution(
                    *([(s + by(s), e + by(s)) for s, e in x] for x in (a.source, a.cue, a.content))
                )
            )
    return Document(document.id, "".join(out), moved + made)


LOWERED = {
    "The",
    "He",
    "She",
    "A",
    "An",
    "It",
    "They",
    "We",
    "In",
    "On",
    "At",
    "But",
    "His",
    "Her",
    "More",
    "Some",
    "That",
    "This",
    "There",
    "One",
    "Two",
}


def wrap(pattern: str, *, source: str, cue: str, sentence: str) -> tuple[str, Attribution, int]:
    """The wrapped sentence, the outer attribution in its offsets, and where the inner begins."""
    parts, spans = "", {}
    rest = pattern
    if not pattern.startswith("{}") and sentence.split(" ", 1)[0] in LOWERED:
        sentence = sentence[0].lower() + sentence[1:]
    if pattern.startswith("{s}"):
        source = source[0].upper() + source[1:]
    for key, value in sorted(
        ((k, v) for k, v in (("{s}", source), ("{c}", cue), ("{}", sentence))),
        key=lambda kv: pattern.find(kv[0]),
    ):
        if key == "{c}" and key not in pattern:
            spans[key] = (0, len("According to"))
            continue
        before, rest = rest.split(key, 1)
        parts += before
        spans[key] = (len(parts), len(parts) + len(value))
        parts += value
    parts += rest
    content = spans["{}"]
    if "that {}" in pattern:
        content = (content[0] - len("that "), content[1])
    return parts, Attribution([spans["{s}"]], [spans["{c}"]], [content]), spans["{}"][0]


@dataclass(frozen=True)
class Encoded:
    """A document in word pieces; every attribution as piece ranges."""

    pieces: Pieces
    attributions: list[tuple[list[Span], list[Span], list[Span], bool]]


def encode(document: Document, tokenizer: Tokenizer) -> Encoded:
    p = pieces(document.text, tokenizer)

    def ranges(spans: list[Span]) -> list[Span]:
        found = []
        for start, end in spans:
            first, last = (
                int(np.searchsorted(p.ends, start, "right")),
                int(np.searchsorted(p.starts, end, "left")),
            )
            if first < last:
                found.append((first, last))
        return found

    return Encoded(
        p,
        [
            (ranges(a.source), ranges(a.cue), ranges(a.content), a.inner)
            for a in document.attributions
        ],
    )


@dataclass(frozen=True)
class Example:
    """One window: arrays of length T, and for each cue its range and role tags (T,)."""

    ids: np.ndarray
    features: np.ndarray
    outer: np.ndarray
    any: np.ndarray
    spans: np.ndarray
    cues: list[tuple[int, int, np.ndarray]]


def example(encoded: Encoded, first: int, last: int) -> Example:
    """The window over pieces [first, last) with [CLS] and [SEP]; a cue counts if whole."""
    p, n = encoded.pieces, last - first + 2
    framed = lambda values, a, b: np.concatenate([[a], values[first:last], [b]])
    outer, any_, spans = np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64)
    shift = 1 - first

    def mark(array: np.ndarray, ranges: list[Span], begin: int) -> None:
        for a, b in ranges:
            a2, b2 = max(a + shift, 1), min(b + shift, n - 1)
            if a2 < b2:
                array[a2:b2] = begin + 1
                if a >= first:
                    array[a2] = begin

    inside = np.zeros(n, bool)
    for _, _, content, inner in encoded.attributions:
        for a, b in content:
            inside[max(a + shift, 1) : max(min(b + shift, n - 1), 1)] = (
                not inner or inside[max(a + shift, 1) : max(min(b + shift, n - 1), 1)]
            )
    any_[inside] = IGNORE
    cues = []
    for source, cue, content, inner in sorted(encoded.attributions, key=lambda a: a[3]):
        if not inner:
            mark(outer, cue, 1)
            mark(spans, content, B_CONTENT)
            mark(spans, source, B_SOURCE)
        mark(any_, cue, 1)
        if cue and first <= cue[0][0] and cue[0][1] <= last:
            tags = np.zeros(n, np.int64)
            mark(tags, content, B_CONTENT)
            mark(tags, source, B_SOURCE)
            for a in range(1, n):  # a range cut by the window's edge begins with B
                if tags[a] in (2, 4) and tags[a - 1] not in (tags[a], tags[a] - 1):
                    tags[a] -= 1
            cues.append((cue[0][0] + shift, cue[0][1] + shift, tags))
    return Example(framed(p.ids, CLS, SEP), framed(p.features, 0, 0), outer, any_, spans, cues)


def examples(encoded: list[Encoded], rng: random.Random, *, length: int) -> list[Example]:
    """Every piece once, in windows whose borders differ from epoch to epoch."""
    size, found = length - 2, []
    for e in encoded:
        first = 0
        n = len(e.pieces)
        while first < n:
            take = size if first else rng.randint(size // 2, size)
            last = min(n, first + take)
            if n - last < 32:
                last = min(n, first + size)
            found.append(example(e, first, last))
            if last >= n:
                break
            first = last - rng.randint(0, 48)
    return found


def padded(arrays: list[np.ndarray], value: int) -> np.ndarray:
    out = np.full((len(arrays), max(len(a) for a in arrays)), value, np.int64)
    for row, a in zip(out, arrays, strict=True):
        row[: len(a)] = a
    return out


def batches(found: list[Example], rng: random.Random, *, size: int) -> list[list[Example]]:
    """Windows of like length together, in random order."""
    order = sorted(found, key=lambda e: (len(e.ids) // 16, rng.random()))
    parts = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(parts)
    return parts


__all__ = [
    "IGNORE",
    "PAD",
    "Document",
    "Encoded",
    "Example",
    "batches",
    "encode",
    "example",
    "examples",
    "load",
    "padded",
    "wrapped",
]
