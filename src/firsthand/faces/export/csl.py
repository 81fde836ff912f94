"""The articles as CSL-JSON (https://docs.citationstyles.org/, csl-data.json)."""

import json
from collections.abc import Iterator
from datetime import date

from firsthand.faces.environment import web_address
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import clean
from firsthand.model.article import Article
from firsthand.model.contract import Json


def pieces(selection: Selection) -> Iterator[str]:
    yield "["
    between = "\n"
    for reading in selection.readings():
        yield between + json.dumps(_item(reading.article), ensure_ascii=False)
        between = ",\n"
    yield "\n]\n"


def _item(a: Article) -> Json:
    """Authors stay as the page has them: what is first name and what last isn't guessed."""
    issued = published_on(a)
    known = {
        "title": clean(a.title or ""),
        "author": [{"literal": clean(name)} for name in a.authors],
        "container-title": clean(a.publisher or ""),
        "URL": web_address(a.url),
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]} if issued else None,
        "language": a.language,
    }
    item: Json = {"id": a.id, "type": "article-newspaper"}
    return item | {key: value for key, value in known.items() if value}


def published_on(a: Article) -> date | None:
    """The day of publication; None where it isn't an ISO date."""
    try:
        return date.fromisoformat((a.published or "")[:10])
    except ValueError:
        return None
