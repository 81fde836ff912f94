"""Files that pages need: style, script, fonts, libraries. They are read once, and no path that
somebody sends ever reaches the disk."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
_STYLES = ("page.css", "trace.css", "audit.css")
"""Of the pages that need no server; their marks look the same here."""


@cache
def held() -> dict[str, tuple[bytes, str]]:
    """Path below /static/ → its bytes and what they are."""
    root = files("firsthand.faces.web") / "static"
    found = dict(_walked(root, ""))
    shared = files("firsthand.faces") / "templates"
    styles = [(shared / name).read_bytes() for name in _STYLES]
    found["site.css"] = b"\n".join([*styles, found["site.css"]])
    return {path: (data, _TYPES["." + path.rsplit(".", 1)[1]]) for path, data in found.items()}


@cache
def stamped(path: str) -> str:
    """The address of a file, which changes when the file does."""
    return f"/static/{path}?{sha256(held()[path][0]).hexdigest()[:12]}"


def _walked(folder: Traversable, before: str) -> "list[tuple[str, bytes]]":
    found = []
    for each in folder.iterdir():
        if each.is_dir():
            found += _walked(each, f"{before}{each.name}/")
        elif "." + each.name.rsplit(".", 1)[-1] in _TYPES:
            found.append((before + each.name, each.read_bytes()))
    return found
