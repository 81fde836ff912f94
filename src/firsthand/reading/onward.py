"""Quotations that go on without a cue: in their paragraph, or from one that was never closed."""

from bisect import bisect_right, insort
from collections.abc import Sequence

from firsthand.model.span import Span, overlap
from firsthand.reading.draft import Draft, places
from firsthand.reading.parted import SENTENCE_END
from firsthand.reading.segments import OPENS, paragraphs

FEW = 50  # drafts of one paragraph that are looked at for who goes on speaking
LEAST = 12  # code points: shorter leftovers are scare quotes and nicknames


def going_on(text: str, made: Sequence[Draft], quotations: Sequence[Span]) -> list[Draft]:
    """Quotations that no statement holds, and whose speaker the place shows.

    In the same paragraph the quotation goes on from the statement before it. At the start of a
    paragraph it does when the paragraph before ended inside a quotation that was never closed.
    """
    everything = list(made)
    ends = sorted((d.outline[1], i) for i, d in enumerate(made))
    held = _Contents(made)
    lines = paragraphs(text)
    begins = [start for start, _ in lines]
    for quote in quotations:
        at = bisect_right(begins, quote[0]) - 1
        if quote[1] - quote[0] < LEAST or at < 0 or held.holds(quote):
            continue
        if quote[0] == begins[at] and at:
            whole = quote[1] >= lines[at][1] - 1
            before = _last(everything, ends, lines[at - 1], before=lines[at - 1][1] + 1)
            fits = [i for i in before if _opens(text, everything[i], quote) and whole][:1]
        else:
            before = _last(everything, ends, lines[at], before=quote[0])
            starts = SENTENCE_END.search(text[max(0, quote[0] - 8) : quote[0]])
            fits = [
                i
                for i in before[:1]
                if starts
                and (
                    any(text[s] in OPENS for s, _ in everything[i].content)
                    or _enlarges(text, everything[i], quote, lines[at])
                )
            ]
        if fits:
            draft = _after(everything, fits[0], quote)
            insort(ends, (draft.outline[1], len(everything)))
            everything.append(draft)
            held.add(draft)
    return everything[len(made) :]


def _enlarges(text: str, d: Draft, quote: Span, line: Span) -> bool:
    """ "Hale said it was odd. “Nobody asked.”": the paragraph's last sentence is in her words."""
    follows = d.cue is not None and d.mention is not None and quote[0] - d.outline[1] < 4
    return follows and quote[1] >= line[1] - 1 and bool(SENTENCE_END.search(text[slice(*quote)]))


def _opens(text: str, d: Draft, quote: Span) -> bool:
    """Whether a statement's last words begin with a mark, a single straight one as the quote's."""
    mark = text[d.content[-1][0]]
    return mark in OPENS or (mark == "'" and text[quote[0]] == mark)


def _last(
    everything: Sequence[Draft], ends: Sequence[tuple[int, int]], line: Span, *, before: int
) -> list[int]:
    """The drafts that lie in a paragraph and end by `before`, the last ones first."""
    found: list[int] = []
    at = bisect_right(ends, (before, len(everything))) - 1
    while at >= 0 and ends[at][0] > line[0] and len(found) < FEW:
        if everything[ends[at][1]].outline[0] >= line[0]:
            found.append(ends[at][1])
        at -= 1
    return found


class _Contents:
    """Which quotations the contents of drafts hold; a content is filed under its places in the
    text, so that thousands of quotations and drafts need not all be compared."""

    def __init__(self, made: Sequence[Draft]):
        self._near: dict[int, list[tuple[Span, Draft]]] = {}
        for draft in made:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        for span in draft.content:
            for place in places(span):
                self._near.setdefault(place, []).append((span, draft))

    def holds(self, quote: Span) -> bool:
        return any(
            _holds(span, draft, quote)
            for place in places(quote)
            for span, draft in self._near.get(place, ())
        )


def _holds(span: Span, draft: Draft, quote: Span) -> bool:
    if draft.cue and quote[0] <= draft.cue[0] and draft.cue[1] <= quote[1]:
        return False
    common = overlap(quote, span)
    return common > (0 if draft.cue is None else (quote[1] - quote[0]) / 2) or (
        span[0] <= quote[0] and quote[1] <= span[1]
    )


def _after(everything: Sequence[Draft], index: int, quote: Span) -> Draft:
    speaker = everything[index].speaker if everything[index].speaker is not None else index
    return Draft((quote,), None, None, 0.8 * everything[index].confidence, speaker=speaker)
