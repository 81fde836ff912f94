"""Where results go: standard output or a file, in UTF-8, quiet about a reader that went away."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from firsthand.faces.wording import clean
from firsthand.model.errors import UsageError


@contextmanager
def results(path: Path | None = None) -> Iterator[TextIO]:
    """The stream for results. Raises UsageError when `path` can't be written.

    A lone surrogate (JSON may carry one) leaves as the six characters of its JSON escape.
    """
    if path is None:
        yield from _standard_output()
        return
    try:
        stream = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UsageError(
            f"{path}: can't be written ({error.strerror}); give --output another name"
        ) from error
    with stream:
        yield stream


def _standard_output() -> Iterator[TextIO]:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would raise again when Python closes the stream at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def complain(message: object) -> None:
    """One line on stderr, whatever the message holds."""
    print("firsthand: " + clean(str(message)), file=sys.stderr, flush=True)
