"""Self-contained pages: a reading with its words marked in place, a trace as a picture and a list.

No script, no request to anywhere; everything that comes from an article is escaped.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from firsthand.faces.environment import environment
from firsthand.faces.judged import JudgedStatement
from firsthand.faces.said import Said
from firsthand.faces.shown import NOBODY, ShownReading, ShownTrace
from firsthand.ledger.rows import LinkJudgement
from firsthand.model.reading import Reading
from firsthand.model.review import Review
from firsthand.model.trace import Trace

if TYPE_CHECKING:
    from firsthand.faces.export.dossier import Dossier
    from firsthand.linking.sourcing import Audit


def reading_page(readings: Iterable[Reading]) -> Iterator[str]:
    """One page of all readings, in pieces, so that a long run needs no more memory than a short."""
    yield from (
        environment()
        .get_template("reading.html")
        .generate(
            readings=(
                ShownReading(number, reading) for number, reading in enumerate(readings, start=1)
            )
        )
    )


def trace_page(
    traces: Iterable[tuple[Trace, Said]],
    *,
    judged: Mapping[str, LinkJudgement] = NOBODY,
    about: Callable[[Trace], Sequence[JudgedStatement]] = lambda _: (),
    reviewed: Callable[[Trace], Sequence[Review]] = lambda _: (),
) -> Iterator[str]:
    """One page of all traces, each drawn over time and told as a list, with its articles' own
    words; `judged`: what people hold of links, by link; `about`: of a trace's statements;
    `reviewed`: what others published of a claim."""
    shown = (
        ShownTrace(number, trace, said, judged, about(trace), reviewed(trace))
        for number, (trace, said) in enumerate(traces, start=1)
    )
    yield from environment().get_template("trace.html").generate(traces=shown)


def dossier_page(dossiers: Iterable["Dossier"]) -> Iterator[str]:
    """One page of all that an export holds on these claims."""
    yield from environment().get_template("dossier.html").generate(dossiers=dossiers)


def audit_page(audit: "Audit") -> Iterator[str]:
    """One page of an audit: its bars as drawings, and beside each what it says in words."""
    from firsthand.faces import bars, sourcing

    template = environment().get_template("audit.html")
    yield from template.generate(audit=audit, bars=bars, sourcing=sourcing)
