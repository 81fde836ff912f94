"""The rooms and their doors: who may import what, read from the source tree."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "firsthand"
ROOMS = ["model", "intake", "reading", "linking", "ledger", "faces"]

# A library is translated in one room and nowhere else.
DOORS = {
    "trafilatura": "intake",
    "lxml": "intake",
    "htmldate": "intake",
    "feedparser": "intake",
    "protego": "intake",
    "fastwarc": "intake",
    "charset_normalizer": "intake",
    "py3langid": "intake",
    "babel": "linking",
    "onnxruntime": "reading",
    "tokenizers": "reading",
    "sqlalchemy": "ledger",
    "alembic": "ledger",
    "sqlite3": "ledger",
    "psycopg": "ledger",
    "fastapi": "faces",
    "pydantic": "faces",
    "python_multipart": "faces",
    "starlette": "faces",
    "uvicorn": "faces",
    "typer": "faces",
    "click": "faces",
    "rich": "faces",
    "jinja2": "faces",
    "spacy": "faces",
}
GATE = "intake/url.py"
# Whatever opens a connection.
SOCKETS = [
    "aiohttp", "asyncio", "ftplib", "http.client", "httpcore", "httpx", "requests", "smtplib",
    "socket", "socketserver", "ssl", "urllib.request", "urllib3", "webbrowser", "xmlrpc",
]  # fmt: skip
# Library functions that fetch behind the caller's back.
FETCHERS = re.compile(
    r"\b(fetch_url|fetch_response|urlopen|urlretrieve|from_pretrained|hf_hub_download)\b"
)

# Declared, and needed by a library that we import rather than by an import of ours.
INDIRECT = {"lxml_html_clean"}


@dataclass(frozen=True)
class Import:
    """One import of one file: `intake/url.py:7 httpx`."""

    file: str
    line: int
    module: str

    @property
    def room(self) -> str | None:
        """The importing file's room; None in the package root."""
        return self.file.split("/")[0] if "/" in self.file else None

    def within(self, package: str) -> bool:
        return self.module == package or self.module.startswith(package + ".")


def sources() -> dict[str, str]:
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def imports(file: str, text: str) -> Iterator[Import]:
    """Every imported module, those inside functions too; `from a import b` names a and a.b."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (Import(file, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield Import(file, node.lineno, module)
            yield from (Import(file, node.lineno, f"{module}.{a.name}") for a in node.names)


IMPORTS = [found for file, text in sources().items() for found in imports(file, text)]


def test_imports_inside_functions_are_seen() -> None:
    text = "def fetch():\n    from urllib import request\n    import httpx\n"
    assert [(i.line, i.module) for i in imports("intake/url.py", text)] == [
        (2, "urllib"), (2, "urllib.request"), (3, "httpx"),
    ]  # fmt: skip


def test_the_tree_holds_these_rooms_and_no_others() -> None:
    folders = {p.name for p in PACKAGE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders == set(ROOMS)
    assert [p.name for p in PACKAGE.glob("*.py")] == ["__init__.py"]


def test_a_room_imports_only_from_itself_and_the_rooms_before_it() -> None:
    assert not [i for i in IMPORTS if i.room and i.within("firsthand") and not _allowed(i)]


def _allowed(found: Import) -> bool:
    """False for the package root: `import firsthand` and `from firsthand import x`."""
    assert found.room
    return any(found.within(f"firsthand.{room}") for room in ROOMS[: ROOMS.index(found.room) + 1])


def test_imports_are_absolute() -> None:
    assert not [i for i in IMPORTS if i.module.startswith(".")]


def test_the_model_needs_the_standard_library_alone() -> None:
    inner = [i for i in IMPORTS if i.room == "model"]
    assert {i.module.split(".")[0] for i in inner} - sys.stdlib_module_names <= {"firsthand"}


def test_only_the_gate_opens_connections() -> None:
    connecting = [i for i in IMPORTS if any(i.within(s) for s in SOCKETS)]
    assert {i.file for i in connecting} <= {GATE}


def test_nothing_fetches_behind_the_gates_back() -> None:
    assert not [file for file, text in sources().items() if FETCHERS.search(text)]


def test_a_library_is_used_in_its_own_room() -> None:
    assert not [
        (found, owner)
        for found in IMPORTS
        for library, owner in DOORS.items()
        if found.within(library) and found.room != owner
    ]


def test_everything_but_its_component_and_its_export_does_without_spacy() -> None:
    with_it = {"faces/spacy_component.py", "faces/spacy_doc.py", "faces/export/docbin.py"}
    modules = ["spacy", *(f"firsthand.{f[:-3].replace('/', '.')}" for f in with_it)]
    assert {i.file for i in IMPORTS if any(i.within(m) for m in modules)} == with_it


def test_everything_but_parquet_does_without_pyarrow() -> None:
    assert {i.file for i in IMPORTS if i.within("pyarrow")} == {
        "faces/export/parquet_tables.py",
        "intake/parquet.py",
    }


def test_everything_but_the_pages_does_without_a_web_framework() -> None:
    framework = ["fastapi", "pydantic", "python_multipart", "starlette", "uvicorn"]
    modules = [*framework, "firsthand.faces.web"]
    outside = {i.file for i in IMPORTS if any(i.within(m) for m in modules)}
    assert {f for f in outside if not f.startswith("faces/web/")} == {"faces/commands/serve.py"}


def test_a_file_is_named_after_what_it_holds() -> None:
    assert {Path(f).stem for f in sources()}.isdisjoint(
        {"utils", "util", "helpers", "common", "misc"}
    )


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    imported = {i.module.split(".")[0] for i in IMPORTS} - sys.stdlib_module_names - {"firsthand"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = names(project["dependencies"])
    optional = project["optional-dependencies"]
    extras = [line for name, lines in optional.items() if name != "test" for line in lines]
    assert imported - names(extras) <= needed
    assert needed - imported == INDIRECT


def names(requirements: list[str]) -> set[str]:
    """Import names of requirement lines: `charset-normalizer>=3.3` is charset_normalizer."""
    return {re.split(r"[\[<>=!~; ]", line)[0].replace("-", "_") for line in requirements}
