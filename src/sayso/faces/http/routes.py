"""
Pages to addresses: HTML for people, JSON and CSV for programs, each at one address and in the OpenAPI document.

A page is a function from a visit to a view. What stands in an address after its last dot says in which form it is
wanted: `/signals`, `/signals.json`, `/signals.csv`.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from re import findall
from typing import Annotated, Any, Final, TypeAlias

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from sayso.faces.http.asked import LONGEST, Wanted
from sayso.faces.http.forms import csv_answer, html_answer, json_answer
from sayso.faces.http.told import ERRORS, PAGES_OF_ERRORS, Envelope
from sayso.faces.http.view import Page, View, Visit

Form: TypeAlias = Callable[[Request, View, Any], Response]

FORMS: Final[tuple[tuple[str, Form], ...]] = ((".json", json_answer), (".csv", csv_answer), ("", html_answer))
"""The suffixed addresses stand first: `/article/{id}` would take `x.json` for an id."""


def add(router: APIRouter, path: str, page: Page, wanted: type[Wanted], summary: str) -> None:
    """
    Give a page its addresses.

    Args:
        router: Takes the routes.
        path: The address, `{name}` for what it names, `{name:path}` where that may hold slashes.
        page: Makes the view.
        wanted: What its query may hold.
        summary: What it shows, in a line, for the OpenAPI document.
    """
    name = path.strip("/").replace("/", "_").replace("{", "").replace("}", "").replace(":path", "") or "overview"
    for suffix, form in FORMS:
        address = f"{path}{suffix}" if path != "/" else f"/overview{suffix}" if suffix else "/"
        kind = suffix.removeprefix(".") or "html"
        told: dict[str, Any] = {"model": Envelope} if kind == "json" else {"content": {f"text/{kind}": {}}}
        router.add_api_route(
            address,
            _endpoint(page, form, path, wanted),
            methods=["GET"],
            summary=summary,
            operation_id=f"{name}_{kind}",
            tags=[kind],
            response_class=Response,
            responses={200: {"description": summary, **told}, **(PAGES_OF_ERRORS if kind == "html" else ERRORS)},
        )


def _endpoint(page: Page, form: Form, path: str, wanted: type[Wanted]) -> Callable[..., Response]:
    """Return a function with the signature that FastAPI reads the query and the path by."""

    def answer(request: Request, wanted: Any, **named: str) -> Response:
        explorer = request.app.state.explorer
        explorer.freshen()
        return form(request, page(Visit(explorer, wanted, named)), wanted)

    kind = Parameter.POSITIONAL_OR_KEYWORD
    told = Path(max_length=LONGEST, pattern=r"^[^\x00]*$")
    answer.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter("request", kind, annotation=Request),
            Parameter("wanted", kind, annotation=Annotated[wanted, Query()]),
            *(Parameter(one, kind, annotation=Annotated[str, told]) for one in findall(r"{(\w+)", path)),
        ]
    )
    return answer
