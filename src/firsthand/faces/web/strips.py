"""What a source said over time as a drawing: a lane for each outlet, a mark for each statement."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.faces.lettering import fitted
from firsthand.faces.periods import Timeline, timeline
from firsthand.faces.web import addresses
from firsthand.faces.wording import clean, count, day
from firsthand.ledger.rows import StatementRow
from firsthand.model.reading import Polarity

LANES = 12
"""Outlets with a lane of their own; the others share the last one."""
NAMES, COLUMN, ROW, HEAD, PITCH, ACROSS, DOWN = 170.0, 84.0, 30.0, 30.0, 13.0, 5, 13.0
OTHERS = "other outlets"
_NO_OUTLET = "publisher not known"


@dataclass(frozen=True, slots=True)
class Dot:
    """`about` says at length what the mark stands for; `address` is where that can be read."""

    x: float
    y: float
    names: str
    about: str
    address: str


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    y: float
    height: float
    label: Label


@dataclass(frozen=True, slots=True)
class Strip:
    width: float
    height: float
    about: str
    columns: tuple[Label, ...]
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]


def strip(rows: Sequence[StatementRow]) -> Strip:
    """Statements without a date stand in a first column of their own."""
    time = timeline(row.published for row in rows)
    undated = any(_period(row, time) is None for row in rows)
    labels = [*(["no date"] if undated else []), *time.labels]
    cells: dict[tuple[str, int], list[StatementRow]] = defaultdict(list)
    own = _lanes(rows)
    for row in rows:
        period = _period(row, time)
        column = 0 if period is None else period + undated
        cells[own[row.id], column].append(row)
    lanes, dots, y = [], list[Dot](), HEAD
    for name in dict.fromkeys(own.values()):
        most = max(len(found) for (lane, _), found in cells.items() if lane == name)
        height = max(ROW, 16 + DOWN * -(-most // ACROSS))
        text = (fitted(name, 13, within=NAMES - 16, lines=1) or [""])[0]
        lanes.append(Lane(y, height, Label(text, 8, y + height / 2 + 4)))
        for (lane, column), found in cells.items():
            if lane == name:
                dots += _dots(found, NAMES + COLUMN * column, y + 15)
        y += height
    return Strip(
        width=NAMES + COLUMN * max(1, len(labels)),
        height=y + 4,
        about=f"{count(len(rows), 'statement')} in columns: {', '.join(labels)}",
        columns=tuple(
            Label((fitted(text, 12, within=COLUMN - 6, lines=1) or [""])[0], NAMES + COLUMN * k, 18)
            for k, text in enumerate(labels)
        ),
        lanes=tuple(lanes),
        dots=tuple(dots),
    )


def _lanes(rows: Sequence[StatementRow]) -> dict[str, str]:
    """The lane of each statement, in the order of the first one of each."""
    names = {row.id: clean(row.publisher or "") or _NO_OUTLET for row in rows}
    kept = {name for name, _ in Counter(names.values()).most_common(LANES)}
    if len(set(names.values())) > LANES:
        kept = {name for name, _ in Counter(names.values()).most_common(LANES - 1)}
    return {id: name if name in kept else OTHERS for id, name in names.items()}


def _period(row: StatementRow, time: Timeline) -> int | None:
    return time.of.get(row.published or "")


def _dots(rows: Sequence[StatementRow], x: float, y: float) -> Iterator[Dot]:
    for n, row in enumerate(rows):
        said = "denies" if row.polarity is Polarity.DENIED else row.polarity.value
        when = day(row.published) or "no date"
        yield Dot(
            x=x + 6 + PITCH * (n % ACROSS),
            y=y + DOWN * (n // ACROSS),
            names=f"{row.basis.value} {row.polarity.value}",
            about=f"{clean(row.publisher or _NO_OUTLET)}, {when}, {said}: {clean(row.words)[:160]}",
            address=addresses.statement(row.id),
        )
