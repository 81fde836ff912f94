"""How many origins stand independently on one side of a claim, and of each whether that is shown.

Two origins are independent as far as the texts show it: a publisher's own article spoke to the one,
another's to the other. What is known only through another outlet's report, or found by a publisher
that found another one too, may go back to the same source.
"""

from collections.abc import Iterable, Sequence

from firsthand.linking.origins import Root
from firsthand.linking.sources import Known
from firsthand.model.reading import SourceKind


def counts(roots: Iterable[Root]) -> tuple[int, int, int]:
    """(best, at least, at most) of independent origins on one side.

    A holder with whom a publisher's own article spoke counts by itself. What is known only through
    another outlet's report counts once an outlet: how many it spoke to is not seen. An outlet that
    gives no source counts only where nothing better does, and so do all of those together who say
    something near the claim and not the claim. A document that a publisher saw beside somebody whom
    it heard may be from that one, and the words of somebody with a name are that one's wherever
    they are given to somebody unnamed.
    """
    held = _sorted(roots)
    if not held:
        return 0, 0, 0
    counted = _counted(held)
    groups: list[set[str]] = []
    alone = 0
    for r in counted:
        contacts = {h.contact for h in r.holders if h.contact} | {
            v.outlets[-1] for v in r.voices if v.outlets
        }
        if r.own or not contacts:
            alone += 1
            continue
        joined = [g for g in groups if g & contacts]
        groups = [g for g in groups if not g & contacts] + [contacts.union(*joined)]
    best = max(1, alone + len(groups)) if _firm(held) else 1
    return best, max(1, min(len(_shown(counted)), best)), max(best, len(held))


def standing(root: Root, roots: Iterable[Root], *, named: str | None) -> str | None:
    """Whether the texts show that an origin is independent of the others on its side (`roots`), and
    why; None where there are no others. `named` is the outlet that its reason gives."""
    held = _sorted(roots)
    if len(held) < 2:
        return None
    shown = _shown(_counted(held))
    if root in shown:
        return f"independent: {named if named in root.own else min(root.own)} heard it itself"
    unsettled = "independence not established: "
    if root.best.known is Known.OUTLET:
        return f"{unsettled}{root.best.name} gives no source"
    if _firm(held) and not _is_firm(root):
        return f"{unsettled}it says something near the claim, where others say the claim"
    if root.echo:
        return f"{unsettled}somebody with a name is quoted with the same words"
    if root.own:
        both = next((r.own & root.own for r in shown if r.own & root.own), frozenset())
        by = f"{min(both or root.own)} heard " + ("others too" if both else "of it by a document")
        return f"{unsettled}{by}"
    if named:
        return f"{unsettled}it is known only through {named}"
    return f"{unsettled}no text says who heard it"


def _sorted(roots: Iterable[Root]) -> list[Root]:
    return sorted(roots, key=lambda r: r.holders)


def _counted(held: Sequence[Root]) -> list[Root]:
    heard = {
        article
        for r in held
        if r.own and not _paper(r)
        for article in {v.article for v in r.voices if v.strong and not v.outlets}
    }
    return [
        r
        for r in (_firm(held) or held)
        if r.established
        and not r.echo
        and not (_paper(r) and {v.article for v in r.voices if v.strong} <= heard)
    ]


def _firm(held: Iterable[Root]) -> list[Root]:
    return [r for r in held if _is_firm(r)]


def _is_firm(root: Root) -> bool:
    return any(v.firm and v.strong for v in root.voices)


def _paper(root: Root) -> bool:
    """Whether it is documents alone."""
    kinds = {v.root.kind for v in root.voices if v.root and v.strong}
    return kinds == {SourceKind.DOCUMENT}


def _shown(counted: Iterable[Root]) -> list[Root]:
    """Origins of which no publisher's own article heard two: those are independent."""
    found: list[Root] = []
    for r in counted:
        if r.own and not any(r.own & other.own for other in found):
            found.append(r)
    return found
