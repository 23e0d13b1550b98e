"""
A record to a server: every page at its addresses, one guard before them, every error in the form that was asked for.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any, Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from sayso import __version__
from sayso.errors import SaysoError
from sayso.faces.http import plain
from sayso.faces.http.explorer import Explorer
from sayso.faces.http.forms import as_json
from sayso.faces.http.guard import App, Guard, Scope
from sayso.faces.http.pages import (
    about,
    articles,
    changes,
    copies,
    entities,
    entry,
    exposure,
    ledger,
    lists,
    measures,
    overview,
    reader,
    review,
    runs,
    search,
    walk,
    whatif,
)
from sayso.faces.http.rendering import STATIC, render
from sayso.faces.http.told import Elsewhere, status_of

if TYPE_CHECKING:
    from sayso.pipeline import Reader

PAGES = (
    overview,
    search,
    whatif,
    ledger,
    lists,
    entry,
    reader,
    walk,
    copies,
    articles,
    entities,
    exposure,
    measures,
    runs,
    review,
    changes,
    about,
)

SWITCH: Final = 0.0005
"""
Seconds that a thread which counts in the background may hold up one that makes a page, each time that the page has
asked the database for a row; Python's own 5 ms make a page of a thousand rows wait for seconds. Set by hand.
"""


def explorer_app(
    record: str,
    *,
    token: str | None = None,
    hosts: Iterable[str] = (),
    new_reader: Callable[[], Reader] | None = None,
    patience: float | None = None,
    writes: bool = True,
) -> App:
    """
    Return the explorer of a record as an ASGI application.

    Args:
        record: Path or URL.
        token: What whoever asks has to know; None trusts whoever reaches the server.
        hosts: Names under which it may be asked for, besides this machine's own and addresses in numbers.
        new_reader: Makes what reads a move.
        patience: Seconds that a page waits for a count.
        writes: Whether people may say what they know better.

    Raises:
        RecordError: There is no such record, or it cannot be opened.
    """
    explorer = Explorer(record, new_reader, patience, writes=writes)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
        yield
        sys.setswitchinterval(usual)
        explorer.close()

    app = FastAPI(
        title="sayso explorer",
        version=__version__,
        summary="A record of who said, warned, promised and did what: every page as HTML, JSON and CSV.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.explorer, app.state.token = explorer, token
    app.state.key = token_urlsafe()
    router = APIRouter()
    for one in PAGES:
        one.routes(router)
    app.include_router(router)
    app.include_router(plain.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _answer_errors(app)
    app.openapi = lambda: _document(app)  # type: ignore[method-assign]
    return Guard(app, hosts, token, lambda scope, status, why: _refused(app, scope, status, why))


def _answer_errors(app: FastAPI) -> None:
    @app.exception_handler(SaysoError)
    def told(request: Request, error: SaysoError) -> Response:
        return refusal(request, status_of(error), [str(error)])

    @app.exception_handler(Elsewhere)
    def moved(request: Request, error: Elsewhere) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{error.address}{_form(request)}{query}", status_code=307)

    @app.exception_handler(RequestValidationError)
    def misread(request: Request, error: RequestValidationError) -> Response:
        return refusal(request, 400, [_fault(one) for one in error.errors()])

    @app.exception_handler(HTTPException)
    def plain_error(request: Request, error: HTTPException) -> Response:
        said = "there is no such page" if error.status_code == 404 else str(error.detail).lower()
        return refusal(request, error.status_code, [said], dict(error.headers or {}))

    @app.exception_handler(Exception)
    def broken(request: Request, _: Exception) -> Response:
        return refusal(request, 500, ["this page could not be made; it is our fault, and the server's log says where"])


def refusal(request: Request, status: int, errors: list[str], headers: dict[str, str] | None = None) -> Response:
    """Return an error in the form that was asked for."""
    if _form(request):
        told = {"ok": False, "error": errors[0], "errors": errors, "status": status}
        return Response(as_json(told), status, headers, media_type="application/json")
    page = render(request, "door.html" if status == 401 else "error.html", {"status": status, "errors": errors})
    return HTMLResponse(page, status, headers)


def _form(request: Request) -> str:
    return next((suffix for suffix in (".json", ".csv") if request.url.path.endswith(suffix)), "")


def _fault(one: Any) -> str:
    where = [str(part) for part in one["loc"] if part not in ("query", "path")]
    name = where[-1] if where else "the query"
    if one["type"] == "extra_forbidden":
        return f"this page knows no {name!r}; its addresses are described in /openapi.json"
    return f"{name}: {one['msg'][:1].lower()}{one['msg'][1:]}"


def _refused(app: FastAPI, scope: Scope, status: int, why: str) -> App:
    request = Request({**scope, "app": app})
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else None
    return refusal(request, status, [why], headers)


def _document(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document; what cannot be read is answered with 400, never with FastAPI's own 422."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        for path in made["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
        for name in ("HTTPValidationError", "ValidationError"):
            made["components"]["schemas"].pop(name, None)
        app.openapi_schema = made
    return app.openapi_schema
