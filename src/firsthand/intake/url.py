"""The one gate to the network: a URL → bytes.

A name is resolved once, all its addresses are checked, one is pinned and connected to, and so
again at each redirect, so that no name can lead into the network that firsthand runs in.
"""

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.intake.options import IntakeOptions
from firsthand.intake.provenance import now
from firsthand.model.errors import InputError

if TYPE_CHECKING:
    import httpx

REDIRECTS = 5
READ_SECONDS = 10.0
ADVICE = "check the address, or save the page and read the file"
Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered: `url` after redirects, `encoding` None where none is declared,
    `fetched` when, ISO 8601 in UTC."""

    data: bytes
    url: str
    encoding: str | None
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
    import httpx

    gate = transport or pinned(allow_private=options.allow_private)
    headers = {"User-Agent": "firsthand", "Accept": "text/html, application/xml, text/plain, */*"}
    timeout = httpx.Timeout(min(READ_SECONDS, options.fetch_seconds))
    try:
        with (
            httpx.Client(
                transport=gate,
                follow_redirects=True,
                max_redirects=REDIRECTS,
                headers=headers,
                timeout=timeout,
                trust_env=False,
            ) as client,
            client.stream("GET", url) as response,
        ):
            if response.is_error:
                status = f"{response.status_code} {response.reason_phrase}".strip()
                raise InputError(url, f"the server answered {status}", ADVICE)
            data = _body(response, url=url, options=options)
            return Fetched(data, str(response.url), response.charset_encoding, now())
    except Refused as error:
        raise InputError(url, str(error), "save the page and read the file") from None
    except httpx.TimeoutException:
        raise InputError(url, "can't be reached: the server is too slow", ADVICE) from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise InputError(url, f"can't be reached ({reason})", ADVICE) from None


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
