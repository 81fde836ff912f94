"""Attributions of one text to its reading: everything that happens after the network."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model.article import Article
from firsthand.model.reading import (
    Check,
    Kind,
    Outcome,
    Polarity,
    ReaderInfo,
    Reading,
    Source,
    Statement,
)
from firsthand.model.span import Span, inside, overlap
from firsthand.reading import checks, classify, cues, lexicon, nest
from firsthand.reading.chain import Chains
from firsthand.reading.decode import Attribution
from firsthand.reading.draft import Draft
from firsthand.reading.entity import sources
from firsthand.reading.leftout import left_out, released, unsaid
from firsthand.reading.names import Names, names
from firsthand.reading.segments import quotations, sentences
from firsthand.reading.sources import Resolver


def assemble(article: Article, found: Sequence[Attribution], *, reader: ReaderInfo) -> Reading:
    """The reading of an article, given what the network found in its text."""
    text = article.text
    quoted = quotations(text)
    parts, known = sentences(text), names(text)
    found = [_of_words(text, a) for a in found]
    whole = [replace(a, source=_whole(text, known, a.source)) if a.source else a for a in found]
    kept = [
        a
        for a in whole
        if not left_out(text, a, whole, sentences=parts) and not unsaid(text, a, quotations=quoted)
    ]
    drafts = nest.drafts(text, released(text, kept, whole), quoted, parts)
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
        _check(remark, None if by is None else ids[by], statements, _owner(text, remark, records))
        for by, remark in remarks
    )
    return Reading(article, tuple(records), statements, made, reader)


def _of_words(text: str, a: Attribution) -> Attribution:
    """The attribution with no word cut in two: "said in a t" of "said in a tweet"."""

    def whole(span: Span) -> Span:
        start, end = span
        if text[start:end].casefold() in lexicon.PRONOUNS:
            return span
        while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        return start, end

    source = whole(a.source) if a.source else None
    start, end = whole(a.cue)
    if source and start < source[0] < end:
        end = source[0] - 1  # the half of the word that was given to the cue
    if source == a.source and (start, end) == a.cue:
        return a
    return replace(a, source=source, cue=(start, end))


def _whole(text: str, known: Names, span: Span) -> Span:
    """The mention with the name that it cuts in two, or that its "newspaper" belongs to."""
    start, end = known.whole(span)
    if text[start:end] in lexicon.GENERIC_OUTLET:
        start = next((n.span[0] for n in known.found if n.span[1] == start - 1), start)
    if text[end - 1 : end + 1].find(",") >= 0 and text[start - 2 : start] == ", ":
        # "Longwatch, the weekly, said": the mention is the apposition of the name
        start = next((n.span[0] for n in known.found if n.first and n.span[1] == start - 2), start)
    return start, end


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
        polarity=_polarity(text, d),
        basis=cues.basis(f"{cue} {content}", said_by),
        hedges=classify.hedges(text, d),
        parent=f"st{d.parent + 1}" if d.parent is not None else None,
        confidence=round(d.confidence, 4),
    )


def _polarity(text: str, draft: Draft) -> Polarity:
    cue = text[draft.cue[0] : draft.cue[1]] if draft.cue else ""
    found = cues.polarity(cue, " ".join(text[s:e] for s, e in draft.content))
    if found is Polarity.ASSERTED and draft.cue and classify.refuted(text, draft):
        return Polarity.DENIED
    if found is Polarity.ASSERTED and classify.asked(text, draft):
        return Polarity.UNCERTAIN
    return found


def _checks(
    text: str, drafts: Sequence[Draft], resolver: Resolver, parts: Sequence[Span]
) -> list[tuple[int | None, checks.Found]]:
    """Each check with the entity that made it; None is the publisher or nobody named."""
    made: list[tuple[int | None, checks.Found]] = []
    for found in checks.find(text, parts):
        speaker = _speaker(found, drafts)
        says = _source(speaker, drafts, resolver)
        if found.by in (checks.SUBJECT, checks.OBJECT) and found.subject:
            quoted = inside(found.subject, resolver.quotations)
            by = resolver.mention(found.subject, parent=says, previous=None, quoted=quoted)
            made.append((by, found))
        elif found.by == checks.PUBLISHER or found.outcome is Outcome.NO_COMMENT:
            made.append((None, found))
        elif (
            (speaker is not None and _is_check(found, drafts[speaker]))
            or found.outcome is Outcome.UNVERIFIED
            or (found.outcome is Outcome.DISPUTED and speaker is None and _of_remark(text, found))
        ):
            made.append((says, found))
    return made


def _source(index: int | None, drafts: Sequence[Draft], resolver: Resolver) -> int | None:
    """Whose words a statement is, or the nearest one around it that is somebody's."""
    while index is not None and resolver.of.get(index) is None:
        index = drafts[index].parent
    return None if index is None else resolver.of[index]


def _of_remark(text: str, found: checks.Found) -> bool:
    """ "That comment is a lie": the article itself disputes what somebody said."""
    return found.outcome is Outcome.DISPUTED and bool(checks.REMARK.match(text, *found.evidence))


def _is_check(found: checks.Found, draft: Draft) -> bool:
    """Whether the words are a statement's cue, or stand in it and weigh what others said."""
    if draft.cue and overlap(found.match, draft.cue):
        return True
    weighs = found.by == checks.WORDS or found.outcome is Outcome.DISPUTED
    return weighs and any(overlap(found.match, s) for s in draft.content)


def _speaker(found: checks.Found, drafts: Sequence[Draft]) -> int | None:
    """The statement whose cue or content the words stand in, the innermost one."""
    fits = [
        (sum(e - s for s, e in d.content), i)
        for i, d in enumerate(drafts)
        if (d.cue and overlap(found.match, d.cue))
        or any(overlap(found.match, s) for s in d.content)
    ]
    cue_fits = [f for f in fits if overlap(found.match, drafts[f[1]].cue or (0, 0))]
    return min(cue_fits or fits)[1] if fits else None


def _owner(text: str, found: checks.Found, records: Sequence[Source]) -> str | None:
    """The one source by whose name the words call what was tried: "Davin’s account"."""
    named = {m["who"] for m in checks.OWNED.finditer(text, *found.evidence)}
    owners = [r.id for r in records if r.name in named or r.name.split()[-1] in named]
    return owners[0] if len(owners) == 1 else None


def _check(
    found: checks.Found, by: str | None, statements: Sequence[Statement], owner: str | None
) -> Check:
    """`about` is the statement that the words belong to, else the source whose account they name,
    else the nearest statement before them."""
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
        else owner or (before[-1].id if before else None)
    )
    return Check(by, found.outcome, about, found.evidence)
