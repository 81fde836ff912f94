"""What stands before every page: who may call it by which name, how much may be sent, and what a
browser is told about what comes back."""

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from firsthand.faces.web.adding import MOST_BYTES

MOST_SENT = MOST_BYTES + 1_000_000
"""Bytes of a request; what a form needs beside its file is little."""

HEADERS = {
    # Nothing is loaded from elsewhere, and nothing in a page can send anything anywhere.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
        "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class TooMuch(Exception):
    """More was sent than is taken; it never leaves this file."""


class Guard:
    """An ASGI application around another.

    A name that somebody else's site may point at this machine is refused: through it, that site's
    pages could read these (DNS rebinding). Addresses in figures can't be pointed anywhere.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = ()):
        self._app = app
        self._hosts = {"localhost", *(host.casefold() for host in hosts)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        began = False

        async def sent(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                found = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    found.setdefault(name, value)
            await send(message)

        refusal = self._refusal(headers)
        if refusal is not None:
            await refusal(scope, receive, sent)
            return
        try:
            await self._app(scope, _limited(receive), sent)
        except TooMuch:
            if began:
                raise
            await _too_much()(scope, receive, sent)

    def _refusal(self, headers: Headers) -> PlainTextResponse | None:
        if not self._known(headers.get("host", "")):
            return PlainTextResponse(
                "This name isn't one that firsthand serve answers to; "
                "say --allow-host NAME if it should be.\n",
                400,
            )
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length) > MOST_SENT:
            return _too_much()
        return None

    def _known(self, host: str) -> bool:
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        name = name.removeprefix("[").removesuffix("]").casefold()
        if name in self._hosts:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True


def _too_much() -> PlainTextResponse:
    return PlainTextResponse(f"More than {MOST_SENT:,} bytes were sent.\n", 413)


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_SENT:
            raise TooMuch
        return message

    return limited
