"""`/articles`, `/outlets` and `/outlet/NAME`: what was published where and when, with how much was read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from fastapi import APIRouter

from sayso.faces.http import links
from sayso.faces.http.asked import MOST, Narrowed, Wanted, narrowed
from sayso.faces.http.counts import copied, published
from sayso.faces.http.cursors import place_of, word_of
from sayso.faces.http.fields import chips, fields
from sayso.faces.http.links import KINDS
from sayso.faces.http.routes import add
from sayso.faces.http.rows import entry_rows, reported
from sayso.faces.http.told import NotFound
from sayso.faces.http.view import Row, View, Visit
from sayso.record.filters import Filters
from sayso.record.order import Place

SOME: Final = 12
"""Articles that the page of an outlet shows; the list has them all."""
SIGNALS: Final = 6


def articles(visit: Visit) -> View:
    """Return the list of articles, the newest first."""
    wanted = visit.asks(Narrowed)
    filters = wanted.filters("article")
    found = visit.explorer.pages.articles(filters, place_of(wanted.after), wanted.size)
    return View(
        template="articles.html",
        shown={
            "articles": found.rows,
            "kinds": KINDS,
            "fields": fields(visit, "article"),
            "chips": chips(visit, "article", "/articles"),
            "is_first": wanted.after is None,
            "looked_through": found.looked_through,
        },
        rows=[_row(row) for row in found.rows],
        next=word_of(found.after),
        truncated=found.looked_through,
        every=lambda: _every(visit, filters),
    )


def _every(visit: Visit, filters: Filters) -> Iterator[Row]:
    after: Place | None = None
    while True:
        found = visit.explorer.pages.articles(filters, after, MOST)
        yield from map(_row, found.rows)
        after = found.after
        if after is None:
            return


def _row(row: Row) -> Row:
    return {**row, "page": links.article(row["id"])}


def outlets(visit: Visit) -> View:
    """Return the list of outlets, those with the most articles first."""
    found = visit.explorer.tallies.of("published", published)
    rows: list[Row] = [{**asdict(one), "page": links.outlet(one.outlet) if one.outlet else None} for one in found or ()]
    is_counting = found is None
    shown = {"outlets": found or (), "is_counting": is_counting}
    return View("outlets.html", shown, rows, truncated=is_counting, is_making=is_counting)


def outlet(visit: Visit) -> View:
    """Return the page of an outlet."""
    name = visit.named["name"]
    pages = visit.explorer.pages
    if not pages.outlet(name):
        raise NotFound(f"no article in this record was published by {name!r}; /outlets lists who published")
    narrowed_to = Filters(outlet=name)
    found = pages.articles(narrowed_to, None, SOME)
    signals = pages.entries("signal", Filters(outlet=name, asides=False), None, SIGNALS)
    entries = visit.explorer.rows(signals.listed)
    counted = visit.explorer.tallies.of("published", published) or []
    return View(
        template="outlet.html",
        shown={
            "outlet": name,
            "articles": found.rows,
            "kinds": KINDS,
            "has_more": found.after is not None,
            "signals": signals,
            "reported": reported(entries, signals.listed),
            "passed_on": _passed_on(visit, name),
            "counted": next((one for one in counted if one.outlet == name), None),
        },
        rows=[
            {
                "outlet": name,
                "articles": [_row(row) for row in found.rows],
                "signals": entry_rows(entries, signals.listed),
            }
        ],
        table=[_row(row) for row in found.rows],
    )


def _passed_on(visit: Visit, outlet: str) -> tuple[int, int] | None:
    """Return how many copies an outlet printed, and how many others printed of its texts; None while nobody knows."""
    found = visit.explorer.tallies.of("families", copied)
    if found is None:
        return None
    steps = [step for family in found for step in family.descents if step.original.outlet != step.copy.outlet]
    told = [step for step in steps if step.ground is not None]
    return sum(step.copy.outlet == outlet for step in told), sum(step.original.outlet == outlet for step in told)


def routes(router: APIRouter) -> None:
    """Give articles and outlets their addresses."""
    add(router, "/articles", articles, narrowed("article"), "Articles, the newest first, with what was read from each.")
    add(router, "/outlets", outlets, Wanted, "Who published, how much, and when.")
    add(router, "/outlet/{name:path}", outlet, Wanted, "What an outlet published, and the signals that it carries.")
