"""What people held of links, on the terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.faces.judged import SHOWN, JudgedLink
from firsthand.faces.terminal import dotted
from firsthand.faces.wording import KINDS, clean, moment
from firsthand.model.trace import Judgement

_STYLES = {Judgement.YES: "number", Judgement.NO: "denied", Judgement.UNSURE: "uncertain"}


def print_judgements(console: Console, rows: Iterable[JudgedLink]) -> None:
    nothing = True
    for row in rows:
        nothing = False
        verdict = Text(row.judgement.value, _STYLES[row.judgement])
        if not row.counts:
            verdict = Text(f"{row.judgement.value}, replaced since", "quiet")
        console.print(dotted([moment(row.when), Text(clean(row.author), "source"), verdict]))
        console.print(Padding(_link(row), (0, 0, 0, 2)))
        console.print(Padding(Text(f"why: {clean(row.why)}"), (0, 0, 0, 2)))
        if row.claim:
            console.print(Padding(Text(f"shown for “{clean(row.claim)}”", "quiet"), (0, 0, 0, 2)))
        console.print()
    if nothing:
        console.print(
            Text("Nobody has judged a link yet: firsthand judge LINK yes|no|unsure --why WORDS")
        )


def _link(row: JudgedLink) -> Text:
    line = Text(row.link[:SHOWN], "id")
    if row.kind is None:
        return line.append("  a link that no trace has shown", "quiet")
    line.append(f"  {clean(row.source or '')}", "outlet")
    line.append(f"  {KINDS[row.kind]}  ", "quiet")
    line.append(clean(row.target or ""), "source")
    return line.append(f"  {clean(row.reason or '')}", "quiet")
