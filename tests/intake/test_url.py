"""The one gate to the network, tried against a server of our own and a network of our invention."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from firsthand.intake.inputs import IntakeOptions, articles
from firsthand.intake.url import fetch, is_public, pinned
from firsthand.model.errors import InputError

STORY = "Quay shut for a week\n\nThe guard told the magazine that he was on the gate of the quay."


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/gone":
            self.send_error(404)
            return
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/story")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(STORY.encode() * (100 if self.path == "/large" else 1))

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    http = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}"
    http.shutdown()
    http.server_close()


PRIVATE = IntakeOptions(allow_private=True)


def test_a_page_is_fetched_through_a_redirect(server: str) -> None:
    (article,) = articles([f"{server}/moved"], options=PRIVATE)
    assert (article.text, article.url) == (STORY, f"{server}/story")


def test_private_addresses_are_refused(server: str) -> None:
    assert [str(error) for error in articles([f"{server}/story"])] == [
        f"{server}/story: leads to 127.0.0.1, an address that is not public; "
        "save the page and read the file"
    ]


def refusal(
    url: str, options: IntakeOptions = PRIVATE, transport: httpx.BaseTransport | None = None
) -> str:
    with pytest.raises(InputError) as refused:
        fetch(url, options=options, transport=transport)
    return str(refused.value)


def test_what_the_server_refuses_is_said(server: str) -> None:
    assert refusal(f"{server}/gone") == (
        f"{server}/gone: the server answered 404 Not Found; "
        "check the address, or save the page and read the file"
    )


def test_what_is_too_large_is_not_read_to_its_end(server: str) -> None:
    small = IntakeOptions(allow_private=True, max_bytes=1000)
    assert f"{server}/large: sends more than 1,000 bytes;" in refusal(f"{server}/large", small)


def test_what_can_not_be_reached_is_one_line() -> None:
    assert "http://127.0.0.1:1/: can't be reached (" in refusal("http://127.0.0.1:1/")
    assert "can't be reached (" in refusal("http://no-such-host.invalid/")
    assert "can't be reached (" in refusal("http://[")
    assert [str(error) for error in articles(["ftp://lisk.example/x"])] == [
        "ftp://lisk.example/x: firsthand doesn't fetch ftp; give an http or https address"
    ]


NETWORK = {
    "lisk.example": ["93.184.216.34"],
    "mixed.example": ["93.184.216.34", "10.0.0.5"],
    "inside.example": ["10.0.0.5"],
    "nowhere.example": [],
}


def invented(asked: list[str]) -> httpx.BaseTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(
            f"{request.url.host} {request.headers['host']} {request.extensions['sni_hostname']}"
        )
        if request.url.path == "/moved":
            return httpx.Response(302, headers={"Location": "http://inside.example/secret"})
        return httpx.Response(200, text="Shut.")

    return pinned(resolve=lambda host, port: NETWORK[host], inner=httpx.MockTransport(answer))


def test_the_address_that_was_checked_is_the_one_that_is_asked() -> None:
    asked: list[str] = []
    page = fetch("https://lisk.example/q", transport=invented(asked))
    assert page.url == "https://lisk.example/q"
    assert asked == ["93.184.216.34 lisk.example lisk.example"]


def test_a_redirect_is_checked_again() -> None:
    asked: list[str] = []
    said = refusal("http://lisk.example/moved", IntakeOptions(), invented(asked))
    assert "leads to 10.0.0.5, an address that is not public" in said
    assert len(asked) == 1


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    asked: list[str] = []
    assert "10.0.0.5" in refusal("http://mixed.example/", IntakeOptions(), invented(asked))
    assert "has no address" in refusal("http://nowhere.example/", IntakeOptions(), invented(asked))
    assert asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) == public
