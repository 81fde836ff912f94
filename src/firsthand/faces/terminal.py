"""Where tables are drawn: one console for a terminal, a pipe or a file."""

import re
from collections.abc import Iterable
from typing import Any, TextIO, cast

from rich.console import Console
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from firsthand.faces.settings import PLAIN_WIDTH, Settings
from firsthand.faces.wording import CHAIN

# The sixteen colours that a reader's own terminal theme defines, so that light and dark both work.
_STYLES = {
    "title": Style(bold=True),
    "head": Style(bold=True, color="cyan"),
    "quiet": Style(dim=True),
    "id": Style(dim=True),
    "outlet": Style(color="cyan"),
    "source": Style(bold=True),
    "unproven": Style(color="magenta", italic=True),
    "cue": Style(italic=True, dim=True),
    "denied": Style(color="red"),
    "uncertain": Style(color="yellow"),
    "lost": Style(color="red"),
    "instead": Style(bold=True),
    "number": Style(bold=True),
}


def console(stream: TextIO, settings: Settings) -> Console:
    """A console that never asks the environment again and never marks words up by itself."""
    colourful = settings.colourful(stream)
    width = settings.width or (None if stream.isatty() else PLAIN_WIDTH)
    return Console(
        file=stream if colourful else cast(TextIO, _Trimmed(stream)),
        width=width,
        force_terminal=colourful,
        color_system="standard" if colourful else None,
        no_color=not colourful,
        theme=Theme(_STYLES),
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


class _Trimmed:
    """A stream without the spaces that tables leave at the ends of lines."""

    def __init__(self, stream: TextIO):
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(re.sub(r" +$", "", text, flags=re.MULTILINE))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def dotted(parts: Iterable[str | Text]) -> Text:
    """Parts on one line, with points between; empty ones are left out."""
    return _joined((p if isinstance(p, Text) else Text(p, "quiet") for p in parts if p), " · ")


def chained(names: Iterable[Text]) -> Text:
    return _joined((name for name in names if name.plain), CHAIN)


def _joined(parts: Iterable[Text], between: str) -> Text:
    # Text.join would lend its separator's style to the parts as well.
    line = Text()
    for part in parts:
        if line.plain:
            line.append(between, "quiet")
        line.append_text(part)
    return line
