"""How people read what the records hold: dates, chains, counts. No colours and no mark-up."""

import re
from datetime import UTC, date, datetime
from typing import Final

from firsthand.ledger.rows import LinkJudgement
from firsthand.model.article import Method, Provenance
from firsthand.model.contract import found_to_json
from firsthand.model.reading import Naming, Outcome, Reading, Source, Statement
from firsthand.model.review import Review
from firsthand.model.trace import Judgement, Link, LinkKind, Side, Stance, Trace, TracedArticle

CHAIN: Final = " ‹ "
NOBODY: Final = "nobody named"
GONE: Final = "an origin that is left no more"
"""What a refused link led to, where nothing else does."""

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_OPENING, _CLOSING = ("“", "‘", '"', "'"), ("”", "’", '"', "'")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

THEIRS: Final = "These are their authors' own judgements, not firsthand's, and change no count."
OUTCOMES: Final = {
    Outcome.CONFIRMED: "confirmed",
    Outcome.UNVERIFIED: "not verified",
    Outcome.DISPUTED: "disputed",
    Outcome.NO_COMMENT: "no comment",
}


FIELDS: Final = {"published": "date", "url": "address"}
"""Fields of an article whose names people don't read as they are."""

METHODS: Final = {
    Method.FIELD: "as declared",
    Method.JSON_LD: "by JSON-LD",
    Method.OPENGRAPH: "by OpenGraph",
    Method.META: "by meta tags",
    Method.MICRODATA: "by microdata",
    Method.CANONICAL: "by the canonical link",
    Method.LANG: "by the lang attribute",
    Method.ADDRESS: "by where it came from",
    Method.PAGE: "as the page shows it",
    Method.TEXT: "guessed from the text",
}


def clean(text: str) -> str:
    """One line that is safe to show: white space folded, control characters and marks that turn
    the direction of writing taken out (a page could steer a terminal with them)."""
    return " ".join(_UNSHOWABLE.sub("", " ".join(text.split())).split())


def day(published: str | None) -> str:
    """ "2026-03-14T08:00Z" as "14 Mar 2026"; what isn't an ISO date stands as it came."""
    if not published:
        return ""
    try:
        then = date.fromisoformat(published[:10])
    except ValueError:
        return clean(published)
    return f"{then.day} {MONTHS[then.month - 1]} {then.year}"


def unquoted(text: str) -> str:
    """Words without quotation marks around the whole of them, for where marks are put anyway."""
    whole = text[:1] in _OPENING and text[-1:] in _CLOSING and len(text) > 2
    return text[1:-1].strip() if whole else text


def review_line(review: Review) -> str:
    """ "Brask Check, 3 Apr 2024: “Unproven”"."""
    who = ", ".join(filter(None, [clean(review.author), day(review.published)]))
    return f"{who}: “{unquoted(clean(review.rating))}”"


def moment(when: datetime) -> str:
    """ "14 Mar 2026 08:00 UTC"."""
    then = when.astimezone(UTC)
    return f"{day(then.date().isoformat())} {then:%H:%M} UTC"


def provenance_lines(kept: Provenance) -> list[str]:
    """Which bytes an article came from, and how its fields were found, in a line each."""
    when = _stamp(kept.fetched) if kept.fetched else ""
    parts = [
        f"from {clean(kept.input)}",
        f"fetched {when}" if when else "",
        f"sha256 {kept.digest[:16]}…" if kept.digest else "",
    ]
    fields: dict[Method, list[str]] = {}
    for name, method in found_to_json(kept.found).items():
        fields.setdefault(Method(method), []).append(FIELDS.get(name, name))
    ordered = sorted(fields, key=list(METHODS).index)
    how = "; ".join(f"{', '.join(fields[method])} {METHODS[method]}" for method in ordered)
    return [" · ".join(part for part in parts if part), *([how] if how else [])]


def _stamp(when: str) -> str:
    try:
        then = datetime.fromisoformat(when)
    except ValueError:
        return clean(when)
    return moment(then) if then.tzinfo else day(when)


def count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def named(source: Source) -> str:
    """The name with how it stands to a real one: "Davin (pseudonym)"."""
    name = clean(source.name)
    return name if source.naming is Naming.NAMED else f"{name} ({source.naming.value})"


def described(source: Source) -> str:
    """The role or description beside the name, where it says more than the name."""
    description = clean(source.description or "")
    return "" if description.casefold() == clean(source.name).casefold() else description


def chain(reading: Reading, statement: Statement) -> list[Source]:
    """The statement's sources, outermost first; ids that the reading doesn't know are left out."""
    known = {source.id: source for source in reading.sources}
    return [known[id] for id in statement.chain if id in known]


def chain_line(reading: Reading, statement: Statement) -> str:
    """ "Lisk Leader ‹ Longwatch ‹ Davin (pseudonym)": publisher first, the source itself last."""
    names = [named(source) for source in chain(reading, statement)] or [NOBODY]
    publisher = reading.article.publisher
    return CHAIN.join([clean(publisher), *names] if publisher else names)


def sources_in_order(reading: Reading) -> list[Source]:
    """Sources as they first turn up: by mention, else by the statement that has them."""
    end = len(reading.article.text)
    stated: dict[str, int] = {}
    for statement in reading.statements:
        for id in statement.chain:
            stated[id] = min(stated.get(id, end), _start(statement)[0])
    return sorted(
        reading.sources,
        key=lambda s: min((span[0] for span in s.mentions), default=stated.get(s.id, end)),
    )


def words(reading: Reading, statement: Statement) -> str:
    return clean(reading.words(statement.content))


def about(reading: Reading, id: str | None) -> str:
    """A source by its name, a statement by its id, "" for what isn't said."""
    source = next((s for s in reading.sources if s.id == id), None)
    return named(source) if source else id or ""


def checker(reading: Reading, id: str | None) -> str:
    return about(reading, id) or clean(reading.article.publisher or "the publisher")


def in_reading_order(reading: Reading) -> list[tuple[Statement, int]]:
    """Statements as they come in the text, each with its depth: those inside another statement's
    content follow it, one level deeper."""
    ids = {statement.id for statement in reading.statements}
    inner: dict[str | None, list[Statement]] = {}
    for statement in sorted(reading.statements, key=_start):
        parent = statement.parent if statement.parent in ids else None
        inner.setdefault(parent, []).append(statement)
    ordered: list[tuple[Statement, int]] = []
    waiting = [(statement, 0) for statement in reversed(inner.get(None, []))]
    while waiting:
        statement, depth = waiting.pop()
        ordered.append((statement, depth))
        waiting += [(child, depth + 1) for child in reversed(inner.pop(statement.id, []))]
    return ordered


def _start(statement: Statement) -> tuple[int, str]:
    spans = [*statement.content, *filter(None, (statement.cue, statement.mention))]
    return min((span[0] for span in spans), default=0), statement.id


CONFIRMING: Final = frozenset({Stance.ASSERTS, Stance.REPORTS})
"""Stances of articles that look like confirmation, whoever they have it from."""


def support_line(trace: Trace) -> str:
    """ "4 articles look like confirmation; 2 independent origins stand behind them (…)"; the
    interval only where it is one."""
    looks = sum(a.stance in CONFIRMING for a in trace.articles)
    best, them = trace.independent_support, "it" if looks == 1 else "them"
    look = f"{count(looks, 'article')} look{'s' * (looks == 1)} like confirmation"
    stand = f"{count(best, 'independent origin')} stand{'s' * (best == 1)} behind {them}"
    sure = trace.at_least == best == trace.at_most
    interval = "" if sure else f" (at least {trace.at_least}, at most {trace.at_most})"
    return f"{look}; {stand}{interval}"


def denial_line(trace: Trace) -> str:
    number = trace.independent_denial
    if not number:
        return "nobody denies it in these articles"
    within = trace.denial_bounds
    interval = f" (at least {within[0]}, at most {within[1]})" if within else ""
    return f"{count(number, 'independent origin')}{interval} den{'ies' if number == 1 else 'y'} it"


KINDS: Final = {
    LinkKind.COPIES: "copies",
    LinkKind.CITES: "cites",
    LinkKind.SAME_SOURCE: "same source",
}


def because(link: Link) -> str:
    """ "perhaps copies: 92 words of it stand in gull word for word"."""
    perhaps = "perhaps " if link.judgement is Judgement.UNSURE else ""
    return f"{perhaps}{KINDS[link.kind]}: {clean(link.reason)}"


def judgement_line(judged: LinkJudgement) -> str:
    """ "no, says Ada (4 Mar 2031): they spoke to her themselves"."""
    verdict, who = judged.judgement.value, clean(judged.author)
    return f"{verdict}, says {who} ({day(judged.when.date().isoformat())}): {clean(judged.why)}"


def credited(article: TracedArticle) -> str:
    """ "credits Tidewater, Brann"; "" where the article credits nobody."""
    names = ", ".join(clean(name) for name in article.via)
    return f"credits {names}" if names else ""


SIDES: Final = {
    Side.SUPPORTS: "Origins that support it",
    Side.DENIES: "Origins that deny it",
    Side.OTHER: "Other origins",
}
