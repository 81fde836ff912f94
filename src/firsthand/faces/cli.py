"""The command line: firsthand COMMAND. It parses, calls and prints; heavy rooms load in commands.

Exit code 0; 1 when some inputs were refused or a ledger can't be read; 2 for wrong usage.
"""

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from firsthand.faces.commands.add import add
from firsthand.faces.commands.audit import audit
from firsthand.faces.commands.demo import demo
from firsthand.faces.commands.export import export
from firsthand.faces.commands.import_ import import_
from firsthand.faces.commands.judge import judge, judgements
from firsthand.faces.commands.listing import articles, sources, statements
from firsthand.faces.commands.read import read
from firsthand.faces.commands.review import review, reviews
from firsthand.faces.commands.serve import serve
from firsthand.faces.commands.stance import stance
from firsthand.faces.commands.trace import trace
from firsthand.faces.commands.watch import watch
from firsthand.faces.output import complain
from firsthand.faces.settings import Colour, settings
from firsthand.model.errors import FirsthandError, UsageError

INTERRUPTED = 130
"""What shells expect of a command that was stopped with Ctrl-C."""

# Typer may carry a click of its own, so the class is taken from there.
_WrongUsage: Any = typer.BadParameter.__mro__[1]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
COMMANDS = (
    *(read, add, watch, articles, sources, statements, trace, audit, stance),
    *(judge, judgements, review, reviews, serve, export, import_, demo),
)
for command in COMMANDS:
    app.command(command.__name__.rstrip("_"))(command)


@app.callback(invoke_without_command=True)
def firsthand(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
    colour: Annotated[
        Colour | None,
        typer.Option(help="auto: on a terminal only. Also $FIRSTHAND_COLOUR.", show_default=False),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(
            metavar="COLUMNS",
            min=40,
            help="Columns of tables and trees. Also $FIRSTHAND_WIDTH.",
            show_default=False,
        ),
    ] = None,
    threads: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            help="Processor cores to read with, 0 for all. Also $FIRSTHAND_THREADS.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Who says so, and how do they know?

    Reads news articles, keeps every attributed statement with its whole chain, and traces claims
    to their independent origins. It never says whether a claim is true. Begin with: firsthand demo
    """
    if version:
        # The package root is loaded whenever a room is, and no room imports it.
        print(f"firsthand {sys.modules['firsthand'].__version__}")
        raise typer.Exit(0)
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())
        raise typer.Exit(0)
    ctx.obj = settings(os.environ, colour=colour, width=width, threads=threads)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit. What a user can mend is one line on stderr."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command."""
    try:
        code = app(args=arguments, prog_name="firsthand", standalone_mode=False)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except typer.Abort:
        code = INTERRUPTED
    except _WrongUsage as error:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "firsthand"
        complain(f"{_sentence(error)}; see {path} --help")
        return 2
    except UsageError as error:
        complain(error)
        return 2
    except FirsthandError as error:
        complain(error)
        return 1
    except OSError as error:
        complain(f"{error.filename or 'output'}: {error.strerror or error}")
        return 1
    if code == INTERRUPTED:
        complain("stopped")
    return code or 0


def _sentence(error: BaseException) -> str:
    said = str(getattr(error, "format_message", lambda: error)())
    return said.rstrip(".")
