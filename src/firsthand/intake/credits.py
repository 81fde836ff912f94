"""Whom a text credits for itself: datelines, bylines, "(Reporting by …)", "[With agencies]".

Names are found by the shape of the line, so that an agency nobody has heard of is found too.
Extractors of main text drop most of these lines; they are the best evidence of origin there is.
Scanned are the first and last paragraphs, where such lines stand.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from firsthand.intake import agencies
from firsthand.model.article import Credit, CreditKind

HEAD, TAIL = 8, 6
LINE = 160
SIGNATURE = 45
WINDOW = 1500

DATELINE = re.compile(
    r"^(?P<place>[^\n()\[\]“”\"]{2,90}?)?[ \t]*"
    r"(?:\((?P<name>[^\n()]{2,60})\)|/(?P<slashed>[^\n/]{3,40})/)\s*(?:[-–—]+|:)\s"
)
CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ]{2,}(?:[ .'’/-]|,|$)")
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b")
BYLINE = re.compile(r"(?:By|BY|From|Words by|Story by|Report by|Text by|Text:)\s+(.{2,120})")
PARTS = re.compile(r"\s*(?:,|/|\||;|•|·)\s*|\s+(?:and|with)\s+")
FOR = re.compile(r"\s+(?:for|of)\s+(?=[^\W\d_a-zß-öø-ÿ]|dpa\b|the\s)")
REPORTING = re.compile(
    r"(?:^|[(\[])\s*((?:Additional )?[Rr]eporting by [^)\]\n]{2,400})(?:[)\]]|$)", re.MULTILINE
)
REPORTERS = re.compile(r"(?i)(?:additional )?(?:reporting|compiled) (?:and \w+ )?by (.+)")
PLACE = re.compile(r"\s+(?:in|at|from|on)\s+.*")
GLUED = re.compile(r"(?<=\w)(?=(?:Associated Press|Reuters)\b)")
POSSESSIVE = re.compile(r"['’]s?\s")
VIA = re.compile(r"(?i)^(?:h/t|hat tip|via|source|credit)\b\s*:?\s*")
WITH = re.compile(
    r"(?i:(?:additional |with )(?:additional )?"
    r"(?:reporting|inputs?|material|files|copy|reports?)? ?"
    r"(?P<by>by |from )?)(?P<name>the [^.\n()]{2,60}|[^\W\d_][^.\n()]{1,60})"
)
CONTRIBUTED = re.compile(r"(?P<name>[^\n.]{2,120}?) (?:also )?contributed (?:to this|reporting)\b")
ORIGINAL = re.compile(
    r"(?:(?i:this|the) (?:article|story|report|piece|interview|version)\b[^.\n]{0,60}?"
    r"(?i:originally|first) (?:published|appeared|ran|aired|posted)(?: \w+)? (?:by|in|on|at) |"
    r"(?i:republished|reprinted|syndicated)(?: with permission)? (?:from|by) )"
    r"(?P<name>(?:the |The )?[^\W\d_](?:[^.,;()\n]|\.(?=\w)){1,60}?)"
    r"(?= on | and | under | with |\.(?!\w)|[,;()\n]|$)"
)
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\bCopyright\b)\s*(?:©|\([cC]\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:by\s+)?"
    r"(?P<name>[^.,;|·()\d\n©]{2,60})"
)
PICTURE = re.compile(
    r"(?i:photo(?:graph)?s?|images?|pictures?|pics?|video|foto)(?i: credits?| courtesy(?: of)?)?"
    r"\s*(?:(?:[:©]|\bby\b)\s*)+(?P<name>[^.\n|)]{2,80})"
)
LENT = re.compile(
    r"(?:\((?P<before>[^()/]{2,40}?)\s+(?:Photos?|Images?|Pool)\s*/[^()]{2,60}\)"
    r"|[(\[](?:[^()\[\]/]{2,60}/)+\s*(?P<after>[^()\[\]/]{2,40})[)\]]"
    r"|\b(?i:credits?|courtesy(?: of)?)\s*:\s*(?P<named>[^.\n|)]{2,60}))\s*\.?\s*$"
)
SIGNED = re.compile(
    r"(?:(?P<dash>[-–—]+)\s*|(?:Source|Contributing|Via):\s*|[Vv]ia\s+|[(\[])(?P<name>[^()\[\]\n]{2,40}?)[)\]]?"
)
NOT_SIGNED = re.compile(r"(?i)(?:by|with|copyright|©)\b|©")


def credits_of_text(text: str, *, publisher: str | None = None) -> tuple[Credit, ...]:
    """The credits in a plain text's first and last paragraphs; its own `publisher` is none."""
    head = [line.strip() for line in text[: WINDOW * HEAD].splitlines() if line.strip()][:HEAD]
    tail = [line.strip() for line in text[-WINDOW:].splitlines() if line.strip()][-TAIL:]
    return others([*_head(head, publisher=publisher), *_tail(tail)], own=[publisher])


def credits_of_lines(lines: Sequence[str], *, publisher: str | None) -> Iterator[Credit]:
    """The credits in the paragraphs of a page's article, own publisher included."""
    yield from _head(lines[:HEAD], publisher=publisher)
    yield from _tail(lines[-TAIL:])


def others(found: Iterable[Credit], *, own: Iterable[str | None]) -> tuple[Credit, ...]:
    """Each credit once, those to the page itself left out."""
    kept: dict[tuple[str, CreditKind], Credit] = {}
    names = [name for name in own if name]
    for credit in found:
        if not any(agencies.same_outlet(credit.name, name) for name in names):
            kept.setdefault((credit.name.lower(), credit.kind), credit)
    return tuple(kept.values())


def credit(name: str, kind: CreditKind, evidence: str) -> Credit:
    return Credit(
        agencies.canonical(VIA.sub("", name, count=1)), kind, " ".join(evidence.split())[:LINE]
    )


def _head(lines: Sequence[str], *, publisher: str | None) -> Iterator[Credit]:
    for line in lines:
        for name in dateline(line):
            yield credit(name, CreditKind.DATELINE, line)
        for name in byline(line, publisher=publisher):
            yield credit(name, CreditKind.BYLINE, line)
        yield from _anywhere(line)


def _tail(lines: Sequence[str]) -> Iterator[Credit]:
    for line in lines:
        yield from _anywhere(line)
        yield from sign_off(line)
        for found in COPYRIGHT.finditer(line[-WINDOW:]):
            # An outlet that isn't an agency is the page's own company ("© Northgate Media").
            if agencies.like_agency(name := holder(found["name"])):
                yield credit(name, CreditKind.FOOTER, found.group())


def _anywhere(line: str) -> Iterator[Credit]:
    line = line[-WINDOW:]
    yield from reporting(line)
    for found in ORIGINAL.finditer(line):
        yield credit(found["name"], CreditKind.BASED_ON, found.group())
    for name in pictured(line):
        yield credit(name, CreditKind.CAPTION, line)


def dateline(line: str) -> tuple[str, ...]:
    """The agencies of "PORT X, 3 May (Agency) –"; empty for what only looks like one."""
    found = DATELINE.match(line[:200])
    if not found:
        return ()
    place, inside = (found["place"] or "").strip(), found["name"] or found["slashed"]
    names = [part for part in re.split(r"\s*[/,]\s*|\s+and\s+", inside) if part]
    listed = all(agencies.like_agency(name) for name in names)
    placed = CAPITALS.match(place) or (MONTH.search(place) and place[:1].isupper())
    initials = "".join(word[0] for word in inside.split())
    if listed or (placed and found["name"] and initials != place and not re.search(r"\d", inside)):
        return tuple(name for name in names if agencies.known(name) or agencies.is_name(name))
    return ()


def byline(line: str, *, publisher: str | None) -> tuple[str, ...]:
    """The agencies and outlets of "By Agency", "By A Person, Agency", "By A Person for Outlet".

    Without a known `publisher` an outlet beside a person is as likely the page's own: then only
    agencies count.
    """
    if len(line) > LINE:
        return ()
    found = BYLINE.fullmatch(line)
    if not found:
        whole = re.split(r"\s*[,·•|]", line)[0]
        alone = len(line) <= SIGNATURE and not NOT_SIGNED.match(line)
        return (whole,) if alone and agencies.like_agency(whole) else ()
    words, *lent = FOR.split(found.group(1).rstrip(". "))
    parts = [PLACE.sub("", part) for part in PARTS.split(GLUED.sub(", ", words)) if part]
    names = [part for part in parts if _byline_part(part, alone=len(parts) == 1, own=publisher)]
    return (*names, *(name for name in lent if agencies.like_outlet(name) or _single(name)))


def _byline_part(part: str, *, alone: bool, own: str | None) -> bool:
    if agencies.several(part) or agencies.like_agency(part):
        return True
    if agencies.ROLE.search(part):
        return False
    return bool(own and agencies.like_outlet(part)) or (alone and _single(part))


def _single(name: str) -> bool:
    """One capitalised word, which is an agency's name rather than a person's."""
    bare = agencies.canonical(name)
    return bool(re.fullmatch(r"[^\W\d_a-zß-öø-ÿ]\w{2,}", bare)) and not agencies.ROLE.search(bare)


def reporting(line: str) -> Iterator[Credit]:
    """A of "(Reporting by A; Editing by B)", "[With A]" and "A contributed to this report"."""
    for found in REPORTING.finditer(line):
        for clause in re.split(r"\s*;\s*|\s+(?=(?:Editing|Writing)\b)", found.group(1)):
            if reporters := REPORTERS.match(clause):
                for name in _reporters(reporters.group(1)):
                    yield credit(name, CreditKind.REPORTING_BY, found.group())
    bracketed = line[:1] in ("(", "[")
    lent = WITH.fullmatch(line.strip("()[]-–— .")) if len(line) <= LINE else None
    if lent and not REPORTING.search(line):
        for name in PARTS.split(lent["name"]):
            plain = bracketed and (agencies.like_outlet(name) or _single(name))
            named = (lent["by"] and agencies.is_name(name)) or plain or agencies.known(name)
            if named or agencies.several(name):
                yield credit(name, CreditKind.REPORTING_BY, line)
    # The search is quadratic in the line, so the word first.
    tail = line[-LINE * 2 :] if "contributed" in line else ""
    for found in CONTRIBUTED.finditer(tail):
        for name in PARTS.split(found["name"]):
            # "Channel 6's Ana Lind" is the page's own reporter.
            if agencies.like_outlet(name) and not POSSESSIVE.search(name):
                yield credit(name, CreditKind.REPORTING_BY, found.group())


def _reporters(words: str) -> Iterator[str]:
    """The names in "A and B in Place, Region, C in Other Place"; a region is no name."""
    placed = False
    for part in re.split(r"\s*(,|\band\b|/)\s*", words):
        if part in (",", "and", "/"):
            placed = placed and part == ","
            continue
        bare = PLACE.sub("", FOR.split(part)[-1]).strip(". ")
        if agencies.is_name(bare) and not (placed and bare == part.strip(". ")):
            yield bare
        placed = bare != part.strip(". ")


def captioned(line: str) -> tuple[str, ...]:
    """The agencies of a caption that ends in "(Agency Photo/A)", "[A/Agency]", "Credit: Agency"."""
    found = LENT.search(line[-LINE:])
    if not found:
        return ()
    whole = found["before"] or found["after"] or found["named"]
    return tuple(part.strip() for part in whole.split("/") if agencies.like_agency(part.strip()))


def sign_off(line: str) -> Iterator[Credit]:
    """A last line that is a signature: "— Agency", "(Agency)", "Source: Agency", "Agency"."""
    if len(line) > SIGNATURE or NOT_SIGNED.match(line.lstrip("([-–— ")):
        return
    found = SIGNED.fullmatch(line)
    names = re.split(r"\s*[/,]\s*", found["name"] if found else line)
    # A dash and one word signs a quotation as often as a report.
    alone = bool(found and not found["dash"])
    if all(agencies.like_agency(name) or (alone and _single(name)) for name in names):
        for name in names:
            yield credit(name, CreditKind.BYLINE, line)


def pictured(line: str) -> Iterator[str]:
    """The agencies that a caption credits for a picture: "Photo: A Person/Agency"."""
    if len(line) > 2 * LINE:
        return
    for found in PICTURE.finditer(line):
        *person, last = re.split(r"\s*[/,]\s*|\s+via\s+", found["name"].strip())
        if (person and _single(last)) or agencies.like_outlet(last):
            yield last


def holder(name: str) -> str:
    """The name without what follows it in a copyright line."""
    return re.split(r"(?i)\s+(?:all rights|limited|ltd|inc|and/or|or its)\b", name)[0].strip()
