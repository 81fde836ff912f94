"""Attributions of one text to its reading: everything that happens after the network."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model.article import Article
from firsthand.model.reading import Check, Kind, Outcome, ReaderInfo, Reading, Statement
from firsthand.model.span import Span, inside, overlap
from firsthand.reading import checks, classify, cues, nest
from firsthand.reading.chain import Chains
from firsthand.reading.decode import Attribution
from firsthand.reading.draft import Draft
from firsthand.reading.entity import sources
from firsthand.reading.names import names
from firsthand.reading.segments import quotations, sentences
from firsthand.reading.sources import Resolver


def assemble(article: Article, found: Sequence[Attribution], *, reader: ReaderInfo) -> Reading:
    """The reading of an article, given what the network found in its text."""
    text = article.text
    quoted = quotations(text)
    parts, known = sentences(text), names(text)
    whole = [replace(a, source=known.whole(a.source)) if a.source else a for a in found]
    drafts = nest.drafts(text, whole, quoted, parts)
    resolver = Resolver(text, known, quoted)
    resolver.resolve(drafts)
    chains = Chains(text, drafts, resolver, article.publisher, parts).build()
    remarks = _checks(text, drafts, resolver, parts)
    used = [e for chain in chains for e in chain] + [by for by, _ in remarks if by is not None]
    records, ids = sources(resolver.cast.entities, used)
    statements = tuple(
        _statement(
            text, drafts, i, tuple(ids[e] for e in chains[i]), quoted=quoted, resolver=resolver
        )
        for i in range(len(drafts))
    )
    made = tuple(
        _check(remark, None if by is None else ids[by], statements) for by, remark in remarks
    )
    return Reading(article, tuple(records), statements, made, reader)


def _statement(
    text: str,
    drafts: Sequence[Draft],
    index: int,
    chain: tuple[str, ...],
    *,
    quoted: Sequence[Span],
    resolver: Resolver,
) -> Statement:
    d = drafts[index]
    cue = text[d.cue[0] : d.cue[1]] if d.cue else ""
    content = " ".join(text[s:e] for s, e in d.content)
    source = resolver.of.get(index)
    said_by = " ".join(
        filter(
            None,
            [
                text[d.mention[0] : d.mention[1]] if d.mention else None,
                resolver.cast.entities[source].name if source is not None else None,
            ],
        )
    )
    return Statement(
        id=f"st{index + 1}",
        content=d.content,
        cue=d.cue,
        mention=d.mention,
        chain=chain,
        quotation=classify.quotation(text, d, quoted),
        kind=cues.kind(cue, content) if cue else Kind.COMMUNICATION,
        polarity=cues.polarity(cue, content),
        basis=cues.basis(f"{cue} {content}", said_by),
        hedges=classify.hedges(text, d),
        parent=f"st{d.parent + 1}" if d.parent is not None else None,
        confidence=round(d.confidence, 4),
    )


def _checks(
    text: str, drafts: Sequence[Draft], resolver: Resolver, parts: Sequence[Span]
) -> list[tuple[int | None, checks.Found]]:
    """Each check with the entity that made it; None is the publisher or nobody named."""
    made: list[tuple[int | None, checks.Found]] = []
    quoted = resolver.quotations
    for found in checks.find(text, parts):
        speaker = _speaker(found, drafts)
        if found.by == checks.SPEAKER:
            if found.outcome in (Outcome.CONFIRMED, Outcome.DISPUTED):
                if speaker is None or not _is_check(text, found, drafts[speaker]):
                    continue
                made.append((resolver.of.get(speaker), found))
            else:
                unasked = found.outcome is Outcome.NO_COMMENT
                by = None if unasked or speaker is None else resolver.of.get(speaker)
                made.append((by, found))
        elif found.by == checks.SUBJECT and found.subject:
            says = resolver.of.get(speaker) if speaker is not None else None
            made.append(
                (
                    resolver.mention(
                        found.subject,
                        parent=says,
                        previous=None,
                        quoted=inside(found.subject, quoted),
                    ),
                    found,
                )
            )
        else:
            made.append((None, found))
    return made


def _is_check(text: str, found: checks.Found, draft: Draft) -> bool:
    """Whether a confirming or disputing word is a statement's cue, or what is said of a report."""
    assert draft.cue is not None
    if overlap(found.match, draft.cue):
        return True
    return found.outcome is Outcome.DISPUTED and any(overlap(found.match, s) for s in draft.content)


def _speaker(found: checks.Found, drafts: Sequence[Draft]) -> int | None:
    """The statement whose cue or content the words stand in, the innermost one."""
    fits = [
        (sum(e - s for s, e in d.content), i)
        for i, d in enumerate(drafts)
        if d.cue
        and (overlap(found.match, d.cue) or any(overlap(found.match, s) for s in d.content))
    ]
    cue_fits = [f for f in fits if overlap(found.match, drafts[f[1]].cue or (0, 0))]
    return min(cue_fits or fits)[1] if fits else None


def _check(found: checks.Found, by: str | None, statements: Sequence[Statement]) -> Check:
    """`about` is the statement that the words belong to, else the nearest one before them."""
    holding = [
        s
        for s in statements
        if (s.cue and overlap(s.cue, found.match))
        or any(overlap(c, found.match) for c in s.content)
    ]
    before = [s for s in statements if s.content[0][0] < found.match[0]]
    about = (
        min(holding, key=lambda s: sum(e - b for b, e in s.content)).id
        if holding
        else (before[-1].id if before else None)
    )
    return Check(by, found.outcome, about, found.evidence)
