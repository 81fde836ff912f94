"""One line on stderr that says how far a long run has come; on a terminal only."""

import sys
from time import monotonic
from typing import TextIO

from firsthand.faces.wording import clean

_BETWEEN = 0.1
"""Seconds between two drawings: a terminal is slower than the reader."""

_WIDTH = 79


class Progress:
    """Counts articles and redraws its line. Nothing is drawn for the first article, when `quiet`,
    nor when the stream isn't a terminal."""

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None):
        self._stream = stream or sys.stderr
        self._shown = not quiet and self._stream.isatty()
        self._began = monotonic()
        self._drawn = 0.0
        self._dirty = False
        self.count = 0

    def step(self, name: str) -> None:
        """One article more has been read, of this name."""
        self.count += 1
        now = monotonic()
        if not self._shown or self.count < 2 or now - self._drawn < _BETWEEN:
            return
        rate = self.count / max(now - self._began, 1e-3)
        line = f"{self.count} articles read · {rate:.1f} a second · {clean(name)}"
        self._stream.write("\r\x1b[2K" + line[:_WIDTH])
        self._stream.flush()
        self._drawn, self._dirty = now, True

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self._dirty:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._dirty = False
