"""The bundled corpus: where it lies, and which of its files are articles."""

from pathlib import Path
from typing import Final

from firsthand.model.errors import InputError

STORY: Final = "kessary-post"
"""The article whose reading the demo shows."""

CLAIM: Final = "Velmara's Interior Ministry closed the port of Kessary"
"""The claim that the demo traces."""

_NOT_ARTICLES = {"gold", "reviews", "README.md", "LICENSE"}


def corpus() -> Path:
    """The folder of the corpus: inside the installed package, or beside the source tree.

    Raises InputError when neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_examples", package.parents[1] / "examples"):
        if folder.is_dir():
            return folder
    raise InputError("demo", "the bundled corpus is missing", "install firsthand again")


def story() -> Path:
    return corpus() / "pages" / f"{STORY}.html"


def corpus_inputs() -> list[str]:
    """What to read of it: everything but its gold and what others wrote of its claims."""
    names = (path for path in corpus().iterdir() if not path.name.startswith("."))
    return [str(path) for path in sorted(names) if path.name not in _NOT_ARTICLES]
