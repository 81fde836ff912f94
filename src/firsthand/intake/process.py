"""The parent's side of the parser: one child, kept over many pages, killed when one hangs."""

import atexit
import json
import os
import subprocess
import sys
import threading
from functools import cache
from typing import Any

from firsthand.model.errors import InputError

PAGES = 1000
"""Pages after which a new child is started: libxml2 keeps each name of a tag that it has seen."""


class Parser:
    """A child that answers one job at a time; started at the first, restarted after a kill."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[str] | None = None
        self._jobs = 0
        self._owner = os.getpid()
        self._lock = threading.Lock()

    def answer(self, job: dict[str, Any], *, name: str, seconds: float) -> dict[str, Any]:
        """The child's answer; raises InputError for a problem it reports, and for a page that takes
        longer than `seconds` or ends the child."""
        with self._lock:
            answer = self._exchange({**job, "seconds": seconds}, name=name, seconds=seconds)
            if answer.get("restart") or self._jobs >= PAGES:
                self._stop()
        if "problem" in answer:
            advice = answer.get("advice", "save the article's text and read that")
            raise InputError(name, answer["problem"], advice)
        return answer

    def close(self) -> None:
        """Ends the child, in the process that started it and not in a fork of that."""
        if os.getpid() == self._owner:
            with self._lock:
                self._stop()

    def _exchange(self, job: dict[str, Any], *, name: str, seconds: float) -> dict[str, Any]:
        child = self._running()
        hung = threading.Event()

        def give_up() -> None:
            hung.set()
            child.kill()

        timer = threading.Timer(seconds, give_up)
        timer.start()
        try:
            assert child.stdin and child.stdout
            child.stdin.write(json.dumps(job) + "\n")
            child.stdin.flush()
            line = child.stdout.readline()
        except OSError:
            line = ""
        except BaseException:
            self._stop()  # Else the next page would get this one's answer.
            raise
        finally:
            timer.cancel()
        if line.endswith("\n") and not hung.is_set():
            found: dict[str, Any] = json.loads(line)
            return found
        self._stop()
        problem = f"took more than {seconds:g} s to parse" if hung.is_set() else "ended its parser"
        raise InputError(name, problem, "save the article's text and read that")

    def _running(self) -> subprocess.Popen[str]:
        if self._child is None or self._child.poll() is not None:
            self._child, self._jobs = _start(), 0
        self._jobs += 1
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()


def parser() -> Parser:
    """The parser of this process; a fork has its own."""
    return _parser_of(os.getpid())


@cache
def _parser_of(pid: int) -> Parser:
    made = Parser()
    atexit.register(made.close)
    return made


def _start() -> subprocess.Popen[str]:
    path = os.pathsep.join(place for place in sys.path if place)
    return subprocess.Popen(
        # -P: the folder that firsthand is called in is no place to import from.
        [sys.executable, "-P", "-m", "firsthand.intake.parser"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        encoding="ascii",
        start_new_session=True,
    )
