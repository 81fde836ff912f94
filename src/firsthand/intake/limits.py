"""The gate before any HTML parser: one pass over a page that counts what makes parsers hang.

It follows the tokenizer of the HTML standard (quotes mean something only after "=", scripts and
comments hold no tags) and never goes back, so that its time is linear in the page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.model.errors import InputError


@dataclass(frozen=True, slots=True)
class PageLimits:
    """Far above real pages, which rarely pass 20,000 tags, 60 attributes a tag and 100 levels.
    libxml2 gives up below 256 levels."""

    characters: int = 10_000_000
    tags: int = 60_000
    attributes: int = 500
    depth: int = 250


TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][^\s/>]*+))")
ATTRIBUTE = re.compile(
    r"[\s/]*+(?:(>)|=?[^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)?)"
)
RAW = {
    name: re.compile(rf"(?i)</{name}(?=[\s/>])")
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
CLOSED_BY_NEXT = frozenset(
    "html head body p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt".split()
)


def check_page(html: str, *, name: str, limits: PageLimits = PageLimits()) -> None:
    """Raises InputError for a page that a parser may hang on."""
    if len(html) > limits.characters:
        raise _too_much(name, "characters", limits.characters)
    depth = 0
    open_tags: Counter[str] = Counter()
    for tags, (closing, tag, attributes) in enumerate(_tags(html, limits.attributes), 1):
        if attributes > limits.attributes:
            raise _too_much(name, "attributes on one tag", limits.attributes)
        if closing and open_tags[tag]:
            open_tags[tag] -= 1
            depth -= 1
        elif not closing and tag not in VOID and tag not in CLOSED_BY_NEXT:
            open_tags[tag] += 1
            depth += 1
        if tags > limits.tags:
            raise _too_much(name, "tags", limits.tags)
        if depth > limits.depth:
            raise _too_much(name, "tags inside each other", limits.depth)


def _tags(html: str, most: int) -> Iterator[tuple[bool, str, int]]:
    """(closing, name in lower case, number of attributes) of each tag, in page order."""
    at = 0
    while found := TAG.search(html, at):
        at = found.end()
        if found.group(2) is None:
            at = html.find("-->", at)
            if at < 0:
                return
            continue
        tag = found.group(2).lower()
        attributes, at = _attributes(html, at, most)
        yield bool(found.group(1)), tag, attributes
        if tag in RAW and not found.group(1):
            end = RAW[tag].search(html, at)
            if end is None:
                return
            at = end.start()


def _attributes(html: str, at: int, most: int) -> tuple[int, int]:
    """How many attributes (counting stops above `most`), and where the tag ends."""
    count = 0
    while count <= most and (found := ATTRIBUTE.match(html, at)) and found.end() > at:
        at = found.end()
        if found.group(1):
            break
        count += 1
    return count, at


def _too_much(name: str, what: str, limit: int) -> InputError:
    return InputError(
        name,
        f"the page has more than {limit:,} {what}, which no article needs",
        "save its text and read that",
    )
