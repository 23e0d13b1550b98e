"""`/statements`, `/signals`, `/events`, `/figures`, `/times`: who said, warned, did what, how much, when; narrowed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fastapi import APIRouter

from sayso.faces.http.asked import MOST, Narrowed, narrowed
from sayso.faces.http.counts import totals
from sayso.faces.http.cursors import place_of, word_of
from sayso.faces.http.fields import chips, fields
from sayso.faces.http.links import KINDS
from sayso.faces.http.routes import add
from sayso.faces.http.rows import entry_rows, reported
from sayso.faces.http.view import Page, Row, View, Visit
from sayso.record.filters import Filters
from sayso.record.order import Place

TITLES: Final = {
    "statement": ("Statements", "Who said what, in whose words, through whom."),
    "signal": ("Signals", "Warnings, threats, promises, commitments, refusals and demands."),
    "event": ("Events", "What was done by whom to whom, and whether it happened or only might."),
    "figure": ("Figures", "Quantities with their bounds and what they count."),
    "time": ("Times", "Time expressions with the dates that they mean."),
}


def entries_page(kind: str) -> Page:
    """Return the page of the list of a kind."""

    def page(visit: Visit) -> View:
        wanted = visit.asks(Narrowed)
        filters = wanted.filters(kind)
        found = visit.explorer.pages.entries(kind, filters, place_of(wanted.after), wanted.size)
        rows = visit.explorer.rows(found.listed)
        title, about = TITLES[kind]
        whole = visit.explorer.tallies.of("totals", totals)
        set_to = chips(visit, kind, f"/{kind}s")
        return View(
            template="list.html",
            shown={
                "kind": kind,
                "title": title,
                "about": about,
                "listed": found.listed,
                "reported": reported(rows, found.listed),
                "fields": fields(visit, kind),
                "chips": set_to,
                "total": whole.entries.get(kind, 0) if whole is not None and not set_to else None,
                "is_first": wanted.after is None,
                "looked_through": found.looked_through,
            },
            rows=entry_rows(rows, found.listed),
            next=word_of(found.after),
            truncated=found.looked_through,
            every=lambda: every(visit, kind, filters),
        )

    return page


def every(visit: Visit, kind: str, filters: Filters) -> Iterator[Row]:
    """Yield the rows of every page of a list."""
    after: Place | None = None
    while True:
        found = visit.explorer.pages.entries(kind, filters, after, MOST)
        yield from entry_rows(visit.explorer.rows(found.listed), found.listed)
        after = found.after
        if after is None:
            return


def routes(router: APIRouter) -> None:
    """Give the lists their addresses."""
    for kind in KINDS:
        add(router, f"/{kind}s", entries_page(kind), narrowed(kind), f"{TITLES[kind][0]}: {TITLES[kind][1]}")
