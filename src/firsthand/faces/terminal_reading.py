"""A reading on the terminal: the article, its sources, its statements in reading order, checks."""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.faces.headlines import LOSING, headline_line
from firsthand.faces.terminal import chained, dotted
from firsthand.faces.wording import (
    NOBODY,
    OUTCOMES,
    about,
    chain,
    checker,
    clean,
    count,
    day,
    described,
    in_reading_order,
    named,
    provenance_lines,
    sources_in_order,
    words,
)
from firsthand.linking.headline import compare
from firsthand.model.reading import Basis, Kind, Naming, Polarity, Reading, Source, Statement

_DEEPEST = 4
"""Levels of statements inside statements that are still indented."""


def print_reading(console: Console, reading: Reading) -> None:
    for part in _parts(reading):
        console.print(part)
    console.print()


def _parts(reading: Reading) -> Iterator[RenderableType]:
    yield _heading(reading)
    if not reading.statements:
        yield Text("\nNobody is credited with anything: no statements were found.", "quiet")
    if reading.sources:
        yield _section("Sources", len(reading.sources))
        yield Padding(_sources(reading), (0, 0, 0, 2))
    if reading.statements:
        yield _section("Statements", len(reading.statements))
        yield Padding(_statements(reading), (0, 0, 0, 2))
    if reading.checks:
        yield _section("Checks", len(reading.checks))
        yield Padding(_checks(reading), (0, 0, 0, 2))


def _section(name: str, number: int) -> Text:
    return Text.assemble("\n", (name, "head"), (f"  {number}", "quiet"))


def _heading(reading: Reading) -> Group:
    a = reading.article
    lines = [Text(clean(a.title or a.id), "title")]
    authors = "by " + ", ".join(clean(name) for name in a.authors) if a.authors else ""
    language = f"language {clean(a.language)}" if a.language not in (None, "en") else ""
    shown_id = clean(a.id) if a.title and a.id != a.url else ""
    lines.append(dotted([clean(a.publisher or ""), day(a.published), authors, language, shown_id]))
    if a.url:
        lines.append(Text(clean(a.url), "quiet"))
    if a.provenance:
        lines += [Text(line, "quiet") for line in provenance_lines(a.provenance)]
    for credit in a.credits:
        evidence = f"“{clean(credit.evidence)}”" if credit.evidence else ""
        kind = credit.kind.value.replace("_", " ")
        lines.append(
            dotted([Text.assemble(("credits ", "quiet"), clean(credit.name)), kind, evidence])
        )
    headline = compare(reading)
    if headline.handling in LOSING:
        said = (headline_line(headline), "lost")
        lines.append(Text.assemble(("headline ", "quiet"), said))
    return Group(*(line for line in lines if line.plain))


def _sources(reading: Reading) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=3)
    table.add_column(no_wrap=True)
    table.add_column(ratio=4)
    said = [statement.chain[-1] for statement in reading.statements if statement.chain]
    for source in sources_in_order(reading):
        number = said.count(source.id)
        table.add_row(
            Text(source.id, "id"),
            _name(source),
            Text(source.kind.value, "quiet"),
            dotted([described(source), count(number, "statement") if number else ""]),
        )
    return table


def _name(source: Source) -> Text:
    if source.naming is Naming.NAMED:
        return Text(named(source), "source")
    return Text.assemble((clean(source.name), "source"), (f" ({source.naming.value})", "unproven"))


def _statements(reading: Reading) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    ordered = in_reading_order(reading)
    for statement, depth in ordered:
        last = statement is ordered[-1][0]
        body = Group(
            _chain(reading, statement), Text(words(reading, statement)), _marks(reading, statement)
        )
        table.add_row(
            Text(statement.id, "id"), Padding(body, (0, 0, not last, 4 * min(depth, _DEEPEST)))
        )
    return table


def _chain(reading: Reading, statement: Statement) -> Text:
    sources = chain(reading, statement)
    names = [Text(clean(reading.article.publisher or ""), "quiet")]
    names += [Text(named(source), "outlet") for source in sources[:-1]]
    names.append(_name(sources[-1]) if sources else Text(NOBODY, "unproven"))
    line = chained(names)
    if statement.cue:
        line.append("  " + clean(reading.words((statement.cue,))), "cue")
    return line


def _marks(reading: Reading, statement: Statement) -> Text:
    polarity = statement.polarity.value
    coloured = Text(polarity, "quiet" if statement.polarity is Polarity.ASSERTED else polarity)
    hedges = ", ".join(f"“{clean(reading.words((span,)))}”" for span in statement.hedges)
    return dotted(
        [
            statement.quotation.value,
            coloured,
            statement.kind.value if statement.kind is not Kind.COMMUNICATION else "",
            statement.basis.value if statement.basis is not Basis.UNSTATED else "",
            f"hedged by {hedges}" if hedges else "",
            f"{statement.confidence:.0%} sure",
        ]
    )


def _checks(reading: Reading) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for check in reading.checks:
        what = about(reading, check.about)
        table.add_row(
            Text(OUTCOMES[check.outcome], "source"),
            Group(
                dotted([f"by {checker(reading, check.by)}", f"about {what}" if what else ""]),
                Text(clean(reading.words((check.evidence,)))),
            ),
        )
    return table
