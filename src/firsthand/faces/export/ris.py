"""The articles as RIS, line by line as Zotero, EndNote and others read it."""

from collections.abc import Iterator

from firsthand.faces.environment import web_address
from firsthand.faces.export.csl import published_on
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import clean
from firsthand.model.article import Article


def pieces(selection: Selection) -> Iterator[str]:
    for reading in selection.readings():
        yield "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(reading.article))
        yield "ER  - \r\n\r\n"


def _fields(a: Article) -> Iterator[tuple[str, str]]:
    issued = published_on(a)
    fields = [
        ("TI", a.title),
        *(("AU", name) for name in a.authors),
        ("T2", a.publisher),
        ("DA", f"{issued:%Y/%m/%d}/" if issued else None),
        ("PY", f"{issued:%Y}" if issued else None),
        ("UR", web_address(a.url)),
        ("LA", a.language),
        ("ID", a.id),
    ]
    yield "TY", "NEWS"
    # A value is one line, whatever the page put into it.
    yield from ((tag, clean(value)) for tag, value in fields if value and clean(value))
