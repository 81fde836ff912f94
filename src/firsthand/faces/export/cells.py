"""What may stand in a cell of a table, and how to get back what stood there before.

Two rules, the same for CSV and TSV, undone by `plain`:

1. Backslash, line breaks, tabs and control characters are written as in JSON (`\\\\`, `\\n`, `\\t`,
   `\\u2028`), so that a row is a line for whatever reads it.
2. A cell that a spreadsheet would take for a formula (its first visible character is = + - @ or a
   full-width form of these), and one that begins with a quotation mark of the format, white space
   or ', gets ' in front.

After OWASP, "CSV Injection"; https://www.iana.org/assignments/media-types/text/tab-separated-values
forbids tabs and line breaks in a field.
"""

import re
from typing import Final

_SHORT: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Whatever str.splitlines, a terminal or a spreadsheet may take for the end of a line.
_BREAKING = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BROKEN = re.compile(r"\\(u[0-9a-f]{4}|[\\nrt])")
_RISKY = re.compile("[\\s\u200b-\u200f\u2060\ufeff]|[=+\\-@'\"＝＋－＠]")


def cell(text: str | None) -> str:
    """The cell of this text; None and "" are empty alike."""
    if not text:
        return ""
    flat = _BREAKING.sub(_escaped, text)
    return f"'{flat}" if _RISKY.match(flat) else flat


def plain(cell: str) -> str:
    """The text that stood there."""
    return _BROKEN.sub(_unescaped, cell.removeprefix("'"))


def _escaped(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _unescaped(found: re.Match[str]) -> str:
    if found[1][0] == "u":
        return chr(int(found[1][1:], 16))
    return {short[1:]: char for char, short in _SHORT.items()}[found[1]]
