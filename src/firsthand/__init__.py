"""firsthand: who says so, and how do they know?

Heavy parts load when they are first asked for, so that `import firsthand` is instant.
"""

from importlib import import_module
from typing import Any

from firsthand.model.version import VERSION as __version__

_PUBLIC = {
    "Article": "firsthand.model.article",
    "Reading": "firsthand.model.reading",
    "Reader": "firsthand.reading.reader",
    "Ledger": "firsthand.ledger.store",
    "trace": "firsthand.linking.trace",
}

__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'firsthand' has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
