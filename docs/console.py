"""Run the marked examples of the documents, and compare or keep what they print.

    python docs/console.py            exits 1 when a document shows what isn't printed any more
    python docs/console.py --write    keeps what is printed now

A fenced block of `console` or `python` is run when the line before it is `<!-- run -->`. The blocks
of one document run in order, in one folder that holds a copy of `examples`. Only standard output
is shown.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARKED = re.compile(
    r"(?P<head><!-- run -->\n```(?P<language>console|python)\n)(?P<body>.*?)(?P<tail>^```$)",
    re.DOTALL | re.MULTILINE,
)
ENVIRONMENT = {"FIRSTHAND_WIDTH": "96", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}


def documents() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def replayed(document: str) -> str:
    """The document with what its marked examples print today.

    Raises subprocess.CalledProcessError, with the example's standard error, when one fails.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        return MARKED.sub(lambda found: _block(found, folder), document)


def _block(found: re.Match[str], folder: Path) -> str:
    body = found["body"]
    if found["language"] == "python":
        _output([sys.executable, "-c", body], folder)
    else:
        commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
        body = "".join(f"$ {command}\n{_output(command, folder)}" for command in commands)
    return found["head"] + body + found["tail"]


def _output(command: str | list[str], folder: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=folder,
        env=os.environ | ENVIRONMENT | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.strip("\n").splitlines())


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--write", action="store_true", help="keep what is printed now")
    args = ap.parse_args()
    stale = 0
    for path in documents():
        shown = path.read_text(encoding="utf-8")
        try:
            now = replayed(shown)
        except subprocess.CalledProcessError as error:
            sys.exit(f"{path.name}: {error.cmd} ended with {error.returncode}:\n{error.stderr}")
        if now != shown:
            stale += not args.write
            print(f"{path.name}: {'written' if args.write else 'shows something else'}")
            if args.write:
                path.write_text(now, encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
