"""firsthand serve: the ledger as pages and as an API, on this machine."""

import logging
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.faces.commands.options import LedgerOption, existing_ledger, settings_of
from firsthand.faces.output import complain, results
from firsthand.model.errors import UsageError

if TYPE_CHECKING:
    from firsthand.faces.web.site import Options
    from firsthand.ledger.store import Ledger

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(
    ctx: typer.Context,
    ledger: LedgerOption = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Articles can be added, and links judged.")
    ] = False,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Where to listen; others reach it unless it is loopback.",
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65_535, help="0: any that is free.")
    ] = 8740,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            metavar="NAME",
            help="A name that the pages may be called by, beside localhost.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Show a ledger as web pages.

    Read-only, and for this machine alone, unless told otherwise. Prints its address; Ctrl-C ends
    it.
    """
    try:
        import fastapi  # noqa: F401
        import python_multipart  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise UsageError(f"{error.name} isn't installed; pip install 'firsthand[serve]'") from error
    from firsthand.faces.web.site import Options
    from firsthand.ledger.store import Ledger

    settings = settings_of(ctx)
    options = Options(
        edit=edit,
        hosts=tuple(allow_host or ()),
        # Elsewhere it would be somebody else's name, and would tell everybody the login here.
        author=settings.author or "" if host in LOOPBACK else "",
        token=settings.token,
    )
    with Ledger.open(existing_ledger(ctx, ledger), create=False) as store:
        _run(store, options, host=host, port=port)
    return 0


def _run(store: "Ledger", options: "Options", *, host: str, port: int) -> None:
    import uvicorn

    from firsthand.faces.web.app import application

    app = application(store, options)
    # What goes wrong in binding is said below, in one line; what goes wrong later is logged whole.
    config = uvicorn.Config(
        app, host=host, port=port, log_level="critical", server_header=False, lifespan="off"
    )
    try:
        listening = config.bind_socket()
    except SystemExit:
        raise UsageError(
            f"{host}:{port} can't be listened on; is another server there? Give another --port"
        ) from None
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    # From here on whoever comes waits until the server has started.
    listening.listen()
    at = listening.getsockname()
    shown = f"[{at[0]}]" if ":" in at[0] else at[0]
    with results() as stream:
        print(f"http://{shown}:{at[1]}/  shows {store.name}; Ctrl-C ends it", file=stream)
        if options.edit:
            token = app.state.site.api_token
            print(f"Writing over /api takes this token: {token}", file=stream)
        stream.flush()
    if host not in LOOPBACK:
        may = "read and change it" if options.edit else "read it"
        complain(f"{host} isn't loopback: whoever reaches this machine there can {may}")
    uvicorn.Server(config).run(sockets=[listening])
