"""A trace on the terminal: the count, then the tree from origins to articles, then what is open."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from firsthand.faces.difference import Piece, difference
from firsthand.faces.fields import answers
from firsthand.faces.judged import SHOWN
from firsthand.faces.outline import Branch, Outline, Root, outline
from firsthand.faces.said import Said
from firsthand.faces.terminal import dotted
from firsthand.faces.wording import (
    SIDES,
    because,
    clean,
    count,
    credited,
    day,
    denial_line,
    judgement_line,
    support_line,
)
from firsthand.ledger.rows import LinkJudgement
from firsthand.model.trace import Link, Loss, Trace

Judged = Mapping[str, LinkJudgement]


def print_trace(
    console: Console,
    trace: Trace,
    *,
    said: Said | None = None,
    judged: Judged = MappingProxyType({}),
    links: bool = False,
) -> None:
    """`judged`: what people hold of links; `links`: with every link, by its id."""
    shown = outline(trace, said)
    for part in _parts(trace, shown, judged, links):
        console.print(part)
    console.print()


def _parts(trace: Trace, shown: Outline, judged: Judged, links: bool) -> Iterator[RenderableType]:
    ids = judged if links else None
    yield Text(clean(trace.claim.text), "title")
    yield Text(support_line(trace), "number")
    yield Text(denial_line(trace), "number" if trace.independent_denial else "quiet")
    if trace.claim.fields:
        yield _fields(trace)
    for side, roots in shown.roots:
        yield Text("\n" + SIDES[side], "head")
        yield from (_root(root, ids) for root in roots)
    if shown.unrecorded:
        yield Text("\nLineage not recorded", "head")
        yield _unrecorded(shown.unrecorded, ids)
    if shown.circles:
        yield Text("\nCircles", "head")
        yield Text("These cite each other: no origin is established by it.", "quiet")
        yield from (Text("  " + " → ".join([*c, c[0]])) for c in shown.circles)
    if shown.open:
        yield Text("\nNot settled", "head")
        yield from (_pair(*each, judged.get(each[2].id), id=links) for each in shown.open)
    if shown.refused:
        yield Text("\nJudged no", "head")
        yield Text("These were links, and take no part any more.", "quiet")
        yield from (_pair(*each, judged.get(each[2].id), id=True) for each in shown.refused)


def _fields(trace: Trace) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for line in answers(trace):
        values = [Text.assemble(v.words, (f" ({v.articles})", "quiet")) for v in line.values]
        told = Text(" · ").join(values)
        if line.more:
            told.append(f" · {line.more} more", "quiet")
        table.add_row(Text(line.question, "quiet"), told)
    return Padding(table, (1, 0, 0, 0))


def _root(root: Root, ids: Judged | None) -> Tree:
    origin = root.origin
    contact = f"spoke to {clean(origin.contact)}" if origin.contact else ""
    head = Text.assemble(("● ", "outlet"), dotted([Text(clean(origin.name), "source"), contact]))
    lines = [Text(clean(origin.reason), "quiet")]
    if root.also:
        lines.append(Text("also in " + ", ".join(root.also), "quiet"))
    if root.answered:
        lines.append(Text("answered in " + ", ".join(root.answered), "quiet"))
    below = Padding(Group(*lines), (0, 0, 0, 2))
    return _grown(Tree(Group(head, below), guide_style="quiet"), root.branches, ids)


def _unrecorded(branches: Iterable[Branch], ids: Judged | None) -> Tree:
    head = Text("○ These lead to no origin, and raise no count.", "quiet")
    return _grown(Tree(head, guide_style="quiet"), branches, ids)


def _grown(tree: Tree, branches: Iterable[Branch], ids: Judged | None) -> Tree:
    for branch in branches:
        _grown(tree.add(_article(branch, ids)), branch.below, ids)
    return tree


def _article(branch: Branch, ids: Judged | None) -> RenderableType:
    """`ids`: show every link by its id, with these judgements; None: only what places it."""
    article = branch.article
    head = Text.assemble(
        (day(article.published) or "undated", "quiet"),
        "  ",
        (clean(article.publisher or article.id), "outlet"),
        "  ",
        clean(article.title or ""),
    )
    lines: list[RenderableType] = [head, dotted([article.stance.value, credited(article)])]
    if ids is not None:
        lines += [_tie(tie.link, tie.name, ids.get(tie.link.id)) for tie in branch.ties]
    elif branch.link:
        lines.append(Text(because(branch.link), "quiet"))
    if branch.words:
        lines.append(Text(f"“{branch.words}”"))
    if article.lost:
        lines.append(_losses(article.lost))
    return Group(*lines)


def _tie(link: Link, name: str, judged: LinkJudgement | None) -> Text:
    line = Text.assemble((link.id[:SHOWN], "id"), "  ", (name, "outlet"), "  ")
    line.append(because(link), "quiet")
    return line.append(f"; {judgement_line(judged)}") if judged else line


def _losses(losses: Iterable[Loss]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for loss in losses:
        before, after = difference(loss.before, loss.after)
        change = _pieces(before, "lost")
        change.append(" → ", "quiet")
        change.append_text(_pieces(after, "instead") if after else Text("left out", "quiet"))
        table.add_row(Text(f"lost {loss.what.value}", "lost"), change)
    return table


def _pieces(pieces: list[Piece], style: str) -> Text:
    return Text(" ").join(Text(p.words, style if p.changed else "") for p in pieces)


def _pair(
    source: str, target: str, link: Link, judged: LinkJudgement | None, *, id: bool
) -> Padding:
    line = Text(f"{link.id[:SHOWN]}  " if id else "", "id")
    line.append(source, "outlet").append(" and ").append(target, "outlet")
    line.append(f"  {because(link)}")
    if judged:
        line.append(f"; {judgement_line(judged)}", "number")
    return Padding(line, (0, 0, 0, 2))


def print_nothing(console: Console, query: str, *, articles: int) -> None:
    """What to say when no statement matches: what was searched, and what else can be tried."""
    if not articles:
        console.print(Text("The ledger holds no articles yet: firsthand add --ledger FILE INPUT…"))
        return
    console.print(Text(f"Nothing in {count(articles, 'article')} matches “{clean(query)}”."))
    console.print(
        Text(
            "Say the claim as a short sentence in the articles' own words, or look for words that "
            "occur with: firsthand statements WORDS --ledger FILE",
            "quiet",
        )
    )
