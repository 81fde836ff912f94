"""What a document goes on to say.

    A circular seen by the Lantern tells the pilots to stand down. It gives the ministry as the
    authority for the closure.

The second sentence has no word of speech that a reader of statements would look for; its subject
is the document of the first.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from firsthand.linking.stance import denies, withholds
from firsthand.linking.voice import STRONG, Voice
from firsthand.linking.worded import Worded
from firsthand.model.reading import SourceKind
from firsthand.model.span import Span, overlap
from firsthand.model.trace import Side
from firsthand.reading.lexicon import DOCUMENT_WORDS

NOUN = "|".join(sorted(w for w in DOCUMENT_WORDS if w.isalpha()))
GOES_ON = re.compile(
    rf"(?:It|This|The (?:{NOUN}))\s(?:also\s)?"
    r"(?:gives|gave|names|named|lists|listed|shows|showed|cites|cited|sets out|set out|puts|put|"
    r"identifies|identified|describes|described|blames|blamed|orders|ordered|contains|contained|"
    r"makes|made|bears|bore|mentions|mentioned|records|recorded)\s"
)


def going_on(worded: Worded, said: Iterable[Voice], stems: Collection[str]) -> Iterator[Voice]:
    """The voices of documents in sentences that follow their statements in the same paragraph."""
    page = worded.page
    taken = [s for st in page.reading.statements for s in st.content]
    for v in said:
        if v.root is None or v.root.kind is not SourceKind.DOCUMENT:
            continue
        at = page.at(max(v.span[0], v.span[1] - 1)) + 1
        if at >= len(page.sentences):
            continue
        start, end = page.sentences[at]
        opened = GOES_ON.match(page.text, start, end)
        if not opened or "\n" in page.text[v.span[1] : start]:
            continue
        content = (opened.end(), end)
        if not any(overlap(content, s) for s in taken):
            yield _voice(v, worded, content, stems=stems, at=at)


def _voice(
    before: Voice, worded: Worded, content: Span, *, stems: Collection[str], at: int
) -> Voice:
    against = denies(
        worded.page.text,
        [content],
        sentence=worded.page.sentences[at],
        stems=stems,
        covered=worded.near(at),
        about=False,
    )
    side = Side.DENIES if against else Side.SUPPORTS
    if withholds(worded.page.text[slice(*content)]):
        side = Side.OTHER
    own = side is not Side.OTHER and worded.says([content]) >= STRONG
    return replace(before, side=side, strong=own, span=content, statement=None, firm=True)
