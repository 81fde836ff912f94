"""A small server of feeds on loopback: it answers as it is told, and remembers its visitors."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Lisk Leader</title>
<language>en</language>{items}</channel></rss>"""


def rss(*numbers: int) -> str:
    return RSS.format(
        items="".join(
            f"<item><guid>q{n}</guid><title>Quay {n} shut</title><description>The ferry office "
            f"said on Tuesday that quay {n} would stay shut for a week.</description></item>"
            for n in numbers
        )
    )


@dataclass
class Told:
    """What a path answers: status, body, headers; `hang`: seconds before it answers, `drip`: it
    sends a byte of its head at a time."""

    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    hang: float = 0.0
    drip: bool = False


@dataclass
class Feeds:
    base: str
    told: dict[str, Told] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"{self.base}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving() -> Iterator[Feeds]:
    feeds = Feeds("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {key.lower(): value for key, value in self.headers.items()}
            feeds.asked.append((self.path, headers))
            told = feeds.told.get(self.path, Told(404))
            time.sleep(told.hang)
            if told.drip:
                self._drip()
                return
            if told.headers.get("ETag") and headers.get("if-none-match") == told.headers["ETag"]:
                told = Told(304)
            self.send_response(told.status)
            for key, value in told.headers.items():
                self.send_header(key, value)
            body = told.body.encode()
            self.send_header("Content-Length", str(len(body)))
            with suppress(OSError):  # Who asked may have given up.
                self.end_headers()
                self.wfile.write(body)

        def _drip(self) -> None:
            try:
                for _ in range(100):
                    self.wfile.write(b"H")
                    self.wfile.flush()
                    time.sleep(0.05)
            except OSError:
                return

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    feeds.base = f"http://127.0.0.1:{server.server_port}"
    yield feeds
    server.shutdown()
    server.server_close()
