"""Heavy things load when a reader, a ledger or a page is made, so that starting is instant."""

import subprocess
import sys
import time

HEAVY = {
    "alembic", "charset_normalizer", "fastapi", "feedparser", "httpx", "jinja2", "lxml", "numpy",
    "onnxruntime", "psycopg", "py3langid", "pydantic", "sentencex", "spacy", "sqlalchemy",
    "starlette", "tokenizers", "trafilatura", "uvicorn",
}  # fmt: skip

IMPORT = "import firsthand"
HELP = """
import sys
sys.argv = ["firsthand", "--help"]
from firsthand.faces.cli import main
try:
    main()
except SystemExit as stop:
    assert not stop.code, stop.code
"""


def loaded(program: str) -> set[str]:
    """The top-level modules that are there after the program."""
    ask = "\nimport sys\nprint('\\n' + ' '.join({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", program + ask], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def best(program: str, *, of: int = 5) -> float:
    """Seconds of the fastest run, an interpreter's start included."""
    times = []
    for _ in range(of):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - began)
    return min(times)


def test_importing_the_package_loads_nothing_heavy() -> None:
    modules = loaded(IMPORT)
    assert "firsthand" in modules
    assert modules & (HEAVY | {"typer", "click", "rich"}) == set()


def test_help_loads_nothing_heavy() -> None:
    modules = loaded(HELP)
    assert "firsthand" in modules
    assert modules & HEAVY == set()


def test_the_public_names_are_all_there_when_they_are_asked_for() -> None:
    import firsthand

    public = {name: getattr(firsthand, name) for name in firsthand.__all__}
    assert set(public) == {"__version__", "Article", "Ledger", "Reader", "Reading", "trace"}
    assert all(callable(thing) for name, thing in public.items() if name != "__version__")


def test_importing_takes_a_few_bare_starts_of_python_at_most() -> None:
    # Promised: 0.15 s where a bare start takes 0.02; a ratio holds on a busy machine too.
    assert best(IMPORT) < 8 * best("pass")


def test_help_takes_a_score_of_bare_starts_of_python_at_most() -> None:
    # Promised: 0.3 s where a bare start takes 0.02.
    assert best(HELP) < 20 * best("pass")
