"""`/exposure/ID`: every recorded signal that somebody's own moves could set off, by the act that would do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from fastapi import APIRouter
from pydantic import Field

from sayso.ask.exposure import UNNAMED
from sayso.faces.http import links
from sayso.faces.http.asked import Paged, words
from sayso.faces.http.cursors import offset_of, word
from sayso.faces.http.routes import add
from sayso.faces.http.told import NotFound
from sayso.faces.http.view import Row, View, Visit
from sayso.faces.narrowing import day_of


class ExposureWanted(Paged):
    """
    What an exposure can be asked for: the options of `sayso exposure`, under their names.

    Attributes:
        as_of: The day that the record is read as of.
        include_lapsed: Whether what was withdrawn or whose time has passed is listed.
    """

    as_of: str | None = words("Read the record as of this day; else as of the latest publication in it.")
    include_lapsed: bool = Field(default=False, description="Take in signals that lapsed or were withdrawn.")


def page(visit: Visit) -> View:
    """Return what an actor's own moves could set off."""
    given = visit.named["id"]
    wanted = visit.asks(ExposureWanted)
    day = day_of("as_of", wanted.as_of)
    profile = visit.explorer.pages.profile(given)
    if profile is None:
        raise NotFound(f"nobody in this record has the id {given}; /entities lists who is named")
    found = visit.explorer.exposure(given, day, wanted.include_lapsed)
    begins = offset_of(wanted.after)
    some = (found or [])[begins : begins + wanted.size]
    more = begins + len(some) < len(found or ())
    listed, arounds = visit.explorer.pages.listed([one["signal"]["id"] for one in some])
    return View(
        template="exposure.html",
        shown={
            "entity": profile,
            "wanted": wanted,
            "amount": len(found or ()),
            "is_asking": found is None,
            "acts": _by_act(some),
            "unlisted": UNNAMED,
            "listed": listed,
            "arounds": arounds,
            "is_first": wanted.after is None,
        },
        rows=[_row(one) for one in some],
        next=word(begins + len(some)) if more else None,
        truncated=found is None,
        is_making=found is None,
        every=lambda: map(_row, found or ()),
    )


def _by_act(some: Sequence[Mapping[str, Any]]) -> list[tuple[str | None, bool, list[Mapping[str, Any]]]]:
    """Return signals by the act that would set them off: its meaning (None where no act was read), whether done."""
    groups = groupby(some, key=lambda one: (one["meaning"], one["does"] or not one["meaning"]))
    return [(meaning, does, list(held)) for (meaning, does), held in groups]


def _row(one: Mapping[str, Any]) -> Row:
    return {**one, "page": links.entry("signal", one["signal"]["id"])}


def routes(router: APIRouter) -> None:
    """Give exposures their address."""
    add(router, "/exposure/{id:path}", page, ExposureWanted, "Which signals somebody's own moves could set off.")
