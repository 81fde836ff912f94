"""brat standoff read back: the folder or zip that `export --format brat` made, or one .ann file."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from firsthand.faces.annotated.marks import Mark, Marked, Place
from firsthand.faces.export.anchor import Quote, quote
from firsthand.faces.export.brat import ATTRIBUTES, Bound, bound
from firsthand.model.errors import InputError
from firsthand.model.span import Span

_LINE: Final = re.compile(
    r"(?P<id>[A-Z#*]\d*)\t(?P<name>\S+)(?: (?P<rest>[^\t]*))?(?:\t(?P<note>.*))?"
)
_NOTE: Final = re.compile(r"(\S+) · ")
"""What an exported note begins with: the statement's id."""


def read(path: Path, articles: Mapping[str, str]) -> Iterator[Marked | InputError]:
    """`articles` are ids by the file names that an export gives them."""
    for folder, stem in _files(path):
        file = folder / f"{stem}.ann"
        try:
            if stem not in articles:
                raise InputError(str(file), "the ledger holds no article that is exported so")
            beside = folder / f"{stem}.txt"
            # As bytes: read as text, two characters at the end of a line would become one.
            text = beside.read_bytes().decode() if beside.is_file() else None
            yield marked(file.read_bytes().decode(), articles[stem], text)
        except UnicodeDecodeError:
            yield InputError(str(file), "isn't UTF-8; save it as brat does")
        except InputError as error:
            yield error if error.name != "brat" else InputError(str(file), error.problem)


def _files(path: Path) -> Iterator[tuple[Path | zipfile.Path, str]]:
    """Where each .ann file is, and its name without that."""
    if path.is_file() and path.suffix == ".ann":
        yield path.parent, path.stem
        return
    folder = path if path.is_dir() else zipfile.Path(path)
    names = [file.name for file in folder.iterdir() if file.name.endswith(".ann")]
    yield from ((folder, name.removesuffix(".ann")) for name in sorted(names))


def marked(lines: str, article: str, text: str | None) -> Marked:
    """`text` None: places are known by their words alone. Raises InputError for a broken line."""
    parts = {part.id: part for part in bound(lines.split("\n"))}
    ids: dict[str, str] = {}
    choices: dict[str, dict[str, str]] = {}
    joined: dict[tuple[str, str], str] = {}
    for line in lines.split("\n"):
        found = _LINE.fullmatch(line.rstrip("\r"))
        if found is None or line.startswith("T"):
            continue
        name, rest = found["name"], (found["rest"] or "").split(" ")
        if name in ATTRIBUTES and len(rest) == 2:
            choices.setdefault(rest[0], {})[name.lower()] = rest[1].lower()
        elif name == "AnnotatorNotes" and (said := _NOTE.match(found["note"] or "")):
            ids[rest[0]] = said[1]
        elif name in ("Credits", "Says") and len(rest) == 2:
            ends = dict(end.partition(":")[::2] for end in rest)
            joined[ends.get("Arg2", ""), name] = ends.get("Arg1", "")

    def beside(id: str, relation: str) -> Place | None:
        part = parts.get(joined.get((id, relation), ""))
        return _hull(part, text) if part else None

    marks = tuple(
        Mark(
            id=ids.get(id),
            content=tuple(_places(part, text)),
            cue=beside(id, "Credits"),
            mention=beside(id, "Says"),
            choices=choices.get(id, {}),
        )
        for id, part in parts.items()
        if part.type == "Content"
    )
    return Marked(article, marks, whole=True, around=True)


def _places(part: Bound, text: str | None) -> Iterator[Place]:
    at = 0
    for start, end in part.spans:
        words = part.words[at : at + end - start]
        at += end - start + 1
        yield Place(quote(text, (start, end)) if text else Quote(words), (start, end))


def _hull(part: Bound, text: str | None) -> Place:
    """A cue or mention over several lines is one place."""
    span: Span = part.spans[0][0], part.spans[-1][1]
    if text:
        return Place(quote(text, span), span)
    return Place(Quote(part.words), span)
