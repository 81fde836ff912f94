"""Bytes of plain text → what is read: decoded, newlines as \\n, nothing else touched."""

import codecs
import re

from firsthand.model.errors import InputError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARABLE = re.compile(
    r"utf-(?:8|16|32)(?:-[lb]e)?|iso8859-\d+|cp\d+|koi8-[ru]|big5\w*|gb\w+|shift_jis\w*"
    r"|euc_\w+|iso2022_\w+|mac-\w+|ascii"
)
"""Python's names of encodings of real texts; its punycode, idna and escapes are none, and slow."""
LATIN = frozenset(["ascii", "iso8859-1"])
"""Labels that the web uses for Windows-1252 (WHATWG Encoding Standard)."""
SIGNATURES = (
    (b"PK\x03\x04", "a ZIP or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
CONTROL_SHARE = 0.002
DETECT_BYTES = 200_000
LATIN_SHARE = 0.08
"""Below this share of bytes above ASCII a text is Western. charset-normalizer needs more of them:
it took English with a few curly quotation marks for Japanese, Russian and Polish."""
TITLE_LENGTH = 150


def decode(data: bytes, *, name: str, declared: str | None = None) -> str:
    """The text of `data`: byte order mark, UTF-8, the `declared` encoding, else the detected one.

    Raises InputError for nothing, for what is no text, and for an encoding that can't be told.
    """
    refuse_other_formats(data, name=name)
    text = _decoded(data, declared=declared)
    if text is None and b"\0" in data:
        raise _binary(name, "a binary file")
    if text is None:
        raise InputError(
            name,
            "is not valid UTF-8, and its encoding can't be told",
            "convert it to UTF-8",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or len(CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise _binary(name, "a binary file")
    if not text.strip():
        raise InputError(name, "is empty", "give a file with an article in it")
    return text


def title_of(text: str) -> str | None:
    """The headline: a short first line without a full stop, a blank line and a text after it."""
    first, _, rest = text.lstrip("\n").partition("\n")
    line = first.strip().lstrip("#").strip()
    blank, _, body = rest.partition("\n")
    headed = line and len(line) <= TITLE_LENGTH and line[-1] not in ".,;:" and line[:3] != "By "
    return line if headed and not blank.strip() and body.strip() else None


def refuse_other_formats(data: bytes, *, name: str) -> None:
    """Raises InputError for nothing and for bytes that begin like what is no text."""
    if not data:
        raise InputError(name, "is empty", "give a file with an article in it")
    if b"%PDF-" in data[:1024]:
        raise InputError(name, "is a PDF, not a text", "save its text (pdftotext) and read that")
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise _binary(name, what)


def _binary(name: str, what: str) -> InputError:
    return InputError(name, f"is {what}, not a text", "give text, HTML, a feed or JSONL")


def _decoded(data: bytes, *, declared: str | None) -> str | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    named = _declarable(declared)
    if b"\0" in data[:1000]:
        return _wide(data)
    if named and named.startswith("iso2022"):
        return _strictly(data, named)
    text = _strictly(data, "utf-8")
    if text is None and named:
        text = _strictly(data, named)
    if text is None and (detected := _detected(data)):
        text = _strictly(data, detected)
    return text


def _wide(data: bytes) -> str | None:
    """Text with NUL bytes is UTF-16, every other byte NUL while it is in Latin letters; or none."""
    low, high = data[0:1000:2].count(0), data[1:1000:2].count(0)
    if min(low, high) * 10 > max(low, high) or max(low, high) * 4 < min(len(data), 1000):
        return None
    return _strictly(data, "utf-16-le" if high > low else "utf-16-be")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _declarable(declared: str | None) -> str | None:
    try:
        found = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    return "cp1252" if found in LATIN else found if DECLARABLE.fullmatch(found) else None


def _detected(data: bytes) -> str | None:
    lenient = data.decode("utf-8", "replace")
    accents = [c for c in lenient if c > "\x7f"]
    broken = accents.count("\ufffd")
    if broken * 2 < len(accents):
        return None  # UTF-8 with broken bytes: read as anything else it would be mojibake.
    if len(accents) < LATIN_SHARE * len(data) and _strictly(data, "cp1252") is not None:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:DETECT_BYTES]).best()
    return best.encoding if best else None
