"""Words inside of XML: escaped, without the characters that XML 1.0 has no place for (2.2)."""

import re
from xml.sax.saxutils import escape, quoteattr

_NO_PLACE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def attribute(value: str | float) -> str:
    """The value in its quotation marks."""
    plain = _NO_PLACE.sub("\N{REPLACEMENT CHARACTER}", str(value))
    return quoteattr(plain, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def content(value: str | float) -> str:
    plain = _NO_PLACE.sub("\N{REPLACEMENT CHARACTER}", str(value))
    return escape(plain, {"\r": "&#13;"})
