"""What a round of `watch` brought, on the terminal: new articles, then claims that gained."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.faces.terminal import dotted
from firsthand.faces.watching import Round
from firsthand.faces.wording import clean, count, day, moment
from firsthand.linking.following import Gain
from firsthand.model.trace import Side, TracedArticle


def print_round(console: Console, done: Round, *, feeds: bool) -> None:
    """`feeds`: whether feeds were asked, and not a directory walked."""
    asked = count(done.asked, "feed" if feeds else "file")
    parts: list[str | Text] = [
        Text(moment(done.when), "head"),
        f"{asked} {'asked' if feeds else 'new or changed'}",
        f"{done.unchanged} unchanged" if done.unchanged else "",
        f"{done.left} not asked yet" if done.left else "",
        f"{done.failed} failed" if done.failed else "",
        f"{count(done.refused, 'item')} refused" if done.refused else "",
        Text(count(len(done.new), "new article") if done.new else "nothing new", "number"),
    ]
    console.print(dotted(parts))
    for new in done.new:
        line = dotted(
            [
                Text(clean(new.publisher or ""), "outlet"),
                day(new.published),
                Text(clean(new.title or new.id), "title"),
                count(new.statements, "statement"),
            ]
        )
        console.print(Padding(line, (0, 0, 0, 2)))
        if (new.url or new.id) != new.title:
            console.print(Padding(Text(clean(new.url or new.id), "id"), (0, 0, 0, 4)))


def print_gains(console: Console, gains: Iterable[Gain]) -> None:
    """Each claim as it is found."""
    first = True
    for gain in gains:
        if first:
            console.print(Text("Claims that gained something since they were looked at", "head"))
            first = False
        _print_gain(console, gain)


def _print_gain(console: Console, gain: Gain) -> None:
    before, after = gain.before, gain.after
    console.print(Padding(Text(f"“{clean(after.claim)}”", "title"), (0, 0, 0, 2)))
    for article in gain.articles:
        console.print(Padding(_article(article), (0, 0, 0, 4)))
    for origin in gain.origins:
        side = {Side.SUPPORTS: "supports it", Side.DENIES: "denies it"}.get(origin.side, "other")
        contact = f"spoke to {clean(origin.contact)}" if origin.contact else ""
        named = Text.assemble(("+ origin ", "quiet"), (clean(origin.name), "source"))
        console.print(Padding(dotted([named, side, contact]), (0, 0, 0, 4)))
    bounds = f" (at least {after.at_least}, at most {after.at_most})"
    counts = [
        _change(len(before.articles), len(after.articles), "article"),
        _change(before.support, after.support, "independent origin")
        + (bounds if after.at_least < after.at_most else ""),
        _change(before.denial, after.denial, "denying origin")
        if before.denial or after.denial
        else "",
    ]
    console.print(Padding(dotted(counts), (0, 0, 0, 4)))


def _article(article: TracedArticle) -> Text:
    outlet = clean(article.publisher or article.id)
    head = Text.assemble(("+ article ", "quiet"), (outlet, "outlet"))
    via = f"via {', '.join(clean(name) for name in article.via)}" if article.via else ""
    copied = f"copies {clean(article.copy_of)}" if article.copy_of else ""
    lineage = "" if article.origins else "lineage not recorded"
    return dotted([head, clean(article.title or ""), article.stance.value, via, copied, lineage])


def _change(before: int, after: int, noun: str) -> str:
    same = before == after
    return count(after, noun) + (", as before" if same else f" where there were {before}")
