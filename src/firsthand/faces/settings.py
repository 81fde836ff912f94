"""What the environment and the global flags say, read once and handed down as one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO

from firsthand.model.errors import UsageError

PLAIN_WIDTH = 100
"""Columns of a table that goes to a file or a pipe."""

NARROWEST = 40

_AUTHORS = ("FIRSTHAND_BY", "LOGNAME", "USER", "USERNAME")
"""Where the name of whoever judges is looked for, the login name under its usual three."""


class Colour(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Settings:
    """`ledger` is the default of --ledger (None: none); `width` is in columns (None: the
    terminal's own, or PLAIN_WIDTH where there is none); `author` is who judges (None: nobody
    knows); `threads` is the number of processor cores that reading may use (0: all); `token` lets
    programs write over the API of `serve` (None: one is made)."""

    ledger: str | None = None
    colour: Colour = Colour.AUTO
    width: int | None = None
    author: str | None = None
    threads: int = 0
    token: str | None = None

    def colourful(self, stream: TextIO) -> bool:
        """Whether words on this stream may carry colour."""
        if self.colour is Colour.AUTO:
            return stream.isatty()
        return self.colour is Colour.ALWAYS


def settings(
    environ: Mapping[str, str],
    *,
    colour: Colour | None = None,
    width: int | None = None,
    threads: int | None = None,
) -> Settings:
    """Flags win over the environment. NO_COLOR is the convention of no-color.org.

    Raises UsageError for a value that can't be understood.
    """
    return Settings(
        ledger=environ.get("FIRSTHAND_LEDGER") or None,
        colour=colour or _colour(environ),
        width=_width(width if width is not None else environ.get("FIRSTHAND_WIDTH")),
        author=next((name for key in _AUTHORS if (name := environ.get(key))), None),
        threads=_threads(threads if threads is not None else environ.get("FIRSTHAND_THREADS")),
        token=environ.get("FIRSTHAND_TOKEN") or None,
    )


def _colour(environ: Mapping[str, str]) -> Colour:
    asked = environ.get("FIRSTHAND_COLOUR")
    if asked:
        try:
            return Colour(asked)
        except ValueError:
            raise UsageError(
                f"FIRSTHAND_COLOUR is {asked!r}; set it to auto, always or never"
            ) from None
    plain = environ.get("NO_COLOR") or environ.get("TERM") == "dumb"
    return Colour.NEVER if plain else Colour.AUTO


def _width(asked: int | str | None) -> int | None:
    if asked is None or asked == "":
        return None
    try:
        return max(NARROWEST, int(asked))
    except ValueError:
        raise UsageError(f"FIRSTHAND_WIDTH is {asked!r}; set it to a number of columns") from None


def _threads(asked: int | str | None) -> int:
    try:
        return max(0, int(asked or 0))
    except ValueError:
        raise UsageError(
            f"FIRSTHAND_THREADS is {asked!r}; set it to a number of processor cores, 0 for all"
        ) from None
