"""The formats, one line each. A format's module loads when something is written in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from firsthand.model.errors import UsageError

if TYPE_CHECKING:
    from firsthand.faces.export.selection import Selection

Pieces = Iterable[str]
"""A text in the pieces in which it is written."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way out.

    `extension` is that of the one file, or of each where `several` are made: then they go into a
    folder or a zip. `streams`: articles are not held in memory. `claim`: made of a claim only.
    """

    name: str
    holds: str
    media: str
    extension: str
    module: str
    several: bool = False
    streams: bool = True
    claim: bool = False

    def pieces(self, selection: "Selection") -> Iterator[str]:
        """The one file of a format that makes one."""
        pieces: Iterator[str] = self._module().pieces(selection)
        return pieces

    def files(self, selection: "Selection") -> Iterator[tuple[str, Pieces]]:
        """Names and contents, for a format that makes several; each is to be used up before the
        next is asked for."""
        files: Iterator[tuple[str, Pieces]] = self._module().files(selection)
        return files

    def _module(self) -> Any:
        return import_module(f"firsthand.faces.export.{self.module}")


FORMATS: Final = {
    format.name: format
    for format in (
        Format("csv", "tables", "text/csv", "csv", "csv_tables", several=True),
        Format("tsv", "tables", "text/tab-separated-values", "tsv", "tsv_tables", several=True),
        Format("jsonl", "readings and traces, a line each", "application/jsonl", "jsonl", "jsonl"),
        Format("prov", "provenance, W3C PROV-JSON", "application/json", "json", "prov",
               streams=False),
        Format("schemaorg", "schema.org claims and quotations, JSON-LD", "application/ld+json",
               "jsonld", "schemaorg", streams=False),
        Format("annotation", "W3C Web Annotations", "application/ld+json", "jsonld",
               "annotation"),
        Format("brat", "brat standoff", "text/plain", "ann", "brat", several=True),
        Format("graphml", "a graph, for Gephi and others", "application/graphml+xml", "graphml",
               "graphml", streams=False),
        Format("gexf", "a graph, for Gephi", "application/gexf+xml", "gexf", "gexf",
               streams=False),
        Format("csl-json", "the articles, for Zotero and citeproc",
               "application/vnd.citationstyles.csl+json", "json", "csl"),
        Format("ris", "the articles, for Zotero and others", "application/x-research-info-systems",
               "ris", "ris"),
        Format("markdown", "a dossier of one claim", "text/markdown", "md", "markdown",
               streams=False, claim=True),
        Format("html", "a dossier of one claim", "text/html", "html", "page", streams=False,
               claim=True),
    )
}  # fmt: skip


def find(name: str) -> Format:
    """Raises UsageError for a format that isn't there."""
    if name not in FORMATS:
        raise UsageError(f"--format {name}: no such format; choose one of {', '.join(FORMATS)}")
    return FORMATS[name]
