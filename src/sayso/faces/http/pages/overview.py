"""`/`: what the record holds, what is open between whom, deadlines ahead, what is new, and how the last run went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import Final

from fastapi import APIRouter

from sayso.ask.upcoming import Upcoming, upcoming
from sayso.faces.http.asked import Wanted, words
from sayso.faces.http.counts import totals
from sayso.faces.http.fates import Ledger, glance
from sayso.faces.http.matrix import Matrix, matrix
from sayso.faces.http.pages.runs import TOGETHER
from sayso.faces.http.room import Room
from sayso.faces.http.routes import add
from sayso.faces.http.view import Row, View, Visit
from sayso.faces.narrowing import day_of
from sayso.merge.settling import is_settled
from sayso.record.entries import Json
from sayso.terms import Outcome
from sayso.weigh.views import as_of

NEW: Final = 6
DUE: Final = 8


class OverviewWanted(Wanted):
    """
    What the overview can be asked for.

    Attributes:
        as_of: The day as of which signals are open and deadlines lie ahead.
    """

    as_of: str | None = words("As of this day, for what is open and lies ahead; else as of the latest publication.")


def page(visit: Visit) -> View:
    """Return the overview."""
    explorer = visit.explorer
    held = explorer.tallies.of("totals", totals)
    day = day_of("as_of", visit.asks(OverviewWanted).as_of)
    ledger, is_weighing = glance(explorer, day)
    due = _due(explorer.tallies.of(("upcoming", day), partial(_upcoming, day=day)), ledger)
    newest = explorer.pages.newest(NEW)
    found, _ = explorer.pages.runs(None, 1)
    last = found[0] if found else None
    open_now = matrix(ledger.lines) if ledger is not None else None
    return View(
        template="overview.html",
        shown={
            "totals": held,
            "newest": newest,
            "matrix": open_now,
            "names": explorer.pages.names(open_now.ids) if open_now is not None else {},
            "outcomes": Counter(one.outcome.value for one in ledger.lines) if ledger is not None else {},
            "is_weighing": is_weighing,
            "due": due,
            "asked": visit.asks(OverviewWanted).as_of,
            "day": _as_of(visit, day) if due is not None else day,
            "last": last,
            "adds_up": last is not None and last["read"] == sum(last[name] for name in TOGETHER),
            "is_settled": is_settled(explorer.record),
        },
        rows=[
            {
                "record": explorer.name,
                "totals": asdict(held) if held is not None else None,
                "open": _open_rows(open_now),
                "due": [_due_row(one) for one in due or ()],
                "newest": newest,
                "last_run": last,
            }
        ],
        truncated=held is None or ledger is None or due is None,
        table=_open_rows(open_now),
    )


def _due(found: Sequence[Upcoming] | None, ledger: Ledger | None) -> list[Upcoming] | None:
    """Return deadlines without those of signals that the ledger knows to be open no longer."""
    if found is None or ledger is None:
        return None if found is None else list(found)[:DUE]
    lines = ((one, ledger.by_id.get(one.signal)) for one in found)
    return [one for one, line in lines if line is None or line.outcome is Outcome.OPEN][:DUE]


def _open_rows(found: Matrix | None) -> list[Row]:
    """Return the cells of the matrix by kind; a sender's row holds what those who speak for it sent too."""
    if found is None:
        return []
    return [
        {"sender": row.id, "target": target, "kind": kind, "open": amount}
        for row in found.senders
        for target, cell in zip(found.targets, row.cells, strict=True)
        for kind, amount in (cell.kinds if cell is not None else ())
    ]


def _upcoming(room: Room, *, day: date | None) -> list[Upcoming]:
    on = as_of(room.record, day)
    return upcoming(room.pages, on) if on is not None else []


def _as_of(visit: Visit, day: date | None) -> date | None:
    return day or visit.explorer.tallies.of("latest", _latest)


def _latest(room: Room) -> date | None:
    return as_of(room.record, None)


def _due_row(one: Upcoming) -> dict[str, Json]:
    return {
        "signal": one.signal,
        "due": one.due,
        "last": one.last.isoformat(),
        "words": one.words,
        "sentence": one.sentence,
        "sender": one.sender,
    }


def routes(router: APIRouter) -> None:
    """Give the overview its address."""
    add(router, "/", page, OverviewWanted, "What the record holds, what is new, and what lies ahead.")
