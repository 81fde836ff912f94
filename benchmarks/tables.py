"""What is measured: a table for each corpus, its rows in the scorers' names, and its floors."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

FLOORS = Path(__file__).resolve().parent / "floors.json"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of a scorer: its name there, what it means, and whether the README shows it."""

    name: str
    meaning: str
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One corpus, what is measured on it, and below what it may not fall."""

    name: str
    scorer: str
    title: str
    rows: tuple[Row, ...]
    corpus: str
    sha256: str
    floors: Mapping[str, float]


TITLES = {
    "attribution": "Who says what, outermost as PolNeAR marks it: development part, 82 articles",
    "as-read": "The same articles as they are read, statements inside statements among them",
    "chain": "Through whom it came: 18 articles, 313 statements",
    "origins": "Where it comes from: five families, 64 articles",
    "bundled": "The bundled corpus: four claims, 21 articles in one ledger",
}
ROWS = {
    "attribution": (
        Row("any_source", "statements found with the right source (F1)", True),
        Row("strict", "… and their content right to four fifths (F1)", True),
        Row("any", "statements found: content overlaps (F1)"),
        Row("exact", "statements whose content is right to the word (F1)"),
        Row("exact_pair", "… and their source too (F1)"),
        Row("source", "words of sources (F1)"),
        Row("cue", "words of cues (F1)"),
        Row("content", "words of contents (F1)", True),
        Row("exact_source", "spans of sources, both borders right (F1)"),
        Row("exact_cue", "spans of cues, both borders right (F1)"),
        Row("exact_content", "spans of contents, both borders right (F1)"),
        Row("precision_any", "share of our statements that are in the gold"),
        Row("recall_any", "share of the gold's statements that we find"),
    ),
    "chain": (
        Row("found", "statements found (F1)", True),
        Row("source", "… with the right source, resolved to its name (F1)", True),
        Row("chain", "… with the whole chain right (F1)", True),
        Row("record", "… with chain, quotation, kind and polarity right (F1)"),
        Row("deep_chain", "whole chain right, chains of two links and more (F1)"),
        Row("quotation", "direct, indirect or mixed, of those found (accuracy)"),
        Row("kind", "communication, belief, knowledge or intention (accuracy)"),
        Row("polarity", "asserted, denied or uncertain (accuracy)"),
        Row("naming", "named, pseudonym or unnamed, of right sources (accuracy)"),
        Row("source_kind", "person, organisation, … of right sources (accuracy)"),
        Row("checks", "who tried to verify, and what came of it (F1)", True),
    ),
    "origins": (
        Row("recall", "the family's articles that the trace has", True),
        Row("precision", "the trace's articles that belong to the family"),
        Row("support_right", "families whose number of supporting origins is right", True),
        Row("support_error", "mean distance from the right number of origins", True),
        Row("naive_error", "… and were articles counted instead", True),
        Row("denial_right", "families whose number of denying origins is right"),
        Row("same_origin", "pairs of articles that go back to a common origin (F1)", True),
        Row("stance", "asserts, reports, denies or corrects (accuracy)"),
        Row("denial", "articles that deny or correct (F1)"),
        Row("copies", "pairs of articles that share text (F1)", True),
        Row("via", "names that an article credits (F1)"),
        Row("lost", "what an article lost on the way (F1)", True),
    ),
}


# The same rows for the project's own articles, files in and counts out; and for PolNeAR's without
# --outermost, where what stands inside counts as wrong because the corpus doesn't mark it.
ROWS["bundled"] = tuple(Row(row.name, row.meaning) for row in ROWS["origins"])
ROWS["as-read"] = tuple(
    replace(row, headline=row.name in ("any_source", "strict")) for row in ROWS["attribution"]
)
SCORERS = {"bundled": "origins", "as-read": "attribution"}
ORDER = ("attribution", "as-read", "chain", "origins", "bundled")


def tables() -> list[Table]:
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    return [
        Table(name, SCORERS.get(name, name), TITLES[name], ROWS[name], **pinned[name])
        for name in ORDER
    ]
