"""firsthand import: what annotators changed, back into the ledger as judgements of statements."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.faces.commands.options import (
    LedgerOption,
    Output,
    existing_ledger,
    settings_of,
)
from firsthand.faces.flow import REFUSED
from firsthand.faces.output import complain, results
from firsthand.faces.wording import clean, count, day
from firsthand.ledger.rows import StatementJudgement, Verdict
from firsthand.model.errors import InputError, UsageError

if TYPE_CHECKING:
    from firsthand.faces.annotated.marks import Marked
    from firsthand.ledger.store import Ledger


def import_(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="brat's folder, zip or .ann file, Label Studio's JSON, or Web Annotations.",
            show_default=False,
        ),
    ],
    ledger: LedgerOption = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who annotated. Else as the file says, $FIRSTHAND_BY, your login name.",
            show_default=False,
        ),
    ] = None,
    restore: Annotated[
        bool,
        typer.Option("--restore", help="Take back what others judged where the file has it not."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be judged, and keep nothing.")
    ] = False,
    output: Output = None,
) -> int:
    """Take back what annotators changed in an export: kept as judgements, with their author.

    Nothing that was read or judged before is changed. Traces and counts follow the newest.
    """
    from firsthand.faces.annotated.files import known, read
    from firsthand.ledger.store import Ledger

    with Ledger.open(existing_ledger(ctx, ledger), create=False) as store:
        done = _Import(
            store, by=by, otherwise=settings_of(ctx).author, restore=restore, dry_run=dry_run
        )
        articles = known(store)
        with results(output) as stream:
            for path in files:
                for format, marked in read(path, articles):
                    for line in done.take(marked, format=format, path=path):
                        print(line, file=stream)
        complain(done.summary())
    return done.code


@dataclass(slots=True)
class _Import:
    """One run. `by` goes before what files say, `otherwise` after it."""

    store: "Ledger"
    by: str | None
    otherwise: str | None
    restore: bool
    dry_run: bool
    counts: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    moved: int = 0
    orphaned: int = 0
    code: int = 0

    def take(self, marked: "Marked | InputError", *, format: str, path: Path) -> list[str]:
        """Keeps one article's judgements; a line for each. What can't be taken is said at once."""
        try:
            if isinstance(marked, InputError):
                raise marked
            return self._taken(marked, format=format, path=path)
        except InputError as error:
            self.code = REFUSED
            named = "" if error.name.startswith(str(path)) else f"{path}: "
            complain(f"{named}{error}")
            return []

    def _taken(self, marked: "Marked", *, format: str, path: Path) -> list[str]:
        from firsthand.faces.annotated.compare import compare

        reading = next(self.store.readings([marked.article]), None)
        if reading is None:
            raise InputError(marked.article, f"{self.store.name} holds no such article")
        found = compare(
            marked,
            reading,
            self.store.statement_judgements(marked.article, newest=True),
            why=_marked_in(format, marked.when),
            author=self._author(marked),
            when=datetime.now(UTC),
            restore=self.restore,
        )
        for each in found.standing:
            complain(
                f"{path}: {each.statement} stands there as before {each.author} judged it "
                f"{each.verdict.value}; that is left, --restore takes it back"
            )
        for words in found.orphaned:
            complain(
                f"{path}: {marked.article}: orphaned: “{clean(words)[:80]}” stands there no more, "
                "or more than once; nothing is judged"
            )
        self.moved += found.moved
        self.orphaned += len(found.orphaned)
        if not self.dry_run:
            self.store.judge_statements(found.judged)
        for each in found.judged:
            self.counts[each.verdict] += 1
        return [_line(each) for each in found.judged]

    def _author(self, marked: "Marked") -> str:
        author = (self.by or marked.author or self.otherwise or "").strip()
        if not author:
            raise UsageError("nobody is named as the annotator; add --by NAME or set FIRSTHAND_BY")
        return author

    def summary(self) -> str:
        told = [f"{number} {verdict.value}" for verdict, number in self.counts.items() if number]
        made = count(sum(self.counts.values()), "judgement")
        would = " would be kept" if self.dry_run else ""
        more = [f"{self.moved} moved"] * bool(self.moved)
        more += [f"{self.orphaned} orphaned"] * bool(self.orphaned)
        return "; ".join([f"{made}{would}" + (f": {', '.join(told)}" if told else ""), *more])


def _marked_in(format: str, when: datetime | None) -> str:
    on = f" on {day(when.astimezone(UTC).date().isoformat())}" if when else ""
    return f"marked in {format}{on}"


def _line(judged: StatementJudgement) -> str:
    line = f"{judged.statement} {judged.verdict.value} by {judged.author}: {judged.why}"
    return clean(line)
