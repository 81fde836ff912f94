"""Web archives of invented pages, written by hand so that they can be broken at a chosen place."""

import gzip

from tests.intake.conftest import page

OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def http(body: bytes, head: str = OK) -> bytes:
    return head.encode() + b"\r\n" + body


def record(
    block: bytes,
    *,
    url: str = "https://lisk.example/quay",
    kind: str = "response",
    length: int | None = None,
) -> bytes:
    size = len(block) if length is None else length
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-03-14T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash((url, kind))) % 10**12:012}>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def story(number: int) -> bytes:
    """A page of its own, captured from an address of its own."""
    html = page().replace("Quay shut", f"Quay {number} shut")
    return record(http(html.encode()), url=f"https://lisk.example/{number}")


INFO = record(b"software: invented\r\n", kind="warcinfo", url="urn:x")
REQUEST = record(b"GET /quay HTTP/1.1\r\nHost: lisk.example\r\n\r\n", kind="request")


def packed(*records: bytes) -> bytes:
    """One gzip member a record, as archives are."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
