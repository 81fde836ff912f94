"""One OPML document → the feeds that it lists. Runs where it can be killed: see process.py."""

from typing import Any

from firsthand.intake.xml import Refused, local, parsed


def outlines(data: bytes) -> dict[str, Any]:
    """{"feeds": [address, title or None] of each outline with an address, at any depth and each
    address once}, or {"problem", "advice"} for what is no OPML with feeds."""
    try:
        root = parsed(data)
    except Refused as error:
        return {"problem": str(error), "advice": "export the list of feeds again"}
    if local(root).lower() != "opml":
        return {"problem": "is no OPML", "advice": "give a list of feeds"}
    feeds: dict[str, str | None] = {}
    for outline in root.iter():
        if local(outline).lower() != "outline":
            continue
        given = {key.lower(): " ".join(value.split()) for key, value in outline.attrib.items()}
        address = given.get("xmlurl") or ""
        if address.lower().startswith("feed:"):
            address = address[5:] if "//" not in address[5:8] else "http:" + address[5:]
        if address:
            feeds.setdefault(address, given.get("title") or given.get("text") or None)
    if not feeds:
        return {"problem": "is OPML without feeds", "advice": "give one whose outlines have xmlUrl"}
    return {"feeds": [list(feed) for feed in feeds.items()]}
