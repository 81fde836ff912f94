"""Very long texts: read a section at a time, so that memory and time stay in proportion.

Within a section every mention is weighed against every other one. A section is far longer than an
article; only books and dumps have several.
"""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model.article import Article
from firsthand.model.reading import Check, Naming, ReaderInfo, Reading, Source, Statement
from firsthand.model.span import Span

LONGEST = 60_000  # code points


def sections(text: str) -> list[Span]:
    """Consecutive spans of at most LONGEST, cut at paragraphs, else sentences, else words."""
    found, start = [], 0
    while len(text) - start > LONGEST:
        end = start + LONGEST
        cut = max(text.rfind("\n", start + LONGEST // 2, end) + 1, 0)
        cut = cut or text.rfind(". ", start + LONGEST // 2, end) + 2
        cut = cut if cut > start + 1 else text.rfind(" ", start + LONGEST // 2, end) + 1
        cut = cut if cut > start else end
        found.append((start, cut))
        start = cut
    return [*found, (start, len(text))]


def joined(
    article: Article, parts: Sequence[tuple[int, Reading]], *, reader: ReaderInfo
) -> Reading:
    """One reading of the whole from those of its sections, each with where it begins.

    Named and pseudonymous sources of one name and kind are one; an unnamed one is its section's.
    """
    sources: dict[object, Source] = {}
    statements: list[Statement] = []
    checks: list[Check] = []
    for start, part in parts:
        ids: dict[str | None, str | None] = {None: None}
        for s in part.sources:
            own = (
                (len(statements), s.id)
                if s.naming is Naming.UNNAMED
                else (s.name, s.kind, s.naming)
            )
            known = sources.get(own) or replace(s, id=f"s{len(sources) + 1}", mentions=())
            sources[own] = replace(known, mentions=known.mentions + _moved(s.mentions, start))
            ids[s.id] = known.id
        first = len(statements)
        for i, st in enumerate(part.statements):
            ids[st.id] = f"st{first + i + 1}"
        statements += [_statement(st, start, ids) for st in part.statements]
        checks += [
            Check(ids[c.by], c.outcome, ids[c.about], _move(c.evidence, start)) for c in part.checks
        ]
    return Reading(article, tuple(sources.values()), tuple(statements), tuple(checks), reader)


def _statement(st: Statement, start: int, ids: dict[str | None, str | None]) -> Statement:
    return replace(
        st,
        id=ids[st.id] or st.id,
        content=_moved(st.content, start),
        cue=_move(st.cue, start) if st.cue else None,
        mention=_move(st.mention, start) if st.mention else None,
        chain=tuple(new for old in st.chain if (new := ids[old])),
        hedges=_moved(st.hedges, start),
        parent=ids[st.parent],
    )


def _move(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(_move(s, by) for s in spans)
