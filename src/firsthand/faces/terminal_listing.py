"""What a ledger holds, on the terminal: articles, sources, statements."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.faces.listed import Held, ListedStatement
from firsthand.faces.terminal import chained, dotted
from firsthand.faces.wording import NOBODY, clean, day, moment, provenance_lines
from firsthand.ledger.rows import ArticleRow, SourceRow, StatementRow, Verdict
from firsthand.model.reading import Basis, Kind, Naming, Polarity


def print_articles(
    console: Console, rows: Iterable[ArticleRow], *, provenance: bool = False
) -> None:
    """`provenance`: below each title, where the article came from and how its fields were found."""
    table = _table("published", "publisher", "title", "statements", "id")
    for row in rows:
        table.add_row(
            Text(day(row.published), "quiet"),
            Text(clean(row.publisher or ""), "outlet"),
            _titled(row, provenance=provenance),
            Text(str(row.statements)),
            Text(clean(row.id), "id"),
        )
    _print(console, table, "articles")


def _titled(row: ArticleRow, *, provenance: bool) -> Text:
    title = Text(clean(row.title or ""))
    if provenance:
        lines = provenance_lines(row.provenance) if row.provenance else ["not recorded"]
        for line in lines:
            title.append("\n" + line if title.plain else line, "quiet")
    return title


def print_sources(console: Console, rows: Iterable[SourceRow]) -> None:
    table = _table("source", "kind", "statements", "articles", "outlets")
    for row in rows:
        table.add_row(
            _described(row),
            Text(row.kind.value, "quiet"),
            Text(str(row.statements)),
            Text(str(row.articles)),
            Text(", ".join(clean(outlet) for outlet in row.outlets), "outlet"),
        )
    _print(console, table, "sources")


def print_statements(console: Console, rows: Iterable[ListedStatement]) -> None:
    """Each as soon as it comes: a ledger may hold millions."""
    nothing = True
    for row in rows:
        nothing = False
        console.print(dotted([day(row.published), Text(clean(row.id), "id")]))
        console.print(Padding(_chain(row), (0, 0, 0, 2)))
        console.print(Padding(Text(clean(row.words)), (0, 0, 0, 2)))
        console.print(Padding(_marks(row), (0, 0, 0, 2)))
        if row.judged is not None:
            console.print(Padding(_held(row.judged), (0, 0, 0, 2)))
        console.print()
    if nothing:
        console.print(_nothing("statements"))


def _chain(row: StatementRow) -> Text:
    names = [Text(clean(row.publisher or ""), "quiet")]
    names += [Text(clean(name), "outlet") for name in row.chain[:-1]]
    last = row.chain[-1] if row.chain else None
    names.append(_named(last, row.naming) if last else Text(NOBODY, "unproven"))
    return chained(names)


def _marks(row: StatementRow) -> Text:
    polarity = row.polarity.value
    return dotted(
        [
            row.quotation.value,
            Text(polarity, "quiet" if row.polarity is Polarity.ASSERTED else polarity),
            row.kind.value if row.kind is not Kind.COMMUNICATION else "",
            row.basis.value if row.basis is not Basis.UNSTATED else "",
            f"{row.confidence:.0%} sure",
        ]
    )


def _held(held: Held) -> Text:
    """What a person made of it; what was removed counts no more."""
    line = Text(held.verdict.value, "denied" if held.verdict is Verdict.REMOVED else "number")
    line.append(f" by {clean(held.author)} ({moment(held.when)}): {clean(held.why)}")
    if held.verdict is Verdict.REMOVED:
        line.append("; left out of counts and traces", "quiet")
    return line


def _described(row: SourceRow) -> Text:
    """A source that isn't counted across articles says in which one it stands."""
    description = clean(row.description or "")
    beside = [
        description if description.casefold() != clean(row.name).casefold() else "",
        f"in {clean(row.article)}" if row.article else "",
    ]
    shown = _named(row.name, row.naming)
    if any(beside):
        shown.append("\n").append_text(dotted(beside))
    return shown


def _named(name: str, naming: Naming | None) -> Text:
    shown = Text.assemble((clean(name), "source"))
    if naming and naming is not Naming.NAMED:
        shown.append(f" ({naming.value})", "unproven")
    return shown


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="head")
    for name in columns:
        number = name in ("statements", "articles")
        table.add_column(
            name,
            justify="right" if number else "left",
            no_wrap=number or name in ("published", "kind"),
            overflow="fold",
        )
    return table


def _print(console: Console, table: Table, what: str) -> None:
    console.print(table if table.row_count else _nothing(what))


def _nothing(what: str) -> Text:
    return Text(f"No {what} match. The filters all have to hold; leave some out to see more.")
