"""The child process that parses pages and feeds: one JSON object a line in, one a line out."""

import json
import os
import sys
from typing import Any

MEMORY = 2 << 30
"""Bytes of address space; a page at the limits needs about 0.5 GB."""


def serve() -> None:
    """Answers each line of standard input until it ends."""
    # What a library prints must not end up among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    for line in sys.stdin:
        answers.write(json.dumps(_answer(json.loads(line))) + "\n")
        answers.flush()


def _answer(job: dict[str, Any]) -> dict[str, Any]:
    _limit(job["seconds"])
    try:
        if job["kind"] == "page":
            from firsthand.intake.page import page

            return page(job["html"], url=job["url"])
        if job["kind"] == "declared":
            from firsthand.intake.page import declared

            return declared(job["html"])
        if job["kind"] == "fragment":
            from firsthand.intake.items import paragraphs

            return {"text": paragraphs(job["html"])}
        data = job["data"].encode("latin-1")
        if job["kind"] == "newsml":
            from firsthand.intake.newsml_items import newsml_items

            return newsml_items(data)
        if job["kind"] == "opml":
            from firsthand.intake.outlines import outlines

            return outlines(data)
        from firsthand.intake.items import items

        return items(data)
    except MemoryError:
        return {"problem": "needs more memory to parse than firsthand allows", "restart": True}
    except RecursionError:
        return {"problem": "is nested too deeply to parse"}
    except Exception as error:  # A fault of a parsing library on a broken page ends that page only.
        return {"problem": f"could not be parsed ({type(error).__name__})", "restart": True}


def _limit(seconds: float) -> None:
    """A processor time limit for this job, should the parent be gone, and the memory limit."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + 5
    for what, limit in ((resource.RLIMIT_CPU, most), (resource.RLIMIT_AS, MEMORY)):
        hard = resource.getrlimit(what)[1]
        if hard == resource.RLIM_INFINITY or hard >= limit:
            try:
                resource.setrlimit(what, (limit, hard))
            except (OSError, ValueError):  # macOS refuses limits on address space.
                continue


if __name__ == "__main__":
    serve()
