"""How fast the reader is, as ratios within one run, by the library and the command that users have.

    python benchmarks/speed.py [--shared ../shared] [--write]

Times on a shared machine say little; their ratios say more. Each figure is the median of several
rounds; the rounds of what is compared alternate. With --write the table goes into docs/speed.md.
"""

import argparse
import cProfile
import gzip
import json
import os
import pstats
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand import Reader
from firsthand.model.article import Article
from firsthand.reading.windows import framed, pieces, windows
from quality import between_marks

ROOT = Path(__file__).resolve().parent.parent
FIRSTHAND = Path(sysconfig.get_path("scripts")) / "firsthand"
LENGTH = 600
WORDS = range(550, 651)  # what counts as an article of 600 words
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table; `ok` says whether `value` keeps within what was promised."""

    what: str
    value: float
    unit: str
    promised: str
    ok: bool


def corpus(shared: Path) -> list[Article]:
    path = shared / "corpora" / "polnear" / "dev.jsonl.gz"
    if not path.exists():
        sys.exit(f"no corpus at {path}; say where it is with --shared")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Article(row["id"], row["text"]) for row in map(json.loads, lines)]


def seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def against_encoder(articles: Sequence[Article]) -> tuple[float, float]:
    """Reading against the encoder's own time on the same windows (one core), and articles/s."""
    reader = Reader(threads=1)
    arrays = []
    for a in articles:
        p = pieces(a.text, reader._tokenizer)
        arrays.append([framed(p, w) for w in windows(p)])
    ratios, rates = [], []
    for _ in range(ROUNDS):
        forget()
        own = seconds(lambda: [reader._network.encode(*w) for some in arrays for w in some])
        whole = seconds(lambda: [reader.read(a) for a in articles])
        ratios.append(whole / own)
        rates.append(len(articles) / whole)
    return statistics.median(ratios), statistics.median(rates)


def forget() -> None:
    """What the rules remember of names and texts: no article is read a second time in earnest."""
    for name, module in list(sys.modules.items()):
        if name.startswith("firsthand.reading"):
            for value in vars(module).values():
                if clear := getattr(value, "cache_clear", None):
                    clear()


def together(articles: Sequence[Article], threads: int) -> float:
    """Articles of `LENGTH` words a second through read_many, by the words of these."""
    reader = Reader(threads=threads)
    lengths = sum(len(a.text.split()) for a in articles) / LENGTH
    rates = []
    for _ in range(3):
        forget()
        rates.append(lengths / seconds(lambda: list(reader.read_many(articles))))
    return statistics.median(rates)


def first_result(article: Article) -> float:
    """Seconds from starting the process to the end of `firsthand read` on one article."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article.text, encoding="utf-8")
        command = [FIRSTHAND, "read", "--format", "jsonl", path]
        times = [
            seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
            for _ in range(ROUNDS + 1)
        ]
        return statistics.median(times[1:])  # the first one fills the file cache


def memory(articles: Sequence[Article]) -> float:
    """The largest resident memory, in MB, of a process that reads all of them twice over."""
    code = (
        "import sys, json\nfrom pathlib import Path\n"
        "from firsthand import Reader\nfrom firsthand.model.article import Article\n"
        "articles = (Article(str(i), json.loads(line)) for i, line in enumerate(sys.stdin))\n"
        "for _ in Reader().read_many(articles): pass\n"
        # its own peak: the one that getrusage tells begins with that of whoever started it
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])\n"
    )
    lines = "".join(json.dumps(a.text) + "\n" for a in articles) * 2
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=lines,
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return int(done.stdout) / 1024


def profile(articles: Sequence[Article]) -> str:
    """Where the time of reading goes, by the functions that take the most, on one core."""
    reader = Reader(threads=1)
    reader.read(articles[0])
    watched = cProfile.Profile()
    watched.runcall(lambda: [reader.read(a) for a in articles])
    figures = pstats.Stats(watched).get_stats_profile()
    rows = sorted(figures.func_profiles.items(), key=lambda kv: -kv[1].tottime)[:8]
    return "\n".join(
        f"{100 * row.tottime / figures.total_tt:5.1f} %  {name.split('(')[0].strip('<>{}')}"
        for name, row in rows
    )


def measured(articles: Sequence[Article]) -> list[Line]:
    some = [a for a in articles if len(a.text.split()) in WORDS]
    ratio, rate = against_encoder(some)
    cores = min(2, os.cpu_count() or 1)
    lines = [
        Line("one article against the encoder alone", ratio, "×", "≤ 1.4", ratio <= 1.4),
        Line("articles of 600 words, one core", rate, "/s", "≥ 10", rate >= 10),
    ]
    if cores == 2:
        both = together(articles, 2)
        lines.append(
            Line("articles of 600 words, two cores", both, "/s", "≥ 18", both >= 18),
        )
        lines.append(Line("two cores against one", both / together(articles, 1), "×", "", True))
    start = first_result(some[0])
    lines.append(Line("`firsthand read` of one article", start, "s", "≤ 1.2", start <= 1.2))
    most = memory(articles)
    lines.append(Line("resident memory, 164 articles", most, "MB", "≤ 400", most <= 400))
    return lines


def markdown(lines: Sequence[Line], hot: str) -> str:
    rows = [f"| {x.what} | {x.value:.3g} {x.unit} | {x.promised} |" for x in lines]
    return "\n".join(
        ["| | | aim |", "|---|---:|---:|", *rows, "", "Where the time goes:", "", "```", hot, "```"]
    )


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    ap.add_argument("--write", action="store_true", help="put the table into docs/speed.md")
    args = ap.parse_args()
    articles = corpus(args.shared)
    lines = measured(articles)
    table = markdown(lines, profile([a for a in articles if len(a.text.split()) in WORDS]))
    print(table)
    if args.write:
        path = ROOT / "docs" / "speed.md"
        document = path.read_text(encoding="utf-8")
        path.write_text(between_marks(document, table + "\n", name="speed"), encoding="utf-8")
    missed = [x.what for x in lines if not x.ok]
    print(*(f"not reached: {what}" for what in missed), sep="\n", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
