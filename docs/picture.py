"""Draw docs/claim.png: the page of the README's claim, as `firsthand serve` shows it in Chromium.

python docs/picture.py [CHROMIUM]
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote_plus

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CLAIM = "Corvane Foods is in talks to buy Ellory Dairies for 40 million crowns"
SIZE = {"width": 1440, "height": 1180}


def main() -> None:
    chromium = sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium"
    examples = ROOT / "examples"
    files = [examples / "articles", examples / "pages", *examples.glob("*.xml")]
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "news.db"
        program = [Path(sys.executable).parent / "firsthand"]
        add = [*program, "add", "--quiet", "--ledger", ledger, *files, examples / "articles.jsonl"]
        subprocess.run(add, check=True)
        serve = [*program, "serve", "--ledger", ledger, "--port", "0"]
        with subprocess.Popen(serve, stdout=subprocess.PIPE, encoding="utf-8") as server:
            try:
                assert server.stdout is not None
                address = server.stdout.readline().split()[0]
                _draw(f"{address}claim?q={quote_plus(CLAIM)}", chromium)
            finally:
                server.terminate()


def _draw(address: str, chromium: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=ROOT / "docs" / "claim.png")
        browser.close()


if __name__ == "__main__":
    main()
