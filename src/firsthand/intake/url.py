"""The one gate to the network: a URL → bytes.

A name is resolved once, all its addresses are checked, one is pinned and connected to, and so
again at each redirect, so that no name can lead into the network that firsthand runs in.
"""

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from firsthand.intake.options import IntakeOptions
from firsthand.intake.provenance import now
from firsthand.model.errors import InputError
from firsthand.model.version import VERSION

if TYPE_CHECKING:
    import httpx

REDIRECTS = 5
READ_SECONDS = 10.0
ADVICE = "check the address, or save the page and read the file"
HEADERS = {
    "User-Agent": f"firsthand/{VERSION}",
    "Accept": "text/html, application/rss+xml, application/atom+xml, application/xml, */*",
}
Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered: `url` after redirects, `encoding` None where none is declared,
    `fetched` when, ISO 8601 in UTC."""

    data: bytes
    url: str
    encoding: str | None
    fetched: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered to the question for what is new, whatever it was.

    `data` is empty but for status 200. `moved` is where it has moved for good (None: it has not).
    `etag` and `modified` are what to ask with the next time. `wait`: seconds for which the server
    wants to be left alone (None: it doesn't say).
    """

    status: int
    reason: str
    data: bytes
    moved: str | None
    etag: str | None
    modified: str | None
    wait: float | None
    fetched: str


class Refused(Exception):
    """An address that must not be fetched; it never leaves this file."""


def fetch(
    url: str,
    *,
    options: IntakeOptions = IntakeOptions(),
    transport: "httpx.BaseTransport | None" = None,
) -> Fetched:
    """Fetches one page within the limits of `options`; `transport` stands in for the network in
    tests. Raises InputError for what can't be reached, is refused, is too large or too slow."""
    with _answered(url, {}, options=options, transport=transport) as response:
        if response.is_error:
            status = f"{response.status_code} {response.reason_phrase}".strip()
            raise InputError(url, f"the server answered {status}", ADVICE)
        data = _body(response, url=url, options=options)
        return Fetched(data, str(response.url), response.charset_encoding, now())


def ask(
    url: str,
    *,
    etag: str | None = None,
    modified: str | None = None,
    options: IntakeOptions = IntakeOptions(),
    transport: "httpx.BaseTransport | None" = None,
) -> Answer:
    """Asks whether there is something new since the answer with this `etag` and `modified`. Raises
    InputError for what can't be reached, is refused, is too large or too slow."""
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in conditions.items() if value}
    with _answered(url, headers, options=options, transport=transport) as response:
        found = response.status_code == 200
        return Answer(
            status=response.status_code,
            reason=response.reason_phrase,
            data=_body(response, url=url, options=options) if found else b"",
            moved=_moved(response),
            etag=response.headers.get("etag"),
            modified=response.headers.get("last-modified"),
            wait=_wait(response.headers.get("retry-after")),
            fetched=now(),
        )


@contextmanager
def _answered(
    url: str,
    headers: Mapping[str, str],
    *,
    options: IntakeOptions,
    transport: "httpx.BaseTransport | None",
) -> "Iterator[httpx.Response]":
    """The response to a GET, its body still to be read. Raises InputError, also for what goes wrong
    inside."""
    import httpx

    gate = transport or pinned(allow_private=options.allow_private)
    timeout = httpx.Timeout(min(READ_SECONDS, options.fetch_seconds))
    deadline = _Deadline(options.fetch_seconds)
    try:
        with (
            deadline,
            httpx.Client(
                transport=gate,
                follow_redirects=True,
                max_redirects=REDIRECTS,
                headers={**HEADERS, **headers},
                timeout=timeout,
                trust_env=False,
            ) as client,
            client.stream("GET", url, extensions={"trace": deadline.trace}) as response,
        ):
            yield response
    except Refused as error:
        raise InputError(url, str(error), "save the page and read the file") from None
    except httpx.TimeoutException:
        raise InputError(url, "can't be reached: the server is too slow", ADVICE) from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, OSError, ValueError) as error:
        if deadline.passed:
            problem = f"took more than {options.fetch_seconds:g} s"
            raise InputError(url, problem, ADVICE) from None
        reason = " ".join(str(error).split()) or type(error).__name__
        raise InputError(url, f"can't be reached ({reason})", ADVICE) from None


class _Deadline:
    """Ends the connection when the time is over: a server that sends a byte of its head now and
    then keeps every single read within its own limit."""

    def __init__(self, seconds: float):
        self.passed = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Called by the client with what it does."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")
            if self.passed:
                self._end()

    def _end(self) -> None:
        self.passed = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _moved(response: "httpx.Response") -> str | None:
    """Where every redirect on the way was for good."""
    for_good = (301, 308)
    moved = response.history and all(each.status_code in for_good for each in response.history)
    return str(response.url) if moved and response.status_code in (200, 304) else None


def _wait(header: str | None) -> float | None:
    """The seconds in a Retry-After, which gives them or a date; None for what is neither."""
    if not header:
        return None
    if header.strip().isdecimal():
        return float(header.strip()[:9])
    try:
        until = parsedate_to_datetime(header)
    except (ValueError, TypeError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _body(response: "httpx.Response", *, url: str, options: IntakeOptions) -> bytes:
    ends = time.monotonic() + options.fetch_seconds
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > options.max_bytes:
            raise InputError(url, f"sends more than {options.max_bytes:,} bytes", ADVICE)
        if time.monotonic() > ends:
            raise InputError(url, f"took more than {options.fetch_seconds:g} s", ADVICE)
    return bytes(data)


def pinned(
    *,
    allow_private: bool = False,
    resolve: Resolve | None = None,
    inner: "httpx.BaseTransport | None" = None,
) -> "httpx.BaseTransport":
    """A transport that connects to a checked address only; the name stays in Host and in TLS."""
    import httpx

    class Pinned(httpx.BaseTransport):
        def __init__(self) -> None:
            self._inner = inner or httpx.HTTPTransport(trust_env=False)

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            host = request.url.host
            port = request.url.port or (443 if request.url.scheme == "https" else 80)
            found = (resolve or addresses)(host, port)
            for address in found:
                if not allow_private and not is_public(address):
                    raise Refused(f"leads to {address}, an address that is not public")
            if not found:
                raise Refused(f"has no address for {host}")
            # A request of its own: redirects are resolved against the URL of the one given here.
            pinned_request = httpx.Request(
                request.method,
                request.url.copy_with(host=found[0]),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
            return self._inner.handle_request(pinned_request)

        def close(self) -> None:
            self._inner.close()

    return Pinned()


def addresses(host: str, port: int) -> list[str]:
    """All addresses of a name, in the system's order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether this is an address of the public Internet, those wrapped in IPv6 forms unwrapped."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
