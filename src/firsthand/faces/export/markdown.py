"""The dossier as Markdown (CommonMark), for an editor's mail or notes."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from firsthand.faces.export.dossier import Dossier, Entry, dossiers
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import SIDES, clean, credited, day, denial_line, support_line
from firsthand.model.trace import Origin

# Also what GitHub adds to CommonMark: addresses that become links by themselves, @names, $sums$.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|!$#@^]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def pieces(selection: Selection) -> Iterator[str]:
    for dossier in dossiers(selection):
        yield "\n".join(_lines(dossier)) + "\n"


def plain(text: str) -> str:
    """One line of Markdown that shows these words and does nothing else; never a line's start."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], clean(text))


def _lines(d: Dossier) -> Iterator[str]:
    yield f"# Claim: {plain(d.trace.claim.text)}\n"
    yield f"- {plain(support_line(d.trace))}"
    yield f"- {plain(denial_line(d.trace))}\n"
    yield "This says who says so and how they know. It never says whether the claim is true.\n"
    for side, title in SIDES.items():
        if origins := d.origins(side):
            yield f"## {title}\n"
            yield from _listed(_origin(origin) for origin in origins)
    yield "## Articles, in order of publication\n"
    for number, entry in enumerate(d.entries, start=1):
        yield from _entry(number, entry)
    for title, told in (("Circles", d.circles), ("Not settled", d.unsettled)):
        if told:
            yield f"## {title}\n"
            yield from _listed(plain(each) for each in told)
    yield f"Made by {plain(d.made_by)}."


def _origin(o: Origin) -> str:
    contact = f", spoke to {plain(o.contact)}" if o.contact else ""
    return f"**{plain(o.name)}**{contact}: {plain(o.reason)}"


def _entry(number: int, e: Entry) -> Iterator[str]:
    a = e.article
    who = plain(a.publisher or a.id)
    yield f"### {number}. {plain(day(a.published)) or 'undated'}, {who}: {plain(a.title or a.id)}\n"
    if e.words:
        yield f"> “{plain(e.words)}”\n"
    yield from _listed(_facts(e))


def _facts(e: Entry) -> Iterator[str]:
    a = e.article
    if e.address:
        yield f"<{quote(e.address, safe=':/?&=%+,;@$()!*~#')}>"
    yield a.stance.value
    if a.via:
        yield plain(credited(a))
    yield f"goes back to {plain('; '.join(e.origins))}" if e.origins else "lineage not recorded"
    yield from (f"rests {plain(each)}" for each in e.rests_on)
    yield from (f"lost {plain(each)}" for each in e.lost)
    for chain, words, told in e.statements:
        yield f"{plain(chain)}: “{plain(words)}” ({plain(told)})"
    yield from (f"check by {plain(each)}" for each in e.checks)


def _listed(items: Iterable[str]) -> Iterator[str]:
    yield from (f"- {item}" for item in items)
    yield ""
