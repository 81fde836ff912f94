"""A small invented story for the faces: a ferry, a pilot under another name, an unnamed mate, a
denial, and a paper that copies. Every test of this folder tells it from here."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from firsthand.ledger.store import Ledger
from firsthand.model.article import Article, Credit, CreditKind
from firsthand.model.reading import (
    Basis,
    Check,
    Kind,
    Naming,
    Outcome,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)
from firsthand.model.span import Span
from firsthand.model.trace import (
    Claim,
    Judgement,
    Link,
    LinkKind,
    Loss,
    Lost,
    Origin,
    Side,
    Stance,
    Trace,
    TracedArticle,
)

TEXT = """\
Pilot says ferry sailed with doors open

A pilot whom Tidewater magazine calls Brann told it that the mate had said “about forty cars were \
loose”. “I saw the ramp,” he said.

The Marrow Line denied that any door was open. Tidewater could not verify the account.
"""


COPY = """\
Ferry sailed with doors open

About forty cars were loose on the ferry. The Marrow Line denied that any door was open.
"""


def at(words: str, *, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def statement(id: str, content: str, **given: object) -> Statement:
    fields: dict[str, object] = {
        "cue": None, "mention": None, "chain": (), "quotation": Quotation.INDIRECT,
        "kind": Kind.COMMUNICATION, "polarity": Polarity.ASSERTED, "basis": Basis.UNSTATED,
        "hedges": (), "parent": None, "confidence": 0.9,
    }  # fmt: skip
    return Statement(id=id, content=(at(content),), **(fields | given))  # type: ignore[arg-type]


ARTICLE = Article(
    id="ferry",
    text=TEXT,
    title="Pilot says ferry sailed with doors open",
    publisher="The Lantern",
    url="https://lantern.example/ferry",
    published="2024-05-02T07:30:00Z",
    authors=("Odile Marsh",),
    language="en",
    credits=(Credit("Northwire", CreditKind.FOOTER, "(Reporting by Northwire)"),),
)
SOURCES = (
    Source("s1", "Tidewater", SourceKind.OUTLET, Naming.NAMED, "magazine", (at("Tidewater"),)),
    Source("s2", "Brann", SourceKind.PERSON, Naming.PSEUDONYM, "a pilot",
           (at("A pilot"), at("Brann"))),
    Source("s3", "mate", SourceKind.PERSON, Naming.UNNAMED, None, (at("the mate"),)),
    Source("s4", "Marrow Line", SourceKind.ORGANISATION, Naming.NAMED, None,
           (at("The Marrow Line"),)),
)  # fmt: skip
STATEMENTS = (
    statement(
        "st1", "the mate had said “about forty cars were loose”", cue=at("told"),
        mention=at("A pilot"), chain=("s1", "s2"), quotation=Quotation.MIXED,
        basis=Basis.SECONDHAND,
    ),
    statement(
        "st2", "about forty cars were loose", cue=at("had said"), mention=at("the mate"),
        chain=("s1", "s2", "s3"), quotation=Quotation.DIRECT, hedges=(at("about"),),
        parent="st1", confidence=0.4,
    ),
    statement(
        "st3", "“I saw the ramp,”", cue=at("said", nth=1), mention=at("he", nth=2),
        chain=("s1", "s2"), quotation=Quotation.DIRECT, basis=Basis.FIRSTHAND,
    ),
    statement(
        "st4", "any door was open", cue=at("denied"), mention=at("The Marrow Line"),
        chain=("s4",), polarity=Polarity.DENIED,
    ),
)  # fmt: skip
CHECK = Check(
    by="s1", outcome=Outcome.UNVERIFIED, about="s2",
    evidence=at("Tidewater could not verify the account"),
)  # fmt: skip


@pytest.fixture
def reading() -> Reading:
    return Reading(ARTICLE, SOURCES, STATEMENTS, (CHECK,), ReaderInfo("firsthand", "0", "abc"))


@pytest.fixture
def copied(reading: Reading) -> Reading:
    """The Gull, which has it from the Lantern and says in its own voice what the mate had said."""
    denial = reading.statements[3]
    start = COPY.index("any door was open")
    cue, mention = COPY.index("denied"), COPY.index("The Marrow Line")
    said = replace(
        denial,
        id="st1",
        content=((start, start + 17),),
        cue=(cue, cue + 6),
        mention=(mention, mention + 15),
        chain=("s1",),
    )
    line = replace(reading.source("s4"), id="s1", mentions=((mention, mention + 15),))
    article = Article(
        "gull",
        COPY,
        title="Ferry sailed with doors open",
        publisher="The Gull",
        published="2024-05-03",
        url="https://gull.example/?id=3&part=<1>",
    )
    return Reading(article, (line,), (said,), (), reading.reader)


@pytest.fixture
def ledger(tmp_path: Path, reading: Reading, copied: Reading) -> Path:
    with Ledger.open(tmp_path / "news.db") as store:
        store.add(reading)
        store.add(copied)
    return tmp_path / "news.db"


@pytest.fixture
def silent() -> Reading:
    """A reading in which nobody is credited with anything."""
    article = Article("weather", "Rain fell on the quay.", title="Rain")
    return Reading(article, (), (), (), ReaderInfo("firsthand", "0", "abc"))


def part(id: str, publisher: str, published: str | None, **given: object) -> TracedArticle:
    fields: dict[str, object] = {
        "title": f"The ferry, by {publisher}", "stance": Stance.REPORTS, "hedged": False,
        "statements": (f"{id}#st1",), "span": (0, 5), "via": (), "copy_of": None,
        "origins": (), "lost": (),
    }  # fmt: skip
    return TracedArticle(
        id=id,
        publisher=publisher,
        published=published,
        **(fields | given),  # type: ignore[arg-type]
    )


def link(source: str, target: str, kind: LinkKind, reason: str, **given: object) -> Link:
    fields: dict[str, object] = {"judgement": Judgement.YES, "score": 0.9, "evidence": ()}
    return Link(source, target, kind, reason=reason, **(fields | given))  # type: ignore[arg-type]


@pytest.fixture
def trace() -> Trace:
    """Tidewater spoke to Brann; the Lantern cites it; the Gull copies the Lantern and loses words;
    the Marrow Line denies; the Bell names nobody; the Fog and the Mist cite each other."""
    loss = (
        Loss(Lost.NUMBER, "about forty cars were loose", "400 cars were loose"),
        Loss(Lost.VERIFICATION, "Tidewater could not verify the account", None),
    )
    return Trace(
        claim=Claim("c1", "The ferry sailed with its doors open"),
        articles=(
            part("gull", "The Gull", "2024-05-03", origins=("o1",), copy_of="ferry", lost=loss,
                   stance=Stance.ASSERTS),
            part("tide", "Tidewater", "2024-05-01", origins=("o1",), via=("Brann",)),
            part("ferry", "The Lantern", "2024-05-02", origins=("o1", "o2"),
                   via=("Tidewater", "Brann"), hedged=True),
            part("bell", "The Bell", None, stance=Stance.ASSERTS),
            part("fog", "The Fog", "2024-05-04"),
            part("mist", "The Mist", "2024-05-05"),
        ),
        origins=(
            Origin("o1", "Brann", "Tidewater", Side.SUPPORTS, "spoke to Tidewater under that name"),
            Origin("o2", "Marrow Line", None, Side.DENIES, "its own word"),
        ),
        links=(
            link("ferry", "tide", LinkKind.CITES, "“told Tidewater magazine”"),
            link("gull", "ferry", LinkKind.COPIES, "shares 92 % of its words"),
            link("fog", "mist", LinkKind.CITES, "“the Mist reports”"),
            link("mist", "fog", LinkKind.CITES, "“the Fog reports”"),
            link("bell", "o1", LinkKind.SAME_SOURCE, "the same rare number",
                 judgement=Judgement.UNSURE, score=0.4),
        ),
        circles=(("fog", "mist"),),
        independent_support=1,
        independent_denial=1,
        at_least=1,
        at_most=2,
    )  # fmt: skip


@dataclass
class Doors:
    """What the other rooms would give: inputs to articles or errors, and readings of them."""

    given: dict[str, object] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    forced: bool = False
    threads: int | None = None

    def articles(self, inputs: Iterable[str], *, options: object) -> Iterator[object]:
        self.forced = options.force_language  # type: ignore[attr-defined]
        for name in inputs:
            yield self.given[name]


@pytest.fixture
def doors(monkeypatch: pytest.MonkeyPatch) -> Doors:
    """Intake and reader replaced: commands are tested without a model."""
    found = Doors()

    class Reader:
        def __init__(self, *, threads: int = 0):
            found.threads = threads

        def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
            return (found.readings[article.id] for article in articles)

    rooms = {
        "firsthand.intake.inputs": SimpleNamespace(articles=found.articles),
        "firsthand.reading.reader": SimpleNamespace(Reader=Reader),
    }
    for name, room in rooms.items():
        monkeypatch.setitem(sys.modules, name, room)
    return found
