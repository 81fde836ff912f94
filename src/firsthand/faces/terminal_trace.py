"""A trace on the terminal: the count, then the tree from origins to articles, then what is open."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from firsthand.faces.difference import Piece, difference
from firsthand.faces.outline import Branch, Outline, Root, outline
from firsthand.faces.terminal import dotted
from firsthand.faces.wording import CHAIN, SIDES, clean, count, day, denial_line, support_line
from firsthand.model.trace import Judgement, Link, Loss, Trace


def print_trace(console: Console, trace: Trace, *, words: Mapping[str, str] | None = None) -> None:
    """`words` are the articles' own wordings of the claim, by article id."""
    shown = outline(trace, words)
    for part in _parts(trace, shown):
        console.print(part)
    console.print()


def _parts(trace: Trace, shown: Outline) -> Iterator[RenderableType]:
    yield Text(clean(trace.claim.text), "title")
    yield Text(support_line(trace), "number")
    yield Text(denial_line(trace), "number" if trace.independent_denial else "quiet")
    for side, roots in shown.roots:
        yield Text("\n" + SIDES[side], "head")
        yield from (_root(root) for root in roots)
    if shown.unrecorded:
        yield Text("\nLineage not recorded", "head")
        yield _unrecorded(shown.unrecorded)
    if shown.circles:
        yield Text("\nCircles", "head")
        yield Text("These cite each other: no origin is established by it.", "quiet")
        yield from (Text("  " + " → ".join([*c, c[0]])) for c in shown.circles)
    if shown.open:
        yield Text("\nNot settled", "head")
        yield from (_open(*each) for each in shown.open)


def _root(root: Root) -> Tree:
    origin = root.origin
    contact = f"spoke to {clean(origin.contact)}" if origin.contact else ""
    head = Text.assemble(("● ", "outlet"), dotted([Text(clean(origin.name), "source"), contact]))
    reason = Padding(Text(clean(origin.reason), "quiet"), (0, 0, 0, 2))
    return _grown(Tree(Group(head, reason), guide_style="quiet"), root.branches)


def _unrecorded(branches: Iterable[Branch]) -> Tree:
    head = Text("○ These lead to no origin, and raise no count.", "quiet")
    return _grown(Tree(head, guide_style="quiet"), branches)


def _grown(tree: Tree, branches: Iterable[Branch]) -> Tree:
    for branch in branches:
        _grown(tree.add(_article(branch)), branch.below)
    return tree


def _article(branch: Branch) -> RenderableType:
    article = branch.article
    head = Text.assemble(
        (day(article.published) or "undated", "quiet"),
        "  ",
        (clean(article.publisher or article.id), "outlet"),
        "  ",
        clean(article.title or ""),
    )
    if branch.again:
        return head.append("  (above)", "quiet")
    stance = article.stance.value + (", hedged" if article.hedged else "")
    via = CHAIN.join(clean(name) for name in article.via)
    lines: list[RenderableType] = [head, dotted([stance, f"via {via}" if via else ""])]
    if branch.link:
        lines.append(Text(_reason(branch.link), "quiet"))
    if branch.words:
        lines.append(Text(f"“{branch.words}”"))
    if article.lost:
        lines.append(_losses(article.lost))
    return Group(*lines)


def _reason(link: Link) -> str:
    perhaps = "perhaps " if link.judgement is Judgement.UNSURE else ""
    return f"{perhaps}{link.kind.value.replace('_', ' ')}: {clean(link.reason)}"


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


def _open(source: str, target: str, link: Link) -> Padding:
    return Padding(
        Text.assemble(
            (source, "outlet"),
            " and ",
            (target, "outlet"),
            f"  {_reason(link)}",
        ),
        (0, 0, 0, 2),
    )


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
