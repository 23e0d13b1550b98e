"""`/changes`: what came in, what was read anew, what people corrected, rejected, retracted and undid; newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from sayso.faces.http import links
from sayso.faces.http.asked import Paged, words
from sayso.faces.http.atom import feed
from sayso.faces.http.cursors import parts, word
from sayso.faces.http.room import Room
from sayso.faces.http.routes import add
from sayso.faces.http.told import PAGES_OF_ERRORS
from sayso.faces.http.view import Row, View, Visit
from sayso.faces.matters import about

RUNS: Final = 5
"""The feed begins with the latest few runs, unless another day is asked for. Set by hand."""


class ChangesWanted(Paged):
    """
    What the feed can be asked for.

    Attributes:
        since: As `sayso changes --since` takes it.
    """

    since: str | None = words("From this day (UTC), moment of the feed, or number of a run on; else the last few runs.")


def page(visit: Visit) -> View:
    """Return what changed, the newest first."""
    wanted = visit.asks(ChangesWanted)
    work = partial(_changes, since=wanted.since)
    found = visit.explorer.answers.of(("changes", wanted.since), work, visit.explorer.patience)
    since, changes = found or (wanted.since, [])
    rows = changes[::-1]
    begins = _behind(rows, wanted.after)
    some = [_row(row) for row in rows[begins : begins + wanted.size]]
    more = begins + len(some) < len(rows)
    return View(
        template="changes.html",
        shown={
            "changes": some,
            "amount": len(rows),
            "since": since,
            "asked": wanted.since or "",
            "is_reading": found is None,
            "is_first": wanted.after is None,
        },
        rows=some,
        next=word(*_key(some[-1])) if more else None,
        truncated=found is None,
        is_making=found is None,
        every=lambda: map(_row, rows),
    )


def _changes(room: Room, *, since: str | None) -> tuple[str | None, list[dict[str, Any]]]:
    """Return what changed, the oldest first, with since when: where nobody says, since the last few runs began."""
    if since is None:
        runs, _ = room.pages.runs(None, RUNS)
        since = str(runs[-1]["recorded_at"]) if runs else None
    return since, room.record.changes(since) if since is not None else []


def _key(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return row["at"], row["change"], row["id"]


def _behind(rows: Sequence[Mapping[str, Any]], after: str | None) -> int:
    """Return where a page begins: behind the change that the last one ended with."""
    if after is None:
        return 0
    last = tuple(parts(after, str, str, str))
    same = next((n for n, row in enumerate(rows, 1) if _key(row) == last), None)
    return same or next((n for n, row in enumerate(rows) if row["at"] < last[0]), len(rows))


def _row(row: Mapping[str, Any]) -> Row:
    return {**row, "about": about(row), "page": _address(row)}


def _address(row: Mapping[str, Any]) -> str | None:
    of, key = row["of"], row["id"]
    if of in ("article", "reading"):
        return links.article(key)
    if of == "entry":
        return links.review(key)
    if of == "entity":
        return links.entity(key)
    return links.outlet(key) if of == "outlet" else None


def atom(request: Request) -> Response:
    """Return the latest changes as a feed that news readers take."""
    view = page(Visit(request.app.state.explorer, ChangesWanted()))
    base = f"{request.url.scheme}://{request.url.netloc}"
    made = feed(view.rows, request.app.state.explorer.name, base)
    return Response(made, media_type="application/atom+xml; charset=utf-8")


def routes(router: APIRouter) -> None:
    """Give the feed its addresses."""
    router.add_api_route(
        "/changes.atom",
        atom,
        summary="The latest changes as an Atom feed.",
        operation_id="changes_atom",
        tags=["atom"],
        response_class=Response,
        responses={200: {"content": {"application/atom+xml": {}}}, **PAGES_OF_ERRORS},
    )
    add(router, "/changes", page, ChangesWanted, "What came in, was read anew, corrected, retracted and undone.")
