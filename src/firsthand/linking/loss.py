"""What an article lacks that the version it depends on had, in the words of both.

The version is the fullest article of the same origin: its contact's own, else one that speaks to
the source itself, else the one with most sources and quotations. What only one telling ever had is
no part of the line and can't be lost from it: numbers and remarks on verification are compared with
what several versions share.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from firsthand.linking.amounts import changed, firmed
from firsthand.linking.names import key
from firsthand.linking.places import left_out
from firsthand.linking.spoken import given, hearsay, missing, most_quoted, taken_over, unquoted
from firsthand.linking.stance import ATTRIBUTES, HEDGES, attributes, own_words
from firsthand.linking.voice import Voice
from firsthand.linking.worded import Worded
from firsthand.model.reading import Naming, Outcome
from firsthand.model.span import Span
from firsthand.model.trace import Loss, Lost, Side, Stance
from firsthand.reading.segments import quotations

UNVERIFIED = re.compile(
    r"(?i)(?:could|can|has|have|had|was|were)(?: ?n[o’']t| not) (?:yet |been |be |immediately |"
    r"publicly )*(?:independently )?"
    r"(?:verif\w+|confirm\w*)|no (?:independent )?confirmation|nothing to confirm|unconfirmed|"
    r"unverified|unable to (?:verify|confirm)|"
    r"can[’']t confirm|declined to confirm"
)


def losses(
    article: Worded,
    version: Worded,
    *,
    stance: Stance,
    line: Sequence[Worded],
    heard: Mapping[str, Sequence[Voice]],
    every: Mapping[str, Sequence[Voice]],
) -> tuple[Loss, ...]:
    """Everything lost between `version` and `article`. `line`: all articles of their origin;
    `heard`: the voices of each that lead to it, by article id; `every`: all that they have."""
    if article.page.id == version.page.id:
        return ()
    quoted = most_quoted(version, line=line, heard=heard)
    return (
        *_attribution(article, version, stance, heard, every),
        *_hedge(article, version, stance, quoted),
        *_number(article, version, line),
        *_place(article, version, line),
        *_verification(article, version, line),
        *_quote(article, quoted),
        *_person(article, version, line, heard, every),
    )


def fullest(
    line: Sequence[Worded],
    heard: Mapping[str, Sequence[Voice]],
    *,
    contacts: Mapping[str, bool],
    credits: Mapping[str, bool],
    stances: Mapping[str, Stance],
) -> Worded:
    """The version of one origin that holds most. `contacts`: article id → whether it is the
    origin's contact's own; `credits`: → whether it has the claim from an outlet."""

    def rank(w: Worded) -> tuple[object, ...]:
        mine = [v for v in heard[w.page.id] if v.side is Side.SUPPORTS]
        rooted = [v for v in mine if v.root and v.strong]
        return (
            contacts[w.page.id] and bool(rooted),
            bool(rooted) and not credits[w.page.id],
            stances[w.page.id] is not Stance.ASSERTS,
            len({key(v.root.name) for v in rooted if v.root}) > 0,
            len(quotations(w.page.text)),
            w.score,
        )

    return max(sorted(line, key=lambda w: w.page.id), key=rank)


def _attribution(
    article: Worded,
    version: Worded,
    stance: Stance,
    heard: Mapping[str, Sequence[Voice]],
    every: Mapping[str, Sequence[Voice]],
) -> Iterator[Loss]:
    """Nobody is credited any more, or not for the claim; an unnamed source is, without the outlet
    that it spoke to; or what somebody said stands here in the writer's own voice."""
    own = [v for v in heard[article.page.id] if v.side is Side.SUPPORTS]
    held = [v for v in heard[version.page.id] if v.side is Side.SUPPORTS and v.strong]
    asserted = stance is Stance.ASSERTS and not any(v.strong for v in own)
    if held and (not own or asserted):
        yield Loss(Lost.ATTRIBUTION, _words(version, held[0].span), None)
        return
    if through := _outlet_dropped(article.page.id, own, version.page.id, heard):
        yield Loss(Lost.ATTRIBUTION, through, own[0].root.name if own[0].root else None)
        return
    if taken := taken_over(article, version, every[version.page.id]):
        before, after = taken
        yield Loss(Lost.ATTRIBUTION, _words(version, before), _words(article, after))


def _outlet_dropped(
    article: str, own: Sequence[Voice], version: str, heard: Mapping[str, Sequence[Voice]]
) -> str | None:
    """The outlet through which others credit the source that this article has without it; None
    where it is there, or the version itself, not being that outlet's, lacks it too."""
    through = [
        v for id in sorted(heard) if id != article for v in heard[id] if v.root and v.outlets
    ]
    bare = own and not any(v.outlets or _proper(v) for v in own)
    if not bare or len({v.article for v in through}) < 2:
        return None
    told = [v for v in heard[version] if v.side is Side.SUPPORTS]
    copied = all(not v.outlets and not _proper(v) for v in told)
    return None if copied else through[0].outlets[-1]


def _proper(voice: Voice) -> bool:
    return voice.root is not None and voice.root.naming is not Naming.UNNAMED


def _hedge(
    article: Worded, version: Worded, stance: Stance, quoted: tuple[Worded, Span] | None
) -> Iterator[Loss]:
    text = version.page.text
    if quoted and hearsay(article, *quoted):
        yield Loss(Lost.HEDGE, _words(*quoted), _words(article, article.span))
        return
    before = version.page.sentences[version.lead]
    if stance is Stance.ASSERTS and (attributes(text, before) or given(version, before)):
        own = own_words(text, before)
        mark = HEDGES.search(own) or ATTRIBUTES.search(own)
        yield Loss(
            Lost.HEDGE,
            mark.group() if mark else _words(version, before),
            _words(article, article.page.sentences[article.first]),
        )
    elif exact := firmed(article, version):
        yield Loss(Lost.HEDGE, *exact)


def _number(article: Worded, version: Worded, line: Sequence[Worded]) -> Iterator[Loss]:
    if given := changed(article, version, line):
        yield Loss(Lost.NUMBER, *given)


def _place(article: Worded, version: Worded, line: Sequence[Worded]) -> Iterator[Loss]:
    if place := left_out(article, version, line):
        yield Loss(Lost.PLACE, place, None)


def _quote(article: Worded, quoted: tuple[Worded, Span] | None) -> Iterator[Loss]:
    if quoted and unquoted(article, *quoted):
        yield Loss(Lost.QUOTE, _words(*quoted), None)


def _person(
    article: Worded,
    version: Worded,
    line: Sequence[Worded],
    heard: Mapping[str, Sequence[Voice]],
    every: Mapping[str, Sequence[Voice]],
) -> Iterator[Loss]:
    if gone := missing(article, version, line=line, heard=heard, every=every):
        yield Loss(Lost.PERSON, *gone)


def _verification(article: Worded, version: Worded, line: Sequence[Worded]) -> Iterator[Loss]:
    saying = [w for w in (version, *line) if _unverified(w.page.text)]
    if len({w.page.id for w in saying}) < 2 or _unverified(article.page.text) or _checked(article):
        return
    said = _unverified(saying[0].page.text)
    if said:
        sentence = saying[0].page.sentences[saying[0].page.at(said[0])]
        yield Loss(Lost.VERIFICATION, _words(saying[0], sentence), None)


@lru_cache(maxsize=1000)
def _unverified(text: str) -> Span | None:
    """Remembered: every article of an origin is compared with all the others."""
    said = UNVERIFIED.search(text)
    return said.span() if said else None


def _checked(article: Worded) -> bool:
    return any(
        c.outcome in (Outcome.UNVERIFIED, Outcome.CONFIRMED) for c in article.page.reading.checks
    )


def _words(worded: Worded, span: Span) -> str:
    said = " ".join(worded.page.text[slice(*span)].split())
    return said if len(said) <= 300 else said[:299] + "…"
