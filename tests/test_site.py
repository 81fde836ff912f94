"""The documentation site, built as `make docs` builds it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("sphinx", reason="sphinx isn't installed; `make test` installs it")
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", "docs", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return out


@pytest.mark.slow
def test_every_page_is_built_and_reached_from_the_first(site: Path) -> None:
    pages = {p.stem for p in (ROOT / "docs").glob("*.md")}
    first = (site / "index.html").read_text(encoding="utf-8")
    assert {p for p in pages if not (site / f"{p}.html").exists()} == set()
    assert {p for p in pages - {"index"} if f'href="{p}.html"' not in first} == set()


@pytest.mark.slow
def test_the_site_asks_no_other_host_for_anything(site: Path) -> None:
    for page in site.glob("*.html"):
        html = page.read_text(encoding="utf-8")
        asked = re.findall(r'<(?:link|script|img|iframe)[^>]*(?:href|src)="(https?:[^"]+)"', html)
        assert asked == [], page.name
