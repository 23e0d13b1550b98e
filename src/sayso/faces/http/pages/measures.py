"""`/measures`: what several articles count of one thing, with ranges by source over time, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from fastapi import APIRouter
from pydantic import Field as Described

from sayso.ask.measures import measures_of
from sayso.faces.amounts import bounded
from sayso.faces.http import links
from sayso.faces.http.asked import Paged, words
from sayso.faces.http.cursors import offset_of, word
from sayso.faces.http.fields import LABELS as NAMED
from sayso.faces.http.fields import Chip, Field
from sayso.faces.http.ranges import ranges
from sayso.faces.http.room import Room
from sayso.faces.http.routes import add
from sayso.faces.http.view import Row, View, Visit
from sayso.faces.narrowing import NARROWINGS, checked
from sayso.knowledge.knowledge import knowledge
from sayso.record.filters import Filters

SIZE: Final = 8
"""Measures of a page, each with its drawing and its table."""
NEWEST: Final = 3_000
"""Figures that are compared, the newest that pass: an article takes some hundredths of a second. Set by hand."""
DISAGREE: Final = "Only where the numbers of one day cannot stand together."
LABELS: Final = {
    **{name: NAMED[name] for name in ("outlet", "source", "since", "until")},
    "disagree": "Only if at odds",
}
HELP: Final = {**{name: NARROWINGS[name].help for name in LABELS if name in NARROWINGS}, "disagree": DISAGREE}


class MeasuresWanted(Paged):
    """What the measures can be asked for: the options of `sayso measures`, under their names."""

    size: int = Described(default=SIZE, ge=1, le=40, alias="_size", description="Measures of a page.")
    outlet: str | None = words(HELP["outlet"])
    source: str | None = words(HELP["source"])
    since: str | None = words(HELP["since"])
    until: str | None = words(HELP["until"])
    disagree: bool = Described(default=False, description=DISAGREE)

    def narrows(self) -> dict[str, str]:
        """Return what is set, as an address has it."""
        held = {name: getattr(self, name) for name in LABELS if getattr(self, name)}
        return {name: "true" if value is True else value for name, value in held.items()}


def page(visit: Visit) -> View:
    """Return what is counted in several articles, by first publication."""
    wanted = visit.asks(MeasuresWanted)
    asked = Filters(outlet=wanted.outlet, source=wanted.source, since=wanted.since, until=wanted.until, asides=False)
    filters = checked("figure", asked)
    found = visit.explorer.wholes.of(
        ("measures", filters), partial(_measures, filters=filters), visit.explorer.patience
    )
    measured, is_whole = found or ((), True)
    every = [one for one in measured if one["disagree"] or not wanted.disagree]
    begins = offset_of(wanted.after)
    some = every[begins : begins + wanted.size]
    more = begins + len(some) < len(every)
    return View(
        template="measures.html",
        shown={
            "measures": [(begins + n, one, ranges(one)) for n, one in enumerate(some, 1)],
            "amount": len(every),
            "at_odds": sum(one["disagree"] for one in measured),
            "is_counting": found is None,
            "newest": None if is_whole else NEWEST,
            "fields": _fields(wanted),
            "chips": _chips(visit, wanted),
            "is_first": wanted.after is None,
            "bounded": bounded,
        },
        rows=some,
        next=word(begins + len(some)) if more else None,
        truncated=found is None or not is_whole,
        is_making=found is None,
        every=lambda: _table(every),
        table=list(_table(some)),
    )


def _measures(room: Room, *, filters: Filters) -> tuple[list[dict[str, Any]], bool]:
    """Return what the newest figures that pass count, and whether those are all."""
    page = room.pages.entries("figure", filters, None, NEWEST)
    return list(measures_of(room.record, page.listed, knowledge())), page.after is None


def _table(found: list[dict[str, Any]]) -> Iterator[Row]:
    """Yield measures as a table, a figure a line."""
    for measure in found:
        against = {one for pair in measure["pairs"] for one in pair}
        for one in measure["values"]:
            yield {
                **{name: measure[name] for name in ("what", "unit", "series", "disagree")},
                **one,
                "clashes": one["id"] in against,
                "page": links.entry("figure", one["id"]),
            }


def _fields(wanted: MeasuresWanted) -> list[Field]:
    set_to: Mapping[str, str] = wanted.narrows()
    return [
        Field(name, label, HELP[name], set_to.get(name, ""), is_switch=name == "disagree")
        for name, label in LABELS.items()
    ]


def _chips(visit: Visit, wanted: MeasuresWanted) -> list[Chip]:
    set_to = wanted.narrows()
    names = visit.explorer.pages.names([set_to["source"]]) if "source" in set_to else {}
    return [
        Chip(
            LABELS[name],
            "" if name == "disagree" else names.get(value, value),
            links.queried("/measures", {other: told for other, told in set_to.items() if other != name}),
        )
        for name, value in set_to.items()
    ]


def routes(router: APIRouter) -> None:
    """Give the measures their address."""
    add(router, "/measures", page, MeasuresWanted, "What several articles count of one thing, by source and date.")
