"""Score the reader and the tracer on the development corpora, by the commands that users run.

    python benchmarks/quality.py [--shared ../shared] [--write]

Prints a table for each corpus; with --write puts them into README.md and docs/quality.md. Exits 1
below a floor of floors.json, and 2 where there is nothing to measure on, or another corpus than
the one that a floor was set on.
"""

import argparse
import gzip
import hashlib
import json
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tables import Table, tables

ROOT = Path(__file__).resolve().parent.parent
FIRSTHAND = Path(sysconfig.get_path("scripts")) / "firsthand"

Json = dict[str, Any]
Scores = Mapping[str, float]


# Measuring


def firsthand(*arguments: str | Path) -> str:
    """Standard output of the installed command. Stops the run when an input was refused."""
    done = subprocess.run([FIRSTHAND, *arguments], stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode:
        sys.exit(f"firsthand {arguments[0]} ended with {done.returncode}")
    return done.stdout


def scored(shared: Path, scorer: str, gold: Path, answers: Path) -> Scores:
    """The last line that a scorer prints."""
    script = shared / "score" / f"{scorer}.py"
    done = subprocess.run(
        [sys.executable, script, gold, answers], check=True, capture_output=True, encoding="utf-8"
    )
    scores: Scores = json.loads(done.stdout.splitlines()[-1])
    return scores


def rows_of(corpus: Path) -> list[Json]:
    opened = gzip.open if corpus.suffix == ".gz" else open
    with opened(corpus, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def jsonl(path: Path, rows: Iterable[Json]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def read(articles: Iterable[Json], folder: Path, *flags: str) -> Path:
    """Readings of articles that have an id and a text, as a file of the contract's JSON."""
    inputs = jsonl(
        folder / "articles.jsonl", ({"id": a["id"], "text": a["text"]} for a in articles)
    )
    readings = folder / "readings.jsonl"
    readings.write_text(firsthand("read", *flags, "--format", "jsonl", inputs), encoding="utf-8")
    return readings


def traced(families: Iterable[Json], folder: Path) -> Path:
    """A trace of each family's claim, in a ledger that holds that family alone."""
    traces = []
    for family in families:
        ledger = folder / f"{family['family']}.db"
        known = ({k: a[k] for k in ("id", "text", "publisher")} for a in family["articles"])
        firsthand("add", "--ledger", ledger, jsonl(folder / f"{family['family']}.jsonl", known))
        printed = firsthand("trace", family["claim"], "--ledger", ledger, "--format", "json")
        traces.append(json.loads(printed))
    return jsonl(folder / "traces.jsonl", traces)


def traced_bundled(families: Iterable[Json], folder: Path) -> Path:
    """A trace of each of the bundled corpus's claims, in one ledger of all its files."""
    ledger, examples = folder / "bundled.db", ROOT / "examples"
    files = [*sorted(examples.glob("*.xml")), *sorted(examples.glob("*.jsonl"))]
    firsthand("add", "--ledger", ledger, examples / "articles", examples / "pages", *files)
    printed = (
        firsthand("trace", family["claim"], "--ledger", ledger, "--format", "json")
        for family in families
    )
    return jsonl(folder / "traces.jsonl", map(json.loads, printed))


def gold_of(table: Table, shared: Path) -> Path:
    """Where its gold is: in the project for the bundled corpus, else with the other corpora."""
    return (ROOT if table.name == "bundled" else shared / "corpora") / table.corpus


def measured(table: Table, shared: Path) -> Scores:
    gold = gold_of(table, shared)
    rows = rows_of(gold)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if table.name == "origins":
            answers = traced(rows, folder)
        elif table.name == "bundled":
            answers = traced_bundled(rows, folder)
        else:
            flags = ["--outermost"] if table.name == "attribution" else []
            answers = read((row.get("article", row) for row in rows), folder, *flags)
        return scored(shared, table.scorer, gold, answers)


# Judging and writing


def missing(table: Table, shared: Path) -> str | None:
    """Why nothing can be measured; None: it can."""
    corpus = gold_of(table, shared)
    if not corpus.exists():
        return f"no corpus at {corpus}; say where it is with --shared"
    if hashlib.sha256(corpus.read_bytes()).hexdigest() != table.sha256:
        return f"{corpus} isn't the corpus that the floors in floors.json were set on"
    return None


def below(table: Table, scores: Scores) -> list[str]:
    return [
        f"{table.name} {name}: {scores[name]}, floor {floor}"
        for name, floor in table.floors.items()
        if scores[name] < floor
    ]


def markdown(table: Table, scores: Scores, *, headlines: bool) -> str:
    lines = [f"| {table.title} | | floor |", "|---|---:|---:|"]
    for row in table.rows:
        if row.headline or not headlines:
            floor = table.floors.get(row.name, "")
            label = row.meaning if headlines else f"`{row.name}`: {row.meaning}"
            lines.append(f"| {label} | {scores[row.name]} | {floor} |")
    return "\n".join(lines) + "\n"


def between_marks(document: str, content: str, *, name: str = "quality") -> str:
    """The document with other content between the marks of this name. Raises ValueError without."""
    marks = re.compile(rf"(?<=<!-- {name}:begin -->\n).*?(?=<!-- {name}:end -->)", re.DOTALL)
    if not marks.search(document):
        raise ValueError(f"no {name} marks")
    return marks.sub(lambda _: content, document)


def closing(command: str) -> str:
    """By what and with which reader a table was made."""
    article = ROOT / "examples" / "articles" / "kessary-magazine.txt"
    reader = json.loads(firsthand("read", "--format", "jsonl", article))["reader"]
    return (
        f"In percent, distances aside, by `{command}`, with {reader['name']}"
        f" {reader['version']} and its model `{reader['model']}`.\n"
    )


def write(results: list[tuple[Table, Scores]]) -> None:
    made = closing("make bench-quality")
    for path, headlines in ((ROOT / "README.md", True), (ROOT / "docs" / "quality.md", False)):
        shown = [
            markdown(table, scores, headlines=headlines)
            for table, scores in results
            if not headlines or any(row.headline for row in table.rows)
        ]
        document = path.read_text(encoding="utf-8")
        path.write_text(between_marks(document, "\n".join([*shown, made])), encoding="utf-8")


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    ap.add_argument("--write", action="store_true", help="put the tables into the documents")
    args = ap.parse_args()
    if problems := [p for table in tables() if (p := missing(table, args.shared))]:
        print(*problems, sep="\n", file=sys.stderr)
        return 2
    results = []
    for table in tables():
        results.append((table, measured(table, args.shared)))
        print(markdown(*results[-1], headlines=False), flush=True)
    if args.write:
        write(results)
    low = [line for table, scores in results for line in below(table, scores)]
    print(*low, sep="\n", file=sys.stderr, end="\n" if low else "")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
