"""How linking and tracing grow: copy chains with a known tree, in one ledger.

    python benchmarks/scale.py [--shared ../shared] [--articles 10000] [--write]

The chains are made of the shared corpora (chains.py) and need no reading by the model. Times are of
the processor (user and system), since those of a clock on a shared machine say little. With --write
the table goes into docs/scale.md. Exits 2 where there is nothing to make chains of.
"""

import argparse
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from chains import CORPORA, Version, pool, reading, versions
from firsthand.faces.html import trace_page
from firsthand.faces.said import said
from firsthand.faces.web.pages.map import MapPage
from firsthand.ledger.store import Ledger
from firsthand.linking.copies import SURE, WORDS, compare, text_of
from firsthand.linking.searching import carrying
from firsthand.linking.trace import trace
from neighbours import NEIGHBOURS, Neighbour
from quality import between_marks

ROOT = Path(__file__).resolve().parent.parent
MARKS = (1_000, 10_000, 100_000)
LAST = 500
"""Articles before each mark whose adding is timed."""
PAIRS = 4_000
CLAIMS = 30
CROWD = 300
"""Articles of one claim that have to be drawn."""
BESIDE = 5_000
"""Articles that the other libraries link; they are far slower."""


@dataclass(frozen=True, slots=True)
class Line:
    what: str
    value: str


def clock() -> float:
    return time.process_time()


def added(ledger: Ledger, arriving: Sequence[Version]) -> Iterator[Line]:
    """Adds and links all of them, most together, on two cores; before each mark, some one by one,
    milliseconds an article."""
    done, together, processor = 0, 0.0, 0.0
    for mark in sorted({m for m in MARKS if m < len(arriving)} | {len(arriving)}):
        alone = arriving[max(done, mark - LAST) : mark]
        began, before = time.perf_counter(), used()
        many = map(reading, arriving[done : mark - len(alone)])
        for told in ledger.add_all(many, processes=2):
            assert told is True
        together, processor = together + time.perf_counter() - began, processor + used() - before
        spent = []
        for made in map(reading, alone):
            start = clock()
            ledger.add(made)
            spent.append(clock() - start)
        done = mark
        last = 1000 * statistics.fmean(spent)
        yield Line(f"one article added and linked among {mark:,}, ms", f"{last:.1f}")
        together, processor = together + sum(spent), processor + sum(spent)
    every = f"all {len(arriving):,} added and linked on two cores, minutes by the clock"
    yield Line(every, f"{together / 60:.1f}")
    yield Line("… minutes of the two cores' time", f"{processor / 60:.1f}")


def used() -> float:
    """Seconds of processors, of this process and of those that it has started and that have
    ended."""
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def true_pairs(every: Sequence[Version]) -> set[tuple[str, str]]:
    """Versions of one story of which one holds enough of the other, word by word (no less than the
    `WORDS` that make a copy anywhere); of as many stories, at random, as make `PAIRS` pairs."""
    stories: dict[int, list[Version]] = defaultdict(list)
    for version in every:
        stories[version.story].append(version)
    drawn = [story for story in stories.values() if len(story) > 1]
    random.Random(2).shuffle(drawn)
    found: set[tuple[str, str]] = set()
    for story in drawn:
        read = {v.id: text_of(v.text) for v in story}
        for a, b in combinations(sorted(read), 2):
            same = compare(a, b, read[a], read[b])
            if same.containment >= SURE and same.words >= WORDS:
                found.add((a, b))
        if len(found) >= PAIRS:
            break
    return found


def recalled(ledger: Ledger, pairs: set[tuple[str, str]]) -> Line:
    known = set(ledger.copies(sorted({id for pair in pairs for id in pair})) or ())
    share = 100 * len(pairs & known) / len(pairs)
    return Line(f"true copies found, of {len(pairs):,} at containment ≥ {SURE}, %", f"{share:.2f}")


def traced(ledger: Ledger, every: Sequence[Version]) -> Iterator[Line]:
    """Claims are the first sentences of stories that were copied."""
    copied = {v.parent for v in every}
    firsts = [v for v in every if v.parent is None and v.id in copied]
    looking, whole, found = [], [], []
    for version in random.Random(4).sample(firsts, min(CLAIMS, len(firsts))):
        claim = " ".join(version.sentences[0].split()[:14])
        before = clock()
        carrying(claim, ledger)
        between = clock()
        found.append(len(trace(claim, ledger).articles))
        looking.append(between - before)
        whole.append(clock() - between)
    yield Line("looking for a claim's articles, ms (median)", _ms(looking))
    yield Line("tracing it, the looking included, ms (median)", _ms(whole))
    worst = 1000 * sorted(whole)[int(0.95 * len(whole))]
    yield Line("… of 19 in 20 claims at most", f"{worst:.0f}")
    yield Line("articles in a trace (median)", f"{statistics.median(found):.0f}")


def drawn(blocks: Sequence[tuple[str, ...]], ledger: Ledger) -> Iterator[Line]:
    """A claim that `CROWD` articles tell, as its pages show it; nothing is remembered before."""
    every = list(versions(blocks, 3 * CROWD, seed=5, told_by=(3 * CROWD,)))
    for version in every:
        ledger.add(reading(version))
    ((kept, _),) = Counter(s for v in every for s in v.sentences).most_common(1)
    claim = " ".join(kept.split()[:14])
    before = clock()
    found = trace(claim, ledger)
    traced = clock()
    said_there = said(found, ledger.readings([a.id for a in found.articles]))
    "".join(trace_page([(found, said_there)]))
    page = clock()
    json.dumps(MapPage(found).to_json())
    many = f"a claim of {len(found.articles)} articles"
    yield Line(f"{many}: traced for the first time, ms", f"{1000 * (traced - before):.0f}")
    yield Line("… its page with the picture drawn, ms", f"{1000 * (page - traced):.0f}")
    yield Line("… what its map is drawn from, ms", f"{1000 * (clock() - page):.0f}")


def _ms(seconds: Sequence[float]) -> str:
    return f"{1000 * statistics.median(seconds):.0f}"


def beside(every: Sequence[Version]) -> Iterator[Line]:
    """Each library links the same articles, in memory, and every candidate is verified in the same
    way; its time is given by ours."""
    some = every[:BESIDE]
    pairs = true_pairs(some)
    own: float | None = None
    for neighbour in NEIGHBOURS:
        linked = _linked(neighbour, some)
        if linked is None:
            yield Line(f"{neighbour.name}: not installed", "")
            continue
        seconds, known = linked
        own = own or seconds
        share = 100 * len(pairs & known) / len(pairs)
        yield Line(
            f"{neighbour.name}, {len(some):,} articles: time by ours, and % of true copies",
            f"{seconds / own:.1f}, {share:.2f}",
        )


def _linked(
    neighbour: Neighbour, some: Sequence[Version]
) -> tuple[float, set[tuple[str, str]]] | None:
    try:
        link: Callable[[str, str], list[str]] = neighbour.make()
    except ImportError:
        return None
    before, known = clock(), set()
    for v in some:
        known |= {(min(v.id, other), max(v.id, other)) for other in link(v.id, v.text)}
    return clock() - before, known


def measured(shared: Path, articles: int, folder: Path) -> Iterator[Line]:
    blocks = pool(shared)
    every = list(versions(blocks, articles))
    arriving = random.Random(3).sample(every, len(every))
    with Ledger.open(folder / "scale.db") as ledger:
        yield from added(ledger, arriving)
        yield recalled(ledger, true_pairs(every))
        yield from traced(ledger, every)
    with Ledger.open(folder / "crowd.db") as ledger:
        yield from drawn(blocks, ledger)
    size = (folder / "scale.db").stat().st_size / 1e9
    yield Line("the ledger, GB", f"{size:.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    yield Line("most memory, GB (all texts are held to make them)", f"{peak:.2f}")
    yield from beside(every)


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    ap.add_argument("--articles", type=int, default=10_000)
    ap.add_argument("--write", action="store_true", help="put the table into docs/scale.md")
    args = ap.parse_args()
    for name in CORPORA:
        if not (args.shared / "corpora" / name).exists():
            print(f"no corpus {name} in {args.shared}; say where with --shared", file=sys.stderr)
            return 2
    lines = [f"| {args.articles:,} articles | |", "|---|---:|"]
    print(*lines, sep="\n")
    with tempfile.TemporaryDirectory() as folder:
        for line in measured(args.shared, args.articles, Path(folder)):
            lines.append(f"| {line.what} | {line.value} |")
            print(lines[-1], flush=True)
    if args.write:
        path = ROOT / "docs" / "scale.md"
        document = path.read_text(encoding="utf-8")
        table = "\n".join(lines) + "\n"
        path.write_text(between_marks(document, table, name="scale"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
