"""An audit on the terminal: the sum, then outlets, then articles, each with its bars."""

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.faces.bars import Bar, Shade, bars, cells, speakers
from firsthand.faces.sourcing import (
    Line,
    article_name,
    article_place,
    lines_of_article,
    lines_of_many,
    outlet_name,
    remarks,
    size,
)
from firsthand.linking.sourcing import Audit, AuditedArticle, AuditedOutlet, Sourcing

_BAR = 20
"""Columns of a bar."""

_NARROW = 64
"""Columns below which there is no room for bars."""

_DRAWN = {
    Shade.FIRST: ("█", "outlet"),
    Shade.SECOND: ("▓", "unproven"),
    Shade.THIRD: ("▒", "uncertain"),
    Shade.FOURTH: ("▚", "denied"),
    Shade.NOTHING: ("░", "quiet"),
}


def print_audit(console: Console, audit: Audit) -> None:
    for part in _parts(audit, drawn=console.width >= _NARROW):
        console.print(part)
    console.print()


def _parts(audit: Audit, *, drawn: bool) -> Iterator[RenderableType]:
    if not audit.articles:
        yield Text("No articles: there is nothing to audit.")
        return
    if len(audit.articles) == 1:
        yield _whole(audit.articles[0], drawn=drawn)
        return
    yield from _many("All articles", audit.total, drawn=drawn)
    if len(audit.outlets) > 1 and any(o.sourcing.articles > 1 for o in audit.outlets):
        yield Text("Outlets", "head")
        for outlet in audit.outlets:
            yield from _outlet(outlet, drawn=drawn)
    yield Text("Articles", "head")
    for article in audit.articles:
        yield _short(article, drawn=drawn)


def _whole(article: AuditedArticle, *, drawn: bool) -> Group:
    return Group(
        Text(article_name(article), "title"),
        *(Text(line, "quiet") for line in [article_place(article)] if line),
        Text(size(article.sourcing), "quiet"),
        _table(bars(article.sourcing), lines_of_article(article), drawn=drawn),
    )


def _outlet(outlet: AuditedOutlet, *, drawn: bool) -> Iterator[RenderableType]:
    """What stands behind an outlet's one article is told with the article."""
    name, sourcing = outlet_name(outlet), outlet.sourcing
    if sourcing.articles > 1:
        yield from _many(name, sourcing, drawn=drawn)
        return
    yield Text.assemble((name, "title"), (f"  1 article · {size(sourcing)}", "quiet"))
    yield _table([speakers(sourcing)], (), drawn=drawn)


def _many(name: str, sourcing: Sourcing, *, drawn: bool) -> Iterator[RenderableType]:
    yield Text.assemble((name, "title"), (f"  {size(sourcing)}", "quiet"))
    yield _table(bars(sourcing), lines_of_many(sourcing), drawn=drawn)


def _short(article: AuditedArticle, *, drawn: bool) -> Group:
    place = article_place(article)
    return Group(
        Text(article_name(article), "title"),
        Text(" · ".join(filter(None, (place, size(article.sourcing)))), "quiet"),
        _table([speakers(article.sourcing)], remarks(article), drawn=drawn),
    )


def _table(shown: Iterable[Bar], lines: Iterable[Line], *, drawn: bool) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for bar in shown:
        if not bar.parts:
            continue
        words = Text("  ").join(_words(bar))
        table.add_row(Text(bar.name, "quiet"), _beside(bar, words) if drawn else words)
    for name, line in lines:
        table.add_row(Text(name, "quiet"), Text(line))
    return Padding(table, (0, 0, 1, 2))


def _beside(bar: Bar, words: Text) -> Table:
    row = Table.grid(padding=(0, 2, 0, 0))
    row.add_column(width=_BAR)
    row.add_column(ratio=1)
    row.add_row(_bar(bar), words)
    return row


def _bar(bar: Bar) -> Text:
    drawn = Text()
    widths = cells([part.count for part in bar.parts], width=_BAR)
    for part, width in zip(bar.parts, widths, strict=True):
        mark, style = _DRAWN[part.shade]
        drawn.append(mark * width, style)
    return drawn


def _words(bar: Bar) -> Iterator[Text]:
    for part in bar.parts:
        mark, style = _DRAWN[part.shade]
        yield Text.assemble((mark, style), f" {part.label} {part.count:,}")
