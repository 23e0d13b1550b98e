"""What is no page: our own files, the bytes that a record keeps, the switch of colours, and the door with its token."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from sayso.faces.http.guard import COOKIE, form_value, key_of, matches
from sayso.faces.http.rendering import THEMES
from sayso.faces.http.told import PAGES_OF_ERRORS, NotFound

router = APIRouter()

YEAR = 365 * 24 * 3600


@router.get("/bytes/{sha256}", summary="The bytes of an article, as they were taken.", tags=["bytes"],
            response_class=Response, operation_id="bytes",
            responses={200: {"content": {"application/octet-stream": {}}}, **PAGES_OF_ERRORS})  # fmt: skip
def kept_bytes(request: Request, sha256: Annotated[str, Path(max_length=64, pattern=r"^[0-9a-f]*$")]) -> Response:
    """Answer with bytes that a record keeps, never to be shown by a browser as a page."""
    found = request.app.state.explorer.pages.bytes(sha256)
    if found is None or found.data is None:
        raise NotFound(f"no article in this record has the bytes {sha256}")
    return Response(
        found.data,
        media_type="application/octet-stream",
        headers={
            "content-disposition": f'attachment; filename="{sha256}"',
            "content-security-policy": "default-src 'none'; sandbox",
            "digest": f"sha-256={sha256}",
        },
    )


@router.post("/theme", include_in_schema=False)
async def theme(request: Request) -> Response:
    """Keep which colours a reader wants, and go back to where he was."""
    body = await request.body()
    chosen = form_value(body, "theme")
    answer = RedirectResponse(_back(form_value(body, "back")), status_code=303)
    if chosen in THEMES:
        answer.set_cookie("sayso_theme", chosen, max_age=YEAR, samesite="lax", httponly=True, path="/")
    return answer


@router.post("/enter", include_in_schema=False)
async def enter(request: Request) -> Response:
    """Take the token from the form at the door."""
    body = await request.body()
    return _let_in(request, form_value(body, "token"), _back(form_value(body, "back")))


@router.get("/enter", include_in_schema=False)
def enter_by_link(request: Request, token: Annotated[str, Query(max_length=500)] = "") -> Response:
    """Take the token from a link, which the browser forgets at once."""
    return _let_in(request, token, "/")


def _let_in(request: Request, token: str, back: str) -> Response:
    answer = RedirectResponse(back, status_code=303)
    wanted: str | None = request.app.state.token
    if wanted is not None and matches(token, wanted):
        answer.set_cookie(COOKIE, key_of(wanted), samesite="strict", httponly=True, path="/")
    return answer


def _back(address: str) -> str:
    """Return an address of this server, the overview where another is meant."""
    held = urlsplit(address) if address.startswith("/") and not address.startswith(("//", "/\\")) else None
    if held is None or held.netloc or any(ord(character) < 32 for character in address):
        return "/"
    return address
