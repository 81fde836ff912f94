"""What people held of links and statements, on the terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.faces.judged import SHOWN, JudgedLink, JudgedStatement
from firsthand.faces.terminal import chained, dotted
from firsthand.faces.wording import KINDS, NOBODY, clean, moment, unquoted
from firsthand.ledger.rows import Verdict
from firsthand.model.reading import Polarity
from firsthand.model.trace import Judgement

_STYLES = {
    Judgement.YES: "number",
    Judgement.NO: "denied",
    Judgement.UNSURE: "uncertain",
    Verdict.ADDED: "number",
    Verdict.CHANGED: "uncertain",
    Verdict.REMOVED: "denied",
    Verdict.KEPT: "number",
}


def print_judgements(console: Console, rows: Iterable[JudgedLink | JudgedStatement]) -> None:
    nothing = True
    for row in rows:
        nothing = False
        verdict = Text(row.judgement.value, _STYLES[row.judgement])
        if not row.counts:
            verdict = Text(f"{row.judgement.value}, replaced since", "quiet")
        console.print(dotted([moment(row.when), Text(clean(row.author), "source"), verdict]))
        line = _link(row) if isinstance(row, JudgedLink) else _statement(row)
        console.print(Padding(line, (0, 0, 0, 2)))
        console.print(Padding(Text(f"why: {clean(row.why)}"), (0, 0, 0, 2)))
        if isinstance(row, JudgedLink) and row.claim:
            console.print(Padding(Text(f"shown for “{clean(row.claim)}”", "quiet"), (0, 0, 0, 2)))
        console.print()
    if nothing:
        console.print(
            Text("Nobody has judged anything yet: firsthand judge --help, firsthand import --help")
        )


def print_about(console: Console, rows: Iterable[JudgedStatement]) -> None:
    """What people made of a claim's statements, below its trace; nothing where they let them be."""
    shown = list(rows)
    if not shown:
        return
    console.print(Text("Statements that people judged", "head"))
    for row in shown:
        out = ", left out" if row.judgement is Verdict.REMOVED else ""
        verdict = Text(f"{row.judgement.value} by {clean(row.author)}{out}", _STYLES[row.judgement])
        console.print(dotted([verdict, moment(row.when), clean(row.why)]))
        console.print(Padding(_statement(row), (0, 0, 0, 2)))
    console.print()


def _statement(row: JudgedStatement) -> Text:
    line = Text(clean(row.statement), "id").append("  ")
    line.append_text(chained([Text(clean(name), "source") for name in row.chain or (NOBODY,)]))
    if row.polarity not in (None, Polarity.ASSERTED):
        line.append(f"  {row.polarity.value}", row.polarity.value)
    return line.append(f"  “{unquoted(clean(row.words))}”")


def _link(row: JudgedLink) -> Text:
    line = Text(row.link[:SHOWN], "id")
    if row.kind is None:
        return line.append("  a link that no trace has shown", "quiet")
    line.append(f"  {clean(row.source or '')}", "outlet")
    line.append(f"  {KINDS[row.kind]}  ", "quiet")
    line.append(clean(row.target or ""), "source")
    return line.append(f"  {clean(row.reason or '')}", "quiet")
