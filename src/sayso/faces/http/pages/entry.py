"""`/statement/ID`, `/signal/ID`, …: one entry with its proof, its fields, what stands in it, what people said."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from sayso.errors import UsageError
from sayso.faces.http import links
from sayso.faces.http.asked import Wanted
from sayso.faces.http.links import KINDS
from sayso.faces.http.phrases import kind_of
from sayso.faces.http.quoting import field_words, quoted
from sayso.faces.http.routes import add
from sayso.faces.http.rows import entry_rows
from sayso.faces.http.told import Elsewhere, NotFound
from sayso.faces.http.view import Page, View, Visit
from sayso.record.entries import Event, Signal

OTHERS: Final = 12
"""Other reports of an utterance that are shown; the row has the ids of all."""


def entry_page(kind: str) -> Page:
    """Return the page of an entry of a kind."""

    def page(visit: Visit) -> View:
        given = visit.named["id"]
        found = visit.explorer.pages.kin(given)
        if found is None:
            raise elsewhere(visit, given)
        listed = found.listed
        if kind_of(listed.entry) != kind:
            raise Elsewhere(links.entry(kind_of(listed.entry), given))
        rows = visit.explorer.rows([listed])
        told = rows.corroboration(listed)
        others, _ = visit.explorer.pages.listed(told.same_as[:OTHERS] if told is not None else ())
        conditions = {one.entry.id: one for one in found.parts if isinstance(one.entry, Event)}
        holding = next((one for one in found.parts if one.entry.id == getattr(listed.entry, "statement", None)), None)
        return View(
            template="entry.html",
            shown={
                "kind": kind,
                "listed": listed,
                "entry": listed.entry,
                "around": found.around,
                "pieces": quoted(listed),
                "words": field_words(listed),
                "within": found.within,
                "holding": holding,
                "events": conditions,
                "used_by": found.used_by,
                "told": told,
                "others": [others[key] for key in (told.same_as if told is not None else ()) if key in others],
                "move": _move(listed.entry, field_words(listed)),
            },
            rows=[{**entry_rows(rows, [listed])[0], "within": [one.entry.id for one in found.within]}],
        )

    return page


def _move(entry: object, words: dict[str, str | None]) -> str | None:
    """Return the words of a condition that can be asked about as a move, None where there is none."""
    return words.get("condition") if isinstance(entry, Signal) and entry.condition_event else None


def elsewhere(visit: Visit, given: str) -> Exception:
    """Return where what an id begins may be found, or that nothing has it."""
    try:
        kind, whole = visit.explorer.pages.whole(given)
    except UsageError as error:
        return NotFound(str(error))
    return Elsewhere(links.article(whole) if kind == "article" else links.entry(kind, whole))


def routes(router: APIRouter) -> None:
    """Give the entries their addresses."""
    for kind in KINDS:
        add(router, f"/{kind}/{{id}}", entry_page(kind), Wanted, f"One {kind} with its proof.")
