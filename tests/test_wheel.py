"""What is published: the source archive, the wheel made from it, and the command that it installs,
with the source tree out of reach."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1_000_000

ARTICLE = (
    "KESSARY — The port was closed on Sunday, the harbour master said.\n\n"
    "“No ship came in,” he told the Kessary Leader. A spokesman for the ministry denied it.\n"
)

pytestmark = pytest.mark.slow


def hatchling(kind: str, *, tree: Path, into: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into)],
        cwd=tree,
        check=True,
        capture_output=True,
    )
    return next(into.glob("*.tar.gz" if kind == "sdist" else "*.whl"))


@dataclass(frozen=True)
class Published:
    sdist: Path
    wheel: Path
    installed: Path
    """Where the wheel's files are, beside nothing else."""

    def firsthand(self, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        """Run the installed command."""
        return self.python(self.installed / "bin" / "firsthand", *arguments)

    def python(self, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        """-S keeps the interpreter from the paths of the development install."""
        libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
        return subprocess.run(
            [sys.executable, "-S", *arguments],
            cwd=self.installed,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(self.installed), *libraries])},
            capture_output=True,
            encoding="utf-8",
        )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("published")
    sdist = hatchling("sdist", tree=ROOT, into=folder / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    tree = next((folder / "unpacked").iterdir())
    wheel = hatchling("wheel", tree=tree, into=folder / "wheel")
    installed = folder / "installed"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--target", installed, wheel], check=True)
    return Published(sdist, wheel, installed)


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_holds_every_file_of_the_package(published: Published) -> None:
    source = ROOT / "src"
    kept = {
        path.relative_to(source).as_posix()
        for path in (source / "firsthand").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert kept - set(names(published.wheel)) == set()


def test_the_wheel_holds_the_bundled_articles_and_the_licence(published: Published) -> None:
    held = names(published.wheel)
    articles = {
        f"firsthand/_examples/articles/{p.name}" for p in (ROOT / "examples/articles").iterdir()
    }
    assert articles
    assert articles - set(held) == set()
    assert [name for name in held if name.endswith("licenses/LICENSE")]


def test_the_model_weighs_thirty_megabytes_at_most(published: Published) -> None:
    with zipfile.ZipFile(published.wheel) as archive:
        weights = [
            i for i in archive.infolist() if i.filename.startswith("firsthand/reading/weights/")
        ]
    assert 5 * MEGABYTE < sum(i.file_size for i in weights) <= 30 * MEGABYTE


def test_the_source_archive_holds_the_project_and_no_leftovers(published: Published) -> None:
    with tarfile.open(published.sdist) as archive:
        held = [name.split("/", 1)[1] for name in archive.getnames()]
    assert {"pyproject.toml", "README.md", "LICENSE", "Makefile", "tests/test_wheel.py"} <= set(
        held
    )
    leftovers = (".venv/", "__pycache__", ".db", "training/runs/", ".pt", ".whl")
    assert [name for name in held if any(part in name for part in leftovers)] == []


def test_the_source_tree_is_out_of_reach(published: Published) -> None:
    done = published.python("-c", "import firsthand; print(firsthand.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(published.installed)


def test_the_installed_command_reads_an_article(published: Published, tmp_path: Path) -> None:
    article = tmp_path / "closed.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    done = published.firsthand("read", "--format", "jsonl", article)
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    assert reading["reader"]["version"] == published.wheel.name.split("-")[1]
    assert reading["article"]["id"] == "closed"
    assert reading["article"]["text"] == ARTICLE
    said = [ARTICLE[start:end] for s in reading["statements"] for start, end in s["content"]]
    assert any("No ship came in" in words for words in said)


def test_the_installed_command_shows_its_demo(published: Published, tmp_path: Path) -> None:
    done = published.firsthand("demo", "--ledger", tmp_path / "demo.db")
    assert done.returncode == 0, done.stderr
    assert "Kessary" in done.stdout


def test_the_installed_package_knows_its_version(published: Published) -> None:
    done = published.firsthand("--version")
    version = published.wheel.name.split("-")[1]
    assert done.stdout.strip() == f"firsthand {version}"
