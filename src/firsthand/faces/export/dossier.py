"""All that the ledger has on one claim, in the order in which an editor asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.faces import wording
from firsthand.faces.environment import web_address
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import OUTCOMES, clean
from firsthand.model.reading import Check, Polarity, Reading, Statement
from firsthand.model.trace import Judgement, Link, Origin, Trace, TracedArticle


@dataclass(frozen=True, slots=True)
class Entry:
    """One article's part. `statements` are a chain, the words, and what is to be said of them;
    `rests_on` and `lost` are sentences."""

    article: TracedArticle
    address: str
    words: str
    origins: tuple[str, ...]
    rests_on: tuple[str, ...]
    lost: tuple[str, ...]
    statements: tuple[tuple[str, str, str], ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    trace: Trace
    entries: tuple[Entry, ...]
    circles: tuple[str, ...]
    unsettled: tuple[str, ...]
    made_by: str

    def origins(self, side: object) -> list[Origin]:
        return [origin for origin in self.trace.origins if origin.side is side]


def dossiers(selection: Selection) -> Iterator[Dossier]:
    """One for each trace of the selection."""
    for trace in selection.traces():
        readings = {r.article.id: r for r in selection.some([a.id for a in trace.articles])}
        yield _Made(trace, readings).dossier()


class _Made:
    def __init__(self, trace: Trace, readings: dict[str, Reading]):
        self._trace, self._readings = trace, readings
        self._names = {a.id: clean(a.publisher or a.id) for a in trace.articles}
        self._names |= {o.id: clean(o.name) for o in trace.origins}

    def dossier(self) -> Dossier:
        t = self._trace
        made = sorted({f"{r.reader.name} {r.reader.version}, model {r.reader.model}"
                       for r in self._readings.values()})  # fmt: skip
        return Dossier(
            trace=t,
            entries=tuple(
                self._entry(a, self._readings[a.id])
                for a in sorted(t.articles, key=lambda a: (a.published or "9999", a.id))
            ),
            circles=tuple(" → ".join(self._name(id) for id in (*c, c[0])) for c in t.circles),
            unsettled=tuple(
                f"{self._name(k.source)} and {self._name(k.target)}: {self._why(k)}"
                for k in t.links
                if k.judgement is Judgement.UNSURE
            ),
            made_by="; ".join(made),
        )

    def _entry(self, a: TracedArticle, reading: Reading) -> Entry:
        wanted = {id.rpartition("#")[2] for id in a.statements}
        return Entry(
            article=a,
            address=web_address(reading.article.url),
            words=clean(reading.article.text[slice(*a.span)]),
            origins=tuple(self._name(id) for id in a.origins),
            rests_on=tuple(
                f"on {self._name(k.target)}: {self._why(k)}"
                for k in self._trace.links
                if k.source == a.id and k.judgement is Judgement.YES and k.target != a.id
            ),
            lost=tuple(
                f"{loss.what.value}: {clean(loss.before)} → {clean(loss.after or 'left out')}"
                for loss in a.lost
            ),
            statements=tuple(_said(reading, s) for s in reading.statements if s.id in wanted),
            checks=tuple(_check(reading, c) for c in reading.checks),
        )

    def _name(self, id: str) -> str:
        return self._names.get(id, clean(id))

    def _why(self, link: Link) -> str:
        return f"{link.kind.value.replace('_', ' ')}, {clean(link.reason)}"


def _said(reading: Reading, s: Statement) -> tuple[str, str, str]:
    told = [s.quotation.value, f"basis {s.basis.value}"]
    if s.polarity is not Polarity.ASSERTED:
        told.insert(0, s.polarity.value)
    return wording.chain_line(reading, s), wording.words(reading, s), ", ".join(told)


def _check(reading: Reading, c: Check) -> str:
    words = clean(reading.words((c.evidence,)))
    return f"{wording.checker(reading, c.by)}: {OUTCOMES[c.outcome]} (“{words}”)"
