"""What articles make of a claim, on the terminal: a line each."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from firsthand.faces.terminal import dotted
from firsthand.faces.wording import clean
from firsthand.linking.stances.held import UNRELATED, Held
from firsthand.model.trace import Stance

_STYLES = {
    Stance.ASSERTS.value: "number",
    Stance.REPORTS.value: "uncertain",
    Stance.DENIES.value: "denied",
    UNRELATED: "quiet",
}


def print_stances(console: Console, rows: Iterable[Held]) -> None:
    for row in rows:
        a = row.article
        line = Text(f"{row.stance:<9} ", _STYLES[row.stance])
        line.append(f"{row.probabilities[row.stance]:.2f}  ", "quiet")
        named: list[str | Text] = [
            Text(clean(a.publisher or ""), "outlet"),
            clean(a.title or a.id),
        ]
        console.print(line + dotted(named))
