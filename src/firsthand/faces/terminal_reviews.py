"""What others published of claims, on the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.faces.wording import THEIRS, clean, review_line
from firsthand.model.review import Review


def print_reviews(console: Console, rows: Sequence[Review]) -> None:
    for row in rows:
        console.print(Text(f"“{clean(row.claim)}”"))
        _print(console, row)
        console.print()
    if not rows:
        console.print(Text("No reviews are kept here: firsthand review --help", "quiet"))


def print_reviewed(console: Console, rows: Sequence[Review]) -> None:
    """Below a trace; nothing where nobody published anything of the claim."""
    if not rows:
        return
    console.print(Text("What others published of this claim", "head"))
    console.print(Text(THEIRS, "quiet"))
    for row in rows:
        _print(console, row)
    console.print()


def _print(console: Console, row: Review) -> None:
    line = Text(review_line(row))
    if row.url:
        line.append(f"  {clean(row.url)}", "quiet")
    console.print(Padding(line, (0, 0, 0, 2)))
