"""What stands behind an article's statements, and behind an outlet's: who speaks, how they know,
through how many hands it came, what was checked. Counts only: none of them says what is true."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from firsthand.linking.headline import Handling, Headline, compare
from firsthand.linking.names import key
from firsthand.model.reading import Basis, Naming, Outcome, Polarity, Reading, Source, Statement


class Speaker(StrEnum):
    """Who a statement is credited to: the naming of its source, or nobody."""

    NAMED = "named"
    PSEUDONYM = "pseudonym"
    UNNAMED = "unnamed"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Counts over the statements of some articles.

    `single_source`: articles whose credited statements all come from or through one source;
    `unsourced`: articles that credit nobody. `sources` are those that statements are credited to: a
    proper name counts once over all articles; a pseudonym, an unnamed source and "the police" once
    in each, since nothing joins them. `lengths`: links of the chain → statements. `checked`:
    statements that a check is about, or somebody in their chain; `checked_sources` are those
    somebodies. Every value of an enum is a key.
    """

    articles: int
    single_source: int
    unsourced: int
    statements: int
    sources: int
    speakers: Mapping[Speaker, int]
    bases: Mapping[Basis, int]
    polarities: Mapping[Polarity, int]
    lengths: Mapping[int, int]
    checked: int
    checked_sources: int
    outcomes: Mapping[Outcome, int]
    headlines: Mapping[Handling, int]


@dataclass(frozen=True, slots=True)
class AuditedArticle:
    """`through` is the one source that all credited statements come from or through (None: there
    are several, or none)."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    sourcing: Sourcing
    through: Source | None
    headline: Headline


@dataclass(frozen=True, slots=True)
class AuditedOutlet:
    """`publisher` None: articles that don't say whose they are."""

    publisher: str | None
    sourcing: Sourcing


@dataclass(frozen=True, slots=True)
class Audit:
    """`outlets` are those with the most statements first, the unknown one last; `articles` stand
    as they came."""

    total: Sourcing
    outlets: tuple[AuditedOutlet, ...]
    articles: tuple[AuditedArticle, ...]


def audit(readings: Iterable[Reading]) -> Audit:
    """Each article's sourcing, and the sums by publisher and over all. "The Lantern" and "Lantern"
    are one publisher, called as it is called most."""
    total = _Tally()
    outlets: dict[tuple[str, ...], _Tally] = {}
    called: dict[tuple[str, ...], Counter[str]] = {}
    articles = []
    for reading in readings:
        article = reading.article
        headline, own = compare(reading), _Tally()
        publisher = key(article.publisher) if article.publisher else ()
        for tally in (own, total, outlets.setdefault(publisher, _Tally())):
            tally.add(reading, headline.handling)
        called.setdefault(publisher, Counter()).update([article.publisher or ""])
        articles.append(
            AuditedArticle(
                id=article.id,
                title=article.title,
                publisher=article.publisher,
                published=article.published,
                sourcing=own.sourcing(),
                through=through(reading),
                headline=headline,
            )
        )
    found = [AuditedOutlet(_most(called[p]) or None, t.sourcing()) for p, t in outlets.items()]
    found.sort(key=lambda o: (o.publisher is None, -o.sourcing.statements, o.publisher or ""))
    return Audit(total.sourcing(), tuple(found), tuple(articles))


def _most(names: Counter[str]) -> str:
    """The name given most, of several the longest: no order of articles decides."""
    return min(names, key=lambda name: (-names[name], -len(name), name))


def through(reading: Reading) -> Source | None:
    """The one source in every chain of a reading, the innermost if there are several; None when
    there is none. Statements that credit nobody don't count."""
    chains = [st.chain for st in reading.statements if st.chain]
    if not chains:
        return None
    shared = set(chains[0]).intersection(*chains)
    last = next((id for id in reversed(chains[0]) if id in shared), None)
    return next((s for s in reading.sources if s.id == last), None)


@dataclass(slots=True)
class _Tally:
    """Counts that grow by one article at a time."""

    counts: Counter[str] = field(default_factory=Counter)
    speakers: Counter[Speaker] = field(default_factory=Counter)
    bases: Counter[Basis] = field(default_factory=Counter)
    polarities: Counter[Polarity] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    headlines: Counter[Handling] = field(default_factory=Counter)
    sources: set[tuple[str, ...]] = field(default_factory=set)
    checked: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, reading: Reading, handling: Handling) -> None:
        known = {s.id: s for s in reading.sources}
        about = {c.about for c in reading.checks if c.about}
        self.counts["articles"] += 1
        self.counts["single_source"] += through(reading) is not None
        self.counts["unsourced"] += not any(st.chain for st in reading.statements)
        for st in reading.statements:
            self._statement(st, known, checked=bool(about & {st.id, *st.chain}))
        for st in reading.statements:
            if st.chain and (source := known.get(st.chain[-1])):
                self.sources.add(_identity(source, reading.article.id))
        self.checked |= {_identity(known[id], reading.article.id) for id in about if id in known}
        self.outcomes.update(c.outcome for c in reading.checks)
        self.headlines[handling] += 1

    def _statement(self, st: Statement, known: Mapping[str, Source], *, checked: bool) -> None:
        source = known.get(st.chain[-1]) if st.chain else None
        self.speakers[Speaker(source.naming.value) if source else Speaker.NOBODY] += 1
        self.bases[st.basis] += 1
        self.polarities[st.polarity] += 1
        self.lengths[len(st.chain)] += 1
        self.counts["statements"] += 1
        self.counts["checked"] += checked

    def sourcing(self) -> Sourcing:
        return Sourcing(
            articles=self.counts["articles"],
            single_source=self.counts["single_source"],
            unsourced=self.counts["unsourced"],
            statements=self.counts["statements"],
            sources=len(self.sources),
            speakers={s: self.speakers[s] for s in Speaker},
            bases={b: self.bases[b] for b in Basis},
            polarities={p: self.polarities[p] for p in Polarity},
            lengths={n: self.lengths[n] for n in range(max(self.lengths, default=0) + 1)},
            checked=self.counts["checked"],
            checked_sources=len(self.checked),
            outcomes={o: self.outcomes[o] for o in Outcome},
            headlines={h: self.headlines[h] for h in Handling},
        )


def _identity(source: Source, article: str) -> tuple[str, ...]:
    """Equal for one named source in two articles, never for two that aren't named: "the police" and
    "a senior official" are somebody else in each article."""
    if source.naming is Naming.NAMED and not source.name.islower():
        return ("", source.kind.value, *key(source.name))
    return (article, source.id)
