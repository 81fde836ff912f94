"""The page that an item of a feed links to, read in place of what the feed has of it.

As a robot ought to (RFC 9309): what a host's robots.txt asks not to fetch isn't fetched, and where
the host doesn't answer that question at all, nothing of it is.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from firsthand.intake.inputs import articles
from firsthand.intake.metadata import host
from firsthand.intake.options import IntakeOptions
from firsthand.model.article import Article
from firsthand.model.errors import InputError

if TYPE_CHECKING:
    from protego import Protego

AGENT = "firsthand"
MOST = 512_000
"""Bytes of a robots.txt that are looked at; RFC 9309 asks for this many."""


class LinkedPages:
    """Pages of many hosts. `pause` is called with the host before each question to it."""

    def __init__(self, options: IntakeOptions, *, pause: Callable[[str | None], None]):
        self._options, self._pause = options, pause
        self._robots: dict[str, Protego | None] = {}

    def of(self, url: str, item: Article | None) -> Article:
        """The page's article. What the page doesn't declare is the item's, where there is one; its
        id is the item's, so that it stays what it is in the feed. Raises InputError for a page that
        mustn't or can't be read."""
        if not self._allowed(url):
            raise InputError(url, "its host’s robots.txt asks not to fetch it", "")
        self._pause(host(url))
        found = next(articles([url], options=replace(self._options, tell=None)), None)
        if isinstance(found, InputError):
            raise found
        if found is None:
            raise InputError(url, "holds no article", "")
        if item is None:
            return found
        return replace(
            found,
            id=item.id,
            title=found.title or item.title,
            publisher=found.publisher or item.publisher,
            published=found.published or item.published,
            authors=found.authors or item.authors,
        )

    def forget(self) -> None:
        """What robots.txt files said: they are asked again."""
        self._robots.clear()

    def _allowed(self, url: str) -> bool:
        place = urljoin(url, "/robots.txt")
        if place not in self._robots:
            self._robots[place] = self._asked(place)
        rules = self._robots[place]
        return rules is not None and bool(rules.can_fetch(url, AGENT))

    def _asked(self, place: str) -> "Protego | None":
        """None where the host doesn't say: it is out of order, or can't be reached."""
        from protego import Protego

        from firsthand.intake.url import ask

        self._pause(host(place))
        try:
            answer = ask(place, options=self._options)
        except InputError:
            return None
        if answer.status >= 500 or answer.status == 429:
            return None
        said = answer.data[:MOST].decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(said)
