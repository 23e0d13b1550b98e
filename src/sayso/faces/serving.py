"""The command that opens a record in the browser: `serve`."""

from __future__ import annotations

import ipaddress
import socket
import webbrowser
from collections.abc import Callable
from threading import Timer
from typing import Annotated, Final
from urllib.parse import urlencode

import typer

from sayso.errors import UsageError
from sayso.faces.options import RecordOption, record_name
from sayso.faces.printing import tell

PORT: Final = 8001
HERE: Final = "127.0.0.1"


Port = Annotated[int, typer.Option(min=1, max=65535, help="Where to listen.")]
Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="On which address; any but this machine's own asks for a token.")
]
Token = Annotated[
    str | None,
    typer.Option(metavar="WORD", envvar="SAYSO_TOKEN", help="What whoever opens it must know; also SAYSO_TOKEN."),
]
AllowHost = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="A name under which it may be asked for besides; repeatable.")
]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="Let nobody accept, correct or reject; only look.")]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]


def serve(
    context: typer.Context,
    port: Port = PORT,
    host: Host = HERE,
    token: Token = None,
    allow_host: AllowHost = None,
    read_only: ReadOnly = False,
    opens: Open = False,
    record: RecordOption = None,
) -> None:
    """
    Open a record in the browser, and to programs as JSON and CSV; it may go on while `add` writes.
    """
    if not _is_here(host) and not token:
        raise UsageError(f"--host {host} lets others in: give them a --token WORD (or SAYSO_TOKEN)")
    if not _is_free(host, port):
        raise UsageError(f"port {port} of {host} is taken; choose another with --port")
    import uvicorn

    from sayso.faces.http.app import explorer_app

    name = record_name(context, record)
    app = explorer_app(name, token=token, hosts=[host, socket.gethostname(), *(allow_host or ())], writes=not read_only)
    shown = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    tell(f"{name} is open at {shown}  (Ctrl-C closes it)")
    if opens:
        _later(lambda: webbrowser.open(f"{shown}enter?{urlencode({'token': token})}" if token else shown))
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)


def _is_here(host: str) -> bool:
    """Tell whether an address is one that only this machine reaches."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_free(host: str, port: int) -> bool:
    """Tell whether nobody listens there, so that the message is ours and not a traceback."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError:
            return False
    return True


def _later(opens: Callable[[], object]) -> None:
    """Open the browser once the server has had time to listen."""
    timer = Timer(1.0, opens)
    timer.daemon = True
    timer.start()
