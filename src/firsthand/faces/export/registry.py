"""The formats, one line each. A format's module loads when something is written in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from firsthand.model.errors import UsageError

if TYPE_CHECKING:
    from firsthand.faces.export.selection import Selection

Pieces = Iterable[str] | Iterable[bytes]
"""A file in the pieces in which it is written."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way out.

    `extension` is that of the one file, or of each where `several` are made: then they go into a
    folder or a zip. `streams`: articles are not held in memory. `claim`: made of a claim only.
    `text`: can't be made without the articles' texts. `binary`: nothing for a terminal. `extra`:
    the library that it is written with, and the extra of firsthand that brings it.
    """

    name: str
    holds: str
    media: str
    extension: str
    module: str
    several: bool = False
    streams: bool = True
    claim: bool = False
    text: bool = False
    binary: bool = False
    extra: tuple[str, str] | None = None

    def pieces(self, selection: "Selection") -> Pieces:
        """The one file of a format that makes one."""
        pieces: Pieces = self._module().pieces(selection)
        return pieces

    def files(self, selection: "Selection") -> Iterator[tuple[str, Pieces]]:
        """Names and contents, for a format that makes several; each is to be used up before the
        next is asked for."""
        files: Iterator[tuple[str, Pieces]] = self._module().files(selection)
        return files

    def check(self) -> None:
        """Raises UsageError where the library that the format needs isn't installed."""
        if self.extra is not None and find_spec(self.extra[0]) is None:
            library, extra = self.extra
            raise UsageError(
                f"--format {self.name}: {library} isn't installed; pip install 'firsthand[{extra}]'"
            )

    def _module(self) -> Any:
        return import_module(f"firsthand.faces.export.{self.module}")


FORMATS: Final = {
    format.name: format
    for format in (
        Format("csv", "tables", "text/csv", "csv", "csv_tables", several=True),
        Format("tsv", "tables", "text/tab-separated-values", "tsv", "tsv_tables", several=True),
        Format("parquet", "tables", "application/vnd.apache.parquet", "parquet",
               "parquet_tables", several=True, binary=True, extra=("pyarrow", "parquet")),
        Format("datasette", "tables in one SQLite file, for Datasette",
               "application/vnd.sqlite3", "db", "datasette", several=True, binary=True),
        Format("jsonl", "readings and traces, a line each", "application/jsonl", "jsonl", "jsonl"),
        Format("prov", "provenance, W3C PROV-JSON", "application/json", "json", "prov",
               streams=False),
        Format("schemaorg", "schema.org claims and quotations, JSON-LD", "application/ld+json",
               "jsonld", "schemaorg", streams=False),
        Format("annotation", "W3C Web Annotations", "application/ld+json", "jsonld",
               "annotation"),
        Format("brat", "brat standoff", "text/plain", "ann", "brat", several=True),
        Format("label-studio", "Label Studio tasks", "application/json", "json", "label_studio",
               several=True, text=True),
        Format("docbin", "spaCy Docs with spans", "application/octet-stream", "spacy", "docbin",
               streams=False, text=True, binary=True, extra=("spacy", "spacy")),
        Format("graphml", "a graph, for Gephi and others", "application/graphml+xml", "graphml",
               "graphml", streams=False),
        Format("gexf", "a graph, for Gephi", "application/gexf+xml", "gexf", "gexf",
               streams=False),
        Format("ftm", "FollowTheMoney entities and statements", "application/json+ftm", "json",
               "ftm", several=True),
        Format("stix", "a STIX 2.1 bundle", "application/stix+json;version=2.1", "json", "stix"),
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
