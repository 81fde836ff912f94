"""PolNeAR to training windows: word pieces with cue tags and, for every attribution, role tags."""

import gzip
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

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
    inner: bool = False  # stands inside another one's content: wrapped, or labelled
    doubtful: bool = False  # perhaps a cue, perhaps not: left out of the loss


@dataclass(frozen=True)
class Document:
    id: str
    text: str
    attributions: list[Attribution] = field(default_factory=list)
    known: bool = False  # whether what stands inside the contents has been labelled
    read: bool = True  # whether anybody has looked for attributions at all


def load(path: Path, *, labels: Path | None = None) -> list[Document]:
    """PolNeAR's documents; with the inner attributions that `labels` (a file of labels/) adds."""
    inside = {row["id"]: row for row in _rows(labels)} if labels else {}
    documents = []
    for row in _rows(path):
        more = inside.get(row["id"])
        inner = _labelled(more, inner=True) if more else []
        for annotation in row["annotations"].values():
            outer = [_attribution(a) for a in annotation]
            outer = [a for a in outer if a.cue and a.content]
            documents.append(
                Document(row["id"], row["text"], outer + inner, known=more is not None)
            )
    return documents


def load_whole(path: Path, labels: Path) -> list[Document]:
    """Articles of a corpus with `id` and `text` whose every attribution a file of labels/ has."""
    texts = {str(row["id"]): row["text"] for row in _rows(path)}
    documents = []
    for row in _rows(labels):
        found = _labelled(row, inner=False)
        contents = [(a, s) for a in found for s in a.content]
        within = lambda a, some=contents: any(
            o is not a and s <= a.cue[0][0] and a.cue[-1][1] <= e for o, (s, e) in some
        )
        found = [replace(a, inner=within(a)) for a in found]
        documents.append(Document(row["id"], texts[row["id"]], found, known=True))
    return documents


def load_raw(path: Path, *, without: frozenset[str] = frozenset()) -> list[Document]:
    """A corpus's texts, unmarked: what a student learns its teachers' opinion of."""
    return [
        Document(str(row["id"]), row["text"], read=False)
        for row in _rows(path)
        if str(row["id"]) not in without
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def _labelled(row: dict[str, Any], *, inner: bool) -> list[Attribution]:
    doubtful = [Attribution([], [tuple(s)], [], doubtful=True) for s in row["doubtful"]]
    return [replace(_attribution(a), inner=inner) for a in row["attributions"]] + doubtful


def _attribution(row: dict[str, Any]) -> Attribution:
    return Attribution(*([tuple(s) for s in row[k]] for k in ("source", "cue", "content")))


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


@dataclass(frozen=True)
class Edit:
    """Characters [start, end) become `new`, in which the old sentence stands at `at`."""

    start: int
    end: int
    new: str
    at: int
    outer: Attribution  # in offsets of `new`


def wrapped(document: Document, rng: random.Random, *, share: float) -> Document:
    """The document with a share of its one-attribution sentences inside another attribution."""
    edits = []
    for start, end in sentences_alone(document):
        if rng.random() < share:
            pattern, cues = rng.choice(WRAPPERS)
            source, cue = rng.choice(OUTER_SOURCES), rng.choice(cues) if cues else "According to"
            new, outer, at = wrap(
                pattern, source=source, cue=cue, sentence=document.text[start:end]
            )
            edits.append(Edit(start, end + 1, new, at, outer))
    return edited(document, edits) if edits else document


def sentences_alone(document: Document) -> list[Span]:
    """Sentences, without their full stop, that are wholly one outermost attribution."""
    text, outer = document.text, [a for a in document.attributions if not (a.inner or a.doubtful)]
    outlines = [
        (min(s for s, _ in spans), max(e for _, e in spans))
        for spans in (a.source + a.cue + a.content for a in outer)
    ]
    found = []
    for i, (start, end) in enumerate(outlines):
        begins = start == 0 or (
            text[start - 1] in "\n " and text[start - 2 : start - 1] in '.”"\n?!'
        )
        whole = text[end : end + 1] == "." and "\n" not in text[start:end] and end - start < 400
        alone = not any(s < end + 1 and start < e for j, (s, e) in enumerate(outlines) if j != i)
        if begins and whole and alone:
            found.append((start, end))
    return sorted(found)


def edited(document: Document, edits: list[Edit]) -> Document:
    out, at, attributions = [], 0, []
    length = 0
    places: list[tuple[int, int, int]] = []  # old start, old end, by how much it moves
    for e in edits:
        places.append((at, e.start, length - at))
        length += e.start - at
        out += [document.text[at : e.start], e.new]
        places.append((e.start, e.end, length + e.at - e.start))
        attributions.append(moved(e.outer, lambda p, by=length: p + by))
        length, at = length + len(e.new), e.end
    places.append((at, len(document.text) + 1, length - at))
    out.append(document.text[at:])

    def place(position: int) -> int:
        return next(position + by for s, e, by in places if s <= position < e)

    for a in document.attributions:
        inside = any(e.start <= a.cue[0][0] < e.end for e in edits)
        attributions.append(moved(replace(a, inner=a.inner or inside), place))
    return replace(document, text="".join(out), attributions=attributions)


def moved(a: Attribution, place: Callable[[int], int]) -> Attribution:
    spans = lambda found: [(place(s), place(e - 1) + 1) for s, e in found]
    return replace(a, source=spans(a.source), cue=spans(a.cue), content=spans(a.content))


LOWERED = frozenset(
    "The He She A An It They We In On At But His Her More Some That This There One Two".split()
)


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
    attributions: list[Attribution]
    known: bool
    read: bool


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

    found = [
        replace(a, source=ranges(a.source), cue=ranges(a.cue), content=ranges(a.content))
        for a in document.attributions
    ]
    return Encoded(p, [a for a in found if a.cue], document.known, document.read)


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

    if not encoded.read:
        nothing = np.full(n, IGNORE, np.int64)
        return Example(
            framed(p.ids, CLS, SEP), framed(p.features, 0, 0), nothing, nothing, nothing, []
        )
    if not encoded.known:  # an inner cue may stand anywhere in a content
        for a in encoded.attributions:
            for s, e in a.content:
                any_[max(s + shift, 1) : max(min(e + shift, n - 1), 1)] = IGNORE
    cues = []
    for a in sorted(encoded.attributions, key=lambda a: a.inner and not a.doubtful):
        if a.doubtful:
            for s, e in a.cue:
                any_[max(s + shift, 1) : max(min(e + shift, n - 1), 1)] = IGNORE
            continue
        if not a.inner:
            mark(outer, a.cue, 1)
            mark(spans, a.content, B_CONTENT)
            mark(spans, a.source, B_SOURCE)
        mark(any_, a.cue, 1)
        if first <= a.cue[0][0] and a.cue[0][1] <= last:
            tags = np.zeros(n, np.int64)
            mark(tags, a.content, B_CONTENT)
            mark(tags, a.source, B_SOURCE)
            for t in range(1, n):  # a range cut by the window's edge begins with B
                if tags[t] in (2, 4) and tags[t - 1] not in (tags[t], tags[t] - 1):
                    tags[t] -= 1
            cues.append((a.cue[0][0] + shift, a.cue[0][1] + shift, tags))
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
    "load_raw",
    "load_whole",
    "padded",
    "wrapped",
]
