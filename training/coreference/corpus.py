"""GUM's documents as texts with the clusters of their mentions (Zeldes 2017, OntoNotes style)."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Span = tuple[int, int]

BRACKET = re.compile(r"\((\d+)(\))?|(\d+)\)")


@dataclass(frozen=True, slots=True)
class Document:
    """`mentions` are half-open spans of code points of `text`, each with its cluster's number."""

    name: str
    text: str
    mentions: dict[Span, int]

    @property
    def genre(self) -> str:
        return self.name.split("_")[1]

    @property
    def clusters(self) -> list[frozenset[Span]]:
        found: dict[int, set[Span]] = {}
        for span, cluster in self.mentions.items():
            found.setdefault(cluster, set()).add(span)
        return [frozenset(c) for c in found.values()]


@dataclass(slots=True)
class _Growing:
    name: str
    text: str = ""
    opened: dict[int, list[int]] = field(default_factory=dict)
    mentions: dict[Span, int] = field(default_factory=dict)

    def line_break(self) -> None:
        self.text = self.text.rstrip(" ") + ("\n\n" if self.text else "")

    def token(self, form: str, misc: str, *, space: bool) -> None:
        start = len(self.text)
        self.text += form
        for opens, alone, closes in BRACKET.findall(_entity(misc)):
            if opens and not alone:
                self.opened.setdefault(int(opens), []).append(start)
            else:
                at = start if opens else self.opened[int(closes)].pop()
                self.mentions[at, len(self.text)] = int(opens or closes)
        self.text += " " * space


def documents(path: Path) -> Iterator[Document]:
    """The documents of a gzipped CoNLL-U file whose MISC column has `Entity=(1`, `1)`, `(1)`."""
    growing: _Growing | None = None
    joined_to = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if growing:
                    yield Document(growing.name, growing.text, growing.mentions)
                growing = _Growing(line.split("= ", 1)[1].strip())
            elif growing and line.strip() == "# newpar":
                growing.line_break()
                joined_to = 0
            elif line.startswith("# sent_id"):
                joined_to = 0
            elif growing and line[:1].isdigit():
                number, form, *_, misc = line.rstrip("\n").split("\t")
                if number.isdigit():
                    joined = int(number) < joined_to or "SpaceAfter=No" in misc
                    growing.token(form, misc, space=not joined)
                elif "-" in number:  # "Hale's", whose parts are on the lines below
                    joined_to = int(number.split("-")[1])
    if growing:
        yield Document(growing.name, growing.text, growing.mentions)


def _entity(misc: str) -> str:
    return next((p[7:] for p in misc.split("|") if p.startswith("Entity=")), "")
